"""Share splits: whether what is said of one ratio agrees."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import LazyPattern
from disclint.figures import Interval, figures
from disclint.model import Note, Release, Span

_WORDS = {word: number for number, word in enumerate(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(), 1
)} | {"thirty": 30, "forty": 40, "fifty": 50, "hundred": 100}  # fmt: skip
_N = rf"(?:\d{{1,3}}(?:,\d{{3}})+|\d+(?:\.\d+)?|{'|'.join(_WORDS)})"
_N_NOTED = rf"{_N}(?: ?\(\d+(?:\.\d+)?\))?"
_SPLIT = re.compile(r"split|consolidat|stock dividend|share dividend|bonus issue|subdivi|rollback|roll-back")
_TOLD = re.compile(
    _SPLIT.pattern + r"|outstanding|additional share|shares? for (?:each|every)|\b(?:each|every) (?:\w+|\w+ \(\d+\)) (?:pre-|issued|shares)"
)
_RATIO = LazyPattern(
    rf"(?<![\w.])(?P<a>{_N})(?: ?\(\d+\))?(?:-| )for(?:-| )(?:every(?:-| ))?(?P<b>{_N})(?![\w%]|\.\d)|(?<![\w.:])(?P<c>\d+) ?: ?(?P<d>[1-9]\d*)(?![\w:]| ?[ap]\.?m\b)"
)
_PERCENT = LazyPattern(r"(?P<p>\d+(?:\.\d+)?) ?(?:%|percent|per cent) (?:stock|share) dividend")
_SHARES = r"(?:(?:new|common|ordinary|class [a-z]|pre-split|pre-consolidation|currently|issued|and|outstanding|then|existing|additional) )*(?:shares?|ads|common stock)"
_RECEIVED = LazyPattern(
    rf"(?P<n>{_N_NOTED}) (?P<more>additional |more |new )?(?:fully paid )?{_SHARES}(?: of [a-z ]{{0,60}}?)? for (?:each|every) (?P<m>{_N_NOTED} )?{_SHARES}"
)
_MERGED = LazyPattern(
    rf"(?:each|every) (?P<n>{_N_NOTED}) {_SHARES}[^.;]{{0,120}}? (?:into|for|become|becoming|exchanged for) (?P<m>{_N_NOTED}) "
    r"(?:new |post-split |post-consolidation |fully paid |validly issued |share)"
)
_OUTSTANDING = LazyPattern(
    r"\bfrom (?P<before>(?:[^.;]|\.\d){4,60}?) (?:shares? |common shares? |ordinary shares? )?to (?P<after>(?:[^.;]|\.\d){4,60})"
)
_COMPARED = LazyPattern(
    r"\b(?:will have|will be|would have|expects? to have|has|have) (?P<after>(?:[^.;]|\.\d){4,80}?) outstanding(?: (?:after|following|upon|as a result of) [^.;,]{4,40})?,? "
    r"(?:(?:as )?compared (?:with|to)|versus|against|up from|down from|instead of|rather than|from) (?P<before>(?:[^.;]|\.\d){4,60})"
)
_COLUMNS = re.compile(
    r"(?:before|prior to|pre-?)[^\t\n]*\t[^\t\n]*\b(?:after|post|following|split-adjusted)(?![^\t\n]*(?:offering|conver|merger|issu))"
)
_OTHER_ISSUE = re.compile(r"\b(?:rights?|warrants?|offer\w*|placement|subscri\w+)\b")
_ROW = LazyPattern(r"(?m)^[^\t\n]*\b(?:outstanding|issued)\b[^\t\n]*\t(?P<before>[^\t\n]+)\t(?P<after>[^\t\n]+)$")
_APART = LazyPattern(
    r"\b(?:in|since|during) (?:19|20)\d\d\b|;|\b(?:and|after|before|following)\b[^.;]{0,60}\b(?:paid|distributed|declared|issued|effected|completed) (?:a|an|another|its)\b"
)  # another event
_YEAR = re.compile(r"\b(?:in|since|during) (?:\w+ )?(?P<year>(?:19|20)\d\d)\b")
_BEFORE = re.compile(r"\b(?:last|previously) (?:split|carried out|effected|implemented|completed)\b")
_BOTH = re.compile(
    r"\breverse\b[^.\n]{0,140}\bforward (?:stock |share )?split|\bforward (?:stock |share )?split[^.\n]{0,140}\breverse\b"
)  # one undoes the other
_SLACK = Fraction(2, 100)  # fractional shares, and shares issued meanwhile


@dataclass(frozen=True, slots=True)
class _Ratio:
    """How many shares there are afterwards for one before."""

    value: Fraction
    span: Span


class SplitAgrees(Check, frozen=True, kw_only=True):
    """What is said beside the ratio of a split: the stock dividend in per cent, shares received or merged, shares outstanding."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"ratio", "right"})

    def examine(self, release: Release) -> Examination:
        sentences = [s for s in release.sentences if _TOLD.search(release.folded, s.start, s.end)]
        ratios = {s: list(_ratios(release.folded, s)) if _SPLIT.search(release.folded, s.start, s.end) else [] for s in sentences}
        known = {ratio.value: ratio for s, found in reversed(ratios.items()) if not _past(release, s) for ratio in reversed(found)}
        if _BOTH.search(release.folded):
            return Examination(moot="a reverse split and a forward split are told together")
        if not known:
            return Examination(moot="the release gives no ratio of a split")
        matches: list[Match] = []
        for sentence in sentences:
            here = {ratio.value: ratio for ratio in ratios[sentence]} or known
            if len(here) == 1:
                matches += _contradictions(release, sentence, next(iter(here.values())))
        if len(known) == 1:
            matches += _in_tables(release, next(iter(known.values())))
        return Examination(matches=tuple(matches), evidence=tuple(sorted(ratio.span for ratio in known.values())))


def _past(release: Release, sentence: Span) -> bool:
    """Whether the sentence recalls a split of an earlier year, whose ratio is not that of this one."""
    if _BEFORE.search(release.folded, sentence.start, sentence.end):
        return True
    years = [int(match["year"]) for match in _YEAR.finditer(release.folded, sentence.start, sentence.end)]
    return release.date is not None and any(year < release.date.year for year in years)


def _ratios(folded: str, sentence: Span) -> Iterator[_Ratio]:
    reverse = re.search(r"revers|consolidat|roll-?back", folded[sentence.start : sentence.end])
    for match in _RATIO.finditer(folded, sentence.start, sentence.end):
        left, right = _value(match["a"] or match["c"]), _value(match["b"] or match["d"])
        if not left or not right or left == right:
            continue
        ratio = left / right
        # "10-for-1 reverse split" is said as well as "1-for-10".
        yield _Ratio(min(ratio, 1 / ratio) if reverse else max(ratio, 1 / ratio), Span(*match.span()))


def _value(written: str) -> Fraction:
    bare = written.strip().split("(")[0].strip().replace(",", "")
    return Fraction(_WORDS[bare]) if bare in _WORDS else Fraction(bare)


def _contradictions(release: Release, sentence: Span, ratio: _Ratio) -> Iterator[Match]:
    folded = release.folded
    # A stock dividend of its own stands in a sentence that speaks of no split.
    meant = sentence.covers(ratio.span) or re.search(r"\bsplit|\beffected\b|\bin the form\b", folded[sentence.start : sentence.end])
    for match in _PERCENT.finditer(folded, sentence.start, sentence.end) if meant else ():
        if _APART.search(folded[min(ratio.span.end, match.start()) : max(ratio.span.start, match.end())]):
            continue
        right = (ratio.value - 1) * 100
        if ratio.value > 1 and Fraction(match["p"]) != right and abs(Fraction(match["p"]) - right) >= 1:
            yield _match(release, Span(*match.span()), ratio, f"a stock dividend of {float(right):.4g}%")
    for match in _RECEIVED.finditer(folded, sentence.start, sentence.end):
        got = _value(match["n"]) / (_value(match["m"]) if match["m"] else 1)
        allowed = {ratio.value - 1} if match["more"] == "additional " else {ratio.value, ratio.value - 1}
        if ratio.value > 1 and got not in allowed:
            yield _match(release, Span(*match.span()), ratio, f"{_spoken(ratio.value - 1)} additional for every share held")
        elif (
            got < 1
            and ratio.value < 1
            and got != ratio.value
            and match["more"] != "additional "
            and not _OTHER_ISSUE.search(folded, sentence.start, sentence.end)
        ):
            yield _match(release, Span(*match.span()), ratio, f"one share for every {_spoken(1 / ratio.value)}")
    for match in _MERGED.finditer(folded, sentence.start, sentence.end):
        if ratio.value < 1 and _value(match["m"]) / _value(match["n"]) != ratio.value:
            yield _match(release, Span(match.start(), match.end("m")), ratio, f"every {_spoken(1 / ratio.value)} shares into one")
    if "outstanding" in folded[sentence.start : sentence.end]:
        for form in (_OUTSTANDING, _COMPARED):
            for match in form.finditer(folded, sentence.start, sentence.end):
                before = folded[sentence.start : match.start()]
                authorized = before.rfind("authori") > before.rfind("outstanding")
                if not authorized and _counts_differ(folded, match, ratio.value):
                    last = "before" if form is _COMPARED else "after"
                    yield _match(
                        release,
                        Span(min(match.start("before"), match.start("after")), _end_of_count(folded, match, last)),
                        ratio,
                        _times(ratio.value),
                    )


def _in_tables(release: Release, ratio: _Ratio) -> Iterator[Match]:
    """Shares outstanding in columns before and after the split; the column after stands last."""
    for table in zones.spans(release, ("table",)):
        if not _COLUMNS.search(release.folded, table.start, table.end):
            continue
        for row in _ROW.finditer(release.folded, table.start, table.end):
            if _counts_differ(release.folded, row, ratio.value):
                yield _match(release, Span(*row.span("after")), ratio, _times(ratio.value))


def _times(value: Fraction) -> str:
    return f"{_spoken(value)} times as many shares as before" if value > 1 else f"one share where there were {_spoken(1 / value)}"


def _spoken(value: Fraction) -> str:
    return str(value.numerator) if value.denominator == 1 else f"{value.numerator}/{value.denominator}"


def _counts_differ(folded: str, match: re.Match[str], ratio: Fraction) -> bool:
    before = [f for f in figures(folded, Span(*match.span("before"))) if f.kind == "count"]
    after = [f for f in figures(folded, Span(*match.span("after"))) if f.kind == "count"]
    if len(before) != 1 or not after or min(before[0].value, after[0].value) < 1000:
        return False
    low = before[0].interval.low * ratio * (1 - _SLACK)
    high = before[0].interval.high * ratio * (1 + _SLACK)
    return not Interval(low, high).touches(after[0].interval)


def _end_of_count(folded: str, match: re.Match[str], last: str) -> int:
    return next(f.span.end for f in figures(folded, Span(*match.span(last))) if f.kind == "count")


def _match(release: Release, span: Span, ratio: _Ratio, right: str) -> Match:
    return Match(
        span,
        {"ratio": release.quote(ratio.span), "right": right},
        notes=(Note("The ratio is given here.", ratio.span),) if not span.covers(ratio.span) else (),
    )
