"""PDF: reading order, lines and columns, running heads, tables, places; files that are pictures, locked or broken."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import BUILT_IN, read

from .conftest import Disclint
from .office import SOURCES, differences, needs_libreoffice, saved
from .printed import packed, pdf, set_lines

PROSE = [
    "SPRINGFIELD, Ill., November 4, 2026 -- Acme Corp. today reported higher revenue for its",
    "third quarter and said that it expects the growth of the past year to go on in the coming",
    "one, because customers in the Midwest have ordered more anvils than ever before.",
]


def told(data: bytes) -> Document:
    (document,) = read(data, "draft.pdf", BUILT_IN)
    return document


def blocks(document: Document, *kinds: str) -> list[str]:
    return [document.quote(block.span) for block in document.blocks if not kinds or block.kind in kinds]


def test_lines_of_a_paragraph_are_joined_and_bold_lines_head() -> None:
    document = told(pdf([set_lines(["*Acme Reports Third Quarter", "", *PROSE, "", *PROSE])]))
    paragraph = " ".join(PROSE)
    assert blocks(document) == ["Acme Reports Third Quarter", paragraph, paragraph]
    assert [block.kind for block in document.blocks] == ["heading", "paragraph", "paragraph"]


def test_a_place_is_a_page_a_line_and_a_box() -> None:
    document = told(pdf([set_lines(PROSE), set_lines(["Orders reached $12 million in the quarter."])]))
    at = document.text.index("$12 million")
    place = document.locate(Span(at, at + len("$12 million")))
    assert (place.page, place.line, place.column) == (2, 1, 16)
    assert place.box is not None
    left, bottom, right, top = place.box
    assert 130 < left < 180
    assert 690 < bottom < 700 < top < 715
    assert 40 < right - left < 70
    assert document.excerpt(Span(at, at + 3)) == ((1, "Orders reached $12 million in the quarter."),)


def test_running_heads_and_page_numbers_part_no_sentence() -> None:
    pages = [
        [(72, 760, "Acme Corp. third quarter"), *set_lines(PROSE[:2]), (300, 40, "1")],
        [(72, 760, "Acme Corp. third quarter"), *set_lines([PROSE[2], "", *PROSE]), (300, 40, "2")],
        [(72, 760, "Acme Corp. third quarter"), *set_lines(PROSE), (300, 40, "3")],
    ]
    document = told(pdf(pages))
    assert blocks(document, "paragraph")[-3:] == [" ".join(PROSE)] * 3
    assert blocks(document, "page-break")[-3:] == ["2", "Acme Corp. third quarter", "3"]


def test_the_end_mark_of_canada_is_no_page_number() -> None:
    document = told(pdf([set_lines([*PROSE]), [*set_lines(PROSE), (290, 400, "- 30 -")]]))
    assert "- 30 -" in blocks(document, "paragraph")


def test_words_parted_at_line_ends() -> None:
    lines = [
        "The management of the company said that the forward-looking statements of the manage-",
        "ment are subject to risks, and that these forward-looking state-",
        "ments speak only as of today. The statements are made under forward-",
        "looking rules, and nothing else is to be read into them by anyone who does read them.",
    ]
    (paragraph,) = blocks(told(pdf([set_lines(lines)])))
    assert "of the management are subject" in paragraph
    assert "these forward-looking statements speak" in paragraph
    assert "under forward-looking rules" in paragraph


def test_a_hyphen_stays_where_the_document_parts_no_words() -> None:
    (paragraph,) = blocks(told(pdf([set_lines(["The company is in a long-", "standing dispute with its landlord about the roof of the plant."])])))
    assert paragraph.startswith("The company is in a long-standing dispute")


def test_contacts_side_by_side_are_read_down() -> None:
    left = ["Investor contact:", "Dana Whitlock", "(555) 010-2233", "dana@acme.example"]
    right = ["Media contact:", "Luis Ortega", "(555) 010-4455", "luis@acme.example"]
    document = told(pdf([[*set_lines(left), *set_lines(right, left=330), *set_lines(PROSE, top=600)]]))
    assert blocks(document)[:2] == [" ".join(left), " ".join(right)]
    assert [block.column for block in document.blocks] == [1, 2, 0]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"the left column goes on in its line {word}" for word in "one two three four five six seven".split()]
    right = [f"and so does the right one in its line {word}" for word in "one two three four five six seven".split()]
    page = [*set_lines(["*Two columns under a title"]), *set_lines(left, top=670), *set_lines(right, left=320, top=670)]
    assert " ".join(blocks(told(pdf([page])))) == " ".join(["Two columns under a title", *left, *right])


def test_figures_in_columns_are_a_table() -> None:
    rows = [
        ("", "2026", "2025"),
        ("Revenue", "$ 48,612", "$ 41,930"),
        ("Cost of revenue", "(26,440)", "(23,660)"),
        ("Gross profit", "22,172", "18,270"),
    ]
    page = [(x, 500 - 13 * n, text) for n, row in enumerate(rows) for x, text in zip((72, 300, 420), row, strict=True) if text]
    document = told(pdf([[*set_lines(PROSE), *page]]))
    (table,) = [block for block in document.blocks if block.kind == "table"]
    told_rows = [[document.quote(cell) for cell in row] for row in table.rows]
    assert told_rows == [[text for text in row if text] for row in rows]


def test_a_scanned_release_is_an_error() -> None:
    with pytest.raises(DocumentError, match=r"^draft\.pdf: page 1 has no text: it is a picture; run OCR first$"):
        told(pdf([[]], picture=True))
    with pytest.raises(DocumentError, match=r"^draft\.pdf: page 2 has no text: it is a picture; run OCR first$"):
        told(_half_scanned())
    with pytest.raises(DocumentError, match=r"^draft\.pdf: has no text: it is a picture; run OCR first$"):
        told(pdf([[]]))


def _half_scanned() -> bytes:
    return pdf([set_lines(PROSE), []], picture=True)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "the file is empty"),
        (b"%PDF-1.7\nnothing of the kind", "is damaged, cut short or no PDF"),
        (b"Acme Corp. today reported higher revenue.", "is damaged, cut short or no PDF"),
        (pdf([set_lines(PROSE)])[:500], "is damaged, cut short or no PDF"),
        (pdf([[(72, 700, "page")]] * 301), "has 301 pages; a release of more than 300 is not read"),
    ],
)
def test_what_is_no_release_in_pdf(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=said):
        told(data)


def test_what_would_unpack_to_too_much_is_refused_before_it_does() -> None:
    assert told(packed(b"BT /F1 11 Tf 72 700 Td (Sales rose in the quarter.) Tj ET")).text == "Sales rose in the quarter.\n"
    for drawn in (b" " * 100_000_000, b"q " * 10_000_000, b"BT /F1 11 Tf 72 700 Td " + b"(words) Tj " * 1_000_000 + b"ET"):
        with pytest.raises(DocumentError, match=r"^draft\.pdf: would unpack to more than a draft can hold$"):
            told(packed(drawn))


def test_two_hundred_pages_are_read_in_bounded_time() -> None:
    page = set_lines([*PROSE, ""] * 4)
    begun = time.process_time()
    assert len(told(pdf([page] * 200)).blocks) >= 200
    assert time.process_time() - begun < 20


def test_a_damaged_pdf_never_fails_but_as_a_document() -> None:
    data = pdf([set_lines(PROSE), set_lines(PROSE)])
    for at in range(0, len(data), 97):
        with contextlib.suppress(DocumentError):
            told(data[:at] + b"\xff(<[" + data[at + 4 :])


def test_without_pdfium_the_command_that_installs_it_is_told(tmp_path: Path) -> None:
    (tmp_path / "draft.pdf").write_bytes(pdf([set_lines(PROSE)]))
    program = "import sys; sys.modules['pypdfium2'] = None; from disclint.cli import run; sys.exit(run(['check', '--isolated', 'draft.pdf']))"
    done = subprocess.run([sys.executable, "-c", program], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert 'draft.pdf: reading PDF needs one more package: pip install "disclint[pdf]"' in done.stderr


# What a printed page does not tell: the label that stands beside the middle of its lines, and columns that go on over the page.
_UNTOLD_FACTS = {"fenwright-2007-split.htm": {"contacts"}, "pelgrove-2026-merger.txt": {"contacts"}}
_UNTOLD_VERDICTS = {"release/contact-without-person", "release/contact-unreachable"}


@needs_libreoffice()
@pytest.mark.parametrize("source", SOURCES, ids=lambda path: path.name)
def test_the_same_release_printed_by_libreoffice(source: Path, disclint: Disclint) -> None:
    untold = _UNTOLD_FACTS.get(source.name, set())
    facts, verdicts = differences(disclint, source, saved("pdf")[source.name])
    assert facts <= untold
    assert verdicts <= (_UNTOLD_VERDICTS if untold else set())


@needs_libreoffice()
def test_an_encrypted_pdf(tmp_path: Path) -> None:
    (tmp_path / "draft.html").write_text("<p>Acme Corp. today reported higher revenue.</p>", "utf-8")
    options = '{"EncryptFile":{"type":"boolean","value":"true"},"DocumentOpenPassword":{"type":"string","value":"secret"}}'
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless", "--convert-to", f"pdf:writer_web_pdf_Export:{options}"]
    subprocess.run([*command, "draft.html"], cwd=tmp_path, check=True, capture_output=True, timeout=120)
    with pytest.raises(DocumentError, match=r"^draft\.pdf: is encrypted; save it without a password$"):
        told((tmp_path / "draft.pdf").read_bytes())
