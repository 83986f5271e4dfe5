"""Claims of the first lines that the tables do not bear out: "over" an amount that the total does not reach, and earnings per share of no row."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclint.checks import zones
from disclint.figures import Figure, figures
from disclint.model import Block, Release, Span
from disclint.tables import Cell, Row, rows

_MORE = re.compile(r"\b(?:over|more than|exceed(?:s|ed|ing)?|in excess of|surpass(?:es|ed|ing)?|above|north of) $")
_MOVED = re.compile(r"\b(?:increas\w*|grow\w*|grew|up|rose|gain\w*|improv\w*|expect\w*|target\w*|goal|guid\w+|will|would|could|anticipat\w*)\b")
_TOTAL = re.compile(r"(?:grand )?totals?\b")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset({"total", "totals", "grand", "other", "from", "before", "after"})
_PER_SHARE = re.compile(
    r"\bnet (?:income|earnings|profit|loss)(?: of (?:\d|[$.,]| million)+,? or)?(?: attributable to [a-z ]{3,30})?(?: per (?:(?:basic|diluted|and|common) )*share)?"
    r" (?:was|were|of|totaled|came to)? ?$"
)
_A_SHARE = re.compile(r" per (?:(?:basic|diluted|fully|and|common) )*share\b")
_THAN = re.compile(r"\b(?:compared|versus|vs\.?|against|from|than|prior|previous|preceding)\b")
_QUARTER = re.compile(r"\b(?:quarters?|three months|(?:13|thirteen) weeks|q[1-4])\b")
_LONGER = re.compile(r"\b(?:six|nine|twelve) months|\byear ended|\bfull[- ]year|\b(?:26|39|52|53) weeks")
_NTH = re.compile(r"\b(first|second|third|fourth)[ -]quarter\b")
_SHARE_ROW = re.compile(r"(?:income|earnings|loss|profit|eps).*\bper\b.*\bshare|\beps\b|\b(?:basic|diluted)\b")
_OTHER = re.compile(
    r"adjusted|non-gaap|core|pro forma|exclud|before|comprehensive|discontinued|continuing|expect|guid|outlook|range|split|respectively"
)


def claims(release: Release) -> Iterator[tuple[Figure, Span, tuple[Cell, ...]]]:
    """Figures of the headline and the first paragraphs, each with the row that contradicts it."""
    listed = [row for block in release.document.blocks if block.kind == "table" for row in rows(release.folded, block)]
    quarterly = [row for block in _of_quarters(release) for row in rows(release.folded, block)]
    top = [*([release.headline.span, *release.headline.subheads] if release.headline else []), *zones.lead(release)]
    for place in top:
        for figure in figures(release.folded, place):
            if figure.kind == "money":
                row = _not_reached(release, place, figure, listed) or _of_no_row(release, place, figure, quarterly)
                if row:
                    yield figure, row.label_span, tuple(cell for cell in row.cells if cell)


def of_another_quarter(release: Release, sentence: Span) -> bool:
    """Whether a quarter is named that neither headline, lead nor tables are of."""
    top = [*([release.headline.span] if release.headline else []), *zones.lead(release)]
    known = {nth for place in top for nth in _NTH.findall(release.folded, place.start, place.end)}
    named = set(_NTH.findall(release.folded, sentence.start, sentence.end))
    return bool(named - known) and (bool(known) or not zones.lead(release) or sentence.start > zones.lead(release)[0].end)


def _of_quarters(release: Release) -> Iterator[Block]:
    """The tables whose columns are quarters."""
    blocks = release.document.blocks
    for number, block in enumerate(blocks):
        start = blocks[max(0, number - 3)].span.start
        if block.kind == "table" and _QUARTER.search(release.folded, start, min(block.span.end, block.span.start + 300)):
            yield block


def _not_reached(release: Release, place: Span, figure: Figure, listed: list[Row]) -> Row | None:
    """The total that rounds up to what it is said to exceed, where no figure of the tables exceeds it."""
    before = release.folded[max(place.start, figure.span.start - 60) : figure.span.start]
    if figure.scale == 1 or figure.value <= 0 or not _MORE.search(before) or _MOVED.search(before.rpartition(", ")[2]):
        return None
    found: Row | None = None
    for row in listed:
        for cell in row.cells:
            if cell is None:
                continue
            short = min((figure.value - abs(cell.value) * scale for scale in _scales(figure)), key=abs)
            if -figure.unit * 10 < short <= 0:
                return None  # this one may be meant
            if 0 < short <= figure.unit / 2 and _is_named(release, place, row.label):
                found = row
    return found


def _scales(figure: Figure) -> tuple[Decimal, ...]:
    return tuple(Decimal(10) ** power for power in (0, 3, 6) if 10**power <= figure.scale)


def _is_named(release: Release, place: Span, label: str) -> bool:
    """Whether the row is a total, alone or of what the line speaks of."""
    words = set(_WORD.findall(label)) - _COMMON
    return bool(_TOTAL.match(label)) and (not words or any(word in release.folded[place.start : place.end] for word in words))


def _of_no_row(release: Release, place: Span, figure: Figure, listed: list[Row]) -> Row | None:
    """The row of earnings per share that does not hold what the first paragraph gives, nor does any other such row."""
    sentence = next((s for s in release.sentences if s.covers(figure.span)), place)
    before = release.folded[max(sentence.start, figure.span.start - 90) : figure.span.start]
    named = _PER_SHARE.search(before)
    if not named or not ("per" in named.group() or _A_SHARE.match(release.folded, figure.span.end)) or figure.unit >= 1:
        return None
    if _OTHER.search(release.folded, sentence.start, sentence.end) or _THAN.search(release.folded, sentence.start, figure.span.start):
        return None
    if not _QUARTER.search(release.folded, place.start, place.end) or _LONGER.search(release.folded, place.start, place.end):
        return None
    shares = [
        row for row in listed if _SHARE_ROW.search(row.label) and all(c is None or c.unit < 1 for c in row.cells) and sum(map(bool, row.cells)) > 1
    ]
    held = any(cell and abs(abs(cell.value) - abs(figure.value)) < max(cell.unit, figure.unit) for row in shares for cell in row.cells)
    return shares[0] if shares and not held else None
