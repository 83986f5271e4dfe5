"""Non-GAAP measures and what must accompany them: the comparable figure, its prominence, the reconciliation, the label."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.non_gaap.measuring import Use, block_at, comparable_figures, has_figure, is_ahead, sentence_at, uses
from disclint.checks.patterns import compiled, find, found
from disclint.measures import Basis, Mention, comparables, mentions
from disclint.model import Block, Note, Release, Severity, Span

_CALLED: dict[Basis, str] = {
    "net income": "net income or loss",
    "operating income": "operating income",
    "gross profit": "gross profit or margin",
    "revenue": "revenue as reported",
    "expenses": "the expenses as reported",
    "operating cash flow": "net cash from operating activities",
    "distributable": "net income or net cash from operating activities",
    "debt": "total debt",
    "book value": "book value or equity",
    "production cost": "cost of sales",
    "unit cost": "the unit cost with fuel and all other items",
}
_EFFORT = re.compile(
    r"unreasonable effort|(?:unable|not able|cannot|can not|not possible|impractica\w+|not practicable|does not|do not|not (?:be )?(?:able|provid\w+|includ\w+)|without)"
    r"[^.]{0,80}\breconcil|reconcil\w+[^.]{0,140}(?:not (?:available|provided|been|practicable|possible|feasible|included|accessible)|cannot|unavailable|unreasonable)"
    r"|not (?:been )?reconciled|\bdifference between (?:the two|these|them|those|expected|projected|net (?:income|loss|earnings)|gaap)\b"
)
_AHEAD_RECONCILED = re.compile(
    r"reconcil\w+[^.\n]{0,120}(?:guidance|outlook|forward-looking|forecast|expected|projected|estimated)|(?:guidance|outlook|forecast|projected)[^.\n]{0,80}reconcil"
)
_ADJUSTMENT = r"(?:interest|tax(?:es)?|depreciation|amortization|depletion|compensation|restructuring|acquisition|integration|severance|impairment|exploration|litigation)"
_BRIDGED = re.compile(
    rf"\b{_ADJUSTMENT}\b[a-z -]{{0,40}}(?:\bof |\(|: ?|, )(?:approximately |about )?[$\u20ac\u00a3]\(?\d"
    rf"|[$\u20ac\u00a3]\d[\d.,]*(?: (?:million|billion))? (?:of|in|for) (?:[a-z-]+ ){{0,3}}{_ADJUSTMENT}\b"
)
_EXPECTED = re.compile(r"expect|guidance|outlook|forecast|anticipat|project|estimat|\brange|\bwill\b|difference")
_PRAISE = re.compile(
    r"\b(?:(?:consecutive|straight|successive) (?:quarter|year)s? of (?:positive |growing |improved |record )?|(?:record|exceptional|outstanding) (?:quarterly |annual )?)"
    r"(?P<measure>(?:non-gaap|adjusted) (?:profitability|profits?|net income|earnings|operating (?:income|profit)|ebitda|eps))\b"
)
_ACCOUNTS_TOO = re.compile(r"(?<!non-)\bgaap\b|\bnet (?:income|earnings|profit|loss)\b|\boperating (?:income|profit|loss)\b")
_NOTES = frozenset(f"({number})" for number in range(1, 10))


class ComparableShown(Check, frozen=True, kw_only=True):
    """Measures with a figure of the past whose comparable figure of the accounts stands nowhere in the release."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"comparable"})

    def examine(self, release: Release) -> Examination:
        first: dict[Basis, Use] = {}
        for use in uses(release):
            if not use.ahead and not (use.mention.ratio and use.mention.basis not in ("net income", "gross profit")):
                first.setdefault(use.mention.basis, use)
        if not first:
            return Examination(moot="the release gives no non-GAAP figure of a past period")
        matches, evidence = [], []
        for basis, use in first.items():
            shown = next((span for span in comparable_figures(release, basis) if _is_comparable(release, basis, span)), None)
            if shown:
                evidence.append(shown)
            else:
                matches.append(Match(use.mention.span, {"comparable": _CALLED[basis]}, absent=True))
        return Examination(matches=tuple(matches), evidence=tuple(evidence))


def _is_comparable(release: Release, basis: Basis, span: Span) -> bool:
    """Operating income is no figure to compare EBITDA or adjusted earnings with, unless the release reconciles them with it."""
    reconciled = release.non_gaap is not None and release.non_gaap.reconciliation is not None
    return reconciled or basis != "net income" or not release.folded.startswith("operating", span.start)


class MeasuresReconciled(Check, frozen=True, kw_only=True):
    """Measures with a figure of the past that the release reconciles nowhere."""

    def examine(self, release: Release) -> Examination:
        past = [use for use in uses(release) if not use.ahead]
        if not past or release.non_gaap is None:
            return Examination(moot="the release gives no non-GAAP figure of a past period")
        if release.non_gaap.reconciliation:
            return self._left_out(release, past)
        others = {use.mention.key: use.mention.span for use in reversed(past)}
        notes = tuple(Note("Nor is this one reconciled.", span) for span in sorted(others.values())[1:4])
        return Examination(matches=(Match(past[0].mention.span, notes=notes, absent=True),))

    def _left_out(self, release: Release, past: Sequence[Use]) -> Examination:
        """Measures that no table names, where others are reconciled in tables: only a warning, for a table may name them otherwise."""
        assert release.non_gaap is not None
        assert release.non_gaap.reconciliation is not None
        place = release.non_gaap.reconciliation
        spans = {measure.span for measure in release.non_gaap.measures if not measure.reconciled}
        settled = {use.mention.basis for use in past if any(m.span == use.mention.span and m.reconciled for m in release.non_gaap.measures)}
        keys = {use.mention.key for use in past if use.mention.span in spans and use.mention.basis not in settled and _is_amount(use)}
        first = {use.mention.key: use.mention.span for use in reversed(past) if use.mention.key in keys}
        notes = (Note("The release reconciles others here.", Span(place.start, min(place.end, place.start + 80))),)
        matches = tuple(Match(span, notes=notes, severity=Severity.WARNING, absent=True) for span in sorted(first.values()))
        return Examination(matches=matches, evidence=(place,))


def _is_amount(use: Use) -> bool:
    """An amount told in prose: what a table leads to, its other rows lead up to."""
    return (
        not use.in_table
        and not use.mention.ratio
        and use.mention.basis in ("net income", "operating income", "gross profit", "operating cash flow", "distributable")
    )


class GuidanceReconciled(Check, frozen=True, kw_only=True):
    """Expected non-GAAP figures, without a reconciliation of them and without a word on why there is none."""

    def examine(self, release: Release) -> Examination:
        ahead = [use for use in uses(release) if use.ahead and use.mention.basis != "revenue"]
        if not ahead:
            return Examination(moot="the release expects no non-GAAP figure")
        told = _EFFORT.search(release.folded) or _AHEAD_RECONCILED.search(release.folded)
        place = Span(*told.span()) if told else next((b.span for b in release.document.blocks if _is_bridge(release, b)), None)
        if place:
            return Examination(evidence=(place,))
        return Examination(matches=(Match(ahead[0].mention.span, absent=True),))


def _is_bridge(release: Release, block: Block) -> bool:
    """Whether a paragraph names three or more of the items between the two figures, each with its amount, or a table of the outlook reconciles."""
    if block.kind == "table":
        return release.non_gaap is not None and block.span in release.non_gaap.tables and is_ahead(release, block)
    told = sum(1 for _ in _BRIDGED.finditer(release.folded, block.span.start, block.span.end))
    return told > 2 and bool(_EXPECTED.search(release.folded, block.span.start, block.span.end))


class GaapFirst(Check, frozen=True, kw_only=True):
    """A non-GAAP figure in the headline, its subheads, the bullets or the lead that stands before its GAAP figure."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"comparable"})

    def examine(self, release: Release) -> Examination:
        evidence: list[Span] = []
        for place in _prominent(release):
            for mention in mentions(release.folded, place.start, place.end):
                sentence = sentence_at(release, mention.span)
                if not _is_prominent_kind(mention) or not has_figure(release, mention.span, sentence, ratio=mention.ratio):
                    continue
                before = _comparable_before(release, mention)
                if before is None:
                    return Examination(matches=(Match(mention.span, {"comparable": _CALLED[mention.basis]}),))
                evidence.append(before)
        praised = next(_praised(release), None)
        if praised:
            return Examination(matches=(Match(praised, {"comparable": "net income or loss"}),), evidence=tuple(evidence))
        return Examination(evidence=tuple(evidence))


def _is_prominent_kind(mention: Mention) -> bool:
    """An amount, a margin, or growth without currencies and acquisitions."""
    if mention.ratio:
        return mention.basis == "revenue" or "margin" in mention.key
    return mention.basis not in ("revenue", "debt")


def _praised(release: Release) -> Iterator[Span]:
    """A run of good quarters or a record that only a measure has, in what an officer says: the accounts deserve as strong a word."""
    for quotation in release.quotations:
        for span in quotation.spans:
            for match in _PRAISE.finditer(release.folded, span.start, span.end):
                if not _ACCOUNTS_TOO.search(release.folded, span.start, span.end):
                    yield Span(*match.span("measure"))


def _prominent(release: Release) -> list[Span]:
    """Headline, subheads, the bullets at the top and the first paragraph."""
    lead = zones.lead(release)
    tops = [*([release.headline.span, *release.headline.subheads] if release.headline else []), *lead]
    end = lead[0].end if lead else 0
    for block in release.document.blocks:
        note = release.folded[block.span.start : block.span.start + 3] in _NOTES
        if block.kind == "item" and not note and block.span.start < end + 400 and not any(top.touches(block.span) for top in tops):
            tops.append(block.span)
            end = max(end, block.span.end)
    return sorted(tops)


def _comparable_before(release: Release, mention: Mention) -> Span | None:
    for place in _prominent(release):
        if place.start > mention.span.start:
            return None
        for figure in comparables(release.folded, mention.basis, Span(place.start, min(place.end, mention.span.start))):
            if has_figure(release, figure, sentence_at(release, figure)):
                return figure
    return None


class MeasuresSaid(Check, frozen=True, kw_only=True):
    """Measures with figures in a release that nowhere says something that must be said of them."""

    said: tuple[str, ...]  # RE2 patterns on folded text, any of which will do
    about: tuple[str, ...] = ()  # one of these must stand in the same paragraph: it may be said of something else
    unless: tuple[str, ...] = ()  # in the same sentence: it is said of the accounts, or denied

    def __post_init__(self) -> None:
        for pattern in (*self.said, *self.about, *self.unless):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        used = next(uses(release), None)
        if used is None:
            return Examination(moot="the release gives no non-GAAP figure")
        told = next((span for span in find(self.said, release.folded, (Span(0, len(release.text)),)) if self._counts(release, span)), None)
        return Examination(evidence=(told,)) if told else Examination(matches=(Match(used.mention.span, absent=True),))

    def _counts(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        block = block_at(release, span)
        if (
            self.about
            and block
            and release.part_at(span.start) != "measures"
            and not found(self.about, release.folded[block.span.start : block.span.end])
        ):
            return False
        return not found(self.unless, release.folded[sentence.start : sentence.end])
