"""`disclint rules`: lists and explains the rulebook, scaffolds a rule, runs rules' own examples."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from disclint.cli.options import configuration_options, linter
from disclint.cli.output import put

if TYPE_CHECKING:
    from disclint.linter import Desk
    from disclint.rulebook import Rule

_NAME = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)+")


class _Rules(click.Group):
    """A word that is no command is a prefix of the rulebook."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        if not args or (args[0] not in self.commands and args[0] not in ctx.help_option_names):
            args = ["list", *args]
        return super().parse_args(ctx, args)


@click.group(cls=_Rules, short_help="List and explain the rulebook; start and test rules.")
def rules() -> None:
    """Lists the rules under a prefix; one rule's full name explains it: `disclint rules citations/act-misnamed`."""


@rules.command("list", short_help="List rules, or explain one by its full name.")
@click.argument("prefix", default="")
@click.option("--format", "form", type=click.Choice(["text", "json", "html"]), default="text", show_default=True)
@click.option("-o", "file", type=click.Path(path_type=Path), metavar="FILE", help="Write to a file.")
@configuration_options
def list_rules(prefix: str, form: str, file: Path | None, **wishes: Any) -> None:
    """Lists the rules under PREFIX (none: all); a rule's full name explains it."""
    from disclint.reporting import Presentation, rulebook

    desk = linter(**wishes).desk()
    explained = desk.rule(prefix) if desk.has_rule(prefix) else None
    if explained and form == "text":
        put(rulebook.explanation(explained), file)
        return
    whole = desk.rulebook
    chosen = whole.select([prefix] if prefix else [])
    put(rulebook.render(form, chosen, Presentation(desk.templates)), file)


@rules.command(short_help="Start a rule file.")
@click.argument("name")
@click.option("--in", "folder", type=click.Path(path_type=Path), metavar="FOLDER", help="The folder of rules; else the first of the configuration.")
@configuration_options
def new(name: str, folder: Path | None, **wishes: Any) -> None:
    """Writes a rule file that loads and passes its own examples, for you to change. NAME is its path below the folder: house/no-synergy."""
    from disclint.reporting import Presentation, rulebook

    if not _NAME.fullmatch(name):
        raise click.UsageError(f"{name!r} is no name for a rule; write lower-case words joined by hyphens, below a folder: house/no-synergy")
    desk = linter(**wishes).desk()
    if desk.has_rule(name):
        raise click.UsageError(f"there is already a rule {name}: {desk.rule(name).path}")
    target = (folder or next(iter(desk.rule_folders), Path("house-rules"))) / f"{name}.toml"
    if target.exists():
        raise click.UsageError(f"{target} exists already")
    text = rulebook.scaffold(name, Presentation(desk.templates))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise click.UsageError(f"{target.parent}: cannot be made: {error.strerror}") from error
    put(text, target)
    click.echo(f"{target.as_posix()}: change it, then run `disclint rules test {target.as_posix()}`")
    if not folder and not desk.rule_folders:
        click.echo('To apply it, put this into disclint.toml: rules = ["./house-rules"]')


@rules.command(short_help="Run rules' own examples.")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path), metavar="[PATH]…")
@configuration_options
def test(paths: tuple[Path, ...], **wishes: Any) -> int:
    """Runs the examples of the rule files and folders given, else of the whole rulebook. Exit status 1: an example is not judged as it says."""
    from disclint.testing import missing_kinds, run_examples

    desk = linter(**wishes).desk()
    chosen = list(_named(paths, desk)) if paths else list(desk.rulebook.rules)
    failed = count = 0
    for rule in chosen:
        count += sum(len(examples) for examples in (rule.examples.fail, rule.examples.passes, rule.examples.skip))
        for kind in missing_kinds(rule):
            failed += 1
            click.echo(f"{rule.name}: has no example to {kind}")
        for failure in run_examples(rule, desk.read_example):
            failed += 1
            click.echo(f"{failure.rule}: example {failure.example}: {failure.problem}")
    click.echo(f"{len(chosen)} rules, {count} examples: {failed} wrong")
    return 1 if failed else 0


def _named(paths: Iterable[Path], desk: Desk) -> Iterable[Rule]:
    """The rules of files and folders, whether the configuration names them or not."""
    from disclint import rulebook
    from disclint.errors import UsageError

    for path in paths:
        if path.is_dir():
            yield from rulebook.load([path], desk.plugins.checks).rules
        elif path.is_file():
            yield rulebook.parse(path.read_bytes(), path.stem, path, desk.plugins.checks)
        else:
            raise UsageError(f"{path}: there is no such file or folder")
