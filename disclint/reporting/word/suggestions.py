"""Safe fixes as tracked changes, for the lawyer to accept or reject."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from itertools import takewhile

from disclint.model import Document, Edit, Span
from disclint.reading.word.manuscript import Atom
from disclint.reading.word.markup import Node, child, kind
from disclint.reporting.word.anchors import Anchors

AUTHOR = "disclint"
_WORD = re.compile(r"\s+|\S+")
_PARENTS = frozenset({"w:p", "w:hyperlink", "w:smartTag"})
_SIMPLE = frozenset({"w:rPr", "w:t", "w:tab", "w:br", "w:noBreakHyphen", "w:softHyphen", "w:sym", "w:lastRenderedPageBreak", ""})
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


class Suggestions:
    """Writes edits into a document; `number` is the first id that no tracked change has."""

    def __init__(self, document: Document, anchors: Anchors, number: int) -> None:
        self._document = document
        self._anchors = anchors
        self._number = number
        self._done: list[Span] = []

    def suggest(self, edits: Sequence[Edit]) -> bool:
        """All edits of a fix or none: where one touches a field, a tracked change or another suggestion, the comment must do."""
        edits = [_smallest(self._document, edit) for edit in edits]
        if any(edit.span.start <= done.end and done.start <= edit.span.end for edit in edits for done in self._done):
            return False
        found = [self._atoms(edit) for edit in edits]
        if not all(found):
            return False
        for edit, atoms in zip(edits, found, strict=True):
            self._write(edit, atoms)
            self._done.append(edit.span)
        return True

    def _atoms(self, edit: Edit) -> list[Atom]:
        """The runs to be deleted, or for a mere insertion the one to insert after; none where no change can be tracked."""
        span = edit.span if len(edit.span) else Span(edit.span.start - 1, edit.span.start)
        if span.start < 0 or "\n" in self._document.text[span.start : span.end] or "\t" in self._document.text[span.start : span.end]:
            return []
        start, end = self._document.source_range(span)
        self._anchors.cut(start)
        self._anchors.cut(end)
        atoms = list(self._anchors.read_between(start, end))
        whole = atoms and atoms[0].start == start and atoms[-1].end == end
        return atoms if whole and len({atom.run.getparent() for atom in atoms}) == 1 and all(map(_is_plain, atoms)) else []

    def _write(self, edit: Edit, atoms: Sequence[Atom]) -> None:
        runs = list(dict.fromkeys(atom.run for atom in atoms))
        last = runs[-1]
        if len(edit.span):
            for run in runs:
                last = self._delete(run)
        if edit.replacement:
            last.addnext(self._insertion(runs[0], edit.replacement))

    def _delete(self, run: Node) -> Node:
        change = self._change(run, "del")
        run.addprevious(change)
        change.append(run)
        change.tail, run.tail = run.tail, None
        for node in run:
            if kind(node) == "w:t":
                node.tag = _word(run, "delText")
        return change

    def _insertion(self, like: Node, words: str) -> Node:
        change = self._change(like, "ins")
        run = like.makeelement(_word(like, "r"), nsmap=like.nsmap)
        properties = child(like, "w:rPr")
        if properties is not None:
            run.append(deepcopy(properties))
            run[-1].tail = None
        text = like.makeelement(_word(like, "t"), nsmap=like.nsmap)
        text.text = words
        text.set(_SPACE, "preserve")
        run.append(text)
        change.append(run)
        return change

    def _change(self, like: Node, name: str) -> Node:
        change = like.makeelement(_word(like, name), nsmap=like.nsmap)
        change.set(_word(like, "id"), str(self._number))
        change.set(_word(like, "author"), AUTHOR)
        self._number += 1
        return change


def _word(node: Node, name: str) -> str:
    """The name in the namespace of the node, which is one of two."""
    return f"{node.tag.rpartition('}')[0]}}}{name}"


def _is_plain(atom: Atom) -> bool:
    run = atom.run
    simple = kind(run.getparent()) in _PARENTS and all(kind(node) in _SIMPLE for node in run)
    changed = child(child(run, "w:rPr"), "w:rPrChange") is not None
    return simple and not changed and not atom.field


def _smallest(document: Document, edit: Edit) -> Edit:
    """Without the words at either end that stay as they are."""
    old = _WORD.findall(document.text[edit.span.start : edit.span.end])
    new = _WORD.findall(edit.replacement)
    front = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False)))
    back = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(old[front:][::-1], new[front:][::-1], strict=False)))
    start = edit.span.start + len("".join(old[:front]))
    end = edit.span.end - len("".join(old[len(old) - back :]))
    return Edit(Span(start, end), "".join(new[front : len(new) - back]))
