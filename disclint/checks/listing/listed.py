"""Listed: on which exchanges the issuer itself is listed, by the tickers that stand with its name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled, find, found
from disclint.checks.wording import sentence_at
from disclint.exchanges import market_of
from disclint.model import Release, Span, Ticker
from disclint.text import fold

_REACH = 200  # characters before a ticker in which its company's name is looked for
_FEW = 12  # letters outside brackets that may stand between the name and the ticker: “, Inc.”
_BRACKETED = re.compile(r"\([^()]*\)?")
# "Acme Ltd., whose shares trade on …", "the Company's common shares are listed on …"
_OF_WHICH = re.compile(
    r"[\s,]*(?:(?:inc|corp|ltd|limited|corporation)\b\.?[\s,]*)?(?:whose|the (?:common |ordinary )?shares of which|a company listed)\b[^.;]{0,90}"
)
_ITS_SHARES = re.compile(
    r"\b(?:the (?:company|corporation|issuer)'s|our|its) (?:common |ordinary |class a )*(?:shares|stock) (?:are |is |will )?(?:listed|trade|quoted)[^.;]{0,90}$"
)
_IS_LISTED = re.compile(r"[^.;\w]{0,3}(?:is|are|trades?) (?:publicly )?(?:listed |traded |quoted )?on [^.;]{0,60}")
_BETWEEN = 40  # characters that may part two tickers of one company: “(TSXV: ABC) (OTCQB: ABCDF)”


class ListedOn(Check, frozen=True, kw_only=True):
    """The issuer has a ticker of one of these exchanges; a partner's or target's ticker further on does not count."""

    placeholders: ClassVar[frozenset[str]] = frozenset()

    any: tuple[str, ...]  # RE2 patterns on the folded name of the exchange; the whole name must match
    shown_by: tuple[str, ...] = ()  # patterns for words that show the listing where the issuer gives no home ticker
    unless: tuple[str, ...] = ()  # patterns that excuse those words in the same sentence

    def __post_init__(self) -> None:
        for pattern in (*self.any, *self.shown_by, *self.unless):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        patterns = [f"^(?:{pattern})$" for pattern in self.any]
        own = issuer_tickers(release)
        matches = [Match(ticker.span) for ticker in own if found(patterns, " ".join(fold(ticker.exchange or "").split()))]
        if not matches and any(found(patterns, fold(told.partition(":")[0]).strip()) for told in release.context.tickers):
            matches = [Match(release.headline.span if release.headline else release.parts[0].span)] if release.parts else []
        if not matches and self.shown_by and not any(_at_home(ticker) for ticker in release.tickers):
            matches = [
                Match(span) for span in find(self.shown_by, release.folded, zones.spans(release, (), ("cautionary",))) if self._holds(release, span)
            ]
        return Examination(matches=tuple(matches), searched="a listing on that exchange beside the issuer's name")

    def _holds(self, release: Release, span: Span) -> bool:
        sentence = sentence_at(release, span)
        return not found(self.unless, release.folded[sentence.start : sentence.end])


def _at_home(ticker: Ticker) -> bool:
    """Not a mere quotation abroad, as those over the counter and in Germany are."""
    exchange = fold(ticker.exchange or "")
    return bool(exchange) and market_of(exchange) != "eu" and not exchange.startswith(("otc", "pink"))


def issuer_tickers(release: Release) -> tuple[Ticker, ...]:
    """The group of tickers that stands first in the release, and every other group that repeats a symbol of it."""
    groups = list(_groups(release, release.tickers))
    if not groups or not _beside_issuer(release, groups[0][0]):
        return ()
    symbols = {ticker.symbol for ticker in groups[0]}
    symbols |= {symbol[:-1] for symbol in symbols if len(symbol) == 5 and symbol.endswith("F")}  # a foreign issuer's, quoted over the counter
    return tuple(ticker for group in groups if any(t.symbol in symbols for t in group) for ticker in group)


def _groups(release: Release, tickers: Sequence[Ticker]) -> Iterator[list[Ticker]]:
    """Tickers that follow one another with next to no words between them belong to one company."""
    group: list[Ticker] = []
    for ticker in sorted(tickers, key=lambda t: t.span):
        if group:
            between = release.folded[group[-1].span.end : ticker.span.start]
            if len(between) > _BETWEEN or sum(c.isalpha() for c in between) > 3:
                yield group
                group = []
        group.append(ticker)
    if group:
        yield group


def _beside_issuer(release: Release, ticker: Ticker) -> bool:
    """Above the dateline, in letterhead or headline, in the paragraph about the company, or next to the name of an issuer but for words in brackets."""
    above = release.dateline is not None and ticker.span.end <= release.dateline.span.start
    if not release.issuers or above or release.part_at(ticker.span.start) in ("letterhead", "headline", "boilerplate"):
        return True
    before = release.folded[max(0, ticker.span.start - _REACH) : ticker.span.start]
    names = [fold(name) for issuer in release.issuers for name in (issuer.name, *issuer.short_names)]
    gaps = [_BRACKETED.sub("", before[before.rfind(name) + len(name) :]) for name in names if name and name in before]
    near = any(sum(c.isalpha() for c in gap) <= _FEW or _OF_WHICH.fullmatch(gap) or _IS_LISTED.fullmatch(gap) for gap in gaps)
    return near or _ITS_SHARES.search(before) is not None
