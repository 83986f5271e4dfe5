"""Tables whose total is not the sum of the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Block, Note, Release, Span

_NUMBER = re.compile(
    r"(?P<open>\()?-?(?:us|c|a|hk|rmb|eur)? ?[$\u20ac\u00a3\u00a5]? ?(?P<inner>\()?-?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?) ?\)?"
)
_NIL = re.compile(r"[$\u20ac\u00a3\u00a5 ]*-+|nil")
_ENDS_IN_FIGURE = re.compile(r"\s(?:\d{1,3},\d{3}|\d{3,}|\(\d+\))\)?$")
_TOTAL = re.compile(  # of a reconciliation or a cash flow statement also the figure that its rows lead to
    r"(?:grand |sub-?)?totals?\b|net cash (?:flows? )?\(?(?:provided|used|from|generated)\b|(?:adjusted|non-gaap|core) [a-z]|ebitda\b|(?:core )?ffo\b"
    r"|funds from operations|free cash flow"
)
_TOTAL_ALONE = re.compile(r"(?:grand )?totals?:?")
_SIZE = 100  # units that a column must hold before its footing proves anything
_ROWS = 40
_LIKE = Decimal("0.95")  # an average is no total that is wrong


@dataclass(frozen=True, slots=True)
class _Cell:
    span: Span
    value: Decimal
    unit: Decimal


@dataclass(frozen=True, slots=True)
class _Row:
    label: str
    cells: tuple[_Cell | None, ...]  # from the right, as far as they hold figures; None for a percentage


class TotalsFoot(Check, frozen=True, kw_only=True):
    """A total that the rows above it do not give, in a table that shows which rows these are: its other columns foot, or all but do."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"sum"})

    def examine(self, release: Release) -> Examination:
        matches: list[Match] = []
        checked: list[Span] = []
        for block in release.document.blocks:
            if block.kind == "table":
                for total, addends, above in _totals(list(_rows(release.folded, block))):
                    checked += [cell.span for cell in total.cells[:1] if cell]
                    matches += _wrong(total, addends, above)
        if not checked:
            return Examination(moot="no table has a total that the rows above it lead to")
        return Examination(matches=tuple(matches), evidence=tuple(checked))


def _rows(folded: str, block: Block) -> Iterator[_Row]:
    """The rows that hold figures; one that cannot be read to its right end has no cells, and no sum reaches across it."""
    for row in block.rows:
        cells: list[_Cell | None] = []
        for span in reversed(row[1:]):
            words = folded[span.start : span.end].strip()
            if words.endswith("%"):
                cells.append(None)
            elif (cell := _cell(words, span)) is not None:
                cells.append(cell)
            else:
                break
        label = folded[row[0].start : row[0].end].strip()
        if cells or any(c.isdigit() for span in row[1:] for c in folded[span.start : span.end]) or _ENDS_IN_FIGURE.search(label):
            yield _Row(label, tuple(reversed(cells)))


def _cell(words: str, span: Span) -> _Cell | None:
    if _NIL.fullmatch(words):
        return _Cell(span, Decimal(0), Decimal(0))
    match = _NUMBER.fullmatch(words)
    if not match:
        return None
    digits = match["digits"].replace(",", "")
    value = Decimal(digits)
    negative = "-" in words or match["open"] or match["inner"]
    return _Cell(span, -value if negative else value, Decimal(1).scaleb(-len(digits.partition(".")[2])))


def _totals(rows: Sequence[_Row]) -> Iterator[tuple[_Row, Sequence[_Row], Sequence[_Row]]]:
    """Each total with the rows it sums and some that stand above these; a total once found stands for them in the sums below."""
    open_rows: list[_Row] = []
    for number, row in enumerate(rows):
        size = _addends(row, open_rows) if _TOTAL.match(row.label) else 0
        if not size and number == len(rows) - 1 and _sums_the_table(row, rows[:-1]):
            size = number
            open_rows = list(rows[:-1])
        if size:
            yield row, open_rows[-size:], open_rows[-size - 4 : -size]
            del open_rows[-size:]
        open_rows.append(row)


def _addends(total: _Row, above: Sequence[_Row]) -> int:
    """How many rows above give the total in the most columns, one of some size among them; 0 where none do."""
    columns = [(at, cell) for at, cell in enumerate(total.cells) if cell]
    sums = {at: Decimal(0) for at, _ in columns}
    units = {at: cell.unit for at, cell in columns}
    parts = {at: 0 for at, _ in columns}
    best, most = 0, 0
    for size, row in enumerate(reversed(above[-_ROWS:]), 1):
        if len(row.cells) != len(total.cells):
            break
        columns = [(at, cell) for at, cell in columns if row.cells[at]]
        for at, _ in columns:
            part = row.cells[at]
            assert part
            sums[at] += part.value
            units[at] = max(units[at], part.unit)
            parts[at] += bool(part.value)
        footing = [(at, cell) for at, cell in columns if abs(sums[at] - cell.value) <= units[at] * size]
        # A column proves something where it is of a size, and of enough parts, that it does not foot by chance.
        if size > 1 and len(footing) > most and any(parts[at] > 1 and abs(cell.value) >= _SIZE * cell.unit for at, cell in footing):
            best, most = size, len(footing)
    return best


def _sums_the_table(total: _Row, above: Sequence[_Row]) -> bool:
    """Whether a last row called just "Total" must sum all the others: every column comes near."""
    if (
        len(above) < 3
        or not _TOTAL_ALONE.fullmatch(total.label)
        or any(len(row.cells) != len(total.cells) or _TOTAL.match(row.label) for row in above)
    ):
        return False
    for at, cell in enumerate(total.cells):
        if cell is None or cell.value < _SIZE * cell.unit or any(not (c := row.cells[at]) or c.value < 0 for row in above):
            return False
        if abs(_sum(above, at) - cell.value) > cell.value / 50:
            return False
    return True


def _sum(rows: Sequence[_Row], at: int) -> Decimal:
    return sum((cell.value for row in rows if (cell := row.cells[at])), Decimal(0))


def _foots(total: _Row, addends: Sequence[_Row], at: int) -> bool:
    cell = total.cells[at]
    if cell is None or any(row.cells[at] is None for row in addends):
        return False
    unit = max((c.unit for row in (*addends, total) if (c := row.cells[at])), default=Decimal(0))
    return abs(_sum(addends, at) - cell.value) <= unit * len(addends)


def _wrong(total: _Row, addends: Sequence[_Row], above: Sequence[_Row]) -> Iterator[Match]:
    """Columns that do not foot, unless a row that is counted twice, left out or set with the wrong sign explains all of the difference."""
    for at, cell in enumerate(total.cells):
        if cell is None or not cell.value or any(row.cells[at] is None for row in addends) or _foots(total, addends, at):
            continue
        given = _sum(addends, at)
        off = abs(given - cell.value)
        parts = [abs(c.value) for row in (*above, *addends) if at < len(row.cells) and (c := row.cells[at])]
        if off * 2 > max(abs(cell.value), abs(given)) * _LIKE or any(off in (part, 2 * part) for part in parts):
            continue
        first, last = addends[0].cells[at], addends[-1].cells[at]
        notes = (Note("The first row of the sum.", first.span), Note("The last row of the sum.", last.span)) if first and last else ()
        yield Match(cell.span, {"sum": f"{given:,f}"}, notes=notes)
