"""Tables of figures: rows with their label and, counted from the right, what their columns hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclint.model import Block, Span

_NUMBER = re.compile(
    r"(?P<open>\()?-?(?:us|c|a|hk|rmb|eur)? ?[$\u20ac\u00a3\u00a5]? ?(?P<inner>\()?-?(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+) ?\)?"
    r"(?: ?\(\d\)(?<=[\d)]\(\d\)))?"  # the mark of a note
)
_NIL = re.compile(r"[$\u20ac\u00a3\u00a5 ]*-+|nil")
_PERCENTAGE = re.compile(r"[+-]?\(?[+-]?\d[\d,]*(?:\.\d+)? ?\)? ?%\)?")
_NO_AMOUNT = re.compile(r"n\.?/?[am]\.?%?|n\.m\.f?\.?|nmf|\*+|bps?|-?\(?[\d.]+\)? ?(?:bps?|pts?|pp)\)?")
_ENDS_IN_FIGURE = re.compile(r"\s(?!(?:19|20)\d\d$)(?:\d{1,3},\d{3}|\d{3,}|\(\d+\))\)?$")


@dataclass(frozen=True, slots=True)
class Cell:
    """An amount of a table as written; `unit` is what one of its last written digit is worth, 0 for a dash."""

    span: Span
    value: Decimal
    unit: Decimal


@dataclass(frozen=True, slots=True)
class Row:
    label: str
    cells: tuple[Cell | None, ...]  # from the right, as far as they hold figures; None for a percentage and what is not meaningful
    label_span: Span
    shares: tuple[Decimal | None, ...]  # the percentages, at the same places
    spans: tuple[Span, ...]  # of the cells, amounts or not


def rows(folded: str, block: Block) -> Iterator[Row]:
    """The rows that hold figures; one that cannot be read to its right end has no cells, and no sum reaches across it."""
    for row in block.rows:
        cells: list[Cell | None] = []
        shares: list[Decimal | None] = []
        spans: list[Span] = []
        sign = ""
        for span in reversed(row[1:]):
            words = folded[span.start : span.end].strip()
            if words in ("%", ")%", ") %"):
                sign = "%"  # set in a cell of its own
                continue
            words, sign = words + sign, ""
            if _PERCENTAGE.fullmatch(words) or _NO_AMOUNT.fullmatch(words):
                cells.append(None)
                shares.append(Decimal(re.sub(r"[^\d.]", "", words)) if words.endswith("%") else None)
            elif (cell := _cell(words, span)) is not None:
                cells.append(cell)
                shares.append(None)
            else:
                break
            spans.append(span)
        label = folded[row[0].start : row[0].end].strip()
        if cells or any(c.isdigit() for span in row[1:] for c in folded[span.start : span.end]) or _ENDS_IN_FIGURE.search(label):
            yield Row(label, tuple(reversed(cells)), row[0], tuple(reversed(shares)), tuple(reversed(spans)))


def leads_to_last(listed: Sequence[Row]) -> bool:
    """Whether the last row is in every column of figures the sum of those above, of whose own sums none counts twice."""
    if len(listed) < 3 or len({len(row.cells) for row in listed}) != 1:
        return False
    columns = [[cell for cell in column if cell] for column in zip(*(row.cells for row in listed), strict=True)]
    whole = [column for column in columns if len(column) == len(listed)]
    return bool(whole) and all(_sums(column) for column in whole)


def _sums(column: Sequence[Cell]) -> bool:
    """Whether the last cell is the sum of the others; a subtotal on the way stands for what it sums."""
    given = Decimal(0)
    unit = max(cell.unit for cell in column)
    for number, cell in enumerate(column[:-1]):
        if number > 1 and cell.value and abs(cell.value - given) <= unit * number:
            continue
        given += cell.value
    return bool(column[-1].value) and abs(given - column[-1].value) <= unit * len(column) / 2


def _cell(words: str, span: Span) -> Cell | None:
    if _NIL.fullmatch(words):
        return Cell(span, Decimal(0), Decimal(0))
    match = _NUMBER.fullmatch(words)
    if not match:
        return None
    digits = match["digits"].replace(",", "")
    value = Decimal(digits)
    negative = "-" in words or match["open"] or match["inner"]
    return Cell(span, -value if negative else value, Decimal(1).scaleb(-len(digits.partition(".")[2])))
