"""What the comments in a reviewed Word file say."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from disclint import __version__
from disclint.model import Finding, Judgement, Report, Severity, Status, Verdict
from disclint.reporting.excerpts import printable
from disclint.reporting.view import standing
from disclint.rulebook import Rule

_STATUSES: tuple[Status, ...] = ("passed", "failed", "not-applicable", "waived", "crashed")


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment to be; the first of its paragraphs is set bold."""

    finding: Finding | None  # None: the summary
    paragraphs: tuple[str, ...]


def remarks(report: Report, judgement: Judgement, show: Severity) -> list[Remark]:
    """The summary, then one for each finding in the order of the text."""
    found = [(finding, verdict) for verdict in judgement.verdicts if verdict.status == "failed" for finding in verdict.findings]
    found.sort(key=lambda pair: (pair[0].span, pair[1].rule))
    summary = Remark(None, _summary(judgement.verdicts))
    return [summary, *(Remark(f, _told(f, _rule(report, v), judgement)) for f, v in found if f.severity >= show)]


def _rule(report: Report, verdict: Verdict) -> Rule:
    rule = report.rules[verdict.rule]
    assert isinstance(rule, Rule)
    return rule


def _told(finding: Finding, rule: Rule, judgement: Judgement) -> tuple[str, ...]:
    authorities = "; ".join(f"{a.citation}{standing(a)}" for a in rule.authorities)
    told = [f"{finding.severity.label}: {rule.title} ({rule.name})", finding.message]
    if finding.remedy:
        told.append(finding.remedy)
    if finding.fix:
        told.append(
            ("Put right: " if finding.fix.safety == "safe" else "Perhaps: ") + " · ".join(f"“{edit.replacement}”" for edit in finding.fix.edits)
        )
    told += [f"{note.message.rstrip('.')}: “{_short(judgement.document.quote(note.span))}”" for note in finding.related if len(note.span)]
    return tuple(printable(words) for words in (*told, f"Authority: {authorities}"))


def _summary(verdicts: tuple[Verdict, ...]) -> tuple[str, ...]:
    found = Counter(finding.severity.label for verdict in verdicts if verdict.status == "failed" for finding in verdict.findings)
    counts = ", ".join(f"{found[label]} {name if found[label] != 1 else one}" for label, one, name in _NAMES)
    statuses = Counter(verdict.status for verdict in verdicts)
    rules = ", ".join(f"{statuses[status]} {status.replace('-', ' ')}" for status in _STATUSES if statuses[status])
    failed = sorted((v for v in verdicts if v.status in ("failed", "crashed")), key=lambda v: (v.status, -v.severity, v.rule))
    lines = [f"{v.status if v.status == 'crashed' else v.severity.label}: {v.rule}{_times(v)}" for v in failed]
    return (
        f"disclint {__version__}: {counts}",
        f"{len(verdicts)} rules: {rules}.",
        *(printable(line) for line in lines),
        "This is a pre-screening. It does not approve the release, and no rule replaces counsel.",
    )


_NAMES = (("error", "error", "errors"), ("warning", "warning", "warnings"), ("info", "note", "notes"))


def _times(verdict: Verdict) -> str:
    return f" ({len(verdict.findings)} times)" if len(verdict.findings) > 1 else ""


def _short(words: str) -> str:
    return words if len(words) <= 120 else f"{words[:119].rstrip()}…"
