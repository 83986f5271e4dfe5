"""Tables of HTML: those that hold figures, and those that only set text side by side."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from disclint.reading.lines import is_number
from disclint.reading.paragraphs import bullet, is_prose
from disclint.reading.passages import Grid, Passage, Piece, Words, told

_REACH = re.compile(r"@|\(\d{3}\)|\d{3}[-.\s]\d{3,4}|\bcontacts?\b|\btel\b", re.I)
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})[.)]|\(?\d\)?\*?)$")
_OPENING = frozenset({"$", "(", "$(", "\u20ac", "\u00a3", "\u00a5", "US$", "C$", "CAD$", "HK$", "RMB"})
_COUNTED = frozenset("0123456789\u2014\u2013-")
_CLOSING = frozenset({")", "%", ")%", "%)", "x", "pts", "bps"})


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell with the flow in it."""

    flow: tuple[Passage | Grid, ...]

    @property
    def text(self) -> str:
        return " ".join(part.text for part in self.flow if isinstance(part, Passage)).strip()


def arrange(rows: Sequence[Sequence[Cell]], end: int) -> list[Passage | Grid]:
    """A table as what it is: a grid of figures, or the passages it sets side by side."""
    if any(isinstance(part, Grid) for row in rows for cell in row for part in cell.flow):
        return _in_order(rows)
    filled = [row for row in rows if any(cell.text for cell in row)]
    merged = [_merged(row) for row in filled]
    if _is_data(merged):
        return [Grid(tuple(row for row in merged if row), end)]
    if all(len(row) <= 1 for row in merged):
        return _in_order(filled)
    if sum(_is_item(row) for row in merged) * 2 > len(merged):
        return [part for row in filled for part in _item(row, end)]
    if len(merged) == 1 and len(merged[0]) > 2 and all(len(told(cell)) <= 40 and not _REACH.search(told(cell)) for cell in merged[0]):
        return [Passage((_spaced(merged[0]),), end)]  # a line of text set with tabs
    return _columns(filled, end)


def _in_order(rows: Sequence[Sequence[Cell]]) -> list[Passage | Grid]:
    return [part for row in rows for cell in row for part in cell.flow]


def _words(cell: Cell) -> Words:
    """All words of a cell in one line; a line break is a space."""
    return _spaced(line for part in cell.flow if isinstance(part, Passage) for line in part.lines)


def _spaced(parts: Iterable[Words]) -> Words:
    words: list[Piece] = []
    for part in parts:
        if words and part:
            words.append(Piece(" ", part[0].origin, True))
        words += part
    return tuple(words)


def _merged(row: Sequence[Cell]) -> tuple[Words, ...]:
    """The cells with words; a currency sign, bracket or per cent sign in a cell of its own goes with its number."""
    cells: list[Words] = []
    before = ""
    for cell in row:
        text = cell.text
        if not text:
            continue
        if cells and (before in _OPENING or (text in _CLOSING and before[-1:] in _COUNTED) or (text == ")%" and before)):
            cells[-1] = (*cells[-1], *_words(cell))
        else:
            cells.append(_words(cell))
        before = text
    return tuple(cells)


def _is_data(rows: Sequence[Sequence[Words]]) -> bool:
    """Whether the table holds figures, or is a grid of short entries that are no way to reach a person."""
    texts = [[told(cell) for cell in row] for row in rows]
    numeric = sum(len(row) > 1 and any(is_number(text) and any(c.isdigit() for c in text) for text in row[1:]) for row in texts)
    if numeric >= 2 and 5 * numeric >= len(texts):
        return True
    if any(bullet(f"{text} x") for row in texts for text in row[:1]):
        return False
    flat = [text for row in texts for text in row]
    if len(texts) < 3 or any(_REACH.search(text) for text in flat) or any(len(text) > 120 for text in flat):
        return False
    full = sum(len(row) > 1 for row in texts)
    return 4 * full >= 3 * len(texts) and not any(is_prose(text) and text.endswith(".") for text in flat)


def _is_item(row: Sequence[Words]) -> bool:
    mark = told(row[0]) if row else ""
    return len(row) == 2 and bool(bullet(f"{mark} x") or _NUMBERED.match(mark))


def _item(row: Sequence[Cell], end: int) -> list[Passage | Grid]:
    """The text beside a bullet is the item; a number or letter stays with it."""
    cells = [cell for cell in row if cell.text]
    if len(cells) < 2:
        return _in_order([row])
    mark = _words(cells[0])
    parts = list(cells[1].flow)
    first = next((n for n, part in enumerate(parts) if isinstance(part, Passage) and part.text), None)
    if first is None:
        return _in_order([row])
    opening = parts[first]
    assert isinstance(opening, Passage)
    lines = opening.lines
    if not bullet(f"{told(mark)} x"):
        lines = ((*mark, Piece(" ", lines[0][0].origin, True), *lines[0]), *lines[1:])
    parts[first] = replace(opening, kind="item", lines=lines, centered=False)
    return parts


def _columns(rows: Sequence[Sequence[Cell]], end: int) -> list[Passage | Grid]:
    """Rows of single lines are read down the columns, taller cells one by one; what spans the table stands alone."""
    places = sorted({n for row in rows for n, cell in enumerate(row) if cell.text})
    if all(sum(len(part.lines) for part in cell.flow if isinstance(part, Passage) and part.text) <= 1 for row in rows for cell in row):
        parts: list[Passage | Grid] = []
        for number, place in enumerate(places, start=1):
            lines = [_words(row[place]) for row in rows if place < len(row) and row[place].text]
            parts.append(Passage(tuple(lines), end, column=number))
        return parts
    return [part for row in rows for cell, number in _numbered(row, places) for part in _in_column(cell, number, end)]


def _numbered(row: Sequence[Cell], places: Sequence[int]) -> list[tuple[Cell, int]]:
    told_cells = [(cell, places.index(n) + 1) for n, cell in enumerate(row) if cell.text]
    return told_cells if len(told_cells) > 1 else [(cell, 0) for cell, _ in told_cells]


def _in_column(cell: Cell, number: int, end: int) -> list[Passage | Grid]:
    """The passages of a cell; short ones under each other are lines of one block."""
    if not number:
        return list(cell.flow)
    parts: list[Passage | Grid] = []
    for part in cell.flow:
        if isinstance(part, Grid):
            parts.append(part)
            continue
        above = parts[-1] if parts else None
        if not part.text:
            parts.append(part)
        elif isinstance(above, Passage) and above.text and not is_prose(part.text) and not is_prose(above.text):
            parts[-1] = replace(above, lines=(*above.lines, *part.lines), end=part.end)
        else:
            parts.append(replace(part, column=number))
    return [part for part in parts if isinstance(part, Grid) or part.text]
