"""Files that are not what they claim, or that are made to do harm, are refused with a reason, quickly and in little memory."""

from __future__ import annotations

import time
import zipfile
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclint.errors import DocumentError
from disclint.reading import BUILT_IN, read

from .word import NAMESPACES, package, paragraph, part, read_word, run, word_file

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GOOD = word_file(paragraph(run("Ardenholt opened a plant.")))


def _ole(stream: str) -> bytes:
    return _OLE + b"\0" * 504 + stream.encode("utf-16-le") + b"\0" * 512


def _with_document(data: str | bytes) -> bytes:
    return package({"word/document.xml": data})


def _bomb() -> bytes:
    return _with_document(part("document", "<w:body>" + paragraph(run("A" * 60_000_000)) + "</w:body>"))


def _wide_bomb() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        for number in range(25):
            archive.writestr(f"word/media/{number}.bin", b"\0" * 10_000_000)
    return target.getvalue()


def _many_parts() -> bytes:
    return package({f"word/{number}.xml": b"" for number in range(6000)})


def _entities() -> bytes:
    levels = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    return _with_document(
        f'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a0 "ha">{levels}]><w:document {NAMESPACES}><w:body>{paragraph(run("&a9;"))}</w:body></w:document>'
    )


def _foreign_entity() -> bytes:
    document = f'<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w:document {NAMESPACES}><w:body>{paragraph(run("&x;"))}</w:body></w:document>'
    return _with_document('<?xml version="1.0" encoding="UTF-16"?>'.encode("utf-16") + document.encode("utf-16-le"))


def _nested(depth: int) -> bytes:
    return word_file("<w:tbl><w:tr><w:tc>" * depth + paragraph(run("Deep.")) + "</w:tc></w:tr></w:tbl>" * depth)


def _encrypted_entry() -> bytes:
    data = bytearray(_GOOD)
    for mark, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + flags] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def _workbook() -> bytes:
    target = BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return target.getvalue()


@pytest.mark.parametrize(
    ("name", "make", "words"),
    [
        ("draft.docx", lambda: b"", "the file is empty"),
        ("draft.docx", lambda: b"Ardenholt opened a plant.", "is no Word document"),
        ("draft.docx", lambda: _GOOD[: len(_GOOD) // 2], "damaged or cut short"),
        ("draft.docx", lambda: _ole("EncryptedPackage"), "is encrypted; save it without a password"),
        ("draft.docx", lambda: _ole("WordDocument"), r"Word 97 to 2003 \(\.doc\), which is not read; save it as \.docx"),
        ("draft.doc", lambda: _ole("WordDocument"), r"save it as \.docx"),
        ("draft.doc", lambda: b"Ardenholt opened a plant.", r"is no \.doc file"),
        ("mail.msg", lambda: _ole("__properties_version1.0"), r"save it as \.eml"),
        ("draft.docx", _workbook, "holds no document"),
        ("draft.docx", _encrypted_entry, "is encrypted"),
        ("draft.docx", _bomb, "would unpack to 60 MB"),
        ("draft.docx", _wide_bomb, "would unpack to more than a draft can hold"),
        ("draft.docx", _many_parts, "would unpack to more than a draft can hold"),
        ("draft.docx", _entities, "declares entities"),
        ("draft.docx", _foreign_entity, "declares entities"),
        ("draft.docx", lambda: _nested(5000), "too deeply"),
        ("draft.docx", lambda: _with_document("<w:document"), "no well-formed XML"),
        ("draft.docx", lambda: _with_document(f"<w:styles {NAMESPACES}/>"), "no Word document"),
        ("draft.docx", lambda: word_file(""), "holds no text"),
    ],
)
def test_a_file_that_is_refused(name: str, make: Callable[[], bytes], words: str) -> None:
    data = make()
    began = time.process_time()
    with pytest.raises(DocumentError, match=words):
        read(data, name, BUILT_IN)
    assert time.process_time() - began < 2


def test_tables_in_tables_are_read_as_deep_as_anybody_sets_them() -> None:
    assert read_word(_nested(40)).text == "Deep.\n"


def test_a_lying_size_is_found_out() -> None:
    data = bytearray(_GOOD)
    at = data.rfind(b"word/document.xml") - 46
    data[at + 24 : at + 28] = (10).to_bytes(4, "little")
    with pytest.raises(DocumentError, match=r"damaged or cut short|unpacks to more than it says|no well-formed"):
        read(bytes(data), "draft.docx", BUILT_IN)


def test_many_tables_and_runs_are_read_in_time() -> None:
    table = "<w:tbl>" + ("<w:tr>" + f"<w:tc>{paragraph(run('1'))}</w:tc>" * 3 + "</w:tr>") * 3 + "</w:tbl>"
    data = word_file((table + paragraph(run("A sentence in many pieces."))) * 3000)
    began = time.process_time()
    read_word(data)
    assert time.process_time() - began < 10


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_damaged_bytes_are_a_document_error_or_a_document(data: st.DataObject) -> None:
    damaged = bytearray(_GOOD)
    for _ in range(data.draw(st.integers(1, 6))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    with suppress(DocumentError):
        read(bytes(damaged), "draft.docx", BUILT_IN)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(["p", "r", "t", "tbl", "tr", "tc", "ins", "del", "sdt", "sdtContent", "fldChar", "txbxContent", "pict", "br", "pPr"]),
        max_size=40,
    )
)
def test_elements_in_any_order_are_read_or_refused(names: list[str]) -> None:
    body = "".join(f"<w:{name}>x" for name in names) + "".join(f"</w:{name}>" for name in reversed(names))
    try:
        read_word(word_file(body + paragraph(run("Read."))))
    except DocumentError:
        pytest.fail("a paragraph stands there")
