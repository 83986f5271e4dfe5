"""Changes: a percentage said beside the two amounts that it compares, recomputed.

Each sentence is read with a letter for every figure (M amount, P percentage, Q percentage points), so that a pattern
says which figures belong together; whatever could make the pairing doubtful leaves the sentence alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.numbers import change_forms as forms
from disclint.checks.numbers import column_changes, multiples, row_changes
from disclint.figures import Figure, Interval, change, comparable, figures, rounded
from disclint.model import Note, Release, Span

Direction = Literal["up", "down", "either"]

_PERCENT_SIGNS = ("%", "percent", "per cent")


@dataclass(frozen=True, slots=True)
class _Claim:
    """One percentage and the two amounts it is about."""

    percent: Figure
    new: Figure
    old: Figure
    direction: Direction
    moved: Figure | None = None  # the change itself, where the sentence gives it in place of one of the two


class PercentChange(Check, frozen=True, kw_only=True):
    """A percentage of change that the two amounts beside it do not give, whatever the rounding of the three."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"old", "new", "computed"})

    outside: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        zones.refuse_unknown(self.outside)

    def examine(self, release: Release) -> Examination:
        holes = zones.spans(release, self.outside) if self.outside else ()
        matches: list[Match] = []
        checked: list[Span] = []
        for wrong in (*multiples.wrong(release, holes), *column_changes.wrong(release), *row_changes.wrong(release, holes)):
            matches.append(wrong)
        for sentence in release.sentences:
            if any(sign in release.folded[sentence.start : sentence.end] for sign in _PERCENT_SIGNS) and not any(h.touches(sentence) for h in holes):
                for claim in _claims(release.folded, sentence):
                    checked.append(claim.percent.span)
                    if not _holds(claim):
                        matches.append(_match(release, claim))
        first = {match.span: match for match in reversed(matches)}
        return Examination(matches=tuple(first[span] for span in sorted(first)), evidence=tuple(checked))


def _match(release: Release, claim: _Claim) -> Match:
    computed = rounded((Fraction(abs(claim.new.value)) / Fraction(abs(claim.old.value)) - 1) * 100, claim.percent.unit)
    words = f"a change of {computed:f}%" if not computed else f"{'an increase' if computed > 0 else 'a decrease'} of {abs(computed):f}%"
    written = release.text[claim.percent.span.start : claim.percent.span.end]
    return Match(
        claim.percent.span,
        {"old": release.quote(claim.old.span), "new": release.quote(claim.new.span), "computed": words},
        notes=(Note("The earlier amount.", claim.old.span), Note("The later amount.", claim.new.span)),
        message=f"A change of {release.quote(claim.moved.span)} beside {release.quote(claim.new.span)} is {words}, not “{{quote}}”."
        if claim.moved
        else None,
        replacement=_put_right(written, abs(computed)) if _same_way(claim, computed) else None,
    )


def _put_right(written: str, computed: Decimal) -> str:
    return re.sub(r"[\d.,]*\d", f"{computed:f}", written, count=1)


def _same_way(claim: _Claim, computed: Decimal) -> bool:
    return bool(computed) and (claim.direction == "either" or (claim.direction == "up") == (computed > 0))


def _holds(claim: _Claim) -> bool:
    """Whether some true values, each rounded or cut off as written, agree."""
    possible = change(claim.old, claim.new)
    if possible is None:
        return True
    known = claim.percent.interval
    cut = Fraction(claim.percent.unit)  # 12.7% is also written 12%
    said = Interval(known.low, max(known.high, Fraction(claim.percent.value) + cut))
    mirrored = Interval(-said.high, -said.low)
    ways = {"up": (said,), "down": (mirrored,), "either": (said, mirrored)}[claim.direction]
    return any(possible.touches(way) for way in ways)


def _claims(folded: str, sentence: Span) -> Iterator[_Claim]:
    if "respectively" in folded[sentence.start : sentence.end]:
        return
    found = figures(folded, sentence)
    if sum(f.kind in ("money", "count") for f in found) < 2 or not any(f.kind == "percent" for f in found):
        return
    text, at = forms.lettered(folded, sentence, found)
    seen: set[Span] = set()
    for form in forms.FORMS:
        for match in form.finditer(text):
            claim = _claim(match, at)
            if claim and claim.percent.span not in seen and _certain(text, match):
                seen.add(claim.percent.span)
                yield claim
    for form in (forms.MOVED_TO, forms.MOVED_FROM):
        for match in form.finditer(text):
            claim = _moved(match, at)
            if claim and claim.percent.span not in seen and _certain(text, match):
                seen.add(claim.percent.span)
                yield claim


def _moved(match: re.Match[str], at: dict[int, Figure]) -> _Claim | None:
    """What the amount of the change leaves for the amount that the sentence does not give."""
    percent, moved, said = at[match.start("p")], at[match.start("moved")], match.groupdict()
    if bool(said["up"]) == bool(said["down"]) or moved.value <= 0 or percent.value <= 0:
        return None
    told = at[match.start("new" if said.get("new") else "old")]
    grown = moved.value if bool(said["up"]) == bool(said.get("old")) else -moved.value
    if moved.kind != told.kind or moved.currency != told.currency or told.value <= 0 or told.value + grown <= 0 or moved.hedge == "over":
        return None
    other = replace(told, value=told.value + grown, unit=told.unit + moved.unit, hedge="about" if told.hedge or moved.hedge else "")
    new, old = (told, other) if said.get("new") else (other, told)
    return _Claim(percent, new, old, "up" if said["up"] else "down", moved)


def _claim(match: re.Match[str], at: dict[int, Figure]) -> _Claim | None:
    percent, new, old = at[match.start("p")], at[match.start("new")], at[match.start("old")]
    said = match.groupdict()
    if old.hedge == "over" and not (said.get("g3") or "-").strip():
        old = replace(old, hedge="")  # "an increase over $10.0 million": over what, not more than
    direction: Direction = "up" if said.get("up") else "down" if said.get("down") else "either"
    if new.value < 0 and old.value < 0:
        direction = "either"  # less of a loss is called an increase and a decrease
    return _Claim(percent, new, old, direction) if comparable(old, new) and percent.value > 0 else None


def _certain(text: str, match: re.Match[str]) -> bool:
    """Whether nothing around the three figures lets the percentage be one of other amounts."""
    gaps = {name: words for name, words in match.groupdict().items() if name[0] == "g" and words}
    talk, past = " ".join(gaps.values()), gaps.get("g3", "")
    before, after = text[: match.start("new" if "new" in match.groupdict() else "p")], text[match.end() : match.end() + 60]
    past_ends = match.end("old") if "old" in match.groupdict() else match.end()
    return not (
        forms.ELSEWISE.search(text, max(0, match.start() - 40), match.end() + 40)
        or forms.RANGE.search(text, 0, match.start())
        or forms.RANGE.search(text, 0, match.start("p"))
        or forms.DOUBTFUL.search(talk)
        or forms.SECOND_PAST.match(text, past_ends)
        or text.startswith(" of ", match.end("p"))
        or forms.RANGE_OF_PERCENTAGES.match(text, match.end("p"))
        or (past_ends < match.end() and _share_of_another(after, before))
        or ("new" in match.groupdict() and match.start("new") == match.start() and forms.ENDS_IN_PAST.search(before))
        or (forms.YEARLY.search(talk) and forms.PRIOR_QUARTER.search(past + after))
        or (forms.QUARTERLY.search(talk) and forms.YEARLY.search(after))
        or _of_other_things(before, past)
    )


def _share_of_another(after: str, before: str) -> bool:
    """Whether what follows gives the percentage another base, named for the first time."""
    match = forms.OF_ANOTHER.match(after)
    named = re.match(r"(?:(?:the|our|its) )?([^\s,.;]+(?: [^\s,.;]+)?)", after[match.end() :].lstrip()) if match else None
    return bool(match) and not (named and named[1] in before)


def _of_other_things(before: str, past: str) -> bool:
    """Whether the earlier amount is called something that the later one is not; a loss beside a profit has no percentage."""
    if forms.LOSS.search(past) and not forms.LOSS.search(before):
        return True
    if forms.LOSS.search(before) and forms.GAIN.search(past) and not forms.LOSS.search(past):
        return True
    named, named_before = set(forms.METRIC.findall(past)), set(forms.METRIC.findall(before))
    return not named - ({"profit"} if named_before & {"ebitda", "income", "earning"} else set()) <= named_before  # EBITDA may be "a profit of"
