"""Word (.docx): body, tables, headers and footers, notes and text boxes, in one state of the tracked changes.

The package is opened here, within limits, and not by python-docx: that one unpacks every part whatever its size, and what it
writes back is no longer the file it read. lxml is imported only where a Word file is read.
"""

from __future__ import annotations

from collections.abc import Iterable

from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading import Tracked


def read(data: bytes, path: str, tracked: Tracked = "accepted") -> Iterable[Document]:
    """One document from a Word file; raises DocumentError where it is none, or lxml is not installed."""
    if not data.startswith(b"PK"):
        raise DocumentError(f"{path}: {_told(data)}")
    try:
        from disclint.reading.word import document
    except ModuleNotFoundError as error:
        if error.name != "lxml":
            raise
        raise DocumentError(f'{path}: to read Word files, install what they need: pip install "disclint[docx]"') from None
    return [document.document(data, path, tracked)]


def _told(data: bytes) -> str:
    if not data.strip():
        return "the file is empty"
    if data.lstrip()[:5] == b"%PDF-":
        return "is a PDF, not a Word document; name it .pdf"
    return "is no Word document (.docx); name it by what it is, such as .rtf, .html, .eml or .txt"
