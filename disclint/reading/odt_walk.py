"""Goes through the elements of an OpenDocument text and counts the characters that are read."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from disclint.reading import Tracked
from disclint.reading.grids import Cell, arrange
from disclint.reading.odt_styles import Look, Styles, tag
from disclint.reading.passages import Grid, Passage, Piece, is_note_mark, told
from disclint.reading.tabs import TAB

_P, _H, _LIST, _ITEM, _TABLE = tag("text:p"), tag("text:h"), tag("text:list"), tag("text:list-item"), tag("table:table")
_ROW, _CELL, _COVERED = tag("table:table-row"), tag("table:table-cell"), tag("table:covered-table-cell")
_ROWS = frozenset(tag(f"table:table-{name}") for name in ("header-rows", "rows", "row-group"))
_HOLDS = frozenset(  # what has paragraphs in it and no look of its own
    tag(name)
    for name in """text:section text:table-of-content text:index-body text:index-title text:numbered-paragraph text:list-header draw:frame draw:text-box
    draw:g draw:custom-shape draw:rect text:alphabetical-index text:user-index text:bibliography office:text""".split()
)
_BOXES = frozenset(tag(name) for name in ("draw:frame", "draw:g", "draw:custom-shape", "draw:rect"))
_SPAN, _STYLE, _COUNT = tag("text:span"), tag("text:style-name"), tag("text:c")
_NOTE, _NOTE_BODY, _RUBY_TEXT = tag("text:note"), tag("text:note-body"), tag("text:ruby-text")
_ANNOTATION, _RESOLVED = tag("office:annotation"), "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}resolved"
_TRACKED, _REGION, _INSERTION, _DELETION = (tag(f"text:{name}") for name in ("tracked-changes", "changed-region", "insertion", "deletion"))
_CHANGE, _CHANGE_START, _CHANGE_END, _CHANGE_ID = (tag(f"text:{name}") for name in ("change", "change-start", "change-end", "change-id"))
_PAGE, _BREAK, _TAB, _SPACES = (tag(f"text:{name}") for name in ("soft-page-break", "line-break", "tab", "s"))
_HIDDEN = frozenset((tag("text:hidden-text"), tag("text:hidden-paragraph")))
_TIGHT = 60.0  # twips between paragraphs that look like lines of one
_LONGEST_HEADING = 300
_MOST_SPACES = 200


class Walk:
    """Keeps the count; `marks` are comments and tracked changes with the offsets they stand at."""

    def __init__(self, styles: Styles, tracked: Tracked) -> None:
        self.length = 0
        self.starts: list[int] = []  # where paragraphs begin, and go on after a note or text box
        self.numbers: list[int] = []  # of the paragraphs that begin or go on there
        self.pages: list[int] = []
        self._count = 0
        self.marks: list[tuple[str, int, int]] = []
        self.notes: list[Passage | Grid] = []
        self.master = "Standard"
        self._styles = styles
        self._tracked = tracked
        self._deleted: dict[str, Element] = {}
        self._inserted: dict[str, int] = {}  # insertions by their id, with where those begin that are open; else -1
        self._skipping: set[str] = set()
        self._lines: list[list[Piece]] = [[]]
        self._boxes: list[Passage | Grid] = []
        self._above: Look | None = None
        self._begun = False

    def story(self, root: Element) -> list[Passage | Grid]:
        """What the element holds, in order."""
        changes = root.find(_TRACKED)
        for region in changes if changes is not None else ():
            name = region.get(tag("text:id")) or region.get("{http://www.w3.org/XML/1998/namespace}id") or ""
            deletion = region.find(_DELETION)
            if deletion is not None:
                self._deleted[name] = deletion
            elif region.find(_INSERTION) is not None:
                self._inserted[name] = -1
        self._above = None
        return list(self._flow(root, item=False))

    def margin(self, page: Element | None, place: str) -> list[Passage | Grid]:
        """The header or footer that the first page has."""
        found = [page.find(tag(f"style:{place}{suffix}")) for suffix in ("-first", "")] if page is not None else []
        chosen = next((node for node in found if node is not None and node.get(tag("style:display")) != "false"), None)
        return self.story(chosen) if chosen is not None else []

    # ------------------------------------------------------------------ blocks

    def _flow(self, parent: Element, *, item: bool) -> Iterator[Passage | Grid]:
        for node in parent:
            name = node.tag
            if name in (_P, _H):
                yield from self._paragraph(node, item=item and name == _P)
                item = False  # further paragraphs of an item stand under its bullet
            elif name == _LIST:
                for entry in node:
                    yield from self._flow(entry, item=entry.tag == _ITEM)
            elif name == _TABLE:
                rows = [[Cell(tuple(self._flow(cell, item=False))) for cell in row if cell.tag in (_CELL, _COVERED)] for row in _rows(node)]
                self._above = None
                yield from arrange(rows, self.length)
            elif name in _HOLDS:
                yield from self._flow(node, item=item)
            elif name == _PAGE:
                self.pages.append(self.length)
            elif name in (_CHANGE, _CHANGE_START, _CHANGE_END):
                self._change(node, Look())

    def _paragraph(self, node: Element, *, item: bool) -> Iterator[Passage | Grid]:
        look = self._styles.look("paragraph", node.get(_STYLE))
        if not self._begun:
            self._begun, self.master = True, look.master or self.master
        self._count += 1
        self._starts(self._count)
        self._inline(node, look)
        lines, self._lines = tuple(tuple(line) for line in self._lines), [[]]
        boxes, self._boxes = self._boxes, []
        end = self.length
        self.length += 1  # the paragraph's end
        while lines and not told(lines[-1]):
            lines = lines[:-1]
        if lines:
            text = " ".join(told(line) for line in lines)
            heads = (node.tag == _H or look.heading) and len(text) <= _LONGEST_HEADING
            tight = self._above is not None and max(self._above.after or 0, look.before or 0) <= _TIGHT
            centered = bool(look.centered) and not item
            yield Passage(lines, end, "heading" if heads else "item" if item else "paragraph", centered, tight=tight)
        self._above = look if lines else None
        yield from boxes

    # ------------------------------------------------------------------ words

    def _inline(self, node: Element, look: Look) -> None:
        self._put(node.text, look)
        for child in node:
            self._child(child, look)
            self._put(child.tail, look)

    def _child(self, node: Element, look: Look) -> None:
        name = node.tag
        if name == _SPAN:
            self._raised(node, self._styles.look("text", node.get(_STYLE)).over(look))
        elif name == _SPACES:
            self._put(" " * min(_MOST_SPACES, _number(node.get(_COUNT))), look)
        elif name == _TAB:
            self._put(TAB, look)
        elif name == _BREAK:
            if not self._skipping:
                self.length += 1
                self._lines.append([])
        elif name == _NOTE:
            self._note(node)
        elif name == _ANNOTATION:
            if node.get(_RESOLVED) != "true":
                self.marks.append(("comment", self.length, self.length + 1))
        elif name in _BOXES:
            self._box(node)
        elif name in (_CHANGE, _CHANGE_START, _CHANGE_END):
            self._change(node, look)
        elif name == _PAGE:
            self.pages.append(self.length)
        elif name not in _HIDDEN and name != _RUBY_TEXT:
            self._inline(node, look)

    def _put(self, text: str | None, look: Look) -> None:
        if text and not look.hidden and not self._skipping:
            self._lines[-1].append(Piece(text, self.length, bold=bool(look.bold)))
            self.length += len(text)

    def _raised(self, node: Element, look: Look) -> None:
        """Marks of footnotes that somebody set by hand are not read."""
        text = "".join(node.itertext())
        before = "".join(piece.text for piece in self._lines[-1][-2:])
        if not (look.raised and is_note_mark(text, before)):
            self._inline(node, look)

    def _note(self, node: Element) -> None:
        body = node.find(_NOTE_BODY)
        if body is not None and not self._skipping:
            self.notes += self._aside(body)

    def _box(self, node: Element) -> None:
        if not self._skipping:
            self._boxes += self._aside(node)

    def _aside(self, node: Element) -> list[Passage | Grid]:
        """What stands inside a paragraph without being of it."""
        lines, self._lines = self._lines, [[]]
        boxes, self._boxes = self._boxes, []
        above, self._above = self._above, None
        number = self.numbers[-1]
        found = list(self._flow(node, item=False))
        self._lines, self._boxes, self._above = lines, boxes, above
        self._starts(number)
        return found

    def _starts(self, number: int) -> None:
        self.starts.append(self.length)
        self.numbers.append(number)

    def _change(self, node: Element, look: Look) -> None:
        name = node.get(_CHANGE_ID) or ""
        if name in self._deleted:
            start = self.length
            if self._tracked != "accepted":
                for number, paragraph in enumerate(node for node in self._deleted[name] if node.tag in (_P, _H)):
                    if number:
                        self._lines.append([])
                    self._inline(paragraph, look)
            self.marks.append(("tracked-change", start, max(self.length, start + 1)))
        elif name in self._inserted and node.tag == _CHANGE_START:
            self._inserted[name] = self.length
            if self._tracked == "original":
                self._skipping.add(name)
        elif name in self._inserted and self._inserted[name] >= 0:
            self._skipping.discard(name)
            self.marks.append(("tracked-change", self._inserted[name], max(self.length, self._inserted[name] + 1)))


def _rows(table: Element) -> Iterator[Element]:
    for node in table:
        if node.tag == _ROW:
            yield node
        elif node.tag in _ROWS:
            yield from _rows(node)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 1
