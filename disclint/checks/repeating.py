"""Repeating: a word or a passage that stands twice."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Span

_TWICE = re.compile(r"(?<![\w'-])(?P<word>[a-z]{2,})[ ](?P=word)(?![\w'-])")
# Words that rightly stand twice, and names that are made that way.
_PROPER = frozenset("that had very so no ha bye bora walla walla baden pago duran new long many more is do".split())
_SET_APART = ("contacts", "letterhead", "headline", "subheadline", "table", "wire-tail")
_SHORTEST = 60  # characters of a passage that nobody repeats by intention


class WordRepeated(Check, frozen=True, kw_only=True):
    """The same word twice in a row."""

    def examine(self, release: Release) -> Examination:
        cells = {row[0].start for b in release.document.blocks if b.kind == "table" for row in b.rows if row}
        matches = []
        for found in _TWICE.finditer(release.folded):
            first, second = release.text[found.start()], release.text[found.end("word") + 1]
            if found.group("word") in _PROPER or found.start() in cells or release.part_at(found.start()) in ("table", "contacts", "letterhead"):
                continue
            if second.isupper() and not (first.isupper() and release.text[found.start() : found.end()].istitle() is False):
                continue  # names: Walla Walla; a sentence that begins with the last word of a title
            matches.append(Match(Span(*found.span()), replacement=release.text[found.start() : found.end("word")]))
        return Examination(tuple(matches))


class PassageRepeated(Check, frozen=True, kw_only=True):
    """A sentence that stands twice."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"words"})

    def examine(self, release: Release) -> Examination:
        first: dict[str, Span] = {}
        matches: list[Match] = []
        for sentence in release.sentences:
            words = " ".join(release.folded[sentence.start : sentence.end].split())
            if len(words) < _SHORTEST or release.part_at(sentence.start) in (
                "contacts",
                "letterhead",
                "headline",
                "subheadline",
                "table",
                "wire-tail",
            ):
                continue
            earlier = first.setdefault(words, sentence)
            if earlier is not sentence and not self._runs_on(matches, sentence):
                matches.append(Match(sentence, {"words": release.quote(sentence)[:60]}, (Note("The same words stand here.", earlier),)))
        return Examination(tuple(matches))

    def _runs_on(self, matches: list[Match], sentence: Span) -> bool:
        """The next sentence of a passage that is reported already."""
        return bool(matches) and 0 <= sentence.start - matches[-1].span.end <= 2
