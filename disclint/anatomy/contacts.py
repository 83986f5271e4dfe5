"""The people and offices to turn to."""

from __future__ import annotations

from disclint.anatomy.marks import Marks
from disclint.model import Contact, Dateline, Document


def find_contacts(document: Document, marks: Marks, dateline: Dateline | None) -> tuple[Contact, ...]:
    return ()
