"""What a terminal or a mail shows: plain, or coloured where asked."""

from __future__ import annotations

import textwrap
from collections.abc import Callable, Sequence
from typing import Any

from disclint.model import Release, Report
from disclint.reporting import Presentation, templates, view
from disclint.reporting.verdicts import summary

_GUTTER = 11  # beside the lines of an excerpt: their numbers
_PARTS = 22  # beside the lines of a release: their parts and numbers
_NARROWEST = 40  # narrower than this nothing is wrapped
_COLOURS = {
    "error": "31;1", "warning": "33;1", "info": "36;1", "crashed": "35;1", "bold": "1", "dim": "2",
    "headline": "1", "subheadline": "1", "heading": "1", "dateline": "36", "cautionary": "33", "boilerplate": "34", "contacts": "32",
    "legend": "35", "measures": "35", "body": "0", "table": "0",
}  # fmt: skip


def render(report: Report, presentation: Presentation) -> str:
    return templates.render(
        "quiet.txt" if presentation.quiet else "report.txt",
        presentation,
        _filters(presentation),
        documents=view.documents(report, presentation.show, _columns(presentation) - _GUTTER),
        summary=summary(report),
        rules=len(report.rules),
        errors=report.errors,
        verbose=presentation.verbose,
    )


def inspection(releases: Sequence[Release], presentation: Presentation) -> str:
    from disclint.reporting.annotated import inspected
    from disclint.reporting.gutter import gutter

    width = _columns(presentation) - _PARTS
    filters = {**_filters(presentation), "gutter": lambda blocks: gutter(blocks, width)}
    return templates.render("inspect.txt", presentation, filters, releases=[inspected(release) for release in releases])


def _columns(presentation: Presentation) -> int:
    return max(presentation.width, _NARROWEST)


def _filters(presentation: Presentation) -> dict[str, Callable[..., Any]]:
    width = _columns(presentation)

    def paint(text: str, colour: str) -> str:
        return f"\033[{_COLOURS.get(colour, '2')}m{text}\033[0m" if presentation.colour and text else text

    def hang(text: str, indent: int) -> str:
        """Wrapped, every line but the first indented; an address is never cut."""
        margin = " " * indent
        return textwrap.fill(
            " ".join(text.split()), width, initial_indent=margin, subsequent_indent=margin, break_long_words=False, break_on_hyphens=False
        )[indent:]

    return {"paint": paint, "hang": hang, "standing": view.standing}
