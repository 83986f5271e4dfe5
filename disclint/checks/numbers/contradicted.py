"""Figures in the prose that the release's own tables contradict.

Certain only where the words name a row, and the figure beside (the year before, or this year) stands in that row: then
what the sentence compares it with must stand in the table too, if nowhere else then somewhere under a like label.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import named_rows, table_claims
from disclint.checks.numbers.change_forms import lettered
from disclint.checks.numbers.named_rows import Line
from disclint.figures import Figure, figures
from disclint.model import Note, Release, Span
from disclint.tables import Cell

_SHARE = r"(?:fully |basic |diluted |and |common |ordinary )*(?:share|unit|ads)\b"
_PER_SHARE = re.compile(rf" ?(?:per|a) {_SHARE}")
_NAMED_PER_SHARE = re.compile(
    r"(?:^|\W)(?:diluted |basic |gaap )*(?:(?:earnings|net income|income|loss) per (?:diluted |basic |common )*share|eps)(?: of| was| were|:)? $"
)
_THAN = r"\b(?:(?:as )?compared (?:to|with|against)|in comparison (?:to|with)|versus|vs\.?|against|from|over|than)\b"
_PAIRS = (
    re.compile(rf"(?P<new>M)(?:[^MQ;:]{{0,110}}?){_THAN}(?P<past>[^MPQ;:]{{0,80}}?)(?P<old>M)(?P<after>[^MPQ;]{{0,60}})"),
    re.compile(r"\bfrom (?P<old>M)(?P<past>[^MPQ;:]{0,60}?)\bto (?P<new>M)(?P<after>[^MPQ;]{0,60})"),
    re.compile(r"(?P<new>M)(?:[^MPQ;:()]{0,40})\((?P<past>[^MPQ;()]{0,40})(?P<old>M)\)(?P<after>)"),
)
_BY = re.compile(
    r"\b(?:increas|decreas|declin|grew|grow|rose|ris|fell|fall|up|down|improv|gain|reduc|higher|lower|drop)[a-z]* (?:by |of )?(?:approximately |about )?"
    r"(?P<m>M)(?=,? (?:or|to|from|compared|over)\b| \()"
)
_DOUBTFUL = re.compile(
    r"\b(?:expect\w*|guid\w+|outlook|anticipat\w*|forecast\w*|target\w*|estimat\w*|will|would|exclud\w*|pro forma|constant|organic|includ\w+|restat\w*|recast\w*"
    r"|annuali[sz]ed|respectively|analysts?|consensus|budget\w*|plan|of which|offset|subsequent\w*|after the end|today(?! (?:report|announc|post|releas|issu))|currently|preliminary|approximately half)\b"
)
_YEAR_AGO = re.compile(
    r"\b(?:year[- ]ago|last year|prior[- ]year|previous year|preceding year|year earlier|same (?:period|quarter|three|six|nine|prior)|corresponding|comparable"
    r"|(?:19|20)\d\d)\b"
)
_OTHER_PAST = re.compile(r"\b(?:sequential\w*|(?:prior|previous|preceding|last|linked) (?:quarter|month)|restated)\b")
_DAY = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december) \d{1,2}\b|\b(?:19|20)\d\d\b"
    r"|\b(?:six|nine|twelve) months\b|\bhalf\b|\byear[- ]to[- ]date\b|\btrailing\b|\b(?:full|for the)[- ]year\b"
)
_FIRM = 20  # units of its last digit that a figure must have, so that the row does not hold it by chance; 10 of an amount per share
# What may stand before a row's name, and between the name and its figure, where the whole company and the period of the tables are meant.
_LEADS_ON = re.compile(
    r"(?:,? (?:for|in|during|of|the|our|its|a|an|this|first|second|third|fourth|full|fiscal|quarter|year|three|six|nine|twelve|months|period|ended|ending|[pm]"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|\d{1,2}|(?:19|20)\d\d|was|were|is|totall?ed|came|to|in|at"
    r"|amounted|reached|increased|decreased|grew|rose|fell|declined|climbed|improved|by|or|approximately|record|year-over-year|year over year)|:|,| -)*,? ?"
)
_MOVED_BY = re.compile(r"(?:increased|decreased|grew|rose|fell|declined|climbed|improved)(?: by)?(?: approximately)? $")
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
        names = sorted({line.name for line in lines if line.name})
        days = frozenset(_DAY.findall(" ".join(_headings(release))))
        top = _top(release)
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
                    matches.setdefault(figure.span, _match(release, figure, row.label, row.cells))
            if sentence.start < top and not _after_outlook(release.folded, sentence):
                for figure, name in () if table_claims.of_another_quarter(release, sentence) else _alone(release.folded, sentence, names, days):
                    checked.append(figure.span)
                    line = next((line for line in lines if line.name == name and len(line.cells) > 1), None)
                    if line and not any(named_rows.holds(other, figure) for other in lines if named_rows.akin(name, other.name)):
                        matches.setdefault(figure.span, _match(release, figure, line.label, line.cells))
        for figure, label, cells in table_claims.claims(release):
            matches.setdefault(figure.span, _match(release, figure, label, cells))
        return Examination(matches=tuple(matches[span] for span in sorted(matches)), evidence=tuple(checked))


def _after_outlook(folded: str, sentence: Span) -> bool:
    """Whether the paragraph has begun to speak of what is expected."""
    said = folded[folded.rfind("\n", 0, sentence.start) + 1 : sentence.start]
    return bool(re.search(r"\bexpects? (?!to (?:file|hold|host))|\boutlook\b|\bguidance\b", said))


def _match(release: Release, figure: Figure, label: Span, cells: Sequence[Cell]) -> Match:
    given = ", ".join(release.quote(cell.span) for cell in cells[:6])
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
    if not any(c.isdigit() for c in words) or _DOUBTFUL.search(words) or not all(day in days for day in _DAY.findall(words)):
        return
    found = figures(folded, sentence)
    amounts = [f for f in found if f.kind in ("money", "count")]
    if len(amounts) < 2:
        return
    per_share = [f for f in amounts if _PER_SHARE.match(folded, f.span.end)]
    if not per_share and len(amounts) == 2 and _NAMED_PER_SHARE.search(folded, sentence.start, amounts[0].span.start):
        per_share = amounts
    if len(per_share) == 2 and len(amounts) in (2, 4) and re.search(_THAN, folded[per_share[0].span.end : per_share[1].span.start]):
        yield _Pair(per_share[0], per_share[1], "", year_ago=bool(_YEAR_AGO.search(words)) and not _OTHER_PAST.search(words))
    text, at = lettered(folded, sentence, found)
    text = _BY.sub(lambda m: m.group()[: m.start("m") - m.start()] + "m" + m.group()[m.end("m") - m.start() :], text)
    for form in _PAIRS:
        for match in form.finditer(text):
            new, old = at[match.start("new")], at[match.start("old")]
            before = text[max(0, match.start() - 130) : match.start()]
            named = named_rows.named(before[before.rfind("M") + 1 :], names)
            if named and _alike(new, old) and not _OTHER_PAST.search(text, match.start(), match.end()) and not _of_another(match["past"], before):
                yield _Pair(new, old, named, year_ago=bool(_YEAR_AGO.search(match["past"] + match["after"])))


def _alike(new: Figure, old: Figure) -> bool:
    return new.kind == old.kind and new.currency == old.currency


def _of_another(past: str, before: str) -> bool:
    """Whether the older amount is called something that the newer is not: "compared with gains of"."""
    called = re.search(r"([a-z]+) of $", past)
    return bool(
        called and called[1] not in before and called[1] not in named_rows.GAIN and called[1] not in ("total", "sales", "revenue", "revenues")
    )


def _top(release: Release) -> int:
    """Where the part ends that speaks of the whole company: at the second heading after the lead (highlights may have one)."""
    lead = zones.lead(release)
    if not lead:
        return 0
    headings = [b.span.start for b in release.document.blocks if b.kind == "heading" and b.span.start > lead[0].end]
    tables = [b.span.start for b in release.document.blocks if b.kind == "table"]
    return min([*headings[:1], *tables[:1]], default=0)


def _alone(folded: str, sentence: Span, names: Sequence[str], days: frozenset[str]) -> Iterator[tuple[Figure, str]]:
    """Amounts that a sentence gives as what a row is called, of the whole company and of a period that the tables show."""
    words = folded[sentence.start : sentence.end]
    if _DOUBTFUL.search(words) or _OTHER_PAST.search(words) or not all(day in days for day in _DAY.findall(words)):
        return
    found = figures(folded, sentence)
    text, at = lettered(folded, sentence, found)
    text = _BY.sub(lambda m: m.group()[: m.start("m") - m.start()] + "m" + m.group()[m.end("m") - m.start() :], text)
    for place in re.finditer("M", text):
        figure = at.get(place.start())
        if (
            figure is None
            or figure.kind != "money"
            or figure.hedge
            or abs(figure.value) < figure.unit * _FIRM * 2
            or _PER_SHARE.match(folded, figure.span.end)
        ):
            continue
        before = text[max(0, place.start() - 110) : place.start()]
        before = before[before.rfind("M") + 1 :]
        row = named_rows.place(before, names)
        if row and not _MOVED_BY.search(before) and named_rows.OPENS.search(before[: row[0] - row[1]]) and _LEADS_ON.fullmatch(before[row[0] :]):
            yield figure, row[2]


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
    return abs(figure.value) >= figure.unit * (_FIRM if pair.name else 10)
