"""A report as the templates see it: findings by rule, verdicts by status, all words fit to be printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import cast

from disclint.model import Authority, Document, Finding, Judgement, Release, Report, Severity, Span, Verdict
from disclint.reporting.excerpts import Line, excerpt, place, printable
from disclint.rulebook import Rule


@dataclass(frozen=True)
class Words:
    """Words of the draft and where they stand."""

    quote: str
    place: str
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class FindingView:
    """One finding; `number` is unique in its document."""

    number: int
    severity: str
    message: str
    absent: bool
    words: Words
    related: tuple[tuple[str, Words], ...]
    remedy: str
    fix: str | None  # the words put right
    at: Span


@dataclass(frozen=True)
class RuleView:
    """A rule with what it found in one document, or why it found nothing."""

    rule: Rule
    severity: str
    status: str
    reason: str | None
    findings: tuple[FindingView, ...]
    evidence: tuple[Words, ...]


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


def documents(report: Report, show: Severity) -> list[DocumentView]:
    """`show` leaves findings out of `failed`, never verdicts out of `by_status`."""
    return [_document(judgement, cast(Mapping[str, Rule], report.rules), show) for judgement in report.judgements]


def standing(authority: Authority) -> str:
    """Whether somebody has read the authority; what is wrong on its face needs none."""
    if authority.basis == "self-evident":
        return ""
    return f" (read {authority.verified})" if authority.verified else " (not verified)"


def words(document: Document, span: Span) -> Words:
    return Words(printable(document.quote(span)), place(document.locate(span)), excerpt(document, span))


def _document(judgement: Judgement, rules: Mapping[str, Rule], show: Severity) -> DocumentView:
    document = judgement.document
    numbers = {id(f): n for n, f in enumerate(sorted((f for v in judgement.verdicts for f in v.findings), key=lambda f: f.span), 1)}
    views = [_rule(document, verdict, rules[verdict.rule], numbers) for verdict in judgement.verdicts]
    statuses = dict.fromkeys(("failed", "crashed", "waived", "passed", "not-applicable"), ())
    by_status = {status: tuple(view for view in views if view.status == status) for status in statuses}
    found = [f.severity for view in by_status["failed"] for f in view.findings]
    counts = {severity.label: found.count(severity.label) for severity in sorted(Severity, reverse=True)}
    return DocumentView(document, judgement.release, _gravest(by_status["failed"], show), by_status, counts)


def _gravest(views: tuple[RuleView, ...], show: Severity) -> tuple[RuleView, ...]:
    """Only what is to be shown, ordered by severity and then by the place of the first finding."""
    shown = []
    for view in views:
        findings = tuple(f for f in view.findings if Severity[f.severity.upper()] >= show)
        if findings:
            shown.append(RuleView(view.rule, view.severity, view.status, view.reason, findings, view.evidence))
    return tuple(sorted(shown, key=lambda v: (-Severity[v.severity.upper()], v.findings[0].at, v.rule.name)))


def _rule(document: Document, verdict: Verdict, rule: Rule, numbers: Mapping[int, int]) -> RuleView:
    return RuleView(
        rule=rule,
        severity=verdict.severity.label,
        status=verdict.status,
        reason=printable(verdict.reason) if verdict.reason else None,
        findings=tuple(_finding(document, finding, numbers[id(finding)]) for finding in verdict.findings),
        evidence=tuple(Words(printable(document.quote(span)), place(document.locate(span))) for span in verdict.evidence),
    )


def _finding(document: Document, finding: Finding, number: int) -> FindingView:
    return FindingView(
        number=number,
        severity=finding.severity.label,
        message=printable(finding.message),
        absent=finding.absent,
        words=words(document, finding.span),
        related=tuple((printable(note.message), words(document, note.span)) for note in finding.related),
        remedy=printable(finding.remedy),
        fix=" · ".join(printable(edit.replacement) for edit in finding.fix.edits) if finding.fix else None,
        at=finding.span,
    )
