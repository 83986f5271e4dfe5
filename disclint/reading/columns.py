"""Text set side by side: the contacts under a release in two or three columns, and tables drawn with spaces."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Sequence

from disclint.reading.draft import Draft, Stretch
from disclint.reading.lines import Cell, Line, is_numeric_row
from disclint.reading.paragraphs import bullet

_REACH = re.compile(r"@|\+\d|\(\d{3}\)|\d{3}[-.\s]\d{3,4}|https?:|www\.|^(?:tel|phone|fax)\b", re.I)  # how a person is reached
_ADDRESS = re.compile(r"(?:e-?mail ?: ?)?[^\s@:]+@[^\s@:]+", re.I)
_PERIOD = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
    r"|as of|as reported|(?:19|20)\d\d\b"
    r"|(?:three|six|nine|twelve) months|(?:quarter|year|months|weeks|period)s? ended|ended\b|\(?unaudited"
    r"|\(?in (?:000s|thousands|millions)|\(?dollars in"
    r"|(?:one|three|six|nine|twelve|quarters?|months?|year|change)$|% ?change|q[1-4]\b)",
    re.I,
)
_WHEN = re.compile(
    r"(?:(?:on or )?about )?(?:[a-z]+day, )?(?:[a-z]{3,9}\.? \d{1,2}, (?:19|20)\d\d|\d{1,2} [a-z]{3,9} (?:19|20)\d\d|\d{1,2}/\d{1,2}/(?:19|20)?\d\d)"
    r"|\d{1,2}(?::\d\d)? ?[ap]\.?m\b.{0,20}",
    re.I,
)
_BANNER = re.compile(r"(?:for (?:immediate )?(?:release|publication)|(?:news|press) release|exhibit \d+(?:\.\d+)?|immediate release)[:.]?$", re.I)


def as_columns(lines: Sequence[Line]) -> list[Draft] | None:
    """The blocks of lines set in columns, a block a column, lines above and below that span them included; None where there are no columns."""
    if not any(len(line.cells) > 1 for line in lines) or any(bullet(f"{line.cells[0].text} x") == line.cells[0].text for line in lines):
        return None
    if len(lines) == 1:
        return _one_line(lines[0])
    for head in range(min(3, len(lines) - 1)):
        for tail in range(min(2, len(lines) - head - 1)):
            body = lines[head : len(lines) - tail]
            rows: list[Sequence[Cell]] = [line.cells for line in body]
            bands = _bands(rows)
            others = _bands_of_others(rows)
            if others and len(others) > len(bands or ()):
                rows = [_dealt_out(row, others) for row in rows]
                bands = _bands(rows)
            if bands:
                above = [_whole([line]) for line in lines[:head]]
                below = [_whole([line]) for line in lines[len(lines) - tail :]]
                return [*above, *_in_bands(body, rows, bands), *below]
    return None


def as_table(lines: Sequence[Line]) -> Draft:
    """One row a line; lines that only draw rules are left out."""
    rows = tuple(tuple(Stretch(c.start, c.end) for c in line.cells) for line in lines if line.kind == "text" and line.cells)
    return Draft("table", (), rows)


def is_table_head(cells: Sequence[Cell]) -> bool:
    """Whether cells set side by side are the periods and units over a table's columns."""
    periods = sum(bool(_PERIOD.match(cell.text)) for cell in cells)
    return len(cells) > 1 and 2 * periods >= len(cells) and not any(cell.right - cell.left > 60 for cell in cells)


def numeric_rows(lines: Sequence[Line]) -> int:
    return sum(is_numeric_row(line.cells) for line in lines if line.kind == "text")


def rows_of_figures(lines: Sequence[Line]) -> list[bool]:
    """Which lines are rows of a table; a day or an hour counts as a figure where two stand in a row or in two rows, for a letterhead holds one."""
    days = [sum(bool(_WHEN.fullmatch(cell.text)) for cell in line.cells[1:]) if line.kind == "text" else 0 for line in lines]
    dated = sum(count > 0 for count in days)
    return [numeric_rows([line]) > 0 or count > 1 or (count > 0 and dated > 1) for line, count in zip(lines, days, strict=True)]


def _whole(lines: Sequence[Line]) -> Draft:
    return Draft("paragraph", tuple(Stretch(line.start, line.end) for line in lines), text=" ".join(line.text for line in lines), alone=False)


def _one_line(line: Line) -> list[Draft] | None:
    """A single line is cut only where the gap is too wide for anything else and what stands there is no label with its value."""
    cells = _labelled(line.cells)
    gaps = [right.left - left.right for left, right in itertools.pairwise(cells)]
    if not gaps or min(gaps) < 5 or len(cells) > 3 or line.text.startswith("-0-"):
        return None
    if len(cells) == 3 and not any(_BANNER.match(cell.text) for cell in cells):
        return None  # a letterhead's foot: street, town and telephone in one line
    return [
        Draft("paragraph", (Stretch(cell.start, cell.end),), column=number, text=cell.text, alone=False) for number, cell in enumerate(cells, start=1)
    ]


def _labelled(cells: Sequence[Cell]) -> list[Cell]:
    """Cells with every label ("Contact:") joined to the words beside it."""
    joined: list[Cell] = []
    for cell in cells:
        before = joined[-1] if joined else None
        if before and before.text.endswith(":") and not cell.text.endswith(":"):
            joined[-1] = Cell(before.start, cell.end, before.left, cell.right, f"{before.text} {cell.text}")
        else:
            joined.append(cell)
    return joined


def _bands(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]] | None:
    """The columns of the page that hold words, where gutters run through all lines; None where the page is not set so."""
    bands = _gutters(cell for row in rows for cell in row)
    if not 2 <= len(bands) <= 4:
        return None
    beside = [row for row in rows if len({_band(cell, bands) for cell in row}) > 1]
    if len(beside) < (2 if len(rows) > 4 else 1) or len(rows) < 2:
        return None
    widest = max(right.left - left.right for row in beside for left, right in itertools.pairwise(row))
    if widest < 3 or max(end - start for start, end in bands) > 60:
        return None
    if not all(_aligned([cell for row in rows for cell in row if _band(cell, bands) == n]) for n in range(len(bands))):
        return None
    return bands


def _bands_of_others(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int]] | None:
    """The columns of the lines that are not of e-mail addresses alone; the longest thing of a contact often slips out of its column."""
    others = [row for row in rows if not _addresses(row)]
    return _bands(others) if len(others) < len(rows) else None


def _addresses(row: Sequence[Cell]) -> list[Cell]:
    """The addresses of a line that holds nothing else, also where a single space parts two of them."""
    if not row or any(_ADDRESS.sub("", cell.text).strip() for cell in row):
        return []
    found = [(cell, match) for cell in row for match in _ADDRESS.finditer(cell.text)]
    return [Cell(c.start + m.start(), c.start + m.end(), c.left + m.start(), c.left + m.end(), m.group()) for c, m in found]


def _dealt_out(row: Sequence[Cell], bands: Sequence[tuple[int, int]]) -> Sequence[Cell]:
    """A line of addresses with one in each column, from left to right; with fewer of them each in the column in which it begins."""
    addresses = _addresses(row)
    order = list(range(len(bands)))
    if len(addresses) != len(bands):
        order = [max((n for n, (start, _) in enumerate(bands) if start <= cell.left + 1), default=0) for cell in addresses]
        if len(set(order)) < len(order):
            return row
    return [Cell(c.start, c.end, *bands[n], c.text) for c, n in zip(addresses, order, strict=True)] or row


def _gutters(cells: Iterable[Cell]) -> list[tuple[int, int]]:
    bands: list[tuple[int, int]] = []
    for left, right in sorted((cell.left, cell.right) for cell in cells):
        if bands and left < bands[-1][1] + 2:
            bands[-1] = (bands[-1][0], max(bands[-1][1], right))
        else:
            bands.append((left, right))
    return bands


def _band(cell: Cell, bands: Sequence[tuple[int, int]]) -> int:
    return next(n for n, (start, end) in enumerate(bands) if start <= cell.left < end)


def _aligned(cells: Sequence[Cell]) -> bool:
    """Whether the cells of one column stand flush left, or centred on one axis."""
    lefts = [cell.left for cell in cells]
    axes = [cell.left + cell.right for cell in cells]
    usual = Counter(lefts).most_common(1)[0][0]
    flush = sum(abs(left - usual) <= 1 for left in lefts)
    return 2 * flush >= len(cells) or max(axes) - min(axes) <= 4


def _in_bands(lines: Sequence[Line], rows: Sequence[Sequence[Cell]], bands: Sequence[tuple[int, int]]) -> list[Draft]:
    """One block a column; a column of labels goes with the column beside it, and a list with one person a row stays in rows."""
    held = [[[c for c in row if _band(c, bands) == n] for row in rows] for n in range(len(bands))]
    columns: list[list[list[Cell]]] = []
    labels = False
    for column in held:
        if labels:
            columns[-1] = [[*left, *right] for left, right in zip(columns[-1], column, strict=True)]
        else:
            columns.append(column)
        told = [cell.text for row in column for cell in row]
        labels = not labels and all(text.endswith(":") for text in told)
    if len(columns) == 1 or _person_a_row(columns):
        return [_whole(lines)]
    return [draft for number, column in enumerate(columns, start=1) for draft in _column(column, number)]


def _person_a_row(columns: Sequence[Sequence[Sequence[Cell]]]) -> bool:
    """Whether the last column only tells how to reach whoever stands in its row."""
    first = [cell for row, beside in zip(columns[0], columns[-1], strict=True) if beside for cell in row]
    last = [cell for row in columns[-1] for cell in row]
    if any(_REACH.search(cell.text) for cell in first) or not all(_REACH.search(cell.text) for cell in last):
        return False
    return len(columns) == 2 or (len(last) > 1 and all(map(all, zip(*columns, strict=True))))


def _column(rows: Sequence[Sequence[Cell]], number: int) -> list[Draft]:
    lines = [(Stretch(row[0].start, row[-1].end), " ".join(cell.text for cell in row)) for row in rows if row]
    parts: list[list[tuple[Stretch, str]]] = [[]]
    for line in lines:
        if _BANNER.match(line[1]):
            parts += [[line], []]
        else:
            parts[-1].append(line)
    return [
        Draft("paragraph", tuple(stretch for stretch, _ in part), column=number, text=" ".join(text for _, text in part), alone=False)
        for part in parts
        if part
    ]
