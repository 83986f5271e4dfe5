"""Bytes to Document: what a person reads, in blocks, and the exact place of every word in the source."""

from __future__ import annotations

import textwrap
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import BUILT_IN, read, reader_for
from disclint.reading.decoding import decode

CORPUS = Path(__file__).parent / "corpus"
SUFFIXES = (".txt", ".html", ".md")


def read_one(text: str | bytes, name: str) -> Document:
    (document,) = read(text.encode() if isinstance(text, str) else text, name, BUILT_IN)
    return document


def told(document: Document, *kinds: str) -> list[str]:
    """The words of the blocks of these kinds, of all blocks where none is named."""
    return [document.quote(b.span) for b in document.blocks if not kinds or b.kind in kinds]


def lines_of(document: Document, number: int) -> list[str]:
    return [document.quote(line) for line in document.blocks[number].lines]


def place(document: Document, phrase: str) -> tuple[int | None, int | None]:
    start = document.text.index(phrase)
    location = document.locate(Span(start, start + len(phrase)))
    return location.line, location.column


def check_map(document: Document, source: str) -> None:
    """Every block is true and in order, and every character stands in the source where the document says."""
    last = 0
    assert len(document.origins) == len(document.text) + 1
    for block in document.blocks:
        assert last <= block.span.start < block.span.end <= len(document.text)
        last = block.span.end
        origins = document.origins[block.span.start : block.span.end]
        assert all(a <= b for a, b in pairwise(origins))
        for part in (*block.lines, *(cell for row in block.rows for cell in row)):
            assert block.span.covers(part)
        for at in range(block.span.start, block.span.end):
            if not document.text[at].isspace():
                assert document.text[at] == source[document.origins[at]] or source[document.origins[at]] in "&\\"


# --------------------------------------------------------------------------- decoding


def test_bytes_of_windows_are_read_where_they_are_no_utf8() -> None:
    assert "\u201cWe\u2019re ready\u201d" in read_one(b"He said: \x93We\x92re ready\x94 to all of them today.", "a.txt").text


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_decides_and_is_no_column(encoding: str) -> None:
    document = read_one("Zürich, 3 May 2024 – Ardenholt AG".encode(encoding), "a.txt")
    assert place(document, "Zürich") == (1, 1)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"\x7fELF\x00\x01\x02\x00", "binary"),
        (b"\xef\xbb\xbf\xff\xfe bad", "byte-order mark"),
        (b"\xef\xbb\xbf\n", "empty"),
    ],
)
def test_what_is_no_text_is_a_document_error(data: bytes, why: str) -> None:
    with pytest.raises(DocumentError, match=why):
        read(data, "draft.txt", BUILT_IN)


@pytest.mark.parametrize(
    ("data", "path", "name"),
    [
        (b"<SEC-DOCUMENT>0001.txt", "a.txt", "edgar"),
        (b"\n<DOCUMENT>\n<TYPE>EX-99.1", "a.htm", "edgar"),
        (b"<!DOCTYPE html><p>x", "release", "html"),
        (b"Plain", "a.txt", "text"),
        (b"Plain", "a.unknown", "text"),
        (b"# x", "A.MD", "markdown"),
        (b"x", "a.HTM", "html"),
    ],
)
def test_content_chooses_the_reader_before_the_name(data: bytes, path: str, name: str) -> None:
    assert reader_for(data, path, BUILT_IN).name == name


# --------------------------------------------------------------------------- plain text

COLUMNS = """\
                                      # # #


MEDIA CONTACT:              INVESTOR CONTACT:           READER CONTACT:
Harrow Lane Partners, LLC   Ardenholt Systems, Inc.     Ardenholt Systems, Inc.
Mary Quill                  investor@ardenholt.test     info@ardenholt.test
mary@harrowlane.test        512-555-0121                512-555-0100
512-555-0155
"""


def test_contacts_side_by_side_are_one_block_each() -> None:
    document = read_one(COLUMNS, "a.txt")
    assert [b.column for b in document.blocks] == [0, 1, 2, 3]
    assert lines_of(document, 1) == ["MEDIA CONTACT:", "Harrow Lane Partners, LLC", "Mary Quill", "mary@harrowlane.test", "512-555-0155"]
    assert lines_of(document, 2) == ["INVESTOR CONTACT:", "Ardenholt Systems, Inc.", "investor@ardenholt.test", "512-555-0121"]
    assert place(document, "512-555-0121") == (7, 29)
    check_map(document, COLUMNS)


def test_addresses_that_slip_out_of_their_columns_go_to_the_contacts_above_them() -> None:
    document = read_one(
        "Mary Quill         Ben Oduya          Lena Voss\n419-244-7100       419-244-7133       419-244-7000\n"
        "mary.quill@ardenholt.test  b.oduya@ardenholt.test voss@ardenholt.test\n",
        "a.txt",
    )
    assert [lines_of(document, n)[-1] for n in range(3)] == ["mary.quill@ardenholt.test", "b.oduya@ardenholt.test", "voss@ardenholt.test"]


def test_a_label_goes_with_the_column_it_names() -> None:
    document = read_one("CONTACT:  Leonard Voss                  Kathleen Ames\n          Controller                    (216) 555-0160\n", "a.txt")
    assert told(document) == ["CONTACT: Leonard Voss Controller", "Kathleen Ames (216) 555-0160"]


def test_telephones_beside_names_are_no_column_of_their_own() -> None:
    document = read_one("Enquiries:\n\nHarrowden plc            +44 (0)1223 555 310\nFiona Carr, Chief Executive\n", "a.txt")
    assert told(document) == ["Enquiries:", "Harrowden plc +44 (0)1223 555 310 Fiona Carr, Chief Executive"]


def test_a_paragraph_goes_on_over_the_page() -> None:
    source = (
        "All subsidiaries of the company are members of the\nassociation and carry the insurance that the law of\n\n"
        "                    Exhibit 99.1-1\n<PAGE>   2\n\nthe state prescribes for brokers.\n"
    )
    document = read_one(source, "a.txt")
    assert told(document, "paragraph")[0].endswith("the insurance that the law of the state prescribes for brokers.")
    assert told(document, "page-break") == ["Exhibit 99.1-1", "<PAGE> 2"]
    assert [name for name, _ in document.artefacts] == ["page-break", "page-break"]
    assert place(document, "the state") == (7, 1)


def test_a_finished_paragraph_does_not_go_on_over_the_page() -> None:
    document = read_one(
        "It was founded in Dayton in 1959 and has its offices there.\n<PAGE>\nIt is listed on the exchange in New York since 1971.\n", "a.txt"
    )
    assert len(told(document, "paragraph")) == 2


def test_page_headers_are_no_text() -> None:
    page = "<PAGE>\nNEWS RELEASE, NOVEMBER {n}, 2005\n\nThe company made {n} sales on the day that it reports upon.\n\n"
    document = read_one("".join(page.format(n=n) for n in range(1, 5)), "a.txt")
    assert len(told(document, "paragraph", "heading")) == 5  # the first page's stays: it may be the letterhead


def test_double_spaced_text_is_read_as_if_it_were_not() -> None:
    words = "Kinnard holders will receive cash for each share that they hold of the company and the terms of the agreement say how. " * 4
    lines = textwrap.wrap(words, 70)
    document = read_one("\n\n".join(lines) + "\n\n\nABOUT KINNARD\n\nIt is a broker in Minneapolis that serves the whole state.\n", "a.txt")
    assert told(document) == [words.strip(), "ABOUT KINNARD", "It is a broker in Minneapolis that serves the whole state."]


def test_a_heading_directly_above_its_paragraph() -> None:
    body = textwrap.fill("Ardenholt is a maker of batteries that are used in buses and trucks of the whole country and beyond it. " * 3, 80)
    document = read_one(f"ABOUT ARDENHOLT SYSTEMS INC.\n{body}\n", "a.txt")
    assert [b.kind for b in document.blocks] == ["heading", "paragraph"]


def test_indented_paragraphs_need_no_blank_line() -> None:
    first = textwrap.fill(
        "The company said that its plant will open in May and that it has found all of its workers there.", 60, initial_indent="     "
    )
    second = textwrap.fill(
        "The plant makes valves that are used in the dairies of the region and those of the coast as well.", 60, initial_indent="     "
    )
    assert len(told(read_one(f"{first}\n{second}\n", "a.txt"), "paragraph")) == 2


@pytest.mark.parametrize("mark", ["o", "*", "-", "\u2022", "--"])
def test_bullets_are_items_without_their_mark(mark: str) -> None:
    document = read_one(
        f"The plan has two parts that were told:\n\n   {mark}  sell the old plant\n      in Lima, Ohio; and\n   {mark}  buy a new one.\n", "a.txt"
    )
    assert told(document, "item") == ["sell the old plant in Lima, Ohio; and", "buy a new one."]


@pytest.mark.parametrize("mark", ["# # #", "###", "-30-", "- 30 -", "- END -", "- Ends -", "-0-"])
@pytest.mark.parametrize("suffix", SUFFIXES)
def test_end_marks_stay_as_they_are(mark: str, suffix: str) -> None:
    document = read_one(
        f"The last sentence of the release is here.\n\n{mark}\n" if suffix != ".html" else f"<p>The last sentence.</p><p>{mark}</p>", f"a{suffix}"
    )
    assert told(document)[-1] == mark


def test_a_table_of_figures_has_rows_and_cells() -> None:
    source = """\
                                    Three Months Ended
                                       September 30,
                                     1996       1995
                                    -------    -------
Revenues:
  Equipment                         $11,906    $ 9,344
  Service ....................        6,506      5,873
                                    -------    -------
Net loss                            $  (104)   $(1,021)
                                    =======    =======
"""
    document = read_one(source, "a.txt")
    (table,) = (b for b in document.blocks if b.kind == "table")
    cells = [[document.quote(c) for c in row] for row in table.rows]
    assert cells[2:] == [
        ["1996", "1995"],
        ["Revenues:"],
        ["Equipment", "$11,906", "$ 9,344"],
        ["Service", "6,506", "5,873"],
        ["Net loss", "$ (104)", "$(1,021)"],
    ]
    assert "\t" in document.text
    check_map(document, source)


def test_days_and_hours_in_a_column_are_a_table() -> None:
    source = """\
Amount per share              $0.31
Record date            May 30, 2025
Payable date          June 16, 2025
"""
    document = read_one(source, "a.txt")
    (table,) = (b for b in document.blocks if b.kind == "table")
    assert [[document.quote(c) for c in row] for row in table.rows][1:] == [["Record date", "May 30, 2025"], ["Payable date", "June 16, 2025"]]
    check_map(document, source)


def test_justified_prose_is_no_table() -> None:
    source = (
        "Following  the   recapitalization,  approximately   90%  of   the  stock   will\n"
        "belong   to  the  holders,   with  the  remaining  10%  being   distributed  to\n"
        "existing holders in exchange for their shares of the company.\n"
    )
    assert told(read_one(source, "a.txt"), "paragraph") == [" ".join(source.split())]


# --------------------------------------------------------------------------- EDGAR

SUBMISSION = """\
<SEC-DOCUMENT>0000000000-05-000123.txt : 20050915
<SEC-HEADER>
CONFORMED SUBMISSION TYPE:\t8-K
FILED AS OF DATE:\t\t20050915
\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tARDENHOLT SYSTEMS INC
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<TEXT>
The registrant furnishes a release.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.1
<SEQUENCE>2
<TEXT>
ARDENHOLT APPOINTS A CONTROLLER

DAYTON, OHIO - Ardenholt Systems Inc. today appointed a controller.
</TEXT>
</DOCUMENT>
<DOCUMENT>
<TYPE>EX-99.2
<TEXT>
<HTML><BODY><P>A second &amp; last exhibit.</P></BODY></HTML>
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
"""


def test_each_exhibit_of_a_submission_is_a_document() -> None:
    first, second = read(SUBMISSION.encode(), "filing.txt", BUILT_IN)
    assert (first.path, second.path) == ("filing.txt#EX-99.1", "filing.txt#EX-99.2")
    assert told(first) == ["ARDENHOLT APPOINTS A CONTROLLER", "DAYTON, OHIO - Ardenholt Systems Inc. today appointed a controller."]
    assert told(second) == ["A second & last exhibit."]
    assert first.filed
    assert second.format == "html"
    assert (first.metadata["company"], first.metadata["filing_date"], first.metadata["form"]) == ("ARDENHOLT SYSTEMS INC", "2005-09-15", "8-K")
    assert place(first, "Ardenholt Systems") == (20, 16)
    assert place(second, "last exhibit") == (26, 31)
    for document in (first, second):
        check_map(document, SUBMISSION)


def test_a_bare_exhibit_is_the_file_itself() -> None:
    document = read_one(SUBMISSION[SUBMISSION.index("<DOCUMENT>\n<TYPE>EX-99.1") :].split("</DOCUMENT>")[0], "release.txt")
    assert document.path == "release.txt"
    assert document.filed


# --------------------------------------------------------------------------- HTML


def test_the_place_of_words_in_html() -> None:
    source = '<html><body>\n<p>Ardenholt&#8217;s <b>AT&amp;T</b>\n deal &nbsp;closed. A&B too.</p><div style="display:none">x</div></body></html>'
    document = read_one(source, "a.html")
    assert told(document) == ["Ardenholt\u2019s AT&T deal closed. A&B too."]
    assert place(document, "AT&T") == (2, 25)
    assert place(document, "closed") == (3, 13)
    check_map(document, source)


def test_headings_items_and_footnote_marks_in_html() -> None:
    source = "<p align=center><b>Ardenholt Opens Plant</b></p><ul><li>10% growth<sup>1</sup><li>Valvex<sup>TM</sup></ul>"
    source += "<p><b>About Ardenholt</b><br>It makes the valves that dairies use.</p>"
    document = read_one(source, "a.html")
    assert [(b.kind, document.quote(b.span)) for b in document.blocks] == [
        ("heading", "Ardenholt Opens Plant"),
        ("item", "10% growth"),
        ("item", "ValvexTM"),
        ("heading", "About Ardenholt"),
        ("paragraph", "It makes the valves that dairies use."),
    ]
    assert document.blocks[0].bold
    assert document.blocks[0].centered


def test_layout_tables_are_columns_and_items() -> None:
    source = (
        "<table><tr><td><p>Media:</p><p>Mary Quill</p><p>512-555-0155</p></td><td>&nbsp;</td>"
        "<td>Investors:<br>Ben Oduya<br>ben@ardenholt.test</td></tr></table>"
        "<table><tr><td>&bull;</td><td>sell the plant in Lima</td></tr><tr><td>&#8226;</td><td>buy another one</td></tr></table>"
        "<table><tr><td><b>ARDENHOLT OPENS PLANT</b></td></tr></table>"
    )
    document = read_one(source, "a.html")
    assert [(b.kind, b.column) for b in document.blocks] == [("paragraph", 1), ("paragraph", 2), ("item", 0), ("item", 0), ("heading", 0)]
    assert lines_of(document, 0) == ["Media:", "Mary Quill", "512-555-0155"]
    assert lines_of(document, 1) == ["Investors:", "Ben Oduya", "ben@ardenholt.test"]


def test_tables_of_figures_in_html_join_signs_with_their_numbers() -> None:
    row = "<tr><td>{}</td><td>$</td><td>{}</td><td></td><td>(</td><td>{}</td><td>)</td></tr>"
    document = read_one("<table>" + row.format("Net sales", "1,204", "17") + row.format("Net loss", "88", "4") + "</table>", "a.html")
    (table,) = document.blocks
    assert [[document.quote(c) for c in r] for r in table.rows] == [["Net sales", "$1,204", "(17)"], ["Net loss", "$88", "(4)"]]


def test_an_address_set_line_by_line_is_one_block() -> None:
    tight = '<p style="margin:0">{}</p>'
    source = "<p>&nbsp;</p>" + "".join(tight.format(t) for t in ("Investor Contact:", "Mary Quill", "512-555-0155"))
    assert lines_of(read_one(source, "a.html"), 0) == ["Investor Contact:", "Mary Quill", "512-555-0155"]


def test_page_numbers_in_html_do_not_part_a_sentence() -> None:
    source = "<p>The results depend on the price of the ore and of the energy that the company</p>"
    source += "<p align=center>2</p><hr><p>needs for each of its plants.</p>"
    document = read_one(source, "a.html")
    assert told(document, "paragraph") == [
        "The results depend on the price of the ore and of the energy that the company needs for each of its plants."
    ]
    assert told(document, "page-break") == ["2"]


# --------------------------------------------------------------------------- Markdown

MARKDOWN = r"""---
title: "Ardenholt Opens Plant"
Date: 2024-05-03
tickers:
  - NYSE:ARD
---
**Ardenholt Opens Plant**

![logo](https://x.test/logo.png)

DAYTON, Ohio, May 3, 2024 -- [Ardenholt **Systems**](https://ardenholt.test/a_(b)) \(NYSE: ARD\) &ndash; opened
a plant\.

**About Ardenholt**<2>
Ardenholt makes the valves that are used in dairies.

| Measure | 2024 | 2023 |
| --- | ---: | --- |
| Net sales | 1,204 | 1,187 |
| Net \| loss | (17) | (4) | n/a |

**Contact:**<2>
Mary Quill<2>
[mary@ardenholt.test](mailto:mary@ardenholt.test)
""".replace("<2>", "  ")


def test_markdown_is_read_as_rendered() -> None:
    document = read_one(MARKDOWN, "a.md")
    assert document.metadata == {"title": "Ardenholt Opens Plant", "date": "2024-05-03", "tickers": "NYSE:ARD"}
    assert [(b.kind, document.quote(b.span)) for b in document.blocks if b.kind != "table"] == [
        ("heading", "Ardenholt Opens Plant"),
        ("paragraph", "DAYTON, Ohio, May 3, 2024 -- Ardenholt Systems (NYSE: ARD) \u2013 opened a plant."),
        ("heading", "About Ardenholt"),
        ("paragraph", "Ardenholt makes the valves that are used in dairies."),
        ("paragraph", "Contact: Mary Quill mary@ardenholt.test"),
    ]
    (table,) = (b for b in document.blocks if b.kind == "table")
    assert [document.quote(c) for c in table.rows[2]] == ["Net | loss", "(17)", "(4)", "n/a"]
    assert place(document, "opened") == (11, 106)
    assert place(document, "NYSE") == (11, 86)
    assert place(document, "a plant") == (12, 1)
    assert place(document, "mary@") == (24, 2)
    assert place(document, "(17)") == (20, 17)
    check_map(document, MARKDOWN)


def test_a_link_without_words_shows_its_address() -> None:
    assert told(read_one("See [](https://ardenholt.test) for the valves.", "a.md")) == ["See https://ardenholt.test for the valves."]


def test_two_rules_with_text_between_are_no_front_matter() -> None:
    assert "Ardenholt opened a plant today" in read_one("---\nArdenholt opened a plant today\n---\n\nMore.", "a.md").text


# --------------------------------------------------------------------------- one release in every dress

RELEASE: tuple[tuple[str, str | tuple[str, ...]], ...] = (
    ("title", "ARDENHOLT SYSTEMS OPENS A VALVE PLANT IN LIMA"),
    (
        "text",
        "LIMA, Ohio, May 3, 2024 -- Ardenholt Systems, Inc. (NYSE: ARDH), a maker of high-pressure valves, today opened a plant that "
        "it expects to reach full output in 2025. The state-of-the-art line will make about 40,000 long-life valves a year, said the company.",
    ),
    (
        "text",
        '"We are proud of what our people have built," said Mary Quill, chief executive officer. "Customers will see the difference this fall."',
    ),
    ("items", ("the line doubles the output of the company; and", "the old plant in Dayton will close by the end of the year.")),
    ("head", "About Ardenholt Systems"),
    ("text", "Ardenholt Systems, founded in 1959, makes valves for dairies and breweries and has offices in nine states of the union."),
    ("lines", ("Contact:", "Ben Oduya", "512-555-0155", "ben@ardenholt.test")),
    ("text", "# # #"),
)


def as_text(width: int) -> str:
    parts = []
    for kind, content in RELEASE:
        if kind == "items":
            parts.append("\n".join(textwrap.fill(line, width, initial_indent="  o  ", subsequent_indent="     ") for line in content))
        elif isinstance(content, tuple):
            parts.append("\n".join(content))
        else:
            parts.append(textwrap.fill(content, width))
    return "\n\n".join(parts) + "\n"


def as_html() -> str:
    tags = {"title": "<p align=center><b>{}</b></p>", "head": "<p><b>{}</b></p>", "text": "<p>{}</p>"}
    parts = []
    for kind, content in RELEASE:
        if kind == "items":
            parts.append("<ul>" + "".join(f"<li>{line}</li>" for line in content) + "</ul>")
        else:
            parts.append("<p>" + "<br>\n".join(content) + "</p>" if isinstance(content, tuple) else tags[kind].format(textwrap.fill(content, 100)))
    return "<html><body>" + "\n".join(parts) + "</body></html>"


def as_markdown() -> str:
    marks = {"title": "# {}", "head": "**{}**", "text": "{}"}
    parts = []
    for kind, content in RELEASE:
        if kind == "items":
            parts.append("\n".join(f"* {line}" for line in content))
        else:
            parts.append("  \n".join(content) if isinstance(content, tuple) else marks[kind].format(content))
    return "\n\n".join(parts) + "\n"


@pytest.mark.parametrize(
    ("name", "source"),
    [
        ("w.txt", as_text(72)),
        ("n.txt", as_text(40)),
        ("l.txt", as_text(10000)),
        ("a.html", as_html()),
        ("a.md", as_markdown()),
        ("c.txt", as_text(80).replace("\n", "\r\n")),
    ],
)
def test_wrapping_and_format_do_not_matter(name: str, source: str) -> None:
    document = read_one(source, name)
    expected = [
        line for kind, content in RELEASE for line in (content if kind == "items" else [" ".join(content) if isinstance(content, tuple) else content])
    ]
    assert told(document) == expected
    kinds = {"title": "heading", "head": "heading", "text": "paragraph", "lines": "paragraph"}
    assert [b.kind for b in document.blocks] == [
        k for kind, content in RELEASE for k in (["item"] * len(content) if kind == "items" else [kinds[kind]])
    ]
    check_map(document, source)


@pytest.mark.parametrize("path", sorted(p for p in CORPUS.iterdir() if p.suffix in (".txt", ".md", ".htm")), ids=lambda path: path.name)
def test_every_sample_is_read_with_a_true_map(path: Path) -> None:
    data = path.read_bytes()
    for document in read(data, path.name, BUILT_IN):
        assert document.blocks
        check_map(document, decode(data, path.name))


# --------------------------------------------------------------------------- anything at all

FRAGMENTS = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<table>",
            "<tr>",
            "<td>",
            "</td></tr>",
            "</table>",
            "<b>",
            "</b>",
            "<sup>1</sup>",
            "<li>",
            "<ul>",
            "</ul>",
            "<pre>",
            "</pre>",
            "<!--",
            "-->",
            "<![if x]>",
            "<",
            "&amp;",
            "&nbsp;",
            "&#8226;",
            "&zz;",
        ),
        *("**", "*", "_", "`", "[a](b)", "![a](b)", "[", "](", "\\*", "\\", "|", "\n| --- | --- |\n", "# ", "---\n", "> ", "```\n", "<x@y.z>", "~~"),
        *(
            "<PAGE> 2\n",
            "<TABLE>\n",
            "<S> <C>\n",
            "</TABLE>\n",
            "\f",
            "\t",
            "   ",
            "  \n",
            "\r\n",
            "\n\n",
            "\n",
            "o ",
            "- ",
            "\u2022",
            "$",
            "1,234",
            "(5)",
            "%",
            "-----",
            "12.5",
            ":",
        ),
        *(
            "Contact",
            "the company",
            "ABOUT",
            "Inc.",
            "x",
            "\u00a0",
            "\u200b",
            "\u2014",
            "of the-",
            "for immediate release",
            "512-555-0155",
            "<TYPE>EX-99",
            "<DOCUMENT>",
            "<TEXT>",
        ),
    ]
)


def test_a_form_feed_before_a_markdown_paragraph_moves_no_place() -> None:
    source = "\f\n| --- | --- |\n"
    (document,) = read(source.encode(), "a.md", BUILT_IN)
    check_map(document, source)


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(parts=st.lists(FRAGMENTS, max_size=40))
@example(parts=["<![", "x"])
@example(parts=["<!", "[CDATA["])
def test_any_text_parses_with_a_true_map(suffix: str, parts: list[str]) -> None:
    source = "".join(parts)
    try:
        documents = read(source.encode(), f"a{suffix}", BUILT_IN)
    except DocumentError:
        return
    for document in documents:
        check_map(document, source.removeprefix("\ufeff"))


@pytest.mark.parametrize("suffix", SUFFIXES)
@settings(max_examples=60, deadline=None)
@given(data=st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_bytes_are_read_or_refused(suffix: str, data: bytes) -> None:
    try:
        documents = read(data, f"a{suffix}", BUILT_IN)
    except DocumentError:
        return
    for document in documents:
        check_map(document, decode(data, "a"))


def test_fenced_tables_are_read_as_they_are_set_out() -> None:
    fence = "```\n                      2024      2023\nNet sales            1,204     1,187\nNet loss               (17)       (4)\n```\n"
    document = read_one("The figures follow.\n\n" + fence, "a.md")
    assert [b.kind for b in document.blocks] == ["paragraph", "table"]
    assert place(document, "(17)") == (6, 24)


def test_bold_marks_set_too_close_to_words_are_marks_all_the_same() -> None:
    assert told(read_one("**Andrea Voss, CEO -**Phone: +46 555 01 82", "a.md")) == ["Andrea Voss, CEO -Phone: +46 555 01 82"]


def test_a_stroke_under_an_item_makes_no_heading() -> None:
    document = read_one("* Net sales grew by a tenth\n   --\n   The plant in Lima opened in May\n", "a.md")
    assert [b.kind for b in document.blocks] == ["item", "item"]
