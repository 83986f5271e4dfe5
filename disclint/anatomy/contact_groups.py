"""The persons and offices of one contact block, put together from its lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from disclint.anatomy import reach
from disclint.anatomy.contact_lines import Line, role_of
from disclint.anatomy.people import is_organisation, is_other, is_title, persons, sole_person, surname
from disclint.model import Contact, Document, Role, Span

Kind = Literal["label", "name", "title", "organization", "phone", "email", "other"]
_URL = re.compile(r"https?://\S+|\bwww\.\S+|\b[a-z][a-z0-9-]*\.(?:com|org|net|co\.uk)(?:/\S*)?(?![\w@.])")
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|Limited|L\.P|LP|Corp|S\.A|plc|PLC|AG|N\.V|Esq)\b)|[;|\t()\u2022\u00b7]|\s[-\u2013\u2014/]\s|/(?=[A-Z ])|:(?!//)|\s-\s)\s*"
)
_DETAIL_WORDS = re.compile(
    r"\b(?:tel|telephone|phone|mobile|mob|cell|fax|facsimile|e-?mail|mailto|web(?:site)?|internet|direct(?: line)?|office|toll[ -]free|ext(?:ension)?|or|at|by|via|on|and|"
    r"please|contact|call|address|[tefpmwodc])\b[.:]*"
)
_ROLE_ONLY = re.compile(
    r"(?:investors?|media|press|public|corporate|ir|pr|relations|contacts?|inquiries|enquiries|and|&|/|\s|for|analysts?|communications?|desk|team|office|department)+"
)
_POSTAL = re.compile(r"\b[A-Z]{2},? \d{5}\b|\b\d{4,6}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
_PLACE = re.compile(r"\d|\b(?:street|avenue|road|suite|floor|building|drive|box|blvd)\b")


@dataclass(frozen=True, slots=True)
class _Event:
    kind: Kind
    span: Span
    role: Role | None = None
    opens_line: bool = False
    alone: bool = False


@dataclass(slots=True)
class _Draft:
    """A contact under construction."""

    start: int
    role: Role | None
    label: int
    name: Span | None = None
    organization: Span | None = None
    title: bool = False
    phones: list[Span] = field(default_factory=list)
    emails: list[Span] = field(default_factory=list)
    end: int = 0

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    def frozen(self) -> Contact:
        return Contact(Span(self.start, self.end), self.name, self.organization, self.role, tuple(self.phones), tuple(self.emails))


def contacts_of(document: Document, lines: list[Line]) -> list[Contact]:
    """The contacts of one block of lines."""
    drafts = _collect(document, lines)
    drafts = _adopt_firms(document, drafts)
    _share(drafts)
    return [d.frozen() for d in drafts if d.reachable or (d.name and d.role)]


def _collect(document: Document, lines: list[Line]) -> list[_Draft]:
    drafts: list[_Draft] = []
    current: _Draft | None = None
    role: Role | None = None
    labels = 0
    column, turned = lines[0].column if lines else 0, False
    for line in lines:
        if line.column != column:
            column, turned = line.column, True
        for event in _events(document, line):
            if turned and event.kind in ("label", "name", "organization", "phone", "email"):
                current = current if event.kind in ("phone", "email") and current and not current.reachable else None
                turned, labels = False, labels + 1
            if event.kind == "label":
                if not (current and current.name and not current.reachable and event.role == "general" and _same_line_detail(document, line)):
                    current, role, labels = None, event.role, labels + 1
                continue
            if event.kind == "other":
                continue
            if current is None or _starts_another(current, event):
                keeps = current.organization if current and event.kind == "name" and current.organization and not current.name else None
                current = _Draft(event.span.start, role, labels, organization=keeps)
                drafts.append(current)
            _take(current, event)
    return drafts


def _same_line_detail(document: Document, line: Line) -> bool:
    return bool(
        reach.phones(document.text, document.folded, line.rest.start, line.rest.end) or reach.emails(document.text, line.rest.start, line.rest.end)
    )


def _starts_another(current: _Draft, event: _Event) -> bool:
    """Whether the event belongs to the next contact, not to the one under construction."""
    if event.kind == "name":
        return current.name is not None or bool(current.emails) or (current.reachable and current.organization is not None)
    if event.kind == "organization":
        return event.opens_line and current.reachable and (current.name is not None or current.organization is not None)
    if event.kind == "title":
        return event.alone and event.role is not None and current.reachable and bool(current.emails)
    if event.kind == "phone":
        return False
    return False


def _take(draft: _Draft, event: _Event) -> None:
    draft.end = max(draft.end, event.span.end)
    if event.kind == "name":
        draft.name = draft.name or event.span
    elif event.kind == "organization":
        draft.organization = draft.organization or event.span
    elif event.kind == "phone":
        draft.phones.append(event.span)
    elif event.kind == "email":
        draft.emails.append(event.span)
    elif event.kind == "title":
        draft.title = True
    if event.role and draft.role in (None, "general") and event.kind in ("title", "name"):
        draft.role = event.role


def _share(drafts: list[_Draft]) -> None:
    """Persons listed above one telephone number or address share it, and the organisation with it."""
    for index in range(len(drafts) - 2, -1, -1):
        here, below = drafts[index], drafts[index + 1]
        if here.name and not here.reachable and below.reachable and below.name and here.label == below.label:
            here.phones, here.emails = list(below.phones), list(below.emails)
            here.organization = here.organization or below.organization
        if here.name and below.name and not below.organization and here.organization and here.label == below.label:
            below.organization = here.organization


def _adopt_firms(document: Document, drafts: list[_Draft]) -> list[_Draft]:
    """Joins a "name" that the address below shows to be the firm of the person above."""
    kept: list[_Draft] = []
    for draft in drafts:
        above = kept[-1] if kept else None
        if above and draft.name and above.name and not above.reachable and draft.emails and above.label == draft.label:
            address = document.text[draft.emails[0].start : draft.emails[0].end].lower()
            local, _, domain = address.partition("@")
            firm = re.sub(r"\W", "", document.text[draft.name.start : draft.name.end].lower())
            own, other = surname(document.quote(draft.name)), surname(document.quote(above.name))
            if firm in domain.replace("-", "") or (other in local and own not in local):
                above.organization, above.phones, above.emails, above.end = draft.name, draft.phones, draft.emails, draft.end
                continue
        kept.append(draft)
    return kept


def _events(document: Document, line: Line) -> Iterator[_Event]:
    """What the line says, piece by piece."""
    if line.label:
        yield from _label_events(document, line)
    start, end = line.rest.start, line.rest.end
    if line.prose:
        stop = re.compile(r"[a-z\d)]\.(?= [A-Z])").search(document.text, start, end)
        end = stop.start() + 1 if stop else end
    details = [_Event("phone", s) for s in reach.phones(document.text, document.folded, start, end)]
    details += [_Event("email", s) for s in reach.emails(document.text, start, end)]
    details += [_Event("other", Span(*m.span())) for m in _URL.finditer(document.folded, start, end)]
    details = _disjoint(sorted(details, key=lambda e: (e.span.start, e.kind)))
    position = start
    for detail in [*details, _Event("other", Span(end, end))]:
        if position < detail.span.start:
            yield from _words(document, Span(position, detail.span.start), opens=position == start, alone=not details)
        yield detail
        position = max(position, detail.span.end)


def _disjoint(events: list[_Event]) -> list[_Event]:
    kept: list[_Event] = []
    for event in events:
        if kept and kept[-1].span.touches(event.span):
            if kept[-1].kind == "other":
                kept[-1] = event
            continue
        kept.append(event)
    return kept


_DIRECT = re.compile(r"(?:please )?contacts? (?:person )?")


def _label_events(document: Document, line: Line) -> Iterator[_Event]:
    assert line.label is not None
    yield _Event("label", line.label, line.role)
    if line.prose:
        return
    direct = _DIRECT.match(document.folded, line.label.start, line.label.end)
    if direct and (found := sole_person(document.text, direct.end(), _trim_end(document.text, line.label.end))):
        yield _Event("name", found)


def _trim_end(text: str, end: int) -> int:
    while end and not text[end - 1].isalnum():
        end -= 1
    return end


def _words(document: Document, span: Span, *, opens: bool, alone: bool) -> Iterator[_Event]:
    """The words between the details of a line: names, positions and firms, split where they are set apart."""
    text, folded = document.text, document.folded
    bounds: list[Span] = []
    position = span.start
    names = list(persons(text, span.start, span.end))
    for match in _SPLIT.finditer(text, span.start, span.end):
        if any(name.start < match.start() and match.end() < name.end for name in names):
            continue  # the comma before Jr., the stroke inside a name
        bounds.append(Span(position, match.start()))
        position = match.end()
    bounds.append(Span(position, span.end))
    pieces = [piece for piece in (_stripped(folded, b) for b in bounds) if len(piece)]
    if alone and _POSTAL.search(text, span.start, span.end):
        return
    for index, piece in enumerate(pieces):
        yield from _piece(document, piece, first=opens and index == 0, alone=alone and len(pieces) == 1)


def _stripped(folded: str, span: Span) -> Span:
    """The piece without the words that only introduce a number or address."""
    start, end = span.start, span.end
    changed = True
    while changed:
        changed = False
        while start < end and not folded[start].isalnum():
            start, changed = start + 1, True
        while end > start and not (folded[end - 1].isalnum() or folded[end - 1] in ".)"):
            end, changed = end - 1, True
        match = _DETAIL_WORDS.match(folded, start, end)
        if match and match.end() > start:
            start, changed = match.end(), True
        tail = re.compile(r"[ ,](?:" + _DETAIL_WORDS.pattern + r")\s*$").search(folded, max(start, end - 24), end)
        if tail:
            end, changed = tail.start(), True
    return Span(start, end)


def _piece(document: Document, span: Span, *, first: bool, alone: bool) -> Iterator[_Event]:
    text, words = document.text, document.folded[span.start : span.end]
    if len(span) > 110 or _PLACE.search(words):
        return
    person = sole_person(text, span.start, span.end)
    if person:
        yield _Event("name", person, None, first, alone)
    elif _ROLE_ONLY.fullmatch(words):
        role = role_of(words)
        yield _Event("title", span, None if role == "general" else role, first, alone)
    elif is_title(words):
        yield from _titled(document, span, first, alone)
    elif is_organisation(text[span.start : span.end]):
        yield _Event("organization", span, None, first, alone)
    else:
        found = next(persons(text, span.start, span.end), None)
        if found and not alone:
            yield _Event("name", found, None, first)
        elif text[span.start].isupper() and not is_other(text[span.start : span.end].split()[0]):
            yield _Event("organization", span, None, False, alone)


def _titled(document: Document, span: Span, first: bool, alone: bool) -> Iterator[_Event]:
    """A position, with the person before or behind it: `Jim Roe CEO`, `President and CEO Juha Roe`."""
    text, words = document.text, document.folded[span.start : span.end]
    role = role_of(words)
    title = _Event("title", span, None if role == "general" else role, first, alone and role is not None and not is_position(words))
    found = next(persons(text, span.start, span.end), None)
    if found and (found.start - span.start <= 5 or not is_organisation(text[found.start : span.end])):
        yield _Event("name", found, title.role, first)
        return
    yield title


def is_position(words: str) -> bool:
    return bool(
        re.search(r"\b(?:chief|officer|president|director|manager|head|c[efo]o|vice|vp|secretary|treasurer|senior|counsel|lead|specialist)\b", words)
    )
