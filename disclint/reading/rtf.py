"""Rich Text Format, in one state of its tracked changes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading import Tracked, passages
from disclint.reading.builder import Builder
from disclint.reading.decoding import digest
from disclint.reading.paragraph_source import ParagraphSource, artefact
from disclint.reading.rtf_words import Words

_TOKEN = re.compile(
    r"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})?[ ]?|\\'(?P<byte>[0-9a-fA-F]{2})|\\(?P<symbol>[^a-zA-Z])|(?P<brace>[{}])"
    r"|[\r\n]+|(?P<text>[^\\{}\r\n]+)",
    re.S,
)


def read(data: bytes, path: str, tracked: Tracked = "accepted") -> Iterable[Document]:
    """One document from an RTF file; raises DocumentError where it is none, or is cut short."""
    source = data.decode("latin-1").lstrip("\ufeff\u00ef\u00bb\u00bf \t\r\n")  # every byte a character: what they mean is said as they come
    if not source.startswith("{\\rtf"):
        raise DocumentError(f"{path}: " + ("is no RTF document; name it by what it is" if data.strip() else "the file is empty"))
    words = Words(tracked)
    _feed(words, source, path)
    builder = Builder()
    for story in words.stories():
        passages.write(builder, story)
    if not builder.length:
        raise DocumentError(f"{path}: holds no text to read")
    places = ParagraphSource(tuple(words.starts), tuple(words.numbers), ())
    whole = builder.document(path, "rtf", digest(data), places, end=words.length)
    artefacts = tuple(artefact(whole, *mark) for mark in words.marks)
    return [builder.document(path, "rtf", whole.sha256, places, end=words.length, artefacts=artefacts)]


def _feed(words: Words, source: str, path: str) -> None:
    """Hands the words the tokens of the file, until its outermost group is closed."""
    at = depth = 0
    while at < len(source):
        token = _TOKEN.match(source, at)
        if token is None:
            break
        at = token.end()
        kind = token.lastgroup
        if kind == "brace":
            if token.group() == "{":
                depth += 1
                words.open_group()
            else:
                depth -= 1
                words.close_group()
                if not depth:
                    return
        elif kind in ("word", "number"):
            number = token.group("number")
            if token.group("word") == "bin":
                at += max(0, int(number or 0))
            else:
                words.control(token.group("word"), int(number) if number else None)
        elif kind == "byte":
            words.byte(int(token.group("byte"), 16))
        elif kind == "symbol":
            words.symbol(token.group("symbol"))
        elif kind == "text":
            words.text(token.group("text"))
    raise DocumentError(f"{path}: is damaged or cut short: its last group is not closed")
