"""Amounts that a sentence gives alone, as what a row of the tables is called, and that the row does not hold."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from disclint.checks import zones
from disclint.checks.numbers import named_rows, table_claims, told_rates
from disclint.checks.numbers.change_forms import lettered
from disclint.checks.numbers.named_rows import Line
from disclint.checks.numbers.told_words import BY, DAY, DOUBTFUL, FIRM, MOVED_BY, OPENS_TO, OTHER_PAST, PER_SHARE
from disclint.figures import Figure, figures
from disclint.model import Release, Span

_HOLDING = re.compile(r"\b(?:had|with|held|generated|reported|posted|recorded|holding) $")
_AMONG_OTHERS = re.compile(
    r"(?:,|\b(?:cash|equivalents|securities|investments|deposits)) .{0,60}\band $"
)  # "cash, cash equivalents and marketable securities"
_THAN = re.compile(r"\b(?:compared|versus|vs\.?|against|than)\b")
_PER_SHARE_BASIS = re.compile(r"\b(?:per[- ]share|a[- ]share) (?:basis|terms|figure)\b|\bper (?:diluted |basic |common )*share\b")
_SALES_OF = re.compile(r" (?:segment |division |business )?(?:net )?(?:sales|revenues?)\b")
_GENERAL = re.compile(
    r"result|highlight|financial|quarter|summary|overview|review|balance|cash|liquidity|operat|performance|key\b|metrics|update|earnings|income|revenue"
)
_PARTICULAR = re.compile(
    r"segment|division|outlook|guidance|subsequent|non-gaap|expect|forward|discussion by|pro forma|half|year[- ]to[- ]date|(?:six|nine|twelve)[- ]month|region"
)


def unheld(
    release: Release, sentence: Span, lines: Sequence[Line], days: frozenset[str], checked: list[Span], top: int
) -> Iterator[tuple[Figure, Line]]:
    """Each such amount with the row it is called after; what has been looked at goes to `checked`."""
    if not _told_figure(release.folded, sentence) or _after_outlook(release.folded, sentence) or table_claims.of_another_quarter(release, sentence):
        return
    first = sentence.start < top
    if not first and not _is_general(release, sentence):
        return
    names = sorted({line.name for line in lines if line.name})
    parts = frozenset(line.name for line in lines if line.part_of_sales)
    for figure, name in _alone(release.folded, sentence, names, parts, days):
        checked.append(figure.span)
        line = next((line for line in lines if line.name == name and len(line.cells) > 1), None)
        if line is None or any(named_rows.holds(other, figure) for other in lines if not first or named_rows.akin(name, other.name)):
            continue
        if first or _near(line, figure):
            yield figure, line


def other_figures(release: Release, sentence: Span, listed: told_rates.Listed, days: frozenset[str]) -> Iterator[told_rates.Unheld]:
    """The same of percentages, amounts per share and numbers of things."""
    words = release.folded[sentence.start : sentence.end].partition(", which ")[0]
    if not _told_figure(release.folded, sentence):
        return
    if _after_outlook(release.folded, sentence) or table_claims.of_another_quarter(release, sentence) or not _is_general(release, sentence):
        return
    if not DOUBTFUL.search(words) and not OTHER_PAST.search(words) and all(day in days for day in DAY.findall(words)):
        yield from told_rates.unheld(release, Span(sentence.start, sentence.start + len(words)), listed)


def _told_figure(folded: str, sentence: Span) -> bool:
    return any(c.isdigit() for c in folded[sentence.start : sentence.end])


def _is_general(release: Release, sentence: Span) -> bool:
    """Whether the sentence stands under a heading that speaks of the whole company, or right below the first paragraph."""
    if release.part_at(sentence.start) not in ("body", "dateline", "subheadline", "headline"):
        return False
    blocks = release.document.blocks
    block = blocks[bisect.bisect_right(blocks, sentence.start, key=lambda b: b.span.start) - 1]
    if block.kind == "table":
        return False
    at = bisect.bisect_left(blocks, block.span.start, key=lambda b: b.span.start)
    above = next((b for b in reversed(blocks[:at]) if b.kind == "heading"), None)
    if above is None:
        return True
    said = release.folded[above.span.start : above.span.end]
    return bool(_GENERAL.search(said)) and not _PARTICULAR.search(said)


def _near(line: Line, figure: Figure) -> bool:
    """Whether a cell of the row is of the size of the figure, so that a slip made the one of the other."""
    scale = max((s for s in named_rows.SCALES), key=lambda s: -abs(abs(line.cells[0].value) * s - abs(figure.value)))
    return any(Decimal("0.7") < abs(cell.value) * scale / abs(figure.value) < Decimal("1.4") for cell in line.cells[:2])


def _after_outlook(folded: str, sentence: Span) -> bool:
    """Whether the paragraph has begun to speak of what is expected."""
    said = folded[folded.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    return bool(re.search(r"\bexpects? (?!to (?:file|hold|host))|\boutlook\b|\bguidance\b", said))


def top_of(release: Release) -> int:
    """Where the part ends that speaks of the whole company: at the second heading after the lead (highlights may have one)."""
    lead = zones.lead(release)
    if not lead:
        return 0
    headings = [b.span.start for b in release.document.blocks if b.kind == "heading" and b.span.start > lead[0].end]
    tables = [b.span.start for b in release.document.blocks if b.kind == "table"]
    return min([*headings[:1], *tables[:1]], default=0)


def _alone(folded: str, sentence: Span, names: Sequence[str], parts: frozenset[str], days: frozenset[str]) -> Iterator[tuple[Figure, str]]:
    """Amounts that a sentence gives as what a row is called, of the whole company and of a period that the tables show."""
    words = folded[sentence.start : sentence.end].partition(", which ")[0]
    sentence = Span(sentence.start, sentence.start + len(words))
    if DOUBTFUL.search(words) or OTHER_PAST.search(words) or not all(day in days for day in DAY.findall(words)):
        return
    found = figures(folded, sentence)
    text, at = lettered(folded, sentence, found)
    text = BY.sub(lambda m: m.group()[: m.start("m") - m.start()] + "m" + m.group()[m.end("m") - m.start() :], text)
    for place in re.finditer("M", text):
        figure = at.get(place.start())
        if (
            figure is None
            or figure.kind != "money"
            or figure.hedge
            or abs(figure.value) < figure.unit * FIRM * 2
            or PER_SHARE.match(folded, figure.span.end)
            or (figure.unit < 1 and figure.scale == 1 and _PER_SHARE_BASIS.search(words))
        ):
            continue
        before = text[max(0, place.start() - 110) : place.start()]
        before = before[before.rfind("M") + 1 :]
        behind = next((n for n in names if _held_in(text, place.end(), n)), None) if _HOLDING.search(before) else None
        if behind:
            yield figure, behind
            continue
        row = named_rows.place(before, names)
        if row and (_AMONG_OTHERS.search(before[: row[0] - row[1]]) or _THAN.search(before)):
            continue
        if row is None or MOVED_BY.search(before) or not named_rows.OPENS.search(before[: row[0] - row[1]]):
            continue
        after = before[row[0] :]
        sold = _SALES_OF.match(after) if row[2] in parts else None
        if OPENS_TO.fullmatch(after[sold.end() :] if sold else after):
            yield figure, row[2]


def _held_in(text: str, end: int, name: str) -> bool:
    """Whether the row's name follows the figure: "ended the quarter with $9.0 million in cash and cash equivalents"."""
    match = re.match(
        rf" (?:in|of) (?:total )?{re.escape(name)}(?=[.;]|$|,? (?:at|as of|on|for the quarter|in the quarter)\b)", text[end : end + len(name) + 40]
    )
    return bool(match)
