"""Spelling: words from a curated list of misspellings; names are never guessed at."""

from __future__ import annotations

import functools
import re
from collections.abc import Mapping
from typing import ClassVar

import msgspec

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_TITLES = frozenset(
    """chief executive financial operating officer vice president chairman director directors board senior general counsel securities exchange commission annual
    quarterly current report reports form forward looking statement statements private litigation reform act investor investors relations media contact press
    release immediate results quarter year fiscal announces first second third fourth food drug administration stock market safe harbor cautionary note
    information""".split()
)
_BEFORE = re.compile(r"\b([a-z]+)[ -](?:and |of |the |for )?$")
_FIRM = re.compile(r",? (?:[A-Z]\w+ )?(?:Inc|Corp|Ltd|Limited|LLC|plc|Group|Holdings|AG|GmbH)\b")
_AFTER = re.compile(r"[ -](?:and |of |the |for )?([a-z]+)")
_WORD = re.compile(r"[A-Za-z][A-Za-z'’]{2,}")


class Misspelling(Check, frozen=True, kw_only=True):
    """A word of the list; one in capitals, or with a capital inside a sentence, may be a name and is left alone."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"right"})

    words: dict[str, str]  # wrong → right, in lower case
    terms: str = ""  # words of the field; a dropped, doubled or swapped letter of theirs is a misspelling
    real: str = ""  # slips of the terms that are words themselves
    phrases: dict[str, str] = msgspec.field(default_factory=dict)  # several words, folded

    def examine(self, release: Release) -> Examination:
        matches = []
        slips = _slips(self.terms, self.real)
        for found in _WORD.finditer(release.text):
            word = found.group()
            lowered = word.lower().replace("’", "'")
            right = self.words.get(lowered) or slips.get(lowered)
            if right and lowered not in self.words and release.part_at(found.start()) == "table":
                continue  # a word that its cell has cut
            if right and (word[1:].islower() or word.isupper()) and not self._may_be_name(release, found):
                replacement = right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
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
        if word[0].isupper() and _FIRM.match(release.text, end):
            return True
        if word[0].isupper() and (_beside_title(release, start, end) or _in_headline(release, found)):
            return False
        if word.isupper():
            return True
        opens = start == 0 or release.text[start - 1] == "\n" or bool(re.search(r"[.!?:\"“]\s$", release.text[max(0, start - 2) : start]))
        return word[0].isupper() and not opens and release.text[start - 1 : start] == " " and release.text[max(0, start - 2) : start - 1].islower()


def _beside_title(release: Release, start: int, end: int) -> bool:
    """“Cheif Financial Officer”, “Securites and Exchange Commission”: the words beside it are no part of a name."""
    before, after = _BEFORE.search(release.folded, max(0, start - 24), start), _AFTER.match(release.folded, end)
    return any(m and m.group(1) in _TITLES and release.text[m.start(1)].isupper() for m in (before, after))


def _in_headline(release: Release, found: re.Match[str]) -> bool:
    """A word of the headline, unless it stands with a capital again as a name would."""
    at = Span(*found.span())
    heads = (release.headline.span, *release.headline.subheads) if release.headline else ()
    return any(h.covers(at) for h in heads) and len(re.findall(rf"\b{found.group().capitalize()}\b", release.text)) < 1 + found.group()[1:].islower()


@functools.cache
def _slips(terms: str, real: str) -> Mapping[str, str]:
    """Every slip of a letter in the terms, with the term; the first and the last letter are hardly ever dropped."""
    known = {*terms.split(), *real.split()}
    found: dict[str, str] = {}
    for term in terms.split():
        for i in range(len(term)):
            for slip in (
                term[:i] + term[i + 1 :] if 0 < i < len(term) - 1 else term,
                term[:i] + term[i + 1 : i + 2] + term[i] + term[i + 2 :],
                term[:i] + term[i] + term[i:],
            ):
                if slip not in known and len(slip) > 4:
                    found.setdefault(slip, term)
    return found
