"""Ranges whose ends are called by name: "the low end of 3.25% and the high end of 3.45%", columns headed Low and High, figures in words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.checks.numbers.change_forms import lettered
from disclint.figures import Figure, figures
from disclint.model import Block, Release, Span

_HEDGE = r"(?:(?:about|approximately|around|roughly|some) )?"
_ENDS = (
    re.compile(
        rf"\b(?:low(?:er)?|bottom)(?: end)?(?: of(?: the range)?| at| is| being|:)? {_HEDGE}(?P<low>[MPQ])[^MPQ;]{{0,30}}?"
        rf"\b(?:high(?:er)?|upper|top)(?: end)?(?: of(?: the range)?| at| is| being|:)? {_HEDGE}(?P<high>[MPQ])"
    ),
    re.compile(
        rf"\b(?:at least|no less than|not less than|no fewer than|a minimum of) {_HEDGE}(?P<low>[MPQ]),? (?:and|but|or|to) "
        rf"(?:no more than|not more than|no greater than|at most|up to|a maximum of) {_HEDGE}(?P<high>[MPQ])"
    ),
    re.compile(r"(?P<low>[MPQ]) (?:at|on) the (?:low|lower|bottom)(?: end)?[^MPQ;]{0,20}?(?P<high>[MPQ]) (?:at|on) the (?:high|upper|top)\b"),
)
_CALLED = re.compile(r"\b(?:low|lower|bottom|at least|less than|fewer than|minimum)\b")
_LOW, _HIGH = re.compile(r"(?:low(?: end)?|minimum|min\.?|from)"), re.compile(r"(?:high(?: end)?|maximum|max\.?|to)")
_SOUGHT = re.compile(
    r"revenue|sales|ebitda|earnings|income|\beps\b|margin|capital|growth|production|cash flow|\bffo\b|\bnoi\b|bookings|ounces|tonnes|shipments|units|stores"
)
_EITHER_WAY = re.compile(r"expense|\btax|loss|interest|depreciation|amorti|cost|charge|ratio|decline|decrease|reduc|deficit")
_NEGATIVE = re.compile(r"\(\d|\(\$|down|negative|loss|decline")
_WORDS = {w: n for n, w in enumerate("one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen".split(), 1)} | {
    "twenty": 20, "twenty-five": 25, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90
}  # fmt: skip
_NUMBER = "|".join(sorted(_WORDS, key=len, reverse=True))
_IN_WORDS = re.compile(
    rf"\b(?:of|at|be|is|between|in the range of|approximately|about|grow|growing|increase|up) (?:between |from )?(?P<low>{_NUMBER})(?: percent| per cent| million| billion)?"
    rf"(?: to | and |-)(?P<high>{_NUMBER}) (?:percent|per cent|million|billion)\b"
)
_FAR = 2  # ends that lie farther apart, and the wrong way round, are no ends of one range


def told(release: Release, sentence: Span) -> Iterator[tuple[Span, Span]]:
    """The lower and the higher end as they are called, each where it stands, where the lower is the greater."""
    folded = release.folded
    if _CALLED.search(folded, sentence.start, sentence.end):
        text, at = lettered(folded, sentence, figures(folded, sentence))
        for match in (m for form in _ENDS for m in form.finditer(text)):
            low, high = at[match.start("low")], at[match.start("high")]
            if _inverted(low, high):
                yield low.span, high.span
    for match in _IN_WORDS.finditer(folded, sentence.start, sentence.end):
        joined_by_and = " and " in folded[match.end("low") : match.start("high")]
        if _WORDS[match["low"]] > _WORDS[match["high"]] and (not joined_by_and or "between" in match.group()):
            yield Span(*match.span("low")), Span(match.start("high"), match.end())


def _inverted(low: Figure, high: Figure) -> bool:
    return low.kind == high.kind and low.currency == high.currency and 0 < high.value < low.value <= high.value * _FAR


def columns(release: Release) -> Iterator[tuple[Span, Span]]:
    """The same of tables whose columns are headed Low and High."""
    for block in release.document.blocks:
        if block.kind == "table":
            yield from _in_table(release, block)


def _in_table(release: Release, block: Block) -> Iterator[tuple[Span, Span]]:
    names = _over_columns(release, block)  # counted from the right
    pairs = [at for at in range(len(names) - 1) if _HIGH.fullmatch(names[at]) and _LOW.fullmatch(names[at + 1])]
    for row in block.rows if pairs else ():
        label = release.folded[row[0].start : row[0].end] if row else ""
        cells = [cell for cell in row[1:] if release.folded[cell.start : cell.end].strip("%) ")]  # a sign may have a cell of its own
        if not _SOUGHT.search(label) or _EITHER_WAY.search(label):
            continue
        for at in pairs:
            ends = [
                figures(release.folded, cell)
                for cell in cells[-2 - at : len(cells) - at]
                if not _NEGATIVE.search(release.folded, cell.start, cell.end)
            ]
            if len(ends) == 2 and all(len(found) == 1 for found in ends) and _inverted(ends[0][0], ends[1][0]):
                yield cells[-2 - at], cells[-1 - at]


def _over_columns(release: Release, block: Block) -> list[str]:
    """What stands over the columns, in a row of the table or in a line right above it."""
    for row in block.rows:
        names = [release.folded[cell.start : cell.end].strip() for cell in reversed(row)]
        if any(_LOW.fullmatch(name) for name in names):
            return names
    blocks = release.document.blocks
    for above in blocks[max(0, blocks.index(block) - 3) : blocks.index(block)]:
        names = re.findall(r"(?:low|high)(?: end)?|minimum|maximum", said := release.folded[above.span.start : above.span.end])
        if names and len(said) < 80 and said.split()[-1] in ("high", "maximum", "end"):
            return names[::-1]
    return []
