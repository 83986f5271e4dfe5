"""The way back from offsets to the paragraphs and pages of a Word file."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from disclint.model import Location
from disclint.reading import Tracked


@dataclass(frozen=True)
class WordSource:
    """A Word file as it was read, whole: what is written into a copy of it must be the same file, whatever became of it on disk."""

    data: bytes
    tracked: Tracked
    text: str  # every character by its offset; what was not read is NUL
    starts: tuple[int, ...]  # of the paragraphs
    pages: tuple[int, ...]  # where a page ends and the next begins; empty where the file does not say

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self.starts, offset) - 1)

    def _column(self, paragraph: int, offset: int) -> int:
        return len(self.text[self.starts[paragraph] : offset].replace("\0", "")) + 1

    def location(self, start: int, end: int) -> Location:
        """Characters are counted from 1 within their paragraphs."""
        if not self.starts:
            return Location()
        first, last = self._paragraph(start), self._paragraph(max(start, end - 1))
        page = bisect.bisect_right(self.pages, start) + 1 if self.pages else None
        return Location(column=self._column(first, start), end_column=self._column(last, end), page=page, paragraph=first + 1)

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        """Word has no lines until it sets a page."""
        return ()
