"""Zones: names by which rule files say where in a release to look."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import get_args

from disclint.model import Block, PartKind, Release, Span

_GROUPS: dict[str, tuple[str, ...]] = {
    "prose": ("subheadline", "dateline", "body", "heading"),
    "copy": ("headline", "subheadline", "dateline", "body", "heading", "boilerplate"),  # what the issuer says, without legends
    "legends": ("legend", "cautionary", "measures"),
}
NAMES = frozenset(get_args(PartKind)) | frozenset(_GROUPS) | {"lead", "quotations", "anywhere", "whole", "tail"}


def refuse_unknown(names: Iterable[str]) -> None:
    """Raises ValueError, naming those that exist, for a name that is no zone."""
    for name in names:
        if name not in NAMES:
            raise ValueError(f"unknown zone {name!r}; known are {', '.join(sorted(NAMES))}")


def spans(release: Release, names: Sequence[str], outside: Sequence[str] = ()) -> tuple[Span, ...]:
    """The spans of the zones in order; nothing named means anywhere. `outside` takes zones away from them.

    Anywhere is each part by itself; the whole is one span, for wording that runs on from one part into the next.
    """
    if "whole" in names:
        chosen: tuple[Span, ...] = (Span(0, len(release.text)),)
    else:
        chosen = _named(release, names) if names and "anywhere" not in names else tuple(p.span for p in release.parts)
    for hole in _named(release, outside) if outside else ():
        chosen = tuple(piece for span in chosen for piece in _without(span, hole))
    return chosen


def _named(release: Release, names: Sequence[str]) -> tuple[Span, ...]:
    kinds = {kind for name in names for kind in _GROUPS.get(name, (name,))}
    found = list(release.zone(*kinds))
    if "quotations" in names:
        found.extend(span for quotation in release.quotations for span in quotation.spans)
    if "lead" in names:
        found.extend(lead(release))
    if "tail" in names:
        bodies = release.zone("body", "dateline")
        after = bodies[-1].end if bodies else 0
        found.extend(p.span for p in release.parts if p.span.start >= after)
    return tuple(sorted(found))


def lead(release: Release) -> tuple[Span, ...]:
    """The first paragraph of the body, with the dateline that opens it; what a dateline opens is no legend, whatever it is worded like."""
    opened = 0
    for part in release.parts:
        if part.kind == "dateline":
            opened = part.span.end
        if part.kind == "body" or (part.kind == "legend" and 0 <= part.span.start - opened < 4 and opened):
            block = next((b for b in release.document.blocks if b.span.covers(part.span)), None)
            first = Span(block.span.start, part.span.end) if block else part.span
            return (first, *_announced(release, first))
    return ()


_FOLLOWS = re.compile(r"\b(?:the following(?: \w+){0,2}|as follows)[.:]\s*$")


def _announced(release: Release, first: Span) -> Iterator[Span]:
    """The paragraph that tells the news where the first one only says that there are some."""
    if _FOLLOWS.search(release.folded, first.start, first.end):
        yield from (block.span for block in release.document.blocks if first.end <= block.span.start <= first.end + 2 and block.kind == "paragraph")


def introduction(release: Release, block: Block) -> str:
    """The words that introduce a list, of which the block is an item."""
    blocks = release.document.blocks
    at = bisect.bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
    while at and blocks[at].kind == "item":
        at -= 1
    before = release.folded[blocks[at].span.start : blocks[at].span.end].rstrip() if block.kind == "item" else ""
    return before[-160:] if before.endswith(":") else ""


def heading_above(release: Release, block: Block) -> str:
    """The words of the heading above the block, and of those right above that one."""
    blocks = release.document.blocks
    at = bisect.bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
    words: list[str] = []
    for other in reversed(blocks[max(0, at - 8) : at]):
        if other.kind == "heading":
            words.append(release.folded[other.span.start : other.span.end])
        elif words:
            break
    return " / ".join(words)


def _without(span: Span, hole: Span) -> tuple[Span, ...]:
    if not span.touches(hole):
        return (span,)
    pieces = (Span(span.start, max(span.start, hole.start)), Span(min(span.end, hole.end), span.end))
    return tuple(p for p in pieces if len(p))
