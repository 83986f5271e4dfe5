"""Referring: a statement that may be replaced by a reference to an earlier announcement, for what was announced before."""

from __future__ import annotations

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.patterns import compiled, find
from disclint.model import Note, Release, Span


class StatementOrReference(Check, frozen=True, kw_only=True):
    """The statement; or the reference, where headline and lead bring nothing new."""

    statement: tuple[str, ...]  # RE2 patterns on folded text
    reference: tuple[str, ...]
    new: tuple[str, ...]  # patterns that in headline or lead tell of something not announced before
    called: str

    def __post_init__(self) -> None:
        for pattern in (*self.statement, *self.reference, *self.new):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        anywhere = (Span(0, len(release.text)),)
        statement = next(find(self.statement, release.folded, anywhere), None)
        reference = next(find(self.reference, release.folded, anywhere), None)
        news = next(find(self.new, release.folded, zones.spans(release, ("headline", "subheadline", "lead"))), None)
        if statement or (reference and not news):
            return Examination(matches=tuple(Match(span) for span in (statement, reference) if span))
        nearest = (Note("This covers only what was announced before.", reference),) if reference else ()
        told = (Note("This is new.", news),) if reference and news else ()
        return Examination(place=end_of(release, "body"), searched=self.called, nearest=nearest + told)
