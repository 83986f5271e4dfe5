"""Elements: several things that a passage or a release must say, each in one of several wordings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.patterns import compiled, find, found
from disclint.model import Note, Release, Span


class Element(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to say; `name` completes “missing: …”."""

    name: str
    any: tuple[str, ...]  # RE2 patterns on folded text


class Elements(Check, frozen=True, kw_only=True):
    """All of the elements, or at least some of them."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"missing", "found"})

    of: tuple[Element, ...]
    least: int | None = None  # how many suffice; none given: all
    within: tuple[str, ...] = ()
    outside: tuple[str, ...] = ()
    about: tuple[str, ...] = ()  # only in paragraphs that one of these names, and in the items of a list below one
    place: str = "body"  # the part after which what is missing belongs

    def __post_init__(self) -> None:
        zones.refuse_unknown((*self.within, *self.outside))
        for patterns in (self.about, *(element.any for element in self.of)):
            for pattern in patterns:
                compiled(pattern)

    def examine(self, release: Release) -> Examination:
        where = zones.spans(release, self.within, self.outside)
        if self.about:
            where = tuple(_paragraphs(release, where, self.about))
        hits = {element.name: next(find(element.any, release.folded, where), None) for element in self.of}
        present = {name: span for name, span in hits.items() if span}
        missing = [name for name, span in hits.items() if not span]
        enough = len(present) >= (len(self.of) if self.least is None else self.least)
        if enough:
            return Examination(matches=tuple(Match(span) for span in sorted(present.values())))
        return Examination(
            place=self._place(release, tuple(present.values())),
            searched=" · ".join(missing),
            nearest=tuple(Note(f"This gives {name}.", span) for name, span in present.items()),
        )

    def _place(self, release: Release, present: tuple[Span, ...]) -> Span:
        """Beside what is there already, else where the part ends."""
        return max(present) if present else end_of(release, self.place)


def _paragraphs(release: Release, where: tuple[Span, ...], about: tuple[str, ...]) -> Iterator[Span]:
    """The pieces of the zones in paragraphs that are about it; an item of a list goes with what it hangs on."""
    on = False
    for block in release.document.blocks:
        on = found(about, release.folded[block.span.start : block.span.end]) or (on and block.kind in ("item", "table"))
        if on:
            yield from (Span(max(span.start, block.span.start), min(span.end, block.span.end)) for span in where if span.touches(block.span))
