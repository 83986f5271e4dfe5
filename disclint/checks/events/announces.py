"""Announces: what the release is about, by its headline and lead or by what the user said."""

from __future__ import annotations

from disclint.checks.base import Examination, Match
from disclint.checks.wording import Wording
from disclint.model import Release, Span


class Announces(Wording, frozen=True, kw_only=True):
    """One of the events as the user named it, else the wording."""

    events: tuple[str, ...] = ()

    def examine(self, release: Release) -> Examination:
        if set(self.events) & set(release.context.events):
            return Examination(matches=(Match(release.headline.span if release.headline else Span(0, 0)),))
        return super().examine(release)
