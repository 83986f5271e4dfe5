"""The period that headline and first paragraph announce, and what the rest of the release makes of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclint.checks import zones
from disclint.checks.base import Match
from disclint.measures import unwrapped
from disclint.model import Note, Release, Span

_NUMBERS = {"first": 1, "1st": 1, "q1": 1, "second": 2, "2nd": 2, "q2": 2, "third": 3, "3rd": 3, "q3": 3, "fourth": 4, "4th": 4, "q4": 4}
_NAMES = ("", "first", "second", "third", "fourth")
_YEAR = r"(?:,? (?:of )?(?:the |our |its )*(?P<fiscal>fiscal )?(?:year )?(?P<year>(?:20|19)\d\d))?"
_QUARTER = r"(?:(?P<nth>first|second|third|fourth|1st|2nd|3rd|4th)(?: fiscal)?[ -]quarter|(?P<q>q[1-4]))"
_RESULTS = r"(?:(?:financial|operating|unaudited|preliminary|earnings|record|strong|and|business|highlights) )*results"
_RESULTS_OF = re.compile(
    rf"\b(?:{_QUARTER}{_YEAR} {_RESULTS}|{_RESULTS} (?:for|of|from) (?:the |its |our )*(?P<late>first|second|third|fourth) quarter"
    r"(?:,? (?:of )?(?:the |our |its )*(?P<late_fiscal>fiscal )?(?:year )?(?P<late_year>(?:20|19)\d\d))?)"
)
_DAY = r"(?P<month>january|february|march|april|may|june|july|august|september|october|november|december) (?P<day>\d{1,2}),? (?P<of>(?:19|20)\d\d)\b"
_CLOSES = re.compile(rf",? (?:which )?ended (?:on )?{_DAY}")
_QUARTER_ENDED = re.compile(rf"\b{_QUARTER}{_YEAR},? (?:which )?ended (?:on )?{_DAY}")
_SO_FAR = re.compile(rf"\b(?P<and>three(?:[ -]months?)? and )?(?P<length>six|nine)[ -]months?(?: periods?)? ended {_DAY}")
_THAN = re.compile(r"\b(?:compared|versus|vs\.?|from|over|comparison|than|against)\b")
_MONTHS = {"six": 6, "nine": 9}
_OTHER_YEARS = re.compile(
    r"\bchang\w+ (?:in |to )?(?:its|our|the) (?:fiscal|financial) year|transition period|\bpredecessor\b|new fiscal year[- ]end"
)


def another_in_lead(release: Release) -> Iterator[Match]:
    """The headline reports the results of one quarter, the first paragraph those of another, or of another year."""
    head = release.headline and _RESULTS_OF.search(release.folded, release.headline.span.start, release.headline.span.end)
    lead = next(iter(zones.lead(release)), None)
    if not (head and lead):
        return
    body = _RESULTS_OF.search(release.folded, lead.start, lead.end) or _QUARTER_ENDED.search(release.folded, lead.start, lead.end)
    if body is None or _THAN.search(release.folded, lead.start, body.start()):
        return
    announced, reported = _number(head), _number(body)
    other_year = _year(head) and _year(body) and _year(head) != _year(body) and _said_fiscal(head) == _said_fiscal(body)
    if announced != reported or other_year:
        closes = _CLOSES.match(release.folded, body.end(), lead.end)
        said = f"the {_NAMES[announced]} quarter{f' of {_year(head)}' if announced == reported else ''}"
        yield Match(
            Span(body.start(), closes.end() if closes else body.end()),
            notes=(Note("The headline says this.", Span(*head.span())),),
            message=f"“{{quote}}”: the headline announces the results of {said}.",
        )


def _number(match: re.Match[str]) -> int:
    told = match.groupdict()
    return _NUMBERS[told["nth"] or told["q"] or told.get("late") or "first"]


def _year(match: re.Match[str]) -> str | None:
    return match["year"] or match.groupdict().get("late_year")


def _said_fiscal(match: re.Match[str]) -> bool:
    return bool(match["fiscal"] or match.groupdict().get("late_fiscal"))


def months_apart(release: Release) -> Iterator[Match]:
    """ "Nine months ended June 30" beside the second quarter, or the six months, that ended on that day: a year so far has one length."""
    words = unwrapped(release.document)
    if "months" not in words or _OTHER_YEARS.search(words):
        return
    told: list[tuple[Span, str, int]] = []
    for match in _SO_FAR.finditer(words):
        told.append((Span(match.start("length"), match.end()), f"{match['month']} {match['of']}", _MONTHS[match["length"]]))
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
