"""Tables whose total is not the sum of the rows above it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import prose_sums
from disclint.model import Note, Release, Span
from disclint.tables import Cell, Row, rows

_TOTAL = re.compile(  # of a reconciliation or a cash flow statement also the figure that its rows lead to
    r"(?:grand |sub-?)?totals?\b|net cash (?:flows? )?\(?(?:provided|used|from|generated)\b|(?:adjusted|non-gaap|core) [a-z]|ebitda\b|(?:core )?ffo\b"
    r"|funds from operations|free cash flow"
)
# Lines that a statement works out from those above, some of them to be taken away.
_LEADS = re.compile(
    r"gross (?:profit|margin|loss|\(loss\))|net (?:interest |operating |investment )?(?:income|loss|earnings|profit|\(loss\)|\(?increase|\(?decrease|change)|net revenues?$"
    r"|(?:operating |pre-?tax )?(?:income|loss|earnings|profit|\(loss\))(?: ?\(loss\)| ?\(income\)| ?/ ?\(?loss\)?)?(?: from (?:continuing )?operations)?(?: before|$)"
    r"|(?:operating|pre-?tax) (?:income|loss|earnings|profit)|(?:income|loss|earnings|profit)(?: \(loss\))? (?:from operations|before)"
    r"|(?:increase|decrease|\(decrease\)|change) .{0,24}in cash|cash.{0,60}\bend of\b|ending cash"
)
_TAKEN = re.compile(
    r"\b(?:costs?|expenses?|tax(?:es)?|provision|depreciation|amorti[sz]ation|less|impairment|charges?|research and development|general and administrative|r&d|sg&a)\b"
)
_TOTAL_ALONE = re.compile(r"(?:grand )?totals?:?")
_SIZE = 100  # units that a column must hold before its footing proves anything
_ROWS = 40
_LIKE = Decimal("0.95")  # an average is no total that is wrong


class TotalsFoot(Check, frozen=True, kw_only=True):
    """A total that the rows above it do not give, in a table whose other columns foot, or all but do; or an amount told with all its parts."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"sum"})

    def examine(self, release: Release) -> Examination:
        matches: list[Match] = []
        checked: list[Span] = []
        for block in release.document.blocks:
            if block.kind == "table":
                known: set[tuple[int, Decimal]] = set()
                for total, addends, above in _totals(list(rows(release.folded, block))):
                    checked += [cell.span for cell in total.cells[:1] if cell]
                    for at, off, wrong in _wrong(total, addends, above):
                        matches += [wrong] if (at, off) not in known else []
                        known.add((at, off))  # one slip, carried down the column
        for whole, unequal in prose_sums.unequal(release):
            checked.append(whole)
            matches += [unequal] if unequal else []
        if not checked:
            return Examination(moot="no table has a total that the rows above it lead to")
        return Examination(matches=tuple(matches), evidence=tuple(checked))


def _totals(listed: Sequence[Row]) -> Iterator[tuple[Row, Sequence[Row], Sequence[Row]]]:
    """Each total with the rows it sums and some that stand above these; a total once found stands for them in the sums below."""
    open_rows: list[Row] = []
    for number, row in enumerate(listed):
        size = 0
        if _TOTAL.match(row.label):
            open_rows = [_without_note_number(above, len(row.cells)) for above in open_rows]
            size = _addends(row, open_rows) or _by_shares(row, open_rows)
        if not size and _LEADS.match(row.label):
            signed = [_taken(_without_note_number(above, len(row.cells))) for above in open_rows]
            size = _addends(row, signed)
            open_rows = signed if size else open_rows
        if not size and number == len(listed) - 1 and _sums_the_table(row, listed[:-1]):
            size = number
            open_rows = list(listed[:-1])
        if size:
            yield row, open_rows[-size:], open_rows[-size - 4 : -size]
            del open_rows[-size:]
        open_rows.append(row)


def _taken(row: Row) -> Row:
    """The row with its amounts as they enter the line below: costs less than nil, however they are set."""
    if not _TAKEN.search(row.label) or _LEADS.match(row.label) or any(cell and cell.value < 0 for cell in row.cells):
        return row
    return replace(row, cells=tuple(cell and replace(cell, value=-cell.value) for cell in row.cells))


def _without_note_number(row: Row, columns: int) -> Row:
    """The row without the number of a note that stands before its figures; totals have none."""
    first = row.cells[0] if len(row.cells) == columns + 1 else None
    is_number = first is not None and first.unit == 1 and 0 < first.value < 50
    return replace(row, cells=row.cells[1:], shares=row.shares[1:], spans=row.spans[1:]) if is_number else row


def _addends(total: Row, above: Sequence[Row]) -> int:
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
        if (
            size > 1
            and len(footing) > most
            and _proves([(parts[at], cell) for at, cell in footing], exactly=all(sums[at] == c.value for at, c in footing))
        ):
            best, most = size, len(footing)
    return best


def _proves(footing: Sequence[tuple[int, Cell]], *, exactly: bool) -> bool:
    small = [cell for parts, cell in footing if parts > 1 and abs(cell.value) >= 20 * cell.unit]
    return any(abs(cell.value) >= _SIZE * cell.unit for cell in small) or (exactly and len(small) > 1)


def _by_shares(total: Row, above: Sequence[Row]) -> int:
    """All rows above, where a column of percentages that makes 100 shows that the total is theirs."""
    for at, share in enumerate(total.shares):
        given = [row.shares[at] if len(row.shares) == len(total.shares) else None for row in above]
        if share == 100 and len(above) > 2 and None not in given:
            unit = max(Decimal(1).scaleb(min(0, int(value.as_tuple().exponent))) for value in given if value is not None)
            if abs(sum((value for value in given if value is not None), Decimal(0)) - 100) <= unit * len(given) / 2:
                return len(above)
    return 0


def _sums_the_table(total: Row, above: Sequence[Row]) -> bool:
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


def _sum(rows: Sequence[Row], at: int) -> Decimal:
    return sum((cell.value for row in rows if (cell := row.cells[at])), Decimal(0))


def _foots(total: Row, addends: Sequence[Row], at: int) -> bool:
    cell = total.cells[at]
    if cell is None or any(row.cells[at] is None for row in addends):
        return False
    unit = max((c.unit for row in (*addends, total) if (c := row.cells[at])), default=Decimal(0))
    return abs(_sum(addends, at) - cell.value) <= unit * len(addends)


def _wrong(total: Row, addends: Sequence[Row], above: Sequence[Row]) -> Iterator[tuple[int, Decimal, Match]]:
    """Columns that do not foot, unless a row that is counted twice, left out or set with the wrong sign explains all of the difference."""
    for at, cell in enumerate(total.cells):
        if cell is None or not cell.value or (_LEADS.match(total.label) and abs(cell.value) < _SIZE * cell.unit):
            continue
        if any(row.cells[at] is None for row in addends) or _foots(total, addends, at):
            continue
        given = _sum(addends, at)
        off = abs(given - cell.value)
        parts = [abs(c.value) for row in (*above, *addends) if at < len(row.cells) and (c := row.cells[at])]
        if off * 2 > max(abs(cell.value), abs(given)) * _LIKE or any(off in (part, 2 * part) for part in parts):
            continue
        first, last = addends[0].cells[at], addends[-1].cells[at]
        notes = (Note("The first row of the sum.", first.span), Note("The last row of the sum.", last.span)) if first and last else ()
        yield at, off, Match(cell.span, {"sum": f"{given:,f}"}, notes=notes)
