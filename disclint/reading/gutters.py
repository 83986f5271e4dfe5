"""Pages set in columns of prose, cut along the empty space between the columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from disclint.reading.glyphs import Row
from disclint.reading.lines import is_number
from disclint.reading.paragraphs import is_prose

_PROSE = 5  # rows of prose on either side that make two columns of a page
_STEP = 3  # points within which rows of a column begin
_LOOSE = 1.8  # times a row's size: the space under the last row of a column


def regions(rows: Sequence[Row]) -> list[list[Row]]:
    """The parts of a page in reading order; most pages are one part."""
    cut = _cut(rows)
    if cut is None:
        return [list(rows)] if rows else []
    first, last, at = cut
    left, right = [_side(rows[first:last], at, right=side) for side in (False, True)]
    return [part for rest in (rows[:first], left, right, rows[last:]) for part in regions(rest)]


def _side(rows: Sequence[Row], at: float, *, right: bool) -> list[Row]:
    cut = [Row(row.base, row.size, tuple(segment for segment in row.segments if (segment.left >= at) == right)) for row in rows]
    return [row for row in cut if row.segments]


def _cut(rows: Sequence[Row]) -> tuple[int, int, float] | None:
    """From which row to which, and where, the page is parted; None where it is not set in columns of prose."""
    begins = Counter(round(segment.left / _STEP) for row in rows for segment in row.segments[1:])
    for step, count in begins.most_common(4):
        if count < _PROSE:
            return None
        at = (step - 1) * _STEP - 1.0
        for first, last in _free(rows, at):
            trimmed = _trimmed(rows, first, last, at)
            if trimmed and _is_parted(rows[trimmed[0] : trimmed[1]], at):
                return (*trimmed, at)
    return None


def _free(rows: Sequence[Row], at: float) -> list[tuple[int, int]]:
    """The stretches of rows of which nothing crosses the line."""
    found: list[tuple[int, int]] = []
    first = 0
    for n, row in enumerate(rows):
        if any(segment.left < at < segment.right for segment in row.segments):
            found.append((first, n))
            first = n + 1
    found.append((first, len(rows)))
    return [(start, end) for start, end in found if end - start >= _PROSE]


def _trimmed(rows: Sequence[Row], first: int, last: int, at: float) -> tuple[int, int] | None:
    """Without the rows above and below the right column that do not belong to the left one."""
    beside = [n for n in range(first, last) if rows[n].segments[-1].left >= at]
    if not beside:
        return None
    end = beside[-1] + 1
    while end < last and rows[end - 1].base - rows[end].base < _LOOSE * rows[end].size:
        end += 1
    return beside[0], end


def _is_parted(rows: Sequence[Row], at: float) -> bool:
    """Whether prose stands on both sides, and not the labels and figures of a table."""
    left = [segment.text for row in rows for segment in row.segments if segment.left < at]
    right = [segment.text for row in rows for segment in row.segments if segment.left >= at]
    figures = sum(is_number(text) for text in (*left, *right))
    prose = min(sum(is_prose(text) and len(text) >= 20 for text in side) for side in (left, right))
    return prose >= _PROSE and 3 * prose >= max(len(left), len(right)) and 5 * figures < len(rows)
