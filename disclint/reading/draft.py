"""A block before it is written: its kind, and which stretches of the source it takes."""

from __future__ import annotations

from dataclasses import dataclass

from disclint.model import BlockKind
from disclint.reading.builder import Builder


@dataclass(frozen=True, slots=True)
class Stretch:
    """A half-open range of source offsets; `glued`: its first word goes on from the stretch before without a space."""

    start: int
    end: int
    glued: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """A block to be: lines for text, rows of cells for a table."""

    kind: BlockKind
    lines: tuple[Stretch, ...]
    rows: tuple[tuple[Stretch, ...], ...] = ()
    centered: bool = False
    column: int = 0
    text: str = ""  # the lines' words, for the decisions of neighbours
    alone: bool = True  # blank lines stand above and below
    open: bool = False  # the last line is full or ends in mid-sentence

    def write(self, builder: Builder, source: str) -> None:
        end = self.lines[-1].end if self.lines else self.rows[-1][-1].end
        for row in self.rows:
            for cell in row:
                builder.add(source[cell.start : cell.end], cell.start)
                builder.end_cell(cell.end)
            builder.end_row(row[-1].end)
        for number, line in enumerate(self.lines):
            builder.add(source[line.start : line.end], line.start)
            if number + 1 < len(self.lines):
                builder.end_line(line.end, glued=self.lines[number + 1].glued)
        builder.end_block(self.kind, end, centered=self.centered, column=self.column)
