"""Which market's law and practice a release follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from disclint.anatomy.opening.places import market_of_place
from disclint.exchanges import market_of
from disclint.model import Context, Dateline, Document, Issuer, Ticker

MARKETS = ("us", "ca", "uk", "eu", "au", "hk", "other")

# Quotations abroad say nothing of the home market where another exchange is named.
_ABROAD = re.compile(r"otc|pink|fse|frankfurt|fra$|fwb|xetra|munich|stuttgart|tradegate|berlin|gettex")

# Words that only one market's law and practice use; the heavier ones stand in its own legends.
_TELLING: tuple[tuple[str, int, str], ...] = (
    ("us", 3, "private securities litigation reform act"),
    ("us", 2, "section 27a"),
    ("us", 2, "form 10-k"),
    ("us", 1, "securities and exchange commission"),
    ("ca", 5, "tsx venture exchange nor"),
    ("ca", 3, "canadian securities"),
    ("ca", 3, "sedar"),
    ("ca", 2, "national instrument"),
    ("ca", 2, "forward-looking information"),
    ("ca", 3, "cse nor its"),
    ("uk", 4, "uk version of"),
    ("uk", 3, "uk market abuse regulation"),
    ("uk", 3, "into uk law"),
    ("uk", 6, "tr-1: standard form"),
    ("uk", 2, "nominated adviser"),
    ("uk", 2, "london stock exchange"),
    ("uk", 4, "takeovers and mergers"),
    ("uk", 3, "takeover code"),
    ("uk", 6, "rns number"),
    ("uk", 2, "regulatory information service"),
    ("uk", 2, "financial conduct authority"),
    ("uk", 3, "aim rules"),
    ("uk", 3, "eqs regulatory"),
    ("uk", 2, " pence"),
    ("uk", 4, "takeoverpanel"),
    ("uk", 2, "of the city code"),
    ("uk", 3, "uk mar"),
    ("uk", 1, "£"),
    ("uk", 1, "+44"),
    ("eu", 3, "market abuse regulation"),
    ("eu", 2, "596/2014"),
    ("eu", 3, "norwegian securities trading act"),
    ("eu", 2, "wphg"),
    ("eu", 2, "nasdaq helsinki"),
    ("eu", 4, "stock exchange release"),
    ("eu", 3, " oyj"),
    ("eu", 2, " eet"),
    ("eu", 2, "news.cision.com"),
    ("eu", 2, "newsweb.oslobors.no"),
    ("eu", 1, "€"),
    ("eu", 2, "eqs-news:"),
    ("eu", 3, "eqs-ad-hoc:"),
    ("au", 3, "corporations act 2001"),
    ("au", 3, "asx listing rule"),
    ("au", 3, "asx announcement"),
    ("au", 3, "asx market announcements"),
    ("au", 3, "asx release"),
    ("au", 2, "2012 jorc code"),
    ("au", 2, "jorc code 2012"),
    ("au", 1, "jorc code"),
    ("au", 2, "australian securities exchange"),
    ("au", 2, "asx limited"),
    ("au", 1, "+61"),
    ("hk", 3, "stock exchange of hong kong"),
    ("hk", 3, "with limited liability)"),
    ("hk", 2, "(stock code:"),
    ("hk", 1, "+852"),
)
_CONTINENTAL_NUMBER = re.compile(r"(?<!\d)\+(?:3[0-4]|35[1238]|39|4[35-9])[ (]")  # a telephone in the European Union or Norway
_AUSTRALIAN_NUMBER = re.compile(r"\b(?:abn|acn)[: ]{1,2}\d\d[ \d]{6,}")
_FORMS: tuple[tuple[str, int, re.Pattern[str]], ...] = (
    ("uk", 3, re.compile(r"\bplc$")),
    ("eu", 2, re.compile(r"\b(?:ag|se|kgaa|gmbh|asa|as|ab(?: \(publ\))?|oyj|oy|abp|a/s|n\.?v\.?|s\.?a\.?|s\.?p\.?a\.?)$")),
    ("us", 2, re.compile(r"\b(?:llc|bancorp|l\.?p)\.?$")),
    ("us", 1, re.compile(r"\b(?:inc|corporation)\.?$")),
    ("ca", 2, re.compile(r"\bcorp\.?$")),
)


def find_market(document: Document, context: Context, tickers: tuple[Ticker, ...], dateline: Dateline | None, issuers: tuple[Issuer, ...]) -> str:
    """One of us, ca, uk, eu, au, hk, other; what the user says is final."""
    if context.market:
        return context.market
    votes: Counter[str] = Counter()
    for market, weight in _votes(document, tickers, dateline, issuers):
        votes[market] += weight
    return max(MARKETS, key=lambda market: (votes[market], -MARKETS.index(market)))


def _votes(document: Document, tickers: tuple[Ticker, ...], dateline: Dateline | None, issuers: tuple[Issuer, ...]) -> Iterator[tuple[str, int]]:
    place = market_of_place(document.folded[dateline.place.start : dateline.place.end]) if dateline and dateline.place else None
    yield from _listings(tickers, place)
    if place:
        yield place, 2 if place not in ("us", "ca") and _listed_in_america_alone(tickers) else 4
    if issuers:
        name = issuers[0].name.lower()
        yield from ((market, weight) for market, weight, form in _FORMS if form.search(name))
    yield from ((market, weight) for market, weight, words in _TELLING if words in document.folded)
    if _CONTINENTAL_NUMBER.search(document.text):
        yield "eu", 1
    if _AUSTRALIAN_NUMBER.search(document.folded):
        yield "au", 3
    if "596/2014" in document.folded and "european union (withdrawal) act" in document.folded:  # offers abroad name the act too
        yield "uk", 4


def _listed_in_america_alone(tickers: tuple[Ticker, ...]) -> bool:
    """A seat abroad says little of the law followed then; Canada's law binds its own all the same."""
    return bool(tickers) and all(ticker.exchange and market_of(ticker.exchange) == "us" for ticker in tickers)


def _listings(tickers: tuple[Ticker, ...], place: str | None) -> Iterator[tuple[str, int]]:
    """What the first exchanges say: the home exchange stands first, or where the company writes from, or is Canadian (few list there from abroad,
    but for Australians, whose own exchange then stands first).

    Beside an American listing one in a country whose law is not known here says nothing: the release follows American law as well.
    """
    named = [ticker.exchange.lower() for ticker in tickers[:4] if ticker.exchange]
    home = [name for name in named if not _ABROAD.search(name)]
    if not home:
        yield from ((market, 2) for name in named[:2] if (market := market_of(name)))
        return
    found = dict.fromkeys(market for name in home[:3] if (market := market_of(name)))
    if "us" in found:
        found.pop("other", None)
    yield from ((market, 5 if n == 0 or market == place or (market == "ca" and "au" not in found) else 2) for n, market in enumerate(found))
