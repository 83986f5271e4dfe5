"""Drafts as LibreOffice writes them: the releases of the corpus and the examples, set anew and saved in the formats of word processors."""

from __future__ import annotations

import html
import shutil
import subprocess
import tempfile
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from disclint.model import Block, Document
from disclint.reading import BUILT_IN, read

from .conftest import ROOT, Disclint

SOURCES = (*sorted((ROOT / "tests/corpus").glob("*.[thm][xtd]*")), *sorted((ROOT / "examples").glob("[a-z]*.[thm][xtd]*")))
_FILTERS = {"rtf": "rtf:Rich Text Format", "odt": "odt", "pdf": "pdf:writer_pdf_Export", "docx": "docx:MS Word 2007 XML"}
_TAGS = {"heading": "h3", "item": "li", "paragraph": "p", "rule": "p", "page-break": "p"}
_LINE_LENGTH = 62


def needs_libreoffice() -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing (Debian: libreoffice-writer-nogui)")


def document(path: Path) -> Document:
    """The release in a file, of several the first."""
    return read(path.read_bytes(), path.name, BUILT_IN)[0]


@cache
def saved(form: str) -> dict[str, Path]:
    """Every source saved in the format, by the source's name."""
    folder = Path(tempfile.mkdtemp(prefix="disclint-office-"))
    pages: dict[str, Path] = {}
    for source in SOURCES:
        pages[source.name] = folder / f"{source.stem}.html"
        pages[source.name].write_text(_page(document(source)), "utf-8")
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--infilter=HTML (StarWriter)", "--convert-to", _FILTERS[form], "--outdir", str(folder)]
    subprocess.run([*command, *map(str, pages.values())], check=True, capture_output=True, timeout=300)
    return {name: page.with_suffix(f".{form}") for name, page in pages.items()}


def _page(document: Document) -> str:
    blocks = [block for block in document.blocks if block.kind != "page-break"]
    parts = (_set(document, kind, list(group)) for kind, group in groupby(blocks, key=_frame))
    return '<html><head><meta charset="utf-8"></head><body>\n' + "\n".join(parts) + "\n</body></html>"


def _frame(block: Block) -> str:
    """What blocks that follow each other are set in together."""
    return "columns" if block.column else "ul" if block.kind == "item" else ""


def _set(document: Document, frame: str, blocks: list[Block]) -> str:
    if frame != "columns":
        parts = "\n".join(_block(document, block) for block in blocks)
        return f"<{frame}>{parts}</{frame}>" if frame else parts
    rows: list[list[Block]] = []
    for block in blocks:
        if rows and block.column > rows[-1][-1].column:
            rows[-1].append(block)
        else:
            rows.append([block])
    cells = ("".join(f"<td>{_block(document, block)}</td>" for block in row) for row in rows)
    return '<table width="100%">' + "".join(f"<tr>{row}</tr>" for row in cells) + "</table>"


def _block(document: Document, block: Block) -> str:
    def told(start: int, end: int) -> str:
        return html.escape(document.text[start:end])

    if block.rows:
        rows = ("".join(f"<td>{told(cell.start, cell.end)}</td>" for cell in row) for row in block.rows)
        return "<table>" + "".join(f"<tr>{row}</tr>" for row in rows) + "</table>"
    short = max(len(line) for line in block.lines) < _LINE_LENGTH
    lines = [told(line.start, line.end) for line in block.lines] if short else [told(block.span.start, block.span.end)]
    words = "<br>".join(lines)
    tag = _TAGS[block.kind]
    centre = ' style="text-align: center"' if block.centered else ""
    return f"<{tag}{centre}>{f'<b>{words}</b>' if block.bold else words}</{tag}>"


# What no format of a word processor holds: that the file is an exhibit of a filing, and the day it was filed on.
_UNTOLD_FACTS = {"pearl-estuary-2025-hk.txt": {"date"}}
_UNTOLD_VERDICTS = {"release/exhibit-artefact-left"}


def differences(disclint: Disclint, source: Path, copy: Path) -> tuple[set[str], set[str]]:
    """The facts and the rules that say other things of a copy than of its source, the filing aside."""
    facts, again = (disclint("inspect", "--isolated", "--format", "json", path).json for path in (source, copy))
    differ = {key for key in facts if facts[key] != again[key]} - {"path", "sha256", "format"} - _UNTOLD_FACTS.get(source.name, set())
    verdicts, judged = (_verdicts(disclint, path) for path in (source, copy))
    return differ, {rule for rule in verdicts if verdicts[rule] != judged[rule]} - _UNTOLD_VERDICTS


def _verdicts(disclint: Disclint, path: Path) -> dict[str, tuple[str, list[str]]]:
    (document,) = disclint("check", "--isolated", "--format", "json", path).json["documents"]
    return {verdict["rule"]: (verdict["status"], [finding["quote"] for finding in verdict["findings"]]) for verdict in document["verdicts"]}
