"""The city and date that open the body."""

from __future__ import annotations

from disclint.anatomy.marks import Marks
from disclint.model import Dateline, Document


def find_dateline(document: Document, marks: Marks) -> Dateline | None:
    return None
