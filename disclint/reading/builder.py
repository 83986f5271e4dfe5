"""Builds the text of a document while the source is read, keeping for each character the place it came from."""

from __future__ import annotations

import bisect
import re
from array import array
from collections.abc import Mapping
from dataclasses import dataclass, field

from disclint.model import Block, BlockKind, Document, Location, Source, Span

_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")  # soft hyphens and zero-width marks: nobody reads them
_LINE_END = re.compile(r"\r\n|\r|\n")  # as editors count; str.splitlines would also break at form feeds and the like
_UNEVEN = re.compile(r"^\s|\s\s|[^\S ]|\s$|[\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_RUN = re.compile(r"\s+|[^\s\u00ad\u200b\u200c\u200d\u2060\ufeff]+")


@dataclass(frozen=True)
class LineSource:
    """A source made of lines: offsets are characters of its decoded text."""

    text: str
    starts: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        starts = [0]
        starts.extend(match.end() for match in _LINE_END.finditer(self.text))
        if starts[-1] < len(self.text):
            starts.append(len(self.text))
        object.__setattr__(self, "starts", tuple(starts))

    def _line_of(self, offset: int) -> int:
        return bisect.bisect_right(self.starts, offset, hi=max(1, len(self.starts) - 1)) - 1

    def location(self, start: int, end: int) -> Location:
        first, last = self._line_of(start), self._line_of(max(start, end - 1))
        return Location(first + 1, start - self.starts[first] + 1, last + 1, end - self.starts[last] + 1)

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        first, last = self._line_of(start), self._line_of(max(start, end - 1))
        return tuple(
            (n + 1, self.text[self.starts[n] : self.starts[n + 1]].rstrip("\r\n")) for n in range(first, min(last + 1, len(self.starts) - 1))
        )


class Builder:
    """Collects text block by block; white space folds to single spaces as it comes in."""

    def __init__(self) -> None:
        self._text: list[str] = []
        self._origins = array("q")
        self._blocks: list[Block] = []
        self._start = 0
        self._line_start = 0
        self._lines: list[Span] = []
        self._rows: list[tuple[Span, ...]] = []
        self._cells: list[Span] = []
        self._cell_start = 0

    @property
    def length(self) -> int:
        return len(self._text)

    @property
    def empty(self) -> bool:
        """Whether nothing has come into the block that is open."""
        return len(self._text) == self._start

    def add(self, text: str, origin: int, *, atomic: bool = False) -> None:
        """Adds text whose characters stand at origin, origin+1, …; `atomic`: they all came from the one place (an entity)."""
        if not atomic and not _UNEVEN.search(text):  # most lines of most sources
            self._text.extend(text)
            self._origins.extend(range(origin, origin + len(text)))
            return
        for match in _RUN.finditer(text):
            run, start = match.group(), match.start()
            if run[0].isspace():
                self.put(" ", origin if atomic else origin + start)
            else:
                self._text.extend(run)
                self._origins.extend([origin] * len(run) if atomic else range(origin + start, origin + match.end()))

    def put(self, char: str, origin: int) -> None:
        if char in _DROPPED:
            return
        if char.isspace():
            if len(self._text) > self._start and self._text[-1] not in " \t\n":
                self._text.append(" ")
                self._origins.append(origin)
            return
        self._text.append(char)
        self._origins.append(origin)

    def _strip(self, floor: int) -> None:
        while len(self._text) > floor and self._text[-1] in " \t":
            self._text.pop()
            self._origins.pop()

    def end_line(self, origin: int, *, glued: bool | None = None) -> None:
        """The source breaks the line here; the block goes on after a space (none after a hyphen inside a word, or as `glued` says)."""
        self._strip(max(self._start, self._line_start))
        if len(self._text) > self._line_start:
            self._lines.append(Span(self._line_start, len(self._text)))
            if not (self._joins_by_hyphen() if glued is None else glued):
                self._text.append(" ")
                self._origins.append(origin)
        self._line_start = len(self._text)

    def _joins_by_hyphen(self) -> bool:
        return len(self._text) - self._start > 1 and self._text[-1] in "-\u2010\u2011" and self._text[-2].isalnum()

    def end_cell(self, origin: int) -> None:
        """Ends a table cell."""
        self._strip(self._cell_start)
        self._cells.append(Span(self._cell_start, len(self._text)))
        self._text.append("\t")
        self._origins.append(origin)
        self._cell_start = len(self._text)

    def end_row(self, origin: int) -> None:
        """Ends a table row; a row without words leaves no trace."""
        if self._cells and self._text[-1] == "\t":
            self._text.pop()
            self._origins.pop()
        if any(len(cell) for cell in self._cells):
            self._rows.append(tuple(self._cells))
            self._lines.append(Span(self._cells[0].start, len(self._text)))
            self._text.append("\n")
            self._origins.append(origin)
        else:
            del self._text[self._line_start :]
            del self._origins[self._line_start :]
        self._cells = []
        self._line_start = self._cell_start = len(self._text)

    def end_block(self, kind: BlockKind, origin: int, *, bold: bool = False, centered: bool = False, column: int = 0) -> bool:
        """Closes the block that is open; an empty one leaves no trace. Returns whether there was one."""
        while len(self._text) > self._start and self._text[-1] in " \t\n":
            self._text.pop()
            self._origins.pop()
        end = len(self._text)
        if end > self._line_start and not self._rows:
            self._lines.append(Span(self._line_start, end))
        found = end > self._start
        if found:
            self._blocks.append(Block(kind, Span(self._start, end), tuple(self._lines), tuple(self._rows), bold, centered, column))
            self._text.append("\n")
            self._origins.append(origin)
        self._lines, self._rows, self._cells = [], [], []
        self._start = self._line_start = self._cell_start = len(self._text)
        return found

    def document(
        self,
        path: str,
        form: str,
        sha256: str,
        source: Source,
        *,
        end: int,
        metadata: Mapping[str, str] | None = None,
        filed: bool = False,
        artefacts: tuple[tuple[str, Span], ...] = (),
    ) -> Document:
        """Closes the text; `end` is the source's length."""
        origins = array("q", self._origins)
        origins.append(end)
        return Document(path, form, sha256, "".join(self._text), tuple(self._blocks), origins, source, dict(metadata or {}), filed, artefacts)
