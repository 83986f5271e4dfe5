"""The lines of a release as contacts are read from them, each with its label."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.anatomy.contacts import reach
from disclint.anatomy.contacts.contact_labels import Label, flattened_labels, line_label, sentence_label
from disclint.anatomy.contacts.run_together import apart, is_run_together
from disclint.anatomy.speech.people import sole_person
from disclint.model import Block, Document, Span

_PROSE = 170  # a line longer than this is read as sentences
_GAP = 3  # two spaces of the source and more behind one: the line was set in columns
_OFFICE = r"(?:investors?|media|press|analysts?|company|corporate|shareholders?|ir|pr)"
_OPENS_WITH_CONTACT = re.compile(
    rf"[/ ]*(?:(?:for )?{_OFFICE}(?:(?:,| and| &|/|,? or)? ?{_OFFICE}){{0,2}}(?: (?:contacts?|relations|communications|[ie]nquiries|information)){{0,2}}|contacts?) ?:(?!//)"
)
_OPEN = re.compile(r"(?:,|\b(?:or|and|at|of|for|by)|\(\d{3}\))$")
_LONGEST = 400  # a label and one contact, as one wrapped passage
_SEGMENT = re.compile(r"; (?=[A-Z])")
_CUT_NUMBER = re.compile(r"(?:\(\d{3}\)|\d{3}-)$")  # the wrap goes through a telephone number
_SAYS = re.compile(r"\b(?:is|are|was|were|will|has|have|had|can|may|said|says|added|joined|joins)\b|[a-z]{3}\. [a-z]")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set, or one paragraph of prose; `label` is what introduces the contacts in it or below it."""

    span: Span
    block: int
    prose: bool
    label: Label | None
    column: int = 0

    @property
    def rest(self) -> Span:
        return Span(self.label.span.end, self.span.end) if self.label else self.span

    @property
    def strong(self) -> bool:
        return self.label is not None and self.label.strong


def contact_lines(document: Document) -> list[Line]:
    """All lines of the document, in reading order; what was set in columns is read down each column."""
    return [line for number, block in enumerate(document.blocks) for line in _of_block(document, number, block) if len(line.span)]


def _of_block(document: Document, number: int, block: Block) -> Iterator[Line]:
    flattened = flattened_labels(document, block.span) if ":" in document.text[block.span.start : block.span.start + 60] else None
    if flattened:
        yield Line(block.span, number, False, flattened)
    elif block.kind == "table":
        yield from (Line(span, number, False, line_label(document, span)) for span in _cells(document, block))
    elif _is_prose(document, block) or _is_wrapped_contact(document, block):
        if _is_contact(document, block):
            yield from (Line(span, number, False, line_label(document, span), block.column) for span in _segments(document, block.span))
        else:
            yield Line(block.span, number, True, sentence_label(document, block.span), block.column)
    elif columns := _set_columns(document, block):
        for place, spans in enumerate(columns, 1):
            yield from (Line(span, number, False, line_label(document, span), place) for span in spans)
    else:
        for line in block.lines or (block.span,):
            for part in apart(document, line):
                yield from (Line(span, number, False, line_label(document, span), block.column) for span in _segments(document, part))


def _is_prose(document: Document, block: Block) -> bool:
    """Whether a block's lines are wrapped sentences rather than lines set one by one."""
    size = len(block.span)
    if len(block.lines) <= 1:
        return size > _PROSE and not is_run_together(document, block.span)
    if all(_is_entry(document, line) for line in block.lines):
        return False
    if len(block.lines) == 2 and _CUT_NUMBER.search(document.text, block.lines[0].start, block.lines[0].end):
        return True
    widths = sorted(len(line) for line in block.lines[:-1])
    return size > 90 and (widths[0] > 48 or (widths[len(widths) // 2] > 60 and size > 240))


def _is_contact(document: Document, block: Block) -> bool:
    """Whether running text opens with a contact's label: `Contact: Jane Roe, Acme, 212-…`."""
    opening = _OPENS_WITH_CONTACT.match(document.folded, block.span.start, block.span.end)
    if not opening:
        return _only_names(document, block)
    words = document.folded[opening.end() : block.span.end]
    return opening.group().lstrip("/ ").startswith("contact") or (len(words) < _LONGEST and ("@" in words or sum(c.isdigit() for c in words) > 6))


def _only_names(document: Document, block: Block) -> bool:
    """Whether a passage without a label is persons and how to reach them, one behind the other, and no sentence."""
    text, (start, end) = document.text, (block.span.start, block.span.end)
    comma = text.find(",", start, min(end, start + 40))
    if comma < 0 or end - start > _LONGEST or _SAYS.search(document.folded, start, end) or not sole_person(text, start, comma):
        return False
    return bool(reach.phones(text, document.folded, start, end) or reach.emails(text, start, end))


def _is_wrapped_contact(document: Document, block: Block) -> bool:
    """Whether the lines of a contact break only where no further word would fit."""
    if len(block.lines) < 2 or len(block.span) > _LONGEST or not _is_contact(document, block):
        return False
    width = max(len(line) for line in block.lines)
    pairs = [(above, document.text[below.start : below.end]) for above, below in itertools.pairwise(block.lines)]
    if any(len(above) + 1 + len(below.split()[0]) <= width for above, below in pairs):
        return False
    heads = (line_label(document, line) for line in block.lines[1:])
    return all(_goes_on(document, above, below) for above, below in pairs) and not any(head and head.strong for head in heads)


def _goes_on(document: Document, above: Span, below: str) -> bool:
    """Whether a line ends inside a list of particulars."""
    return _OPEN.search(document.text, above.start, above.end) is not None or not (
        sole_person(below.split(",")[0], 0, len(below.split(",")[0])) or "@" in below.split()[0]
    )


def _is_entry(document: Document, line: Span) -> bool:
    """One contact to a line: `Investors: Jane Roe, 212-…, jroe@…`."""
    words = document.folded[line.start : line.end]
    return "@" in words or (":" in words[:40] and sum(c.isdigit() for c in words) > 6)


def _segments(document: Document, span: Span) -> list[Span]:
    """A line that lists several contacts one behind the other, each closed by a semicolon, is cut there."""
    if len(span) < 60 or ";" not in document.text[span.start : span.end]:
        return [span]
    bounds = [span.start, *(m.end() for m in _SEGMENT.finditer(document.text, span.start, span.end)), span.end]
    return [Span(a, b) for a, b in itertools.pairwise(bounds)]


def _set_columns(document: Document, block: Block) -> list[list[Span]] | None:
    """The columns of a block of plain lines that stand side by side, told from the gaps inside the lines."""
    words = document.folded[block.span.start : block.span.end]
    if document.format not in ("markdown", "text") or len(block.lines) < 3 or ("@" not in words and "contact" not in words):
        return None
    rows = [_between_gaps(document, line) for line in block.lines]
    if sum(len(row) > 1 for row in rows) < 2 or sum(len(row) > 3 for row in rows) > len(rows) / 2:
        return None
    heads = [document.locate(span).column or 0 for span in max(rows, key=len)]
    columns: list[list[Span]] = [[] for _ in heads]
    for span in itertools.chain.from_iterable(rows):
        at = document.locate(span).column or 0
        columns[min(range(len(heads)), key=lambda k: abs(heads[k] - at))].append(span)
    # a list of advisers sets each number at the right of its person or firm: such rows are read as lines
    return None if all(_is_detail(document, span) for column in columns[1:] for span in column) else columns


def _is_detail(document: Document, span: Span) -> bool:
    """Whether words are a telephone number or an address and nothing else but its label."""
    words = document.folded[span.start : span.end]
    return ("@" in words or sum(c.isdigit() for c in words) > 5) and len(words.split("@")[0].split(":")[0]) < 40


def _between_gaps(document: Document, line: Span) -> list[Span]:
    text, origins = document.text, document.origins
    cuts = [i for i in range(line.start, line.end - 1) if text[i] == " " and origins[i + 1] - origins[i - 1] >= _GAP]
    starts, ends = [line.start, *(cut + 1 for cut in cuts)], [*cuts, line.end]
    return [Span(a, b) for a, b in zip(starts, ends, strict=True) if a < b]


def _cells(document: Document, block: Block) -> Iterator[Span]:
    """The cells of a small table of contacts, down its columns or along its rows as they stand; none of a table of figures."""
    words = document.folded[block.span.start : block.span.end]
    if len(block.rows) > 30 or len(words) > 2500 or not any(sign in words for sign in ("@", "contact", "tel", "phone")):
        return
    first = [cell for cell in block.rows[0] if len(cell)]
    heads = [line_label(document, cell) is not None for cell in first]
    down = len(first) > 1 and heads[0] == heads[1] and not any(reach.phones(document.text, document.folded, cell.start, cell.end) for cell in first)
    if down:
        width = max(len(row) for row in block.rows)
        yield from (row[column] for column in range(width) for row in block.rows if column < len(row))
    else:
        yield from (cell for row in block.rows for cell in row)
