"""Non-GAAP measures and their reconciliation."""

from __future__ import annotations

from disclint.model import Document, NonGaap, Part


def find_non_gaap(document: Document, parts: tuple[Part, ...]) -> NonGaap | None:
    return None
