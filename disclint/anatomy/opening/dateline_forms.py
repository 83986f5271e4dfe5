"""Datelines of particular forms: with an agency's stamp, with a city alone, or the line of Nordic announcements that names no city."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclint.anatomy.dates import Found, dates_in
from disclint.anatomy.opening.places import place_at
from disclint.model import Block, Document, Span

_STAMP = re.compile(r"\((?:pta|pts|ots|dpa)[a-z]{0,4}\d{0,4}/(?P<day>\d\d?)\.(?P<month>\d\d?)\.(?P<year>20\d\d)/\d\d:\d\d[^()\n]{0,12}\)")
TIME = re.compile(
    r"(?:at\s+|@\s*)?\d{1,2}(?:[:.]\d\d){0,2}\s*(?:hours|hrs|h)?\s*(?:[ap]\.?\s?m\.?)?\s*\(?(?:[ecmp][sd]?t|eet|eest|cet|cest|gmt|bst|utc|kl|ist"
    r"|sgt|hkt|aest|aedt|local time|cet/cest|eastern(?: time)?)?\)?(?![\w%])"
)
_COMPANY_LINE = re.compile(
    r"\b(?:release|announcement|notice|notification|transactions|bulletin|report|information|disclosure|no\.|nr\.?)\b|\b(?:plc|oyj|abp|asa|a/s"
    r"|ab|ag|se|inc\.?|corp\.?|ltd\.?|limited)\b"
)
REACH = 230


@dataclass(frozen=True, slots=True)
class Reading:
    span: Span
    place: Span | None
    date: Found | None
    strength: int


def closing(document: Document, at: int, end: int) -> int:
    """Takes in the dash, stroke or stop that closes a dateline."""
    text = document.text
    close = at
    while close < end and close < at + 12 and text[close] in " -\u2013\u2014\u2012\u2015.:;,/)*_]|\u2022\u00b7\u25cf":
        close += 1
    while close > at and text[close - 1] in " *_":
        close -= 1
    return close


def stamped(document: Document, start: int, end: int) -> Reading | None:
    """ "Linz (pta000/14.02.2025/07:20 UTC+1) - ": place and an agency's stamp with date and hour."""
    stamp = _STAMP.search(document.folded, start, min(end, start + REACH))
    place = place_at(document, start, stamp.start()) if stamp else None
    if not stamp or not place:
        return None
    day, month, year = (int(stamp.group(name)) for name in ("day", "month", "year"))
    found = Found(Span(stamp.start("day"), stamp.end("year")), year, month, day, None)
    return Reading(Span(place.start, closing(document, stamp.end(), end)), place, found, 8)


_PLACE_LABEL = re.compile(r"(?<![^\s*_])(?:place|city|location|city(?:,|/| and) state)\s*:[\s*_]*(?=\w)")
_DATE_LABEL = re.compile(r"(?<![^\s*_])(?:(?:release|issue) )?date(?: of (?:release|issue))?\s*:[\s*_]*(?=\w)")
_LABELLED = 90  # characters of two short lines


def labelled(document: Document, block: Block, below: Block | None) -> Reading | None:
    """ "Date: March 3, 2026" and "Place: Toledo, Ohio", as two lines of a form; with the hour they announce an event."""
    start, end = block.span.start, block.span.end
    ends = [end] if below is None or below.span.end - start > 2 * _LABELLED else [end, below.span.end]
    for end in ends:
        if end - start > 2 * _LABELLED or "time:" in document.folded[start:end]:
            return None
        town, day = _PLACE_LABEL.search(document.folded, start, end), _DATE_LABEL.search(document.folded, start, end)
        if town and day:
            found = next(dates_in(document, day.end(), min(end, day.end() + 30)), None)
            place = place_at(document, town.end(), day.start() if day.start() > town.start() else end)
            if found and found.year and place:
                return Reading(Span(min(town.start(), day.start()), max(place.end, found.span.end)), place, found, 6)
    return None


_STATE = re.compile(r",\s*(?:[A-Z]{2}|[A-Z][a-z]{1,5}\.|[NSDW]\.\s?[A-Z]\.|B\.C\.|[A-Z][a-z]+(?: [A-Z][a-z]+){0,2}|[A-Z]{4,}(?: [A-Z]{3,})?)$")
_NEWS = re.compile(
    r"\b(?:today|announce[sd]?|report(?:s|ed)|said|is pleased|has (?:entered|completed|signed|received)|declared|will (?:host|release|report))\b"
)


def undated(document: Document, block: Block, at: int, end: int) -> Reading | None:
    """ "HOUSTON - Acme today announced": a city and its dash, without date and wire."""
    if block.kind != "paragraph" or end - at < 100:
        return None
    dash = re.compile(r"\s*(?:--+|\s[-\u2013\u2014]\s|[\u2013\u2014]|(?<!\.)\.{3,4}(?!\.))\s*").search(document.text, at, min(end, at + 80))
    if dash is None or not _NEWS.search(document.folded, dash.end(), min(end, dash.end() + 400)):
        return None
    place = place_at(document, at, dash.start())
    if place is None:
        return None
    words = document.text[place.start : place.end]
    if not (words.split(",")[0].isupper() and len(words) > 3) and not _STATE.search(words):
        return None
    return Reading(Span(place.start, closing(document, place.end, end)), place, None, 5)


def company_line(document: Document, at: int, end: int) -> Reading | None:
    """ "Acme Plc, Company release, 13 February 2025 at 2:15 pm": the line of Nordic announcements, which names no city."""
    if end - at > 170:
        return None
    found = next(dates_in(document, at, end), None)
    if found is None or found.year is None:
        return None
    before = document.folded[at : found.span.start]
    if (
        not _COMPANY_LINE.search(before)
        or re.search(r"\b(?:on|to|of|for|ended|dated|from|until|in|the|is|will|has|as)\s*$", before)
        or re.search(r"[.;] [a-z]", before[4:] if len(before) > 4 else "")
    ):
        return None
    after = found.span.end
    rest = document.folded[after:end]
    timed = re.fullmatch(rf"[\s,;*_()|-]*(?:{TIME.pattern})?[\s.,;*_()|-]*(?:\((?:e?e?s?t|cet|cest)\))?[\s.)]*", rest)
    if not timed or not re.search(r"\d", timed.group()) or "rns" in before:
        return None  # without the hour it is a letterhead with its date
    if document.text[found.span.start - 1] not in " \t,;:|(*\u2013\u2014-":
        return None
    close = end
    while close > after and document.text[close - 1] in " *_":
        close -= 1
    return Reading(Span(at, close), None, found, 4)
