"""Spelling: words from a curated list of misspellings; names are never guessed at."""

from __future__ import annotations

import re
from typing import ClassVar

import msgspec

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_WORD = re.compile(r"[A-Za-z][A-Za-z'’]{3,}")


class Misspelling(Check, frozen=True, kw_only=True):
    """A word of the list; one in capitals, or with a capital inside a sentence, may be a name and is left alone."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"right"})

    words: dict[str, str]  # wrong → right, in lower case
    phrases: dict[str, str] = msgspec.field(default_factory=dict)  # several words, folded

    def examine(self, release: Release) -> Examination:
        matches = []
        for found in _WORD.finditer(release.text):
            word = found.group()
            right = self.words.get(word.lower().replace("’", "'"))
            if right and word[1:].islower() and not self._may_be_name(release, found):
                replacement = right.capitalize() if word[0].isupper() else right
                matches.append(Match(Span(*found.span()), {"right": right}, replacement=replacement))
        for wrong, right in self.phrases.items():
            for found in re.finditer(rf"\b{re.escape(wrong)}\b", release.folded):
                matches.append(Match(Span(*found.span()), {"right": right}, replacement=right))
        return Examination(tuple(matches))

    def _may_be_name(self, release: Release, found: re.Match[str]) -> bool:
        word, start, end = found.group(), found.start(), found.end()
        around = release.text[max(0, start - 1) : start] + release.text[end : end + 1]
        if any(c in around for c in "@./_-") and release.text[end : end + 2] not in (". ", ".\n", "."):
            return (release.text[max(0, start - 1) : start] in "@./_" and start > 0) or release.text[end : end + 1] in "@/_"
        if word.isupper():
            return True
        opens = start == 0 or release.text[start - 1] == "\n" or bool(re.search(r"[.!?:\"“]\s$", release.text[max(0, start - 2) : start]))
        return word[0].isupper() and not opens and release.text[start - 1 : start] == " " and release.text[max(0, start - 2) : start - 1].islower()
