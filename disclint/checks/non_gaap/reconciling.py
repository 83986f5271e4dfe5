"""Tables that reconcile a measure with the accounts: with what they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from disclint.checks.base import Check, Examination, Match
from disclint.measures import Mention, comparables, has_figures, label_at, mentions, unwrapped
from disclint.model import Block, Release, Span
from disclint.tables import Row, leads_to_last, rows

# What a table says above its columns, and no row of figures is called.
_HEAD = re.compile(
    r"[\W\d]*|.*\b(?:ended|ending|months|quarter|year)\b.*"
    r"|(?:q[1-4]|[1-4]q|[12]h|h[12]|fy|fiscal|actual|prior|current|year-to-date|ytd|first|second|third|fourth|low|high)[\W\d]*(?:q[1-4]|quarter|fy|months)?[\W\d]*"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},?(?: (?:19|20)\d\d)?"
)
_A_SHARE = re.compile(r"\bper\b.{0,30}\b(?:share|unit|ads)\b|\bshares\b|\beps\b")


class ReconciliationStart(Check, frozen=True, kw_only=True):
    """A table of reconciliation whose first row is the non-GAAP measure and that ends with the figure of the accounts."""

    def examine(self, release: Release) -> Examination:
        matches, evidence = [], []
        words = unwrapped(release.document)
        for block in _reconciliations(release):
            if block.rows:
                labels = list(row_labels(words, block))
                evidence.append(block.span)
                first = next(mentions(words, labels[0].start, labels[0].end), None) if labels else None
                if first and first.span.start - labels[0].start < 12 and len(labels) > 2 and _ends_in_accounts(words, labels, block, first):
                    matches.append(Match(first.span))
        return (
            Examination(matches=tuple(matches), evidence=tuple(evidence))
            if evidence
            else Examination(moot="the release holds no table of reconciliation")
        )


def row_labels(words: str, block: Block) -> Iterator[Span]:
    """The labels of the rows that have figures."""
    for number, row in enumerate(block.rows):
        if len(row) > 1 and len(row[0]) and has_figures(words, row):
            label = label_at(block, number)
            if not _HEAD.fullmatch(words[label.start : label.end]):
                yield label


def _reconciliations(release: Release) -> Iterator[Block]:
    """The tables that reconcile; where one stands under another, from the line that names it."""
    for number, block in enumerate(release.document.blocks):
        if block.kind != "table" or not block.rows:
            continue
        first, *others = _stacked(release.folded, block)
        if _is_reconciliation(release, number, first) or _leads_back(release.folded, first):
            yield first
        yield from (other for other in others if _named(release.folded, other.span) or _leads_back(release.folded, other))


def _stacked(folded: str, block: Block) -> Iterator[Block]:
    """The tables of a block in which several stand under each other: a new one begins with a line of words over the heads of columns."""
    starts = [0, *(n for n, row in enumerate(block.rows) if n > 3 and len(row) == 1 and (_named(folded, row[0]) or _is_title(folded, block, n)))]
    for start, end in zip(starts, (*starts[1:], len(block.rows)), strict=True):
        top = block.rows[start][0].start if start else block.span.start
        bottom = block.rows[end][0].start if end < len(block.rows) else block.span.end
        yield replace(block, rows=block.rows[start + bool(start) : end], span=Span(top, bottom))


def _named(folded: str, title: Span) -> bool:
    return "reconcil" in folded[title.start : title.end].partition("\n")[0]


def _is_title(folded: str, block: Block, number: int) -> bool:
    below = block.rows[number + 1] if number + 1 < len(block.rows) else ()
    return (
        len(below) > 1
        and all(_HEAD.fullmatch(folded, cell.start, cell.end) for cell in below)
        and any(c.isalpha() or c.isdigit() for cell in below for c in folded[cell.start : cell.end])
    )


def _is_reconciliation(release: Release, number: int, block: Block) -> bool:
    above = release.document.blocks[max(0, number - 2) : number]
    return (
        any("reconcil" in release.folded[b.span.start : b.span.end] for b in above if len(b.span) < 400)
        or "reconciliation" in release.folded[block.span.start : block.span.start + 300]
    )


def _leads_back(folded: str, block: Block) -> bool:
    """Whether a table without that name shows itself that its first row, with or less the adjustments below, makes the last."""
    listed = [row for row in rows(folded, block) if row.cells and not _HEAD.fullmatch(row.label)]
    if not 2 < len(listed) < 20 or next(mentions(listed[0].label), None) is None:
        return False
    while len(listed) > 3 and _A_SHARE.search(listed[-1].label):
        listed.pop()  # what the last amount is per share
    return leads_to_last(listed) or leads_to_last(_deducted(listed))


def _deducted(listed: Sequence[Row]) -> list[Row]:
    """The rows with those between the first and the last taken from the first."""
    between = [replace(row, cells=tuple(cell and replace(cell, value=-cell.value) for cell in row.cells)) for row in listed[1:-1]]
    return [listed[0], *between, listed[-1]]


def _ends_in_accounts(words: str, labels: Sequence[Span], block: Block, first: Mention) -> bool:
    """Whether the figure of the accounts stands below the second row, and no further measure does but parts of the first."""
    rest = Span(labels[1].end, block.span.end)
    name = words[first.span.start : first.span.end]
    further = any(words[m.span.start : m.span.end] not in name for label in labels[1:] for m in mentions(words, label.start, label.end))
    return not further and any(True for _ in comparables(words, first.basis, rest))
