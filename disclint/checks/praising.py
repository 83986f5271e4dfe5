"""Praising: words of promotion, strong ones by themselves and softer ones where they crowd or stand in the headline."""

from __future__ import annotations

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled, find, found
from disclint.checks.wording import outermost, sentence_at
from disclint.model import Release, Span

_CROWD = 3  # softer words that together make a release promotional


class PromotionalLanguage(Check, frozen=True, kw_only=True):
    """Any strong word; softer ones in the headline, or where three of them stand in the release. `unless` excuses within the sentence."""

    strong: tuple[str, ...]  # RE2 patterns on folded text
    soft: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for pattern in (*self.strong, *self.soft, *self.unless):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        strong = self._words(release, self.strong, ("headline", "subheadline", "dateline", "body", "boilerplate"))
        soft = self._words(release, self.soft, ("headline", "subheadline", "dateline", "body"))
        headline = release.headline.span if release.headline else Span(0, 0)
        counted = soft if len(soft) >= _CROWD else [span for span in soft if headline.covers(span)]
        return Examination(tuple(Match(span) for span in outermost({*strong, *counted})))

    def _words(self, release: Release, patterns: tuple[str, ...], zone_names: tuple[str, ...]) -> list[Span]:
        spans = outermost(set(find(patterns, release.folded, zones.spans(release, zone_names))))
        return [span for span in spans if not self._excused(release, span)]

    def _excused(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        return found(self.unless, release.folded[sentence.start : sentence.end])
