"""Renamed: names that have been replaced by others, each with what to write instead."""

from __future__ import annotations

from typing import ClassVar

import msgspec

from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled, find, found
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span


class Renaming(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Wordings of an old name, RE2 on folded text (a group `words` narrows them), and the new name."""

    any: tuple[str, ...]
    write: str


class Renamed(Check, frozen=True, kw_only=True):
    """Old names in use; of renamings that meet, the first in the list counts."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"write"})

    names: tuple[Renaming, ...]
    unless: tuple[str, ...] = ()  # patterns that excuse an old name in the same sentence

    def __post_init__(self) -> None:
        for pattern in (*self.unless, *(p for renaming in self.names for p in renaming.any)):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        taken: list[Match] = []
        for renaming in self.names:
            for span in find(renaming.any, release.folded, (Span(0, len(release.text)),)):
                if not any(span.touches(other.span) for other in taken) and not self._excused(release, span):
                    taken.append(Match(span, {"write": renaming.write}, replacement=renaming.write))
        return Examination(matches=tuple(taken))

    def _excused(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        return bool(self.unless) and found(self.unless, release.folded[sentence.start : sentence.end])
