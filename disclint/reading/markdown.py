"""Markdown as people write it and as scrapers make it of a web page."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from disclint.model import BlockKind, Document
from disclint.reading import html, passages
from disclint.reading.builder import Builder, LineSource
from disclint.reading.decoding import decode, digest
from disclint.reading.grids import Cell, arrange
from disclint.reading.inline import Content, Marked, words_of
from disclint.reading.links import with_links
from disclint.reading.passages import Grid, Passage, Piece
from disclint.reading.plain import drafts

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\r|\n)")
_FENCE_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.M)
_FACT = re.compile(r"([A-Za-z][\w .-]{0,40}?)[ \t]*:(?:[ \t]+(.*?))?[ \t]*$")
_ENTRY = re.compile(r"[ \t]+(?:- )?\S|[ \t]*- \S|[ \t]*#|[ \t]*$")
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_FRAMED = re.compile(r"[ \t]*([-*+#])\1*[^\r\n]*?[-*+#][ \t]*$")
_PAGE = re.compile(r"[ \t]*<PAGE>[ \t]*\d*[ \t]*(?:\n|$)", re.IGNORECASE)  # of the SGML era, no element of HTML
_DELIMITERS = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-*:?[ \t]*)*$")
_CELL = re.compile(r"(?:\\.|[^|\\])+|(?<=\|)(?=\|)")
_SIGNS = re.compile(r"[#\s]+$")
_HEADING_LENGTH = 200


def read(data: bytes, path: str) -> Iterable[Document]:
    """One document from Markdown; the facts of its front matter are metadata."""
    source = decode(data, path)
    metadata, start = _front_matter(source)
    builder = Builder()
    passages.write(builder, flow(source, start))
    document = builder.document(path, "markdown", digest(data), LineSource(source), end=len(source), metadata=metadata)
    return [with_links(document, source)]


def flow(source: str, start: int) -> list[Passage | Grid]:
    """The passages and tables of the source from `start` on."""
    return _Walk(source, start).walk(_parser().parse(source[start:]))


@cache
def _parser() -> MarkdownIt:
    """Without what would lose or misread words of a release: indented code, link definitions, joined escapes."""
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable(["code", "reference", "text_join"])


def _front_matter(source: str) -> tuple[dict[str, str], int]:
    """The facts between two lines "---" at the very beginning, and where the text begins."""
    opening = _FENCE.match(source)
    closing = _FENCE_END.search(source, opening.end()) if opening else None
    if not opening or not closing:
        return {}, 0
    facts: dict[str, str] = {}
    key = ""
    for line in re.split(r"\r\n|\r|\n", source[opening.end() : closing.start()]):
        fact = _FACT.match(line)
        if fact:
            key = fact.group(1).lower()
            facts[key] = _unquoted(fact.group(2) or "")
        elif not _ENTRY.match(line):
            return {}, 0  # two rules with text between them
        elif key and line.strip(" \t-") and not line.lstrip().startswith("#"):
            facts[key] = ", ".join(filter(None, (facts[key], _unquoted(line.strip(" \t-")))))
    return ({name: value for name, value in facts.items() if value}, closing.end()) if facts else ({}, 0)


def _unquoted(value: str) -> str:
    value = value.strip()
    if value[:1] in ("'", '"') and value[-1:] == value[:1] and len(value) > 1:
        return value[1:-1]
    if value.startswith("[") and value.endswith("]"):
        return ", ".join(_unquoted(part) for part in value[1:-1].split(",") if part.strip())
    return "" if value in ("|", ">", "|-", ">-") else value


class _Walk:
    """Goes through the block tokens, which know their lines, and finds the place of every character."""

    def __init__(self, source: str, start: int) -> None:
        self._source = source
        self._lines = [(match.start(), match.end()) for match in _LINE.finditer(source, start) if match.end() > match.start()]
        self._parts: list[Passage | Grid] = []

    def walk(self, tokens: Sequence[Token]) -> list[Passage | Grid]:
        depth = 0
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if token.type == "list_item_open":
                depth += 1
            elif token.type == "list_item_close":
                depth -= 1
            elif token.type == "table_open":
                close = next(n for n in range(at, len(tokens)) if tokens[n].type == "table_close")
                self._table(token)
                at = close
            elif token.type == "html_block":
                at = self._html(tokens, at)
            elif token.type == "fence":
                self._verbatim(token)
            elif token.type == "hr":
                self._rule(token)
            elif token.type == "inline":
                self._inline(token, tokens[at - 1], depth)
            at += 1
        return self._parts

    def _bounds(self, token: Token) -> tuple[int, int]:
        """The source offsets of the token's lines."""
        first, last = token.map or (0, 0)
        if first >= len(self._lines):
            return len(self._source), len(self._source)
        return self._lines[first][0], self._lines[max(first, min(last, len(self._lines)) - 1)][1]

    def _stripped(self, start: int, end: int) -> Piece:
        raw = self._source[start:end]
        return Piece(raw.strip(), start + len(raw) - len(raw.lstrip()))

    def _inline(self, token: Token, opened_by: Token, depth: int) -> None:
        start, end = self._bounds(token)
        whole = self._stripped(start, end)
        single = token.map is not None and token.map[1] - token.map[0] == 1
        heads = opened_by.type == "heading_open"
        if heads and _SIGNS.match(whole.text):  # "###" is how a release ends, no heading
            self._parts.append(Passage(((whole,),), end))
            return
        if depth and single and _FRAMED.match(whole.text) and whole.text[0] == whole.text[-1]:  # "- 30 -" is no list
            self._parts.append(Passage(((whole,),), end))
            return
        marked = words_of(token, self._content(token))
        kind: BlockKind = "item" if depth else "paragraph"
        underlined = opened_by.markup in ("-", "=")  # which a scraped rule or bullet may just as well be
        if heads and len(whole.text) <= _HEADING_LENGTH and not (underlined and (depth or len(whole.text) > 100)):
            kind = "heading"
        if any(marked.lines):
            self._parts.append(_passage(marked, end, kind))

    def _content(self, token: Token) -> Content:
        """The token's own text with the source offset of each of its characters."""
        first = (token.map or [0])[0]
        while token.content[:1].strip() and first + 1 < len(self._lines) and not self._source[slice(*self._lines[first])].strip():
            first += 1  # a line of form feeds opens the paragraph for markdown-it, which then strips it away
        origins: list[int] = []
        for number, line in enumerate(token.content.split("\n")):
            start, end = self._lines[min(first + number, len(self._lines) - 1)]
            raw = self._source[start:end]
            bare = line.strip()
            at = len(raw.rstrip()) - len(bare)
            if not raw.startswith(bare, max(at, 0)):
                at = max(raw.find(bare), 0)
            lead = len(line) - len(line.lstrip())
            if number:
                origins.append(max(start - 1, 0))
            origins += [start + max(0, min(at - lead + n, end - start - 1)) for n in range(len(line))]
        return Content(token.content, origins)

    def _table(self, token: Token) -> None:
        """Cells cut from the source, for markdown-it drops those that stand beyond the last column of the head."""
        first, last = token.map or (0, 0)
        rows: list[list[Cell]] = []
        for start, end in self._lines[first:last]:
            line = self._source[start:end].rstrip()
            if not _DELIMITERS.match(line):
                rows.append([self._cell(start + match.start(), start + match.end()) for match in _CELL.finditer(line)])
        self._parts += arrange(rows, self._bounds(token)[1])

    def _cell(self, start: int, end: int) -> Cell:
        piece = self._stripped(start, end)
        if not piece.text:
            return Cell(())
        token = _parser().parseInline(piece.text)[0]
        marked = words_of(token, Content(piece.text, range(piece.origin, piece.origin + len(piece.text))))
        return Cell((_passage(marked, end, "paragraph"),) if any(marked.lines) else ())

    def _html(self, tokens: Sequence[Token], at: int) -> int:
        """Blocks of HTML that only blank lines part are read as one; returns the place of the last."""
        start, end = self._bounds(tokens[at])
        page = _PAGE.match(self._source, start, end)
        if page:
            self._parts.append(Passage(((self._stripped(*page.span()),),), page.end(), "page-break"))
            if self._source[page.end() : end].strip():
                self._set_out(page.end(), end)
            return at
        last = at
        while last + 1 < len(tokens) and tokens[last + 1].type == "html_block":
            last += 1
        self._parts += html.flow(self._source, self._bounds(tokens[at])[0], self._bounds(tokens[last])[1])
        return last

    def _verbatim(self, token: Token) -> None:
        """What stands between fences is set out by hand, as plain text is."""
        first, last = token.map or (0, 0)
        inside = self._lines[first + 1 : last]
        if inside and self._source[slice(*inside[-1])].strip().startswith(token.markup):
            inside = inside[:-1]
        if inside:
            self._set_out(inside[0][0], inside[-1][1])

    def _set_out(self, start: int, end: int) -> None:
        for draft in drafts(self._source, start, end):
            rows = tuple(tuple((self._stripped(cell.start, cell.end),) for cell in row) for row in draft.rows)
            lines = tuple((self._stripped(line.start, line.end),) for line in draft.lines)
            self._parts.append(Grid(rows, end) if rows else Passage(lines, end, draft.kind, column=draft.column, wrapped=True))

    def _rule(self, token: Token) -> None:
        start, end = self._bounds(token)
        piece = self._stripped(start, end)
        if piece.text:
            self._parts.append(Passage(((piece,),), end, "paragraph" if "*" in piece.text else "rule"))


def _passage(marked: Marked, end: int, kind: BlockKind) -> Passage:
    return replace(Passage(marked.lines, end, kind), wrapped=marked.wrapped)
