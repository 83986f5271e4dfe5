"""RTF: characters, paragraphs, lists, tables, notes, changes; broken and hostile files."""

from __future__ import annotations

from pathlib import Path

import pytest

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import BUILT_IN, Tracked, read

from .conftest import Disclint
from .office import SOURCES, differences, needs_libreoffice, saved


def told(body: str | bytes, tracked: Tracked = "accepted") -> Document:
    data = body if isinstance(body, bytes) else ("{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0 Arial;}}" + body + "}").encode("latin-1")
    (document,) = read(data, "draft.rtf", BUILT_IN, tracked)
    return document


def blocks(document: Document) -> list[tuple[str, str]]:
    return [(block.kind, document.quote(block.span)) for block in document.blocks]


@pytest.mark.parametrize(
    ("rtf", "text"),
    [
        (r"Caf\'e9 \'93quoted\'94 50\'80", "Café “quoted” 50€"),
        (r"\u8220?quoted\u8221? \u-10179?\u-8704? tail", "“quoted” 😀 tail"),
        (r"before \uc2\u8212\'97\'97 after {\uc0\u8364 x}", "before — after €x"),
        (r"a\~b \emdash c\endash d \lquote e\rquote  co\-operate", "a\u00a0b —c–d ‘e’ cooperate"),
        (r"a line\line another", "a line another"),
        ("one\\\ntwo", "one two"),
        (r"{\*\unknown hidden}{\v hidden}{\field{\*\fldinst HYPERLINK x}{\fldrslt shown}}", "shown"),
        (r"braces \{ \} and \\", "braces { } and \\"),
        (r"{\fonttbl{\f1\fcharset204 Arial;}}\f1 \'ce\'f2\'f7\'e5\'f2", "Отчет"),
        (r"Sales rose{\super 1} to 5 km{\super 2} in the 21{\super st}", "Sales rose to 5 km2 in the 21st"),
        (r"\ansicpg9999 Caf\'e9", "Café"),
        ("before{\\pict\\bin3 {}}} after", "before after"),
    ],
)
def test_characters(rtf: str, text: str) -> None:
    assert blocks(told(rtf + "\\par"))[0][1] == " ".join(text.split())


def test_headings_items_and_paragraphs() -> None:
    document = told(
        r"{\stylesheet{\s1 heading 1;}}\pard\s1 Acme Reports Results\par\pard\qc\b Centred and Bold\b0\par"
        r"\pard{\listtext \'b7\tab}\ls1 First item\par\pard Plain words follow here.\par"
    )
    assert blocks(document) == [
        ("heading", "Acme Reports Results"), ("heading", "Centred and Bold"), ("item", "First item"), ("paragraph", "Plain words follow here."),
    ]  # fmt: skip


def test_a_table_of_figures_and_a_place() -> None:
    row = r"\trowd\cellx1\cellx2\pard\intbl {}\cell {}\cell\row"
    document = told(
        r"\pard Before.\par" + "".join(row.replace("{}", "%s") % cells for cells in (("Revenue", "10"), ("Cost", "7"))) + r"\pard After.\par"
    )
    assert [kind for kind, _ in blocks(document)] == ["paragraph", "table", "paragraph"]
    assert document.text == "Before.\nRevenue\t10\nCost\t7\nAfter.\n"
    at = document.text.index("After")
    place = document.locate(Span(at, at + 5))
    assert (place.paragraph, place.column, place.end_column) == (6, 1, 6)


def test_notes_and_margins_stand_apart() -> None:
    document = told(r"{\header Acme letterhead\par}Sales rose{\footnote Unaudited.} again.\par{\footer 1\par}")
    assert [text for _, text in blocks(document)] == ["Acme letterhead", "Sales rose again.", "Unaudited.", "1"]


@pytest.mark.parametrize(("tracked", "text"), [("accepted", "Sales rose."), ("original", "Sales fell."), ("both", "Sales rosefell.")])
def test_tracked_changes_and_comments(tracked: Tracked, text: str) -> None:
    document = told(r"Sales {\revised rose}{\deleted fell}{\*\annotation why?}.\par", tracked)
    assert blocks(document) == [("paragraph", text)]
    assert sorted({name for name, _ in document.artefacts}) == ["comment", "tracked-change"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"Acme Corp. today reported", "is no RTF document; name it by what it is"),
        (b"{\\rtf1 Acme Corp. today {\\b reported", "is damaged or cut short: its last group is not closed"),
        (b"{\\rtf1{\\*\\generator x}}", "holds no text to read"),
        (b"{\\rtf1 " + b"{" * 200_000, "is damaged or cut short"),
    ],
)
def test_what_is_no_release_in_rtf(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=rf"^draft\.rtf: {said}"):
        told(data)


def test_any_nesting_is_read_in_bounded_time() -> None:
    depth = 100_000
    assert told(b"{\\rtf1 " + b"{\\b " * depth + b"words" + b"}" * depth + b"}").text == "words\n"


@needs_libreoffice()
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_same_release_written_by_libreoffice(source: Path, disclint: Disclint) -> None:
    assert differences(disclint, source, saved("rtf")[source.name]) == (set(), set())
