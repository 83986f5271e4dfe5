"""Arguments in; text and exit status out. The only package that prints or exits.

Every command imports the rest of the program when it runs, so that `--version` and `--help` need none of it.
"""

from __future__ import annotations

import sys

import click

from disclint import __version__
from disclint.cli.check import check, report
from disclint.cli.inspect import inspect
from disclint.cli.rules import rules
from disclint.errors import DisclintError

NOT_CHECKED = 2  # whatever goes wrong before a verdict


@click.group(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, message="%(prog)s %(version)s")
def cli() -> None:
    """Checks draft press releases of public companies for what the law, the exchange and good practice require.

    It pre-screens, cites the rule and shows the words; it never approves a release.
    """


for command in (check, inspect, report, rules):
    cli.add_command(command)


def main() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    sys.exit(run(sys.argv[1:]))


def run(arguments: list[str]) -> int:
    """The exit status; every failure to check is told on standard error."""
    try:
        return int(cli.main(arguments, prog_name="disclint", standalone_mode=False) or 0)
    except click.ClickException as error:
        error.show()
    except DisclintError as error:
        click.echo(f"error: {error}", err=True)
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
    except Exception:
        import traceback

        traceback.print_exc()
        click.echo("error: this is a defect of disclint or of a plugin; nothing was checked", err=True)
    return NOT_CHECKED
