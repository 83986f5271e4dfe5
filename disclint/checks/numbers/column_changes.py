"""Columns of percentages in tables: a row whose change is not that of its amounts, where all the other rows show how the column is computed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from itertools import combinations

from disclint.checks.base import Match
from disclint.figures import rounded
from disclint.model import Block, Note, Release
from disclint.tables import Cell, Row, rows

_CHANGE = re.compile(r"change|variance|\bchg\b|growth|increase|decrease|inc\b|\byoy\b|y/y|% ?var|[\u0394\u2206]")
_OTHER = re.compile(r"constant|currenc|organic|comparable|\bcc\b|annuali[sz]ed|adjusted change|same[- ]store|like[- ]for[- ]like|\blocal\b")
_Given = tuple[Decimal, Cell, Cell]

_PROVING = 2  # rows that must show how the column is computed
_FAR = 2  # by how many of its last digits a percentage must be out


def wrong(release: Release) -> Iterator[Match]:
    for block in release.document.blocks:
        if block.kind == "table" and "%" in release.folded[block.span.start : block.span.end] and _has_changes(release, block):
            yield from _in_table(release, list(rows(release.folded, block)))


def _has_changes(release: Release, block: Block) -> bool:
    head = release.folded[max(0, block.span.start - 200) : min(block.span.end, block.span.start + 600)]
    return bool(_CHANGE.search(head)) and not _OTHER.search(release.folded, max(0, block.span.start - 200), block.span.end)


def _in_table(release: Release, listed: list[Row]) -> Iterator[Match]:
    width = max((len(row.cells) for row in listed), default=0)
    for column in range(2, width):
        odd_of: dict[int, list[tuple[Row, _Given]]] = {}  # by how many rows a pair of columns explains
        for new, old in combinations(range(column), 2):
            told = [(row, given) for row in listed if (given := _given(row, column, new, old))]
            odd = [(row, given) for row, given in told if not _agrees(*given, leave=Decimal(_FAR))]
            right = sum(_agrees(*given, leave=Decimal("0.5")) for _, given in told)
            if right + len(odd) == len(told):
                odd_of.setdefault(right, odd)
        right = max(odd_of, default=0)
        if right >= _PROVING and len(odd_of[right]) == 1:
            row, given = odd_of[right][0]
            if not any(_agrees(*pair, leave=Decimal(_FAR)) for n, o in combinations(range(column), 2) if (pair := _given(row, column, n, o))):
                yield _match(release, row, column, *given)


def _given(row: Row, column: int, new_at: int, old_at: int) -> _Given | None:
    """The percentage at the column with the two amounts it may compare; None where there is no such comparison."""
    if column >= len(row.shares) or not any(c.isalpha() for c in row.label):
        return None
    said, new, old = row.shares[column], row.cells[new_at], row.cells[old_at]
    if said is None or new is None or old is None or not old.value or (new.value < 0) != (old.value < 0):
        return None
    return said, new, old


def _agrees(said: Decimal, new: Cell, old: Cell, leave: Decimal) -> bool:
    """Whether the percentage can be that of the amounts, each rounded, whichever sign it has been given."""
    unit = Fraction(Decimal(1).scaleb(min(0, int(said.as_tuple().exponent)))) * Fraction(leave)
    unit = max(unit, Fraction(1, 2)) if leave > 1 else unit
    size, base = abs(Fraction(new.value)), abs(Fraction(old.value))
    half_new, half_old = Fraction(new.unit) / 2, Fraction(old.unit) / 2
    if base <= half_old:
        return True
    least, most = ((size - half_new) / (base + half_old) - 1) * 100, ((size + half_new) / (base - half_old) - 1) * 100
    return any(least - unit <= value <= most + unit for value in (Fraction(said), -Fraction(said)))


def _match(release: Release, row: Row, column: int, said: Decimal, new: Cell, old: Cell) -> Match:
    computed = rounded((Fraction(abs(new.value)) / Fraction(abs(old.value)) - 1) * 100, Decimal(1).scaleb(min(0, int(said.as_tuple().exponent))))
    words = f"{'an increase' if computed > 0 else 'a decrease'} of {abs(computed):f}%" if computed else "no change"
    return Match(
        row.spans[column],
        {"old": release.quote(old.span), "new": release.quote(new.span), "computed": words},
        notes=(Note("The earlier amount.", old.span), Note("The later amount.", new.span)),
    )
