"""A source made of paragraphs, which have no lines until a program sets them."""

from __future__ import annotations

import bisect
from dataclasses import dataclass

from disclint.model import Document, Location, Span


@dataclass(frozen=True)
class ParagraphSource:
    """Offsets are characters that are read, in their order."""

    starts: tuple[int, ...]
    numbers: tuple[int, ...]  # of the paragraphs that begin there, or go on after a note
    pages: tuple[int, ...]  # where a page ended when the file was last set; empty where it does not say

    def _paragraph(self, offset: int) -> int:
        return max(0, bisect.bisect_right(self.starts, offset) - 1)

    def location(self, start: int, end: int) -> Location:
        """Characters are counted from 1 within their paragraphs."""
        first, last = self._paragraph(start), self._paragraph(max(start, end - 1))
        page = bisect.bisect_right(self.pages, start) + 1 if self.pages else None
        return Location(column=start - self.starts[first] + 1, end_column=end - self.starts[last] + 1, page=page, paragraph=self.numbers[first])

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        return ()


def artefact(document: Document, name: str, start: int, end: int) -> tuple[str, Span]:
    """A mark of the source, where the text holds what came from its range; an empty span where nothing of it was read."""
    held = [n for n, origin in enumerate(document.origins[:-1]) if start <= origin < end and not document.text[n].isspace()]
    if held:
        return name, Span(held[0], held[-1] + 1)
    last = len(document.text.rstrip())
    at = min(next((n for n, origin in enumerate(document.origins) if origin >= start), last), last)
    return name, Span(at, at)
