"""Printed pages set out as lines: columns one after the other, blank lines where the page leaves space."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from disclint.reading.draft import Draft
from disclint.reading.glyphs import Row
from disclint.reading.gutters import regions
from disclint.reading.lines import Cell, Line
from disclint.reading.pages import SOFT_HYPHEN, Pages
from disclint.reading.paragraphs import bullet, glued, is_prose
from disclint.reading.passages import Grid, Passage, Piece, Words, told

_PAGE_NUMBER = re.compile(r"[-\u2013\u2014|\s]*(?:page\s*)?(\d{1,3})(?:\s*(?:of|/)\s*\d{1,3})?[-\u2013\u2014|\s]*$", re.I)
_RULE = re.compile(r"[-=_\u2013\u2014\u2500]{3,}$")
_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_BROKEN = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_LONG = 40  # characters of a row that fills most of its line
_LOOSE = 1.25  # times the usual distance of lines: a blank line
_LARGE = 1.15  # times the usual size: a heading's
_BODY = 5  # at least one part in so many of all prose is set in the size of the body
_EVEN = 3
_EDGE = 2  # rows at the head and foot of a page that may be furniture
_STEP = 4  # points within which furniture stands in the same place
_GAP = "   "
_OPENING = ("$", "(", "$(", "\u20ac", "\u00a3", "US$", "C$")
_CLOSING = (")", "%", ")%", "%)")


@dataclass(frozen=True, slots=True)
class SetLine(Line):
    """A line whose cells are known from where they stand, not from spaces."""

    parts: tuple[Cell, ...] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        return self.parts


def typeset(pages: Sequence[Sequence[Row]]) -> tuple[list[Line], Pages]:
    """The lines in reading order with what is needed to find their places again; a page's end is a line of its own."""
    furniture = _furniture(pages)
    shape = _Shape.of([row for page in pages for row in page])
    source = Pages(shape.right)
    setter = _Setter(source, shape)
    for number, page in enumerate(pages, start=1):
        if number > 1:
            setter.break_page()
        for region in regions(page):
            setter.blank()
            setter.set(region, number, furniture.get(number, frozenset()))
    _join_hyphenated(setter.lines, source)
    source.close()
    return setter.lines, source


def flow(drafts: Iterable[Draft], source: Pages) -> Iterator[Passage | Grid]:
    """The blocks to be with the weight of their letters."""
    for draft in drafts:
        if draft.rows:
            yield Grid(tuple(tuple(source.pieces(cell) for cell in row) for row in draft.rows), draft.rows[-1][-1].end)
        else:
            yield Passage(tuple(_unwrapped(draft, source)), draft.lines[-1].end, draft.kind, draft.centered, draft.column, wrapped=True, cut=True)


def _unwrapped(draft: Draft, pages: Pages) -> list[Words]:
    """The lines of a block, those joined that only end because the page does."""
    lines: list[Words] = []
    for n, stretch in enumerate(draft.lines):
        words = pages.pieces(stretch)
        above = draft.lines[n - 1] if n else None
        if above and not draft.column and pages.wraps(above, stretch):
            space = () if glued(told(lines[-1]), told(words)) else (Piece(" ", above.end, atomic=True, bold=lines[-1][-1].bold and words[0].bold),)
            lines[-1] = (*lines[-1], *space, *words)
        else:
            lines.append(words)
    return lines


# --------------------------------------------------------------------------- how the pages are set


@dataclass(frozen=True, slots=True)
class _Shape:
    """What is usual in a document: the size of letters, the distance of lines for each size, the edges of the text."""

    size: float
    pitches: dict[float, float]
    left: float
    right: float
    unit: float  # the width of one column of a page of text

    @staticmethod
    def of(rows: Sequence[Row]) -> _Shape:
        size = _body_size([row for row in rows if len(row.text) >= _LONG and is_prose(row.text)] or rows)
        long = [row for row in rows if len(row.text) >= _LONG] or rows
        left = sorted(row.left for row in long)[len(long) // 20]
        right = sorted(row.right for row in long)[len(long) * 19 // 20]
        width = max(right - left, 20 * size)
        return _Shape(size, _pitches(rows), left, right, width / min(100.0, max(60.0, width / (0.5 * size))))

    def is_loose(self, rows: Sequence[Row], n: int) -> bool:
        """Whether the page leaves more than a line's distance above a row; a paragraph may have a distance of its own."""
        above, below = rows[n - 1], rows[n]
        size = max(above.size, below.size)
        gap = above.base - below.base
        if gap <= _LOOSE * self.pitches.get(size, 1.2) * size:
            return False
        return not (gap < 2.5 * size and self._is_full(above) and len(below.segments) == 1 and self._is_even(rows, n))

    def _is_full(self, row: Row) -> bool:
        return row.right > self.right - 5 * row.size and len(row.segments) == 1 and len(row.text) > _LONG

    def _is_even(self, rows: Sequence[Row], n: int) -> bool:
        """Whether at least three full rows on end stand as far from the next as this one's from it."""
        gap = rows[n - 1].base - rows[n].base
        run = 1
        for step in (-1, 1):
            m = n + step
            while 0 < m < len(rows) and run < _EVEN and self._is_full(rows[m - 1]) and abs(rows[m - 1].base - rows[m].base - gap) < 0.05 * gap:
                run, m = run + 1, m + step
        return run >= _EVEN

    def is_large(self, row: Row) -> bool:
        return row.size >= _LARGE * self.size

    def is_centered(self, row: Row) -> bool:
        before, after = row.left - self.left, self.right - row.right
        return before > 4 * self.unit and abs(before - after) < 3 * self.unit

    def column(self, at: float, left: float) -> int:
        return max(0, round((at - left) / self.unit))


def _body_size(rows: Sequence[Row]) -> float:
    """The size of letters in which most is said, small print and tables aside."""
    sizes: Counter[float] = Counter()
    for row in rows:
        sizes[row.size] += len(row.text)
    return max(size for size, count in sizes.items() if count * _BODY >= sizes.total())


def _pitches(rows: Sequence[Row]) -> dict[float, float]:
    """The usual distance of lines, as a multiple of their size."""
    seen: dict[float, Counter[float]] = {}
    for above, below in pairwise(rows):
        if above.size == below.size and len(above.text) >= _LONG and 0.8 * above.size < above.base - below.base < 3 * above.size:
            seen.setdefault(above.size, Counter())[round((above.base - below.base) / above.size, 2)] += 1
    pitches: dict[float, float] = {}
    for size, counts in seen.items():
        often = max(counts.values())
        pitches[size] = min(pitch for pitch, count in counts.items() if 2 * count >= often)
    return pitches


def _furniture(pages: Sequence[Sequence[Row]]) -> dict[int, frozenset[float]]:
    """For each page the baselines of those rows at its head and foot that count pages, or stand on most of them in the same place."""
    edges: list[tuple[int, Row]] = []
    for number, page in enumerate(pages, start=1):
        ends = sorted(page, key=lambda row: row.base)
        edges += [(number, row) for row in {id(row): row for row in (*ends[:_EDGE], *ends[-_EDGE:])}.values()]
    shifts: Counter[int] = Counter()
    places: Counter[tuple[str, int]] = Counter()
    for number, row in edges:
        if match := _PAGE_NUMBER.match(row.text):
            shifts[int(match.group(1)) - number] += 1
        places[_place(row)] += 1
    kept: dict[int, set[float]] = {}
    for number, row in edges:
        match = _PAGE_NUMBER.match(row.text)
        counts = match and (int(match.group(1)) == number or shifts[int(match.group(1)) - number] > 1)
        often = places[_place(row)]
        if counts or (often > 1 and 2 * often >= len(pages) and len(row.segments) == 1 and not is_prose(row.text)):
            kept.setdefault(number, set()).add(row.base)
    return {number: frozenset(bases) for number, bases in kept.items()}


def _place(row: Row) -> tuple[str, int]:
    """The words, numbers aside, with the place on the page."""
    return re.sub(r"\d+", "0", row.text), round(row.base / _STEP)


# --------------------------------------------------------------------------- setting


class _Setter:
    """Writes rows as lines of text."""

    def __init__(self, pages: Pages, shape: _Shape) -> None:
        self.lines: list[Line] = []
        self._pages = pages
        self._shape = shape

    def blank(self) -> None:
        if self.lines and self.lines[-1].kind == "text":
            self.lines.append(Line("blank", self._pages.length, self._pages.length))

    def break_page(self) -> None:
        at = self._pages.length
        self._pages.end_line()
        self.lines.append(Line("page", at, at + 1))

    def set(self, rows: Sequence[Row], page: int, furniture: frozenset[float]) -> None:
        """One region of a page."""
        long = [row.left for row in rows if len(row.text) >= _LONG]
        left = min(long) if long else min(self._shape.left, *(row.left for row in rows))
        for n, row in enumerate(rows):
            if n and self._parts(rows, n):
                self.blank()
            self._pages.open_line(page, row.base, row.size)
            line = self._line(row, left)
            self.lines.append(replace(line, kind="page") if row.base in furniture else line)
            self._pages.end_line()

    def _parts(self, rows: Sequence[Row], n: int) -> bool:
        """Whether something new begins with a row: after space, in another size, or between a table and a centred line."""
        above, below = rows[n - 1], rows[n]
        if self._shape.is_loose(rows, n) or self._shape.is_large(above) != self._shape.is_large(below):
            return True
        beside = len(above.segments) > 1, len(below.segments) > 1
        return beside[0] != beside[1] and self._shape.is_centered(below if beside[0] else above)

    def _line(self, row: Row, left: float) -> SetLine:
        start = self._pages.length
        cells: list[Cell] = []
        for n, segment in enumerate(row.segments):
            single = n == 1 and bullet(f"{cells[0].text} x") == cells[0].text
            if n:
                self._pages.add(" " if single else _GAP, segment.left)
            at = self._pages.length
            self._pages.add_segment(segment, bold=self._shape.is_large(row))
            cell = Cell(at, self._pages.length, self._shape.column(segment.left, left), self._shape.column(segment.right, left), segment.text)
            before = cells[-1] if cells else None
            if before and (single or before.text in _OPENING or cell.text in _CLOSING):
                cells[-1] = Cell(before.start, cell.end, before.left, cell.right, before.text + (" " if single else "") + cell.text)
            else:
                cells.append(cell)
        text = self._pages.line
        indent, right = self._shape.column(row.left, left), self._shape.column(row.right, left)
        return SetLine("rule" if _RULE.match(text) else "text", start, start + len(text), text, indent, right, parts=tuple(cells))


def _join_hyphenated(lines: list[Line], pages: Pages) -> None:
    """Turns hyphens that only part a word at the line's end into soft ones, which nobody reads."""
    told = [n for n, line in enumerate(lines) if line.kind == "text"]
    broken = [(n, after) for n, after in pairwise(told) if _BROKEN.search(lines[n].text) and lines[after].text[0].islower()]
    if not broken:
        return
    words = _vocabulary(lines, broken)
    halves = [(n, _BROKEN.search(lines[n].text), _WORD.match(lines[after].text)) for n, after in broken]
    parted = [(n, first.group(1).lower(), second.group().lower()) for n, first, second in halves if first and second]
    if not any(first + second in words for _, first, second in parted):
        return  # nothing shows that this document parts words
    for n, first, second in parted:
        if _is_one_word(first, second, words):
            pages.soften(lines[n].end - 1)
            lines[n] = replace(lines[n], text=lines[n].text[:-1] + SOFT_HYPHEN)


def _vocabulary(lines: Sequence[Line], broken: Sequence[tuple[int, int]]) -> frozenset[str]:
    """The words of the document, but for those that line ends part."""
    words: set[str] = set()
    firsts, seconds = {n for n, _ in broken}, {after for _, after in broken}
    for n, line in enumerate(lines):
        told = [match.group().lower() for match in _WORD.finditer(line.text)]
        words.update(told[1 if n in seconds else 0 : len(told) - 1 if n in firsts else len(told)])
    return frozenset(words)


def _is_one_word(first: str, second: str, words: frozenset[str]) -> bool:
    """Whether the hyphen only parts a word: what the document writes elsewhere tells, else whether the halves are words themselves."""
    if first + second in words:
        return True
    if f"{first}-{second}" in words or "-" in second:
        return False
    return second not in words and not (len(first) > 3 and first in words)
