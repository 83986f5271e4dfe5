"""Amounts of which a sentence lists all the parts: "$85 million, consisting of $60 million in cash and $25 million in stock"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from disclint.checks.base import Match
from disclint.checks.numbers.change_forms import lettered
from disclint.figures import Figure, comparable, figures
from disclint.model import Note, Release, Span

_CONSISTS = re.compile(
    r"\b(?:consist(?:s|ed|ing) of|compris(?:es|ed|ing)(?: of)?|(?:is|was|are|were) (?:comprised|composed|made up) of|(?:comprised|composed|made up) of"
    r"|(?:split|divided|broken down) (?:into|between|as)|through a combination of|namely|being)\b"
)
# M amounts; the parts follow one another to the end of the sentence, each said in a few words without a further figure.
_PARTS = r"(?P<parts>M(?:[^MPQ;:\d]{0,60}(?:,|\b(?:and|plus)\b)[^MPQ;:\d]{1,60}M){1,6})(?P<rest>[^MPQ;:\d]{0,80})\.?\W*$"
_WHOLE = re.compile(
    rf"(?P<whole>M)(?P<between>[^MPQ;:()]{{0,60}}?),? (?:which |that )?(?:{_CONSISTS.pattern})(?: an?| the| [a-z-]+){{0,2}}? {_PARTS}"
)
_LISTED = re.compile(rf"(?P<whole>M)(?P<between>[^MPQ;:()]{{0,60}}?)(?::| -) (?:(?!by\b)[a-z-]+ ){{0,3}}?{_PARTS}")
_REMAINING = re.compile(
    r"(?P<whole>M)(?P<between>[^MPQ;:()]{0,50}), (?:of which|with) (?P<parts>M[^MPQ;:\d]{1,60},? (?:and|with) (?:the )?(?:remaining|other|balance of) M)"
    r"(?P<rest>[^MPQ;:\d]{0,80})\.?\W*$"
)
_TOGETHER = re.compile(
    r"(?P<parts>M(?:[^MPQ;:\d]{0,60}(?:,|\b(?:and|plus)\b)[^MPQ;:\d]{1,60}M){1,6})(?P<between>[^MPQ;:\d]{0,50}),? (?:for|making|giving|bringing) an? "
    r"(?:total|aggregate|combined)(?P<rest>[^MPQ;:\d]{0,50})\b(?:of|to) (?P<whole>M)"
)
_DOUBTFUL = re.compile(
    r"\b(?:includ\w*|up to|approximately|about|respectively|net of|less|offset|excluding|minus|of which|compared|versus|from|at least|other|balance|per"
    r"|remain\w*|additional|shares?(?= of [a-z ]*at)|increas\w*|decreas\w*|grew|rose|fell|up|down|range|between|primarily|mainly|mostly|through|than)\b"
)
_RANGE = re.compile(r"M(?: to |-| - )M")
_NET = re.compile(
    r"\bgross proceeds\b[^MPQ]{0,90}?(?P<whole>M)[^MPQ]{0,60}?\b(?:after|less|before|net of)\b(?P<between>[^MPQ]{0,90}?)(?P<parts>M)(?P<rest>[^MPQ]{0,60}?)"
    r"\bnet proceeds\b[^MPQ]{0,60}?(?P<net>M)"
)
_LESS = re.compile(
    r"(?P<net>M)(?P<between>,? (?:being|(?:calculated|defined|computed) as|consisting of|or) [^MPQ;:]{0,40}?)(?P<whole>M)[^MPQ;:]{0,40}?"
    r"\b(?:less|minus|net of)\b(?P<rest>[^MPQ;:]{0,40}?)(?P<parts>M)"
)
_SHARES = re.compile(
    r"\b(?:represent(?:s|ed|ing)|account(?:s|ed|ing) for|contribut(?:es|ed|ing)|ma[dk]e?(?:s|ing)? up|comprised?|split|mix|breakdown|broke down|was|were|came from)\b"
)
_OF_WHOLE = re.compile(
    r"\bP of (?:(?:the|our|its|total|net|consolidated|company|quarterly|group) ){0,3}(?:revenues?|sales|loans|deposits|portfolio|production|total|orders|backlog)\b"
)
_BY_KIND = re.compile(
    r"\b(?:revenues?|sales|loans|deposits|production|orders|backlog) by [a-z]+ (?:was|were|is|broke down|split|came)(?: as follows:)? "
    r"(?:P (?:in|from|to|for) [a-z ]{2,30}(?:, and |,? and |, )){2,6}P (?:in|from|to|for) [a-z ]{2,30}\.?\W*$"
)
_MOVING = re.compile(
    r"\b(?:increas\w*|decreas\w*|grew|grow\w*|rose|fell|declin\w*|up|down|compared|versus|from (?!the|north|asia|europe|outside|our)|margin|than|respectively|discount"
    r"|yield|rate|tax|owns?|interest|stake|and P|while|customers?|includ\w*)\b"
)


def unequal(release: Release) -> Iterator[tuple[Span, Match | None]]:
    """Each whole with its parts listed, and the match where the parts do not make it."""
    for sentence in release.sentences:
        folded = release.folded
        if sum(c.isdigit() for c in folded[sentence.start : sentence.end]) < 3 or release.part_at(sentence.start) in (
            "table",
            "contacts",
            "cautionary",
            "legend",
        ):
            continue
        found = figures(folded, sentence)
        if len(found) < 3:
            continue
        text, at = lettered(folded, sentence, found)
        if any(f.kind in ("money", "count") for f in found):
            yield from _amounts(text, at)
        elif all(f.kind == "percent" for f in found):
            yield from _percentages(text, found)


def _amounts(text: str, at: dict[int, Figure]) -> Iterator[tuple[Span, Match | None]]:
    if ranges := len(_RANGE.findall(text)):
        low = _RANGE.sub(lambda m: "M".ljust(len(m.group())), text)
        high = _RANGE.sub(lambda m: "M".rjust(len(m.group())), text)
        if ranges * 2 == text.count("M"):
            yield from _whole(low, at)
            yield from _whole(high, at)
        return
    yield from _whole(text, at)
    for form in (_NET, _LESS):
        match = form.search(text)
        if match and not _DOUBTFUL.search(match["between"] + match["rest"]):
            whole, part, net = (at.get(match.start(name)) for name in ("whole", "parts", "net"))
            if whole and part and net and _sure((whole, part, net)) and whole.value > part.value:
                said = f"{_sign(whole)}{whole.value - part.value:,f}"
                unit = max(f.unit for f in (whole, part, net))
                wrong = abs(whole.value - part.value - net.value) > unit * Decimal("1.5")
                yield net.span, Match(net.span, {"sum": said}, message=_LEFT) if wrong else None


def _sign(figure: Figure) -> str:
    return "$" if figure.kind == "money" else ""


def _sure(parts: tuple[Figure, ...]) -> bool:
    return all(p.kind == parts[0].kind and p.currency == parts[0].currency and p.value > 0 and not p.hedge for p in parts)


def _whole(text: str, at: dict[int, Figure]) -> Iterator[tuple[Span, Match | None]]:
    for form in (_WHOLE, _LISTED, _REMAINING, _TOGETHER):
        match = form.search(text)
        said = match["between"] + match["parts"] + match["rest"] if match else ""
        if match is None or _DOUBTFUL.search(re.sub(r"\bthe remaining\b|\bthe other\b|\bbalance of\b", "", said) if form is _REMAINING else said):
            continue
        whole = at.get(match.start("whole"))
        parts = [at.get(match.start("parts") + place.start()) for place in re.finditer("M", match["parts"])]
        figure_parts = tuple(part for part in parts if part)
        if whole is None or len(figure_parts) != len(parts) or not _sure((whole, *figure_parts)):
            continue
        if not all(comparable(whole, part) for part in figure_parts):
            continue
        total = sum(part.value for part in figure_parts)
        unit = max(figure.unit for figure in (whole, *figure_parts))
        exact = whole.kind == "count" and unit == 1
        wrong = total != whole.value if exact else abs(total - whole.value) > unit * (len(parts) + 1) / 2
        notes = (Note("The first of the parts.", figure_parts[0].span), Note("The last of the parts.", figure_parts[-1].span))
        yield whole.span, Match(whole.span, {"sum": f"{_sign(whole)}{total:,f}"}, notes=notes, message=_SAID) if wrong else None
        return


def _percentages(text: str, found: tuple[Figure, ...]) -> Iterator[tuple[Span, Match | None]]:
    """Shares of one whole, which cannot be more than all of it."""
    listed = _OF_WHOLE.search(text) and _SHARES.search(text) and not _MOVING.search(text)
    if len(found) < 3 or not (listed or _BY_KIND.search(text)) or any(f.hedge for f in found):
        return
    total = sum(f.value for f in found)
    if 90 <= total <= 115:
        wrong = total - 100 > max(f.unit for f in found) * len(found) / 2
        span = found[0].span
        yield span, Match(span, {"sum": f"{total:f}%"}, message=_SHARES_SAID) if wrong else None


_SAID = "“{quote}” is not the sum of the parts that the sentence lists: they add up to {sum}."
_LEFT = "“{quote}” is not what the sentence leaves: by its other figures it is {sum}."
_SHARES_SAID = "“{quote}” and the other shares of this whole add up to {sum}."
