"""Arguments in; text and exit status out. The only package that prints or exits."""

from __future__ import annotations

import hashlib
import importlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import click

from disclint.anatomy import read_release
from disclint.model import Context, Document
from disclint.reading.builder import Builder, LineSource
from disclint.registry import Registry
from disclint.reporting.facts import facts


def _plain(data: bytes, path: str) -> Iterable[Document]:
    """Stands in until the readers are there: paragraphs divided by blank lines."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", errors="replace")
    builder = Builder()
    offset = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            for word in re.finditer(r"\S+", line):
                builder.add(word.group(), offset + word.start())
                builder.put(" ", offset + word.end() - 1)
            builder.end_line(offset + len(line) - 1)
        else:
            builder.end_block("paragraph", offset)
        offset += len(line)
    builder.end_block("paragraph", offset)
    yield builder.document(path, "text", hashlib.sha256(data).hexdigest(), LineSource(text), end=len(text))


def _read(data: bytes, path: str) -> list[Document]:
    reading = importlib.import_module("disclint.reading")
    if hasattr(reading, "read") and hasattr(reading, "BUILT_IN"):
        return list(reading.read(data, path, reading.BUILT_IN))
    return list(_plain(data, path))


def _registry() -> Registry:
    registry = importlib.import_module("disclint.registry")
    if hasattr(registry, "load"):
        from disclint.resources import bundled

        loaded: Registry = registry.load(bundled("rules") / "registry")
        return loaded
    return Registry()


@click.group()
def main() -> None:
    """Checks draft press releases of public companies."""


@main.command()
@click.option("--format", "form", default="text")
@click.argument("paths", nargs=-1, required=True)
def inspect(form: str, paths: tuple[str, ...]) -> None:
    """Shows what was found in the release."""
    registry = _registry()
    found = []
    for path in paths:
        data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
        for document in _read(data, path):
            found.append(facts(read_release(document, Context(), registry, {})))
    click.echo(json.dumps(found[0] if len(found) == 1 else found, ensure_ascii=False, indent=2))
