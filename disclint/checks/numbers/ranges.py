"""Ranges whose first figure is the higher one."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import named_ranges
from disclint.figures import Figure, figures
from disclint.model import Note, Release, Span

_JOINED = re.compile(r"(?P<dash>-)|(?P<spaced> - )|(?P<to>,? (?:up )?to )|(?P<and> and )|(?P<through> through )")
_PAIR = re.compile(r"[\da-z%)](?:,? (?:up )?to | ?- ?| and | through )(?:[a-z]{2,3} ?)?[$\u20ac\u00a3\u00a5]?[\d.]")  # two figures may stand together
_IN_CELL = re.compile(r"\d(?: ?%| (?:million|billion)|[mb])?(?: to | - |-)[$\u20ac\u00a3]?\d")
_HEDGED = r"(?:(?:about|approximately|around|roughly|an estimated|a|the|low|high) ){0,2}"
_BETWEEN = re.compile(rf"(?<!difference )(?<!differences )(?<!gap )(?<!spread )(?<!split )(?<!divided )\bbetween {_HEDGED}$")
_RANGE_OF = re.compile(rf"\branges?(?: of| between|:)? {_HEDGED}$")
_RANGING = re.compile(rf"\brang(?:e|es|ing|ed) from {_HEDGED}$")
_EXPECTED_FROM = re.compile(rf"\b(?:revenues?|sales|ebitda|income|eps|earnings|share|margins?|expenditures|rate) from {_HEDGED}$")
_MOVING = re.compile(r"\b(?:increas\w*|grow\w*|improv\w*|expand\w*|rais\w*|ris\w*|lift\w*|go|move|shift\w*)\b")
_STATED = re.compile(rf"(?:\b(?:of|be|at|to|is|are)|:) {_HEDGED}$")
_AHEAD = re.compile(
    r"\b(?:expect\w*|guid\w+|outlook|forecast\w*|anticipat\w*|estimat\w*|project(?:s|ed|ing|ions?)|target\w*|rang(?:e|es|ing)|raises|(?:now |company |management )sees|should|reaffirm\w*|reiterat\w*"
    r"|full[- ]year|fiscal|budget\w*|capital (?:program|plan)|planned)\b"
)
# Of losses, declines and ratios of cost the smaller size is the better end: either order is right.
_BELOW_NIL = re.compile(
    r"\b(?:loss(?:es)?|negative|deficit|outflows?|declin\w*|decreas\w*|(?<!cost )(?<!expense )(?<!debt )reduc\w*|(?<!slow )down|shortfall|headwind|churn"
    r"|(?:operating|combined|efficiency|expense) ratio)\b"
)
_FALLING = re.compile(
    r"\b(?:lower\w*|cut|fell|fall\w*|drop\w*|narrow\w*|tighten\w*|from|revis\w*|chang\w*|pay(?:s|ing)? down|repa(?:y|id)\w*|amend\w*)\b"
)
_GOODS = re.compile(  # what is counted in guidance
    r" (?:(?:gold|silver|copper|equivalent|metric|payable|gross|net|new|additional|million|thousand) ){0,3}"
    r"(?:ounces|oz|tons|tonnes|pounds|lbs|barrels|boe|bbls?|mcf|units|vehicles|aircraft|homes|stores|restaurants|locations|megawatts|mw|gwh|subscribers|customers)\b"
)
_FAR = 5  # a range whose ends lie farther apart than this, and the wrong way round, is something else
_BARE_PERCENT = re.compile(r"(?<![\w.,$\u20ac\u00a3/-])(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?) ?(?:%|percent\b|per cent\b)")


class RangeInverted(Check, frozen=True, kw_only=True):
    """A range from a higher to a lower figure."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"low", "high"})

    outside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        zones.refuse_unknown(self.outside)

    def examine(self, release: Release) -> Examination:
        holes = zones.spans(release, self.outside) if self.outside else ()
        ordered: list[Span] = []
        matches: list[Match] = []
        told: list[tuple[Figure, Figure]] = []
        for sentence in release.sentences:
            if not _PAIR.search(release.folded, sentence.start, sentence.end) or any(hole.touches(sentence) for hole in holes):
                continue
            told += _ranges(release.folded, sentence, _over(release, sentence))
        matches += list(self._named(release, holes))
        for first, second in (*told, *_cells(release)):
            span = Span(first.span.start, second.span.end)
            if Fraction(first.value) <= Fraction(second.value):
                ordered.append(span)
            else:
                matches.append(Match(span, {"high": release.quote(first.span), "low": release.quote(second.span)}))
        return Examination(matches=tuple(matches), evidence=tuple(ordered))

    def _named(self, release: Release, holes: Sequence[Span]) -> Iterator[Match]:
        for sentence in release.sentences:
            for low, high in () if any(hole.touches(sentence) for hole in holes) else named_ranges.told(release, sentence):
                if not _BELOW_NIL.search(release.folded, sentence.start, sentence.end):
                    yield Match(Span(low.start, high.end), {"high": release.quote(low), "low": release.quote(high)})
        for low, high in named_ranges.columns(release):
            yield Match(low, {"high": release.quote(low), "low": release.quote(high)}, notes=(Note("The end that is called the higher.", high),))


def _over(release: Release, sentence: Span) -> str:
    """What introduces the list of which the sentence is an item, where it speaks of the future."""
    blocks = release.document.blocks
    block = blocks[bisect.bisect_right(blocks, sentence.start, key=lambda b: b.span.start) - 1]
    if block.kind != "item":
        return ""
    said = zones.introduction(release, block) or zones.heading_above(release, block)
    return said if _AHEAD.search(said) else ""


def _ranges(folded: str, sentence: Span, over: str) -> Iterator[tuple[Figure, Figure]]:
    words = folded[sentence.start : sentence.end]
    if _BELOW_NIL.search(words):
        return
    for first in figures(folded, sentence):
        joined = _JOINED.match(folded, first.span.end, sentence.end)
        if not joined or first.kind == "points" or first.value < 0:
            continue
        second = next(iter(figures(folded, Span(joined.end(), sentence.end))), None)
        if second is None or second.span.start != joined.end() or second.value < 0:
            continue
        before = folded[max(sentence.start, first.span.start - 40) : first.span.start]
        upward = "up to" in joined.group() and re.search(rf"\bfrom {_HEDGED}$", before) and first.kind in ("money", "percent")
        goods = bool(_GOODS.match(folded, second.span.end))
        joint = joined.lastgroup or ""
        listed = bool(over) and joint in ("spaced", "to") and first.kind in ("money", "percent") and not _FALLING.search(words)
        if listed or (upward and _AHEAD.search(words)) or _is_range(before, joint, f"{words} {over}", first, goods=goods):
            pair = _alike(first, second)
            if pair:
                yield pair
    for match in _BARE_PERCENT.finditer(folded, sentence.start, sentence.end):
        high, low = Decimal(match[1]), Decimal(match[2])
        if low and high / low <= _FAR:
            yield _percentage(high, Span(*match.span(1))), _percentage(low, Span(match.start(2), match.end()))


def _cells(release: Release) -> Iterator[tuple[Figure, Figure]]:
    """The cells of tables that hold a range and nothing else; a row of losses or of changes may run either way."""
    for block in release.document.blocks:
        for row in block.rows:
            for cell in row[1:]:
                if not _IN_CELL.search(release.folded, cell.start, cell.end) or _BELOW_NIL.search(release.folded, row[0].start, row[0].end):
                    continue
                found = figures(release.folded, cell)
                told = release.folded[cell.start : cell.end].strip()
                if len(found) == 2 and all(f.kind in ("money", "percent", "count") and f.value >= 0 for f in found):
                    pair = _alike(*found)
                    if pair and told == release.folded[found[0].span.start : found[1].span.end]:
                        yield pair


def _percentage(value: Decimal, span: Span) -> Figure:
    return Figure(span, "percent", value, Decimal(1), "", 1, "")


def _is_range(before: str, joint: str, words: str, first: Figure, *, goods: bool) -> bool:
    """Whether the words make a range of the two figures, and not a change from one to the other or two amounts side by side."""
    ahead = bool(_AHEAD.search(words))
    if _BETWEEN.search(before):
        return joint in ("and", "to", "dash", "spaced") and (first.kind != "count" or ahead)
    if _RANGE_OF.search(before):
        return first.kind != "count" or ahead
    if _RANGING.search(before):
        return ahead and not _FALLING.search(before[: -len("from ")].rpartition("rang")[0]) and (first.kind != "count" or first.value >= 1000)
    if joint == "to" and _EXPECTED_FROM.search(before):
        return ahead and first.kind != "count" and not _MOVING.search(words) and not _FALLING.search(words.replace(" from ", " ", 1))
    if joint == "dash":
        return first.kind in ("money", "percent") or (goods and ahead and not _FALLING.search(words))
    if joint in ("spaced", "to"):
        return (first.kind in ("money", "percent") or goods) and ahead and bool(_STATED.search(before)) and not _FALLING.search(words)
    return False


def _alike(first: Figure, second: Figure) -> tuple[Figure, Figure] | None:
    """The two in one scale ("$50-45 million"); None where they are not of one kind, or the shorter way of writing leaves doubt."""
    if second.kind == "count" and first.kind == "money":
        if first.unit < 1 and second.unit == 1:
            return None  # "$3.10-15" goes on to $3.15
        second = replace(second, kind="money", currency=first.currency)
    if first.kind != second.kind or first.currency != second.currency:
        return None
    if second.scale > first.scale == 1 and first.value < 1000:
        first = replace(first, value=first.value * second.scale, scale=second.scale)
    if not second.value or Fraction(first.value) / Fraction(second.value) > _FAR:
        return None  # "$900-1.1 billion": another scale was meant
    return first, second
