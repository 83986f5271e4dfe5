"""The period that headline and first paragraph announce, and what the rest of the release makes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclint.checks import zones
from disclint.checks.base import Match
from disclint.checks.numbers.period_words import DAY, LENGTH, MONTHS, OTHER_YEARS, QUARTER_NAMES, QUARTERS, THAN, length
from disclint.measures import unwrapped
from disclint.model import Note, Release, Span

_YEAR = r"(?:,? (?:of )?(?:the |our |its )*(?P<fiscal>fiscal )?(?:year )?(?P<year>(?:20|19)\d\d))?"
_QUARTER = r"(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter|(?P<q>q[1-4]))"
_RESULTS = r"(?:(?:financial|operating|unaudited|preliminary|earnings|record|strong|solid|and|business|highlights|net) )*(?:results|earnings|income|revenues?|sales)\b"
_RESULTS_OF = re.compile(
    rf"\b(?:{_QUARTER}{_YEAR} {_RESULTS}|{_RESULTS} (?:for|of|from) (?:the |its |our )*(?P<late>first|second|third|fourth) quarter"
    r"(?:,? (?:of )?(?:the |our |its )*(?P<late_fiscal>fiscal )?(?:year )?(?P<late_year>(?:20|19)\d\d))?)"
)
_DAY = rf"{DAY},? (?P<of>(?:19|20)\d\d)\b"
_CLOSES = re.compile(rf",? (?:which )?ended (?:on )?{_DAY}")
_WEEKS = r"(?:,? (?:the |or |being |a )?(?:13|14|thirteen|fourteen)[ -]weeks?(?: period)?)?"
_QUARTER_ENDED = re.compile(rf"\b{_QUARTER}{_YEAR}{_WEEKS},? (?:which )?ended (?:on )?{_DAY}")
_QUARTER_ENDS = re.compile(rf"\b{_QUARTER}{_YEAR}{_WEEKS},? (?:which |that )?(?:will )?(?:ended|ending|ends?) (?:on )?{_DAY}")
_NTH = re.compile(rf"\b{_QUARTER}{_YEAR}")
_ANNUAL = re.compile(rf"\b(?:fiscal |financial )?year ended {DAY}")
_SO_FAR = re.compile(rf"\b(?P<and>three(?:[ -]months?)? and )?(?P<length>{LENGTH})[ -](?:month|week)s?(?: periods?)? ended {_DAY}")
_MONTHS = {"six": 6, "nine": 9}


def another_in_lead(release: Release) -> Iterator[Match]:
    """The headline reports the results of one quarter, the first paragraph those of another, or of another year."""
    head = release.headline and _RESULTS_OF.search(release.folded, release.headline.span.start, release.headline.span.end)
    lead = next(iter(zones.lead(release)), None)
    if not (head and lead):
        return
    body = _RESULTS_OF.search(release.folded, lead.start, lead.end) or _QUARTER_ENDED.search(release.folded, lead.start, lead.end)
    if body is None or THAN.search(release.folded, lead.start, body.start()):
        return
    announced, reported = _number(head), _number(body)
    other_year = _year(head) and _year(body) and _year(head) != _year(body) and _said_fiscal(head) == _said_fiscal(body)
    if announced != reported or other_year:
        closes = _CLOSES.match(release.folded, body.end(), lead.end)
        if _headline_odd(release, head, body, closes):
            yield Match(
                Span(*head.span()),
                notes=(Note("The first paragraph says this.", Span(*body.span())),),
                message="“{quote}”: the first paragraph, and what follows, are of another period.",
            )
            return
        said = f"the {QUARTER_NAMES[announced]} quarter{f' of {_year(head)}' if announced == reported else ''}"
        yield Match(
            Span(body.start(), closes.end() if closes else body.end()),
            notes=(Note("The headline says this.", Span(*head.span())),),
            message=f"“{{quote}}”: the headline announces the results of {said}.",
        )


def another_in_subheads(release: Release) -> Iterator[Match]:
    """A line below the headline gives results of the headline's quarter, but of another year."""
    head = release.headline and _RESULTS_OF.search(release.folded, release.headline.span.start, release.headline.span.end)
    if not (head and release.headline and _year(head)):
        return
    for line in release.headline.subheads:
        told = _RESULTS_OF.search(release.folded, line.start, line.end)
        same = told and _year(told) and _number(told) == _number(head) and _said_fiscal(told) == _said_fiscal(head)
        if told and same and int(_year(head) or 0) - int(_year(told) or 0) == 1 and not THAN.search(release.folded, line.start, line.end):
            yield Match(
                Span(*told.span()),
                notes=(Note("The headline says this.", Span(*head.span())),),
                message="“{quote}”: the headline is of another year.",
            )


def _headline_odd(release: Release, head: re.Match[str], body: re.Match[str], closes: re.Match[str] | None) -> bool:
    """Whether the words below side with the first paragraph, or the calendar of the financial year does."""
    announced, reported = (_number(head), _year(head)), (_number(body), _year(body))
    if announced[0] != reported[0]:
        named = Counter(_number(m) for m in _NTH.finditer(release.folded, body.end()) if not m["year"] or m["year"] == (reported[1] or m["year"]))
        return named[reported[0]] > named[announced[0]] or (
            named[reported[0]] == named[announced[0]] and bool(closes or body.groupdict().get("month"))
        )
    below = Counter(m["year"] for m in _NTH.finditer(release.folded, body.end()) if _number(m) == reported[0])
    if below[announced[1]] != below[reported[1]] and reported[1] and announced[1]:
        return below[reported[1]] > below[announced[1]] and reported[1] > announced[1]
    day = closes or (body if body.groupdict().get("month") else None)
    annual = _ANNUAL.search(release.folded, body.end())
    if not (day and annual):
        return False
    turned = MONTHS.index(day["month"][:3]) > MONTHS.index(annual["month"][:3])
    return str(int(day["of"]) + turned) == reported[1]


def one_day_twice(release: Release) -> Iterator[Match]:
    """ "The fourth quarter ending September 30" beside the third quarter that ended on that day."""
    if OTHER_YEARS.search(release.folded):
        return
    told = [(Span(*m.span()), (m["month"], m["day"], m["of"]), _number(m), m) for m in _QUARTER_ENDS.finditer(release.folded)]
    for span, day, number, _ in told:
        others = [(other, nth) for other, at, nth, _ in told if at == day and nth != number]
        alone = sum(nth == number for _, at, nth, _ in told if at == day) == 1
        if others and alone and ("ending" in release.folded[span.start : span.end] or len(others) > 1):
            yield Match(
                span,
                notes=(Note("The other quarter that closes on this day.", others[0][0]),),
                message="“{quote}”: another quarter closes on that day.",
            )


def _number(match: re.Match[str]) -> int:
    told = match.groupdict()
    return QUARTERS[told["nth"] or told["q"] or told.get("late") or "first"]


def _year(match: re.Match[str]) -> str | None:
    return match["year"] or match.groupdict().get("late_year")


def _said_fiscal(match: re.Match[str]) -> bool:
    return bool(match["fiscal"] or match.groupdict().get("late_fiscal"))


def months_apart(release: Release) -> Iterator[Match]:
    """ "Nine months ended June 30" beside the second quarter, or the six months, that ended on that day: a year so far has one length."""
    words = unwrapped(release.document)
    if not ("months" in words or "weeks" in words) or OTHER_YEARS.search(words):
        return
    told: list[tuple[Span, str, int]] = []
    for match in _SO_FAR.finditer(words):
        if length(match["length"]) in _MONTHS:
            told.append((Span(match.start("length"), match.end()), f"{match['month']} {match['of']}", _MONTHS[length(match["length"])]))
    told += [(Span(*m.span()), f"{m['month']} {m['of']}", 3 * _number(m)) for m in _QUARTER_ENDED.finditer(words) if _number(m) < 4]
    for month in sorted({at for _, at, _ in told}):
        of = sorted(each for each in told if each[1] == month)
        times = Counter(length for _, _, length in of)
        usual, most = times.most_common(1)[0]
        odd = [span for span, _, length in of if length != usual]
        if len(odd) == 1 and (most > 1 or odd[0].start > of[0][0].start):
            right = next(span for span, _, length in of if length == usual)
            yield Match(
                odd[0],
                notes=(Note("By these words the year is another length so far.", right),),
                message="“{quote}”: by the release's other words the financial year has then run another number of months.",
            )
