"""Walks through the elements of a story and counts its characters: `w:t` wherever it stands, in changes, controls, fields and links."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from disclint.reading.word.manuscript import Atom, Content, Paragraph, Row, State, Story, Table
from disclint.reading.word.markup import Node, attribute, branch, child, descendants, kind, value
from disclint.reading.word.styles import Look, Styles
from disclint.reading.word.symbols import symbol

_WRAPS = frozenset({"w:sdt", "w:sdtContent", "w:customXml", "w:smartTag", "w:hyperlink", "w:fldSimple", "w:dir", "w:bdo", "w:subDoc"})
_INSERTS = frozenset({"w:ins", "w:moveTo"})
_DELETES = frozenset({"w:del", "w:moveFrom"})
_CHANGES = _INSERTS | _DELETES
_CHARACTERS = {"w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "\u00ad"}
_GRAPHICS = frozenset({"w:drawing", "w:pict", "w:object"})
_WIDEST = 63  # columns of a table, as Word allows
_CONTROLS = {n: bytes([n]).decode("cp1252") for n in range(0x80, 0xA0) if n not in (0x81, 0x8D, 0x8F, 0x90, 0x9D)}  # as browsers read them
_LETTERS = {**_CONTROLS, **dict.fromkeys(map(ord, "\t\n\r"), " ")}  # tabs and line breaks are elements


class Walk:
    """Goes through the stories of one file; what it met on the way stands in its attributes."""

    def __init__(self, styles: Styles) -> None:
        self.text: list[str] = []
        self.length = 0
        self.paragraphs: list[Paragraph] = []
        self.pages: list[int] = []
        self.changes: list[tuple[int, int]] = []
        self.comments: dict[str, tuple[int, int]] = {}
        self.links: list[tuple[int, int, str]] = []  # with the id of where they lead
        self.references: dict[tuple[str, str], Node] = {}  # the runs that refer to notes
        self._styles = styles
        self._fields: list[bool] = []  # of the fields that are open, whether the result has begun
        self._boxes: list[Node] = []

    def story(self, name: str, root: Node, *, first: bool = True, reference: Node | None = None) -> Story:
        """The paragraphs and tables of a story; fields that do not end in it are not believed."""
        marks = [attribute(mark, "w:fldCharType") for mark in descendants(root, "w:fldChar")]
        self._believed = marks.count("begin") == marks.count("end")
        self._fields = []
        start = self.length
        content = tuple(self._content(root, State()))
        return Story(name, content, start, self.length, first, reference)

    # ------------------------------------------------------------------ paragraphs and tables

    def _content(self, node: Node, state: State) -> Iterator[Paragraph | Table]:
        for inner in node:
            name = kind(inner)
            if name == "w:p":
                yield self._paragraph(inner, state)
            elif name == "w:tbl":
                yield Table(tuple(self._rows(inner, state)), self.length)
            elif name in _WRAPS:
                yield from self._content(inner, state)
            elif name in _CHANGES:
                yield from self._content(inner, self._changed(state, name))
            elif name == "mc:AlternateContent":
                chosen = branch(inner)
                yield from () if chosen is None else self._content(chosen, state)
            else:
                self._note_comment(inner, name)

    def _rows(self, node: Node, state: State) -> Iterator[Row]:
        for inner in node:
            if kind(inner) == "w:tr":
                properties = child(inner, "w:trPr")
                changed = self._marked(state, properties)
                before = _count(value(properties, "w:gridBefore"))
                cells: list[Content] = [()] * before
                for cell in self._cells(inner, changed):
                    cells += cell
                yield Row(tuple(cells), changed)
            elif kind(inner) in _WRAPS:
                yield from self._rows(inner, state)

    def _cells(self, node: Node, state: State) -> Iterator[list[Content]]:
        """Each cell with the empty ones that it is spread over."""
        for inner in node:
            if kind(inner) == "w:tc":
                spread = _count(value(child(inner, "w:tcPr"), "w:gridSpan"))
                yield [tuple(self._content(inner, state)), *[()] * max(0, spread - 1)]
            elif kind(inner) in _WRAPS:
                yield from self._cells(inner, state)

    def _paragraph(self, node: Node, state: State) -> Paragraph:
        properties = child(node, "w:pPr")
        look = self._styles.paragraph(properties)
        start, outer = self.length, self._boxes
        self._boxes = []
        atoms = tuple(self._inline(node, state, look))
        end = self.length
        mark = self._marked(state, child(properties, "w:rPr"))
        boxes, self._boxes = self._boxes, outer
        self._count("\n")
        if mark != state or child(properties, "w:pPrChange") is not None:
            self.changes.append((end, self.length))
        heading = look.heading is True
        paragraph = Paragraph(node, start, end, atoms, look, not heading and self._styles.is_item(look), self._styles.style_of(properties), mark, ())
        place = len(self.paragraphs)
        self.paragraphs.append(paragraph)
        if boxes:
            fields, self._fields = self._fields, []
            paragraph = replace(paragraph, boxes=tuple(tuple(self._content(box, state)) for box in boxes))
            self._fields = fields
            self.paragraphs[place] = paragraph
        return paragraph

    def _marked(self, state: State, properties: Node | None) -> State:
        """The state where properties of a paragraph's mark or a row say that it was inserted or deleted."""
        if properties is None:
            return state
        names = {kind(inner) for inner in properties}
        return State(state.inserted or bool(names & _INSERTS), state.deleted or bool(names & _DELETES))

    def _changed(self, state: State, name: str) -> State:
        return replace(state, inserted=True) if name in _INSERTS else replace(state, deleted=True)

    # ------------------------------------------------------------------ within a paragraph

    def _inline(self, node: Node, state: State, look: Look) -> Iterator[Atom]:
        for inner in node:
            name = kind(inner)
            if name == "w:r":
                yield from self._run(inner, state, look)
            elif name in _WRAPS:
                start = self.length
                yield from self._inline(inner, state, look)
                if name == "w:hyperlink":
                    self.links.append((start, self.length, attribute(inner, "r:id") or ""))
            elif name in _CHANGES:
                start = self.length
                yield from self._inline(inner, self._changed(state, name), look)
                self.changes.append((start, self.length))
            elif name == "mc:AlternateContent":
                chosen = branch(inner)
                yield from () if chosen is None else self._inline(chosen, state, look)
            elif name in ("m:oMath", "m:oMathPara"):
                words = "".join(part.text or "" for part in descendants(inner, "m:t"))
                yield from self._atom(words, inner, inner, state, look)
            else:
                self._note_comment(inner, name)

    def _run(self, run: Node, state: State, paragraph: Look) -> Iterator[Atom]:
        properties = child(run, "w:rPr")
        start = self.length
        yield from self._parts(run, run, state, self._styles.run(properties, paragraph))
        if child(properties, "w:rPrChange") is not None:
            self.changes.append((start, self.length))

    def _parts(self, run: Node, node: Node, state: State, look: Look) -> Iterator[Atom]:
        for part in node:
            name = kind(part)
            if name in ("w:t", "w:delText"):
                letters = (part.text or "").translate(_LETTERS)
                yield from self._atom(letters, run, part, replace(state, deleted=True) if name == "w:delText" else state, look)
            elif name in _CHARACTERS:
                yield from self._atom(_CHARACTERS[name], run, part, state, look)
            elif name == "w:sym":
                yield from self._atom(symbol(attribute(part, "w:char") or "", attribute(part, "w:font") or ""), run, part, state, look)
            elif name == "w:lastRenderedPageBreak":
                self.pages.append(self.length)
            elif name == "w:fldChar":
                self._field(attribute(part, "w:fldCharType"))
            elif name in _GRAPHICS:
                self._boxes += _boxes(part)
            elif name == "mc:AlternateContent":
                chosen = branch(part)
                yield from () if chosen is None else self._parts(run, chosen, state, look)
            elif name == "w:ruby":
                base = child(part, "w:rubyBase")
                yield from () if base is None else self._inline(base, state, look)
            elif name in ("w:footnoteReference", "w:endnoteReference"):
                self.references[name.removeprefix("w:").removesuffix("Reference"), attribute(part, "w:id") or ""] = run
            elif name == "w:commentReference":
                self.comments.setdefault(attribute(part, "w:id") or "", (self.length, self.length))

    def _atom(self, text: str, run: Node, node: Node, state: State, look: Look) -> Iterator[Atom]:
        if not text:
            return
        start = self.length
        self._count(text)
        unread = bool(look.hidden) or (self._believed and not all(self._fields))
        yield Atom(start, text, run, node, state, bool(look.bold), bool(look.raised), unread, bool(self._fields))

    def _count(self, text: str) -> None:
        self.text.append(text)
        self.length += len(text)

    def _field(self, mark: str | None) -> None:
        """The instruction of a field is no text, its result is."""
        if mark == "begin":
            self._fields.append(False)
        elif self._fields and mark == "separate":
            self._fields[-1] = True
        elif self._fields and mark == "end":
            self._fields.pop()

    def _note_comment(self, node: Node, name: str) -> None:
        number = attribute(node, "w:id") or "" if name.startswith("w:commentRange") else ""
        if name == "w:commentRangeStart":
            self.comments[number] = (self.length, self.length)
        elif name == "w:commentRangeEnd":
            self.comments[number] = (self.comments.get(number, (self.length, 0))[0], self.length)


def _count(said: str | None) -> int:
    return min(int(said[:4]), _WIDEST) if said and said.isdecimal() else 0


def _boxes(node: Node) -> Iterable[Node]:
    """The contents of text boxes in a drawing; a box within a box is met when the outer one is walked."""
    for inner in node:
        name = kind(inner)
        if name == "w:txbxContent":
            yield inner
        elif name == "mc:AlternateContent":
            chosen = branch(inner)
            yield from () if chosen is None else _boxes(chosen)
        elif name:
            yield from _boxes(inner)
