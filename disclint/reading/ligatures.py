"""Ligatures that a PDF draws as one sign without telling its letters: width and neighbours tell them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from statistics import median

from disclint.reading.glyphs import Glyph

UNKNOWN = "\ufffd"
_HYPHEN = "\x02"  # what pdfium makes of a hyphen at a line's end, and of a sign with that code
_BEFORE_L = re.compile(r"[aouiy]|e(?:ct|[exw])")  # reflect, flow, fluctuate, inflation, conflict; and not field, identified
_TELLING = 8  # characters that show the word


def mended(pages: Sequence[Sequence[Glyph]]) -> list[list[Glyph]]:
    """The pages with letters in place of unknown signs inside words."""
    if not any(glyph.char in (UNKNOWN, _HYPHEN) for page in pages for glyph in page):
        return [list(page) for page in pages]
    widths = _widths(glyph for page in pages for glyph in page)
    return [[_mended(page, n, widths) if glyph.char in (UNKNOWN, _HYPHEN) else glyph for n, glyph in enumerate(page)] for page in pages]


def _widths(glyphs: Iterable[Glyph]) -> dict[str, float]:
    """How wide the ligatures of f should be, as a part of the size."""
    seen: dict[str, list[float]] = {"f": [], "i": []}
    for glyph in glyphs:
        if glyph.char in seen:
            seen[glyph.char].append((glyph.right - glyph.left) / glyph.size)
    f, i = (median(found) if found else 0.3 for found in seen.values())
    return {"fi": f + i, "ff": 2 * f, "ffi": 2 * f + i}


def _mended(page: Sequence[Glyph], n: int, widths: dict[str, float]) -> Glyph:
    glyph = page[n]
    before = _beside(page[max(0, n - 1) : n], glyph)
    after = _beside(page[n + 1 : n + _TELLING], glyph)
    if glyph.char == _HYPHEN and not after[:1].isalpha():
        return glyph._replace(char="-")
    if not before.isalpha() and not after[:1].isalpha():
        return glyph
    width = (glyph.right - glyph.left) / glyph.size
    letters = min(widths, key=lambda name: abs(widths[name] - width))
    if letters.endswith("i") and _BEFORE_L.match(after):
        letters = letters[:-1] + "l"
    return glyph._replace(char=letters)


def _beside(page: Sequence[Glyph], glyph: Glyph) -> str:
    """The characters on the same line."""
    return "".join(other.char for other in page if abs(other.base - glyph.base) < 0.1 * glyph.size)
