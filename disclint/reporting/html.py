"""Pages that stand alone: no request leaves them, and everything that comes from a draft is escaped."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from itertools import groupby

from disclint import __version__
from disclint.model import Release, Report
from disclint.reporting import Presentation, templates, view
from disclint.reporting.annotated import BlockView, Mark, annotate, inspected
from disclint.reporting.rulebook import conditions, in_general
from disclint.reporting.verdicts import summary
from disclint.rulebook import Rule


def render(report: Report, presentation: Presentation) -> str:
    documents = view.documents(report, presentation.show)
    return templates.render(
        "report.html",
        presentation,
        {"standing": view.standing},
        documents=[(document, _blocks(document, number)) for number, document in enumerate(documents, 1)],
        summary=summary(report),
        rules=len(report.rules),
        digest=report.digest,
        version=__version__,
    )


def inspection(releases: Sequence[Release], presentation: Presentation) -> str:
    return templates.render("inspect.html", presentation, {}, releases=[inspected(release) for release in releases], version=__version__)


def rulebook(rules: Sequence[Rule], digest: str, presentation: Presentation) -> str:
    return templates.render(
        "rulebook.html",
        presentation,
        {"digest": _digest, "in_general": in_general, "standing": view.standing, "conditions": conditions, "marked": _marked},
        groups=[(prefix, list(members)) for prefix, members in groupby(rules, key=lambda rule: rule.name.rpartition("/")[0])],
        rules=len(rules),
        digest=digest,
        version=__version__,
    )


def _digest(script: str) -> str:
    """By which the content security policy of a page lets this one script run."""
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def _marked(example: str) -> list[tuple[str, bool]]:
    """An example in pieces, each with whether ⟦ ⟧ mark it."""
    return [(words, bool(number % 2)) for number, words in enumerate(re.split("[⟦⟧]", example))]


def _blocks(document: view.DocumentView, number: int) -> tuple[BlockView, ...]:
    """The text with a mark for each finding shown; `number` tells the documents of one page apart."""
    if document.release is None:
        return ()
    marks = [
        Mark(finding.at, _kind(finding), finding.message, f"d{number}f{finding.number}", finding.number)
        for rule in document.failed
        for finding in rule.findings
    ]
    return annotate(document.release, marks)


def _kind(finding: view.FindingView) -> str:
    return finding.severity if len(finding.at) else f"{finding.severity} absent"
