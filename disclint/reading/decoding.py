"""Bytes to characters: a byte-order mark, else strict UTF-8, else Windows-1252."""

from __future__ import annotations

import codecs
import hashlib

from disclint.errors import DocumentError

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_CONTROLS = bytes(sorted(set(range(32)) - {0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1A, 0x1B}))
# Five bytes have no meaning in Windows-1252; browsers and editors read them as the controls of Latin-1.
_UNDEFINED = {0x81: "\x81", 0x8D: "\x8d", 0x8F: "\x8f", 0x90: "\x90", 0x9D: "\x9d"}
_FROM_1252 = "".join(_UNDEFINED.get(n) or bytes([n]).decode("cp1252") for n in range(256))


def decode(data: bytes, path: str) -> str:
    """The characters of a text file; a file that is empty or no text at all is a DocumentError."""
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return _told(data[len(mark) :].decode(encoding), path)
            except UnicodeDecodeError as error:
                raise DocumentError(f"{path}: begins with the byte-order mark of {encoding} but is not {encoding} at byte {error.start}") from None
    if b"\x00" in data or 20 * len(data.translate(None, _CONTROLS)) < 19 * len(data):
        raise DocumentError(f"{path}: is binary, not text")
    try:
        return _told(data.decode("utf-8"), path)
    except UnicodeDecodeError:
        return _told("".join(map(_FROM_1252.__getitem__, data)), path)


def _told(text: str, path: str) -> str:
    if not text.strip("\ufeff \t\r\n\v\f\x1a"):
        raise DocumentError(f"{path}: the file is empty")
    return text


def digest(data: bytes) -> str:
    """The SHA-256 by which a report names the exact file it is about."""
    return hashlib.sha256(data).hexdigest()
