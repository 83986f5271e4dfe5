"""HTML as browsers, word processors and filing agents write it."""

from __future__ import annotations

import html as entities
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from html.entities import html5
from html.parser import HTMLParser

from disclint.model import BlockKind, Document
from disclint.reading import passages
from disclint.reading.builder import Builder, LineSource
from disclint.reading.decoding import decode, digest
from disclint.reading.grids import Cell, arrange
from disclint.reading.links import with_links
from disclint.reading.passages import Grid, Passage, Piece

_VOID = frozenset("area base br col embed hr img input link meta param source track wbr page".split())
_BLOCK = frozenset(
    "address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header html"
    " li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption hr page".split()
)
_UNREAD = frozenset("head script style title template ix:header noscript svg object iframe select button".split())
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_CLOSED_BY = {  # an opening tag of the key ends what is open of the values, up to the nearest of the barrier
    "p": (frozenset({"p"}), frozenset("td th li div table body".split())),
    "li": (frozenset({"li", "p"}), frozenset("ul ol menu table".split())),
    "td": (frozenset({"td", "th", "p", "li", "div"}), frozenset({"table", "tr"})),
    "th": (frozenset({"td", "th", "p", "li", "div"}), frozenset({"table", "tr"})),
    "tr": (frozenset({"tr", "td", "th", "p", "li", "div"}), frozenset({"table"})),
}
_BOLD = re.compile(r"font-weight\s*:\s*(?:bold|[6-9]00)|font\s*:[^;]*\bbold\b", re.I)
_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|[1-5]00)", re.I)
_ALIGN = re.compile(r"text-align\s*:\s*(\w+)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_PAGED = re.compile(r"page-break-(?:before|after)\s*:\s*always|break-(?:before|after)\s*:\s*page", re.I)
_TIGHT = re.compile(r"margin(?:-top)?\s*:\s*0(?!\.?[1-9])", re.I)
_LOOSE = re.compile(r"margin(?:-top)?\s*:\s*(?:[\d.]+\w*\s+)?(?:0?\.\d*[1-9]|[1-9])", re.I)


def read(data: bytes, path: str) -> Iterable[Document]:
    """One document from a page of HTML."""
    source = decode(data, path)
    builder = Builder()
    passages.write(builder, flow(source, 0, len(source)))
    return [with_links(builder.document(path, "html", digest(data), LineSource(source), end=len(source)), source)]


def flow(source: str, start: int, end: int) -> list[Passage | Grid]:
    """The passages and tables of source[start:end], with origins in the whole source."""
    parser = _Parser(source[start:end], start)
    parser.feed(source[start:end])
    parser.close()
    return parser.finish()


@dataclass(slots=True)
class _Open:
    """An element that is open, and what it hands down."""

    tag: str
    bold: bool = False
    centered: bool = False
    hidden: bool = False
    pre: bool = False
    tight: bool = False
    sup: list[Piece] | None = None


@dataclass(slots=True)
class _Table:
    rows: list[list[Cell]] = field(default_factory=list)


class _Parser(HTMLParser):
    """Turns the parser's events into passages; the flow of a table's cells is held back until the table ends."""

    def __init__(self, text: str, base: int) -> None:
        super().__init__(convert_charrefs=False)
        self._source = text
        self._base = base
        self._line_starts = [0, *(match.end() for match in re.finditer("\n", text))]
        self._stack: list[_Open] = [_Open("")]
        self._depth: Counter[str] = Counter()
        self._flows: list[list[Passage | Grid]] = [[]]
        self._tables: list[_Table] = []
        self._lines: list[list[Piece]] = [[]]
        self._gap = True  # nothing, or an empty passage, stands above
        self._styles: dict[str, tuple[bool | None, bool | None, bool, bool, bool, bool]] = {}

    # ------------------------------------------------------------------ events

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _CLOSED_BY:
            self._imply_end(*_CLOSED_BY[tag])
        if tag in _BLOCK:
            self._end_passage()
        if tag == "br":
            self._lines.append([])
        if tag in _VOID:
            return
        opened = self._opened(tag, dict(attrs))
        self._stack.append(opened)
        self._depth[tag] += 1
        if tag == "table" and not opened.hidden:
            self._tables.append(_Table())
        elif tag == "tr" and self._tables:
            self._tables[-1].rows.append([])
        elif tag in ("td", "th") and self._tables:
            self._flows.append([])

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in _BLOCK:
            self._end_passage()
        if tag == "br":
            self._lines.append([])
        if tag in _VOID or not self._depth[tag]:
            return
        barrier = "table" if tag != "table" else None
        if barrier and tag not in ("body", "html"):
            for opened in reversed(self._stack):
                if opened.tag == tag:
                    break
                if opened.tag == barrier:
                    return
        while self._stack[-1].tag != tag:
            self._close()
        self._close()

    def handle_data(self, data: str) -> None:
        if self._stack[-1].hidden:
            return
        at = self._offset()
        if self._stack[-1].pre:
            for number, line in enumerate(re.split(r"(?<=\n)", data)):
                if number:
                    self._lines.append([])
                self._put(line, at)
                at += len(line)
        else:
            self._put(data, at)

    def handle_entityref(self, name: str) -> None:
        char = html5.get(f"{name};") or html5.get(name)
        if char:
            self._put(char, self._offset(), atomic=True)
        else:  # no entity but an ampersand of the text (AT&T)
            at = self._offset()
            end = at - self._base + 1 + len(name)
            self._put(f"&{name}" + (";" if self._source[end : end + 1] == ";" else ""), at)

    def handle_charref(self, name: str) -> None:
        self._put(entities.unescape(f"&#{name};"), self._offset(), atomic=True)

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """Sections that only Word and SGML know ("<![if …]>") are no reason to stop."""
        return self.parse_bogus_comment(i, False)

    # ------------------------------------------------------------------ state

    def _offset(self) -> int:
        line, column = self.getpos()
        return self._base + self._line_starts[line - 1] + column

    def _put(self, text: str, at: int, *, atomic: bool = False) -> None:
        opened = self._stack[-1]
        if opened.hidden:
            return
        piece = Piece(text, at, atomic, opened.bold)
        (self._lines[-1] if opened.sup is None else opened.sup).append(piece)

    def _opened(self, tag: str, attributes: dict[str, str | None]) -> _Open:
        above = self._stack[-1]
        style = attributes.get("style") or ""
        if style not in self._styles:
            self._styles[style] = _read_style(style)
        bold, centered, hidden, tight, loose, paged = self._styles[style]
        if paged:
            self._gap = True
        align = (attributes.get("align") or "").lower()
        if align and centered is None and tag not in ("img", "table"):
            centered = align in ("center", "middle")
        if tag in ("b", "strong", "th") or tag in _HEADINGS:
            bold = True if bold is None else bold
        if tag == "center":
            centered = True
        return _Open(
            tag,
            bold=above.bold if bold is None else bold,
            centered=above.centered if centered is None else centered,
            hidden=above.hidden or hidden or tag in _UNREAD or "hidden" in attributes,
            pre=above.pre or tag == "pre",
            tight=(tight or (tag == "div" and not loose)) if tag in _BLOCK else above.tight,
            sup=[] if tag == "sup" else above.sup,
        )

    def _imply_end(self, ended: frozenset[str], barrier: frozenset[str]) -> None:
        if not any(self._depth[tag] for tag in ended):
            return
        last = 0
        for back in range(1, min(len(self._stack), 60)):
            tag = self._stack[-back].tag
            if tag in barrier and tag not in ended:
                break
            if tag in ended:
                last = back
            elif tag in barrier:
                break
        if last:
            self._end_passage()
            for _ in range(last):
                self._close()

    def _close(self) -> None:
        opened = self._stack.pop()
        self._depth[opened.tag] -= 1
        if opened.tag == "sup" and opened.sup is not None and self._stack[-1].sup is None:
            self._end_sup(opened.sup)
        if opened.tag in ("td", "th") and len(self._flows) > 1:
            self._end_passage()
            cell = Cell(tuple(self._flows.pop()))
            if self._tables:
                if not self._tables[-1].rows:
                    self._tables[-1].rows.append([])
                self._tables[-1].rows[-1].append(cell)
        elif opened.tag == "table" and self._tables and not opened.hidden:
            self._end_passage()
            self._flows[-1] += arrange(self._tables.pop().rows, self._offset())

    def _end_sup(self, pieces: list[Piece]) -> None:
        before = "".join(piece.text for piece in self._lines[-1][-2:])
        if not passages.is_note_mark("".join(piece.text for piece in pieces), before):
            self._lines[-1] += pieces

    def _end_passage(self) -> None:
        if not any(self._lines):
            if len(self._lines) > 1:
                self._gap = True
            self._lines = [[]]
            return
        opened = self._stack[-1]
        told = any(piece.text.strip() for line in self._lines for piece in line)
        blank = any("\xa0" in piece.text for line in self._lines for piece in line) or len(self._lines) > 1
        if told:
            tags = {open_.tag for open_ in self._stack[-12:]}
            kind: BlockKind = "heading" if tags & _HEADINGS else "item" if "li" in tags else "paragraph"
            lines = tuple(tuple(line) for line in self._lines)
            while lines and not passages.told(lines[-1]):
                lines = lines[:-1]
            passage = Passage(lines, self._offset(), kind, opened.centered and kind != "item", tight=opened.tight and not self._gap)
            self._flows[-1].append(passage)
            self._gap = False
        elif blank:
            self._gap = True
        self._lines = [[]]

    def finish(self) -> list[Passage | Grid]:
        """What was read, with everything closed that the source left open."""
        self._end_passage()
        while len(self._stack) > 1:
            self._close()
        self._end_passage()
        return self._flows[0]


def _read_style(style: str) -> tuple[bool | None, bool | None, bool, bool, bool, bool]:
    """Bold, centred, hidden, set tight, set loose, on a new page; None where the style does not say."""
    bold = True if _BOLD.search(style) else False if _LIGHT.search(style) else None
    align = _ALIGN.search(style)
    centered = None if not align else align.group(1).lower() == "center"
    return bold, centered, bool(_HIDDEN.search(style)), bool(_TIGHT.search(style)), bool(_LOOSE.search(style)), bool(_PAGED.search(style))
