"""Changes told in a word: "more than doubled to $8.4 million from $5.1 million"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from disclint.checks.base import Match
from disclint.checks.numbers import change_forms as forms
from disclint.figures import Figure, comparable, figures, rounded
from disclint.model import Note, Release, Span

_WORD = re.compile(r"\b(?:doubl(?:ed|es|ing)|tripl(?:ed|es|ing)|quadrupl(?:ed|es|ing)|halv(?:ed|es|ing))\b")
_SAID = rf"(?P<hedge>(?:(?:more|less) than|nearly|almost|roughly|about|approximately|over|virtually|close to|not quite) )?(?P<word>{_WORD.pattern})"
_THAN = r"\b(?:from|compared (?:to|with)|versus|vs\.?|against|up from|down from)"
_SOON = r"[^MPQ;:]{0,60}?"
_TOLD = (
    re.compile(rf"{_SAID}(?P<g1>{_SOON})\bto (?:[a-z-]+ ){{0,3}}(?P<new>M)(?P<g2>{_SOON}){_THAN}(?P<g3>{_SOON})(?P<old>M)"),
    re.compile(rf"{_SAID}(?P<g1>{_SOON})\bfrom (?:[a-z-]+ ){{0,3}}(?P<old>M)(?P<g2>{_SOON})\bto (?:[a-z-]+ ){{0,3}}(?P<new>M)"),
)
_BASES = {"d": Fraction(2), "t": Fraction(3), "q": Fraction(4), "h": Fraction(1, 2)}


def wrong(release: Release, holes: Sequence[Span]) -> Iterator[Match]:
    """Each such word that its two amounts cannot bear out."""
    if not _WORD.search(release.folded):
        return
    for sentence in release.sentences:
        if not _WORD.search(release.folded, sentence.start, sentence.end) or any(hole.touches(sentence) for hole in holes):
            continue
        text, at = forms.lettered(release.folded, sentence, figures(release.folded, sentence))
        for match in (m for form in _TOLD for m in form.finditer(text)):
            new, old = at[match.start("new")], at[match.start("old")]
            talk = " ".join(words for name, words in match.groupdict().items() if name[0] == "g" and words)
            if forms.DOUBTFUL.search(talk) or forms.ELSEWISE.search(text) or forms.LOSS.search(text) or not comparable(old, new) or old.value < 0:
                continue
            if not _borne_out(match["word"][0], (match["hedge"] or "").strip(), old, new):
                yield _match(release, match, text, sentence, old, new)


def _borne_out(word: str, hedge: str, old: Figure, new: Figure) -> bool:
    """Whether some true values make the ratio that the words mean, with a tenth of leave for ordinary speech."""
    before, after, base = old.interval, new.interval, _BASES[word]
    if before.low <= 0:
        return True
    least, most = after.low / before.high, after.high / before.low
    further = hedge in ("more than", "over")
    if word == "h":
        return least <= base * (1 if further else Fraction(5, 4)) and (further or most >= base * Fraction(3, 4))
    return most >= base * (1 if further else Fraction(17, 20)) and (further or least < base + Fraction(7, 10))


def _match(release: Release, match: re.Match[str], text: str, sentence: Span, old: Figure, new: Figure) -> Match:
    first = next(place for place in re.finditer(re.escape(match["word"]), release.folded[sentence.start : sentence.end]))
    begin = sentence.start + first.start() - len(match["hedge"] or "")
    computed = rounded((Fraction(new.value) / Fraction(old.value) - 1) * 100, new.unit.__class__(1))
    words = f"{'an increase' if computed > 0 else 'a decrease'} of {abs(computed):f}%" if computed else "no change"
    return Match(
        Span(begin, sentence.start + first.end()),
        {"old": release.quote(old.span), "new": release.quote(new.span), "computed": words},
        notes=(Note("The earlier amount.", old.span), Note("The later amount.", new.span)),
    )
