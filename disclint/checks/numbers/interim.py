"""Interim periods ("nine months ended December 31") that the rest of the release contradicts, in its text or above the columns of its tables.

A release may speak of many quarters; certain is only what no order of them allows: half-years and nine months that end in different
months, columns side by side that cannot be, and a quarter compared with the year before of another.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclint.checks import zones
from disclint.checks.base import Match
from disclint.checks.numbers import table_heads
from disclint.checks.numbers.period_words import DAY, LENGTH, MONTHS, OTHER_YEARS, THAN, apart, closing_month, length
from disclint.measures import unwrapped
from disclint.model import Note, Release, Span

_INTERIM = re.compile(
    rf"\b(?:(?:three|six|13|26|thirteen|twenty-six)(?:[ -](?:month|week)s?)? and )?(?P<length>{LENGTH})[ -](?:month|week)s? (?:periods? )?ended {DAY}(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_YEAR = re.compile(rf"\byears? (?:ended|ends on|ends|ending on) {DAY}")
_QUARTER = re.compile(
    rf"\b(?:quarter|three months|(?:13|14|thirteen|fourteen) weeks)(?:,? (?:of )?(?:fiscal )?(?:year )?(?:19|20)\d\d)?,? (?:which )?ended {DAY}(?:,? (?P<year>(?:19|20)\d\d)\b)?"
)
_PAIR = re.compile(r" and (?P<earlier>(?:19|20)\d\d)\b")
_AND_DAY = re.compile(rf" and {DAY},? (?P<year>(?:19|20)\d\d)\b")
_BESIDE = re.compile(r"[\s,]*(?:\(unaudited\)[\s,]*)?")
_YEARS = re.compile(r"[\s,|]*(?:(?:(?:19|20)\d\d|[%$]? ?(?:change|variance|chg\.?)|\([^()\d\t]{0,80}\))[\s,|]*)+")
_AGAIN = re.compile(
    r"\bcompared (?:[^.]|\.\d){0,140}?\b(?:same|comparable|corresponding) (?:period|quarter|three)|\b(?:(?:prior|previous|last)[- ](?:fiscal )?year|year[- ]ago|year earlier)\b"
)


@dataclass(frozen=True, slots=True)
class _Interim:
    """A period so many months long, the month it closed, and its year where one stands."""

    span: Span
    length: str
    month: int
    year: int | None

    @property
    def closing(self) -> int:
        """Months since the beginning of the calendar, for periods that have a year."""
        return (self.year or 0) * 12 + self.month


def contradictory(release: Release) -> Iterator[Match]:
    words = unwrapped(release.document)
    if not ("months ended" in words or "weeks ended" in words) or OTHER_YEARS.search(words):
        return
    found = [_interim(match) for match in _INTERIM.finditer(words)]
    years = [closing_month(match) for match in _YEAR.finditer(words)]
    reported = _reported(release, words, found)
    yield from _lengths_apart(found, years)
    yield from _days_apart(words)
    yield from _side_by_side(release, words, found, reported)
    if reported:
        yield from _compared(release, found, reported)
        yield from _pair_apart(release, found, reported)
        yield from _table_apart(release, found, reported)
    yield from _lead_apart(release, words)
    yield from _so_far_apart(release, words, found)


def _interim(match: re.Match[str]) -> _Interim:
    return _Interim(Span(*match.span()), length(match["length"]), closing_month(match), int(match["year"]) if match["year"] else None)


def _length(match: re.Match[str]) -> str:
    return length(match.groupdict().get("length") or "")


def _reported(release: Release, words: str, found: Sequence[_Interim]) -> _Interim | None:
    """The quarter that the first paragraph reports; else the one named most often, if it is the latest of those named."""
    lead = next(iter(zones.lead(release)), None)
    told = _QUARTER.search(words, lead.start, lead.end) if lead else None
    if told and told["year"] and not THAN.search(words, lead.start if lead else 0, told.start()):
        return _Interim(Span(*told.span()), "three", closing_month(told), int(told["year"]))
    quarters = Counter((f.year, f.month) for f in found if f.length == "three" and f.year)
    if not quarters:
        return None
    (latest, times) = max(quarters.items(), key=lambda item: (item[0][0] or 0, item[0][1]))
    if times < 2 or times < max(quarters.values()):
        return None
    return next(f for f in found if f.length == "three" and (f.year, f.month) == latest)


def _lengths_apart(found: Sequence[_Interim], years: Sequence[int]) -> Iterator[Match]:
    """One financial year has one end of its six and one of its nine months."""
    closing = years[0] if years and not any(apart(years[0], other) for other in years) else None
    for so_far, months in (("six", 6), ("nine", 9)):
        of = [f for f in found if f.length == so_far]
        for odd in of:
            agreeing = [other for other in of if not apart(odd.month, other.month)]
            others = [other for other in of if apart(odd.month, other.month)]
            expected = closing is not None and any(not apart((closing + months - 1) % 12 + 1, other.month) for other in others)
            if len(agreeing) == 1 and others and (expected or (closing is None and len(others) > 1)) and not _one_year_from(odd, closing, months):
                yield _match(odd.span, others[0].span, "“{quote}” cannot stand beside the release's other periods: one financial year has not both.")


def _so_far_apart(release: Release, words: str, found: Sequence[_Interim]) -> Iterator[Match]:
    """The six months of a second quarter, or the nine of a third, that do not end with the quarter of that year."""
    lead = next(iter(zones.lead(release)), None)
    told = _QUARTER.search(words, lead.start, lead.end) if lead else None
    nth = (
        re.search(r"\b(second|third) (?:fiscal )?quarter\b[^.;]{0,60}$", words[lead.start : told.end("month")])
        if lead and told and told["year"]
        else None
    )
    if not (told and nth and table_heads.is_news(release, told)):
        return
    odd = [
        f
        for f in found
        if f.length == {"second": "six", "third": "nine"}[nth[1]] and f.year == int(told["year"]) and apart(f.month, closing_month(told))
    ]
    if len(odd) == 1:
        yield _match(odd[0].span, Span(*told.span()), "“{quote}” does not end with the quarter that the release reports.")


def _days_apart(words: str) -> Iterator[Match]:
    """A quarter that ended some days from the end that the other words give it: of 52 weeks, the day of another year."""
    named = (match for form in (_INTERIM, _QUARTER) for match in form.finditer(words) if match["year"])
    ended = [(day, span) for span, day in sorted({Span(m.start("month"), m.end()): _date(m) for m in named}.items()) if day]
    times = Counter(day for day, _ in ended)
    for day, span in ended:
        other = next((place for near, place in ended if 0 < abs((near - day).days) < 10 and times[near] > 1), None)
        if other and times[day] == 1:
            yield _match(span, other, "“{quote}”: by the release's other words that period ended on another day.")


def _date(match: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(match["year"]), MONTHS.index(match["month"][:3]) + 1, int(match["day"]))
    except ValueError:
        return None


def _one_year_from(odd: _Interim, closing: int | None, months: int) -> bool:
    return closing is not None and not apart((closing + months - 1) % 12 + 1, odd.month)


def _side_by_side(release: Release, words: str, found: Sequence[_Interim], reported: _Interim | None) -> Iterator[Match]:
    """Columns of a quarter beside those of the longer period that it closes, or of the year: they end on one day."""
    tables = [block.span for block in release.document.blocks if block.kind == "table"]
    usual = reported.month if reported else None
    for quarter in (f for f in found if f.length == "three" and any(t.covers(f.span) for t in tables)):
        beside = _BESIDE.match(words, quarter.span.end)
        start = beside.end() if beside else quarter.span.end
        longer = _INTERIM.match(words, start) or _YEAR.match(words, start)
        if longer is None:
            head = re.compile(r"(?:(?:fiscal|full) )?(?=years? ended)").match(words, start)
            longer = _YEAR.match(words, head.end()) if head else None
        if longer is None or _length(longer) == "three" or not apart(quarter.month, closing_month(longer)):
            continue
        whole_year = _length(longer) in ("", "twelve")
        if whole_year and not _same_years(words, longer.end("day")):
            continue  # a quarter beside the last whole year, as in the twelve months up to now
        place = Span(*longer.span())
        odd, right = (place, quarter.span) if not whole_year and usual and not apart(quarter.month, usual) else (quarter.span, place)
        yield _match(odd, right, "“{quote}” stands beside a period that ends on another day: columns of one report end together.")


def _same_years(words: str, start: int) -> bool:
    """Whether the years below are the same for both."""
    listed = _YEARS.match(words, start)
    years = re.findall(r"\d{4}", listed.group()) if listed else []
    half = len(years) // 2
    return len(years) in (2, 4, 6) and years[:half] == years[half:]


def _compared(release: Release, found: Sequence[_Interim], reported: _Interim) -> Iterator[Match]:
    """The year before of the reported quarter, beside a quarter that is not the reported one; or the reverse."""
    for sentence in release.sentences:
        named = [f for f in found if f.length == "three" and sentence.covers(f.span)]
        if len(named) == 1 and _is_alone(release, named[0], found, reported) and _AGAIN.search(release.folded, named[0].span.end, sentence.end):
            yield _match(named[0].span, reported.span, "“{quote}” is not the quarter that the release reports.")
            continue
        if len(named) == 1:
            match = _AND_DAY.match(release.folded, named[0].span.end)
            named += [_Interim(Span(match.start("month"), match.end()), "three", closing_month(match), int(match["year"]))] if match else []
        if (
            len(named) != 2
            or not (named[0].year and named[1].year)
            or (not THAN.search(release.folded, named[0].span.end, named[1].span.start) and "each of" not in release.quote(sentence))
        ):
            continue
        for one, other in (named, named[::-1]):
            year_before = reported.closing - other.closing == 12
            itself = reported.closing == other.closing
            gap = abs(one.closing - other.closing)
            if apart(one.month, reported.month) and one.closing < reported.closing and (year_before or (itself and gap > 6)):
                yield _match(one.span, other.span, "“{quote}” is compared with a period that is not the same of another year.")
                break


def _is_alone(release: Release, one: _Interim, found: Sequence[_Interim], reported: _Interim) -> bool:
    """Whether a quarter of the year reported, and not the one before, is named this once."""
    times = sum(f.length == "three" and not apart(f.month, one.month) for f in found)
    late = reported.closing - one.closing if one.year else (reported.month - one.month) % 12
    return times == 1 and 4 < late < 12 and release.part_at(one.span.start) in ("dateline", "body")


def _pair_apart(release: Release, found: Sequence[_Interim], reported: _Interim) -> Iterator[Match]:
    """ "For the three months ended March 31, 2024 and 2023", once, in a release that otherwise reports other months of those years."""
    pairs: list[tuple[_Interim, bool]] = []
    for one in found:
        match = _PAIR.match(release.folded, one.span.end)
        if one.length == "three" and match and one.year and int(match["earlier"]) == one.year - 1:
            pairs.append((one, apart(one.month, reported.month)))
    odd = [one for one, apart in pairs if apart]
    named = sum(f.length == "three" and not apart(f.month, odd[0].month) for f in found) if odd else 0
    if len(odd) == 1 and named == 1 and odd[0].year == reported.year and reported.closing - odd[0].closing > 4:
        yield _match(odd[0].span, reported.span, "“{quote}” stands alone: the release reports another quarter of that year.")


def _table_apart(release: Release, found: Sequence[_Interim], reported: _Interim) -> Iterator[Match]:
    """A quarter that stands once, over a table, and whose next is named nowhere: no row of quarters, and not the one reported."""
    heads = [block.span for block in release.document.blocks if block.kind in ("table", "heading")]
    closings = Counter(f.closing for f in found if f.length == "three" and f.year)
    for one in found:
        once = one.length == "three" and one.year and closings[one.closing] == 1
        in_a_row = closings[one.closing + 3] or closings[one.closing - 3]
        if once and not in_a_row and reported.closing - one.closing in (6, 9, 18, 21) and any(head.covers(one.span) for head in heads):
            yield _match(one.span, reported.span, "“{quote}” stands alone: the release reports another quarter.")


def _lead_apart(release: Release, words: str) -> Iterator[Match]:
    """The quarter that the first paragraph reports, where every table is of another."""
    lead = next(iter(zones.lead(release)), None)
    told = _QUARTER.search(words, lead.start, lead.end) if lead else None
    if not told or THAN.search(words, lead.start if lead else 0, told.start()) or (told["year"] and table_heads.is_news(release, told)):
        return
    heads = [head for block in release.document.blocks if block.kind == "table" and (head := _head(words, block.span))]
    days = [Span(*day.span()) for head in heads for day in re.finditer(DAY, words[head.start : head.end])]
    months = {closing_month(day) for head in heads for day in re.finditer(DAY, words[head.start : head.end])}
    if days and all(apart(closing_month(told), month) for month in months) and not any(apart(min(months), month) for month in months):
        yield _match(Span(*told.span()), heads[0], "“{quote}”: the tables are of another quarter.")


def _head(words: str, table: Span) -> Span | None:
    """What stands over the columns of a table that shows only quarters."""
    first = re.compile(r"[a-z)]\t[$\u20ac\u00a3( ]*\d[\d,.]*\d").search(words, table.start, table.end)
    head = Span(table.start, first.start() if first else table.start)
    said = words[head.start : head.end]
    return head if "three months ended" in said and not re.search(r"\b(?:six|nine|twelve) months|\byear|\bas of\b", said) else None


def _match(odd: Span, other: Span, message: str) -> Match:
    return Match(odd, notes=(Note("The other period.", other),), message=message)
