"""Tables that reconcile a measure with the accounts: with what they begin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from disclint.checks.base import Check, Examination, Match
from disclint.measures import Basis, comparables, has_figures, label_at, mentions, unwrapped
from disclint.model import Block, Release, Span
from disclint.tables import leads_to_last, rows

# What a table says above its columns, and no row of figures is called.
_HEAD = re.compile(
    r"[\W\d]*|.*\b(?:ended|ending|months|quarter|year)\b.*"
    r"|(?:q[1-4]|[1-4]q|[12]h|h[12]|fy|fiscal|actual|prior|current|year-to-date|ytd|first|second|third|fourth|low|high)[\W\d]*(?:q[1-4]|quarter|fy|months)?[\W\d]*"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d{1,2},?(?: (?:19|20)\d\d)?"
)


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
                if first and first.span.start - labels[0].start < 12 and len(labels) > 2 and _ends_in_accounts(words, labels, block, first.basis):
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
        if block.kind != "table":
            continue
        at = next((n for n, row in enumerate(block.rows) if n and len(row) == 1 and "reconcil" in release.folded[row[0].start : row[0].end]), 0)
        if at > 3:
            yield replace(block, rows=block.rows[at + 1 :], span=Span(block.rows[at][0].start, block.span.end))
        elif _is_reconciliation(release, number, block) or _leads_back(release.folded, block):
            yield block


def _is_reconciliation(release: Release, number: int, block: Block) -> bool:
    above = release.document.blocks[max(0, number - 2) : number]
    return (
        any("reconcil" in release.folded[b.span.start : b.span.end] for b in above if len(b.span) < 400)
        or "reconciliation" in release.folded[block.span.start : block.span.start + 300]
    )


def _leads_back(folded: str, block: Block) -> bool:
    """Whether a table without that name shows itself that its first row and the adjustments below make the last."""
    listed = [row for row in rows(folded, block) if row.cells and not _HEAD.fullmatch(row.label)]
    return len(listed) < 20 and leads_to_last(listed) and next(mentions(listed[0].label), None) is not None


def _ends_in_accounts(words: str, labels: Sequence[Span], block: Block, basis: Basis) -> bool:
    """Whether the figure of the accounts stands below the second row, and no further measure does."""
    rest = Span(labels[1].end, block.span.end)
    further = any(True for label in labels[1:] for _ in mentions(words, label.start, label.end))
    return not further and any(True for _ in comparables(words, basis, rest))
