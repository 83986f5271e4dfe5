"""The packed parts of a PDF, looked at before pdfium unpacks them: it has no limits of its own, and ends the process where memory does."""

from __future__ import annotations

import re
import zlib

from disclint.errors import DocumentError

_STREAM = re.compile(rb"(?<!end)stream\r?\n")
_PACKED = re.compile(rb"/(?:FlateDecode|Fl)\b")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b|/Image\b")
_FONT = re.compile(rb"/Length1\b|/CIDFontType0C\b|/Type1C\b|/OpenType\b")
_OBJECTS = re.compile(rb"/(?:ObjStm|XRef|Metadata)\b")
_HEAD = 800  # bytes before a stream that say what it is
_MEGABYTE = 1_000_000
_LIMITS = {
    "picture": 120 * _MEGABYTE,
    "font": 30 * _MEGABYTE,
    "text": 4 * _MEGABYTE,
    "objects": 15 * _MEGABYTE,
}  # a page of text takes a tenth of one
_TEXT = 30 * _MEGABYTE
_WHOLE = 400 * _MEGABYTE
_STEP = 65536


def must_be_small(data: bytes, path: str) -> None:
    """Raises DocumentError where a stream, or all of them, would unpack to more than a draft can hold."""
    text = whole = 0
    for match in _STREAM.finditer(data):
        head = data[max(0, match.start() - _HEAD) : match.start()]
        head = head[max(0, head.rfind(b" obj")) :]
        packed = len(_PACKED.findall(head))
        if not packed:
            continue
        kind = "picture" if _PICTURE.search(head) else "font" if _FONT.search(head) else "objects" if _OBJECTS.search(head) else "text"
        size = _unpacked(data, match.end(), _LIMITS[kind])
        whole += size
        text += size if kind == "text" else 0
        if size > _LIMITS[kind] or text > _TEXT or whole > _WHOLE or packed > 1:
            raise DocumentError(f"{path}: would unpack to more than a draft can hold")


def _unpacked(data: bytes, start: int, limit: int) -> int:
    """How many bytes the stream unpacks to, as far as the limit; 0 where it cannot be unpacked."""
    packer = zlib.decompressobj()
    size = 0
    view = memoryview(data)
    try:
        for at in range(start, len(data), _STEP):
            rest: bytes | memoryview = view[at : at + _STEP]
            while rest and not packer.eof:
                size += len(packer.decompress(rest, _MEGABYTE))
                rest = packer.unconsumed_tail
                if size > limit:
                    return size
            if packer.eof:
                break
    except zlib.error:
        pass
    return size
