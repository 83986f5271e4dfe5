"""What HTML and Markdown have in common: passages of marked-up words, made into blocks."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from disclint.model import BlockKind
from disclint.reading.builder import Builder
from disclint.reading.paragraphs import bullet, could_head, glued, is_prose, is_terminal, is_title

_PAGE_END = re.compile(
    r"(?![-\u2013\u2014]\s*30\s*[-\u2013\u2014]$)"  # which ends a release in Canada
    r"(?:[-\u2013\u2014]\s*)?(?:page )?[1-9]\d{0,2}(?: of \d{1,3})?(?:\s*[-\u2013\u2014])?$|[-(\u2013\u2014* ]+more[-)\u2013\u2014* ]+$",
    re.I,
)
_CONTACT = re.compile(r":\s*$|contact|inquir|enquir|relations|media|press", re.I)
_OPEN_END = re.compile(r"(?:,|&|\b(?:and|or|of|the|a|an|to|for|in|on|by|with|from|at|as|its))$", re.I)
_NOTE_MARK = re.compile(r"[\s(\[]*(?:\d{1,2}|[a-e*\u2020\u2021])(?:\s*,\s*(?:\d{1,2}|[a-e*]))*[\s)\].]*$")
_UNIT = re.compile(r"(?:\b[kcm]?m|\bft|\bmi|\bin)$")
_LONG = 100
_MANY = 200
_SHORT = 70


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters that stand in the source one after the other; `atomic`: all of them came from the one place (an entity)."""

    text: str
    origin: int
    atomic: bool = False
    bold: bool = False


Words = tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A block to be, line by line as its source breaks them."""

    lines: tuple[Words, ...]
    end: int  # where it ends in the source
    kind: BlockKind = "paragraph"
    centered: bool = False
    column: int = 0
    tight: bool = False  # set directly under the passage before
    wrapped: bool = False  # line ends of the source mean nothing
    cut: bool = False  # headings have been cut from their paragraphs by what the page shows; only weight still tells one

    @property
    def text(self) -> str:
        return " ".join(told(line) for line in self.lines)

    @property
    def bold(self) -> bool:
        """Whether every letter is bold."""
        letters = [piece.bold for line in self.lines for piece in line if any(c.isalnum() for c in piece.text)]
        return bool(letters) and all(letters)


@dataclass(frozen=True, slots=True)
class Grid:
    """A table of figures: words cell by cell."""

    rows: tuple[tuple[Words, ...], ...]
    end: int
    kind: BlockKind = "table"


Flow = Sequence["Passage | Grid"]


def told(words: Iterable[Piece]) -> str:
    """The words as a person reads them."""
    return " ".join("".join(piece.text for piece in words).split())


def is_note_mark(raised: str, before: str) -> bool:
    """Whether raised letters are the mark of a footnote, which is not read; a trade mark's sign, an ordinal's letters and a unit's power are."""
    return bool(_NOTE_MARK.match(raised)) and not _UNIT.search(before)


def write(builder: Builder, flow: Iterable[Passage | Grid]) -> None:
    """Writes the flow as blocks."""
    for part in _paged(_headed(_stacked(_divided(flow)))):
        if isinstance(part, Grid):
            _write_grid(builder, part)
            continue
        for number, line in enumerate(part.lines):
            _add(builder, line)
            if number + 1 < len(part.lines):
                builder.end_line(_end_of(line, part.end), glued=glued(told(line), told(part.lines[number + 1])))
        builder.end_block(part.kind, part.end, bold=part.bold, centered=part.centered, column=part.column)


def _write_grid(builder: Builder, grid: Grid) -> None:
    at = grid.end
    for row in grid.rows:
        for cell in row:
            _add(builder, cell)
            at = _end_of(cell, at)
            builder.end_cell(at)
        builder.end_row(at)
    builder.end_block("table", at)


def _end_of(words: Words, otherwise: int) -> int:
    if not words:
        return otherwise
    last = words[-1]
    return last.origin + (1 if last.atomic else len(last.text))


def _add(builder: Builder, words: Words) -> None:
    for piece in words:
        builder.add(piece.text, piece.origin, atomic=piece.atomic)


# --------------------------------------------------------------------------- passages cut


def _divided(flow: Iterable[Passage | Grid]) -> list[Passage | Grid]:
    """Cuts passages where an empty line, a heading run in, or long lines show that they are several."""
    parts: list[Passage | Grid] = []
    for part in flow:
        if isinstance(part, Grid):
            parts.append(part)
            continue
        for lines in _stanzas(part):
            parts += _without_bullet(replace(part, lines=tuple(lines)))
    return parts


def _stanzas(part: Passage) -> list[list[Words]]:
    found: list[list[Words]] = [[]]
    for line in part.lines:
        text = told(line)
        if not text:
            found.append([])
            continue
        above = told(found[-1][-1]) if found[-1] else ""
        if found[-1] and (_is_run_in(found[-1], line, part.cut) or (not part.wrapped and _breaks(above, text))):
            found.append([])
        found[-1].append(line)
    return [stanza for stanza in found if stanza]


def _is_run_in(block: Sequence[Words], line: Words, cut: bool) -> bool:
    """Whether the block is a heading that stands on the first line of its paragraph."""
    if len(block) > 2 or not is_prose(told(line)):
        return False
    text = told(piece for words in block for piece in words)
    if len(text) > 150:
        return False
    bold = all(_is_bold(words) for words in block) and not _is_bold(line)
    return (bold or (is_title(text) and not cut)) and not is_terminal(text.rstrip(":"))


def _breaks(above: str, below: str) -> bool:
    """Whether two lines of one passage are paragraphs of their own."""
    if bullet(below):
        return True
    return (len(above) >= _LONG or len(below) >= _LONG) and not below[0].islower() and (is_terminal(above) or len(above) < _LONG)


def _is_bold(words: Words) -> bool:
    letters = [piece.bold for piece in words if any(c.isalnum() for c in piece.text)]
    return bool(letters) and all(letters)


def _without_bullet(passage: Passage) -> list[Passage]:
    """A passage that begins with a bullet is an item; the bullet is left out, as a list's own would be."""
    mark = bullet(passage.text)
    if passage.kind not in ("paragraph", "item") or not mark:
        return [passage]
    first = list(passage.lines[0])
    while first and mark:
        piece = first.pop(0)
        body = piece.text.lstrip()
        taken = min(len(mark), len(body)) if mark.startswith(body[: len(mark)]) else 0
        rest = body[taken:]
        mark = mark[taken:]
        if rest:
            moved = 0 if piece.atomic else len(piece.text) - len(rest)
            first.insert(0, replace(piece, text=rest, origin=piece.origin + moved))
        if not taken and body:
            break
    lines = (tuple(first), *passage.lines[1:])
    return [replace(passage, kind="item", lines=lines)] if any(told(line) for line in lines) else []


# --------------------------------------------------------------------------- passages beside each other


def _stacked(flow: Iterable[Passage | Grid]) -> list[Passage | Grid]:
    """Joins short lines that are set as paragraphs of their own but directly under each other, as addresses are."""
    parts: list[Passage | Grid] = []
    for part in flow:
        above = parts[-1] if parts else None
        if isinstance(part, Passage) and isinstance(above, Passage) and part.tight and _stacks(above, part):
            parts[-1] = replace(above, lines=(*above.lines, *part.lines), end=part.end)
        else:
            parts.append(part)
    return parts


def _stacks(above: Passage, below: Passage) -> bool:
    if above.kind != "paragraph" or below.kind != "paragraph" or above.centered != below.centered or above.column != below.column:
        return False
    if above.centered:  # lines of a headline, where the words show that it goes on
        return len(above.text) <= 200 and bool(below.text[0].islower() or _OPEN_END.search(above.text))
    if below.bold or (above.bold and not _CONTACT.search(above.text)) or is_prose(below.text) or is_prose(above.text) or len(above.lines) > 12:
        return False
    return all(len(told(line)) <= _SHORT for line in (*above.lines, *below.lines))


def _headed(flow: Sequence[Passage | Grid]) -> list[Passage | Grid]:
    """Whole passages in bold, capitals or centred, short and without a full stop, are headings."""
    return [
        replace(part, kind="heading") if isinstance(part, Passage) and _is_heading(part, flow[n + 1 : n + 2]) else part for n, part in enumerate(flow)
    ]


def _is_heading(passage: Passage, after: Flow) -> bool:
    text = passage.text
    if passage.kind != "paragraph" or passage.column or len(text) > 300 or len(passage.lines) > 4 or not could_head(text):
        return False
    if passage.bold or passage.centered or text.isupper():
        return True
    follows = after[0] if after else None
    return is_title(text) and isinstance(follows, Passage) and follows.kind in ("paragraph", "item") and is_prose(follows.text)


def _paged(flow: Sequence[Passage | Grid]) -> list[Passage | Grid]:
    """Lone page numbers are page breaks; a sentence that one parts is joined."""
    parts: list[Passage | Grid] = []
    at = -1  # the last that is no page break
    for part in flow:
        if isinstance(part, Passage) and part.kind in ("paragraph", "heading") and not part.column and _PAGE_END.match(part.text):
            part = replace(part, kind="page-break")
        back = parts[at] if at >= 0 else None
        if isinstance(part, Passage) and isinstance(back, Passage) and _goes_on(back, part):
            parts[at] = replace(back, lines=(*back.lines, *part.lines), end=part.end)
        else:
            if part.kind != "page-break":
                at = len(parts)
            parts.append(part)
    return parts


def _goes_on(before: Passage, part: Passage) -> bool:
    """Whether the passage goes on in mid-sentence with what the one before left open, as at the turn of a page."""
    if before.kind != "paragraph" or part.kind != "paragraph" or before.column or part.column or len(before.lines) > _MANY:
        return False
    above, below = before.text, part.text
    return below[:1].islower() and len(above) > _SHORT and is_prose(above) and is_prose(below) and not is_terminal(above) and above[-1] != ","
