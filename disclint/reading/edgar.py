"""EDGAR submissions: each press release filed as an exhibit becomes a document of its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import html, passages, plain
from disclint.reading.builder import Builder, LineSource
from disclint.reading.decoding import decode, digest
from disclint.reading.links import with_links

_DOCUMENT = re.compile(r"<DOCUMENT>", re.I)
_DOCUMENT_END = re.compile(r"</DOCUMENT>", re.I)
_TEXT = re.compile(r"<TEXT>[ \t]*(?:\r\n|\r|\n)?", re.I)
_TEXT_END = re.compile(r"</TEXT>", re.I)
_WRAPPER = re.compile(r"</?(?:XBRL|PDF|XML)>[ \t]*(?:\r\n|\r|\n)?", re.I)
_HTML = re.compile(r"<(?:!doctype|html|body|p|div|font|h1)\b", re.I)
_FIELD = re.compile(r"^[ \t]*<(TYPE|SEQUENCE|FILENAME|DESCRIPTION)>[ \t]*([^\r\n<]*)", re.I | re.M)
_EXHIBIT = re.compile(r"EX-99\b", re.I)
_RELEASE = re.compile(r"for immediate release|news release|press release|/PRNewswire/|\(BUSINESS WIRE\)|GLOBE NEWSWIRE", re.I)
_HEADER = (
    ("company", re.compile(r"^\s*(?:COMPANY CONFORMED NAME:|<CONFORMED-NAME>)\s*([^\r\n<]+)", re.I | re.M)),
    ("filing_date", re.compile(r"^\s*(?:FILED AS OF DATE:|<FILING-DATE>)\s*(\d{8})", re.I | re.M)),
    ("form", re.compile(r"^\s*(?:CONFORMED SUBMISSION TYPE:|<TYPE>)\s*([^\r\n<]+)", re.I | re.M)),
    ("period", re.compile(r"^\s*(?:CONFORMED PERIOD OF REPORT:|<PERIOD>)\s*(\d{8})", re.I | re.M)),
)


@dataclass(frozen=True, slots=True)
class _Part:
    """One document of a submission: its fields, and where its text stands."""

    fields: dict[str, str]
    start: int
    end: int

    @property
    def type(self) -> str:
        return self.fields.get("type", "")


def read(data: bytes, path: str) -> Iterable[Document]:
    """The exhibits 99 of a submission; without any, what else in it is a release; without that, everything in it."""
    source = decode(data, path)
    parts = _parts(source)
    header = _header(source[: parts[0].start] if parts else source)
    chosen = [part for part in parts if _EXHIBIT.match(part.type)]
    chosen = chosen or [part for part in parts if _RELEASE.search(source, part.start, min(part.end, part.start + 4000))] or parts
    if not chosen:
        chosen = [_Part({}, 0, len(source))]
    lines, sha = LineSource(source), digest(data)
    names = _names(path, chosen) if len(parts) > 1 or header else [path]  # a bare exhibit is the file itself
    found = [_document(source, part, name, lines, sha, header) for part, name in zip(chosen, names, strict=True)]
    told = [document for document in found if document.blocks]
    if not told:
        raise DocumentError(f"{path}: the submission holds no text to read")
    return told


def _names(path: str, parts: Sequence[_Part]) -> list[str]:
    """The file's name with the exhibit's; a second one of the same type is counted."""
    names: list[str] = []
    for part in parts:
        name = f"{path}#{part.type or 'document'}"
        again = sum(other == name or other.startswith(f"{name}-") for other in names)
        names.append(f"{name}-{again + 1}" if again else name)
    return names


def _document(source: str, part: _Part, name: str, lines: LineSource, sha: str, header: dict[str, str]) -> Document:
    builder = Builder()
    artefacts: tuple[tuple[str, Span], ...] = ()
    if _HTML.search(source, part.start, min(part.end, part.start + 3000)):
        form = "html"
        passages.write(builder, html.flow(source, part.start, part.end))
    else:
        form = "text"
        artefacts = plain.write(builder, source, part.start, part.end)
    metadata = {**header, **{key: value for key, value in part.fields.items() if value}}
    document = builder.document(name, form, sha, lines, end=len(source), metadata=metadata, filed=True, artefacts=artefacts)
    return with_links(document, source) if form == "html" else document


def _header(source: str) -> dict[str, str]:
    """Company, form and days as the header gives them; the form is not the type of the first exhibit."""
    head = re.split(r"<DOCUMENT>", source, maxsplit=1, flags=re.I)[0]
    found = {}
    for name, pattern in _HEADER:
        match = pattern.search(head)
        if match and match.group(1).strip():
            found[name] = match.group(1).strip()
    for name in ("filing_date", "period"):
        if name in found:
            try:
                found[name] = date.fromisoformat(found[name]).isoformat()
            except ValueError:
                del found[name]
    return found


def _parts(source: str) -> list[_Part]:
    """The documents of the submission; a bare exhibit without its <DOCUMENT> tag is one too."""
    starts = [match.end() for match in _DOCUMENT.finditer(source)] or ([0] if re.match(r"\s*<TYPE>", source, re.I) else [])
    parts = []
    for number, start in enumerate(starts):
        stop = starts[number + 1] if number + 1 < len(starts) else len(source)
        ended = _DOCUMENT_END.search(source, start, stop)
        stop = ended.start() if ended else stop
        text = _TEXT.search(source, start, stop)
        head = text.start() if text else stop
        fields = {match.group(1).lower(): match.group(2).strip() for match in _FIELD.finditer(source, start, min(head, start + 4000))}
        last_field = max((match.end() for match in _FIELD.finditer(source, start, min(head, start + 4000))), default=start)
        begin = text.end() if text else last_field
        while wrapper := _WRAPPER.match(source, begin, stop):
            begin = wrapper.end()
        closing = _TEXT_END.search(source, begin, stop)
        end = closing.start() if closing else stop
        tail = re.search(r"(?:</(?:XBRL|PDF|XML)>\s*)+$", source[max(begin, end - 60) : end], re.I)
        parts.append(_Part(fields, begin, end - len(tail.group()) if tail else end))
    return parts
