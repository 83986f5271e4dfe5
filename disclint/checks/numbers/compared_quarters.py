"""Quarters that a sentence compares though they are not the same quarter of two years, and balances of a quarter that is not the reported one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclint.checks import zones
from disclint.checks.base import Match
from disclint.checks.numbers.period_words import DAY, MONTHS, OTHER_YEARS
from disclint.model import Note, Release, Span

_NUMBERS = {"first": 1, "q1": 1, "second": 2, "q2": 2, "third": 3, "q3": 3, "fourth": 4, "q4": 4}
_QUARTER = re.compile(
    r"\b(?:(?P<nth>first|second|third|fourth)(?: fiscal)?[ -]quarter|(?P<q>q[1-4]))(?:,? (?:of )?(?:the |our |its )*(?:fiscal )?(?:year )?(?P<of>(?:20|19)\d\d)\b)?"
)
_THAN = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|from|over|against|in comparison (?:to|with))(?: (?:the|an?|in|of|or|for|during|net|total|loss|income|sales|revenues?"
    r"|approximately|about|per|diluted|basic|share|million|billion|thousand|percent|reported|recorded|\(?(?:us)?[$\u20ac\u00a3]?\(?[\d.,]+%?\)?,?))* $"
)
_ELSEWISE = re.compile(
    r"guid|expect|outlook|consensus|sequential|record|highest|lowest|since|trough|peak|best|began|launch|acqui|closed|initiat|\bdata\b|enroll|trial|announced|respectively|through"
)
_BALANCE = re.compile(rf"\b(?:as of|at|as at) {DAY},? (?P<year>(?:19|20)\d\d)\b")
_CLOSED = re.compile(
    rf"\b(?:quarter|three months|weeks)(?:,? (?:of )?(?:fiscal )?(?:year )?(?:19|20)\d\d)?,? (?:which )?ended (?:on )?{DAY},? (?P<year>(?:19|20)\d\d)\b"
)
_HELD = re.compile(r"\b(?:cash|deposits|loans|assets|debt|borrowings|liquidity|equity|inventor(?:y|ies)|backlog|receivables|securities)\b")
_APART = range(5, 8)  # quarters between the two, where four were meant


@dataclass(frozen=True, slots=True)
class _Quarter:
    span: Span
    nth: int
    year: int

    @property
    def number(self) -> int:
        return self.year * 4 + self.nth


def wrong(release: Release) -> Iterator[Match]:
    if OTHER_YEARS.search(release.folded):
        return
    reported = _reported(release)
    named = [q for m in _QUARTER.finditer(release.folded) if (q := _quarter(m))]
    for sentence in release.sentences:
        if release.part_at(sentence.start) not in ("headline", "subheadline", "dateline", "body"):
            continue
        within = [q for q in named if sentence.covers(q.span)]
        if within and not _ELSEWISE.search(release.folded, sentence.start, sentence.end):
            yield from _compared(release, sentence, within, reported, named)
    yield from _balances(release)


def _quarter(match: re.Match[str]) -> _Quarter | None:
    return _Quarter(Span(*match.span()), _NUMBERS[match["nth"] or match["q"]], int(match["of"])) if match["of"] else None


def _reported(release: Release) -> _Quarter | None:
    """The quarter that headline or first paragraph name first, with its year."""
    places = [*([release.headline.span] if release.headline else []), *zones.lead(release)]
    told = [q for place in places for m in _QUARTER.finditer(release.folded, place.start, place.end) if (q := _quarter(m))]
    return told[0] if told and all(q.number == told[0].number for q in told[:2]) else None


def _compared(release: Release, sentence: Span, within: Sequence[_Quarter], reported: _Quarter | None, named: Sequence[_Quarter]) -> Iterator[Match]:
    last = within[-1]
    if len(within) > 2 or not _THAN.search(release.folded, max(sentence.start, last.span.start - 120), last.span.start):
        return
    first = within[0] if len(within) == 2 else reported
    once = sum(q.number == last.number for q in named) == 1
    if first is None or (len(within) == 1 and not once):
        return
    said = "“{quote}” is compared with a period that is not the same of another year."
    if len(within) == 2 and reported and reported.number - last.number == 4 and first.number != reported.number and first.year == reported.year:
        if first.number < reported.number and sum(q.number == first.number for q in named) == 1:
            yield Match(first.span, notes=(Note("The other period.", last.span),), message=said)
    elif first.number - last.number in _APART and first.year - last.year == 1 and once:
        yield Match(last.span, notes=(Note("The other period.", first.span),), message=said)


def _balances(release: Release) -> Iterator[Match]:
    """ "Cash was … as of March 31, compared with … as of December 31", in a release of the quarter that ended in June."""
    lead = next(iter(zones.lead(release)), None)
    closed = _CLOSED.search(release.folded, lead.start, lead.end) if lead else None
    if closed is None:
        return
    reported = _months(closed)
    for sentence in release.sentences:
        found = list(_BALANCE.finditer(release.folded, sentence.start, sentence.end))
        if (
            len(found) != 2
            or not _HELD.search(release.folded, sentence.start, sentence.end)
            or release.part_at(sentence.start) not in ("body", "dateline")
        ):
            continue
        one, other = found
        late = reported - _months(one)
        once = release.folded.count(one.group()[3:].strip()) == 1
        if (
            late in (3, 6)
            and once
            and _months(one) - _months(other) in (3, 6, 9, 12)
            and re.search(r"compared|versus|from|vs", release.folded[one.end() : other.start()])
        ):
            span = Span(one.start("month"), one.end())
            yield Match(
                span,
                notes=(Note("The period that is reported.", Span(*closed.span())),),
                message="“{quote}” is not the end of the period that the release reports.",
            )


def _months(match: re.Match[str]) -> int:
    return int(match["year"]) * 12 + MONTHS.index(match["month"][:3])
