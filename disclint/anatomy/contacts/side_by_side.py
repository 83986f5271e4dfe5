"""Contacts that were set side by side and have been flattened into one run of words: all labels first, then all firms, all names, all numbers."""

from __future__ import annotations

import re

from disclint.anatomy.contacts import reach
from disclint.anatomy.contacts.contact_draft import Draft
from disclint.anatomy.contacts.contact_labels import Label, role_of
from disclint.anatomy.contacts.contact_pieces import Piece
from disclint.anatomy.speech.people import persons
from disclint.model import Document, Span

_FIRM = re.compile(
    r"[A-Z0-9][\w&.'\u2019-]*(?: (?:[A-Z&][\w&.'\u2019-]*|of|and)){0,5}?,? (?:Inc|LLC|Ltd|Limited|Corp|Corporation|PLC|plc|AG|ASA|AB|Group|Communications|Advisors)\b\.?"
    r"(?:, (?:LLC|Inc)\b\.?)?"
)


def side_by_side(document: Document, label: Label, end: int) -> list[Draft]:
    """Deals what follows the labels out among them, each kind of thing once to each, from left to right and round again."""
    drafts = [Draft(head.start, head.end, number, role_of(document.folded[head.start : head.end])) for number, head in enumerate(label.heads)]
    has: list[set[str]] = [set() for _ in drafts]
    turn = 0
    for piece in _pieces(document, Span(label.span.end, end)):
        order = [(turn + step) % len(drafts) for step in range(len(drafts))]
        at = next((column for column in order if piece.kind not in has[column]), order[0])
        drafts[at].take(piece)
        has[at].add(piece.kind)
        turn = at + 1
    for draft in drafts:
        draft.start = min([s.start for s in (draft.name, draft.organization, *draft.phones, *draft.emails) if s], default=draft.start)
    return drafts


def _pieces(document: Document, span: Span) -> list[Piece]:
    found = [Piece("phone", s) for s in reach.phones(document.text, document.folded, span.start, span.end)]
    found += [Piece("email", s) for s in reach.emails(document.text, span.start, span.end)]
    firms = [Span(*m.span()) for m in _FIRM.finditer(document.text, span.start, span.end)]
    found += [Piece("organization", s) for s in firms]
    found += [Piece("name", s) for s in persons(document.text, span.start, span.end) if not any(s.touches(p.span) for p in found)]
    return sorted(found, key=lambda piece: piece.span.start)
