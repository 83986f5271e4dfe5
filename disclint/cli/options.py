"""Options that several commands share, and what they mean together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from disclint.linter import Linter

F = TypeVar("F", bound=Callable[..., Any])


def _day(ctx: click.Context, param: click.Parameter, value: str | None) -> dt.date | None:
    try:
        return dt.date.fromisoformat(value) if value else None
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no date; write it as 2026-11-22", ctx, param) from error


def one_of(constant: str, noun: str) -> Callable[[click.Context, click.Parameter, Any], Any]:
    """A callback that takes only names which the constant of `disclint.config` lists."""

    def check(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
        if value:
            from disclint import config

            for name in value if isinstance(value, tuple) else (value,):
                known(name, getattr(config, constant), noun)
        return value

    return check


def known(value: str, names: Sequence[str], noun: str) -> str:
    """Raises a usage error with a suggestion where the name is not among them."""
    if value in names:
        return value
    import difflib

    near = difflib.get_close_matches(value, names, n=1)
    raise click.UsageError(f"there is no {noun} {value!r}; " + (f"did you mean {near[0]!r}?" if near else f"known are {', '.join(names)}"))


def configuration_options(command: F) -> F:
    """Which configuration governs."""
    command = click.option("--isolated", is_flag=True, help="Use no configuration file.")(command)
    return click.option("--config", "config_file", type=click.Path(path_type=Path), help="Use this configuration file.")(command)


def context_options(command: F) -> F:
    """What the user says about the drafts."""
    command = configuration_options(command)
    for option in (
        click.option(
            "--tracked",
            type=click.Choice(["accepted", "original", "both"]),
            default="accepted",
            show_default=True,
            help="Read the text with tracked changes made, without them, or both the inserted and the deleted words.",
        ),
        click.option("--stdin-filename", metavar="NAME", help="The name of the draft on standard input; its ending tells the format."),
        click.option("--as-of", callback=_day, metavar="DATE", help="The day whose law applies to a draft without a date."),
        click.option("--market", callback=one_of("MARKETS", "market"), metavar="us|ca|uk|eu|au|hk", help="Whose rules apply."),
        click.option("--event", "events", multiple=True, callback=one_of("EVENTS", "event"), metavar="NAME", help="What is announced: earnings, …"),
    ):
        command = option(command)
    return command


def linter(
    *,
    config_file: Path | None,
    isolated: bool,
    market: str | None = None,
    events: tuple[str, ...] = (),
    as_of: dt.date | None = None,
    final: bool = False,
    **wishes: Any,
) -> Linter:
    from disclint.linter import Linter, Wishes
    from disclint.model import Context

    if config_file and isolated:
        raise click.UsageError("--config and --isolated exclude each other")
    context = Context(market=market, events=events, as_of=as_of, final=final)
    return Linter(Wishes(context=context, config_file=config_file, isolated=isolated, **wishes))
