"""`disclint check` and `disclint report`."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from disclint.cli.options import context_options, known, linter, one_of
from disclint.cli.output import coloured, columns, progress, put, refuse_overwriting

_SEVERITIES = click.Choice(["error", "warning", "info"])
_fail_on = click.option(
    "--fail-on",
    callback=one_of("FAIL_ON", "threshold"),
    metavar="error|warning|info|never",
    help="From which severity on the exit status is 1; else what the configuration says, else error.",
)


def _outputs(ctx: click.Context, param: click.Parameter, values: tuple[str, ...]) -> list[tuple[str, Path]]:
    for value in values:
        if not all(value.partition("=")):
            raise click.BadParameter(f"{value!r}: write it as FORMAT=FILE", ctx, param)
    return [(form, Path(file)) for form, _, file in (value.partition("=") for value in values)]


@click.command(short_help="Check drafts and report what is missing or wrong.")
@click.argument("paths", nargs=-1, metavar="[PATH]…")
@click.option("--format", "form", default="text", metavar="FORMAT", show_default=True, help="text, html, json, docx, or one of a plugin.")
@click.option("-o", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write the report to a file.")
@click.option("--output", "outputs", multiple=True, callback=_outputs, metavar="FORMAT=FILE", help="Write a further report; may be repeated.")
@_fail_on
@click.option("--show", type=_SEVERITIES, default="info", show_default=True, help="Leave less severe findings out of the report.")
@click.option("--select", multiple=True, metavar="PREFIX", help="Only these rules; may be repeated.")
@click.option("--ignore", multiple=True, metavar="PREFIX", help="Not these rules; may be repeated.")
@context_options
@click.option("--final", is_flag=True, help="The drafts go out as they are: open comments and tracked changes count in full.")
@click.option("--suggest", is_flag=True, help="In --output docx=FILE, safe fixes are tracked changes too.")
@click.option("-q", "--quiet", is_flag=True, help="Only the findings.")
@click.option("-v", "--verbose", is_flag=True, help="Also what is in order and what does not apply.")
@click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True)
def check(
    paths: tuple[str, ...],
    form: str,
    file: Path | None,
    outputs: list[tuple[str, Path]],
    show: str,
    stdin_filename: str | None,
    suggest: bool,
    quiet: bool,
    verbose: bool,
    color: str,
    **wishes: Any,
) -> int:
    """Checks drafts: files, folders, globs, and - for standard input. With no PATH: the current folder.

    Exit status: 0 checked and nothing to report; 1 findings at or above --fail-on; 2 something could not be checked; 3 a rule crashed.
    """
    from disclint.linter import CHECKED, report
    from disclint.model import Severity
    from disclint.reporting import Presentation

    work = linter(**wishes)
    desk = work.desk()
    renderers = desk.plugins.renderers
    for name in (form, *(name for name, _ in outputs)):
        known(name, list(renderers), "format")
    drafts = work.drafts(paths or (".",), stdin_filename)
    refuse_overwriting([*([file] if file else []), *(target for _, target in outputs)], drafts)
    with progress(drafts, quiet) as watched:
        outcomes = [work.check(draft) for draft in watched]
    found = report(outcomes)
    for error in found.errors:
        click.echo(f"error: {error}", err=True)
    colour = coloured(color) and file is None
    for name, target in [(form, file), *outputs]:
        shown = Presentation(desk.templates, colour and target is None, Severity[show.upper()], quiet, verbose, suggest, columns(target))
        put(renderers[name].render(found, shown), target, colour=colour)
    return max((outcome.status for outcome in outcomes), default=CHECKED)


@click.command(short_help="Write the standalone HTML report of one draft.")
@click.argument("path")
@click.option("-o", "file", type=click.Path(path_type=Path), metavar="FILE", required=True, help="The HTML file to write.")
@_fail_on
@context_options
@click.pass_context
def report(ctx: click.Context, /, path: str, file: Path, **options: Any) -> int:
    """Writes the standalone report of one draft, the same as `check --format html`."""
    status: int = ctx.invoke(check, paths=(path,), form="html", file=file, outputs=[], show="info", **options)
    return status
