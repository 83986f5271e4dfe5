"""The people and offices to turn to: where a release names them."""

from __future__ import annotations

import re
from itertools import takewhile

from disclint.anatomy.contacts import reach
from disclint.anatomy.contacts.contact_groups import bears_name, contacts_of
from disclint.anatomy.contacts.contact_lines import Line, contact_lines
from disclint.anatomy.contacts.contact_pieces import sentence_end
from disclint.anatomy.marks import Marks
from disclint.anatomy.speech.people import is_organisation, sole_person
from disclint.model import Contact, Dateline, Document, Span

_QUIET = 7  # so many lines without a number, address or label end a contact block that has shown none yet; two fewer end one that has
_LOOK_BACK = 5
_SENTENCE_FROM = 0.35  # a sentence names the contact only behind this share of the body, a lone address behind half of it
_ENDS_BLOCK = (
    "about ", "forward-looking", "forward looking", "safe harbo", "caution", "disclaimer", "important notice", "important information",
    "notes to editor", "note to editor", "notes to the editor", "source ", "source:", "view source", "view original", "view the original", "copyright",
    "distribution", "language:", "end of", "this release", "this press release", "this news release", "this announcement", "this information",
    "certain statements", "certain information", "attachment", "reference", "logo", "photo", "picture", "image", "table ", "neither ", "the tsx",
    "the toronto", "(c)", "\u00a9", "#", "--", "- -", "*", "-30-", "end", "-end", "for immediate", "exhibit", "summary of", "financial table",
    "financial highlight", "reconciliation", "consolidated", "condensed", "key words", "keywords", "website of", "tags:", "isin", "follow us",
)  # fmt: skip
_DIAL_IN = (
    "dial", "webcast", "replay", "conference", "passcode", "participant", "access code", "call-in", "webinar", "domestic", "listen", "pin ",
    "confirmation", "ticker", "isin", "prospectus", "unsubscribe",
)  # fmt: skip
_OFFICE = re.compile(r"\b(?:group|corporate|investor|media|public|external) (?:communications?|relations)\W*$")
_LEGAL_FORM_LAST = (" inc.", " corp.", " ltd.", " co.", " l.p.", " s.a.", " n.v.", " p.l.c.")
_INSTRUCTS = re.compile(r"\b(?:may|must|will|send|register|registration|subscribe|newsletter)\b")


def find_contacts(document: Document, marks: Marks, dateline: Dateline | None) -> tuple[Contact, ...]:
    """The contacts of every contact block, in reading order; the same person or office is given once."""
    return _once(document, _Blocks(document, dateline).contacts())


class _Blocks:
    """Looks through the lines of a document for the blocks of contacts among them."""

    def __init__(self, document: Document, dateline: Dateline | None) -> None:
        self._document = document
        self._lines = contact_lines(document)
        self._words = [document.folded[line.span.start : line.span.end] for line in self._lines]
        self._body = dateline.span.start if dateline else next((line.span.start for line in self._lines if line.prose), 0)
        # the table that a regulatory news service puts under a release, with the issuer's switchboard in it
        self._footer = next((i for i, words in enumerate(self._words) if words.startswith("language:")), len(self._lines))

    def contacts(self) -> list[Contact]:
        found: list[Contact] = []
        index = done = 0
        while index < len(self._lines):
            labelled = self._lines[index].label and not self._words[index].startswith(("company:", "issuer:"))
            end = self._end(index) if index < self._footer or labelled else None
            if end is not None:
                found.extend(contacts_of(self._document, self._lines[self._start(index, done) : end]))
                done = end
            index = end or index + 1
        return found

    def _detailed(self, line: Line) -> bool:
        """Whether the line gives a telephone number or an address."""
        words = self._document.folded[line.rest.start : line.rest.end]
        if "@" in words:
            return True
        return sum(c.isdigit() for c in words[:200]) > 6 and bool(
            reach.phones(self._document.text, self._document.folded, line.rest.start, line.rest.end)
        )

    def _is_dial_in(self, index: int) -> bool:
        return any(sign in self._words[index] for sign in _DIAL_IN)

    def _begins_with_person(self, span: Span) -> bool:
        return self._person(span) is not None

    def _person(self, span: Span) -> Span | None:
        """The person whose name opens the range."""
        first = re.split(r"[,|;(]| (?:[-\u2013\u2014/&]|or|and) ", self._document.text[span.start : span.end])[0]
        return sole_person(self._document.text, span.start, span.start + len(first))

    def _start(self, index: int, done: int = 0) -> int:
        """Where a block begins that no label opens: at the name above its first address."""
        label = self._lines[index].label
        if label:
            says_position = not label.strong and label.span.end == self._lines[index].span.end and not self._words[index].endswith(":")
            above = index - 1 if index > done else index
            person = self._person(self._lines[above].span)
            following = Span(self._lines[index].span.start, self._lines[min(index + 1, len(self._lines) - 1)].span.end)
            return above if person and (says_position or bears_name(self._document, person, following)) else index
        start = index
        for back in range(index - 1, max(done, index - _LOOK_BACK) - 1, -1):
            line, words = self._lines[back], self._words[back]
            if line.prose or len(words) > 90 or words.startswith(_ENDS_BLOCK) or _closes_sentence(words) or self._detailed(line):
                break
            same = line.block == self._lines[index].block and len(self._document.blocks[line.block].lines) == 1
            if same or self._begins_with_person(line.span):
                start = back
        return start

    def _end(self, index: int) -> int | None:
        """The index behind the last line of the contact block that begins at `index`, or None where none begins."""
        line = self._lines[index]
        if line.prose:
            return self._sentence(index)
        if line.label is None:
            if not self._detailed(line) or self._is_dial_in(index) or not self._stands_alone(index):
                return None
        elif len(line.rest) and self._is_dial_in(index) and "contact" not in self._words[index]:
            return None
        end = self._last_detail(index)
        return self._with_persons_under(end) if end else self._named_only(index)

    def _last_detail(self, index: int) -> int | None:
        end = None
        quiet = 0
        for number in range(index, len(self._lines)):
            here, words = self._lines[number], self._words[number]
            if number > index and (here.prose or self._ends_block(number)):
                break
            if self._detailed(here) and (here.label or "@" in words or not self._is_dial_in(number)):
                end, quiet = number + 1, 0
            else:
                quiet = 0 if here.strong else quiet + 1
            if quiet > (_QUIET if end is None or here.label else _QUIET - 2):
                break
        return end

    def _with_persons_under(self, end: int) -> int:
        """Takes in the persons that a list of advisers gives under a firm and its number."""
        last = self._lines[end - 1].span
        if "@" in self._words[end - 1] or self._begins_with_person(last) or not is_organisation(self._document.text[last.start : last.end]):
            return end
        under = self._lines[end : end + _LOOK_BACK]
        return end + sum(1 for _ in takewhile(lambda line: not line.prose and self._begins_with_person(line.span), under))

    def _ends_block(self, index: int) -> bool:
        words = self._words[index]
        if self._lines[index].label:
            return False
        return words.startswith(_ENDS_BLOCK) or (len(words) > 100 and "@" not in words and not re.search(r"\d{3}", words))

    def _named_only(self, index: int) -> int | None:
        """A label with a person below or beside it is a block even where no number is given."""
        if not self._lines[index].strong:
            return self._names_for_audience(index)
        for number in range(index, min(index + 2, len(self._lines))):
            if self._names(self._lines[number]):
                return number + 1 + sum(1 for _ in takewhile(self._names_under_label, self._lines[number + 1 :]))
        return None

    def _names_for_audience(self, index: int) -> int | None:
        """The line behind `Investors and media: Jane Roe, Roe & Partners`, or behind the person below such a label, under the body."""
        line = self._lines[index]
        label = line.label
        if not label or label.role not in ("investor", "media", "both") or line.span.start < self._share_of_body(0.5):
            return None
        if self._document.text[label.span.start : line.rest.start].rstrip(" *_").endswith(":") and self._names(line):
            return index + 1
        below = self._lines[index + 1] if index + 1 < len(self._lines) and not line.rest else None
        same = below is not None and below.block == line.block and below.column == line.column
        return index + 2 if same and below and not below.label and self._names(below) else None

    def _names(self, line: Line) -> bool:
        return not line.prose and self._begins_with_person(line.rest)

    def _names_under_label(self, line: Line) -> bool:
        return line.label is not None and self._names(line)

    def _sentence(self, index: int) -> int | None:
        """A sentence that names the contact, or that only leads to the lines below it."""
        line = self._lines[index]
        if not line.strong:
            return None
        if not self._document.text[line.rest.start : line.rest.end].strip(" .:"):
            below = index + 1
            return self._last_detail(below) if below < len(self._lines) and not self._lines[below].prose else None
        if self._body < line.span.start < self._share_of_body(_SENTENCE_FROM):
            return None
        end = sentence_end(self._document, line)
        sentence = self._document.folded[line.rest.start : end]
        if any(sign in sentence for sign in _DIAL_IN):
            return None
        reachable = "@" in sentence or reach.phones(self._document.text, self._document.folded, line.rest.start, end)
        return index + 1 if reachable or self._only_names(index, end) else None

    def _only_names(self, index: int, end: int) -> bool:
        """Whether a sentence sends the reader to a person, and neither it nor what follows says how to reach that person."""
        rest = Span(self._lines[index].rest.start, end)
        return self._begins_with_person(rest) and not any(self._detailed(line) for line in self._lines[index + 1 : index + 4])

    def _share_of_body(self, share: float) -> float:
        return self._body + (len(self._document.text) - self._body) * share

    def _stands_alone(self, index: int) -> bool:
        """Whether an address without a label stands where contacts stand: above the body or under it, and with a name."""
        if self._body < self._lines[index].span.start < self._share_of_body(0.5):
            return False
        if _INSTRUCTS.search(self._words[index]):
            return False
        if "@" in self._words[index]:
            return True
        around = range(max(0, index - 4), min(len(self._lines), index + 5))
        if any(self._is_dial_in(near) for near in around if not self._lines[near].prose):
            return False
        above = self._lines[index - 1] if index and not self._lines[index - 1].prose else None
        if above and _OFFICE.search(self._words[index - 1]):
            return True
        return any(self._begins_with_person(line.span) for line in self._lines[self._start(index) : index + 1])


def _closes_sentence(words: str) -> bool:
    """Whether a line ends as a sentence does, and not with a company's legal form."""
    return len(words) > 40 and words[-1] in ".!?" and not words.endswith(_LEGAL_FORM_LAST)


def _once(document: Document, found: list[Contact]) -> tuple[Contact, ...]:
    """Leaves out what was found before: the wire often gives the issuer's contacts again; of a signature and a contact the contact stays."""
    kept: list[Contact] = []
    seen: set[str] = set()
    for contact in found:
        keys = {document.quote(contact.name).lower()} if contact.name else {document.quote(e).lower() for e in contact.emails + contact.phones}
        if not keys <= seen:
            seen |= keys
            kept.append(contact)
        elif contact.name and (contact.phones or contact.emails):
            signed = [other for other in kept if other.name and document.quote(other.name).lower() in keys and not (other.phones or other.emails)]
            kept = [contact if other in signed else other for other in kept]
    return tuple(sorted(kept, key=lambda contact: contact.span))
