"""The text of printed pages, and for each character its place on the page."""

from __future__ import annotations

import bisect
import re
from array import array
from dataclasses import dataclass

from disclint.model import Location
from disclint.reading.draft import Stretch
from disclint.reading.glyphs import Segment
from disclint.reading.passages import Piece, Words

SOFT_HYPHEN = "\u00ad"
_FIRST_WORD = re.compile(r"(?:[^\s\w]*\w+[^\W\d]-(?=\w+[^\W\d]))|\S+")
_SPACE = 0.2  # of the size: a narrow space between words


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a line stands: page and line counted from 1, baseline and size in points."""

    page: int
    number: int
    base: float
    size: float


class Pages:
    """The lines of all pages one after the other, written line by line; offsets are characters of `text`."""

    def __init__(self, edge: float) -> None:
        self.text = ""
        self._edge = edge  # to which lines are wrapped
        self._chars: list[str] = []
        self._starts: list[int] = []
        self._places: list[_Place] = []
        self._left = array("f")
        self._right = array("f")
        self._bold = bytearray()

    # ------------------------------------------------------------------ writing

    @property
    def length(self) -> int:
        return len(self._chars)

    @property
    def line(self) -> str:
        """What stands in the line that is open."""
        return "".join(self._chars[self._starts[-1] :])

    def open_line(self, page: int, base: float, size: float) -> None:
        last = self._places[-1] if self._places else None
        self._starts.append(self.length)
        self._places.append(_Place(page, last.number + 1 if last and last.page == page else 1, base, size))

    def add_segment(self, segment: Segment, *, bold: bool) -> None:
        self._chars.extend(segment.text)
        self._left.extend(left for left, _ in segment.edges)
        self._right.extend(right for _, right in segment.edges)
        self._bold.extend([True] * len(segment.text) if bold else segment.bolds)

    def add(self, text: str, at: float) -> None:
        """White space that is no character of the page."""
        self._chars.extend(text)
        self._left.extend([at] * len(text))
        self._right.extend([at] * len(text))
        self._bold.extend(bytes(len(text)))

    def end_line(self) -> None:
        self.add("\n", self._right[-1] if self._right else 0.0)

    def soften(self, at: int) -> None:
        self._chars[at] = SOFT_HYPHEN

    def close(self) -> None:
        self.text = "".join(self._chars)
        self._chars = []

    # ------------------------------------------------------------------ reading

    def pieces(self, stretch: Stretch) -> Words:
        """The stretch in as many pieces as it has changes of weight."""
        found: list[Piece] = []
        at = stretch.start
        for n in range(stretch.start + 1, stretch.end + 1):
            if n == stretch.end or self._bold[n] != self._bold[at]:
                found.append(Piece(self.text[at:n], at, bold=bool(self._bold[at])))
                at = n
        return tuple(found)

    def wraps(self, above: Stretch, below: Stretch) -> bool:
        """Whether the first word of the line below would not have fitted on the line above."""
        word = _FIRST_WORD.match(self.text, below.start, below.end)
        if word is None:
            return False
        size = self._places[self._line_of(below.start)].size
        width = self._right[word.end() - 1] - self._left[word.start()]
        return self._right[above.end - 1] + width + _SPACE * size > self._edge

    def location(self, start: int, end: int) -> Location:
        first, last = self._line_of(start), self._line_of(max(start, end - 1))
        at, to = self._places[first], self._places[last]
        return Location(at.number, start - self._starts[first] + 1, to.number, end - self._starts[last] + 1, at.page, box=self._box(start, end))

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        first, last = self._line_of(start), self._line_of(max(start, end - 1))
        return tuple((self._places[n].number, self.text[self._starts[n] : self._end(n)].rstrip("\n")) for n in range(first, last + 1))

    def _line_of(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self._starts, offset) - 1)

    def _end(self, line: int) -> int:
        return self._starts[line + 1] if line + 1 < len(self._starts) else len(self.text)

    def _box(self, start: int, end: int) -> tuple[float, float, float, float]:
        """Left, bottom, right and top of the words on the page where they begin, in points from its lower left corner."""
        first, last = self._line_of(start), self._line_of(max(start, end - 1))
        lines = [n for n in range(first, last + 1) if self._places[n].page == self._places[first].page]
        stop = max(start + 1, min(end, self._end(lines[-1])))
        bottom = min(self._places[n].base - 0.2 * self._places[n].size for n in lines)
        top = max(self._places[n].base + 0.8 * self._places[n].size for n in lines)
        return round(min(self._left[start:stop]), 1), round(bottom, 1), round(max(self._right[start:stop]), 1), round(top, 1)
