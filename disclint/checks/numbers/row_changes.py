"""A percentage told beside the later amount alone: the earlier one stands in the row of a table, or in a sentence further on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from disclint.checks.base import Match
from disclint.checks.numbers import change_forms as forms
from disclint.checks.numbers import named_rows
from disclint.figures import Figure, Interval, change, comparable, figures, rounded
from disclint.model import Note, Release, Span

_OTHER = re.compile(
    rf"sequential|(?:prior|previous|preceding|last|linked) quarter|\brecast|restat|exclud|includ|expect|guid|outlook|target|respectively|{forms.ELSEWISE.pattern}"
)
_YEAR_AGO = re.compile(
    r"year[- ](?:ago|earlier)|(?:prior|last|previous|preceding)[- ](?:fiscal )?year|same (?:period|quarter)|(?:third|first|second|fourth) quarter of|\b20\d\d\b"
)
_PAIR = re.compile(rf"(?P<new>M)(?P<g1>[^MPQ;:]{{0,60}}?){forms.THAN}(?P<g3>[^MPQ;:]{{0,60}}?)(?P<old>M)(?P<after>[^MPQ;.]{{0,60}})")


@dataclass(frozen=True, slots=True)
class _Told:
    """A percentage and the amount it led to, of what is so named."""

    percent: Figure
    new: Figure
    name: str
    up: bool


def wrong(release: Release, holes: Sequence[Span]) -> Iterator[Match]:
    """Each such percentage that no earlier amount the release gives can explain, though it gives one."""
    lines = [line for line in named_rows.lines(release) if line.name and len(line.cells) > 1 and not line.per_share]
    names = sorted({line.name for line in lines} | set(named_rows.SPOKEN))
    places = [s for s in release.sentences if "%" in release.quote(s) or "percent" in release.folded[s.start : s.end]]
    places = [s for s in places if not any(hole.touches(s) for hole in holes)]
    told = [each for place in places for each in _told(release, place, names)]
    if not told:
        return
    pairs = list(_pairs(release, names, holes)) if told else []
    for each in told:
        old = [(old, label) for old, label in _earlier(each, lines, pairs)]
        if old and not any(_agrees(each, figure) for figure, _ in old) and not _said_of_others(release, each):
            yield _match(release, each, old[0][0])


def _told(release: Release, place: Span, names: Sequence[str]) -> Iterator[_Told]:
    folded = release.folded
    if _OTHER.search(folded, place.start, place.end) or forms.LOSS.search(folded, place.start, place.end):
        return
    text, at = forms.lettered(folded, place, figures(folded, place))
    for clause in re.finditer(r"[^;]+", text):
        if clause.group().count("M") != 1 or clause.group().count("P") != 1 or "Q" in clause.group():
            continue
        for form in forms.TOLD_ALONE:
            match = form.search(text, clause.start(), clause.end())
            if match is None:
                continue
            before = text[clause.start() : min(match.start("p"), match.start("new"))]
            row = named_rows.place(before, names)
            percent, new = at[match.start("p")], at[match.start("new")]
            if row and named_rows.OPENS.search(before[: row[0] - row[1]]) and new.kind == "money" and percent.value > 0 and new.value > 0:
                if not (forms.DOUBTFUL.search(match["g1"]) or percent.hedge):
                    yield _Told(percent, new, row[2], bool(match["up"]))
                break


def _pairs(release: Release, names: Sequence[str], holes: Sequence[Span]) -> Iterator[tuple[str, Figure, Figure]]:
    """Amounts of this year and the last that a sentence compares, of what is so named."""
    for place in release.sentences:
        if any(hole.touches(place) for hole in holes) or _OTHER.search(release.folded, place.start, place.end):
            continue
        text, at = forms.lettered(release.folded, place, figures(release.folded, place))
        for match in _PAIR.finditer(text):
            before = text[: match.start("new")]
            row = named_rows.place(before[before.rfind("M") + 1 :], names)
            new, old = at[match.start("new")], at[match.start("old")]
            if (
                row
                and _YEAR_AGO.search(match["g3"] + match["after"])
                and comparable(old, new)
                and not forms.DOUBTFUL.search(match["g1"] + match["g3"])
            ):
                start = max(0, before.rfind("M") + 1)
                if named_rows.OPENS.search(before[start : start + row[0] - row[1]]):
                    yield row[2], new, old


def _earlier(told: _Told, lines: Sequence[named_rows.Line], pairs: Sequence[tuple[str, Figure, Figure]]) -> Iterator[tuple[Figure, Span]]:
    """What the release gives as earlier amounts of the same, wherever the later one stands."""
    for name, new, old in pairs:
        if name == told.name and named_rows.same(told.new, new.value, new.unit):
            yield old, old.span
    for line in lines:
        if line.name != told.name:
            continue
        for scale in named_rows.SCALES:
            at = [cell for cell in line.cells if named_rows.same(told.new, abs(cell.value) * scale, cell.unit * scale)]
            for cell in line.cells if at else ():
                if cell is not at[0] and cell.value > 0:
                    yield replace(told.new, span=cell.span, value=cell.value * scale, unit=cell.unit * scale, hedge=""), line.label


def _agrees(told: _Told, old: Figure) -> bool:
    possible = change(old, told.new)
    if possible is None:
        return True
    unit, value = Fraction(told.percent.unit), Fraction(told.percent.value) * (1 if told.up else -1)
    return possible.touches(Interval(value - unit, value + unit))


def _said_of_others(release: Release, told: _Told) -> bool:
    """Whether another sentence gives the same percentage on another basis."""
    said = release.folded[told.percent.span.start : told.percent.span.end]
    return any(said in release.folded[s.start : s.end] and _OTHER.search(release.folded, s.start, s.end) for s in release.sentences)


def _match(release: Release, told: _Told, old: Figure) -> Match:
    computed = rounded((Fraction(told.new.value) / Fraction(old.value) - 1) * 100, Decimal(told.percent.unit))
    words = f"{'an increase' if computed > 0 else 'a decrease'} of {abs(computed):f}%" if computed else "no change"
    return Match(
        told.percent.span,
        {"old": release.quote(old.span), "new": release.quote(told.new.span), "computed": words},
        notes=(Note("The earlier amount.", old.span), Note("The later amount.", told.new.span)),
    )
