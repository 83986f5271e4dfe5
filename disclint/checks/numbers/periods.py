"""Reporting periods that contradict one another, the calendar of their year, or the release's own date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import announced, compared_quarters, interim, table_heads
from disclint.checks.numbers.period_words import QUARTER_NAMES, QUARTERS, apart
from disclint.model import DateMention, Note, Release, Span

_QUARTER = r"(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter|(?P<q>q[1-4]))"
_OF_YEAR = r"(?:,? (?:of )?(?:the |our |its )*(?:fiscal )?(?:year )?(?:20|19)\d\d)?"
_ENDED = re.compile(
    rf"\b(?:{_QUARTER}{_OF_YEAR}|(?P<year>(?:(?:fiscal|full|financial) )*year{_OF_YEAR}|twelve months)|(?P<length>(?:three|six|nine) months|quarter))"
    r"(?P<and>,? and (?:the )?(?:(?:full|fiscal|first|financial) )*(?:year|(?P<months>three|six|nine|twelve)[ -]months?)(?: period)?)?"
    r",? (?:which )?ended (?:on )?(?P<day>[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9})"
)
_MONTHS_SO_FAR = {1: ("three",), 2: ("three", "six"), 3: ("three", "nine"), 4: ("three", "twelve")}
_QUARTER_OF = re.compile(rf"\b{_QUARTER}(?:,? (?:of )?(?:the |our |its )*(?:fiscal )?(?:year )?(?P<of>(?:20|19)\d\d))\b")
_MONTHS_ENDED = re.compile(
    r"\b(?P<length>(?:three|six|nine|twelve)[ -]months?|(?:fiscal )?year|quarter)(?: period)? ended (?P<until>[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d)\b"
)
_THAN = re.compile(
    r"\b(?:compared (?:to|with)|versus|vs\.?|from|over|in comparison (?:to|with))"
    r"(?: (?:the|an?|in|of|or|for|during|net|total|loss|income|sales|revenues?|approximately|about|per|diluted|basic|share|million|billion|thousand"
    r"|percent|\(?(?:us)?[$\u20ac\u00a3]?\(?[\d.,]+%?\)?,?))* $"
)
_THAN_AT_ALL = re.compile(r" (?:compared|versus|vs\.?|from|over|comparison) ")
_OTHER_BASIS = re.compile(r"gaap|adjust|guid|expect|outlook|estimate|consensus|budget|forecast|plan|previous|prelim|restat|exclud|pro forma|constant")
_ANNUAL = re.compile(
    r"\b10-k(?:/a)? for (?:the |its |our )?(?:fiscal |financial |full )*year ended (?P<day>[a-z]{3,9}\.? \d{1,2}|\d{1,2} [a-z]{3,9})"
)
_RESULTS_ENDED = re.compile(
    rf"\bresults (?:for|of|from) [^.;]{{0,60}}?(?:{_QUARTER}|quarter|year|(?:three|six|nine|twelve) months)[^.;]{{0,40}}? ended $"
)
_YEAR_CHANGED = re.compile(
    r"\bchang(?:e|ed|es|ing) (?:in )?(?:its|our|the|to (?:its|our|the)) (?:fiscal|financial) year|transition period|new fiscal year[- ]end"
)
_AHEAD = re.compile(
    r"\b(?:will|would|expect\w*|anticipat\w*|guidance|outlook|forecast\w*|project\w*|intend\w*|plan\w*|may|target\w*|to be|until|once|after|beginning|begins)\b"
)


@dataclass(frozen=True, slots=True)
class _Ended:
    """A period and the day it ended: which quarter (0: none named), and the month in which its financial year ends."""

    span: Span
    quarter: int
    year_end: int


class PeriodInconsistent(Check, frozen=True, kw_only=True):
    """Quarters that no one financial year can have, a period that ended after the release, or one that is compared with itself."""

    def examine(self, release: Release) -> Examination:
        told = zones.spans(release, ("copy",)) if "quarter" in release.folded or "ended" in release.folded else ()
        found = [match for zone in told for match in _ENDED.finditer(release.folded, zone.start, zone.end)]
        ended = [end for match in found if (end := _ended(release, match))]
        matches = [
            *_not_yet(release, found),
            *(() if _YEAR_CHANGED.search(release.folded) else _years_apart(release, ended, _annual(release))),
            *_halves_apart(release, found),
            *_a_year_ago(release, found),
            *_miscounted(found),
            *_with_itself(release, told),
            *announced.another_in_lead(release),
            *announced.another_in_subheads(release),
            *announced.months_apart(release),
            *announced.one_day_twice(release),
            *compared_quarters.wrong(release),
            *table_heads.of_another_period(release),
            *interim.contradictory(release),
        ]
        first_of_each = {match.span: match for match in reversed(matches)}
        return Examination(matches=tuple(first_of_each[span] for span in sorted(first_of_each)), evidence=tuple(end.span for end in ended))


def _number(match: re.Match[str]) -> int:
    return QUARTERS.get(match["nth"] or match["q"] or "", 0)


def _ended(release: Release, match: re.Match[str]) -> _Ended | None:
    """None where the words tell nothing about the financial year."""
    mention = _mention(release, match)
    quarter = _number(match)
    if not (mention and mention.date) or not (quarter or (match["year"] and not match["and"])):
        return None
    month = mention.date.month
    closing = month if mention.date.day > 10 else (month - 2) % 12 + 1  # years of 52 weeks end some days after a month
    return _Ended(Span(match.start(), mention.span.end), quarter, (closing + 3 * (4 - (quarter or 4)) - 1) % 12 + 1)


def _mention(release: Release, match: re.Match[str]) -> DateMention | None:
    return next((m for m in release.dates if m.span.start <= match.start("day") < m.span.end), None)


def _not_yet(release: Release, found: Sequence[re.Match[str]]) -> Iterator[Match]:
    """A period said to have ended, on a day after the release."""
    for match in found:
        mention = _mention(release, match)
        if not (mention and mention.date and mention.year_given and release.date) or mention.date <= release.date:
            continue
        sentence = next((s for s in release.sentences if s.covers(mention.span)), mention.span)
        if not _AHEAD.search(release.folded, sentence.start, sentence.end):
            said = "a period that is said to have ended, but the day lies after the date of the release"
            dated = (Note("The release is of this day.", release.dateline.date_span),) if release.dateline and release.dateline.date_span else ()
            yield Match(Span(match.start(), mention.span.end), notes=dated, message=f"“{{quote}}”: {said}.")
            return  # one slip, however often the period is named


def _annual(release: Release) -> list[_Ended]:
    """The financial year of the annual report that the release cites."""
    reports = _ANNUAL.finditer(release.folded)
    return [_Ended(Span(*report.span()), 0, mention.date.month) for report in reports if (mention := _mention(release, report)) and mention.date]


def _a_year_ago(release: Release, found: Sequence[re.Match[str]]) -> Iterator[Match]:
    """Results in the lead of a period that ended over a year ago, where other words give the same day of the next year."""
    lead = next(iter(zones.lead(release)), None)
    for match in found:
        mention = _mention(release, match)
        if not (lead and release.date and mention and mention.date and mention.year_given and lead.covers(mention.span)):
            continue
        late = (release.date - mention.date).days
        if 365 <= late <= 365 + 120 and _RESULTS_ENDED.search(release.folded, lead.start, match.start("day")):
            same_day = (mention.date.month, mention.date.day)
            after = [m.span for m in release.dates if m.date and (m.date.month, m.date.day) == same_day and m.date.year == mention.date.year + 1]
            of_next = (m for m in _QUARTER_OF.finditer(release.folded) if _number(m) == _number(match) and m["of"] == str(mention.date.year + 1))
            after += [Span(*m.span()) for m in of_next] if _number(match) else []
            if after:
                yield Match(
                    Span(match.start(), mention.span.end),
                    notes=(Note("Elsewhere it is the same period of the next year.", after[0]),),
                    message="“{quote}” lies more than a year before the release: the year was not turned.",
                )
                return


def _years_apart(release: Release, ended: Sequence[_Ended], annual: Sequence[_Ended]) -> Iterator[Match]:
    """Quarters and years that end in months which no one financial year allows; those that most of the others agree with are taken as right."""
    for end in ended:
        others = [*(other for other in ended if other.span != end.span), *annual[:1]]
        against = [other for other in others if apart(end.year_end, other.year_end)]
        agreeing = len(others) - len(against)
        earlier_twin = agreeing == 0 and len(against) == 1 and end.span < against[0].span and against[0] not in annual
        if against and len(against) > agreeing and not earlier_twin:
            other = against[0]
            yield Match(
                end.span,
                notes=(Note(f"By these words the financial year ends in another month: “{release.quote(other.span)}”.", other.span),),
                message="“{quote}” cannot stand beside the release's other periods: one financial year has not both.",
            )


def _halves_apart(release: Release, found: Sequence[re.Match[str]]) -> Iterator[Match]:
    """Six months that end neither in the month of the first six months named nor half a year from it."""
    ends = [(match, m) for match in found if match["length"] == "six months" and not match["and"] and (m := _mention(release, match)) and m.date]
    for match, mention in ends[1:]:
        first = ends[0][1]
        if mention.date and first.date and (mention.date.month - first.date.month) % 6 in (2, 3, 4):
            yield Match(
                Span(match.start(), mention.span.end),
                notes=(Note("These six months end in another month.", first.span),),
                message="“{quote}” cannot stand beside the release's other half-year: one financial year has not both.",
            )


def _miscounted(found: Sequence[re.Match[str]]) -> Iterator[Match]:
    """ "Third quarter and six months ended": a year's first three quarters are nine months."""
    for match in found:
        quarter = _number(match)
        if quarter and match["months"] and match["months"] not in _MONTHS_SO_FAR[quarter]:
            said = f"the {QUARTER_NAMES[quarter]} quarter closes {_MONTHS_SO_FAR[quarter][-1]} months of the year, not {match['months']}"
            yield Match(Span(*match.span()), message=f"“{{quote}}”: {said}.")


def _with_itself(release: Release, told: Sequence[Span]) -> Iterator[Match]:
    """A quarter compared with the same quarter of the same year: one of the two years was not turned."""
    for sentence in release.sentences:
        if not _THAN_AT_ALL.search(release.folded, sentence.start, sentence.end) or not any(zone.touches(sentence) for zone in told):
            continue
        named = sorted(_named(release.folded, sentence))
        if len(named) != 2 or named[0][1] != named[1][1]:
            continue
        first, second = named[0][0], named[1][0]
        between = release.folded[first.end : second.start]
        if _THAN.search(between) and not _other_basis(release.folded, sentence, first, second):
            yield Match(
                second,
                notes=(Note("The same period stands here.", first),),
                message="“{quote}” is compared with itself: the same period stands on both sides.",
            )


def _other_basis(folded: str, sentence: Span, first: Span, second: Span) -> bool:
    """Whether the two sides may be one period on two bases; a measure that is adjusted stands before both."""
    found = _OTHER_BASIS.search(folded, first.start, sentence.end) or _OTHER_BASIS.search(folded, sentence.start, first.start)
    return bool(found) and not (found and found.end() <= first.start and found.group() in ("adjust", "gaap"))


def _named(folded: str, sentence: Span) -> Iterator[tuple[Span, str]]:
    """The periods of a sentence that have a year, each with what makes it the same period."""
    for match in _QUARTER_OF.finditer(folded, sentence.start, sentence.end):
        yield Span(*match.span()), f"{_number(match)} {match['of']}"
    for match in _MONTHS_ENDED.finditer(folded, sentence.start, sentence.end):
        yield Span(*match.span()), f"{match['length']} {match['until']}"
