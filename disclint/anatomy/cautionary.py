"""The passage that cautions about forward-looking statements."""

from __future__ import annotations

from disclint.model import Cautionary, Document


def find_cautionary(document: Document) -> Cautionary | None:
    return None
