"""A release as lines of a terminal, each under the name of its part."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from disclint.reporting.annotated import BlockView, Cell

_GAP = "  "
_LABEL = 12  # so much of the first column of a table is kept
_NARROW = 4


@dataclass(frozen=True)
class GutterLine:
    """`label` and `line` (of the source) are empty where they are those of the line before."""

    label: str
    line: str
    part: str
    text: str


def gutter(blocks: Sequence[BlockView], width: int) -> Iterator[tuple[GutterLine, ...]]:
    """The lines of every block, wrapped to `width`; a block is cut where another part begins within it."""
    before = ""
    for block in blocks:
        lines: list[GutterLine] = []
        for part, text in _passages(block, width):
            lines.append(GutterLine(part if part != before else "", "" if lines else block.line, part, text))
            before = part
        yield tuple(lines)


def _passages(block: BlockView, width: int) -> Iterator[tuple[str, str]]:
    """The parts of a block with their texts, line by line."""
    if block.kind == "table":
        yield from ((block.part, text) for text in _table(block.cells, width))
        return
    for row in block.cells:
        for part, pieces in groupby(row[0].pieces, key=lambda piece: piece.part):
            yield from ((part, text) for text in textwrap.wrap("".join(piece.text for piece in pieces), width))


def _table(rows: Sequence[tuple[Cell, ...]], width: int) -> Iterator[str]:
    """Columns one below the other, numbers to the right and never cut; a table without numbers is wrapped as text."""
    if not any(cell.number for row in rows for cell in row):
        for row in rows:
            yield from textwrap.wrap(_GAP.join(cell.text for cell in row), width)
        return
    widths = _widths(rows, width)
    for row in rows:
        told, at = [], 0
        for cell in row:
            room = width if cell.wide == len(widths) else sum(widths[at : at + cell.wide]) + len(_GAP) * (cell.wide - 1)
            told.append(_cut(cell.text, room).ljust(room) if not at else cell.text.rjust(room) if cell.number else _cut(cell.text, room).center(room))
            at += cell.wide
        yield _GAP.join(told).rstrip()


def _widths(rows: Sequence[tuple[Cell, ...]], width: int) -> list[int]:
    """Of each column: what its numbers take, and what is left for its heading; labels give way first."""
    columns = max(sum(cell.wide for cell in row) for row in rows)
    need, wish = [_NARROW] * columns, [_NARROW] * columns
    for row in rows:
        for at, cell in enumerate(row if all(cell.wide == 1 for cell in row) else ()):
            wish[at] = max(wish[at], len(cell.text))
            need[at] = max(need[at], len(cell.text) if cell.number else 0)
    label = min(wish[0], max(_LABEL, width - sum(need[1:]) - len(_GAP) * (columns - 1)))
    spare = max(0, width - label - sum(need[1:]) - len(_GAP) * (columns - 1)) // max(1, columns - 1)
    return [label, *(min(most, least + spare) for least, most in zip(need[1:], wish[1:], strict=True))]


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
