"""The standing paragraphs about the companies of a release."""

from __future__ import annotations

from disclint.model import Boilerplate, Cautionary, Contact, Document


def find_boilerplates(document: Document, cautionary: Cautionary | None, contacts: tuple[Contact, ...]) -> tuple[Boilerplate, ...]:
    return ()
