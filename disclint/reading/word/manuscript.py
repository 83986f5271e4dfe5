"""A Word file as its words: every character that stands in it, with the element that holds it and what became of it.

Characters are counted through the whole file, those that are deleted or hidden too, so that an offset names the same
character whichever state of the tracked changes is read; whoever walks the same file again meets the same offsets.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from disclint.reading import Tracked
from disclint.reading.word.markup import Node
from disclint.reading.word.styles import Look


@dataclass(frozen=True, slots=True)
class State:
    """What became of words: tracked as inserted or deleted, or both."""

    inserted: bool = False
    deleted: bool = False

    def read(self, tracked: Tracked) -> bool:
        """Whether the words are there in this state of the tracked changes."""
        return not (self.deleted and tracked == "accepted") and not (self.inserted and tracked == "original")


@dataclass(frozen=True, slots=True)
class Atom:
    """A stretch of characters that one element holds; a line break is a line feed."""

    start: int
    text: str
    run: Node  # the run, or what stands in a run's place
    node: Node  # the element in it
    state: State
    bold: bool
    raised: bool
    hidden: bool
    field: bool  # the result of a field, which Word writes anew

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    def read(self, tracked: Tracked) -> bool:
        return not self.hidden and self.state.read(tracked)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its words; `end` is the offset of its mark."""

    node: Node
    start: int
    end: int
    atoms: tuple[Atom, ...]
    look: Look
    item: bool
    style: str | None
    mark: State  # of the paragraph's mark: where it is not read, the next paragraph goes on in this one
    boxes: tuple[Content, ...]  # text boxes anchored in it

    def words(self, tracked: Tracked) -> str:
        return "".join(atom.text for atom in self.atoms if atom.read(tracked))


@dataclass(frozen=True, slots=True)
class Row:
    cells: tuple[Content, ...]
    state: State


@dataclass(frozen=True, slots=True)
class Table:
    rows: tuple[Row, ...]
    end: int


Content = Sequence["Paragraph | Table"]


@dataclass(frozen=True, slots=True)
class Story:
    """A text of its own: the body, a header or footer, a note. `reference` is the run of the body that refers to a note."""

    kind: str  # body, note, header, footer
    content: Content
    start: int
    end: int
    first: bool = True  # a header or footer of the first page
    reference: Node | None = None


@dataclass(frozen=True)
class Manuscript:
    """All stories of a file in the order they were counted, the body first."""

    stories: tuple[Story, ...]
    text: str  # every character by its offset
    paragraphs: tuple[Paragraph, ...]  # in the order of their offsets
    pages: tuple[int, ...]  # where Word began a new page when it last set the file
    changes: tuple[tuple[int, int], ...]  # tracked changes
    comments: tuple[tuple[int, int], ...] = field(default=())  # that are not resolved
    links: tuple[tuple[tuple[int, int], str], ...] = field(default=())  # words of the body and the address they lead to

    @property
    def body(self) -> Story:
        return self.stories[0]
