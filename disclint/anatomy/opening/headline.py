"""The headline and its sub-headlines."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from disclint.anatomy.dates import DATE
from disclint.anatomy.marks import Marks, set_lines
from disclint.anatomy.opening.headline_words import (
    ADDRESS,
    CALLED_RELEASE,
    CATEGORY,
    CONTACT_HEAD,
    DEFINED,
    FURNITURE,
    PERIOD,
    REACHABLE,
    REGISTERED,
    SUFFIX,
    TICKER_ONLY,
    TITLE,
    UNFINISHED,
)
from disclint.model import Block, Dateline, Document, Headline, Span

_TOP = 60  # blocks in which the headline may stand
_PROSE = 120  # a paragraph longer than this that ends as a sentence does is the body
_LONGEST = 420


def find_headline(document: Document, marks: Marks, dateline: Dateline | None) -> Headline | None:
    """The first line above the body that tells the news; what else stands between it and the body are its sub-headlines."""
    blocks = tuple(block for block in document.blocks if block.span.end > marks.begins)
    opening = _opening(document, blocks, dateline)
    told = _telling(document, _above(document, blocks, marks, dateline, opening), dateline)
    if not told and not _opens_text(blocks, dateline):
        told = _telling(document, _below(document, blocks, marks, opening), dateline)
    if not told or _is_item(document, told[0]) or all(_is_letterhead(document, unit) or _is_period(document, unit) for unit in told):
        return None
    first, rest = told[0], told[1:]
    while rest and _continues(document, first, rest[0]):
        first, rest = Span(first.start, rest[0].end), rest[1:]
    said = _bare(document, first)
    subheads = [unit for unit in rest if (bare := _bare(document, unit)) != said and bare not in said]
    return Headline(first, tuple(subheads[:_SUBHEADS]))


def _is_item(document: Document, unit: Span) -> bool:
    """Whether the line is one of several points: they stand below a headline."""
    return sum(b.kind == "item" and unit.start <= b.span.end and b.span.start < unit.end + 600 for b in document.blocks) > 1 and any(
        b.kind == "item" and b.span.touches(unit) for b in document.blocks
    )


def _is_letterhead(document: Document, unit: Span) -> bool:
    """Whether the line is no more than the legal name, which the text repeats."""
    whole = document.folded[unit.start : unit.end].strip(" *_")
    words = CALLED_RELEASE.sub("", whole)
    suffix = SUFFIX.search(words)
    if (not suffix and words == whole) or len(words) < 6:
        return False
    name = words[: suffix.start()] if suffix else words
    return (len(name) > 4 and name in document.folded[unit.end : unit.end + 600]) or f"about {words}" in document.folded


def _is_period(document: Document, unit: Span) -> bool:
    """Whether the line names a period and nothing that happened in it: `Third Quarter 2026`."""
    return bool(PERIOD.fullmatch(document.folded[unit.start : unit.end].strip(" *_.:")))


def _opens_text(blocks: tuple[Block, ...], dateline: Dateline | None) -> bool:
    """Whether the dateline opens a paragraph that goes on: what follows that is the body, and no headline."""
    return dateline is not None and any(b.span.covers(dateline.span) and b.span.end - dateline.span.end > _PROSE // 2 for b in blocks)


_SUBHEADS = 16


def _telling(document: Document, units: Iterator[Span], dateline: Dateline | None) -> list[Span]:
    """Without contacts, letterhead, labels, legends and date lines."""
    place = document.folded[dateline.place.start : dateline.place.end] if dateline and dateline.place else None
    told = _without_contacts(document, [unit for unit in units if len(unit) > 2])
    told = [unit for unit in told if not _is_furniture(document, unit) and not (place and _is_place_line(document, unit, place))]
    return [unit for n, unit in enumerate(told) if (n and _is_unfinished(document, told[n - 1])) or not _is_name(document, unit, told)]


def _is_place_line(document: Document, unit: Span, place: str) -> bool:
    """A wire sets city and date on a line of their own above the dateline."""
    return len(unit) < len(place) + 40 and document.folded.startswith(place, unit.start) and bool(DATE.search(document.folded, unit.start, unit.end))


def _opening(document: Document, blocks: tuple[Block, ...], dateline: Dateline | None) -> int:
    """The block that opens the body: the dateline's or, without one, the first running text."""
    for n, block in enumerate(blocks[:_TOP]):
        if block.span.end > dateline.span.start if dateline else _is_body(document, block):
            return n
    return min(len(blocks), 12)


def _above(document: Document, blocks: tuple[Block, ...], marks: Marks, dateline: Dateline | None, opening: int) -> Iterator[Span]:
    """The blocks, or the lines of mixed ones, down to the opening of the body."""
    for block in blocks[:opening]:
        if not _is_apart(block):
            yield from _units(document, block, marks)
    if opening < len(blocks):
        block = blocks[opening]
        end = dateline.span.start if dateline else _running_from(document, block)
        for line in set_lines(block):
            if line.end <= end and not any(line.touches(mark) for mark in _labels(marks)):
                yield line


_RUNNING = re2.compile(r"is pleased to|\bannounces?d? (?:that|the|its|a|an|today)\b|\([\w. ]{2,20}: ?\w{1,8}\b[^()]*\)|^reference is made")


def _running_from(document: Document, block: Block) -> int:
    """Where running text begins in a block set without blank lines: short lines above it are letterhead and headline."""
    lines = set_lines(block)
    if len(lines) < 3:
        return block.span.start
    for line in lines[:8]:
        if _RUNNING.search(document.folded[line.start : line.end]):
            return line.start
    width = max(len(line) for line in lines)
    return next(line.start for line in lines if len(line) > 0.8 * width)


def _below(document: Document, blocks: tuple[Block, ...], marks: Marks, opening: int) -> Iterator[Span]:
    """A letter's order: place and date first, then the headline."""
    for block in blocks[opening + 1 : opening + 12]:
        if _is_body(document, block) or block.kind == "table":
            return
        if not _is_apart(block):
            yield from _units(document, block, marks)


def _is_apart(block: Block) -> bool:
    """Beside others, or a table; a table of one column is set text."""
    return block.kind in ("rule", "page-break") or block.column > 0 or any(len(row) > 1 for row in block.rows)


def _is_body(document: Document, block: Block) -> bool:
    """Running text in small letters that ends as a sentence does."""
    if block.kind != "paragraph" or len(block.span) < _PROSE:
        return False
    words = document.text[block.span.start : block.span.end]
    if not words.rstrip(' *_)"\u201d').endswith((".", ":")) and len(words) < 1.7 * _PROSE:
        return False
    return sum(c.islower() for c in words) > len(words) // 2 and not FURNITURE.match(document.folded[block.span.start : block.span.start + 200])


def _units(document: Document, block: Block, marks: Marks) -> Iterator[Span]:
    """The block, or the runs of lines between the labels, dates and numbers that were set into it."""
    lines = set_lines(block)
    labels = _labels(marks)
    apart = [any(line.touches(mark) for mark in labels) or (len(lines) > 1 and _is_set_apart(document, lines, n)) for n, line in enumerate(lines)]
    if not any(apart):
        yield block.span
        return
    start: int | None = None
    end = 0
    for line, parts in zip(lines, apart, strict=True):
        if parts:
            if start is not None:
                yield Span(start, end)
            start = None
            if not any(line.touches(mark) for mark in labels):
                yield line
            continue
        start, end = line.start if start is None else start, line.end
    if start is not None:
        yield Span(start, end)


def _is_set_apart(document: Document, lines: tuple[Span, ...], n: int) -> bool:
    """A line that is a unit of its own even inside a block: what no line of a headline can be."""
    line = lines[n]
    if n and _is_unfinished(document, lines[n - 1]):
        return False
    words = document.folded[line.start : line.end].strip()
    if len(words) > 90:
        return False
    return bool(
        words.isdigit()
        or (CATEGORY.fullmatch(words) and not words.startswith("insid"))
        or TICKER_ONLY.fullmatch(words)
        or CONTACT_HEAD.match(words)
        or REGISTERED.fullmatch(words)
        or REACHABLE.search(words)
        or "/ key word" in words
        or _is_date_line(words)
    )


def _labels(marks: Marks) -> tuple[Span, ...]:
    return tuple(mark for mark in (*marks.exhibit_labels, marks.release_line, marks.embargo) if mark)


def _without_contacts(document: Document, units: list[Span]) -> list[Span]:
    """Leaves out a contact block at the top: from its heading to its last number or address."""
    folded = document.folded
    kept: list[Span] = []
    inside = False
    for n, unit in enumerate(units):
        words = folded[unit.start : unit.end]
        short = len(words) < 200
        if short and CONTACT_HEAD.match(words):
            inside = True
            continue
        if inside:
            inside = any(REACHABLE.search(folded, later.start, later.end) for later in units[n : n + 6] if len(later) < 240)
            if inside and short:
                continue
        kept.append(unit)
    return kept


def _is_furniture(document: Document, unit: Span) -> bool:
    words = document.folded[unit.start : unit.end].strip()
    if len(words) > _LONGEST or not any(c.isalpha() for c in words):
        return True
    if FURNITURE.match(words) or CATEGORY.fullmatch(words) or TICKER_ONLY.fullmatch(words) or DEFINED.fullmatch(words):
        return True
    if words[0] == "[" and words.endswith("]"):
        return True
    if len(words) < 160 and (REACHABLE.search(words) or (len(words) < 80 and ADDRESS.search(words))):
        return True
    return _is_date_line(words)


_TIME_WORDS = re.compile(
    r"(?:\d{1,2}[:.]\d\d|eastern|central|pacific|mountain|european|daylight|standard|summer|local|time|hours|\b[a-z]{1,4}\b"
    r"|[^a-z])+"
)


def _is_date_line(words: str) -> bool:
    date = DATE.search(words)
    return date is not None and len(words) < 70 and bool(_TIME_WORDS.fullmatch(words[: date.start()] + " " + words[date.end() :]))


def _is_name(document: Document, unit: Span, told: list[Span]) -> bool:
    """A company's name on its own: a letterhead, if something that reads like a headline stands there too."""
    words = " ".join(document.folded[unit.start : unit.end].replace("*", "").split()).strip(" .:")
    count = len(words.split())
    if len(told) == 1:
        return False
    if TITLE.fullmatch(words):
        return any(len(other) > 20 and other.start > unit.end and not TITLE.fullmatch(document.folded[other.start : other.end]) for other in told)
    if count > 7:
        return False
    others = [" ".join(document.folded[other.start : other.end].replace("*", "").split()) for other in told if other != unit]
    if not any(len(other.split()) > 1 and not SUFFIX.search(other) for other in others):
        return False
    if SUFFIX.search(words):
        following = next((other for other in told if other.start > unit.end), None)
        if following and _PREDICATE.match(document.folded[following.start : following.end]):
            return False  # the headline's subject, on a line of its own
        return not re.search(r"\b(?:announces?|reports?|names?|acquires?|to|appoints?|declares?|of|for|with|completes?|and the)\b", words)
    if count == 1:
        return any(len(other.split()) > 2 for other in others)  # a logo's letters
    return count <= 4 and any(other.startswith((words + " ", words + "'", words + ":")) for other in others)


def _continues(document: Document, first: Span, second: Span) -> bool:
    """The headline was set as two blocks: the first breaks off, or the second goes on in the middle of a sentence."""
    after = document.text[second.start : second.end].lstrip("*_ ")
    if second.start - first.end > 2 or len(first) + len(after) > _LONGEST:
        return False
    predicate = bool(SUFFIX.search(document.folded[first.start : first.end])) and bool(_PREDICATE.match(after.lower()))
    return _is_unfinished(document, first) or predicate or after[:1].islower()


_PREDICATE = re2.compile(r"(?:announces?|declares?|reports?|names|appoints?|completes?|receives?|signs|enters|launches|adopts|approves|elects|to)\b")


def _is_unfinished(document: Document, unit: Span) -> bool:
    return bool(UNFINISHED.search(document.folded[unit.start : unit.end]))


def _bare(document: Document, span: Span) -> str:
    return re.sub(r"[^a-z0-9]", "", document.folded[span.start : span.end])
