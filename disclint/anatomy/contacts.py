"""The people and offices to turn to: where a release names them."""

from __future__ import annotations

import re

from disclint.anatomy import reach
from disclint.anatomy.contact_groups import contacts_of
from disclint.anatomy.contact_lines import Line, contact_lines
from disclint.anatomy.marks import Marks
from disclint.anatomy.people import sole_person
from disclint.model import Contact, Dateline, Document

_REACH = 7  # so many lines without a telephone number, address or label end a contact block
_LOOK_BACK = 5
_STOP = re.compile(
    r"(?:about\b|forward[- ]looking|safe harbou?r|caution|disclaimer|important (?:notice|information)|notes? to (?:the )?editors?|source\b|view (?:source|original|the original)|"
    r"copyright|distribution\b|language:|end of|this (?:press|news)? ?(?:release|information|announcement)|certain (?:statements|information)|attachments?\b|references?\b|"
    r"logo\b|photo|image|table\b|neither |the (?:tsx|toronto)|\(c\)|\u00a9|#|--|- ?-|\*|-30-|ends?\b|-ends-|for immediate|exhibit\b|summary of|financial (?:tables|highlights)|"
    r"reconciliation|consolidated|key words|keywords|website of|tags:|isin\b|follow us)"
)
_DIAL_IN = re.compile(
    r"\bdial|webcast|replay|conference|passcode|participant|access code|call-in|webinar|domestic|listen|pin\b|confirmation|ticker|isin|prospectus"
)


def find_contacts(document: Document, marks: Marks, dateline: Dateline | None) -> tuple[Contact, ...]:
    """The contacts of every contact block, in reading order; the same person or office is given once."""
    lines = contact_lines(document)
    body = dateline.span.start if dateline else next((line.span.start for line in lines if line.prose), 0)
    found: list[Contact] = []
    index = 0
    while index < len(lines):
        end = _block_end(document, lines, index, body)
        if end is None:
            index += 1
            continue
        found.extend(contacts_of(document, lines[_block_start(document, lines, index) : end]))
        index = end
    return _once(document, found)


def _detailed(document: Document, line: Line) -> bool:
    start, end = line.rest.start, line.rest.end
    words = document.folded[start:end]
    if "@" in words:
        return True
    return sum(c.isdigit() for c in words[:200]) > 6 and bool(reach.phones(document.text, document.folded, start, end))


def _block_start(document: Document, lines: list[Line], index: int) -> int:
    """Where a block begins that no label opens: at the name above its first address."""
    if lines[index].label:
        return index
    start = index
    for back in range(index - 1, max(-1, index - 1 - _LOOK_BACK), -1):
        line = lines[back]
        words = document.folded[line.span.start : line.span.end]
        if line.prose or len(words) > 90 or _STOP.match(words) or words.endswith((".", "!", "?")) and len(words) > 40 or _detailed(document, line):
            break
        if _begins_with_person(document, line):
            start = back
    return start


def _begins_with_person(document: Document, line: Line) -> bool:
    first = re.split(r"[,|;(]", document.text[line.span.start : line.span.end])[0]
    return sole_person(document.text, line.span.start, line.span.start + len(first)) is not None


def _block_end(document: Document, lines: list[Line], index: int, body: int) -> int | None:
    """The index behind the last line of the contact block that begins at `index`, or None where none begins."""
    line = lines[index]
    words = document.folded[line.span.start : line.span.end]
    if line.prose and not (line.label and line.label.start <= line.span.start + 2):
        return _sentence_block(document, lines, index, body)
    if line.label is None and not (_detailed(document, line) and _may_stand_alone(document, lines, index, body)):
        return None
    if line.label is None and _DIAL_IN.search(words):
        return None
    if line.label and line.label.end < line.span.end and _DIAL_IN.search(words) and "contact" not in words:
        return None
    last = None
    quiet = 0
    for number in range(index, len(lines)):
        here = lines[number]
        words = document.folded[here.span.start : here.span.end]
        if number > index and (here.prose or _ends_block(words, here)):
            break
        if _detailed(document, here) and not (_DIAL_IN.search(words) and "@" not in words and not here.label):
            last, quiet = number, 0
        elif here.label and here.strong:
            quiet = 0
        else:
            quiet += 1
        if quiet > (_REACH if last is None or here.label else _REACH - 2):
            break
    if last is not None:
        return last + 1
    return _named_only(document, lines, index)


def _ends_block(words: str, line: Line) -> bool:
    if line.label:
        return False
    return bool(_STOP.match(words)) or (len(words) > 100 and "@" not in words and not re.search(r"\d{3}", words))


def _named_only(document: Document, lines: list[Line], index: int) -> int | None:
    """A label with a person below or beside it is a block even where no number is given."""
    line = lines[index]
    if not line.label or not line.strong:
        return None
    for number in (index, index + 1):
        if number < len(lines) and not lines[number].prose:
            here = lines[number].rest if number == index else lines[number].span
            first = re.split(r"[,|;]", document.text[here.start : here.end])[0]
            if sole_person(document.text, here.start, here.start + len(first)):
                return number + 1
    return None


def _sentence_block(document: Document, lines: list[Line], index: int, body: int) -> int | None:
    """A sentence that names the contact, or that only leads to the lines below it."""
    line = lines[index]
    if line.label is None or not line.strong:
        return None
    if not document.text[line.rest.start : line.rest.end].strip(" .:"):
        following = index + 1
        if following < len(lines) and not lines[following].prose:
            end = _block_end(document, lines, following, -1)
            return end
        return None
    if line.span.start < body + (len(document.text) - body) * 0.35 and line.span.start > body:
        return None
    stop = re.compile(r"[a-z\d)]\.(?= [A-Z])").search(document.text, line.rest.start, line.rest.end)
    sentence = document.folded[line.rest.start : stop.start() if stop else line.rest.end]
    if _DIAL_IN.search(sentence):
        return None
    return index + 1 if "@" in sentence or reach.phones(document.text, document.folded, line.rest.start, line.rest.start + len(sentence)) else None


def _may_stand_alone(document: Document, lines: list[Line], index: int, body: int) -> bool:
    """Whether an address without a label stands where contacts stand: above the body or under it, with a name."""
    line = lines[index]
    if body == -1 or line.span.start < body:
        return True
    words = document.folded[line.span.start : line.span.end]
    if line.span.start < body + (len(document.text) - body) * 0.5:
        return False
    start = _block_start(document, lines, index)
    return start < index or "@" in words


def _once(document: Document, found: list[Contact]) -> tuple[Contact, ...]:
    """Leaves out what was found before: the wire often gives the issuer's contacts again."""
    kept: list[Contact] = []
    seen: set[str] = set()
    for contact in found:
        keys = {document.quote(contact.name).lower()} if contact.name else {document.quote(e).lower() for e in contact.emails + contact.phones}
        if keys and keys <= seen:
            continue
        seen |= keys
        kept.append(contact)
    return tuple(kept)
