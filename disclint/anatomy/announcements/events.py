"""What the release announces: told by its headline and lead, for some events by a sentence of the body that announces them."""

from __future__ import annotations

import re

from disclint.anatomy.announcements.announcement import Announcement, Pattern
from disclint.anatomy.announcements.business_announcements import BUSINESS
from disclint.anatomy.announcements.securities_announcements import SECURITIES
from disclint.model import Context, Document, Event, Headline, Part, Span

_LEAD = 700  # characters of the lead that are read
_SHORTEST_LEAD = 60
_NO_HEADLINE = 160  # the lead's first words that stand for a headline where there is none
_PIECE = re.compile(r"[^;]+")  # each announces something of its own
_ANNOUNCEMENTS = (*SECURITIES, *BUSINESS)
_MANNER = {  # an event that is only the manner of another one
    "conference": ("earnings", "merger", "clinical_fda"),
    "award": ("clinical_fda",),
    "legal": ("bankruptcy",),
    "contract": ("merger", "debt_financing"),
}
# Under a headline on one event, others that only a subhead names are highlights of the period, or figures of the deal.
_DETAILS = {
    "earnings": frozenset(
        {"product", "contract", "partnership", "award", "clinical_fda", "legal", "mining", "restructuring", "merger", "offering", "debt_financing"}
    ),
    "merger": frozenset({"earnings", "guidance", "offering", "debt_financing"}),
    "restatement": frozenset({"earnings"}),
    "agm_governance": frozenset({"merger", "contract", "product"}),
    "conference": frozenset({"contract", "product", "partnership", "award", "clinical_fda"}),
}


def find_events(document: Document, context: Context, parts: tuple[Part, ...], headline: Headline | None) -> tuple[Event, ...]:
    """The user's word is final; else the events of headline, lead and body, in the order of that weight."""
    if context.events:
        return tuple(Event(name, None) for name in context.events)
    lead = _lead(parts)
    heads = _heads(headline, lead)
    found: dict[str, Span] = {}
    for kind in _ANNOUNCEMENTS:
        span = _named(document, kind, heads) or _led(document, kind, lead, heads)
        if span:
            found[kind.event] = span
    for kind in _ANNOUNCEMENTS:
        if kind.body and kind.event not in found:
            span = _announced(document, kind, kind.body, parts)
            if span:
                found[kind.event] = span
    for name, others in _MANNER.items():
        if any(other in found for other in others):
            found.pop(name, None)
    for name in _details(found, headline) if headline else ():
        del found[name]
    if not found and heads:
        found["other"] = heads[0]
    at_head = {name for name, span in found.items() if any(head.covers(span) for head in heads)}
    return tuple(Event(name, span) for name, span in sorted(found.items(), key=lambda item: (item[0] not in at_head, item[1])))


def _details(found: dict[str, Span], headline: Headline) -> tuple[str, ...]:
    told = {name for name, span in found.items() if headline.span.covers(span)}
    below = {name for name, span in found.items() if any(subhead.covers(span) for subhead in headline.subheads)}
    return tuple(sorted(name for name in below if any(name in _DETAILS.get(other, ()) for other in told)))


def _heads(headline: Headline | None, lead: Span | None) -> tuple[Span, ...]:
    """Headline and subheads; without one the first words of the lead stand for it."""
    if headline:
        return (headline.span, *headline.subheads)
    return (Span(lead.start, min(lead.end, lead.start + _NO_HEADLINE)),) if lead else ()


def _named(document: Document, kind: Announcement, heads: tuple[Span, ...]) -> Span | None:
    for head in heads:
        for match in _PIECE.finditer(document.folded, head.start, head.end):
            piece = Span(*match.span())
            span = _in_piece(document, kind, piece)
            if span:
                return span
    return None


def _in_piece(document: Document, kind: Announcement, piece: Span) -> Span | None:
    """The first words that are not themselves part of an excuse; an excuse apart from them speaks for the whole piece."""
    named = _all(kind.headline, document, piece)
    excuses = _all(kind.excuse, document, piece) if named and kind.excuse else ()
    if any(not any(excuse.touches(span) for span in named) for excuse in excuses):
        return None
    return next((span for span in named if not any(excuse.touches(span) for excuse in excuses)), None)


def _led(document: Document, kind: Announcement, lead: Span | None, heads: tuple[Span, ...]) -> Span | None:
    """What the lead names, unless a headline says that it only sounds like it."""
    recalled = _all(kind.past, document, lead) if kind.past and lead else ()
    told = _all(kind.lead, document, lead) if kind.lead and lead else ()
    span = next((span for span in told if not any(past.touches(span) for past in recalled)), None)
    for head in heads:
        if span and kind.excuse and _find(kind.headline, document, head) and _find(kind.excuse, document, head):
            return None
    return span


def _announced(document: Document, kind: Announcement, pattern: Pattern, parts: tuple[Part, ...]) -> Span | None:
    """Said in a sentence of the body, or the matter of a section by its heading."""
    for part in parts:
        span = (
            _find(pattern, document, part.span) if part.kind == "body" else _named(document, kind, (part.span,)) if part.kind == "heading" else None
        )
        if span:
            return span
    return None


def _all(pattern: Pattern, document: Document, within: Span) -> tuple[Span, ...]:
    return tuple(Span(within.start + m.start(), within.start + m.end()) for m in pattern.finditer(document.folded[within.start : within.end]))


def _find(pattern: Pattern, document: Document, within: Span) -> Span | None:
    match = pattern.search(document.folded[within.start : within.end])
    return Span(within.start + match.start(), within.start + match.end()) if match else None


def _lead(parts: tuple[Part, ...]) -> Span | None:
    """The opening of the body: its first paragraph that is long enough to tell something."""
    for part in parts:
        if part.kind == "body" and len(part.span) >= _SHORTEST_LEAD:
            return Span(part.span.start, min(part.span.end, part.span.start + _LEAD))
    return None
