"""Bytes to Document: one file per format; each keeps for every character the place it came from."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from importlib import import_module
from pathlib import PurePath
from typing import Literal, Protocol

from disclint.errors import DocumentError
from disclint.model import Document

Tracked = Literal["accepted", "original", "both"]  # the text with tracked changes made, without them, or with what was inserted and deleted


class Read(Protocol):
    def __call__(self, data: bytes, path: str) -> Iterable[Document]:
        """One document, or several where a file holds several; raises DocumentError where it holds none."""
        ...


class ReadTracked(Protocol):
    def __call__(self, data: bytes, path: str, tracked: Tracked) -> Iterable[Document]: ...


@dataclass(frozen=True)
class Reader:
    """Reads one format; `suffixes` are lower-case file endings with their dot, `opening` matches how such a file begins, whatever its name."""

    name: str
    suffixes: tuple[str, ...]
    read: Read
    opening: re.Pattern[bytes] | None = None
    read_tracked: ReadTracked | None = None  # instead of `read`, where the format keeps tracked changes


def reader_for(data: bytes, path: str, readers: Sequence[Reader]) -> Reader:
    """The reader that the content asks for, else the file's name, else the one for plain text: an unknown name is no reason to refuse a draft."""
    for reader in readers:
        if reader.opening and reader.opening.match(data[:2000]):
            return reader
    suffix = PurePath(path).suffix.lower()
    for reader in readers:
        if suffix in reader.suffixes:
            return reader
    for reader in readers:
        if "" in reader.suffixes:
            return reader
    raise DocumentError(f"{path}: no reader for this kind of file")


def read(data: bytes, path: str, readers: Sequence[Reader], tracked: Tracked = "accepted") -> tuple[Document, ...]:
    """The documents of a file, read by the one of `readers` that suits it."""
    reader = reader_for(data, path, readers)
    return tuple(reader.read_tracked(data, path, tracked) if reader.read_tracked else reader.read(data, path))


def _reader(name: str, suffixes: tuple[str, ...], module: str, opening: re.Pattern[bytes] | None = None) -> Reader:
    """A reader whose module, with what that imports, is loaded when the first file of its format is read."""

    def load_and_read(data: bytes, path: str) -> Iterable[Document]:
        chosen: Read = import_module(f"disclint.reading.{module}").read
        return chosen(data, path)

    return Reader(name, suffixes, load_and_read, opening)


def _tracking(name: str, suffixes: tuple[str, ...], module: str, opening: re.Pattern[bytes] | None = None) -> Reader:
    """The same for a format that keeps tracked changes."""

    def load_and_read(data: bytes, path: str, tracked: Tracked) -> Iterable[Document]:
        chosen: ReadTracked = import_module(f"disclint.reading.{module}").read
        return chosen(data, path, tracked)

    return Reader(name, suffixes, lambda data, path: load_and_read(data, path, "accepted"), opening, load_and_read)


_MARK = rb"(?:\xef\xbb\xbf)?\s*"

BUILT_IN: tuple[Reader, ...] = (
    _reader("edgar", (), "edgar", re.compile(_MARK + rb"(?:-----BEGIN PRIVACY|<(?:SEC-DOCUMENT|IMS-DOCUMENT|SUBMISSION|DOCUMENT|TYPE)>)", re.I)),
    _reader("text", (".txt", ".text", ""), "plain"),
    _reader(
        "html",
        (".htm", ".html", ".xhtml"),
        "html",
        re.compile(_MARK + rb"<(?:!doctype html|html|\?xml[^>]*>\s*(?:<!--.*?-->\s*)*<html)", re.I | re.S),
    ),
    _reader("markdown", (".md", ".markdown"), "markdown"),
    _tracking("eml", (".eml",), "eml", re.compile(_MARK + rb"(?:Return-Path|Received|Delivered-To|MIME-Version|Message-ID): ?\S", re.I)),
    _reader("pdf", (".pdf",), "pdf", re.compile(rb"\s*%PDF-\d")),
    _tracking("rtf", (".rtf",), "rtf", re.compile(_MARK + rb"\{\\rtf")),
    _tracking("odt", (".odt", ".ott"), "odt", re.compile(rb"PK\x03\x04.{26}mimetypeapplication/vnd\.oasis\.opendocument", re.S)),
    _tracking("word", (".docx", ".docm", ".dotx", ".dotm"), "word", re.compile(rb"PK\x03\x04.{0,1900}?\bword/", re.S)),
    _reader("ole", (".doc", ".dot", ".msg"), "ole", re.compile(rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")),
)
