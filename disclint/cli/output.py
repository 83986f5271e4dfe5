"""Where reports go, and how: standard output or files, coloured or plain."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from disclint.drafts import Draft

_FEW = 5
_READABLE = 100


def coloured(choice: str) -> bool:
    """Whether standard output is to be coloured."""
    if choice == "auto":
        return sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    return choice == "always"


def columns(file: Path | None) -> int:
    """What a text is wrapped to: the width of the terminal, where it goes to one, and never more than is easy to read."""
    return min(_READABLE, shutil.get_terminal_size().columns) if file is None and sys.stdout.isatty() else _READABLE


def put(text: str | bytes, file: Path | None = None, *, colour: bool = False) -> None:
    """Writes to the file, else to standard output."""
    if file is None:
        if isinstance(text, bytes):
            raise click.UsageError("this format is no text; name the file to write with -o FILE, or with --output FORMAT=FILE")
        click.echo(text, nl=False, color=colour)
        return
    try:
        if isinstance(text, bytes):
            _replace(file, text)
        else:
            file.write_text(text, "utf-8", errors="backslashreplace")
    except OSError as error:
        raise click.UsageError(f"{file}: cannot be written: {error.strerror or error}") from error


def _replace(file: Path, data: bytes) -> None:
    """Whole or not at all: who opens the file never meets half of it."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}.")
    try:
        with os.fdopen(handle, "wb") as unfinished:
            unfinished.write(data)
        Path(name).replace(file)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def refuse_overwriting(files: Sequence[Path], drafts: Iterable[Draft]) -> None:
    """A report must not destroy a draft, nor another report of the same run."""
    inputs = {draft.path.resolve() for draft in drafts if draft.path}
    for number, file in enumerate(files):
        if file.resolve() in inputs:
            raise click.UsageError(f"{file} is a draft; the report would overwrite it")
        if file in files[:number]:
            raise click.UsageError(f"{file}: two reports would go to this file")


@contextmanager
def progress(drafts: Sequence[Draft], quiet: bool) -> Iterator[Iterable[Draft]]:
    """A bar on standard error, where there is somebody to see it and something to wait for."""
    if quiet or len(drafts) <= _FEW or not sys.stderr.isatty():
        yield drafts
    else:
        with click.progressbar(drafts, label="Checking", file=sys.stderr) as bar:
            yield bar
