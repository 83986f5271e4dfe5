"""Characters of a printed page, put together to rows of words by where they stand: the order in which a program drew them means nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median
from typing import NamedTuple

from disclint.reading.lines import is_number
from disclint.reading.passages import is_note_mark

_LIGATURES = {"\ufb00": "ff", "\ufb01": "fi", "\ufb02": "fl", "\ufb03": "ffi", "\ufb04": "ffl", "\ufb05": "st", "\ufb06": "st"}
LIKELY_SPACE = "\u200a"  # no character of the page
_WORD_GAP = 0.13  # of the size; narrower gaps are kerning
_LIKELY_GAP = 0.08
_SIDE_GAP = 0.95  # wider than any space between words of one line
_FIGURE_GAP = 0.5
_ALIGNED_GAP = 0.2
_NEAR = 2.6  # sizes that rows of one table or letterhead stand apart at most


class Glyph(NamedTuple):
    """One character: its edges and baseline in points, y upwards, as a reader holds the page."""

    char: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Segment:
    """Words of a row that no wide gap parts; `edges` holds the left and right edge of each character."""

    text: str
    edges: tuple[tuple[float, float], ...]
    bolds: tuple[bool, ...]

    @property
    def left(self) -> float:
        return self.edges[0][0]

    @property
    def right(self) -> float:
        return self.edges[-1][1]


@dataclass(frozen=True, slots=True)
class Row:
    """What stands on one baseline."""

    base: float
    size: float
    segments: tuple[Segment, ...]

    @property
    def left(self) -> float:
        return self.segments[0].left

    @property
    def right(self) -> float:
        return self.segments[-1].right

    @property
    def text(self) -> str:
        return "   ".join(segment.text for segment in self.segments)


def rows(glyphs: Sequence[Glyph]) -> list[Row]:
    """The rows of a page from top to bottom."""
    gathered = [_in_order(group) for group in _by_baseline(_spread(glyphs))]
    found = [_cut(base, size, words) for base, size, row in gathered if (words := _words(row, size))]
    for above, below in pairwise(found):
        _align(below, above)
    for below, above in pairwise(reversed(found)):
        _align(above, below)
    return [Row(row.base, row.size, row.segments) for row in found]


def _spread(glyphs: Sequence[Glyph]) -> list[Glyph]:
    """Letters of one sign (a ligature), which all claim its whole width, set side by side."""
    found: list[Glyph] = []
    for _, same in groupby(glyphs, key=lambda glyph: (glyph.left, glyph.right, glyph.base)):
        letters = list(same)
        width = (letters[0].right - letters[0].left) / len(letters)
        if width and len(letters) > 1:
            letters = [g._replace(left=g.left + n * width, right=g.left + (n + 1) * width) for n, g in enumerate(letters)]
        found += letters
    return found


def _by_baseline(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs of one row; what is raised or lowered a little, or set beside the row a little off, belongs to it."""
    runs: list[list[Glyph]] = []
    for glyph in glyphs:
        last = runs[-1][-1] if runs else None
        if last and abs(last.base - glyph.base) < 0.1 and last.size == glyph.size and -glyph.size < glyph.left - last.right < glyph.size:
            runs[-1].append(glyph)
        else:
            runs.append([glyph])
    runs.sort(key=lambda run: (-run[0].base, run[0].left))
    groups: list[list[list[Glyph]]] = []
    for run in runs:
        for group in reversed(groups[-3:]):
            if _beside(group, run):
                group.append(run)
                break
        else:
            groups.append([run])
    return [[glyph for run in group for glyph in run] for group in groups]


def _beside(group: Sequence[Sequence[Glyph]], run: Sequence[Glyph]) -> bool:
    main = max(group, key=lambda other: (other[0].size, len(other)))
    drop = main[0].base - run[0].base
    size = max(main[0].size, run[0].size)
    if abs(drop) <= 0.15 * size:
        return True
    if abs(drop) > 0.75 * size:
        return False  # nearer than lines of one column stand: cells beside each other, or raised and lowered signs
    return all(run[-1].right <= other[0].left + 0.1 * size or other[-1].right <= run[0].left + 0.1 * size for other in group)


def _in_order(group: Sequence[Glyph]) -> tuple[float, float, list[Glyph]]:
    """The row's baseline and size, and its glyphs from left to right; a glyph drawn twice to look bold is one."""
    size = Counter(glyph.size for glyph in group if not glyph.char.isspace()).most_common(1)
    usual = size[0][0] if size else group[0].size
    base = next((glyph.base for glyph in group if glyph.size == usual), group[0].base)
    ordered: list[Glyph] = []
    for glyph in sorted(group, key=lambda g: g.left):
        if any(last.char == glyph.char and glyph.left - last.left < 0.12 * glyph.size for last in ordered[-2:]):
            continue
        ordered.append(glyph)
    return base, usual, _without_marks(ordered, base, usual)


def _without_marks(row: Sequence[Glyph], base: float, size: float) -> list[Glyph]:
    """Marks of footnotes, small and raised, are not read; the sign of a trade mark, an ordinal's letters and a power are."""
    kept: list[Glyph] = []
    at = 0
    while at < len(row):
        end = at
        while end < len(row) and row[end].size < 0.85 * size and row[end].base - base > 0.1 * size:
            end += 1
        if end == at:
            kept.append(row[at])
            at += 1
            continue
        before = "".join(glyph.char for glyph in kept[-4:])
        mark = "".join(glyph.char for glyph in row[at:end]).strip()
        if not before.strip() or not is_note_mark(mark, before):
            kept += row[at:end]
        at = end
    return kept


@dataclass(slots=True)
class _Set:
    """A row before it is cut: its words, and at which of them a new segment begins."""

    base: float
    size: float
    words: list[list[Glyph]]
    cuts: set[int]

    @property
    def segments(self) -> tuple[Segment, ...]:
        places = [0, *sorted(self.cuts), len(self.words)]
        return tuple(_segment(self.words[start:end]) for start, end in pairwise(places))

    def rights(self) -> list[float]:
        """Where the segments beside the first end."""
        ends = [*sorted(self.cuts)[1:], len(self.words)] if self.cuts else []
        return [self.words[end - 1][-1].right for end in ends]


def _cut(base: float, size: float, words: list[list[Glyph]]) -> _Set:
    """Cuts at wide gaps; between figures at narrower ones, for columns of figures may stand close."""
    gaps = [right[0].left - left[-1].right for left, right in pairwise(words)]
    usual = min(median(gaps), size) if len(gaps) > 3 else 0.0
    wide = max(_SIDE_GAP * size, 2 * usual)
    cuts: set[int] = set()
    for n, gap in enumerate(gaps, start=1):
        narrow = gap > _FIGURE_GAP * size and gap > 1.5 * usual and _is_figure(words[n - 1]) and _is_figure(words[n])
        if gap > wide or narrow:
            cuts.add(n)
    return _Set(base, size, words, cuts)


def _align(row: _Set, other: _Set) -> None:
    """Cuts the row, where words stand close, at the edges of columns that a row above or below it shows."""
    if not other.cuts or abs(row.base - other.base) > _NEAR * max(row.size, other.size):
        return
    lefts = [other.words[n][0].left for n in other.cuts]
    rights = other.rights()
    for n in range(1, len(row.words)):
        word = row.words[n]
        if n in row.cuts or word[0].left - row.words[n - 1][-1].right < _ALIGNED_GAP * row.size:
            continue
        if any(abs(word[0].left - left) < 0.7 for left in lefts) or (_is_figure(word) and any(abs(word[-1].right - right) < 0.7 for right in rights)):
            row.cuts.add(n)


def _words(row: Sequence[Glyph], size: float) -> list[list[Glyph]]:
    words: list[list[Glyph]] = []
    spaced, likely = True, False
    for glyph in row:
        if glyph.char.isspace():
            spaced, likely = spaced or glyph.char != LIKELY_SPACE, True
            continue
        if spaced or not words or glyph.left - words[-1][-1].right > (_LIKELY_GAP if likely else _WORD_GAP) * size:
            words.append([])
        words[-1].append(glyph)
        spaced = likely = False
    return words


def _is_figure(word: Iterable[Glyph]) -> bool:
    text = "".join(glyph.char for glyph in word)
    return is_number(text) or text in ("$", "%", ")", ")%", "\u20ac", "\u00a3")


def _segment(words: Sequence[Sequence[Glyph]]) -> Segment:
    text: list[str] = []
    edges: list[tuple[float, float]] = []
    bolds: list[bool] = []
    for word in words:
        if text:
            text.append(" ")
            edges.append((edges[-1][1], word[0].left))
            bolds.append(bolds[-1] and word[0].bold)
        for glyph in word:
            letters = _LIGATURES.get(glyph.char, glyph.char)
            width = (glyph.right - glyph.left) / len(letters)
            text.append(letters)
            edges += [(glyph.left + n * width, glyph.left + (n + 1) * width) for n in range(len(letters))]
            bolds += [glyph.bold] * len(letters)
    return Segment("".join(text), tuple(edges), tuple(bolds))
