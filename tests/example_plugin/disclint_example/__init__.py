"""A whole plugin: a folder of rules, a check, a reader, a finder, a renderer and a template."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from disclint.checks.base import Check, Examination, Match
from disclint.model import Document, Release, Report, Span
from disclint.plugins import hookimpl
from disclint.reading import Reader
from disclint.reading.builder import Builder, LineSource
from disclint.reading.decoding import decode, digest
from disclint.reporting import Presentation, Renderer
from disclint.reporting.templates import render
from disclint.reporting.view import documents

_HERE = Path(__file__).parent
_HASHTAG = re.compile(r"#\w+")


class Shouting(Check, frozen=True, kw_only=True):
    """Words in capitals one after the other, outside of headings."""

    words: int = 4  # so many are allowed

    def examine(self, release: Release) -> Examination:
        pattern = re.compile(rf"\b[A-Z]{{2,}}(?: [A-Z]{{2,}}){{{self.words},}}\b")
        return Examination(tuple(Match(Span(*m.span())) for m in pattern.finditer(release.text)))


def read_memo(data: bytes, path: str) -> Iterable[Document]:
    """A memo: header lines, a blank line, and then paragraphs that blank lines divide."""
    text = decode(data, path)
    body = text.find("\n\n") + 2
    builder = Builder()
    at = body
    for line in text[body:].splitlines(keepends=True):
        if line.strip():
            builder.add(line, at)
            builder.end_line(at + len(line))
        else:
            builder.end_block("paragraph", at)
        at += len(line)
    builder.end_block("paragraph", at)
    return [builder.document(path, "memo", digest(data), LineSource(text), end=len(text))]


def find_hashtags(document: Document) -> tuple[Span, ...]:
    return tuple(Span(*m.span()) for m in _HASHTAG.finditer(document.text))


def render_digest(report: Report, presentation: Presentation) -> str:
    """One line for each finding, from the plugin's own template."""
    return render("digest.txt", presentation, {}, documents=documents(report, presentation.show))


@hookimpl
def disclint_rules() -> Sequence[Path]:
    return [_HERE / "rules"]


@hookimpl
def disclint_checks() -> Mapping[str, type[Check]]:
    return {"shouting": Shouting}


@hookimpl
def disclint_readers() -> Sequence[Reader]:
    return [Reader("memo", (".memo",), read_memo)]


@hookimpl
def disclint_finders() -> Mapping[str, object]:
    return {"hashtags": find_hashtags}


@hookimpl
def disclint_renderers() -> Sequence[Renderer]:
    return [Renderer("digest", render_digest)]


@hookimpl
def disclint_templates() -> Sequence[Path]:
    return [_HERE / "templates"]
