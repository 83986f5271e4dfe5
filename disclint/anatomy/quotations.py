"""People quoted, with their titles."""

from __future__ import annotations

from disclint.model import Document, Part, Quotation


def find_quotations(document: Document, parts: tuple[Part, ...]) -> tuple[Quotation, ...]:
    return ()
