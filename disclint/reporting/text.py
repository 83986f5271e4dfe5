"""What a terminal or a mail shows: plain, or coloured where asked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence

from disclint.model import Release, Report
from disclint.reporting import Presentation, templates, view
from disclint.reporting.verdicts import summary

_WIDTH = 100
_COLOURS = {
    "error": "31;1", "warning": "33;1", "info": "36;1", "crashed": "35;1", "bold": "1", "dim": "2",
    "headline": "1", "dateline": "36", "cautionary": "33", "boilerplate": "34", "contacts": "32", "legend": "35", "measures": "35", "body": "0",
}  # fmt: skip


def render(report: Report, presentation: Presentation) -> str:
    return templates.render(
        "report.txt",
        presentation,
        _filters(presentation),
        documents=view.documents(report, presentation.show),
        summary=summary(report),
        rules=len(report.rules),
        errors=report.errors,
        quiet=presentation.quiet,
        verbose=presentation.verbose,
    )


def inspection(releases: Sequence[Release], presentation: Presentation) -> str:
    from disclint.reporting.annotated import inspected

    return templates.render("inspect.txt", presentation, _filters(presentation), releases=[inspected(release) for release in releases])


def hang(text: str, indent: int) -> str:
    """Wrapped, every line but the first indented."""
    return textwrap.fill(" ".join(text.split()), _WIDTH, initial_indent=" " * indent, subsequent_indent=" " * indent)[indent:]


def _filters(presentation: Presentation) -> dict[str, Callable[..., str]]:
    def paint(text: str, colour: str) -> str:
        return f"\033[{_COLOURS.get(colour, '2')}m{text}\033[0m" if presentation.colour and text else text

    return {"paint": paint, "hang": hang, "standing": view.standing}
