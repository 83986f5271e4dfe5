"""Margins and other ratios of non-GAAP measures, and the same ratios of the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.checks.base import Check, Examination, Match
from disclint.checks.non_gaap.measuring import uses
from disclint.measures import Basis, Mention
from disclint.model import Release, Span

_GAAP_RATIO: dict[Basis, str] = {
    "net income": r"(?:net (?:income|earnings|profit|loss|\(loss\) income|income \(loss\))|operating(?: income| profit)?) margin|net margin|margin of net (?:income|loss)"
    r"|(?:net (?:income|earnings|profit|loss)|operating (?:income|profit|loss)|income from operations)(?:[^.\t\n]|\.\d){0,60}(?:as a (?:percentage|percent|%) of|[\d.]+ ?(?:%|percent) of)"
    r" (?:net |total )?(?:revenues?|sales)|return on (?:average )?(?:equity|assets|common)",
    "operating income": r"operating (?:income |profit |loss )?margin|(?:operating (?:income|profit)|income from operations)(?:[^.\t\n]|\.\d){0,60}of (?:net |total )?(?:revenues?|sales)",
    "gross profit": r"gross (?:profit )?margin|gross profit(?:[^.\t\n]|\.\d){0,60}of (?:net |total )?(?:revenues?|sales)",
    "operating cash flow": r"(?:operating cash flow|cash (?:flows? )?(?:provided by|from) operat[a-z]*)(?:[^.;\t\n]|\.\d){0,60}"
    r"(?:\bmargin|\bconversion|\d ?(?:%|percent) of (?:net |total )?(?:revenues?|sales)|as an? (?:%|percent(?:age)?) of)",
}
# Ratios that the accounts know under the same name: an adjusted efficiency ratio stands beside the efficiency ratio.
_OWN = (
    (r"efficiency ratio", r"efficiency ratio"),
    (r"operating ratio", r"operating ratio"),
    (r"return on [a-z ]*assets", r"return on (?:average )?(?:total )?assets|\broaa?\b"),
    (r"return on [a-z ]*equity|roa?tce", r"return on (?:average )?(?:(?:total|common|shareholders'?|stockholders'?) )*equity|\broa?c?e\b"),
    (
        r"tangible [a-z ]*(?:ratio|assets)",
        r"equity(?: as an? (?:percentage|percent|%) of|[ -]to[ -]|/| / )(?:total |average )*assets|(?<!tangible common )(?<!tangible )equity ratio",
    ),
)
_QUALIFIED_BEFORE = re.compile(r"\b(?:adjusted|non-gaap|core|normali[sz]ed|underlying|adj\.|operating|tangible)[, ] ?(?:[a-z]+ )?$")
_QUALIFIED_AFTER = re.compile(
    r",? (?:as )?adjusted|,? on an? (?:adjusted|core|non-gaap)|,? (?:excluding|exclusive of) |,? \((?:as )?(?:non-gaap|adjusted|core)"
)
_OF_REVENUE = re.compile(
    r"(?:[^.;]|\.\d){0,70}?(?:\b(?:or|representing|represented|equal to|at|was|were|is)|\() ?\(?\d+(?:\.\d+)? ?(?:%|percent) of (?:net |total )?(?:revenues?|sales)"
)


class GaapRatioShown(Check, frozen=True, kw_only=True):
    """A margin or another ratio of a non-GAAP measure, and nowhere the same ratio of the accounts."""

    def examine(self, release: Release) -> Examination:
        ratios = [use.mention for use in uses(release) if _is_ratio(release, use.mention)]
        if not ratios:
            return Examination(moot="the release gives no non-GAAP ratio")
        for mention in ratios:
            asked = _asked(release, mention)
            if asked and next(_gaap_ratios(release, asked), None) is None:
                return Examination(matches=(Match(mention.span, absent=True),))
        return Examination(evidence=(ratios[0].span,))


def _named(release: Release, mention: Mention) -> str:
    return release.folded[mention.span.start : mention.span.end]


def _is_ratio(release: Release, mention: Mention) -> bool:
    """A ratio by name, or an amount that is also told in per cent of revenue."""
    if _asked(release, mention) is None:
        return False
    name = _named(release, mention)
    named = "margin" in mention.key or (" of " in name and "of net income" not in name) or _own(name)
    return bool(named or (not mention.ratio and _OF_REVENUE.match(release.folded, mention.span.end)))


def _own(name: str) -> str | None:
    """The ratio of the accounts that is called as the measure is, without what qualifies it."""
    return next((ratio for words, ratio in _OWN if re.search(words, name)), None)


def _asked(release: Release, mention: Mention) -> str | None:
    return _own(_named(release, mention)) or _GAAP_RATIO.get(mention.basis)


def _gaap_ratios(release: Release, ratio: str) -> Iterator[Span]:
    for match in re.finditer(rf"\b(?:{ratio})", release.folded):
        before = release.folded[max(0, match.start() - 40) : match.start()]
        if not _QUALIFIED_BEFORE.search(before) and not _QUALIFIED_AFTER.match(release.folded, match.end()):
            yield Span(*match.span())
