"""A report as the templates see it: findings by rule, verdicts by status, all words fit to be printed."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from disclint.model import Authority, Document, Finding, Judgement, Release, Report, Severity, Span, Verdict
from disclint.reporting.excerpts import Line, excerpt, place, printable, shortened
from disclint.rulebook import Rule
from disclint.text import sentences


@dataclass(frozen=True)
class Words:
    """Words of the draft and where they stand; `spot` says it as compilers do, `lines` are the lines of the source around them."""

    quote: str
    place: str
    spot: str = ""
    lines: tuple[Line, ...] = ()

    @property
    def short(self) -> str:
        return shortened(self.quote)


@dataclass(frozen=True)
class FindingView:
    """One finding; `number` counts those of its document, the gravest first."""

    number: int
    severity: str
    message: str
    absent: bool
    words: Words
    related: tuple[tuple[str, Words], ...]
    remedy: str
    fix: str | None  # the words put right
    at: Span

    @property
    def quoted(self) -> bool:
        """Whether the message itself shows the words."""
        return self.words.short in self.message


@dataclass(frozen=True)
class RuleView:
    """A rule with what it found in one document, or why it found nothing."""

    rule: Rule
    severity: str
    status: str
    reason: str | None
    findings: tuple[FindingView, ...]
    evidence: tuple[Words, ...]

    @property
    def why(self) -> str:
        """The first sentence of the rationale."""
        whole = " ".join(self.rule.rationale.split())
        return next((whole[start:end] for start, end in sentences(whole)), "")


@dataclass(frozen=True)
class DocumentView:
    """One document: the failed rules, the gravest first, and every verdict by its status."""

    document: Document
    release: Release | None
    failed: tuple[RuleView, ...]
    by_status: Mapping[str, tuple[RuleView, ...]]
    counts: Mapping[str, int] = field(default_factory=dict)

    @property
    def path(self) -> str:
        return printable(self.document.path)

    @property
    def error(self) -> str | None:
        return printable(self.document.error) if self.document.error else None


def documents(report: Report, show: Severity, width: int = 100) -> list[DocumentView]:
    """`show` leaves findings out of `failed`, never verdicts out of `by_status`."""
    return [_document(judgement, cast(Mapping[str, Rule], report.rules), show, width) for judgement in report.judgements]


def standing(authority: Authority) -> str:
    """Whether somebody has read the authority; what is wrong on its face needs none."""
    if authority.basis == "self-evident":
        return ""
    return f" (read {authority.verified})" if authority.verified else " (not verified)"


def words(document: Document, span: Span) -> Words:
    location = document.locate(span)
    told = place(location)
    spot = f":{location.line}:{location.column}" if location.line and location.column and not location.page else f": {told}" if told else ""
    return Words(printable(document.quote(span)), told, spot)


def _document(judgement: Judgement, rules: Mapping[str, Rule], show: Severity, width: int) -> DocumentView:
    document = judgement.document
    views = [_rule(document, verdict, rules[verdict.rule], width) for verdict in judgement.verdicts]
    by_status = {status: tuple(view for view in views if view.status == status) for status in ("crashed", "waived", "passed", "not-applicable")}
    by_status["failed"] = _numbered([view for view in views if view.status == "failed"])
    found = [f.severity for view in by_status["failed"] for f in view.findings]
    counts = {severity.label: found.count(severity.label) for severity in sorted(Severity, reverse=True)}
    return DocumentView(document, judgement.release, _shown(by_status["failed"], show), by_status, counts)


def _numbered(failed: Sequence[RuleView]) -> tuple[RuleView, ...]:
    """The gravest first and of these the first in the text, every finding with its number in this order."""
    ordered = sorted(failed, key=lambda v: (-Severity[v.severity.upper()], v.findings[0].at, v.rule.name))
    count = itertools.count(1)
    return tuple(replace(view, findings=tuple(replace(finding, number=next(count)) for finding in view.findings)) for view in ordered)


def _shown(views: Iterable[RuleView], show: Severity) -> tuple[RuleView, ...]:
    shown = (replace(view, findings=tuple(f for f in view.findings if Severity[f.severity.upper()] >= show)) for view in views)
    return tuple(view for view in shown if view.findings)


def _rule(document: Document, verdict: Verdict, rule: Rule, width: int) -> RuleView:
    return RuleView(
        rule=rule,
        severity=verdict.severity.label,
        status=verdict.status,
        reason=printable(verdict.reason) if verdict.reason else None,
        findings=tuple(_finding(document, finding, width) for finding in verdict.findings),
        evidence=tuple(words(document, span) for span in verdict.evidence),
    )


def _finding(document: Document, finding: Finding, width: int) -> FindingView:
    meant = words(document, finding.span)
    message = printable(finding.message)
    return FindingView(
        number=0,
        severity=finding.severity.label,
        message=message.replace(meant.quote, meant.short) if meant.quote else message,
        absent=finding.absent,
        words=replace(meant, lines=excerpt(document, finding.span, width)),
        related=tuple((printable(note.message), words(document, note.span)) for note in finding.related),
        remedy=printable(finding.remedy),
        fix=" · ".join(printable(edit.replacement) for edit in finding.fix.edits) if finding.fix else None,
        at=finding.span,
    )
