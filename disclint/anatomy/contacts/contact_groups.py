"""The persons and offices of one contact block, put together from the pieces of its lines."""

from __future__ import annotations

import itertools
import re
import unicodedata

from disclint.anatomy.contacts.contact_draft import Draft
from disclint.anatomy.contacts.contact_lines import Line
from disclint.anatomy.contacts.contact_pieces import Piece, pieces_of
from disclint.anatomy.contacts.reach import emails
from disclint.anatomy.contacts.side_by_side import side_by_side
from disclint.anatomy.speech.people import surname
from disclint.model import Contact, Document, Role, Span

_FIRM_ENDS = r",? (?:Inc|Corp|Ltd|Limited|LLC|PLC|plc|AG|ASA|AB|Oyj|SE|N\.V|S\.A|Group)\b"


def contacts_of(document: Document, lines: list[Line]) -> list[Contact]:
    """The contacts of one block of lines."""
    drafts = _with_firms_above(document, _Collector(document).collect(lines))
    drafts = _with_own_addresses(document, _under_firms(drafts))
    _share(drafts)
    drafts = _without_firms(document, drafts)
    return [draft.frozen() for draft in drafts if draft.reachable or (draft.name and draft.role)]


class _Collector:
    """Goes through the pieces of a block and opens a new draft wherever the next contact begins."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._drafts: list[Draft] = []
        self._current: Draft | None = None
        self._role: Role | None = None
        self._label = 0
        self._label_start: int | None = None
        self._turned = False  # a new column was entered

    def collect(self, lines: list[Line]) -> list[Draft]:
        for index, line in enumerate(lines):
            if line.label and line.label.heads:
                self._drafts.extend(side_by_side(self._document, line.label, line.span.end))
                self._current = None
                continue
            self._turned |= index > 0 and line.column != lines[index - 1].column
            pieces = list(pieces_of(self._document, line))
            for piece in pieces:
                self._enter_column(piece)
                if piece.kind == "label" and self._has_address_in(lines[index : index + 2]):
                    assert self._current is not None
                    self._current.role = piece.role  # `Jane Roe / media contact / jane.roe@…`
                elif piece.kind == "label":
                    self._enter_label(piece, line.strong, any(p.kind in ("phone", "email") for p in pieces))
                elif piece.kind != "other":
                    self._add(piece)
        return self._drafts

    def _has_address_in(self, lines: list[Line]) -> bool:
        """Whether the person named last has had no address yet, and the lines give one that bears that person's name."""
        person = self._current
        if person is None or person.name is None or person.emails:
            return False
        return any(bears_name(self._document, person.name, line.span) for line in lines)

    def _enter_column(self, piece: Piece) -> None:
        if not self._turned or piece.kind in ("title", "other"):
            return
        goes_on = piece.kind in ("phone", "email") and self._current is not None and not self._current.reachable
        self._current = self._current if goes_on else None
        self._label += 1
        self._turned = False

    def _enter_label(self, piece: Piece, strong: bool, with_details: bool) -> None:
        waiting = self._current is not None and self._current.name is not None and not self._current.reachable
        if waiting and with_details and piece.role == "general":
            return  # `Contact: +1 …` under a name gives that person's number
        if self._is_office_of_firm(piece, strong):
            return
        if waiting and self._current and not strong and self._document.text[piece.span.end - 1] != ":":
            self._current.role = piece.role  # `Investor Relations` under a name says what the person does
            return
        self._current, self._role, self._label_start = None, piece.role, piece.span.start
        self._label += 1

    def _is_office_of_firm(self, piece: Piece, strong: bool) -> bool:
        """Whether the words only name the office of the firm above: `Acme Limited / Corporate Affairs Department`."""
        firm = self._current
        waits = firm is not None and firm.organization is not None and firm.name is None and not firm.reachable
        return waits and not strong and piece.role is None and self._document.text[piece.span.end - 1] != ":"

    def _add(self, piece: Piece) -> None:
        current = self._current
        if current is not None and self._names_mailbox(current, piece):
            current.take(piece)
            return
        if current is None or _begins_another(current, piece) or self._next_firm(current, piece):
            start = piece.span.start if self._label_start is None else self._label_start
            self._current = Draft(start, start, self._label, self._role)
            self._label_start = None
            if current and piece.kind == "name" and not current.name:
                self._current.organization = current.organization
            self._drafts.append(self._current)
        assert self._current is not None
        self._current.take(piece)

    def _names_mailbox(self, current: Draft, piece: Piece) -> bool:
        """Whether the person stands behind the office's address in the same line: `Media: press@acme.com, Jane Roe, 212-…`"""
        bare = current.name is None and current.organization is None and not current.phones and len(current.emails) == 1
        return piece.kind == "name" and bare and self._document.text[current.end : piece.span.start] in (", ", " - ", " | ", "; ")

    def _next_firm(self, current: Draft, piece: Piece) -> bool:
        """Whether a list of advisers, each firm above its persons, goes on to its next firm."""
        first = next((draft for draft in self._drafts if draft.label == current.label), current)
        listed = first is not current and first.organization is not None and first.name is None and bool(first.phones)
        return listed and piece.kind == "organization" and piece.opens_line


def _begins_another(current: Draft, piece: Piece) -> bool:
    """Whether the piece belongs to the next contact, not to the one under construction."""
    if piece.kind == "name":
        return current.name is not None or bool(current.emails) or (current.reachable and current.organization is not None)
    if piece.kind == "organization":
        return piece.opens_line and current.reachable and (current.name is not None or current.organization is not None)
    return piece.kind == "title" and piece.alone and piece.role is not None and bool(current.emails)


def _under_firms(drafts: list[Draft]) -> list[Draft]:
    """Gives the telephone number beside a firm to the persons listed under that firm, as lists of advisers have it."""
    kept: list[Draft] = []
    firm: Draft | None = None
    for number, draft in enumerate(drafts):
        below = drafts[number + 1] if number + 1 < len(drafts) else None
        if draft.organization and not draft.name and draft.reachable and below and below.name and not below.phones and draft.label == below.label:
            firm = draft
            below.start = min(below.start, draft.start)
            continue
        if draft.phones or not draft.name:
            firm = None
        elif firm:
            draft.phones, draft.emails = list(firm.phones), draft.emails or list(firm.emails)
            draft.organization, draft.role = firm.organization, draft.role or firm.role
        kept.append(draft)
    return kept


def _with_own_addresses(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Gives a bare address to the person above who has none, where it bears that person's name: `Press: jroe@…`"""
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        bare = draft.name is None and draft.organization is None and not draft.phones and bool(draft.emails)
        if bare and above and above.name and not above.emails and bears_name(document, above.name, Span(draft.start, draft.end)):
            above.emails, above.end = draft.emails, draft.end
            continue
        kept.append(draft)
    return kept


def _share(drafts: list[Draft]) -> None:
    """Persons listed above one telephone number or address share it, and the organisation with it."""
    for here, below in reversed(list(itertools.pairwise(drafts))):
        if not here.name or not below.name or here.label != below.label:
            continue
        if not here.reachable and below.reachable:
            here.phones, here.emails = list(below.phones), list(below.emails)
            here.organization = here.organization or below.organization
        below.organization = below.organization or here.organization


def _with_firms_above(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Joins a "name" that its address or the release shows to be the firm of the person above."""
    kept: list[Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        if above and above.name and draft.name and draft.reachable and not above.reachable and above.label == draft.label:
            own, other = surname(document.quote(draft.name)), surname(document.quote(above.name))
            local, domains = " ".join(_address(document, e)[0] for e in draft.emails), [_address(document, e)[1] for e in draft.emails]
            if any(_squeezed(document, draft.name) in d for d in domains) or (other in local and own not in local) or _is_firm(document, draft.name):
                above.organization, above.phones, above.emails, above.end = draft.name, draft.phones, draft.emails, draft.end
                continue
        kept.append(draft)
    return kept


def _without_firms(document: Document, drafts: list[Draft]) -> list[Draft]:
    """Drops a "person" whose name is the domain that the persons below write from, and gives it to them as their firm."""
    kept: list[Draft] = []
    firm: Span | None = None
    for number, draft in enumerate(drafts):
        below = drafts[number + 1] if number + 1 < len(drafts) else None
        if draft.name and below and below.emails == draft.emails:
            words = _squeezed(document, draft.name)
            if any(_address(document, email)[1].startswith(words) for email in draft.emails):
                firm = draft.name
                continue
        draft.organization = draft.organization or firm
        kept.append(draft)
    return kept


def _address(document: Document, span: Span) -> tuple[str, str]:
    """Both sides of an e-mail address, the domain without its hyphens."""
    local, _, domain = document.folded[span.start : span.end].partition("@")
    return local, domain.replace("-", "")


def bears_name(document: Document, person: Span, where: Span) -> bool:
    """Whether an e-mail address in the range has the surname of the person in it."""
    family = surname(document.quote(person))
    found = emails(document.text, where.start, where.end) if len(family) > 2 else []
    return any(_plain(family) in _plain(_address(document, email)[0]) for email in found)


def _plain(words: str) -> str:
    """The letters without their accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", words) if c.isalpha())


def _squeezed(document: Document, name: Span) -> str:
    return re.sub(r"\W", "", document.folded[name.start : name.end])


def _is_firm(document: Document, name: Span) -> bool:
    """Whether the release elsewhere shows that the name is a firm's."""
    return bool(re.search(re.escape(document.text[name.start : name.end]) + _FIRM_ENDS, document.text))
