"""Linking: addresses of some kind, shown in the text or behind its words."""

from __future__ import annotations

from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled, find, found
from disclint.checks.wording import outermost
from disclint.model import Release, Span


class LinkTo(Check, frozen=True, kw_only=True):
    """An address that one of the patterns matches, in the text or behind words that lead to it."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"behind"})  # the address in brackets, where words hide it

    any: tuple[str, ...]  # RE2 patterns on folded text
    outside: tuple[str, ...] = ()  # zones taken away

    def __post_init__(self) -> None:
        zones.refuse_unknown(self.outside)
        for pattern in self.any:
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        where = zones.spans(release, (), self.outside)
        shown = outermost(set(find(self.any, release.folded, where)))
        hidden = [
            (span, target)
            for span, target in release.document.links
            if _within(where, span) and found(self.any, target.lower()) and not any(s.touches(span) for s in shown)
        ]
        matches = [Match(span, {"behind": ""}) for span in shown] + [Match(span, {"behind": f" ({target[:80]})"}) for span, target in hidden]
        return Examination(tuple(sorted(matches, key=lambda m: m.span)))


def _within(where: tuple[Span, ...], span: Span) -> bool:
    return any(zone.covers(span) for zone in where)
