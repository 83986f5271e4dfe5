"""The words for interim periods and the days that close them, in months or in weeks of a retail year."""

from __future__ import annotations

import re

from disclint.text import MONTH

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
DAY = rf"(?P<month>{MONTH}) (?P<day>\d{{1,2}})\b"
LENGTH = r"(?:three|six|nine|twelve)(?=[ -]months?)|(?:13|14|26|27|39|40|52|53|thirteen|fourteen|twenty-six|twenty-seven|thirty-nine|forty|fifty-two|fifty-three)(?=[ -]weeks?)"
_WEEKS = {
    **dict.fromkeys(("13", "14", "thirteen", "fourteen"), "three"),
    **dict.fromkeys(("26", "27", "twenty-six", "twenty-seven"), "six"),
    **dict.fromkeys(("39", "40", "thirty-nine", "forty"), "nine"),
    **dict.fromkeys(("52", "53", "fifty-two", "fifty-three"), "twelve"),
}
QUARTERS = {"first": 1, "1st": 1, "q1": 1, "second": 2, "2nd": 2, "q2": 2, "third": 3, "3rd": 3, "q3": 3, "fourth": 4, "4th": 4, "q4": 4}
QUARTER_NAMES = ("", "first", "second", "third", "fourth")
THAN = re.compile(r"\b(?:compared|versus|vs\.?|from|over|comparison|than|against)\b")
OTHER_YEARS = re.compile(r"\bchang\w+ (?:in |to )?(?:its|our|the) (?:fiscal|financial) year|transition period|\bpredecessor\b|new fiscal year[- ]end")


def length(written: str) -> str:
    """ "three", "six", "nine" or "twelve" months, for weeks too."""
    return _WEEKS.get(written, written)


def closing_month(match: re.Match[str]) -> int:
    """The month that closes; years of 52 weeks end some days after it."""
    month = MONTHS.index(match["month"][:3]) + 1
    return month if int(match["day"]) > 10 else (month - 2) % 12 + 1


def apart(one: int, other: int) -> bool:
    """Whether two months of the year are not the same and no neighbours."""
    return (one - other) % 12 not in (0, 1, 11)
