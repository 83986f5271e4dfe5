"""A story of an RTF file: paragraphs and tables put together as their marks come."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from disclint.model import BlockKind
from disclint.reading.grids import Cell, arrange
from disclint.reading.passages import Grid, Passage, Piece, is_note_mark, told

_TIGHT = 60  # twips between paragraphs that look like lines of one
_LONGEST_HEADING = 300


@dataclass(slots=True)
class Look:
    """How the paragraph is set."""

    centered: bool = False
    heading: bool = False
    item: bool = False
    in_table: bool = False
    before: int = 0
    after: int = 0


@dataclass(slots=True)
class Story:
    """A text of its own: the body, a note, a margin."""

    kind: str
    flow: list[Passage | Grid] = field(default_factory=list)
    lines: list[list[tuple[Piece, bool]]] = field(default_factory=lambda: [[]])  # and whether it is raised
    number: int = 0  # of the paragraph that is open
    cell: list[Passage | Grid] = field(default_factory=list)
    row: list[Cell] = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    above: Look | None = None

    def end_paragraph(self, look: Look, at: int) -> None:
        """Closes the paragraph; an empty one leaves a gap."""
        lines = [_without_marks(line) for line in self.lines]
        while lines and not told(lines[-1]):
            lines.pop()
        if not look.in_table:
            self.end_table(at)
        if lines:
            heads = look.heading and len(" ".join(told(line) for line in lines)) <= _LONGEST_HEADING
            kind: BlockKind = "heading" if heads else "item" if look.item else "paragraph"
            tight = self.above is not None and max(self.above.after, look.before) <= _TIGHT
            passage = Passage(tuple(lines), at, kind, look.centered and not look.item, tight=tight)
            (self.cell if look.in_table else self.flow).append(passage)
        self.above = replace(look) if lines else None
        self.lines = [[]]
        self.number = 0

    def end_cell(self) -> None:
        self.row.append(Cell(tuple(self.cell)))
        self.cell, self.above = [], None

    def end_row(self) -> None:
        if self.row:
            self.rows.append(self.row)
        self.row = []

    def end_table(self, at: int) -> None:
        self.end_row()
        if self.rows or self.cell:
            self.flow += [*arrange(self.rows, at), *self.cell]
            self.rows, self.cell, self.above = [], [], None


def _without_marks(line: list[tuple[Piece, bool]]) -> tuple[Piece, ...]:
    """Raised marks of footnotes are not read."""
    kept: list[Piece] = []
    for piece, raised in line:
        if not (raised and is_note_mark(piece.text, "".join(before.text for before in kept[-2:]))):
            kept.append(piece)
    return tuple(kept)
