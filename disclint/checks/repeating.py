"""Repeating: a word or a passage that stands twice."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Severity, Span

_TWICE = re.compile(r"(?<![\w'-])(?P<word>[a-z]{2,}|a)[ ](?P=word)(?![\w'-])")
# Words that rightly stand twice, and names that are made that way.
_PROPER = frozenset("that had very so no ha bye bora walla walla baden pago duran new long many more is do".split())
_SET_APART = ("contacts", "letterhead", "headline", "subheadline", "table", "wire-tail")
_LOWER = re.compile(r"\b[a-z]{2,}\b")
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
            if second.isupper() or (first.isupper() and release.text[found.start() + 1].isupper()):
                continue  # names (Walla Walla), a company's AS as joint lead, columns of units
            matches.append(Match(Span(*found.span()), replacement=release.text[found.start() : found.end("word")]))
        return Examination(tuple(m for m in matches if sum(self._line(release, m) == self._line(release, o) for o in matches) < 3))

    def _line(self, release: Release, match: Match) -> int:
        """Where the block begins: one in which many words stand twice is the head of a table that lost its columns."""
        return release.text.rfind("\n", 0, match.span.start)


class PassageRepeated(Check, frozen=True, kw_only=True):
    """A sentence that stands twice."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"words"})

    def examine(self, release: Release) -> Examination:
        first: dict[str, Span] = {}
        matches: list[Match] = []
        tables = next((b.span.start for b in release.document.blocks if b.kind == "table"), len(release.text))  # notes to tables repeat themselves
        for sentence in release.sentences:
            words = " ".join(release.folded[sentence.start : sentence.end].split())
            if (
                sentence.start > tables
                or len(words) < _SHORTEST
                or not _told(release, sentence)
                or release.part_at(sentence.start)
                in (
                    "contacts",
                    "letterhead",
                    "headline",
                    "subheadline",
                    "table",
                    "wire-tail",
                )
            ):
                continue
            earlier = first.setdefault(words, sentence)
            if earlier is not sentence and not self._runs_on(matches, sentence):
                note = Note("The same words stand here.", earlier)
                matches.append(Match(sentence, {"words": release.quote(sentence)[:60]}, (note,), severity=self._weight(release, sentence, earlier)))
        return Examination(tuple(matches))

    def _weight(self, release: Release, sentence: Span, earlier: Span) -> Severity | None:
        """A whole paragraph, or two sentences on end, are pasted twice; a single sentence may be repeated on purpose."""
        follow = {at: release.folded[at : at + 40].split("\n")[0] for at in (sentence.end, earlier.end)}
        alone = all(release.text[s.start - 1 : s.start] in ("", "\n") and release.text[s.end : s.end + 1] in ("", "\n") for s in (sentence, earlier))
        runs = len(follow[sentence.end].strip()) > 20 and follow[sentence.end] == follow[earlier.end]
        return None if alone or runs else Severity.INFO

    def _runs_on(self, matches: list[Match], sentence: Span) -> bool:
        """The next sentence of a passage that is reported already."""
        return bool(matches) and 0 <= sentence.start - matches[-1].span.end <= 2


def _told(release: Release, sentence: Span) -> bool:
    """Whether it is a whole sentence of prose, and not a caption, a line of a list or the note to a table."""
    text = release.text[sentence.start : sentence.end]
    return text[-1] in ".!?" and text[0].isupper() and not text.startswith("See ") and len(_LOWER.findall(text)) >= 10
