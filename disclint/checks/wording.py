"""Wording: patterns that must or must not stand in some zone."""

from __future__ import annotations

import bisect
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.patterns import compiled, find, found
from disclint.model import Note, Release, Severity, Span


class Wording(Check, frozen=True, kw_only=True):
    """Any of the patterns, in the zones named, unless the same sentence holds one of `unless`."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"sentence"})

    any: tuple[str, ...]  # RE2 patterns on folded text (lower case, plain quotes and dashes)
    within: tuple[str, ...] = ()  # zones; none: anywhere
    outside: tuple[str, ...] = ()  # zones taken away
    unless: tuple[str, ...] = ()  # patterns that excuse a match in the same sentence
    unless_anywhere: tuple[str, ...] = ()  # patterns that excuse every match, wherever they stand
    case: tuple[str, ...] = ()  # patterns on the text as written, for capitals that matter
    replace: str | None = None  # what to write instead
    once: bool = False  # report the first match only
    least: int = 1  # how many matches make it count
    place: str = ""  # the part after which a missing wording belongs
    near_miss: tuple[str, ...] = ()  # patterns for words that almost do it
    lowered_by: tuple[str, ...] = ()  # patterns that, where they stand anywhere, make the absence only worth a remark
    called: str = ""  # what the wording is, for the message of absence: "a no-offer legend"

    def __post_init__(self) -> None:
        zones.refuse_unknown((*self.within, *self.outside, *((self.place,) if self.place else ())))
        for pattern in (*self.any, *self.unless, *self.unless_anywhere, *self.case, *self.near_miss, *self.lowered_by):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        where = zones.spans(release, self.within, self.outside)
        spans = set(find(self.any, release.folded, where)) | set(find(self.case, release.text, where))
        matches = [self._match(release, span) for span in outermost(spans) if not self._excused(release, span)]
        if self.unless_anywhere and found(self.unless_anywhere, release.folded):
            matches = []
        if len(matches) < self.least:
            matches = []
        near = next(find(self.near_miss, release.folded, (Span(0, len(release.text)),)), None)
        return Examination(
            matches=tuple(matches[:1] if self.once else matches),
            place=end_of(release, self.place) if self.place else end_of(release),
            searched=self.called,
            nearest=(Note("The nearest words do not do it.", near),) if near else (),
            severity=Severity.INFO if self.lowered_by and found(self.lowered_by, release.folded) else None,
        )

    def _match(self, release: Release, span: Span) -> Match:
        return Match(span, {"sentence": release.quote(sentence_at(release, span))}, replacement=self.replace)

    def _excused(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        return bool(self.unless) and found(self.unless, release.folded[sentence.start : sentence.end])


def sentence_at(release: Release, span: Span) -> Span:
    """The sentence that holds the span; the span itself in a table."""
    at = bisect.bisect_right(release.sentences, Span(span.start, len(release.text) + 1)) - 1
    if at >= 0 and release.sentences[at].covers(span):
        return release.sentences[at]
    return span


def outermost(spans: set[Span]) -> list[Span]:
    """Of spans that overlap only the first and longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept
