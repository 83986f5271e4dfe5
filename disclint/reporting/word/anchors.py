"""Places in the body of a Word file where comments are anchored: runs are cut at the offsets, and nothing else is touched."""

from __future__ import annotations

import bisect
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from disclint.reading import Tracked
from disclint.reading.word.manuscript import Atom, Manuscript, Story
from disclint.reading.word.markup import Node, child, kind

_WHOLE = frozenset({"w:r", "mc:AlternateContent", "m:oMath", "m:oMathPara"})  # with what is inside them: a text box, a formula
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Place:
    """Two elements between which, both included, a comment lies; `point`: after the first (or before it, `ahead`) and on no words."""

    first: Node
    last: Node
    exact: bool = True  # on the very words; else on what leads to them
    point: bool = False
    ahead: bool = False


class Anchors:
    """Finds and cuts the runs that hold ranges of a manuscript's text."""

    def __init__(self, found: Manuscript, tracked: Tracked) -> None:
        self._stories = found.stories
        self._atoms: list[Atom] = sorted((atom for p in found.paragraphs for atom in p.atoms), key=lambda atom: atom.start)
        self._starts = [atom.start for atom in self._atoms]
        self._tracked = tracked
        body = found.body
        self._paragraph = next((p.node for p in found.paragraphs if body.start <= p.start < body.end), None)

    def words(self, start: int, end: int) -> Place | None:
        """The place of a range that begins and ends with characters that are read; None where the body does not lead to it."""
        story = self._story(start)
        if story.kind != "body":
            return None if story.reference is None else Place(_outermost(story.reference), _outermost(story.reference), exact=False)
        self.cut(start)
        self.cut(end)
        return self._between(start, end)

    def point(self, offset: int, *, ahead: bool) -> Place | None:
        """Directly after the character at the offset, else directly before it."""
        if self._story(offset).kind == "body":
            self.cut(offset if ahead else offset + 1)
            place = self._between(offset, offset + 1)
        else:
            place = self.words(offset, offset + 1)
        return place and replace(place, point=True, ahead=ahead)

    def _between(self, start: int, end: int) -> Place | None:
        first, last = self.at(start), self.at(end - 1)
        if first is None or last is None or self._story(end - 1).kind != "body":
            return None
        ends = _outermost(first.run), _outermost(last.run)
        return Place(*ends, exact=ends == (first.run, last.run) and first.start == start and last.end == end)

    def opening(self) -> Node | None:
        """The first paragraph of the body, where there is one."""
        return self._paragraph

    def at(self, offset: int) -> Atom | None:
        """The atom that holds the character."""
        number = bisect.bisect_right(self._starts, offset) - 1
        return self._atoms[number] if number >= 0 and offset < self._atoms[number].end else None

    def read_between(self, start: int, end: int) -> Iterator[Atom]:
        """The atoms in the range that are read, in order."""
        number = bisect.bisect_left(self._starts, start)
        while number < len(self._atoms) and self._atoms[number].start < end:
            if self._atoms[number].read(self._tracked):
                yield self._atoms[number]
            number += 1

    def _story(self, offset: int) -> Story:
        return next((story for story in self._stories if story.start <= offset < story.end), self._stories[0])

    def cut(self, offset: int) -> None:
        """Makes a run begin at the offset, where one can be cut there."""
        number = bisect.bisect_right(self._starts, offset) - 1
        if number < 0 or offset > self._atoms[number].end:
            return
        atom = self._atoms[number]
        if atom.start < offset < atom.end and _can_be_cut(atom):
            atom = self._cut_text(number, offset)
        if atom.start == offset and _can_be_cut(atom):
            self._cut_run(atom)

    def _cut_text(self, number: int, offset: int) -> Atom:
        atom = self._atoms[number]
        text = atom.node.text or ""
        rest = deepcopy(atom.node)
        rest.tail = None
        length = offset - atom.start
        atom.node.text, rest.text = text[:length], text[length:]
        for node in (atom.node, rest):
            node.set(_SPACE, "preserve")
        atom.node.addnext(rest)
        second = replace(atom, start=offset, text=atom.text[length:], node=rest)
        self._atoms[number : number + 1] = [replace(atom, text=atom.text[:length]), second]
        self._starts.insert(number + 1, offset)
        return second

    def _cut_run(self, atom: Atom) -> None:
        """The run's rest from this atom on becomes a run of its own, set like the first."""
        run = atom.run
        before = [node for node in atom.node.itersiblings(preceding=True) if kind(node) not in ("w:rPr", "")]
        if not before:
            return
        rest = run.makeelement(run.tag, dict(run.attrib), run.nsmap)
        properties = child(run, "w:rPr")
        if properties is not None:
            rest.append(deepcopy(properties))
            rest[-1].tail = None
        moved = [atom.node, *atom.node.itersiblings()]
        for node in moved:
            rest.append(node)
        run.addnext(rest)
        number = bisect.bisect_left(self._starts, atom.start)
        while number < len(self._atoms) and self._atoms[number].run is run:
            self._atoms[number] = replace(self._atoms[number], run=rest)
            number += 1


def _can_be_cut(atom: Atom) -> bool:
    return kind(atom.run) == "w:r" and atom.node.getparent() is atom.run and _outermost(atom.run) is atom.run


def _outermost(run: Node) -> Node:
    """The run itself, or what in the body's paragraph holds it."""
    found = run
    for above in run.iterancestors():
        if kind(above) in _WHOLE:
            found = above
    return found
