"""Report to text: one renderer per format, imported when it is used."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from disclint.model import Report, Severity


@dataclass(frozen=True)
class Presentation:
    """How a report is shown; what it says is the same."""

    templates: tuple[Path, ...]  # looked through in this order
    colour: bool = False
    show: Severity = Severity.INFO  # findings below it are left out, verdicts are not
    quiet: bool = False  # only the findings
    verbose: bool = False  # what passed and what does not apply too
    suggest: bool = False  # safe fixes too, where the format can show them as changes to accept or reject
    width: int = 100  # columns that text is wrapped to


@dataclass(frozen=True)
class Renderer:
    """Writes a report in one format; `name` is what `--format` calls it."""

    name: str
    render: Callable[[Report, Presentation], str | bytes]  # bytes: a file that no terminal can show


def _text(report: Report, presentation: Presentation) -> str:
    from disclint.reporting.text import render

    return render(report, presentation)


def _html(report: Report, presentation: Presentation) -> str:
    from disclint.reporting.html import render

    return render(report, presentation)


def _json(report: Report, presentation: Presentation) -> str:
    from disclint.reporting.verdicts import render

    return render(report)


def _docx(report: Report, presentation: Presentation) -> bytes:
    from disclint.reporting.word import render

    return render(report, presentation)


BUILT_IN: tuple[Renderer, ...] = (Renderer("docx", _docx), Renderer("html", _html), Renderer("json", _json), Renderer("text", _text))
