"""Figures in the prose that the release's own tables contradict.

Certain only where the words name a row, and the figure beside (the year before, or this year) stands in that row: then
what the sentence compares it with must stand in the table too, if nowhere else then somewhere under a like label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import named_rows, table_claims, told_alone, told_rates
from disclint.checks.numbers import told_words as words_of
from disclint.checks.numbers.change_forms import lettered
from disclint.checks.numbers.named_rows import Line
from disclint.figures import Figure, figures
from disclint.model import Note, Release, Span

_NAMED_PER_SHARE = re.compile(
    r"(?:^|\W)(?:diluted |basic |gaap )*(?:(?:earnings|net income|income|loss) per (?:diluted |basic |common )*share|eps)(?: of| was| were|:)? $"
)
_THAN = r"\b(?:(?:as )?compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|against|from|over|than)\b"
_PAIRS = (
    re.compile(rf"(?P<new>M)(?:[^MQ;:]{{0,110}}?){_THAN}(?P<past>[^MPQ;:]{{0,80}}?)(?P<old>M)(?P<after>[^MPQ;]{{0,60}})"),
    re.compile(r"\bfrom (?P<old>M)(?P<past>[^MPQ;:]{0,60}?)\bto (?P<new>M)(?P<after>[^MPQ;]{0,60})"),
    re.compile(r"(?P<new>M)(?:[^MPQ;:()]{0,40})\((?P<past>[^MPQ;()]{0,40})(?P<old>M)\)(?P<after>)"),
)
_YEAR_AGO = re.compile(
    r"\b(?:year[- ]ago|last year|prior[- ]year|previous year|preceding year|year earlier|same (?:period|quarter|three|six|nine|prior)|corresponding|comparable"
    r"|(?:19|20)\d\d)\b"
)
_UNREAD = ("cautionary", "legend", "contacts", "boilerplate", "measures")


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two amounts that a sentence compares; `name` is the row's they are amounts of, empty for amounts per share."""

    new: Figure
    old: Figure
    name: str
    year_ago: bool  # whether the older is said to be of the year before


class TablesContradict(Check, frozen=True, kw_only=True):
    """A figure told beside one that stands in a row of the tables, and that itself stands in none of them."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"row", "figures"})

    def examine(self, release: Release) -> Examination:
        lines = list(named_rows.lines(release))
        if not lines:
            return Examination(moot="the release has no table of figures")
        top = told_alone.top_of(release)
        listed = told_rates.listed(release)
        names = sorted({line.name for line in lines if line.name})
        days = frozenset(words_of.DAY.findall(" ".join(_headings(release))))
        matches: dict[Span, Match] = {}
        checked: list[Span] = []
        for whole in release.sentences:
            if release.part_at(whole.start) in _UNREAD:
                continue
            opened = release.dateline.span.end if release.dateline and whole.covers(release.dateline.span) else whole.start
            sentence = Span(opened, whole.end)
            for pair in _told(release.folded, sentence, names, days):
                checked.append(pair.new.span)
                wrong = _wrong(pair, lines)
                if wrong:
                    figure, row = wrong
                    matches.setdefault(figure.span, _match(release, figure, row.label, [cell.span for cell in row.cells]))
            for figure, row in told_alone.unheld(release, sentence, lines, days, checked, top):
                matches.setdefault(figure.span, _match(release, figure, row.label, [cell.span for cell in row.cells]))
            for other in told_alone.other_figures(release, sentence, listed, days):
                matches.setdefault(other.figure.span, _match(release, other.figure, other.row.label_span, other.cells))
        for figure, label, cells in table_claims.claims(release):
            matches.setdefault(figure.span, _match(release, figure, label, [cell.span for cell in cells]))
        return Examination(matches=tuple(matches[span] for span in sorted(matches)), evidence=tuple(checked))


def _match(release: Release, figure: Figure, label: Span, cells: Sequence[Span]) -> Match:
    given = ", ".join(release.quote(cell) for cell in cells[:6])
    return Match(figure.span, {"row": release.quote(label), "figures": given}, notes=(Note("The row of the table.", label),))


def _headings(release: Release) -> Iterator[str]:
    """The tables with what stands right above them."""
    for number, block in enumerate(release.document.blocks):
        if block.kind == "table":
            above = (release.folded[b.span.start : b.span.end] for b in release.document.blocks[max(0, number - 3) : number])
            yield from (words for words in above if len(words) < 160 and not words.endswith((".", '"')))
            yield release.folded[block.span.start : block.span.end]


def _told(folded: str, sentence: Span, names: Sequence[str], days: frozenset[str]) -> Iterator[_Pair]:
    """Pairs of amounts that a sentence compares, with the row's name in the words before them."""
    words = folded[sentence.start : sentence.end]
    if not any(c.isdigit() for c in words) or words_of.DOUBTFUL.search(words) or not all(day in days for day in words_of.DAY.findall(words)):
        return
    found = figures(folded, sentence)
    amounts = [f for f in found if f.kind in ("money", "count")]
    if len(amounts) < 2:
        return
    per_share = [f for f in amounts if words_of.PER_SHARE.match(folded, f.span.end)]
    if not per_share and len(amounts) == 2 and _NAMED_PER_SHARE.search(folded, sentence.start, amounts[0].span.start):
        per_share = amounts
    if len(per_share) == 2 and len(amounts) in (2, 4) and re.search(_THAN, folded[per_share[0].span.end : per_share[1].span.start]):
        yield _Pair(per_share[0], per_share[1], "", year_ago=bool(_YEAR_AGO.search(words)) and not words_of.OTHER_PAST.search(words))
    text, at = lettered(folded, sentence, found)
    text = words_of.BY.sub(lambda m: m.group()[: m.start("m") - m.start()] + "m" + m.group()[m.end("m") - m.start() :], text)
    for form in _PAIRS:
        for match in form.finditer(text):
            new, old = at[match.start("new")], at[match.start("old")]
            before = text[max(0, match.start() - 130) : match.start()]
            named = named_rows.named(before[before.rfind("M") + 1 :], names)
            if (
                named
                and _alike(new, old)
                and not words_of.OTHER_PAST.search(text, match.start(), match.end())
                and not _of_another(match["past"], before)
            ):
                yield _Pair(new, old, named, year_ago=bool(_YEAR_AGO.search(match["past"] + match["after"])))


def _alike(new: Figure, old: Figure) -> bool:
    return new.kind == old.kind and new.currency == old.currency


def _of_another(past: str, before: str) -> bool:
    """Whether the older amount is called something that the newer is not: "compared with gains of"."""
    called = re.search(r"([a-z]+) of $", past)
    return bool(
        called and called[1] not in before and called[1] not in named_rows.GAIN and called[1] not in ("total", "sales", "revenue", "revenues")
    )


def _wrong(pair: _Pair, lines: Sequence[Line]) -> tuple[Figure, Line] | None:
    """The figure of the two that no like row holds, where the other stands in the row named."""
    beside = [line for line in lines if (line.per_share if not pair.name else line.name == pair.name)]
    kin = beside if not pair.name else [line for line in lines if named_rows.akin(pair.name, line.name)]
    for known, other in ((pair.old, pair.new), (pair.new, pair.old)):
        if other is pair.old and not pair.year_ago:
            continue
        anchor = next((line for line in beside if len(line.cells) > 1 and named_rows.holds(line, known)), None)
        if anchor and _firm(known, pair) and not any(named_rows.holds(line, other) for line in kin):
            return other, anchor
    return None


def _firm(figure: Figure, pair: _Pair) -> bool:
    return abs(figure.value) >= figure.unit * (words_of.FIRM if pair.name else 10)
