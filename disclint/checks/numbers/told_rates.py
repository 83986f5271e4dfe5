"""Percentages, amounts per share and numbers of things that a sentence gives alone, against the rows of the tables that are called so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from disclint.checks.numbers import named_rows
from disclint.checks.numbers.change_forms import lettered
from disclint.checks.numbers.told_words import MOVED_BY, OPENS_TO, PER_SHARE
from disclint.figures import Figure, figures
from disclint.model import Release, Span
from disclint.tables import Row, rows

_RATE = re.compile(r"margin|ratio|rate|yield|return|growth|utili[sz]ation|occupancy|retention|percent")
_EARNED = re.compile(
    r"\bnet (?:income|earnings|profit|loss)\b(?: (?:attributable|available|applicable) to [a-z' ]{3,40})?[^.;MPQ]{0,70}M,?(?: \(| or|,) (?:approximately )?$"
    r"|(?:^\W*|[.,;:] |\b(?:and|with|were|was|of|reported|quarterly|gaap) )(?:gaap |diluted |basic )*"
    r"(?:(?:earnings|net income|net loss|income|loss) per (?:diluted |basic |common |and )*share|eps)(?:,? (?:diluted|basic and diluted))?"
    r"(?: (?:for|in|of) the (?:[a-z]+ ){0,2}quarter(?: of (?:fiscal )?20\d\d)?)?,? (?:was|were|of|came to|totall?ed|at) $"
)
_NOT_EARNED = re.compile(
    r"adjusted|non-gaap|core|pro forma|before|continuing|dividend|distribution|comprehensive|book value|ffo|operating|charge|benefit|impact|gain|split"
)
_EARNED_ROW = re.compile(r"(?:income|earnings|loss|profit)\b.{0,60}\bper\b.{0,24}share|\beps\b|^(?:-|basic|diluted|basic and diluted)$")
_WORD = re.compile(r"[a-z]{4,}")
_GROWN = re.compile(r"(?<= )(?:increased|grew|rose|were up|was up|climbed)(?: by)? $")
_SAYS_LITTLE = frozenset("period total number quarter ended ending year count units from with during".split())


@dataclass(frozen=True, slots=True)
class Unheld:
    """A figure, and the row that is called so with what it holds."""

    figure: Figure
    row: Row

    @property
    def cells(self) -> tuple[Span, ...]:
        return self.row.spans


@dataclass(frozen=True, slots=True)
class Listed:
    """The rows of a release's tables, as they are looked up: those of percentages by name, of earnings per share, and all."""

    rows: tuple[Row, ...]
    rates: dict[str, Row]
    shares: tuple[Decimal, ...]
    per_share: tuple[Row, ...]
    fine: tuple[Decimal, ...]  # what the cells with decimals hold
    things: tuple[tuple[Row, tuple[str, ...]], ...]


def listed(release: Release) -> Listed:
    all_rows = tuple(row for block in release.document.blocks if block.kind == "table" for row in rows(release.folded, block))
    rates = {
        named_rows.spoken_name(row.label): row for row in reversed(all_rows) if sum(s is not None for s in row.shares) > 1 and not any(row.cells)
    }
    per_share = (row for row in all_rows if _EARNED_ROW.search(row.label) and not _NOT_EARNED.search(row.label) and sum(map(bool, row.cells)) > 1)
    things = (
        (row, tuple(w for w in _WORD.findall(row.label) if w not in _SAYS_LITTLE))
        for row in all_rows
        if row.cells and row.cells[0] and row.cells[0].unit == 1
    )
    return Listed(
        all_rows,
        {name: row for name, row in rates.items() if name and _RATE.search(name)},
        tuple(share for row in all_rows for share in row.shares if share is not None),
        tuple(row for row in per_share if all(cell is None or cell.unit < 1 for cell in row.cells)),
        tuple(abs(cell.value) for row in all_rows for cell in row.cells if cell and cell.unit < 1),
        tuple((row, words) for row, words in things if words),
    )


def unheld(release: Release, sentence: Span, told: Listed) -> Iterator[Unheld]:
    found = figures(release.folded, sentence)
    if told.rates and any(figure.kind == "percent" for figure in found):
        yield from _rates(*lettered(release.folded, sentence, found), told)
    if told.per_share:
        yield from _per_share(release.folded, sentence, found, told)
    if any(figure.kind == "count" for figure in found):
        yield from _things(release.folded, sentence, found, told)


def _rates(text: str, at: dict[int, Figure], told: Listed) -> Iterator[Unheld]:
    names = list(told.rates)
    for place in re.finditer("P", text):
        figure = at.get(place.start())
        before = text[max(0, place.start() - 110) : place.start()]
        before = before[max(before.rfind("M"), before.rfind("P")) + 1 :]
        grown = _GROWN.search(before)
        row = named_rows.place(f"{before[: grown.start()].rstrip()} growth" if grown else before, names)
        if figure is None or row is None or figure.hedge or (not grown and MOVED_BY.search(before)):
            continue
        if not (named_rows.OPENS.search(before[: row[0] - row[1]]) and (grown or OPENS_TO.fullmatch(before[row[0] :]))):
            continue
        held = any(abs(share - abs(figure.value)) < max(figure.unit, _unit(share)) for share in told.shares)
        if not held and any(_near(share, figure) for share in told.rates[row[2]].shares[:2] if share):
            yield Unheld(figure, told.rates[row[2]])


def _unit(value: Decimal) -> Decimal:
    return Decimal(1).scaleb(min(0, int(value.as_tuple().exponent)))


def _near(given: Decimal, figure: Figure) -> bool:
    return bool(figure.value) and Decimal("0.75") < given / abs(figure.value) < Decimal("1.33")


def _per_share(folded: str, sentence: Span, found: Sequence[Figure], listed: Listed) -> Iterator[Unheld]:
    told = listed.per_share
    if _NOT_EARNED.search(folded, sentence.start, sentence.end):
        return
    words = folded[sentence.start : sentence.end]
    if "basic" in words and "diluted" not in words:
        told = tuple(row for row in told if "basic" in row.label)
    for figure in found:
        if figure.kind != "money" or figure.currency != "$" or figure.unit >= 1 or figure.scale != 1 or figure.hedge:
            continue
        before = _before(folded, sentence, found, figure)
        named = _EARNED.search(before)
        if not named or not (" per " in named.group() or PER_SHARE.match(folded, figure.span.end)):
            continue
        if told and not any(abs(held - abs(figure.value)) < figure.unit for held in listed.fine):
            yield Unheld(figure, told[0])


def _before(folded: str, sentence: Span, found: Sequence[Figure], figure: Figure) -> str:
    """The words before a figure, with a letter for each that stands there."""
    pieces, done = [], sentence.start
    for other in found:
        if other.span.start >= figure.span.start:
            break
        pieces += [folded[done : other.span.start], "M" if other.kind in ("money", "count") else "P"]
        done = other.span.end
    return "".join(pieces) + folded[done : figure.span.start]


def _things(folded: str, sentence: Span, found: Sequence[Figure], listed: Listed) -> Iterator[Unheld]:
    """A number of things with digits that changed places, or one digit another, beside the row of that name."""
    stems = {word[:5] for word in _WORD.findall(folded[sentence.start : sentence.end])}
    for figure in found:
        noun = re.match(r" (?:gold |silver |copper |retail |new )?([a-z]{4,})", folded[figure.span.end : figure.span.end + 30])
        if figure.kind != "count" or figure.scale != 1 or figure.hedge or figure.value < 100 or figure.unit != 1 or not noun:
            continue
        for row, words in listed.things:
            if noun[1] not in words or not all(word[:5] in stems for word in words):
                continue
            if any(cell and cell.value == figure.value for other in listed.rows for cell in other.cells):
                continue
            if any(cell and cell.unit == 1 and _slipped(int(cell.value), int(figure.value)) for cell in row.cells[:1]):
                yield Unheld(figure, row)
                break


def _slipped(given: int, told: int) -> bool:
    one, other = str(given), str(told)
    return len(one) == len(other) and (sorted(one) == sorted(other) or sum(a != b for a, b in zip(one, other, strict=True)) == 1)
