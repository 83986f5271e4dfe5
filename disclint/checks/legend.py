"""Legends whose words are fixed: whether one stands in the release, and whether its words are right.

Only letters and digits are compared, so that wrapping, capitals, quotation marks and spaces lost on a wire do not matter.
"""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.patterns import compiled, found
from disclint.model import Note, Release, Span

_BEFORE, _AFTER = 600, 300  # characters around the key word in which a legend's words are looked for
_STOP = re.compile(r"[.\n]")


class Legend(Check, frozen=True, kw_only=True):
    """The legend in any attempt at it, well worded or not."""

    placeholders: ClassVar[frozenset[str]] = frozenset()

    keys: tuple[str, ...]  # words on folded text of which every attempt has one
    attempts: tuple[str, ...]  # RE2 patterns on the letters and digits alone, for every attempt at the legend, up to such a word
    called: str
    near_miss: tuple[str, ...] = ()  # likewise, for legends that are not this one

    def __post_init__(self) -> None:
        for pattern in (*self.attempts, *self.near_miss):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        near = next(attempts_at(release, self.keys, self.near_miss), None)
        return Examination(
            matches=tuple(Match(span) for span, _ in attempts_at(release, self.keys, self.attempts)),
            place=end_of(release),
            searched=self.called,
            nearest=(Note("This is not the legend of that exchange.", near[0]),) if near else (),
        )


class LegendMisworded(Check, frozen=True, kw_only=True):
    """Attempts at a legend that no accepted wording fits; silent where a right one stands too."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"legend"})

    keys: tuple[str, ...]
    attempts: tuple[str, ...]
    right: tuple[str, ...]  # RE2 patterns on the letters and digits alone, for every accepted wording
    legend: str  # the legend as it should stand

    def __post_init__(self) -> None:
        for pattern in (*self.attempts, *self.right):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        seen = list(attempts_at(release, self.keys, self.attempts))
        if not seen:
            return Examination(moot="the release attempts no such legend")
        right = tuple(span for span, letters in seen if found(self.right, letters))
        if right:
            return Examination(evidence=right)
        return Examination(matches=tuple(Match(span, {"legend": self.legend}, replacement=self.legend) for span, _ in seen))


def attempts_at(release: Release, keys: tuple[str, ...], patterns: tuple[str, ...]) -> Iterator[tuple[Span, str]]:
    """Yields where a legend is attempted, up to the end of its sentence, with its letters and digits."""
    reached = 0
    for place in re.finditer("|".join(map(re.escape, keys)), release.folded):
        if place.start() < reached:
            continue
        start, stop = max(reached, place.start() - _BEFORE), min(len(release.folded), place.end() + _AFTER)
        offsets = [i for i in range(start, stop) if release.folded[i].isalnum()]
        letters = "".join(release.folded[i] for i in offsets)
        upto = letters[: bisect.bisect_left(offsets, place.end())]
        match = next((m for pattern in patterns if (m := compiled(pattern).search(upto))), None)
        if not match:
            continue
        full_stop = _STOP.search(release.folded, place.end())
        end = len(release.folded) if full_stop is None else full_stop.start() + (full_stop.group() == ".")
        yield Span(offsets[match.start()], end), letters[match.start() :]
        reached = end
