"""Parts: whether the release has a headline, a dateline, a contact, …"""

from __future__ import annotations

from typing import Literal

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Dateline, Release, Span

PartName = Literal[
    "headline", "dateline", "dated-dateline", "contact", "boilerplate", "cautionary", "end-mark", "release-line", "embargo", "ticker", "quotation",
    "forward-looking", "non-gaap", "reconciliation", "issuer", "date", "body",
]  # fmt: skip

_CALLED: dict[str, tuple[str, str]] = {
    "headline": ("a headline above the body", "letterhead"),
    "dateline": ("a city-and-date line that opens the body", "headline"),
    "dated-dateline": ("a city-and-date line that opens the body", "headline"),
    "contact": ("a contact block with a name, a telephone number or an e-mail address", ""),
    "boilerplate": ("a paragraph about the company, with or without an “About” heading", "body"),
    "cautionary": ("a passage that calls statements forward-looking or warns that results may differ", "boilerplate"),
    "end-mark": ("###, # # #, -30-, -END-, Ends or -0-", ""),
    "reconciliation": ("a table or schedule headed as a reconciliation", ""),
}


class PartPresent(Check, frozen=True, kw_only=True):
    """A part of the release, by its name; of several any one will do."""

    any: tuple[PartName, ...]
    least: int = 1  # how many of them

    def examine(self, release: Release) -> Examination:
        spans = [span for name in self.any for span in part_spans(release, name)]
        called, after = _CALLED.get(self.any[0], (f"a {self.any[0]}", ""))
        place = Span(0, 0) if self.any[0] == "headline" else end_of(release, after) if after else end_of(release)
        return Examination(tuple(Match(s) for s in spans) if len(spans) >= self.least else (), place=place, searched=called)


def part_spans(release: Release, name: str) -> tuple[Span, ...]:
    """Where the part stands; empty where the release has none."""
    single: dict[str, Span | None] = {
        "headline": release.headline.span if release.headline else None,
        "dateline": release.dateline.span if release.dateline else None,
        "dated-dateline": release.dateline.span if release.dateline and _is_dated(release, release.dateline) else None,
        "cautionary": release.cautionary.span if release.cautionary else None,
        "end-mark": release.end_mark,
        "release-line": release.release_line if release.release_line != release.embargo else None,
        "embargo": release.embargo,
        "reconciliation": release.non_gaap.reconciliation if release.non_gaap else None,
    }
    if name in single:
        span = single[name]
        return (span,) if span else ()
    several: dict[str, tuple[Span, ...]] = {
        "contact": tuple(c.span for c in release.contacts),
        "boilerplate": tuple(b.span for b in release.boilerplates),
        "ticker": tuple(t.span for t in release.tickers),
        "quotation": tuple(q.spans[0] for q in release.quotations),
        "forward-looking": tuple(s.span for s in release.forward_looking()),
        "non-gaap": tuple(m.span for m in release.non_gaap.measures) if release.non_gaap else (),
        "issuer": tuple(i.span for i in release.issuers),
        "date": tuple(d.span for d in release.dates),
        "body": release.zone("body"),
    }
    return several[name]


def _is_dated(release: Release, dateline: Dateline) -> bool:
    """Whether a day stands in the dateline or above it, in a line of its own elsewhere, or in the file's particulars."""
    return bool(dateline.date_span or release.date) or any(date.span.start < dateline.span.end for date in release.dates)
