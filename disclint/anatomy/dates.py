"""Calendar dates and what they are the date of."""

from __future__ import annotations

import datetime as dt

from disclint.model import Context, Dateline, DateMention, Document, Part


def find_dates(document: Document, parts: tuple[Part, ...], release: dt.date | None) -> tuple[DateMention, ...]:
    return ()


def release_date(document: Document, dateline: Dateline | None, context: Context) -> dt.date | None:
    """The day whose law applies: the dateline's, else the one given by the user, else the metadata's."""
    return dateline.date if dateline and dateline.date else context.as_of
