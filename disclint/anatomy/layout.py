"""Divides a release into its parts, once each has been found."""

from __future__ import annotations

from disclint.anatomy.legends import Legend
from disclint.anatomy.marks import Marks
from disclint.model import Boilerplate, Cautionary, Contact, Dateline, Document, Headline, Part


def divide(
    document: Document,
    marks: Marks,
    headline: Headline | None,
    dateline: Dateline | None,
    cautionary: Cautionary | None,
    contacts: tuple[Contact, ...],
    boilerplates: tuple[Boilerplate, ...],
    legends: tuple[Legend, ...],
) -> tuple[Part, ...]:
    """Parts in the order of the text, without gaps but for line ends, and without overlap."""
    return tuple(Part("table" if block.kind == "table" else "body", block.span) for block in document.blocks)
