"""Words that tabs set beside each other: a table where they stand in columns, otherwise text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from disclint.reading.grids import Cell, arrange
from disclint.reading.lines import is_number
from disclint.reading.passages import Grid, Passage, Piece, Words, told

TAB = "\t"


def set_by_tabs(flow: Iterable[Passage | Grid]) -> list[Passage | Grid]:
    """The flow with passages that tabs cut in columns as tables; a tab is a piece of its own."""
    found: list[Passage | Grid] = []
    for tabbed, parts in groupby(flow, _is_tabbed):
        group = list(parts)
        found += _aligned([part for part in group if isinstance(part, Passage)]) if tabbed else group
    return found


def _is_tabbed(part: Passage | Grid) -> bool:
    if isinstance(part, Grid) or part.kind == "item" or not part.text:
        return False
    return all(len(_cells(line)) > 1 for line in part.lines if told(line))


def _cells(line: Words) -> tuple[Words, ...]:
    """The line cut at its tabs; those before the first word are an indent."""
    cells: list[list[Piece]] = [[]]
    for piece in line:
        if piece.text == TAB:
            cells.append([])
        else:
            cells[-1].append(piece)
    return tuple(tuple(cell) for cell in cells if told(cell))


def _aligned(parts: Sequence[Passage]) -> list[Passage | Grid]:
    """Rows of as many cells each, or with figures, are a table; a single one, and labels with what they name, are text."""
    rows = [_cells(line) for part in parts for line in part.lines if told(line)]
    labels = sum(told(cells[0]).endswith(":") for cells in rows)
    figures = sum(any(is_number(told(cell)) for cell in cells[1:]) for cells in rows)
    even = len({len(cells) for cells in rows}) == 1 and 2 * labels <= len(rows)
    if len(rows) < 2 or not (even or 2 * figures >= len(rows)):
        return list(parts)
    end = parts[-1].end
    return arrange([[Cell((Passage((cell,), end),)) for cell in cells] for cells in rows], end)
