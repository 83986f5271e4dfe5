"""What the release announces."""

from __future__ import annotations

from disclint.model import Context, Document, Event, Headline, Part


def find_events(document: Document, context: Context, parts: tuple[Part, ...], headline: Headline | None) -> tuple[Event, ...]:
    return tuple(Event(name, None) for name in context.events)
