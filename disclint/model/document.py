"""What reading makes of a draft: its text, its blocks, and the way back to the source."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal, Protocol

from disclint.text import fold


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the source as its reader counts: lines and columns from 1 (text), paragraphs (Word), pages (PDF)."""

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None  # left, bottom, right and top of the words on the page, in points (PDF)


class Source(Protocol):
    """Leads from offsets of the source, as its reader counted them, to a place a person can find."""

    def location(self, start: int, end: int) -> Location: ...

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        """The numbered source lines that hold the range; empty where the format has no lines."""
        ...


BlockKind = Literal["heading", "paragraph", "item", "table", "rule", "page-break"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table; `lines` are its lines as they were set in the source."""

    kind: BlockKind
    span: Span
    lines: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...] = ()
    bold: bool = False
    centered: bool = False
    column: int = 0  # >0: this block was set beside others, as the contacts under a release often are


@dataclass(frozen=True)
class Document:
    """What a person reads in a draft, its blocks, and the way back to the source."""

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    origins: Sequence[int]  # for each character of text, its offset in the source; one more at the end
    source: Source
    metadata: Mapping[str, str] = field(default_factory=dict)  # front matter, EDGAR header: keys in lower case
    filed: bool = False  # the file itself shows that it is an exhibit of a filing
    artefacts: tuple[tuple[str, Span], ...] = ()  # marks of the source that are not read (<PAGE>, unresolved comments), by name
    error: str | None = None  # why it could not be read; then text is empty
    links: tuple[tuple[Span, str], ...] = ()  # words that lead somewhere, and the address they lead to

    @cached_property
    def folded(self) -> str:
        """The text in lower case with quotes and dashes unified; the same length, so offsets agree."""
        return fold(self.text)

    def quote(self, span: Span) -> str:
        """The words at `span`, white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def source_range(self, span: Span) -> tuple[int, int]:
        """The half-open range of source offsets that the span's characters came from."""
        if not len(span):
            at = self.origins[span.start] if self.origins else 0
            return at, at
        return self.origins[span.start], self.origins[span.end - 1] + 1

    def locate(self, span: Span) -> Location:
        return self.source.location(*self.source_range(span))

    def excerpt(self, span: Span) -> tuple[tuple[int, str], ...]:
        return self.source.excerpt(*self.source_range(span))
