"""What a line of a contact block says, piece by piece: names, positions, firms, telephone numbers, addresses."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from disclint.anatomy.contacts import reach
from disclint.anatomy.contacts.contact_labels import role_of
from disclint.anatomy.contacts.contact_lines import Line
from disclint.anatomy.speech.people import is_degree, is_organisation, is_other, is_position, is_title, persons, sole_person
from disclint.model import Document, Role, Span

_URL = re.compile(r"https?://\S+|\bwww\.\S+|\b[a-z][a-z0-9-]*\.(?:com|org|net|co\.uk)(?:/\S*)?(?![\w@.])")
_SPLIT = re.compile(
    r"\s*(?:,(?!\s*(?:Inc|INC|LLC|L\.L\.C|Ltd|LTD|Limited|L\.P|LP|Corp|S\.A|plc|PLC|AG|N\.V|Esq)\b)|"
    r"[;|\t()\u2022\u00b7]|\s[-\u2013\u2014/]\s|/(?=[A-Z ])|:(?!//))\s*"
)
_INTRODUCES = frozenset(  # words that only lead to a number or address
    """
    tel telephone phone mobile mob cell fax facsimile email e-mail mail mailto web website internet direct line office toll-free toll free ext extension
    or at by via on and please contact call address ph t e f p m w o d c
    """.split()
)
_JOINING = frozenset("or at by via on and".split())  # `Or` is a surname too
_ROLE_WORDS = frozenset(
    """
    investor investors media press public corporate ir pr relations contact contacts inquiries enquiries and & / for analyst analysts communication
    communications desk team office department
    """.split()
)
_POSTAL = re.compile(r"\b[A-Z]{2},? \d{5}\b|\b\d{4,6}\b|\b[A-Z]\d[A-Z] ?\d[A-Z]\d\b|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b")
_PLACE = re.compile(r"\d|\b(?:street|avenue|road|suite|floor|building|drive|box|blvd)\b")
_WORD = re.compile(r"[^\s,:.]+(?:\.(?=\w)[^\s,:.]+)*")
_ADDRESSED = re.compile(r"(?:please )?contacts? (?:person )?")
_LEGAL_FORM = re.compile(r"\b(?:oy|oyj|inc|ltd|llc|plc|ab|asa|ag|gmbh|limited|llp)\b\.?$")
_OF = re.compile(r" (?:at|of|for|from|with) ")
_SENTENCE_END = re.compile(r"[a-z\d)]\.(?= [A-Z])")


@dataclass(frozen=True, slots=True)
class Piece:
    """One thing that a line says; `alone`: nothing else stands in that line."""

    kind: Literal["label", "name", "title", "organization", "phone", "email", "other"]
    span: Span
    role: Role | None = None
    opens_line: bool = False
    alone: bool = False


def pieces_of(document: Document, line: Line) -> Iterator[Piece]:
    """The pieces of a line in their order."""
    if line.label:
        yield Piece("label", line.label.span, line.label.role)
        yield from _addressed(document, line)
    start, end = line.rest.start, sentence_end(document, line) if line.prose else line.rest.end
    details = _details(document, start, end)
    position = start
    for detail in [*details, Piece("other", Span(end, end))]:
        if position < detail.span.start:
            yield from _words(document, Span(position, detail.span.start), opens=position == start, alone=not details and not line.prose)
        yield detail
        position = max(position, detail.span.end)


def sentence_end(document: Document, line: Line) -> int:
    """Where the sentence ends that a prose line's label belongs to."""
    stop = _SENTENCE_END.search(document.text, line.rest.start, line.rest.end)
    return stop.end() if stop else line.rest.end


def _addressed(document: Document, line: Line) -> Iterator[Piece]:
    """The person that the label itself names: `Contact Jane Roe:`"""
    assert line.label is not None
    opening = _ADDRESSED.match(document.folded, line.label.span.start, line.label.span.end)
    if opening and (found := sole_person(document.text, opening.end(), _word_end(document.text, line.label.span.end))):
        yield Piece("name", found)


def _word_end(text: str, end: int) -> int:
    while end and not text[end - 1].isalnum():
        end -= 1
    return end


def _details(document: Document, start: int, end: int) -> list[Piece]:
    found = [Piece("phone", s) for s in reach.phones(document.text, document.folded, start, end)]
    found += [Piece("email", s) for s in reach.emails(document.text, start, end)]
    found += [Piece("other", Span(*m.span())) for m in _URL.finditer(document.folded, start, end)]
    kept: list[Piece] = []
    for piece in sorted(found, key=lambda p: (p.span.start, p.kind)):
        if not kept or not kept[-1].span.touches(piece.span):
            kept.append(piece)
        elif kept[-1].kind == "other":
            kept[-1] = piece
    return kept


def _words(document: Document, span: Span, *, opens: bool, alone: bool) -> Iterator[Piece]:
    """The words between the details of a line, split where they are set apart."""
    text = document.text
    if alone and _POSTAL.search(text, span.start, span.end):
        return
    names = list(persons(text, span.start, span.end))
    bounds: list[Span] = []
    position = span.start
    for match in _SPLIT.finditer(text, span.start, span.end):
        if not any(name.start < match.start() and match.end() < name.end for name in names):  # the comma before Jr. stays
            bounds.append(Span(position, match.start()))
            position = match.end()
    bounds.append(Span(position, span.end))
    stripped = [piece for piece in (_stripped(text, document.folded, bound) for bound in bounds) if len(piece) > 1]
    for index, piece in enumerate(stripped):
        yield from _piece(document, piece, first=opens and index == 0, alone=alone and len(stripped) == 1)


def _stripped(text: str, folded: str, span: Span) -> Span:
    """The piece without the words at its ends that only introduce a number or address."""
    words = list(_WORD.finditer(folded, span.start, span.end))
    while words and words[0].group().strip("()[]*_-/'\"") in _INTRODUCES | {""}:
        words.pop(0)
    while (
        len(words) > 1
        and words[-1].group().strip("()[]*_-/'\"") in _INTRODUCES | {""}
        and (words[-1].group() not in _JOINING or text[words[-1].start()].islower())
    ):
        words.pop()
    if not words:
        return Span(span.start, span.start)
    start, end = words[0].start(), words[-1].end()
    while start < end and not folded[start].isalnum():
        start += 1
    if folded.startswith(".", end) and end < span.end:
        end += 1
    return Span(start, end)


def _piece(document: Document, span: Span, *, first: bool, alone: bool) -> Iterator[Piece]:
    text, words = document.text, document.folded[span.start : span.end]
    if len(span) > 110 or _PLACE.search(words) or is_degree(words):
        return
    several = list(persons(text, span.start, span.end))
    if len(several) > 1 and all(text[a.end : b.start] in (" or ", " and ", " & ") for a, b in itertools.pairwise(several)):
        yield from (Piece("name", each, None, first and each is several[0], alone) for each in several)
        return
    person = sole_person(text, span.start, span.end)
    tokens = words.split()
    leading = next((i for i, token in enumerate(tokens) if token not in _ROLE_WORDS), len(tokens))
    trailing = next((i for i, token in enumerate(reversed(tokens)) if token not in _ROLE_WORDS), len(tokens))
    if person:
        yield Piece("name", person, None, first, alone)
    elif leading == len(tokens):
        role = role_of(words)
        yield Piece("title", span, None if role == "general" else role, first, alone)
    elif leading and (behind := sole_person(text, span.start + words.index(tokens[leading]), span.end)):
        yield Piece("name", behind, role_of(" ".join(tokens[:leading])), first)
    elif trailing and (named := _before_office(document, span, words.rindex(tokens[-trailing]))):
        yield Piece("name", named, role_of(" ".join(tokens[-trailing:])), first)
    elif is_title(words) and not _LEGAL_FORM.search(words):
        yield _titled(document, span, first, alone)
    elif (found := next(persons(text, span.start, span.end), None)) and found.start == span.start and _OF.match(words, len(found)):
        yield Piece("name", found, None, first)
    elif is_organisation(text[span.start : span.end]):
        yield from _organisation(document, span, first, alone)
    elif not alone and (found := next(persons(text, span.start, span.end), None)):
        yield Piece("name", found, None, first)
    elif text[span.start].isupper() and not is_other(text[span.start : span.end].split()[0]):
        yield Piece("organization", span, None, False, alone)


def _before_office(document: Document, span: Span, length: int) -> Span | None:
    """The person before an office's name (`Jane Roe Investor Relations`); a name that the release repeats is the company's."""
    found = sole_person(document.text, span.start, span.start + length)
    return found if found and document.text.count(document.text[found.start : found.end]) < 3 else None


def _titled(document: Document, span: Span, first: bool, alone: bool) -> Piece:
    """A position, or the person before or behind it: `Jim Roe CEO`, `President and CEO Juha Roe`."""
    words = document.folded[span.start : span.end]
    role = role_of(words)
    role = None if role == "general" else role
    found = next(persons(document.text, span.start, span.end), None)
    if found and (found.start - span.start <= 5 or not is_organisation(document.text[found.start : span.end])):
        return Piece("name", found, role, first)
    return Piece("title", span, role, first, alone and role is not None and not is_position(words))


def _organisation(document: Document, span: Span, first: bool, alone: bool) -> Iterator[Piece]:
    """A firm, and the person who may stand behind it without a mark: `Acme Minerals Jane Roe`."""
    behind = next((p for p in persons(document.text, span.start, span.end) if p.end == span.end and p.start > span.start), None)
    if behind:
        yield Piece("organization", Span(span.start, _word_end(document.text, behind.start)), None, first, alone)
        yield Piece("name", behind)
    else:
        yield Piece("organization", span, None, first, alone)
