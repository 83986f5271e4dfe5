"""The paragraphs and tables of a story as passages, in one state of its tracked changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from disclint.model import BlockKind
from disclint.reading import Tracked
from disclint.reading.grids import Cell, arrange
from disclint.reading.lines import is_number
from disclint.reading.passages import Grid, Passage, Piece, Words, is_note_mark, told
from disclint.reading.word.manuscript import Atom, Content, Paragraph, Table

_TIGHT = 60  # twips between paragraphs that look like lines of one
_LONGEST_HEADING = 300


@dataclass(frozen=True, slots=True)
class _Set:
    """A paragraph as it is read: those whose marks are deleted between them are one."""

    paragraph: Paragraph  # the first: it tells the look
    lines: tuple[Words, ...]
    end: int
    tight: bool

    @property
    def told(self) -> bool:
        return any(told(line) for line in self.lines)

    @property
    def cells(self) -> tuple[tuple[Words, ...], ...]:
        """Its lines cut at tabs; those before the first word are an indent."""
        return tuple(_cut(line) for line in self.lines if told(line))

    @property
    def tabbed(self) -> bool:
        return self.told and not self.paragraph.item and all(len(cells) > 1 for cells in self.cells)


def flow(content: Content, tracked: Tracked) -> list[Passage | Grid]:
    """Text boxes stand after the paragraph they are anchored in."""
    found: list[Passage | Grid] = []
    for tabbed, parts in groupby(_read(content, tracked), lambda part: isinstance(part, _Set) and part.tabbed):
        if tabbed:
            found += _aligned([part for part in parts if isinstance(part, _Set)])
        else:
            for part in parts:
                found += [_passage(part)] if isinstance(part, _Set) and part.told else part if isinstance(part, list) else []
    return found


def _read(content: Content, tracked: Tracked) -> Iterator[_Set | list[Passage | Grid]]:
    """Paragraphs, and the flows of tables and text boxes between them."""
    open_: list[Paragraph] = []
    above: Paragraph | None = None
    for part in content:
        if isinstance(part, Table):
            rows = [[Cell(tuple(flow(cell, tracked))) for cell in row.cells] for row in part.rows if row.state.read(tracked)]
            yield arrange(rows, part.end)
            above = None
            continue
        open_.append(part)
        if part.mark.read(tracked):
            yield _joined(open_, above, tracked)
            above, open_ = part, []
        for box in part.boxes:
            yield flow(box, tracked)
    if open_:
        yield _joined(open_, above, tracked)


def _joined(paragraphs: Sequence[Paragraph], above: Paragraph | None, tracked: Tracked) -> _Set:
    lines = tuple(_lines([atom for paragraph in paragraphs for atom in paragraph.atoms if atom.read(tracked)]))
    last = paragraphs[-1]
    return _Set(last, lines, last.end, above is not None and bool(above.words(tracked).strip()) and _space(above, last) <= _TIGHT)


def _space(above: Paragraph, below: Paragraph) -> int:
    """Twips between two paragraphs."""
    same = above.style == below.style
    after = 0 if same and above.look.close else above.look.after or 0
    before = 0 if same and below.look.close else below.look.before or 0
    return max(after, before)


def _lines(atoms: Iterable[Atom]) -> list[Words]:
    """Word cuts its runs in the middle of words; what stands together and looks the same is one piece."""
    lines: list[list[list[Atom]]] = [[]]
    for raised, group in groupby(atoms, lambda atom: atom.raised):
        stretch = list(group)
        before = "".join(atom.text for alike in lines[-1][-1:] for atom in alike[-2:])
        if raised and is_note_mark("".join(atom.text for atom in stretch), before):
            continue
        for atom in stretch:
            if atom.text == "\n":
                lines.append([])
            elif lines[-1] and _goes_on(lines[-1][-1][-1], atom):
                lines[-1][-1].append(atom)
            else:
                lines[-1].append([atom])
    return [tuple(Piece("".join(a.text for a in alike), alike[0].start, bold=alike[0].bold) for alike in line) for line in lines]


def _goes_on(last: Atom, atom: Atom) -> bool:
    return last.end == atom.start and last.bold == atom.bold and "\t" not in (last.text, atom.text)


def _passage(part: _Set) -> Passage:
    paragraph = part.paragraph
    lines = part.lines
    while lines and not told(lines[-1]):
        lines = lines[:-1]
    kind: BlockKind = "item" if paragraph.item else "paragraph"
    if paragraph.look.heading and len(told(piece for line in lines for piece in line)) <= _LONGEST_HEADING:
        kind = "heading"
    return Passage(lines, part.end, kind, bool(paragraph.look.centered) and kind != "item", tight=part.tight)


# --------------------------------------------------------------------------- columns set with tabs


def _cut(line: Words) -> tuple[Words, ...]:
    cells: list[list[Piece]] = [[]]
    for piece in line:
        if piece.text == "\t":
            cells.append([])
        else:
            cells[-1].append(piece)
    return tuple(tuple(cell) for cell in cells if told(cell))


def _aligned(parts: Sequence[_Set]) -> list[Passage | Grid]:
    """Lines that tabs set in columns are a table; a single one, and labels with what they name, are text."""
    rows = [cells for part in parts for cells in part.cells]
    labels = sum(told(cells[0]).endswith(":") for cells in rows)
    figures = sum(any(is_number(told(cell)) for cell in cells[1:]) for cells in rows)
    even = len({len(cells) for cells in rows}) == 1 and 2 * labels <= len(rows)
    if len(rows) < 2 or not (even or 2 * figures >= len(rows)):
        return [_passage(part) for part in parts]
    end = parts[-1].end
    return arrange([[Cell((Passage((cell,), end),)) for cell in cells] for cells in rows], end)
