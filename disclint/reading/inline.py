"""The words inside a Markdown block: markdown-it knows what they are but not where, so each token is followed through its source."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.helpers import parseLinkDestination, parseLinkTitle
from markdown_it.token import Token

from disclint.reading.passages import Piece

_BREAK = re.compile(r"<br\b", re.I)
_RAISED = re.compile(r"<(/?)sup\b", re.I)
_MARK = re.compile(r"[\s(\[]*\d{1,2}(?:\s*,\s*\d{1,2})*[\s)\]]*$")


@dataclass(frozen=True, slots=True)
class Content:
    """The source of a block's words, and for each of its characters the offset in the file."""

    text: str
    origins: Sequence[int]

    def pieces(self, start: int, end: int, *, bold: bool) -> list[Piece]:
        """text[start:end], in as many pieces as it takes for each to be unbroken in the file."""
        found: list[Piece] = []
        begin = start
        for at in range(start + 1, end + 1):
            if at == end or self.origins[at] != self.origins[at - 1] + 1:
                found.append(Piece(self.text[begin:at], self.origins[begin], False, bold))
                begin = at
        return found

    def place(self, at: int) -> int:
        return self.origins[min(at, len(self.origins) - 1)] if self.origins else 0


@dataclass(frozen=True, slots=True)
class Marked:
    """The lines of a block; `wrapped`: some only end because the source does."""

    lines: tuple[tuple[Piece, ...], ...]
    wrapped: bool


def words_of(token: Token, content: Content) -> Marked:
    """The words that a reader of the rendered block sees, with their places."""
    children = token.children or []
    follower = _Follower(content, unread=sum(child.content.count("**") for child in children if child.type == "text"))
    for number, child in enumerate(children):
        follower.follow(child, children[number + 1 : number + 2])
    return Marked(tuple(tuple(line) for line in follower.lines), follower.wrapped)


class _Follower:
    """Keeps its place in the source while the tokens go by."""

    def __init__(self, content: Content, unread: int) -> None:
        self._content = content
        self._marks = unread > 0 and unread % 2 == 0  # pairs of "**" that stand too close to words for the rules, but are plainly meant
        self._at = 0
        self._bold = 0
        self._raised = False
        self.lines: list[list[Piece]] = [[]]
        self.wrapped = False

    def follow(self, token: Token, after: Sequence[Token]) -> None:
        kind = token.type
        if kind == "text":
            self._text(token.content)
        elif kind == "text_special":
            self._special(token)
        elif kind in ("softbreak", "hardbreak"):
            self._line_end(kind == "softbreak")
        elif kind == "code_inline":
            self._code(token)
        elif kind == "html_inline":
            self._html(token.content)
        elif kind == "image":
            self._skip("![")
            self._at = min(self._at + len(token.content), len(self._content.text))
            self._link_end()
        elif kind == "link_open":
            self._link(token, after)
        elif kind == "link_close":
            self._skip(">") if token.markup == "autolink" else self._link_end()
        elif token.markup:
            self._skip(token.markup)
            self._bold += token.nesting if token.tag == "strong" else 0

    def _skip(self, mark: str) -> None:
        found = self._content.text.find(mark, self._at)
        if found >= 0:
            self._at = found + len(mark)

    def _put(self, start: int, end: int) -> None:
        if self._raised and _MARK.match(self._content.text[start:end]):
            return
        while self._marks and (mark := self._content.text.find("**", start, end)) >= 0:
            self.lines[-1] += self._content.pieces(start, mark, bold=self._bold > 0)
            self._bold = 0 if self._bold else 1
            start = mark + 2
        if start < end:
            self.lines[-1] += self._content.pieces(start, end, bold=self._bold > 0)

    def _text(self, text: str) -> None:
        if not text:
            return
        source = self._content.text
        if not source.startswith(text, self._at):
            found = source.find(text, self._at)
            if found < 0:  # markdown-it rewrote it: keep the words at the place where they began
                self.lines[-1].append(Piece(text, self._content.place(self._at), True, self._bold > 0))
                return
            self._at = found
        self._put(self._at, self._at + len(text))
        self._at += len(text)

    def _special(self, token: Token) -> None:
        """An escape or an entity: one character in place of several."""
        self._skip(token.markup)
        start = max(self._at - len(token.markup), 0)
        escape = token.info == "escape" and token.markup.endswith(token.content)
        origin = self._content.place(start + len(token.markup) - len(token.content) if escape else start)
        self.lines[-1].append(Piece(token.content, origin, True, self._bold > 0))

    def _line_end(self, soft: bool) -> None:
        self._skip("\n")
        text = self._content.text
        while self._at < len(text) and text[self._at] in " \t":
            self._at += 1
        self.lines.append([])
        self.wrapped = self.wrapped or soft

    def _code(self, token: Token) -> None:
        self._skip(token.markup)
        close = self._content.text.find(token.markup, self._at)
        end = close if close >= 0 else len(self._content.text)
        self._put(self._at, end)
        self._at = min(end + len(token.markup), len(self._content.text))

    def _html(self, tag: str) -> None:
        self._skip(tag)
        if _BREAK.match(tag):
            self.lines.append([])
        raised = _RAISED.match(tag)
        if raised:
            self._raised = not raised.group(1)

    def _link(self, token: Token, after: Sequence[Token]) -> None:
        if token.markup == "autolink":
            self._skip("<")
            return
        self._skip("[")
        if after and after[0].type == "link_close":  # no words: the address is all there is to read
            start = self._content.text.find("](", self._at) + 2
            target = str(token.attrs.get("href", ""))
            if start > 1 and self._content.text.startswith(target, start):
                self._put(start, start + len(target))

    def _link_end(self) -> None:
        """Steps over "](address "title")" or "][label]"."""
        self._skip("]")
        text, at = self._content.text, self._at
        if text.startswith("(", at):
            at = _space(text, at + 1)
            address = parseLinkDestination(text, at, len(text))
            at = _space(text, address.pos if address.ok else at)
            title = parseLinkTitle(text, at, len(text))
            at = _space(text, title.pos if title.ok else at)
            self._at = at + 1 if text.startswith(")", at) else at
        elif text.startswith("[", at):
            self._skip("]")


def _space(text: str, at: int) -> int:
    while at < len(text) and text[at] in " \t\n":
        at += 1
    return at
