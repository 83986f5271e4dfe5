"""The reviewed copy: comments at exactly the words, suggestions as tracked changes, and nothing else changed."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from disclint.checks.vocabulary import BUILT_IN
from disclint.model import Edit, Finding, Fix, Judgement, Report, Severity, Span, Verdict
from disclint.reading import Tracked
from disclint.reading.word.source import WordSource
from disclint.reporting import Presentation
from disclint.reporting.word.review import reviewed as reviewed_copy
from disclint.rulebook import parse

from . import word
from .conftest import DRAFT, ROOT, RULE, Disclint
from .office import needs_libreoffice, saved
from .word import W, deleted, inserted, paragraph, part, parts_of, read_word, root_of, run, word_file

_MARKS = {f"{{{W}}}{name}" for name in ("commentRangeStart", "commentRangeEnd", "commentReference")}


def anchored(data: bytes, tracked: Tracked = "accepted") -> dict[str, str]:
    """The words between the marks of each comment, by its id."""
    found: dict[str, str] = {}
    open_: set[str] = set()
    for node in root_of(data).iter():
        number = node.get(f"{{{W}}}id", "")
        if node.tag == f"{{{W}}}commentRangeStart":
            open_.add(number)
            found[number] = ""
        elif node.tag == f"{{{W}}}commentRangeEnd":
            open_.discard(number)
        above = {etree.QName(holder).localname for holder in node.iterancestors()}
        unread = (
            (tracked == "original" and "ins" in above) or node.getparent() is None or node.getparent().find(f"{{{W}}}rPr/{{{W}}}vanish") is not None
        )
        struck = "" if tracked == "accepted" else node.text or ""
        read = {f"{{{W}}}t": node.text or "", f"{{{W}}}delText": struck, f"{{{W}}}tab": "\t", f"{{{W}}}br": "\n", f"{{{W}}}p": " "}
        for number in open_:
            found[number] += "" if unread else read.get(node.tag, "")
    return found


def comments(data: bytes) -> dict[str, list[str]]:
    """The paragraphs of our comments, by their ids."""
    root = root_of(data, "word/comments.xml")
    ours = (node for node in root if node.get(f"{{{W}}}author") == "disclint")
    return {node.get(f"{{{W}}}id"): ["".join(p.itertext()) for p in node] for node in ours}


def unmarked(data: bytes) -> list[tuple[str, str, str]]:
    """The text of the main part, character by character with how it is set, without our comments."""
    root = root_of(data)
    for node in [node for node in root.iter() if node.tag in _MARKS]:
        holder = node.getparent()
        if node.tag.endswith("Reference"):
            node = holder
        node.getparent().remove(node)
    found = []
    for node in root.iter(f"{{{W}}}t", f"{{{W}}}delText", f"{{{W}}}instrText"):
        properties = node.getparent().find(f"{{{W}}}rPr")
        look = "" if properties is None else etree.tostring(properties, method="c14n").decode()
        path = "/".join(etree.QName(above).localname for above in node.iterancestors())
        found += [(character, look, path) for character in node.text or ""]
    return found


def review(disclint: Disclint, data: bytes, *options: str) -> tuple[bytes, list[dict[str, object]]]:
    """The reviewed copy, and the findings as JSON tells them."""
    Path("draft.docx").write_bytes(data)
    done = disclint("check", "--format", "json", "--output", "docx=reviewed.docx", *options, "draft.docx")
    assert done.status in (0, 1), done.err
    assert Path("draft.docx").read_bytes() == data
    verdicts = done.json["documents"][0]["verdicts"]
    return Path("reviewed.docx").read_bytes(), [finding for verdict in verdicts for finding in verdict["findings"]]


def words(quote: str) -> str:
    return " ".join(quote.split())


# --------------------------------------------------------------------------- anchors


def test_a_run_is_cut_at_the_words_and_keeps_its_look(house: Path, disclint: Disclint) -> None:
    bold = '<w:b/><w:color w:val="FF0000"/>'
    body = paragraph(run("Acme Corp. &amp; Co. reported improved ", bold), run("visi", "<w:i/>"), run("bility today.", "<w:i/>"))
    data = word_file(body)
    reviewed, findings = review(disclint, data)
    assert [f["quote"] for f in findings] == ["improved visibility"]
    told = comments(reviewed)
    (number,) = (n for n, paragraphs in told.items() if "house/visibility" in paragraphs[0])
    assert anchored(reviewed)[number] == "improved visibility"
    assert told[number] == [
        "error: Outlook is called visibility (house/visibility)",
        "“improved visibility” says nothing.",
        "Say what is expected instead of “improved visibility”.",
        "Authority: House style, chapter 3 (read 2026-11-22)",
    ]
    assert unmarked(reviewed) == unmarked(data)
    assert read_word(reviewed).text == read_word(data).text


def test_the_summary_stands_at_the_title(house: Path, disclint: Disclint) -> None:
    title = paragraph(run("ACME CORP. REPORTS THIRD QUARTER"), style='<w:jc w:val="center"/>')
    reviewed, _ = review(disclint, word_file(title + paragraph(run(DRAFT.split("\n\n")[2]))))
    told = comments(reviewed)
    assert told["0"][0].endswith(": 1 error, 0 warnings, 0 notes")
    assert anchored(reviewed)["0"] == "ACME CORP. REPORTS THIRD QUARTER"


LINK = '<w:hyperlink r:id="rId9">{}</w:hyperlink>'
FIELD = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>X</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    '{}<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


@pytest.mark.parametrize(
    "body",
    [
        paragraph(run("Of "), LINK.format(run("an improved visi")), run("bility it spoke.")),
        paragraph(run("Of "), FIELD.format(run("an improved visibility, it")), run(" spoke.")),
        paragraph(inserted(run("Of improved ")), deleted("and better "), run("visibility it spoke.")),
        paragraph("<w:r><w:t>Of improved</w:t><w:tab/><w:t>visibility</w:t><w:br/><w:t>it spoke.</w:t></w:r>"),
        paragraph(f"<w:sdt><w:sdtContent>{run('Of improved visibility it spoke.')}</w:sdtContent></w:sdt>"),
        f"<w:tbl><w:tr><w:tc>{paragraph(run('Of improved visibility it spoke.'))}</w:tc></w:tr></w:tbl>" + paragraph(),
        paragraph(run("Of im")) + paragraph(run("Improved visibility and improved visibility.")),
    ],
)
def test_the_anchor_is_exact_in_links_fields_changes_and_tables(house: Path, disclint: Disclint, body: str) -> None:
    data = word_file(body)
    reviewed, findings = review(disclint, data)
    places = [words(text).lower() for number, text in anchored(reviewed).items() if number != "0"]
    assert places == [str(finding["quote"]).lower() for finding in findings]
    assert places
    assert unmarked(reviewed) == unmarked(data)
    assert read_word(reviewed, "both").text == read_word(data, "both").text


def test_where_word_allows_no_comment_it_stands_at_what_leads_there(house: Path, disclint: Disclint) -> None:
    bad = paragraph(run("It saw improved visibility."))
    box = f"<w:r><w:pict><w:txbxContent>{bad}</w:txbxContent></w:pict></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    data = word_file(
        paragraph(run("The title of it"), box) + paragraph(run("A note"), note) + '<w:sectPr><w:headerReference r:id="rId2"/></w:sectPr>',
        footnotes=part("footnotes", f'<w:footnote w:id="2">{bad}</w:footnote>'),
        header2=part("hdr", bad),
    )
    reviewed, findings = review(disclint, data)
    assert len(findings) == 3
    told = comments(reviewed)
    assert all(re.match(r"About “improved visibility” \(paragraph \d\)", told[str(n)][1]) for n in (1, 2, 3))
    assert {name: data for name, data in parts_of(reviewed).items() if "foot" in name or "head" in name} == {
        name: data for name, data in parts_of(data).items() if "foot" in name or "head" in name
    }


def test_what_is_missing_is_told_where_it_belongs(house: Path, disclint: Disclint) -> None:
    title = paragraph(run("ACME CORP. REPORTS ORDERS"), style='<w:jc w:val="center"/>')
    data = word_file(title + paragraph(run("Acme Corp. today reported its orders of the year.")) + paragraph())
    reviewed, findings = review(disclint, data, "--isolated", "--select", "release/end-mark-missing")
    assert len(findings) == 1
    paragraphs = list(root_of(reviewed).iter(f"{{{W}}}p"))
    assert [etree.QName(node).localname for node in paragraphs[1]] == ["r", "commentRangeStart", "commentRangeEnd", "r"]


# --------------------------------------------------------------------------- all else is as it was

OTHERS = {
    "styles": part("styles", '<w:style w:type="paragraph" w:styleId="N"><w:name w:val="Normal"/></w:style>'),
    "comments": part("comments", f'<w:comment w:id="7" w:author="Counsel">{paragraph(run("Is it so?"))}</w:comment>').replace("/><w:t", " /><w:t"),
}


def test_every_other_part_stays_byte_for_byte(house: Path, disclint: Disclint) -> None:
    body = paragraph('<w:commentRangeStart w:id="7"/>', run("Improved visibility."), '<w:commentRangeEnd w:id="7"/>')
    data = word_file(body, **OTHERS)
    reviewed, _ = review(disclint, data)
    before, after = parts_of(data), parts_of(reviewed)
    assert list(before) == list(after)
    assert {name for name in before if before[name] != after[name]} == {"word/document.xml", "word/comments.xml"}
    closing = b"</w:comments>"
    assert after["word/comments.xml"].startswith(before["word/comments.xml"].removesuffix(closing))
    assert set(comments(reviewed)) == {"8", "9"}
    assert anchored(reviewed)["7"] == "Improved visibility."


def test_a_part_for_comments_is_added_where_there_is_none(house: Path, disclint: Disclint) -> None:
    data = word_file(paragraph(run("Improved visibility.")), styles=OTHERS["styles"])
    reviewed, _ = review(disclint, data)
    before, after = parts_of(data), parts_of(reviewed)
    assert set(after) - set(before) == {"word/comments.xml"}
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}


def test_the_copy_is_the_same_every_time(house: Path, disclint: Disclint) -> None:
    data = word_file(paragraph(run("Improved visibility.")))
    assert len({review(disclint, data)[0] for _ in range(3)}) == 1


@pytest.mark.parametrize("form", [pytest.param("libreoffice", marks=needs_libreoffice()), "python-docx"])
def test_a_whole_release(form: str, house: Path, disclint: Disclint) -> None:
    source = ROOT / "examples/halvorsen-q3-draft.txt"
    if form == "libreoffice":
        shutil.copy(saved("docx")[source.name], "release.docx")
    else:
        word.save_release(source, Path("release.docx"))
    data = Path("release.docx").read_bytes()
    reviewed, findings = review(disclint, data, "--isolated")
    places = [words(text) for number, text in sorted(anchored(reviewed).items(), key=lambda pair: int(pair[0])) if number != "0"]
    assert sorted(places) == sorted(str(finding["quote"]) for finding in findings)
    assert len(findings) >= 10
    assert unmarked(reviewed) == unmarked(data)
    before, after = parts_of(data), parts_of(reviewed)
    assert {name for name in before if before[name] != after[name]} <= {"word/document.xml", "[Content_Types].xml", "word/_rels/document.xml.rels"}
    opened = docx.Document("reviewed.docx")
    assert [p.text for p in opened.paragraphs] == [p.text for p in docx.Document("release.docx").paragraphs]
    assert len(list(opened.comments)) == len(findings) + 1
    assert {comment.author for comment in opened.comments} == {"disclint"}


@needs_libreoffice()
def test_libreoffice_shows_every_comment(house: Path, disclint: Disclint) -> None:
    shutil.copy(saved("docx")["halvorsen-q3-draft.txt"], "release.docx")
    _, findings = review(disclint, Path("release.docx").read_bytes(), "--isolated", "--suggest")
    notes = 'pdf:writer_pdf_Export:{"ExportNotes":{"type":"boolean","value":"true"}}'
    profile = f"-env:UserInstallation=file://{house}/profile"
    subprocess.run(["soffice", profile, "--headless", "--convert-to", notes, "reviewed.docx"], check=True, capture_output=True, timeout=120)
    assert len(re.findall(rb"/Subtype */Text\b", Path("reviewed.pdf").read_bytes())) == len(findings) + 1


# --------------------------------------------------------------------------- suggestions

CITED = "Section 27A of the Securities Act of 1933 and Section 21E of the Securities Act of 1934 apply."


def test_safe_fixes_are_tracked_changes_of_the_words_that_differ(house: Path, disclint: Disclint) -> None:
    data = word_file(paragraph(run("Forward-looking statements: " + CITED[:60], "<w:b/>"), run(CITED[60:], "<w:b/>")))
    reviewed, _ = review(disclint, data, "--isolated", "--select", "citations", "--suggest")
    changes = [(etree.QName(n).localname, "".join(n.itertext())) for n in root_of(reviewed).iter(f"{{{W}}}ins", f"{{{W}}}del")]
    assert changes == [("ins", "Exchange ")]
    assert root_of(reviewed).find(f".//{{{W}}}ins").get(f"{{{W}}}author") == "disclint"
    assert "Section 21E of the Securities Exchange Act of 1934 apply." in read_word(reviewed).text
    assert read_word(reviewed, "original").text == read_word(data).text
    assert set(anchored(reviewed).values()) >= {"Section 21E of the Securities Exchange Act of 1934"}


def test_words_are_struck_and_put_in(house: Path, disclint: Disclint) -> None:
    data = word_file(paragraph(run("It opened a plant on on Monday, May 3, 2021.", "<w:i/>")))
    reviewed, _ = review(disclint, data, "--isolated", "--select", "release/word-repeated", "--suggest")
    assert read_word(reviewed).text == "It opened a plant on Monday, May 3, 2021.\n"
    assert read_word(reviewed, "original").text == read_word(data).text
    assert [p.text for p in docx.Document("reviewed.docx").paragraphs] == ["It opened a plant on Monday, May 3, 2021."]


@pytest.mark.parametrize("holder", [FIELD.format(run("on on")), inserted(run("on on"))])
def test_in_fields_and_changes_of_others_the_comment_must_do(house: Path, disclint: Disclint, holder: str) -> None:
    data = word_file(paragraph(run("It opened a plant "), holder, run(" Monday, May 3, 2021.")))
    reviewed, findings = review(disclint, data, "--isolated", "--select", "release/word-repeated", "--suggest")
    assert len(findings) == 1
    assert read_word(reviewed, "both").text == read_word(data, "both").text


# --------------------------------------------------------------------------- the command line


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["--output", "docx=a.docx", "drafts/bad.txt"], "drafts/bad.txt: a reviewed .docx can only be made of a .docx"),
        (["--output", "docx=a.docx", "drafts"], "is made of one draft, not of 2"),
        (["--format", "docx", "draft.docx"], "name the file to write"),
        (["--output", "docx=draft.docx", "draft.docx"], "would overwrite"),
        (["--output", "docx=a.docx", "drafts/empty.docx"], "drafts/empty.docx: the file is empty"),
    ],
)
def test_what_no_reviewed_copy_can_be_made_of(house: Path, disclint: Disclint, arguments: list[str], told: str) -> None:
    data = word_file(paragraph(run("Improved visibility.")))
    Path("draft.docx").write_bytes(data)
    if "drafts/empty.docx" in arguments:
        Path("drafts/empty.docx").write_bytes(b"")
    done = disclint("check", *arguments)
    assert done.status == 2
    assert told in done.err
    assert "Traceback" not in done.err
    assert not Path("a.docx").exists()
    assert Path("draft.docx").read_bytes() == data


def test_the_report_in_json_names_the_paragraph(house: Path, disclint: Disclint) -> None:
    Path("draft.docx").write_bytes(word_file(paragraph(run("One.")) + paragraph(run("Improved visibility."))))
    done = disclint("check", "--format", "json", "draft.docx")
    (finding,) = json.loads(done.out)["documents"][0]["verdicts"][0]["findings"]
    assert finding["location"] == {"line": None, "column": 1, "end_line": None, "end_column": 20, "page": None, "paragraph": 2}
    assert "paragraph 2: “Improved visibility”" in disclint("check", "draft.docx").out


# --------------------------------------------------------------------------- any words at all

PIECES = st.lists(
    st.tuples(st.text("ab c\t&", min_size=1, max_size=6), st.sampled_from(["plain", "bold", "ins", "del", "link", "field", "hidden", "many"])),
    min_size=1, max_size=8,
)  # fmt: skip


def _piece(words_: str, kind: str) -> str:
    text = words_.replace("&", "&amp;")
    if kind == "many":
        return "<w:r>" + "".join(f'<w:t xml:space="preserve">{c}</w:t><w:tab/>' for c in words_.replace("&", "").replace("\t", "")) + "</w:r>"
    plain = run(text, {"bold": "<w:b/>", "hidden": "<w:vanish/>"}.get(kind, ""))
    return {"ins": inserted(plain), "del": deleted(text), "link": LINK.format(plain), "field": FIELD.format(plain)}.get(kind, plain)


@settings(max_examples=100, deadline=None)
@given(st.lists(PIECES, min_size=1, max_size=3), st.data(), st.sampled_from(["accepted", "original", "both"]), st.booleans())
def test_comments_on_any_words_leave_all_else_as_it_was(
    paragraphs: list[list[tuple[str, str]]], draw: st.DataObject, tracked: Tracked, suggest: bool
) -> None:
    data = word_file("".join(paragraph(*(_piece(*piece) for piece in pieces)) for pieces in paragraphs) + paragraph(run("The end.")))
    document = read_word(data, tracked)
    length = len(document.text)
    spans = [Span(*sorted(draw.draw(st.tuples(st.integers(0, length), st.integers(0, length))))) for _ in range(3)]
    fix = Fix("safe", (Edit(spans[0], "c a"),)) if len(spans[0]) else None
    findings = tuple(Finding(f"number {n}", span, fix=None if n else fix) for n, span in enumerate(spans))
    rule = parse(RULE.encode(), "house/visibility", Path("visibility.toml"), BUILT_IN)
    judgement = Judgement(document, None, (Verdict(rule.name, Severity.ERROR, "failed", findings=findings),))
    assert isinstance(document.source, WordSource)
    copy = reviewed_copy(Report((judgement,), {rule.name: rule}, ""), judgement, document.source, Presentation((), suggest=suggest))
    told = comments(copy)
    assert len(told) == 4
    if not suggest:
        assert unmarked(copy) == unmarked(data)
        for number, place in anchored(copy, tracked).items():
            wanted = next((f.span for f in findings if f.message in told[number]), None)
            if wanted is not None and not any(block.column and block.span.touches(wanted) for block in document.blocks):
                assert words(place) == document.quote(wanted)
    assert read_word(copy, "original").text == read_word(data, "original").text
