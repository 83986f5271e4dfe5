"""Figures as written: amounts of money, counts and percentages, each with the range of true values that rounds to it.

Exact throughout: decimals as written, fractions for what is computed from them; never binary floats.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Literal

from disclint.model import Span

FigureKind = Literal["money", "count", "percent", "points"]  # points: percentage points, basis points among them
Hedge = Literal["", "about", "over", "under"]


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed range of exact numbers."""

    low: Fraction
    high: Fraction

    def touches(self, other: Interval) -> bool:
        return self.low <= other.high and other.low <= self.high


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure as written; `unit` is what one of its last written digit is worth ($12.3 million: 100,000)."""

    span: Span
    kind: FigureKind
    value: Decimal  # in dollars, shares, per cent; negative after a minus or in parentheses
    unit: Decimal
    currency: str  # "$", "c$", "eur"; empty for what is no money
    scale: int  # a million where it says so, else 1
    hedge: Hedge

    @property
    def interval(self) -> Interval:
        """The true values that are written so; words such as "about" or "more than" widen it."""
        value, half = Fraction(self.value), Fraction(self.unit) / 2
        round_number = not (value / Fraction(self.unit)) % 5
        about = (half * 4 if round_number else half) if self.hedge == "about" else 0
        inward = half + about + (abs(value) if self.hedge == "under" else 0)
        outward = half + about + (abs(value) if self.hedge == "over" else 0)
        return Interval(value - inward, value + outward) if value >= 0 else Interval(value - outward, value + inward)


_CODES = "usd|eur|gbp|cad|aud|chf|sek|nok|dkk|rmb|cny|hkd|jpy|inr|rs|mop|sgd|zar|brl|mxn|nis|ils|pln"
_NUMBER = re.compile(
    rf"(?:(?<![\w.,])|{'|'.join(f'(?<={code})' for code in _CODES.split('|'))})(?:\d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)(?!\d)"
)
_BEFORE = re.compile(
    r"(?P<outer>\()?(?P<minus>(?<![\w)%])-)?"
    rf"(?P<currency>(?:\b(?:(?:us|cdn|cad|au|nz|hk|nt|usd|mx) ?|[acrs](?! )))?[$\u20ac\u00a3\u00a5]|\b(?:{_CODES})\b)? ?"
    r"(?P<inner>\()?(?P<sign>(?<![\w)%])-)?$"
)
_SCALE = re.compile(r"[ -]?(millions?|mln|mio|mm|billions?|bn|thousands?|trillions?|crores?|lakhs?)(?![a-z])| ?([mbk])(?![a-z0-9&'-])")
_POWERS = {"mi": 6, "ml": 6, "mm": 6, "m": 6, "bi": 9, "bn": 9, "b": 9, "th": 3, "k": 3, "tr": 12, "cr": 7, "la": 5}
_UNIT = re.compile(
    r"\s?(?:(?P<percent>%|per ?cent\b|pct\b)(?P<points>[ -]?(?:age[ -]?)?(?:points?|pts?)\b)?"
    r"|(?P<pp>percentage[ -]points?|points?|pts?|ppts?|pp)\b|(?P<bps>basis[ -]points?|bps|bp)\b"
    r"|(?P<cents>cents?\b|\u00a2)|(?P<pence>pence|p)\b"
    r"|(?P<after>us dollars?|u\.s\. dollars?|canadian dollars?|dollars?|euros?|eur|usd|cad|chf|sek|nok|dkk|gbp|pounds?|yen)\b)"
)
_SAME_MONEY = {"us$": "$", "usd": "$", "usd$": "$", "dollar": "$", "us dollar": "$", "u.s. dollar": "$", "cad$": "c$", "cdn$": "c$", "cad": "c$",
               "canadian dollar": "c$", "euro": "eur", "\u20ac": "eur", "gbp": "\u00a3", "pound": "\u00a3"}  # fmt: skip
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_NO_COUNT_BEFORE = re.compile(
    rf"(?:\b{_MONTH} ?|\b(?:q|fy|h|no\.?|nos\.?|note|item|section|rule|form|page|phase|level|class|series|type|week|topic|ifrs|asc|asu) ?|[#/:@(-])$"
)
_NO_COUNT_AFTER = re.compile(
    rf" ?(?:{_MONTH}|[:/]\d|(?:st|nd|rd|th|x)\b|-\d|-[a-z]|(?:weeks?|months?|quarters?|years?|days?|hours?|minutes?|a\.m|p\.m|am|pm)\b)"
)
_HEDGES: tuple[tuple[Hedge, re.Pattern[str]], ...] = (
    ("about", re.compile(r"(?:\b(?:about|approximately|approx\.?|roughly|some|around|circa|ca\.|an estimated)|~) ?$")),
    ("over", re.compile(r"\b(?:more than|over|at least|greater than|in excess of|exceeding|exceeded|above|upwards of) ?$")),
    ("under", re.compile(r"\b(?:nearly|almost|less than|under|up to|below|close to|as much as|not more than|fewer than) ?$")),
)


def figures(folded: str, span: Span) -> tuple[Figure, ...]:
    """The figures of a stretch of folded text, in order; dates, times, years, durations and numbers of things cited are none."""
    found = (_figure(folded, match, span) for match in _NUMBER.finditer(folded, span.start, span.end))
    return tuple(figure for figure in found if figure)


def _figure(folded: str, number: re.Match[str], within: Span) -> Figure | None:
    lead = max(within.start, number.start() - 12)
    before = _BEFORE.search(folded[lead : number.start()])
    assert before is not None  # every part of the pattern may be absent
    closed = bool(before["inner"]) and folded.startswith(")", number.end())
    after = number.end() + closed
    scale = _SCALE.match(folded, after, within.end)
    if scale and scale[2] and not before["currency"]:
        scale = None  # "400 m" are metres
    unit = _UNIT.match(folded, scale.end() if scale else after, within.end)
    kind, currency = _nature(folded, number, unit, before["currency"] or "", bool(scale), within)
    if not kind:
        return None
    power = _POWERS[(scale[1] or scale[2])[:2]] if scale else 0
    power -= 2 if unit and unit["bps"] else 0
    end = unit.end() if unit and kind != "count" and not before["currency"] else scale.end() if scale else after
    if not closed and (before["inner"] or (before["outer"] and before["currency"])) and folded.startswith(")", end):
        closed, end = True, end + 1
    negative = closed or bool(before["minus"] or before["sign"])
    start = lead + (before.start("currency") if before["currency"] else before.end())
    if negative:
        start = lead + min(before.start(name) for name in ("outer", "minus", "currency", "inner", "sign") if before[name])
    digits = number.group().replace(",", "")
    value = Decimal(digits).scaleb(power)
    step = Decimal(1).scaleb(power - len(digits.partition(".")[2]))
    hedge: Hedge = next((name for name, words in _HEDGES if words.search(folded, max(within.start, start - 20), start)), "")
    return Figure(Span(start, end), kind, -value if negative else value, step, currency, 10**power if scale else 1, hedge)


def _nature(
    folded: str, number: re.Match[str], unit: re.Match[str] | None, currency: str, scaled: bool, within: Span
) -> tuple[FigureKind | None, str]:
    """What the figure is one of, and in which currency."""
    if unit and (unit["points"] or unit["pp"] or unit["bps"]) and not currency:
        return "points", ""
    if unit and unit["percent"] and not currency:
        return "percent", ""
    if currency:
        name = currency.replace(" ", "")
        return "money", _SAME_MONEY.get(name, name)
    if unit and (unit["cents"] or unit["pence"]):
        return "money", "cents" if unit["cents"] else "pence"
    if unit and unit["after"]:
        name = unit["after"] if unit["after"] in _SAME_MONEY else unit["after"].rstrip("s")
        return "money", _SAME_MONEY.get(name, name)
    return ("count", "") if _is_count(folded, number, scaled, within) else (None, "")


def _is_count(folded: str, number: re.Match[str], scaled: bool, within: Span) -> bool:
    if _NO_COUNT_BEFORE.search(folded, max(within.start, number.start() - 12), number.start()):
        return False
    if scaled or "," in number.group():
        return True
    digits = number.group()
    return not (_NO_COUNT_AFTER.match(folded, number.end(), within.end) or (len(digits) == 4 and "1900" <= digits <= "2100"))


def change(old: Figure, new: Figure) -> Interval | None:
    """By how many per cent `new` can differ from `old`, sizes compared; None where a loss meets a profit or the old figure may be nil."""
    before, after = _size(old), _size(new)
    if (old.value < 0) != (new.value < 0) or before.low <= 0:
        return None
    return Interval((after.low / before.high - 1) * 100, (after.high / before.low - 1) * 100)


def _size(figure: Figure) -> Interval:
    known = figure.interval
    return known if figure.value >= 0 else Interval(-known.high, -known.low)


def comparable(one: Figure, other: Figure) -> bool:
    """Whether the two are amounts of one kind, currency and order of magnitude, so that one can be the other's past."""
    if one.kind != other.kind or one.currency != other.currency or not one.value or not other.value:
        return False
    ratio = abs(Fraction(one.value) / Fraction(other.value))
    return Fraction(1, 100) < ratio < 100


def rounded(value: Fraction, unit: Decimal) -> Decimal:
    """`value` to the precision of `unit`, halves away from nil."""
    steps = int(abs(value) / Fraction(unit) + Fraction(1, 2))
    return steps * unit if value >= 0 else -steps * unit
