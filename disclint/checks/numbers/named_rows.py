"""The rows of a release's tables under the names by which its prose speaks of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclint.figures import Figure
from disclint.model import Release, Span
from disclint.tables import Cell, rows

SPOKEN = {
    "revenue": re.compile(r"(?<!for )(?<!for-)\b(?:net |total )*(?:revenues?|sales)\b(?! securities)"),
    "net income": re.compile(r"\bnet (?:income|earnings|profit|loss)\b"),
    "gross profit": re.compile(r"\bgross profit\b"),
    "operating cash flow": re.compile(
        r"\bnet cash (?:flows? )?(?:\(?(?:provided|used|generated|from|by|in|\(used in\)|/)\)? ?){1,4}operating activities|(?<!free )\b(?:operating cash flow|cash flow from operations)\b"
    ),
    "operating income": re.compile(r"\b(?:(?:income|loss|profit) from operations|operating (?:income|profit|loss))\b"),
}
# What may stand before a row's name where the whole company is meant.
OPENS = re.compile(
    r"(?:^\W*|[.,;:] |\b(?:and|that|reports?|reported|announced|achieved|posted|generated|recorded|with|had|our|its|the|company's|record|quarterly|annual|consolidated|gaap"
    r"|quarter|year|delivers|posts|a|while|as) )$"
)
_QUALIFIED = re.compile(r"(?:adjusted|non-gaap|core|normali[sz]ed|pro forma|segment|underlying|organic|recurring|comparable) (?:[a-z-]+ )?$")
_WORD = re.compile(r"[a-z]{4,}")
_COMMON = frozenset("total from before after other adjusted common gaap amount amounts consolidated year quarter".split())
GAIN = frozenset({"income", "loss", "earnings", "profit", "result", "results"})
SCALES = tuple(Decimal(10) ** power for power in (0, 3, 6))
_SHARE_ROW = re.compile(r"per .{0,24}(?:share|unit|ads)|\beps\b|basic|diluted")
_SPLITS_SALES = re.compile(
    r"\b(?:sales|revenues?)(?: data)? by (?:reportable |operating |business |reporting |major |type of )*"
    r"(?:segment|division|business|product|brand|service|customer|region|geograph|category|market|channel)|\bsegment (?:net )?(?:sales|revenues?)\b(?! and)"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A row of figures under the name by which prose speaks of it."""

    name: str
    label: Span
    cells: tuple[Cell, ...]
    per_share: bool
    part_of_sales: bool = False  # a row of a table that splits the sales, so that prose speaks of the row's sales


def lines(release: Release) -> Iterator[Line]:
    blocks = release.document.blocks
    for number, block in enumerate(blocks):
        if block.kind != "table":
            continue
        above = (release.folded[b.span.start : b.span.end] for b in blocks[max(0, number - 3) : number] if b.kind != "table" and len(b.span) < 160)
        splits = any(_SPLITS_SALES.search(words) for words in (*above, release.folded[block.span.start : block.span.start + 160]))
        for row in rows(release.folded, block):
            cells = tuple(cell for cell in row.cells if cell and cell.value)
            if cells:
                fine = all(cell.unit < 1 and abs(cell.value) < 1000 for cell in cells)
                per_share = fine and bool(_SHARE_ROW.search(row.label))
                yield Line(spoken_name(row.label), row.label_span, cells, per_share, part_of_sales=splits and not per_share)


def spoken_name(label: str) -> str:
    """A label as prose would say it; empty for one that says too little."""
    words = re.sub(r"\([^()]*\)|[*:]|(?<=[a-z])\d$|,? (?:net|unaudited)$", " ", label)
    words = re.sub(r"^(?:total|gaap|consolidated|plus|less|add|net of|of which)\b:? ?(?!$)", "", " ".join(words.split())).strip(" .,-")
    spoken = next((name for name, pattern in SPOKEN.items() if pattern.fullmatch(words)), words)
    return spoken if len(spoken) > 5 or spoken in ("noi", "ffo", "affo") else ""


def named(before: str, names: Sequence[str]) -> str | None:
    """The row that the words before a figure name last."""
    last = place(before, names)
    return last[2] if last else None


def place(before: str, names: Sequence[str]) -> tuple[int, int, str] | None:
    """Where the row's name ends, how long it is, and which row that is."""
    found: list[tuple[int, int, str]] = []
    for name in names:
        spoken = SPOKEN.get(name)
        if spoken:
            found += [(m.end(), len(m.group()), name) for m in spoken.finditer(before) if not _QUALIFIED.search(before, 0, m.start())]
        elif (start := before.rfind(name)) >= 0 and not before[start - 1 : start].isalpha() and not _QUALIFIED.search(before, 0, start):
            found.append((start + len(name), len(name), name))
    if not found:
        return None
    end, size, name = max(found)
    last = (end, size + 6 * before[: end - size].endswith("total "), name)
    return None if re.search(r"\b(?:and|limit|threshold|cap)\b", before[last[0] :]) else last


def akin(name: str, label: str) -> bool:
    one, other = set(_WORD.findall(name)) - _COMMON, set(_WORD.findall(label)) - _COMMON
    return name == label or bool(one & other) or bool(one & GAIN and other & GAIN)


def holds(line: Line, figure: Figure) -> bool:
    """Whether a cell of the row is the figure, rounded or cut off, in ones, thousands or millions."""
    scales = SCALES[:1] if line.per_share else SCALES
    return any(same(figure, abs(cell.value) * scale, cell.unit * scale) for cell in line.cells for scale in scales)


def same(figure: Figure, given: Decimal, unit: Decimal) -> bool:
    """Whether the one can be the other, whichever of the two is rounded; only what the table gives more closely can be cut off."""
    written = int(abs(figure.value / figure.unit))
    zeros = len(str(written)) - len(str(written).rstrip("0")) if figure.scale == 1 and written > 999 else 0
    told = figure.unit.scaleb(zeros)  # $51,900 is rounded to hundreds
    slack = told + unit / 2 if unit < told else unit / 2
    return abs(given - abs(figure.value)) <= slack
