"""One security, one ticker: two symbols or two exchanges for it in one release, or another than the issuer's profile gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.listing.listings import names_issuer, without_overlaps
from disclint.checks.wording import sentence_at
from disclint.model import Note, Release, Span, Ticker
from disclint.text import fold

_OWN_SHARES = re.compile(
    r"\b(?:its|our|the (?:company|partnership|trust|corporation|bank|group)'s) (?:\w+ ){0,3}(?:shares|stock|units|ad[sr]s|securities)\b[^.;]{0,60}"
    r"\b(?:trades?|traded|quoted|listed)\b"
)
_TRADES = r"(?:is |are )?(?:also |currently |publicly |now )?(?:trad(?:es?|ed)|listed|quoted)\b"
_IN_FLUX = re.compile(
    r"\b(?:appl(?:y|ied|ication)|will|expect|anticipat|intend|approv|when-issued|spin|chang|new (?:symbol|ticker|trading|name)|former|previous|until|prior|begin|began|commenc|start"
    r"|warrants?|preferred|notes|effective|assigned)"
)
_SAID = re.compile(
    r"\b(?:trades?|traded|listed|quoted) on (?:the )?(?P<exchange>new york stock exchange|nyse american|nyse mkt|nyse amex|american stock exchange|nyse"
    r"|nasdaq(?: global select| global| capital| national| smallcap| stock)?(?: market| exchange)?(?! (?:stockholm|copenhagen|helsinki|iceland|omx|first|dubai|main|baltic))"
    r"|otcq[bx]|otc pink|toronto stock exchange|tsx venture exchange|tsxv|tsx)\b"
)
_NOT_THE_STOCK = re.compile(r"\b(?:was|were|had|bonds?|debentures?|subordinated|options?|index|etf|customers?|subsidiar\w+|parent|affiliates?)\b")
_SYMBOL_OF = re.compile(r"\b(?:symbol|ticker)\b")
_FULL = (
    ("new york", "nyse"), ("american stock", "amex"), ("toronto", "tsx"), ("tsx venture", "tsxv"), ("london", "lse"), ("australian", "asx"),
)  # fmt: skip
_MOVES = re.compile(
    r"\b(?:transfer|mov|switch|uplist|relist|chang)\w* (?:\S+ ){0,8}(?:listing|exchange|nasdaq|nyse|tsx)\b|\bdual[- ]list|\bsymbol change\b"
)
_FORMER = re.compile(r"\b(?:former(?:ly)?|previous(?:ly)?|old|until|then)\b[^.;]{0,40}$")
_NO_CLASS = frozenset("EFGHIJQSTXY")  # letters that mark no class, unit or warrant behind a symbol of three or less
_FEW = 8  # tickers in a release from which on it is a roundup of many companies
_RIVALS = ({"nyse", "nasdaq", "nyse american"}, {"tsx", "tsxv"})  # nobody's stock is on two of these
_RIVALS_SAID = (*_RIVALS, {"otc", "nasdaq"}, {"otc", "nyse"}, {"otc", "nyse american"})


class TickerConsistent(Check, frozen=True, kw_only=True):
    """Two symbols or two exchanges for the issuer's security, or another than the profile gives."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"other"})

    def examine(self, release: Release) -> Examination:
        own = [t for t in release.tickers if t.exchange and self._is_issuers(release, t)]
        matches = [m for i, t in enumerate(own) if (m := self._against(release, t, own[:i]))]
        matches += [Match(t.span, {"other": release.quote(o.span)}, (Note("Elsewhere it is written so.", o.span),)) for t, o in _slips(release)]
        if not own and not matches:
            return Examination(moot="no ticker stands beside the issuer's name")
        matches += self._said_elsewhere(release, own)
        matches += self._symbol_alone(release, own)
        given = {re.sub(r"\W", "", t).upper() for t in release.context.tickers}
        for ticker in own:
            pair = re.sub(r"\W", "", f"{ticker.exchange}{ticker.symbol}").upper()
            if given and not any(pair == g or ticker.symbol.upper() == g for g in given):
                matches.append(Match(ticker.span, {"other": ", ".join(release.context.tickers)}))
        return Examination(without_overlaps(matches), evidence=tuple(t.span for t in own))

    def _is_issuers(self, release: Release, ticker: Ticker) -> bool:
        sentence = sentence_at(release, ticker.span)
        if ":" not in release.quote(ticker.span) and _IN_FLUX.search(release.folded, sentence.start, sentence.end):
            return False  # a symbol to come, or one that was
        before = release.folded[max(0, ticker.span.start - 60) : ticker.span.start]
        if re.search(r"\bformerly\b[^;]{0,45}$", before):
            return False  # the company's old name with its old symbol
        return len(release.issuers) == 1 and (names_issuer(release, fold(before)) or self._is_told(release, ticker.span))

    def _said_elsewhere(self, release: Release, own: list[Ticker]) -> Iterator[Match]:
        """“Our common stock is listed on the New York Stock Exchange”, where every ticker is of Nasdaq."""
        named = {_family(t.exchange) for t in release.tickers if t.exchange}
        for said in _SAID.finditer(release.folded) if own and len(release.issuers) == 1 and not _MOVES.search(release.folded) else ():
            span = Span(*said.span("exchange"))
            sentence = sentence_at(release, span)
            family = _family(said.group("exchange"))
            words = release.folded[sentence.start : sentence.end]
            rival = next((t for t in own if any({family, _family(t.exchange)} <= pair for pair in _RIVALS_SAID)), None)
            if rival is None or family in named or _IN_FLUX.search(words) or _NOT_THE_STOCK.search(words):
                continue
            if self._is_told(release, span) and not any(sentence.covers(t.span) for t in release.tickers):
                yield Match(span, {"other": release.quote(rival.span)}, (Note("Elsewhere it is written so.", rival.span),))

    def _symbol_alone(self, release: Release, own: list[Ticker]) -> Iterator[Match]:
        """“Its stock symbol is ABCE”, “(ticker ABCE)”: another symbol than beside the exchange."""
        roots = {_root(t) for t in own}
        for ticker in release.tickers if len({_symbol(t) for t in own}) == 1 and len(release.issuers) == 1 else ():
            words, sentence = fold(release.quote(ticker.span)), sentence_at(release, ticker.span)
            if (
                ticker.exchange
                or not _SYMBOL_OF.search(words)
                or ticker.symbol.isdigit()
                or any(_akin(_root(ticker), r) or _root(ticker) == r for r in roots)
            ):
                continue
            before = release.folded[sentence.start : ticker.span.start]
            told = names_issuer(release, before[-60:]) or re.search(r"\b(?:its|our|the company's?)\b[^.;]{0,40}$", before) or not before.strip(" *(")
            if told and not _IN_FLUX.search(release.folded, sentence.start, sentence.end):
                yield Match(ticker.span, {"other": release.quote(own[0].span)}, (Note("Elsewhere it is written so.", own[0].span),))

    def _is_told(self, release: Release, named: Span) -> bool:
        """“Its common units trade on … under the symbol …”, where the release speaks of itself."""
        sentence = sentence_at(release, named)
        said = _OWN_SHARES.search(release.folded, sentence.start, named.end) or self._is_subject(release, sentence.start, named)
        return bool(said) and release.part_at(named.start) in ("body", "boilerplate")

    def _is_subject(self, release: Release, start: int, named: Span) -> bool:
        """“Halden trades on …”: the first word of the issuer's name opens the sentence."""
        words = release.folded[start : named.start].lstrip()
        if re.match(rf"(?:the )?(?:common |ordinary )?(?:shares|stock|units) {_TRADES}", words):
            return True
        firsts = {fold(i.name).split(" ")[0].strip(",.") for i in release.issuers}
        return any(
            len(w) > 3 and re.match(rf"{re.escape(w)}(?:(?:'s?)? (?:\w+ ){{0,3}}(?:shares|stock|units|ad[sr]s))? {_TRADES}", words) for w in firsts
        )

    def _against(self, release: Release, ticker: Ticker, earlier: list[Ticker]) -> Match | None:
        for other in earlier:
            together = abs(other.span.start - ticker.span.start) < 60
            if together:
                return None
            same_market, same_symbol = _family(ticker.exchange) == _family(other.exchange), _symbol(ticker) == _symbol(other)
            listed_too = any((_tier(t.exchange), _symbol(t)) == (_tier(ticker.exchange), _symbol(ticker)) for t in earlier)
            rivals = any({_family(ticker.exchange), _family(other.exchange)} <= pair for pair in _RIVALS)
            if same_symbol and same_market and {_tier(ticker.exchange), _tier(other.exchange)} == {"otcqb", "otcqx"} and not listed_too:
                return Match(ticker.span, {"other": release.quote(other.span)}, (Note("Elsewhere it is written so.", other.span),))
            if not listed_too and (
                (same_market and not same_symbol and not _akin(_root(ticker), _root(other))) or (same_symbol and not same_market and rivals)
            ):
                slip, other = _rarer([*earlier, ticker], ticker, other)
                return Match(slip.span, {"other": release.quote(other.span)}, (Note("Elsewhere it is written so.", other.span),))
        return None


def _slips(release: Release) -> Iterator[tuple[Ticker, Ticker]]:
    """Whoever's they are: one symbol on two exchanges that give none twice, and two symbols with two letters turned about on one exchange."""
    named = [t for t in release.tickers if t.exchange and ":" in release.quote(t.span)]
    named = [t for t in named if not _FORMER.search(release.folded, max(0, t.span.start - 60), t.span.start)]
    if len(named) > _FEW:
        return
    for n, ticker in enumerate(named):
        for other in named[:n]:
            one, two = _family(ticker.exchange), _family(other.exchange)
            if (_symbol(ticker) == _symbol(other) and one != two and any({one, two} <= pair for pair in _RIVALS)) or (
                one == two and _is_turned_about(_symbol(ticker), _symbol(other))
            ):
                if not _MOVES.search(release.folded):
                    yield _rarer(named, ticker, other)
                break


def _rarer(named: list[Ticker], ticker: Ticker, other: Ticker) -> tuple[Ticker, Ticker]:
    """The ticker that is more likely the slip first: its symbol stands beside fewer exchanges, or later."""
    symbols = [_symbol(t) for t in named]
    return (other, ticker) if symbols.count(_symbol(other)) < symbols.count(_symbol(ticker)) else (ticker, other)


def _is_turned_about(one: str, other: str) -> bool:
    """Whether two neighbouring letters of a symbol have changed places."""
    if len(one) != len(other) or len(one) < 3:
        return False
    wrong = [n for n, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    return len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (one[wrong[0]], one[wrong[1]]) == (other[wrong[1]], other[wrong[0]])


def _tier(exchange: str | None) -> str:
    """The exchange, and over the counter the tier too."""
    name = (exchange or "").lower()
    return next((tier for tier in ("otcqb", "otcqx") if tier in name.replace(" ", "")), _family(exchange))


def _family(exchange: str | None) -> str:
    name = (exchange or "").lower().removeprefix("the ")
    name = next((short for full, short in _FULL if name.startswith(full)), name)
    if name.startswith("tsx") and "v" in name[3:]:
        return "tsxv"
    if "american" in name or "amex" in name or "mkt" in name:
        return "nyse american"
    return next((f for f in ("nasdaq", "nyse", "otc", "tsxv", "tsx") if name.startswith(f)), name)


def _symbol(ticker: Ticker) -> str:
    return ticker.symbol.upper()


def _root(ticker: Ticker) -> str:
    """The symbol without its class: ABC and ABC.A are of one issuer."""
    return re.split(r"[.\-/ ]", _symbol(ticker))[0]


def _akin(one: str, other: str) -> bool:
    """Whether two symbols may be of one issuer's classes: ABCD and ABCDW, ABCDA and ABCDB."""
    shorter, longer = sorted((one, other), key=len)
    suffix = longer.removeprefix(shorter)
    return (suffix != longer and (suffix not in _NO_CLASS or len(longer) == 5)) or (len(one) == len(other) == 5 and one[:4] == other[:4])
