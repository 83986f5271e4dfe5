"""The city and date that open the body."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.anatomy.dates import Found, dates_in, year_from_elsewhere
from disclint.anatomy.marks import Marks, set_lines
from disclint.anatomy.opening.dateline_forms import REACH, TIME, Reading, closing, company_line, labelled, stamped, undated
from disclint.anatomy.opening.places import market_of_place, place_at, reads_as_place
from disclint.model import Block, Dateline, Document, Span

# Two signs of a release's wire: its name between strokes or in brackets, in any of the manners of the last thirty years.
_SLUG = re.compile(
    r"/\s*(?:[a-z][\w.& -]{0,24}\s)?[\w.& -]{0,16}(?:wire|cnw|prn|first ?call|access|newsfile|marketwatch|prime ?zone|quote ?media"
    r"|canada stockwatch)[\w.& -]{0,24}\s*/"
    r"|\(\s*(?:via\s+)?[\w.& -]{0,20}(?:wire|newsfile|globe|cnw|prime ?zone|marketwired?|prnews|pr news|rns|accessnews|eqs)[\w.&, -]{0,24}(?=\)"
    r"| - )\)?"
    r"|(?<=-)\s?(?:business wire|globe newswire|pr newswire|prnewswire)\b(?=\s?-)"
    r"|(?:globe newswire|business wire|accesswire|access newswire|prnewswire|newsdirect|the ?newswire)\b(?=\s?[-/])"
)
_DASH = re.compile(r"\s*(?:--+|\.\.+|\s-\s?|-(?=\s|$)|(?<=[\u2013\u2014])|:\s)")
# What may stand before the place: a label, or the company with its ticker.
_LABEL = re.compile(
    r"(?:press|news|media) release\s*[,:|-]\s*(?=\w)|(?:dateline|(?:place|city|location)(?: and |/)date|date(?: and |/)(?:place|city|location))\s*:[\s*_]*(?=\w)"
)
_COMPANY_FIRST = re.compile(r"[^()\n]{3,80}\((?:nasdaq|nyse|otc|tsx|amex|lse|aim|asx|cse)[\w .]{0,20}[:-]\s?[\w.]{1,8}\)\s+(?=[a-z]\w+[\w ]*,\s)")
_CANDIDATES = 60  # blocks
_LONG = 260


def find_dateline(document: Document, marks: Marks) -> Dateline | None:
    best = max(_readings(document, marks), key=lambda reading: (reading.strength, -reading.span.start), default=None)
    if best is None:
        return None
    if best.date is None:
        return Dateline(best.span, best.place, None, None)
    year = best.date.year or year_from_elsewhere(document, best.date)
    return Dateline(best.span, best.place, best.date.on(year) if year else None, best.date.span)


def _readings(document: Document, marks: Marks) -> Iterator[Reading]:
    """Every place among the first blocks where a dateline may be read; the prose of the body ends the search."""
    prose = 0
    blocks = [block for block in document.blocks if block.span.end > marks.begins and block.kind not in ("rule", "page-break")]
    for number, block in enumerate(blocks[:_CANDIDATES]):
        found = False
        if not prose and (labelled_lines := labelled(document, block, next(iter(blocks[number + 1 : number + 2]), None))):
            yield labelled_lines
        apart = _set_apart(document, blocks[number - 1], block, next(iter(blocks[number + 1 : number + 2]), None)) if number else None
        if apart:
            yield apart
        for start, end in _openings(document, block, marks):
            reading = _read(document, block, start, end)
            if reading:
                found = True
                yield reading
                if reading.strength >= _CERTAIN:
                    return
        if not found and _is_prose(document, block):
            prose += 1
            if prose > 3:
                return


def _openings(document: Document, block: Block, marks: Marks) -> Iterator[tuple[int, int]]:
    """Where a dateline may begin: the block's start, and the start of each line of a short block or before running text."""
    yield block.span.start, block.span.end
    if block.kind == "table":
        for row in block.rows[:12]:
            yield from ((cell.start, cell.end) for cell in row if len(cell))
        return
    release = marks.release_line
    if release and block.span.covers(release):
        yield release.end, block.span.end
    for line in set_lines(block)[1:8]:
        yield line.start, block.span.end


def _is_prose(document: Document, block: Block) -> bool:
    if block.kind != "paragraph" or len(block.span) < _LONG:
        return False
    words = document.text[block.span.start : block.span.start + _LONG]
    return sum(c.islower() for c in words) > _LONG // 2


_CERTAIN = 9


def _set_apart(document: Document, above: Block, block: Block, below: Block | None) -> Reading | None:
    """A place and a date as paragraphs of their own, one over the other, before the body."""
    if below is None or below.kind != "paragraph" or len(below.span) < 120 or max(len(above.span), len(block.span)) > 60:
        return None
    found = next(dates_in(document, block.span.start, block.span.end), None)
    place = place_at(document, above.span.start, above.span.end)
    if not found or not found.year or not place or not market_of_place(document.folded[place.start : place.end]):
        return None
    opens = found.weekday.start if found.weekday else found.span.start
    if document.text[block.span.start : opens].strip(" *_") or document.text[found.span.end : block.span.end].strip(" *_.-\u2013\u2014"):
        return None
    return Reading(Span(place.start, found.span.end), place, found, 5)


def _read(document: Document, block: Block, start: int, end: int) -> Reading | None:
    """Reads the parts of a dateline from `start` on: place, date and wire in whatever order, then the body or the end of the block."""
    at = _skip(document, start, end)
    if label := _LABEL.match(document.folded, at, end):
        at = label.end()
    if with_stamp := stamped(document, at, end):
        return with_stamp
    company = _COMPANY_FIRST.match(document.folded, at, end)
    return _read_from(document, block, at, end) or (_read_from(document, block, company.end(), end) if company else None)


def _read_from(document: Document, block: Block, at: int, end: int) -> Reading | None:
    folded = document.folded
    opening, stop = at, min(end, at + REACH)
    anchor = _first_anchor(document, at, stop)
    if anchor is None:
        return undated(document, block, at, end)
    place = place_at(document, at, anchor) or _wired_place(document, at, anchor, stop)
    if place and _runs_on(document, block, place):
        return None
    if place is None and anchor - at > 1:
        return company_line(document, at, end) or undated(document, block, at, end)
    date: Found | None = None
    slug = False
    at = anchor
    while at < stop:
        here = _gap(document, at, stop)
        if date is None and (found := _date_at(document, here, stop)):
            date, at = found, found.span.end
            if found.weekday and found.weekday.start >= at:
                at = found.weekday.end + 1
        elif match := _SLUG.match(folded, here, stop):
            slug, at = True, match.end()
        elif (date or slug) and (match := TIME.match(folded, here, stop)) and len(match.group().strip()) > 2 and _is_time(match.group()):
            at = match.end()
        elif place is None and (late := _late_place(document, here, stop)):
            place, at = late, late.end
        else:
            break
    if (date is None and not slug) or (date is None and place is None) or (date and _is_range(document, place, date, at, end)):
        return None
    return _judged(document, block, Span(opening, end), at, place, date, slug)


def _runs_on(document: Document, block: Block, place: Span) -> bool:
    """A title above the dateline, unseparated by a blank line, is no part of its place."""
    breaks = [line.start for line in set_lines(block) if place.start < line.start < place.end]
    above = document.text[place.start : breaks[0]].rstrip() if breaks else ""
    return bool(above) and "," not in above and not above.lower().endswith((" and", "&", "/", "-")) and (above.isupper() or len(above.split()) > 3)


def _is_range(document: Document, place: Span | None, date: Found, at: int, end: int) -> bool:
    """ "1 January - 31 December 2024" is a period; figures between strokes stand in tables and forms, but for those between a place and a dash."""
    following = next(dates_in(document, at, min(end, at + 30)), None)
    ranged = following is not None and document.folded[at : following.span.start].strip(" *_") in ("-", "to", "and", "through", "until", "")
    if ranged or "/" not in document.text[date.span.start : date.span.end]:
        return ranged
    known = place is not None and market_of_place(document.folded[place.start : place.end])
    return not known or not re.compile(r"\)?\s*[:|\u2013\u2014-]").match(document.text, at, end)


def _is_time(words: str) -> bool:
    return any(sign in words for sign in (":", "m", "t", "h", ".")) and not words.strip().isdigit()


def _judged(document: Document, block: Block, line: Span, at: int, place: Span | None, date: Found | None, slug: bool) -> Reading | None:
    """How sure the reading is, by what it holds and what follows it."""
    end = line.end
    dash = _DASH.match(document.folded, at, end) or _DASH.match(document.text, at, end)
    rest = end - at
    follows = rest > 60
    close = closing(document, at, end)
    separated = close > at and any(c in "-\u2013\u2014:.;,/)|\u2022\u00b7\u25cf" for c in document.text[at:close])
    timed = date is not None and at > date.span.end + 3
    if place is None and not slug and not (timed and rest <= 3) and (not follows or dash is None):
        return None  # a date line of its own, or a sentence that begins with a date
    if date and date.year is None and not slug and not follows:
        return None
    if follows and not separated and not slug and block.kind == "heading":
        return None
    if not follows and rest > 3 and not slug and not separated:
        return None
    strength = 3 * slug + 3 * (place is not None) + 2 * (date is not None) + (2 if follows else 0) + (1 if dash else 0)
    if place and date and not slug and not follows and not _is_parted(document, block, place, date):
        return None  # a title that ends in a date
    return Reading(Span(line.start, close), place, date, strength)


def _is_parted(document: Document, block: Block, place: Span, date: Found) -> bool:
    """Whether a mark stands between place and date, or the line of a known place ends there."""
    first, second = sorted((place, date.span))
    if re.search(r"[,;:(./|\u2022\u00b7\u25cf\u2013\u2014-]", document.text[first.end : second.start]):
        return True
    broken = any(first.end <= line.start <= second.start for line in set_lines(block)[1:])
    return broken and bool(market_of_place(document.folded[place.start : place.end]))


def _skip(document: Document, at: int, end: int) -> int:
    while at < end and document.text[at] in " \t*_>\"'([\u201c\u2013\u2014-/|:":
        if document.folded[at] in "(/" and _SLUG.match(document.folded, at, end):
            return at
        at += 1
    return at


def _gap(document: Document, at: int, stop: int) -> int:
    """Over what separates the parts, but not into a wire's name in strokes or brackets."""
    folded = document.folded
    while at < stop and folded[at] in " \t*_,;:.|-()[]/\u2022\u00b7\u25cf":
        if folded[at] in "(/" and _SLUG.match(folded, at, stop):
            return at
        at += 1
    return at


def _date_at(document: Document, at: int, stop: int) -> Found | None:
    found = next(dates_in(document, at, stop), None)
    if found is None:
        return None
    begins = min(found.span.start, found.weekday.start if found.weekday else found.span.start)
    return found if begins == at else None


def _first_anchor(document: Document, at: int, stop: int) -> int | None:
    """Where the first date or wire name begins."""
    date = next(dates_in(document, at, stop), None)
    slug = _SLUG.search(document.folded, at, stop)
    starts = [slug.start()] if slug else []
    if date:
        starts.append(min(date.span.start, date.weekday.start) if date.weekday else date.span.start)
    return min(starts, default=None)


def _wired_place(document: Document, start: int, end: int, stop: int) -> Span | None:
    """ "SPRINGFIELD, NEWS, May 5 (WIRE)": capitals before a date and a wire's name are its place, whatever they say."""
    words = document.text[start:end].rstrip(" \t*_,;:-\u2013\u2014")
    if words.isupper() and 3 <= len(words) <= 60 and "," in words and reads_as_place(words) and _SLUG.search(document.folded, end, stop):
        return Span(start, start + len(words))
    return None


_PLACE_ENDS = re.compile(r"\s*(?:--|\s[-\u2013\u2014/]\s|[\u2013\u2014|\u2022\u00b7\u25cf]|:\s|\.\s*\n)")


def _late_place(document: Document, at: int, stop: int) -> Span | None:
    """A place that stands behind date and wire, up to its dash; the colon of a ticker, "Acme (ASX: ACM)", ends none."""
    close = _PLACE_ENDS.search(document.text, at, min(stop, at + 90))
    if close is None and (here := place_at(document, at, stop)) and not document.text[here.end : stop].strip(" *_.,"):
        return here if market_of_place(document.folded[here.start : here.end]) else None  # nothing follows the place
    if close is None or document.text.rfind("(", at, close.start()) > document.text.rfind(")", at, close.start()):
        return None
    return place_at(document, at, close.start())
