"""The days over the columns of a table of quarters, against the quarter that the release reports."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.checks import zones
from disclint.checks.base import Match
from disclint.checks.numbers.period_words import DAY, MONTHS, OTHER_YEARS, apart, closing_month
from disclint.measures import unwrapped
from disclint.model import Note, Release, Span

_QUARTER = r"(?:quarters?|three[ -]months?|(?:13|14|thirteen|fourteen)[ -]weeks?)"
_REPORTED = re.compile(
    rf"\b{_QUARTER}(?:,? (?:of )?(?:fiscal )?(?:year )?(?:19|20)\d\d)?(?:,? the (?:13|14|thirteen|fourteen) weeks)?,? (?:which )?ended (?:on )?{DAY},? (?P<year>(?:19|20)\d\d)\b"
)
_OF_QUARTERS = re.compile(rf"\b{_QUARTER}(?: periods?)? ended\b")
_LONGER = re.compile(
    r"\b(?:six|nine|twelve|26|39|52|53|twenty-six|thirty-nine|fifty-two)[ -](?:month|week)s?|\byears?\b|\bas of\b|\byear-to-date|\bpro forma|\bquarterly\b"
)
_PERIOD_LAST = re.compile(rf"\b{_QUARTER}(?: periods?)? ended {DAY},?(?: (?:19|20)\d\d(?: and (?:19|20)\d\d)?)?[:)]?")
_DATED = re.compile(rf"\b{DAY}(?:,? (?P<year>(?:19|20)\d\d)\b)?")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(r"[a-z)]\t[$\u20ac\u00a3( ]*(?!(?:19|20)\d\d\b)\d[\d,.]*\d")
_LATE = 100  # days after which a quarter's results are no longer news


@dataclass(frozen=True, slots=True)
class _Column:
    span: Span
    month: int
    year: int

    @property
    def closing(self) -> int:
        return self.year * 12 + self.month


def of_another_period(release: Release) -> Iterator[Match]:
    """A table whose two columns are a quarter that the first paragraph does not report and the year before of that, or no two years of one quarter."""
    words = unwrapped(release.document)
    lead = next(iter(zones.lead(release)), None)
    told = _REPORTED.search(words, lead.start, lead.end) if lead else None
    if told is None or OTHER_YEARS.search(words):
        return
    reported = _Column(Span(*told.span()), closing_month(told), int(told["year"]))
    if not is_news(release, told):
        return
    tables = [Span(_title(release, number), block.span.end) for number, block in enumerate(release.document.blocks) if block.kind == "table"]
    for table in tables:
        columns = _columns(words, table)
        if len(columns) == 2 and (odd := _odd(columns, reported)) and _told_nowhere_else(tables, words, odd):
            yield Match(
                odd.span,
                notes=(Note("The period that is reported.", reported.span),),
                message="“{quote}” stands over a column, but is not the quarter that the release reports.",
            )
            return


def is_news(release: Release, told: re.Match[str]) -> bool:
    """Whether the release came soon after the period."""
    try:
        closed = dt.date(int(told["year"]), MONTHS.index(told["month"][:3]) + 1, int(told["day"]))
    except ValueError:
        return False
    return release.date is None or 0 <= (release.date - closed).days <= _LATE


def _title(release: Release, number: int) -> int:
    """Where the lines begin that stand right over a table and name its period, which may be set apart from it; else where the table does."""
    blocks = release.document.blocks
    start = blocks[number].span.start
    for above in blocks[max(0, number - 3) : number]:
        named = _PERIOD_LAST.search(release.folded, above.span.start, above.span.end) if above.kind != "table" and len(above.span) < 220 else None
        if named and named.end() == above.span.end:
            return named.start()
    return start


def _columns(words: str, table: Span) -> list[_Column]:
    """The quarters over the columns, where the table shows no other periods."""
    first = _FIGURE.search(words, table.start, table.end)
    head = Span(table.start, first.start() if first else table.start)
    said = words[head.start : head.end]
    if not _OF_QUARTERS.search(said) or _LONGER.search(said):
        return []
    days = list(_DATED.finditer(words, head.start, head.end))
    if len(days) == 1:
        years = [int(year) for year in _YEAR.findall(words[days[0].end("day") : head.end])]
        return [_Column(Span(*days[0].span()), closing_month(days[0]), year) for year in years] if len(years) == 2 else []
    if len(days) == 2 and all(day["year"] for day in days):
        return [_Column(Span(*day.span()), closing_month(day), int(day["year"])) for day in days]
    if len(days) == 2 and not any(day["year"] for day in days):
        years = [int(y) for y in _YEAR.findall(words[days[1].end() : head.end + 1])]
        return [_Column(Span(*day.span()), closing_month(day), year) for day, year in zip(days, years, strict=False)] if len(years) == 2 else []
    return []


def _odd(columns: list[_Column], reported: _Column) -> _Column | None:
    new, old = sorted(columns, key=lambda column: -column.closing)
    if not apart(new.month, old.month) and new.year - old.year == 1:
        return new if new.closing < reported.closing and apart(new.month, reported.month) else None
    if abs(new.closing - old.closing) in (2, 3, 4):
        return None  # a quarter beside the one before
    for one, other in ((new, old), (old, new)):
        if apart(one.month, reported.month) and not apart(other.month, reported.month) and abs(other.closing - reported.closing) % 12 in (0, 1, 11):
            return one
    return None


def _told_nowhere_else(tables: list[Span], words: str, odd: _Column) -> bool:
    """Whether no words of the release but its tables are of that quarter."""
    day = _DATED.match(words, odd.span.start)
    others = (m for m in _DATED.finditer(words) if not any(table.start <= m.start() < table.end for table in tables))
    return day is not None and not any(m["month"] == day["month"] and (m["year"] or str(odd.year)) == str(odd.year) for m in others)
