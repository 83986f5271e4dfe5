"""People quoted, with their titles."""

from __future__ import annotations

from dataclasses import dataclass, field

from disclint.anatomy.speech.people import bare, is_honorific, surname
from disclint.anatomy.speech.speakers import Speaker, speaker_around, speaker_beside
from disclint.anatomy.speech.speech import Stretch, is_whole_paragraph, may_be_speech, stretches
from disclint.model import Document, Part, Quotation, Span

_UNQUOTED = frozenset(("cautionary", "legend", "contacts", "table", "headline", "end-mark", "wire-tail", "boilerplate", "exhibit-label"))


def find_quotations(document: Document, parts: tuple[Part, ...]) -> tuple[Quotation, ...]:
    """One quotation for each person quoted, in the order in which they first speak; whole paragraphs that nobody is said to have said come each by itself."""
    zones = [part.span for part in parts if part.kind in _UNQUOTED]
    quoted = [s for s in stretches(document) if not any(zone.covers(s.span) for zone in zones)]
    spoken: list[tuple[Stretch, Speaker | None]] = []
    for index, stretch in enumerate(quoted):
        if may_be_speech(document, stretch):
            speaker = _speaker(document, quoted, index, spoken[-1] if spoken else None)
            if speaker or is_whole_paragraph(document, stretch):
                spoken.append((stretch, speaker))
    return _by_person(document, spoken)


def _speaker(document: Document, quoted: list[Stretch], index: int, previous: tuple[Stretch, Speaker | None] | None) -> Speaker | None:
    """The person named beside or around the words, else the one who spoke last where the speech goes on."""
    stretch = quoted[index]
    before, last = previous or (None, None)
    named = speaker_beside(document, quoted, index)
    if named and not named.pronoun:
        return named
    if named:
        return last if before and stretch.block - before.block <= 3 else None
    if stretch.opens:
        return speaker_around(document, stretch) or (last if before and stretch.block - before.block <= 1 else None)
    return last if before and before.block == stretch.block and _goes_on(document, before, stretch) else None


def _goes_on(document: Document, earlier: Stretch, stretch: Stretch) -> bool:
    """Whether the same person goes on behind the words that name the speaker."""
    return stretch.unclosed or (document.text[stretch.span.start].isupper() and stretch.span.start - earlier.span.end < 420)


@dataclass(slots=True)
class _Spoken:
    spans: list[Span] = field(default_factory=list)
    name: Span | None = None
    title: Span | None = None


def _by_person(document: Document, spoken: list[tuple[Stretch, Speaker | None]]) -> tuple[Quotation, ...]:
    """All that one person says as one quotation; the fullest name and the first title stand."""
    people: dict[str, _Spoken] = {}
    for number, (stretch, speaker) in enumerate(spoken):
        for each in (speaker, *speaker.beside) if speaker else (None,):
            name = each.name if each else None
            person = people.setdefault(_key(document, people, name) if name else f"#{number}", _Spoken())
            person.spans.append(stretch.span)
            if each and name:
                person.name = name if person.name is None or len(name) > len(person.name) else person.name
                person.title = person.title or each.title
    return tuple(Quotation(tuple(p.spans), p.name, p.title) for p in people.values())


def _key(document: Document, people: dict[str, _Spoken], name: Span) -> str:
    """The surname; where two share it, the one whose given name this is, and for the bare surname the one who spoke last."""
    last, given = surname(document.quote(name)), _given(document, name)
    same = [key for key in people if key == last or key.startswith(f"{last} ")]
    for key in reversed(same):
        known = people[key].name
        other = _given(document, known) if known else ""
        if not given or not other or given[0] == other[0]:
            return key
    return f"{last} {given}" if same else last


def _given(document: Document, name: Span) -> str:
    words = [bare(word) for word in document.quote(name).split()]
    return next((word for word in words[:-1] if not is_honorific(word)), "")
