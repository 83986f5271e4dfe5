"""Files of the old compound format: Word and Outlook of former days, and Office files locked with a password. None is read; each gets advice."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePath

from disclint.errors import DocumentError
from disclint.model import Document

_MARK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ADVICE = (  # names of streams, as the directory spells them
    ("EncryptedPackage", "is encrypted; save it without a password"),
    ("__properties_version1.0", "is a message of Outlook (.msg), which is not read; save it as .eml, or the release attached to it as .docx"),
    ("WordDocument", "is a document of Word 97 to 2003 (.doc), which is not read; save it as .docx"),
)
_BY_NAME = {".doc": _ADVICE[2][1], ".dot": _ADVICE[2][1], ".msg": _ADVICE[1][1]}


def read(data: bytes, path: str) -> Iterable[Document]:
    """Always raises DocumentError."""
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty")
    if not data.startswith(_MARK):
        claimed = PurePath(path).suffix.lower().removeprefix(".")
        raise DocumentError(f"{path}: is no .{claimed} file; name it by what it is, such as .docx, .rtf, .html, .eml or .txt")
    for stream, advice in _ADVICE:
        if stream.encode("utf-16-le") in data:
            raise DocumentError(f"{path}: {advice}")
    raise DocumentError(f"{path}: {_BY_NAME.get(PurePath(path).suffix.lower(), 'is a file of the old Office formats, which are not read')}")
