"""Amounts of which a sentence lists all the parts: "$85 million, consisting of $60 million in cash and $25 million in stock"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.checks.base import Match
from disclint.checks.numbers.change_forms import lettered
from disclint.figures import comparable, figures
from disclint.model import Note, Release, Span

_CONSISTS = re.compile(
    r"\b(?:consist(?:s|ed|ing) of|compris(?:es|ed|ing)(?: of)?|(?:is|was|are|were) (?:comprised|composed|made up) of|(?:composed|made up) of)\b"
)
# M amounts; the parts follow one another to the end of the sentence, each said in a few words without a further figure.
_WHOLE = re.compile(
    rf"(?P<whole>M)(?P<between>[^MPQ;:()]{{0,60}}?),? (?:which |that )?{_CONSISTS.pattern} (?:an? |the |[a-z-]+ ){{0,2}}?"
    r"(?P<parts>M(?:[^MPQ;:\d]{0,60}(?:,|\b(?:and|plus)\b)[^MPQ;:\d]{1,60}M){1,6})(?P<rest>[^MPQ;:\d]{0,80})\.?\W*$"
)
_DOUBTFUL = re.compile(
    r"\b(?:includ\w*|up to|approximately|about|respectively|net of|less|offset|excluding|minus|of which|compared|versus|from|at least|remain\w*|other|balance|per|additional|shares?(?= of [a-z ]*at))\b"
)


def unequal(release: Release) -> Iterator[tuple[Span, Match | None]]:
    """Each whole with its parts listed, and the match where the parts do not make it."""
    for sentence in release.sentences:
        folded = release.folded
        if not _CONSISTS.search(folded, sentence.start, sentence.end) or "$" not in folded[sentence.start : sentence.end]:
            continue
        found = figures(folded, sentence)
        text, at = lettered(folded, sentence, found)
        match = _WHOLE.search(text)
        if match is None or _DOUBTFUL.search(match["between"] + match["parts"] + match["rest"]):
            continue
        whole = at.get(match.start("whole"))
        parts = [at.get(match.start("parts") + place.start()) for place in re.finditer("M", match["parts"])]
        figure_parts = [part for part in parts if part]
        if whole is None or whole.kind != "money" or whole.hedge or any(part.hedge or not comparable(whole, part) for part in figure_parts):
            continue
        if len(figure_parts) != len(parts) or any(part.value <= 0 for part in figure_parts):
            continue
        total = sum(part.value for part in figure_parts)
        unit = max(figure.unit for figure in (whole, *figure_parts))
        wrong = abs(total - whole.value) > unit * (len(parts) + 1) / 2
        notes = (Note("The first of the parts.", figure_parts[0].span), Note("The last of the parts.", figure_parts[-1].span))
        yield whole.span, Match(whole.span, {"sum": f"${total:,f}"}, notes=notes, message=_SAID) if wrong else None


_SAID = "“{quote}” is not the sum of the parts that the sentence lists: they add up to {sum}."
