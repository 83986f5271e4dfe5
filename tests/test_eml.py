"""E-mail: the body, what is attached, both, and neither."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading import BUILT_IN, read

RELEASE = "Acme Corp. Reports Results\n\nSPRINGFIELD, Ill., November 4, 2026 -- Acme Corp. said sales rose 5% to €12 million in the quarter.\n"


def mail(text: str = "", html: str = "", charset: str = "utf-8", **attached: bytes) -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "ir@acme.example", "counsel@law.example", "Draft for tomorrow — please read"
    if text or not html:
        message.set_content(text, charset=charset, cte="quoted-printable")
    if html:
        (message.add_alternative if text else message.set_content)(html, subtype="html", charset=charset, cte="base64")
    for name, data in attached.items():
        message.add_attachment(data, maintype="application", subtype="octet-stream", filename=name.replace("_", "."))
    return message


def told(message: EmailMessage | bytes) -> list[Document]:
    return list(read(message if isinstance(message, bytes) else bytes(message), "mail.eml", BUILT_IN))


@pytest.mark.parametrize("charset", ["utf-8", "cp1252", "iso-8859-15"])
def test_the_body_in_any_charset(charset: str) -> None:
    (document,) = told(mail(RELEASE, charset=charset))
    assert (document.path, document.format) == ("mail.eml", "text")
    assert document.text.splitlines()[1].endswith("sales rose 5% to €12 million in the quarter.")


def test_the_plain_rendering_goes_before_html() -> None:
    (document,) = told(mail(RELEASE, "<p>Other words.</p>"))
    assert document.text.startswith("Acme Corp. Reports Results\n")
    (document,) = told(mail("", "<h1>Acme Corp. Reports Results</h1><p>Sales rose to &euro;12 million.</p>"))
    assert (document.format, document.text) == ("html", "Acme Corp. Reports Results\nSales rose to €12 million.\n")


def test_what_is_attached_goes_before_a_note_that_says_so() -> None:
    rtf = b"{\\rtf1 Acme Corp. Reports Results\\par}"
    first, second = told(mail("Please find the press release attached.", release_txt=RELEASE.encode(), other_rtf=rtf, logo_png=b"\x89PNG"))
    assert (first.path, first.format) == ("mail.eml#release.txt", "text")
    assert (second.path, second.text) == ("mail.eml#other.rtf", "Acme Corp. Reports Results\n")


def test_a_body_that_is_a_release_is_read_beside_what_is_attached() -> None:
    body = "FOR IMMEDIATE RELEASE\n\n" + RELEASE * 20
    assert [document.path for document in told(mail(body, release_txt=RELEASE.encode()))] == ["mail.eml", "mail.eml#release.txt"]


def test_a_message_in_the_message() -> None:
    outer = mail("See below.")
    outer.add_attachment(mail("Attached.", release_md=b"# Acme Reports\n\nSales rose."))
    assert [document.path for document in told(outer)] == ["mail.eml#message#release.md"]


def test_files_of_the_same_name_are_counted() -> None:
    message = mail("Both attached.", release_txt=RELEASE.encode())
    message.add_attachment(RELEASE.encode(), maintype="text", subtype="plain", filename="release.txt")
    assert [document.path for document in told(message)] == ["mail.eml#release.txt", "mail.eml#release.txt-2"]


def test_the_type_tells_where_the_name_does_not() -> None:
    message = mail("Attached.")
    message.add_attachment(b"{\\rtf1 Acme Reports\\par}", maintype="application", subtype="rtf", filename="release")
    (document,) = told(message)
    assert (document.path, document.format) == ("mail.eml#release.rtf", "rtf")


def _locked() -> bytes:
    return bytes(mail(RELEASE)).replace(b"text/plain", b"application/pkcs7-mime")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", r"mail\.eml: the file is empty"),
        (b"Acme Corp. today reported higher revenue.\n", r"mail\.eml: is no e-mail message"),
        (bytes(mail("")), r"mail\.eml: the message holds no release"),
        (bytes(mail("", logo_png=b"\x89PNG")), r"mail\.eml: the message holds no release"),
        (bytes(mail("Attached.", release_doc=b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")), r"mail\.eml#release\.doc: is a document of Word 97 to 2003"),
        (bytes(mail("Attached.", release_pdf=b"%PDF-1.4")), r"mail\.eml#release\.pdf: is damaged, cut short or no PDF"),
        (_locked(), r"mail\.eml: is encrypted"),
    ],
)
def test_what_holds_no_release(data: bytes, said: str) -> None:
    with pytest.raises(DocumentError, match=rf"^{said}"):
        told(data)


def test_messages_nested_without_end() -> None:
    message = mail("The innermost.")
    for _ in range(12):
        outer = mail("See below.")
        outer.add_attachment(message)
        message = outer
    with pytest.raises(DocumentError, match="nested deeper than in any draft"):
        told(message)
