"""`disclint inspect`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from disclint.cli.options import context_options, linter
from disclint.cli.output import coloured, columns, put, refuse_overwriting


@click.command(short_help="Show what was found in a release.")
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--format", "form", type=click.Choice(["text", "html", "json"]), default="text", show_default=True)
@click.option("-o", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@context_options
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def inspect(paths: tuple[str, ...], form: str, file: Path | None, stdin_filename: str | None, color: str, **wishes: Any) -> int:
    """Shows the anatomy of releases: headline, dateline, tickers, contacts, cautionary statement and the rest. No rule is run."""
    from disclint.linter import CHECKED, NOT_CHECKED
    from disclint.model import Document
    from disclint.reporting import Presentation
    from disclint.reporting.inspection import render

    work = linter(**wishes)
    drafts = work.drafts(paths, stdin_filename)
    refuse_overwriting([file] if file else [], drafts)
    found = [document for draft in drafts for document in work.inspect(draft)]
    errors = dict.fromkeys(document.error for document in found if isinstance(document, Document) and document.error)
    for error in errors:
        click.echo(f"error: {error}", err=True)
    colour = coloured(color) and file is None
    alone = len(paths) == 1 and len(found) == 1
    shown = Presentation(work.desk().templates, colour, width=columns(file))
    put(render(form, found, shown, alone=alone), file, colour=colour)
    return NOT_CHECKED if errors else CHECKED
