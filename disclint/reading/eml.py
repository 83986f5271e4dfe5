"""E-mail (.eml): the releases attached to a message, and the message itself where it is one."""

from __future__ import annotations

import email
import email.policy
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace
from email.message import EmailMessage
from pathlib import PurePath

from disclint import reading
from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading.decoding import digest

_HEADER = re.compile(rb"(?:[!-9;-~]+:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*\r?\n)+")
_MAIL = re.compile(rb"^(?:from|to|subject|date|mime-version|message-id|content-type|received):", re.I | re.M)
_SUFFIXES = {
    "text/plain": ".txt", "text/html": ".html", "text/markdown": ".md", "text/rtf": ".rtf", "application/rtf": ".rtf", "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx", "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc", "application/vnd.ms-outlook": ".msg",
}  # fmt: skip
_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})
_RELEASE = re.compile(
    r"for immediate release|(?:news|press) release|/PRNewswire/|\(BUSINESS WIRE\)|GLOBE NEWSWIRE|\u2014 ?\(|forward-looking|^\s*(?:# ?# ?#|-30-)",
    re.I | re.M,
)
_COVER = 1500  # characters: what only says what is attached is shorter
_NESTED = 5
_PARTS = 300


def read(data: bytes, path: str, tracked: reading.Tracked = "accepted") -> Iterable[Document]:
    """Each release in the message; raises DocumentError where it holds none."""
    told = data.lstrip(b"\xef\xbb\xbf\r\n")
    header = _HEADER.match(told)
    if header is None or not _MAIL.search(header.group()):
        raise DocumentError(f"{path}: " + ("is no e-mail message (.eml); name it by what it is" if data.strip() else "the file is empty"))
    try:
        message = email.message_from_bytes(told, policy=email.policy.default)
        found = list(_releases(message, path, tracked, 0))
    except RecursionError:
        raise DocumentError(f"{path}: messages are nested deeper than in any draft") from None
    if not found:
        raise DocumentError(f"{path}: the message holds no release: no text, and nothing attached that is read")
    names: Counter[str] = Counter()
    documents: list[Document] = []
    for document in found:
        names[document.path] += 1
        count = names[document.path]
        documents.append(replace(document, path=f"{document.path}-{count}") if count > 1 else document)
    return [replace(document, sha256=digest(data)) if document.path == path else document for document in documents]


def _releases(message: EmailMessage, path: str, tracked: reading.Tracked, depth: int) -> Iterator[Document]:
    """The body where it is a release, or nothing is attached; then what is attached."""
    if depth > _NESTED:
        raise DocumentError(f"{path}: messages are nested deeper than in any draft")
    parts = list(_leaves(message, path))
    if any(part.get_content_type() in _LOCKED for part in (message, *parts)):
        raise DocumentError(f"{path}: is encrypted; save it without encryption")
    attached = [part for part in parts if _is_document(part)]
    forwarded = [part for part in parts if part.get_content_type() == "message/rfc822"]
    for part in _bodies(message):
        text = _data(part)
        if text.strip():
            if not (attached or forwarded) or (len(text) > _COVER and _RELEASE.search(text.decode("utf-8", "replace"))):
                name = f"{path}{_SUFFIXES[part.get_content_type()]}"
                yield from (replace(document, path=path) for document in reading.read(text, name, reading.BUILT_IN, tracked))
            break
    for part in attached:
        yield from reading.read(_data(part), f"{path}#{_name(part)}", reading.BUILT_IN, tracked)
    for part in forwarded:
        for inner in part.iter_parts():
            if isinstance(inner, EmailMessage):
                yield from _releases(inner, f"{path}#message", tracked, depth + 1)


def _bodies(message: EmailMessage) -> Iterator[EmailMessage]:
    """The renderings of the message's own text, the plain one first."""
    for kind in ("plain", "html"):
        part = message.get_body((kind,))
        if isinstance(part, EmailMessage):
            yield part


def _leaves(message: EmailMessage, path: str) -> Iterator[EmailMessage]:
    """The parts that hold something; a message in the message is one of them."""
    waiting = [message]
    for _ in range(_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.get_content_maintype() == "multipart":
            waiting += [inner for inner in reversed(list(part.iter_parts())) if isinstance(inner, EmailMessage)]
        else:
            yield part
    raise DocumentError(f"{path}: has more parts than any draft")


def _is_document(part: EmailMessage) -> bool:
    """Whether the part is an attached file of a kind that a reader knows or refuses with advice."""
    suffix = PurePath(_name(part)).suffix.lower()
    return bool(part.get_filename()) and any(suffix in reader.suffixes for reader in reading.BUILT_IN if suffix)


def _name(part: EmailMessage) -> str:
    """The name of the attached file; where its ending tells nothing, its type does."""
    name = " ".join(re.split(r"[\\/]", part.get_filename() or "attachment")[-1].split())
    told = PurePath(name).suffix.lower()
    known = any(told in reader.suffixes for reader in reading.BUILT_IN if told)
    return name if known else name + _SUFFIXES.get(part.get_content_type(), "")


def _data(part: EmailMessage) -> bytes:
    """The bytes without their coding for transport; text in UTF-8."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    if part.get_content_maintype() != "text" or not charset:
        return data
    if charset in ("iso-8859-1", "latin-1", "us-ascii", "ascii"):
        return data  # which programs write where they mean Windows-1252: the reader tells
    try:
        return data.decode(charset).encode("utf-8")
    except (LookupError, UnicodeError):
        return data
