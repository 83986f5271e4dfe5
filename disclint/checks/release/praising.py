"""Praising: words of promotion, strong ones by themselves and softer ones where they crowd or stand in the headline."""

from __future__ import annotations

import re

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled, find, found
from disclint.checks.wording import outermost, sentence_at
from disclint.model import Release, Span

_WHERE = ("headline", "subheadline", "dateline", "body", "boilerplate")
_CAUTION = ("cautionary",)  # where the softer words are at home: “unprecedented competition”
_DENIED = re.compile(r"guarant|assur|certain")  # what a caution says that nobody gives
_OWN = frozenset("we our ours us its company firm group this these".split())
_WORD = re.compile(r"[a-z0-9]+")
_CROWD = 3  # different softer words that together make a release promotional
_STEM = 8  # letters by which “revolutionary” and “revolutionizing” are one word of praise


class PromotionalLanguage(Check, frozen=True, kw_only=True):
    """Any strong word; softer ones in the headline, or where three of them stand in the release. Each is told once, where it stands first.

    `unless` excuses within the sentence.
    """

    strong: tuple[str, ...]  # RE2 patterns on folded text
    soft: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in (*self.strong, *self.soft, *self.unless):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        cautioned = [span for span in self._words(release, self.strong, _CAUTION) if not _DENIED.search(release.folded, span.start, span.end)]
        strong = self._words(release, self.strong, _WHERE) + cautioned
        soft = self._words(release, self.soft, _WHERE)
        own = [span for span in soft if _is_own(release, span) or sum(sentence_at(release, span).covers(other) for other in soft) >= _CROWD]
        soft = soft if len({_stem(release, span) for span in own}) >= _CROWD - 1 else own
        headline = release.headline.span if release.headline else Span(0, 0)
        crowds = len({_stem(release, span) for span in soft}) >= _CROWD
        counted = soft if crowds else [span for span in soft if headline.covers(span)]
        first: dict[str, Span] = {}
        for span in outermost({*strong, *counted}):
            first.setdefault(_stem(release, span), span)
        return Examination(tuple(Match(span) for span in first.values()))

    def _words(self, release: Release, patterns: tuple[str, ...], where: tuple[str, ...]) -> list[Span]:
        spans = outermost(set(find(patterns, release.folded, zones.spans(release, where))))
        return [span for span in spans if not self._excused(release, span)]

    def _excused(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        return found(self.unless, release.folded[sentence.start : sentence.end])


def _is_own(release: Release, span: Span) -> bool:
    """Whether the sentence speaks of the issuer: it may well praise others more softly."""
    sentence = sentence_at(release, span)
    names = {word for issuer in release.issuers for word in _WORD.findall(issuer.name.lower())[:1]}
    words = set(_WORD.findall(release.folded[sentence.start : sentence.end]))
    return bool(words & (_OWN | names)) or release.part_at(span.start) in ("headline", "subheadline", "boilerplate")


def _stem(release: Release, span: Span) -> str:
    return "".join(c for c in release.folded[span.start : span.end] if c.isalpha())[:_STEM]
