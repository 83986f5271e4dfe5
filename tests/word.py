"""Word files made for the tests: by python-docx from a release, and part by part from the XML that a test is about."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping
from io import BytesIO
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from lxml import etree

from disclint.model import Block, Document
from disclint.reading import BUILT_IN, Tracked, read

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{_R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    ' xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'
    ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
_TYPES = {
    "styles": "styles", "numbering": "numbering", "footnotes": "footnotes", "comments": "comments", "header": "header", "footer": "footer",
    "commentsExtended": "commentsExtended",
}  # fmt: skip


def part(root: str, inner: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:{root} {NAMESPACES}>{inner}</w:{root}>'


def package(parts: Mapping[str, str | bytes], relations: Iterable[tuple[str, str]] = ()) -> bytes:
    """A Word file of these parts; `relations` are the types and names of those that the main part refers to."""
    types = "".join(
        f'<Override PartName="/word/{name}" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{type_}+xml"/>'
        for type_, name in relations
    )
    main = '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>'
    related = "".join(f'<Relationship Id="rId{n}" Type="{_R}/{type_}" Target="{name}"/>' for n, (type_, name) in enumerate(relations, 1))
    whole: dict[str, str | bytes] = {
        "[Content_Types].xml": '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{main}{types}</Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_R}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/_rels/document.xml.rels": f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>',
        **parts,
    }
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in whole.items():
            archive.writestr(zipfile.ZipInfo(name, (2026, 11, 22, 0, 0, 0)), data, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def word_file(body: str, **others: str) -> bytes:
    """A Word file with this body; the others are parts by their type, or `header1`, `header2`, … (rId1 is the first)."""
    relations = [(_TYPES[name.rstrip("123")], f"{name}.xml") for name in others]
    parts = {"word/document.xml": part("document", f"<w:body>{body}</w:body>"), **{f"word/{name}.xml": text for name, text in others.items()}}
    return package(parts, relations)


def paragraph(*runs: str, style: str = "") -> str:
    properties = f"<w:pPr>{style}</w:pPr>" if style else ""
    return f"<w:p>{properties}{''.join(runs)}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{properties}</w:rPr>" if properties else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def inserted(inner: str) -> str:
    return f'<w:ins w:id="90" w:author="Counsel">{inner}</w:ins>'


def deleted(words: str) -> str:
    return f'<w:del w:id="91" w:author="Counsel"><w:r><w:delText xml:space="preserve">{words}</w:delText></w:r></w:del>'


def read_word(data: bytes, tracked: Tracked = "accepted") -> Document:
    (document,) = read(data, "draft.docx", BUILT_IN, tracked)
    return document


def told(data: bytes, tracked: Tracked = "accepted") -> list[str]:
    """The words of every block."""
    document = read_word(data, tracked)
    return [document.quote(block.span) for block in document.blocks]


def parts_of(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def root_of(data: bytes, name: str = "word/document.xml") -> etree._Element:
    return etree.fromstring(parts_of(data)[name])


def save_release(source: Path, target: Path) -> None:
    """The release in a file, written by python-docx."""
    (release, *_) = read(source.read_bytes(), source.name, BUILT_IN)
    written = docx.Document()
    beside: list[Block] = []
    for block in (*release.blocks, None):
        if beside and (block is None or block.column <= beside[-1].column):
            cells = written.add_table(1, len(beside)).rows[0].cells
            for cell, part_ in zip(cells, beside, strict=True):
                _set_lines(cell.paragraphs[0], release, part_)
            beside = []
        if block is not None and block.column:
            beside.append(block)
        elif block is not None and block.rows:
            table = written.add_table(0, max(len(row) for row in block.rows))
            for row in block.rows:
                cells = table.add_row().cells
                for cell, words in zip(cells, row, strict=False):
                    cell.text = release.quote(words)
        elif block is not None and block.kind != "page-break":
            style = {"item": "List Bullet", "heading": "Heading 2"}.get(block.kind)
            _set_lines(written.add_paragraph(style=style), release, block)
    written.save(str(target))


def _set_lines(paragraph: docx.text.paragraph.Paragraph, release: Document, block: Block) -> None:
    """Short lines are meant, long ones were only wrapped."""
    lines = [release.quote(line) for line in block.lines]
    if max(map(len, lines)) > 60:
        lines = [release.quote(block.span)]
    for number, line in enumerate(lines):
        if number:
            paragraph.add_run().add_break()
        paragraph.add_run(line).bold = block.bold
    if block.centered:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
