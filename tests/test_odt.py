"""OpenDocument: headings, lists, tables, notes, boxes, changes, comments; broken and hostile files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import BUILT_IN, Tracked, read

from .conftest import Disclint
from .office import SOURCES, differences, needs_libreoffice, saved

_NAMES = ("office", "text", "table", "style", "drawing", "meta")
_SPACES = " ".join(f'xmlns:{name.replace("drawing", "draw")}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in _NAMES)
_SPACES += ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"'
_KIND = "application/vnd.oasis.opendocument.text"


def odt(body: str, styles: str = "", kind: str = _KIND, xml: bytes = b"") -> bytes:
    content = f"<office:document-content {_SPACES}><office:automatic-styles>{styles}</office:automatic-styles>"
    content += f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", kind, zipfile.ZIP_STORED)
        archive.writestr("content.xml", xml or content.encode())
    return file.getvalue()


def told(data: bytes, tracked: Tracked = "accepted") -> Document:
    (document,) = read(data, "draft.odt", BUILT_IN, tracked)
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.quote(block.span)) for block in document.blocks]


def test_headings_lists_spaces_and_boxes() -> None:
    body = (
        "<text:h>Acme Reports Results</text:h><text:list><text:list-item><text:p>First<text:s text:c='3'/>item</text:p></text:list-item></text:list>"
        "<text:p>Words<text:tab/>and<text:line-break/>lines.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:section><text:p>In a section of the text<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body>"
        "</text:note> here.</text:p></text:section>"
    )
    expected = [("heading", "Acme Reports Results"), ("item", "First item"), ("paragraph", "Words and lines."), ("paragraph", "In a box.")]
    assert blocks(told(odt(body))) == [*expected, ("paragraph", "In a section of the text here."), ("paragraph", "A note.")]


def test_a_place_is_a_paragraph_and_its_characters() -> None:
    document = told(odt("<text:p>Before.</text:p><text:p/><text:p>Sales rose.</text:p>"))
    at = document.text.index("rose")
    place = document.locate(Span(at, at + 4))
    assert (place.paragraph, place.column, place.end_column, place.page) == (3, 7, 11, None)


def test_bold_centred_and_hidden_by_style() -> None:
    styles = (
        "<style:style style:name='P1' style:family='paragraph'><style:paragraph-properties fo:text-align='center'/></style:style>"
        "<style:style style:name='T1' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
        "<style:style style:name='T2' style:family='text'><style:text-properties text:display='none'/></style:style>"
    )
    body = "<text:p text:style-name='P1'><text:span text:style-name='T1'>Acme Reports</text:span><text:span text:style-name='T2'> hidden</text:span></text:p>"
    (block,) = told(odt(body, styles)).blocks
    assert (block.kind, block.bold, block.centered, len(block.span)) == ("heading", True, True, len("Acme Reports"))


@pytest.mark.parametrize(("tracked", "text"), [("accepted", "Sales rose."), ("original", "Sales fell."), ("both", "Sales rosefell.")])
def test_tracked_changes_and_comments(tracked: Tracked, text: str) -> None:
    body = (
        "<text:tracked-changes><text:changed-region text:id='a'><text:insertion/></text:changed-region><text:changed-region text:id='b'>"
        "<text:deletion><text:p>fell</text:p></text:deletion></text:changed-region></text:tracked-changes>"
        "<text:p>Sales <text:change-start text:change-id='a'/>rose<text:change-end text:change-id='a'/><text:change text:change-id='b'/>."
        "<office:annotation><text:p>why?</text:p></office:annotation></text:p>"
    )
    document = told(odt(body), tracked)
    assert document.text.replace("\n", "") == text
    assert sorted(name for name, _ in document.artefacts) == ["comment", "tracked-change", "tracked-change"]


_BOMB = b"<x>" + b" " * 30_000_000 + b"</x>"
_ENTITIES = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><x>&b;</x>'
_DEEP = "<table:table><table:table-row><table:table-cell>" * 3000 + "</table:table-cell></table:table-row></table:table>" * 3000


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"Acme Corp. today reported", r"is no OpenDocument text \(\.odt\)"),
        (odt("<text:p>Words.</text:p>")[:400], "is damaged or cut short"),
        (odt("<text:p>Words.</text:p>", kind="application/vnd.oasis.opendocument.spreadsheet"), r"is no OpenDocument text \(\.odt\)"),
        (odt("<text:p>Words."), "is damaged: its XML cannot be parsed"),
        (odt("<text:p/>"), "holds no text to read"),
        (odt("", xml=_BOMB), "content.xml"),
        (odt("", xml=_ENTITIES), "content.xml declares entities or a document type"),
        (odt(_DEEP), "tables or sections are nested deeper than in any draft"),
    ],
)
def test_what_is_no_release_in_opendocument(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=rf"^draft\.odt: {said}"):
        told(data)


def test_an_encrypted_file() -> None:
    file = io.BytesIO(odt("<text:p>Words.</text:p>"))
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("META-INF/manifest.xml", "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>")
    with pytest.raises(DocumentError, match=r"^draft\.odt: is encrypted; save it without a password$"):
        told(file.getvalue())


@needs_libreoffice()
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_same_release_written_by_libreoffice(source: Path, disclint: Disclint) -> None:
    assert differences(disclint, source, saved("odt")[source.name]) == (set(), set())
