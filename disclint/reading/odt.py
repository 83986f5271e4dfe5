"""OpenDocument text (.odt): body, tables, notes, text boxes, header and footer of the first page, in one state of the tracked changes."""

from __future__ import annotations

from collections.abc import Iterable
from xml.etree import ElementTree

from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading import Tracked, passages
from disclint.reading.archive import Archive
from disclint.reading.builder import Builder
from disclint.reading.decoding import digest
from disclint.reading.odt_styles import Styles, tag
from disclint.reading.odt_walk import Walk
from disclint.reading.paragraph_source import ParagraphSource, artefact
from disclint.reading.tabs import set_by_tabs

_TEXT = b"application/vnd.oasis.opendocument.text"
_BODY = f"{tag('office:body')}/{tag('office:text')}"
_MASTER, _NAME = tag("style:master-page"), tag("style:name")


def read(data: bytes, path: str, tracked: Tracked = "accepted") -> Iterable[Document]:
    """One document from an OpenDocument text; raises DocumentError where it is none."""
    if not data.startswith(b"PK"):
        raise DocumentError(f"{path}: " + ("is no OpenDocument text (.odt); name it by what it is" if data.strip() else "the file is empty"))
    archive = Archive(data, path)
    _must_be_text(archive, path)
    try:
        content = ElementTree.fromstring(archive.xml("content.xml"))
        styles = ElementTree.fromstring(archive.xml("styles.xml")) if "styles.xml" in archive else None
    except (ElementTree.ParseError, ValueError, LookupError):
        raise DocumentError(f"{path}: is damaged: its XML cannot be parsed") from None
    try:
        return [_document(content, styles, data, path, tracked)]
    except RecursionError:
        raise DocumentError(f"{path}: tables or sections are nested deeper than in any draft") from None


def _must_be_text(archive: Archive, path: str) -> None:
    if "META-INF/manifest.xml" in archive and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise DocumentError(f"{path}: is encrypted; save it without a password")
    kind = archive.read("mimetype").strip() if "mimetype" in archive else _TEXT
    if not kind.startswith(_TEXT) or "content.xml" not in archive:
        raise DocumentError(f"{path}: is no OpenDocument text (.odt); name it by what it is")


def _document(content: ElementTree.Element, styles: ElementTree.Element | None, data: bytes, path: str, tracked: Tracked) -> Document:
    walk = Walk(Styles([styles, content] if styles is not None else [content]), tracked)
    body = content.find(_BODY)
    if body is None:
        raise DocumentError(f"{path}: holds no text to read")
    main = walk.story(body)
    builder = Builder()
    for story in (walk.margin(_master(styles, walk.master), "header"), main, walk.notes, walk.margin(_master(styles, walk.master), "footer")):
        passages.write(builder, set_by_tabs(story))
    if not builder.length:
        raise DocumentError(f"{path}: holds no text to read")
    source = ParagraphSource(tuple(walk.starts), tuple(walk.numbers), tuple(walk.pages))
    whole = builder.document(path, "odt", digest(data), source, end=walk.length)
    artefacts = tuple(artefact(whole, *mark) for mark in walk.marks)
    return builder.document(path, "odt", whole.sha256, source, end=walk.length, artefacts=artefacts)


def _master(styles: ElementTree.Element | None, name: str) -> ElementTree.Element | None:
    """The page on which the document begins."""
    pages = list(styles.iter(_MASTER)) if styles is not None else []
    return next((page for page in pages if page.get(_NAME) == name), None)
