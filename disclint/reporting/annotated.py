"""The text of a release cut into pieces, each with its part and the marks that lie on it, for showing it beside what was found."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from disclint.model import Block, Document, Release, Span
from disclint.reporting.excerpts import printable
from disclint.reporting.inspection import table

_SET_LINE_BY_LINE = frozenset({"contacts", "letterhead"})
_NUMBER = re.compile(r"[\s$€£¥(+–—-]*(?:US|C|A|HK)?[$€£¥]?\s*[\d.,]*\d[\d.,]*[\s%)xX]*|[-–—]+")


@dataclass(frozen=True)
class Mark:
    """Words to be seen; an empty span is where something is missing. `kind` is a class of the style sheet."""

    span: Span
    kind: str
    title: str
    anchor: str = ""  # the finding's
    number: int = 0  # the finding's


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same marks, in one part of the release."""

    text: str
    part: str
    marks: tuple[Mark, ...]
    opens: tuple[Mark, ...]  # of findings that begin here


@dataclass(frozen=True)
class Cell:
    """A cell of a table, or a line of another block, as pieces; `wide` is how many columns it takes."""

    pieces: tuple[Piece, ...]
    wide: int = 1

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def number(self) -> bool:
        return _NUMBER.fullmatch(self.text) is not None


@dataclass(frozen=True)
class BlockView:
    """A block of the release; `label` names its part where another part begins."""

    kind: str
    part: str
    label: str
    line: str
    cells: tuple[tuple[Cell, ...], ...]  # rows of a table, else lines of one cell each


@dataclass(frozen=True)
class Inspected:
    """A release as `inspect` shows it."""

    document: Document
    release: Release
    blocks: tuple[BlockView, ...]
    facts: list[tuple[str, tuple[str, ...]]]

    @property
    def path(self) -> str:
        return printable(self.document.path)


def inspected(release: Release) -> Inspected:
    return Inspected(release.document, release, annotate(release, found_marks(release)), table(release))


def annotate(release: Release, marks: Sequence[Mark]) -> tuple[BlockView, ...]:
    """Every block of the release in order; marks may overlap, and of those on the same words the first given leads."""
    views: list[BlockView] = []
    before = ""
    ordered = sorted(marks, key=lambda m: m.span)
    for number, block in enumerate(release.document.blocks):
        last = number == len(release.document.blocks) - 1
        # The line end after a block belongs to it, so that what is missing after its last word is shown there.
        reach = Span(block.span.start, len(release.text) + 1 if last else block.span.end + 1)
        here = [m for m in ordered if m.span.touches(reach) or (not len(m.span) and reach.start <= m.span.start < reach.end)]
        part = release.part_at(block.span.start)
        line = release.document.locate(block.span).line
        views.append(BlockView(block.kind, part, part if part != before else "", str(line or ""), _cells(release, block, part, here)))
        before = part
    return tuple(views)


def _cells(release: Release, block: Block, part: str, marks: Sequence[Mark]) -> tuple[tuple[Cell, ...], ...]:
    lines = block.lines if part in _SET_LINE_BY_LINE else (block.span,)
    rows = block.rows or tuple((line,) for line in lines)
    final = rows[-1][-1]
    return _laid_out([tuple(Cell(_pieces(release, cell, marks, final=cell == final)) for cell in row) for row in rows])


def _laid_out(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """Titles take the whole width, and what stands above the first full row is divided among the columns beside the first."""
    columns = max(map(len, rows))
    body = next(number for number, row in enumerate(rows) if len(row) == columns)
    laid: list[tuple[Cell, ...]] = []
    for number, row in enumerate(rows):
        if len(row) == 1:
            laid.append((Cell(row[0].pieces, columns),))
        elif number < body and (columns - 1) % len(row) == 0:
            laid.append((Cell(()), *(Cell(cell.pieces, (columns - 1) // len(row)) for cell in row)))
        else:
            laid.append(row)
    return tuple(laid)


def _pieces(release: Release, span: Span, marks: Sequence[Mark], *, final: bool) -> tuple[Piece, ...]:
    """`final`: the last of its block, where what is missing after the block is shown too."""
    empty = [m for m in marks if not len(m.span) and (span.start <= m.span.start < span.end or (final and m.span.start >= span.end))]
    full = [m for m in marks if len(m.span) and m.span.touches(span)]
    edges = [edge for m in full for edge in (m.span.start, m.span.end)] + [m.span.start for m in empty]
    parts = [edge for p in release.parts if p.span.touches(span) for edge in (p.span.start, p.span.end)]
    cuts = sorted({span.start, span.end, *(e for e in (*edges, *parts) if span.start < e < span.end)})
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        pieces += [_missing(release, m) for m in empty if start <= m.span.start < end and m.span.start == start]
        over = tuple(m for m in full if m.span.start < end and start < m.span.end)
        opens = tuple(m for m in over if m.anchor and m.span.start == start)
        pieces.append(Piece(printable(release.text[start:end]), release.part_at(start), over, opens))
    return (*pieces, *(_missing(release, m) for m in empty if m.span.start >= span.end))


def _missing(release: Release, mark: Mark) -> Piece:
    return Piece("", release.part_at(mark.span.start), (mark,), (mark,) if mark.anchor else ())


def found_marks(release: Release) -> list[Mark]:
    """What the anatomy found, as marks."""
    marks = [Mark(t.span, "ticker", f"ticker {t.symbol}") for t in release.tickers]
    marks += [Mark(c.span, "citation" if c.correct else "citation-wrong", f"cites {c.to or 'something unknown'}") for c in release.citations]
    marks += [Mark(s.span, s.kind, f"{s.kind} statement") for s in release.statements if s.kind == "forward-looking"]
    marks += [Mark(span, "quotation", "quotation") for q in release.quotations for span in q.spans]
    marks += [Mark(s, "speaker", "speaker") for q in release.quotations for s in _given(q.speaker, q.title)]
    marks += [Mark(i.span, "issuer", "issuer") for i in release.issuers]
    marks += [Mark(d.span, "date", f"{d.role} date") for d in release.dates]
    marks += [Mark(m.span, "measure", "non-GAAP measure") for m in (release.non_gaap.measures if release.non_gaap else ())]
    for contact in release.contacts:
        marks += [Mark(s, "contact", "contact") for s in _given(contact.name, *contact.phones, *contact.emails)]
    marks += [Mark(span, "plugin", name) for name, spans in release.marks.items() for span in spans]
    return marks


def _given(*spans: Span | None) -> Iterable[Span]:
    return (span for span in spans if span)
