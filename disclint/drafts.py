"""Which files are drafts: what is named is always read, folders are searched."""

from __future__ import annotations

import glob
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from disclint.errors import DocumentError

STDIN = "-"
_MEGABYTE = 1_000_000
# Files that stand beside drafts and are none; folders skip them, naming them does not.
_NOT_DRAFTS = re.compile(
    r"readme|changelog|changes|history|contributing|contributors|code[-_]of[-_]conduct|security|authors|maintainers|licen[cs]e|copying|notice"
    r"|todo|codeowners|requirements.*|constraints|robots|cmakelists|agents|claude"
)
_SKIPPED_FOLDERS = frozenset({"__pycache__", "node_modules", "venv", "site-packages"})


@dataclass(frozen=True)
class Draft:
    """A draft by the name that reports call it; `path` None is standard input, `error` why there is nothing to read."""

    name: str
    path: Path | None
    error: str | None = None

    @property
    def folder(self) -> Path:
        return Path(self.name).parent

    def data(self, megabytes: int) -> bytes:
        """The bytes; raises DocumentError where they cannot be read or are more than the limit."""
        if self.error:
            raise DocumentError(self.error)
        limit = megabytes * _MEGABYTE
        try:
            if self.path is None:
                data = sys.stdin.buffer.read(limit + 1)
            else:
                size = self.path.stat().st_size
                if size > limit:
                    raise _too_large(self.name, f"{size / _MEGABYTE:.0f} MB", megabytes)
                with self.path.open("rb") as file:
                    data = file.read(limit + 1)
        except OSError as error:
            raise DocumentError(f"{self.name}: cannot be read: {error.strerror or error}") from error
        if len(data) > limit:
            raise _too_large(self.name, f"more than {megabytes} MB", megabytes)
        return data


@dataclass(frozen=True)
class Scope:
    """What in a folder is taken for a draft; the globs are relative to `root` and follow the rules of .gitignore."""

    suffixes: frozenset[str]
    root: Path
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()

    def holds(self, path: Path) -> bool:
        if path.suffix.lower() not in self.suffixes or _NOT_DRAFTS.fullmatch(path.stem.lower()):
            return False
        if not self.include and not self.exclude:
            return True
        from pathspec import GitIgnoreSpec  # 40 ms

        relative = os.path.relpath(path, self.root)
        included = not self.include or GitIgnoreSpec.from_lines(self.include).match_file(relative)
        return included and not GitIgnoreSpec.from_lines(self.exclude).match_file(relative)


def discover(path: str, scope: Scope, stdin_name: str | None = None) -> Iterator[Draft]:
    """At least one draft: where nothing is found, one that tells so."""
    if path == STDIN:
        yield Draft(stdin_name or "stdin.txt", None)
    elif Path(path).is_dir():
        yield from _in_folder(Path(path), scope)
    elif os.path.lexists(path) or not glob.has_magic(path):
        yield _named(Path(path))
    else:
        found = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 — Path.glob takes no absolute pattern
        if not found:
            yield Draft(path, Path(path), f"{path}: no file matches")
        for name in found:
            yield from _in_folder(Path(name), scope) if Path(name).is_dir() else (_named(Path(name)),)


def _named(path: Path) -> Draft:
    error = None if path.exists() else f"{path.as_posix()}: there is no such file"
    return Draft(path.as_posix(), path, error)


def _in_folder(folder: Path, scope: Scope) -> Iterator[Draft]:
    troubles: list[OSError] = []
    empty = True
    for root, folders, files in os.walk(folder, onerror=troubles.append):
        folders[:] = sorted(name for name in folders if not name.startswith(".") and name not in _SKIPPED_FOLDERS)
        for name in sorted(files):
            path = Path(root, name)
            if not name.startswith((".", "~$")) and scope.holds(path):  # Word's mark of an open file begins with ~$
                empty = False
                yield Draft(path.as_posix(), path)
    for trouble in troubles:
        yield Draft(str(trouble.filename), None, f"{trouble.filename}: cannot be read: {trouble.strerror}")
    if empty and not troubles:
        yield Draft(folder.as_posix(), folder, f"{folder.as_posix()}: no drafts in this folder (looked for {', '.join(sorted(scope.suffixes))})")


def _too_large(name: str, size: str, megabytes: int) -> DocumentError:
    return DocumentError(f"{name}: {size}; drafts of more than {megabytes} MB are not read (max-size in the configuration)")
