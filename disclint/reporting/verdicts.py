"""The verdicts of a run as `disclint check --format json` gives them."""

from __future__ import annotations

import json
from dataclasses import fields
from typing import Any

from disclint import __version__
from disclint.model import Document, Finding, Fix, Judgement, Location, Report, Severity, Span, Verdict

SCHEMA = 1
_LOCATION = tuple(field.name for field in fields(Location) if field.name != "box")


def render(report: Report) -> str:
    """One line for each document: the whole as one tree would take eight times the memory of the text."""
    rulebook = {"rules": len(report.rules), "digest": report.digest}
    documents = ",\n".join(_json(_document(judgement)) for judgement in report.judgements)
    head = f'{{"schema": {SCHEMA}, "disclint": {_json(__version__)}, "rulebook": {_json(rulebook)}, "documents": [\n'
    return f'{head}{documents}\n], "summary": {_json(summary(report))}}}\n'


def summary(report: Report) -> dict[str, int]:
    """Counts of findings by severity, and of verdicts that need a look."""
    judged = [verdict for judgement in report.judgements for verdict in judgement.verdicts]
    found = [finding.severity for verdict in judged if verdict.status == "failed" for finding in verdict.findings]
    return {
        "documents": len(report.judgements),
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "infos": found.count(Severity.INFO),
        "waived": sum(verdict.status == "waived" for verdict in judged),
        "crashed": sum(verdict.status == "crashed" for verdict in judged),
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _document(judgement: Judgement) -> dict[str, Any]:
    document, release = judgement.document, judgement.release
    return {
        "path": document.path,
        "sha256": document.sha256 or None,
        "format": document.format or None,
        "date": release.date.isoformat() if release and release.date else None,
        "market": release.market if release else None,
        "market_given": release.market_given if release else False,
        "events": [event.name for event in release.events] if release else [],
        "events_given": release.events_given if release else False,
        "error": document.error,
        "verdicts": [_verdict(document, verdict) for verdict in judgement.verdicts],
    }


def _verdict(document: Document, verdict: Verdict) -> dict[str, Any]:
    return {
        "rule": verdict.rule,
        "severity": verdict.severity.label,
        "status": verdict.status,
        "reason": verdict.reason,
        "findings": [_finding(document, finding) for finding in verdict.findings],
        "evidence": [_words(document, span) for span in verdict.evidence],
    }


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    return {
        "message": finding.message,
        "severity": finding.severity.label,
        **_words(document, finding.span),
        "related": [{"message": note.message, **_words(document, note.span)} for note in finding.related],
        "fix": _fix(document, finding.fix) if finding.fix else None,
        "fingerprint": finding.fingerprint,
    }


def _fix(document: Document, fix: Fix) -> dict[str, Any]:
    edits = [
        {"location": _location(document, e.span), "replace": document.quote(e.span), "with": e.replacement} for e in fix.edits
    ]  # fmt: skip
    return {"safety": fix.safety, "edits": edits}


def _words(document: Document, span: Span) -> dict[str, Any]:
    return {"quote": document.quote(span), "location": _location(document, span)}


def _location(document: Document, span: Span) -> dict[str, Any]:
    found = document.locate(span)
    place = {name: getattr(found, name) for name in _LOCATION}
    return {**place, "box": found.box} if found.box else place  # only where the format has pages of a fixed shape
