"""Calendar: dates that cannot be, weekdays that disagree, time zones out of season."""

from __future__ import annotations

import dataclasses
import datetime as dt
import re
from typing import ClassVar, Literal

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import DateMention, Release, Severity, Span
from disclint.text import MONTH

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
# What is no day of any month, and so is not read as a date.
_BEYOND = re.compile(
    rf"\b{MONTH} (?:3[2-9]|[4-9]\d|00?),? (?:19|20)\d\d\b|\b(?:3[2-9]|00?) {MONTH},? (?:19|20)\d\d\b"
    r"|\b(?:31st|thirty-first) day of (?:february|april|june|september|november)\b|\b30th day of february\b"
    r"|(?<![\d/.])(?:1[3-9]|[23]\d)/(?:1[3-9]|[2-9]\d)/(?:19|20)\d\d\b"
)
_BEYOND_RANGE = re.compile(  # `November 28 to 31, 2026`
    r"\b(?:(?:april|june|september|november) \d{1,2} ?(?:-|to|through|and) ?31|february \d{1,2} ?(?:-|to|through|and) ?3[01])(?:st|th)?"
    r"(?=,? (?:19|20)\d\d\b|[.;)](?!\d))"
)
_DAY_NAME = r"(?P<weekday>(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
_DAYTIME_BEFORE = re.compile(rf"\b{_DAY_NAME} (?:early |late )?(?:morning|afternoon|evening|night),? (?:the )?$")
_WEEKDAY_BEHIND = re.compile(rf", {_DAY_NAME}(?=[.;)\n]| at \d|$)")
_FIGURES = re.compile(r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}")
_AHEAD = 120  # days
_SOON = 300  # days after the release in which what it announces may take place
# Places that keep standard time all year, by their zone.
_ALL_YEAR = {
    "m": re.compile(r"\b(?:arizona|ariz\.|phoenix|scottsdale|tucson|tempe|az|sonora)\b"),
    "c": re.compile(r"\b(?:saskatchewan|regina|saskatoon|costa rica|mexico|guatemala|honduras)\b"),
    "e": re.compile(r"\b(?:jamaica|kingston|panama|canc[uú]n|cayman|colombia|bogot[aá]|peru|lima|ecuador)\b"),
}
_SOUTH_EAST = re.compile(r"\b(?:sydney|melbourne|canberra|hobart)\b")
_SAME_DAY = re.compile(r"\b(?:that|the same) (?:day|date|morning|afternoon|evening)\b|\b(?:conference )?call\b|\bwebcast\b")
_ZONE = re.compile(
    r"\b(?:\d{1,2}(?:[:.]\d\d)? ?(?:[ap]\.?m\.?|hrs\.?|hours|h)?|noon|midnight),? ?(?:(?:u\.?s\.? ?/?|new york (?:city )?time|eastern|central|pacific|mountain|london time|paris time) ?)?"
    r"\(?(?P<zone>e\.[sd]\.t\.|p\.[sd]\.t\.|c\.[sd]\.t\.|est|edt|cst|cdt|mst|mdt|pst|pdt|cet|cest|bst|eet|eest"
    r"|aest|aedt|nzst|nzdt|british summer time|central european (?:summer )?time"
    r"|(?:eastern|central|mountain|pacific) (?:standard|daylight)(?: savings?)? time)(?!\w)"
)
_GENERAL = {"e": "ET", "c": "CT", "m": "MT", "p": "PT"}


# “in September 31 sites”; “by February 30 franchisees had signed”, where the next word counts.
_NO_DAY = re.compile(r"\b(?:in|(by|since|until|during|through|from)) $")
_COUNTED = re.compile(r" (?:more |new |other |additional )*(?:thousand|million|people|(?!is\b|was\b|has\b|as\b|this\b|its\b|us\b)[a-z]{2,}s)\b")


class ImpossibleDate(Check, frozen=True, kw_only=True):
    """A calendar date that does not exist."""

    def examine(self, release: Release) -> Examination:
        wrong = tuple(Match(d.span) for d in release.dates if d.date is None and not self._is_cut(release, d) and not self._is_count(release, d))
        beyond = tuple(
            Match(Span(*m.span())) for m in _BEYOND.finditer(release.folded) if not any(d.span.touches(Span(*m.span())) for d in release.dates)
        )
        beyond += tuple(Match(Span(*m.span())) for m in _BEYOND_RANGE.finditer(release.folded))
        return Examination((*wrong, *beyond, *self._ended_to_come(release)), evidence=tuple(d.span for d in release.dates if d.date))

    def _ended_to_come(self, release: Release) -> list[Match]:
        """A period told as ended that ends long after the release; a few weeks ahead, results may be announced for it."""
        if release.date is None:
            return []
        found: list[Match] = []
        told: set[dt.date | None] = set()
        for mention in release.dates:
            before = release.folded[max(0, mention.span.start - 12) : mention.span.start]
            ahead = mention.date not in told and mention.date and mention.year_given and (mention.date - release.date).days > _AHEAD
            if ahead and re.search(r"\bended (?:on )?$", before) and release.part_at(mention.span.start) in ("body", "dateline", "boilerplate"):
                message = "“{quote}” lies after the day of the release, though the period is told as ended."
                told.add(mention.date)
                found.append(Match(mention.span, severity=Severity.WARNING, message=message))
        return found

    def _is_cut(self, release: Release, mention: DateMention) -> bool:
        """In a table only a cell that is a date and nothing else is sure to be one."""
        around = release.text[mention.span.start - 1 : mention.span.start] + release.text[mention.span.end : mention.span.end + 1]
        return release.part_at(mention.span.start) == "table" and not (mention.year_given and not around.strip("\t\n"))

    def _is_count(self, release: Release, mention: DateMention) -> bool:
        """“bought in September 31 thousand acres”, “in June 31 stores”: a number of things."""
        after = release.folded[mention.span.end : mention.span.end + 24]
        if re.match(r"[ -](?:quarter|half|month)\b", after):
            return True  # “31 June quarter trains”
        if re.match(r"%| ?per ?cent\b", after) and not mention.year_given:
            return True
        leading = _NO_DAY.search(release.folded, max(0, mention.span.start - 9), mention.span.start)
        if mention.year_given or leading is None:
            return False
        return bool(_COUNTED.match(after) if leading.group(1) else re.match(r" [a-z]", after))


class WeekdayDisagrees(Check, frozen=True, kw_only=True):
    """A weekday that is not that of the date it stands beside."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"weekday", "date", "written"})

    def examine(self, release: Release) -> Examination:
        dates = (self._with_weekday_apart(release, d) for d in release.dates if d.date)
        both = [d for d in dates if d.weekday and not self._is_range(release, d)]
        if not both:
            return Examination(moot="no date stands beside a weekday")
        wrong = [d for d in both if not self._agrees(release, d)]
        return Examination(tuple(self._match(release, d) for d in wrong), evidence=tuple(d.span for d in both if d not in wrong))

    def _with_weekday_apart(self, release: Release, mention: DateMention) -> DateMention:
        """The date with the weekday that a time of the day parts from it, or that stands behind it: “Monday evening, March 2”, “2 March, Monday”."""
        if mention.weekday:
            return mention
        before = _DAYTIME_BEFORE.search(release.folded, max(0, mention.span.start - 28), mention.span.start)
        after = _WEEKDAY_BEHIND.match(release.folded, mention.span.end)
        found = before or after
        return dataclasses.replace(mention, weekday=Span(*found.span("weekday"))) if found else mention

    def _is_range(self, release: Release, mention: DateMention) -> bool:
        """“Monday through Friday, January 14 to 18”: the weekday ends a range, and the date begins one."""
        assert mention.weekday is not None
        before = release.folded[max(0, mention.weekday.start - 16) : mention.weekday.start]
        return bool(re.search(r"day,? ?(?:through|thru|to|until|-|and) ?$", before)) and mention.weekday.start < mention.span.start

    def _agrees(self, release: Release, mention: DateMention) -> bool:
        """Without a year, any year in which the day lies around the release may be meant."""
        written = _weekday(release, mention)
        if written is None or mention.date is None:
            return True
        days = list(meant(release, mention))
        if _FIGURES.fullmatch(release.text, mention.span.start, mention.span.end) and max(mention.date.month, mention.date.day) < 13:
            days.append(mention.date.replace(month=mention.date.day, day=mention.date.month))  # 09/11 is a day of September or of November
        return any(_WEEKDAYS[day.weekday()] == written for day in days)

    def _match(self, release: Release, mention: DateMention) -> Match:
        assert mention.weekday is not None
        assert mention.date is not None
        span = Span(min(mention.weekday.start, mention.span.start), max(mention.weekday.end, mention.span.end))
        values = {
            "weekday": _WEEKDAYS[mention.date.weekday()].capitalize(),
            "date": f"{mention.date:%B} {mention.date.day}, {mention.date.year}",
            "written": release.quote(mention.weekday),
        }
        return Match(span, values)


class ZoneOutOfSeason(Check, frozen=True, kw_only=True):
    """A time zone of winter in summer, or of summer in winter."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"zone", "date", "right"})

    def examine(self, release: Release) -> Examination:
        matches, seen = [], []
        for found in _ZONE.finditer(release.folded):
            span = Span(*found.span("zone"))
            day = _day_of(release, span)
            if day is None or not release.text[span.start].isupper() or _keeps_no_summer_time(release, found):
                continue
            seen.append(span)
            zone = found.group("zone").replace(".", "")
            season, summer = _season(zone), is_summer(day, zone)
            if (season == "summer") != summer:
                right = _right(zone, summer)
                matches.append(Match(span, {"zone": release.quote(span), "date": day.isoformat(), "right": right}, replacement=right))
        if not seen:
            return Examination(moot="no time of day is given with a zone that has seasons")
        return Examination(tuple(matches), evidence=tuple(seen))


def _weekday(release: Release, mention: DateMention) -> str | None:
    if mention.weekday is None:
        return None
    word = release.folded[mention.weekday.start : mention.weekday.end].strip(" .,")
    return next((day for day in _WEEKDAYS if day.startswith(word[:3]) and len(word) >= 3), None)


def meant(release: Release, mention: DateMention) -> tuple[dt.date, ...]:
    """The days that may be meant: the one given, or without a year those from half a year before the release to a year after."""
    if mention.date is None:
        return ()
    if mention.year_given or release.date is None:
        return (mention.date,)
    days = []
    for year in (release.date.year - 1, release.date.year, release.date.year + 1):
        try:
            day = mention.date.replace(year=year)
        except ValueError:  # 29 February
            continue
        if -150 <= (day - release.date).days <= 215:
            days.append(day)
    return tuple(days) or (mention.date,)


def _day_of(release: Release, span: Span) -> dt.date | None:
    """The day of the release where the sentence speaks of today, else the date in it that stands nearest."""
    sentence = sentence_at(release, span)
    if re.search(r"\btoday\b", release.folded[sentence.start : sentence.end]):
        return release.date
    near = [d for d in release.dates if d.date and sentence.covers(d.span)]
    if near:
        return min(near, key=lambda d: min(abs(d.span.start - span.end), abs(span.start - d.span.end))).date
    told = _told_before(release, sentence) if _SAME_DAY.search(release.folded, sentence.start, sentence.end) else None
    return told or _own_day(release, span)


def _own_day(release: Release, span: Span) -> dt.date | None:
    """The release's own day, for a time without a date: where no day named for the time after it lies in the other season."""
    if release.date is None or release.part_at(span.start) in ("contacts", "letterhead", "boilerplate", "cautionary", "legend", "wire-tail"):
        return None
    zone = release.folded[span.start : span.end]
    coming = [d.date for d in release.dates if d.date and 0 < (d.date - release.date).days <= _SOON]
    return release.date if len({is_summer(day, zone) for day in (release.date, *coming)}) == 1 else None


def _told_before(release: Release, sentence: Span) -> dt.date | None:
    """The last day named in the sentence before it in the same or the preceding paragraph."""
    start = max(0, sentence.start - 600)
    before = [d for d in release.dates if d.date and d.role != "release" and start <= d.span.start < sentence.start]
    before = [d for d in before if d.role != "period-end" or (release.date and d.date and d.date > release.date)]
    return before[-1].date if before else None


def _keeps_no_summer_time(release: Release, found: re.Match[str]) -> bool:
    """Arizona, Saskatchewan and Jamaica keep standard time all year; so does Australia's Queensland with its own EST."""
    sentence, zone = sentence_at(release, Span(*found.span("zone"))), found.group("zone")
    place = release.dateline.span if release.dateline else sentence
    kept = _ALL_YEAR.get(zone[0])
    standard = zone in ("mst", "cst", "est") or zone.endswith("standard time")
    settled = standard and kept is not None and any(kept.search(release.folded, span.start, span.end) for span in (sentence, place))
    queensland = zone == "aest" and not _SOUTH_EAST.search(release.folded, sentence.start, sentence.end)
    return settled or queensland or (release.market == "au" and zone in ("est", "edt"))


_SUMMER = frozenset("edt cdt mdt pdt cest bst eest aedt nzdt".split())
_SOUTHERN = ("aest", "aedt", "nzst", "nzdt")
_EUROPEAN = ("cet", "cest", "eet", "eest", "bst", "british summer time", "central european time", "central european summer time")


def _season(zone: str) -> Literal["summer", "winter"]:
    return "summer" if "daylight" in zone or "summer" in zone or zone in _SUMMER else "winter"


def _right(zone: str, summer: bool) -> str:
    if zone in ("cet", "cest", "eet", "eest", "bst"):
        return {"c": "CEST" if summer else "CET", "e": "EEST" if summer else "EET", "b": "BST" if summer else "GMT"}[zone[0]]
    if zone in _SOUTHERN:
        return zone[: len(zone) - 2].upper() + ("DT" if summer else "ST")
    if zone in _EUROPEAN:
        return "Greenwich Mean Time" if zone[0] == "b" else f"Central European {'Summer ' if summer else ''}Time"
    return f"{zone.split()[0].capitalize()} Time" if " " in zone else _GENERAL[zone[0]]


def is_summer(day: dt.date, zone: str) -> bool:
    """Whether daylight time is kept on the day: 15 U.S.C. 260a in the United States, Directive 2000/84/EC in Europe."""
    if zone in _SOUTHERN:
        begins = _sunday(day.year, 10, 1) - dt.timedelta(days=7 if zone[0] == "n" else 0)  # in New Zealand a week before Australia
        return not _sunday(day.year, 4, 1) <= day < begins
    if zone in _EUROPEAN:
        return _sunday(day.year, 3, -1) <= day < _sunday(day.year, 10, -1)
    if day.year >= 2007:
        return _sunday(day.year, 3, 2) <= day < _sunday(day.year, 11, 1)
    return _sunday(day.year, 4, 1) <= day < _sunday(day.year, 10, -1)


def _sunday(year: int, month: int, number: int) -> dt.date:
    """The first, second, … or (-1) last Sunday of the month; months here have 31 days where the last is asked for."""
    if number > 0:
        first = dt.date(year, month, 1)
        return first + dt.timedelta(days=(6 - first.weekday()) % 7 + 7 * (number - 1))
    last = dt.date(year, month, 31)
    return last - dt.timedelta(days=(last.weekday() + 1) % 7)
