"""Exchange and symbol, in every market's manner."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.exchanges import Exchange, exchanges_in
from disclint.model import Document, Span, Ticker

_SIGN = r"(?:\s*(?:stock\s+|ticker\s+|trading\s+)?(?:symbols?|tickers?(?:\s+codes?)?|stock\s+codes?|codes?)\b)?"
_BETWEEN = re.compile(
    rf"[\s*_]*[\])]?[\s*_]*{_SIGN}[\s*_]*(?P<sign>:|=|-(?!listed|traded|\s)|\s-\s|(?<=symbol)\s|(?<=ticker)\s|(?<=code)\s|\s(?=['\"][a-z0-9.]{{2,6}}['\"]\)))[\s*_]*['\"(]*[\s*_]*"
)
_SYMBOL = re.compile(
    r"\$?(?P<s>[A-Z0-9]{1,8}(?:\s?\.\s?(?:OB|PK)\b|\.[A-Z]{1,3}(?:\.[A-Z])?\b|[-/][A-Z]{1,2}\b|\s[A-C](?=\s*[)\]])"
    r"|\.?PR[A-Z]?\b)?)(?![a-z0-9&]|'[a-z])"
)
_SLOPPY = re.compile(r"(?P<s>[A-Za-z]{1,5})(?=[\s*_]*[)\]])")
_MORE = re.compile(r"[\s*_'\"\u201d\u2019]*(?:[,;/&|]|\band\b|\bor\b)+[\s*_]*(?:and\s+)?['\"\u201c\u2018]?\s*")
_UNDER = re.compile(
    r"(?:under|with|by|bears?|has|have|assigned|change[sd]?|new|using|the|its|our|and|trading|ticker|stock)\s+(?:the\s+|its\s+|a\s+"
    r"|our\s+)?(?:new\s+|current\s+|proposed\s+|existing\s+|same\s+|following\s+)*"
    r"(?:trading\s+|ticker\s+|stock\s+|share\s+|market\s+|nasdaq\s+|nyse\s+|otc\s+|common stock\s+|exchange\s+)*(?:symbols?|tickers?"
    r"|trading\s+code|short\s+name|stock\s+code)(?:\s+codes?)?\b(?P<on>\s+(?:on|at)\s+[^.;\n]{3,70}?\s+is)?[\s:,*_]*(?:of\s+|is\s+|to\s+"
    r"|will\s+be\s+|as\s+)?[\s*_(]*['\"]?[\s*_]*"
)
_TICKER_COLON = re.compile(
    r"(?<![\w])(?:stock\s+)?(?:ticker|symbol|stock\s+code|securities\s+code|trading\s+symbol|ticker\s+symbol"
    r"|ticker\s+code)\s*(?:\([^)\n]{2,20}\))?\s*:[\s*_]*['\"]?"
)
_STOCK_CODE = re.compile(r"\bstock\s+codes?\s*(?:\([^)\n]{2,20}\))?\s*:\s*(?=\d)")
_AS = re.compile(r"(?:stock exchange|nasdaq|nyse|market)\s+as\s+\"")
_TRADED_AS = re.compile(r"\b(?:listed|trad(?:es?|ed|ing)|quoted)\s+as\s+['\"]?(?=[a-z]{2,5}['\"]?\s+(?:on|at)\s)")
_IN_BRACKETS = re.compile(r"\((?:(?:stock|trading|ticker|nasdaq|nyse)\s+)*(?:symbol|ticker)\s*['\"]?(?=[a-z])")
_ISIN_LIST = re.compile(r"\([^()\n]{0,120}\b(?:isin|wkn)\b[^()\n]{0,80}\)")

_JOINED = re.compile(r"\s*(?:/|&|,|\band\b)\s*(?:the\s+)?")  # "ASX/TSX: ABC": one symbol on both
_BESIDE = 32  # characters between an exchange and its symbol: "Nasdaq under the ticker symbol"
_NO_SYMBOL = frozenset(
    "A AN AND OR THE OF TO IN ON AT IS FOR ISIN WKN CUSIP LEI USD CAD EUR GBP ADR ADS ADRS INC LTD PLC CEO CFO IPO ETF US UK EU FORM RULE NEWS"
    " NOTE TBD TBA XXXX".split()
)
_EXCHANGES = frozenset("NYSE TSX OTC LSE ASX AIM NASDAQ OTCQB OTCQX TSXV CSE FSE HKEX".split())
_BY_NUMBER = re.compile(
    r"hk|hong|sehk|asx|tase|tse|tyo|tokyo|krx|kos|tw|tpex|taiwan|bombay|singapore|sse|szse|sha|she|bse|bombay|bursa|klse|frankfurt|fra|fse|fwb"
    r"|etr|xetra|tradegate|munich|stuttgart|berlin|gettex|kq|ks|tadawul|code"
)


def find_tickers(document: Document) -> tuple[Ticker, ...]:
    """Every distinct pair of exchange and symbol, in the order of the text."""
    found: dict[tuple[str, str], Ticker] = {}
    for ticker in sorted((*_paired(document), *_told(document), *_listed(document)), key=lambda t: (t.span.start, t.span.end)):
        found.setdefault((_bare(ticker.exchange), ticker.symbol), ticker)
    named = {ticker.symbol for ticker in found.values() if ticker.exchange}
    return tuple(t for t in found.values() if t.exchange or t.symbol not in named)


def _bare(exchange: str | None) -> str:
    return re.sub(r"[^a-z0-9]", "", (exchange or "").lower())


def _paired(document: Document) -> Iterator[Ticker]:
    """(NYSE: ABC), "NASDAQ-ABC", (TSX: A, A.WT)."""
    folded, text = document.folded, document.text
    found = list(exchanges_in(folded))
    begins = {exchange.span.start for exchange in found}
    taken = 0
    for exchange in found:
        name = text[exchange.span.start : exchange.span.end]
        bracketed = folded[exchange.span.start - 1 : exchange.span.start] in ("(", "[")
        between = _BETWEEN.match(folded, exchange.span.end)
        if exchange.span.start < taken or between is None or (exchange.coded and not name.isupper()):
            continue
        if between["sign"].strip() == "-" and (
            exchange.market not in ("us", "ca") or name.islower() or not (bracketed or text[between.end() - 1] == "-")
        ):
            continue  # "SIX-MONTH"
        symbol = _symbol(text, between.end(), name) or (_sloppy(text, between.end()) if bracketed else None)
        joined = _joined(folded, exchange, found) if symbol else None
        if symbol and joined:
            yield Ticker(Span(joined.span.start, symbol.end("s")), text[joined.span.start : joined.span.end], _clean(symbol["s"]))
        while symbol:
            yield Ticker(Span(exchange.span.start, symbol.end("s")), " ".join(name.split()), _clean(symbol["s"]))
            taken = symbol.end()
            more = _MORE.match(text, taken)
            symbol = _symbol(text, more.end(), name) if more and more.end() not in begins else None
            if symbol and (symbol["s"].isdigit() or folded[symbol.end() : symbol.end() + 2].lstrip()[:1] == ":"):
                break  # an ISIN's figures, or the next exchange


def _joined(folded: str, exchange: Exchange, found: list[Exchange]) -> Exchange | None:
    """The short name of an exchange right before this one, to which the symbol belongs as well."""
    before = [e for e in found if e.span.end < exchange.span.start <= e.span.end + 9 and folded[e.span.start - 1 : e.span.start] in ("(", "[")]
    return before[-1] if before and _JOINED.fullmatch(folded, before[-1].span.end, exchange.span.start) else None


def _clean(symbol: str) -> str:
    return re.sub(r"\s+", "" if "." in symbol else " ", symbol)


def _symbol(text: str, at: int, exchange: str) -> re.Match[str] | None:
    match = _SYMBOL.match(text, at)
    if match is None or match["s"] in _NO_SYMBOL:
        return None
    symbol = match["s"]
    if symbol in _EXCHANGES and text[match.end() : match.end() + 1] not in tuple(")]"):
        return None  # "AIM: TSX: ABC"; but a company may trade as OTC or AIM
    if symbol[0].isdigit() and symbol.replace(".", "").isdigit() and not _BY_NUMBER.search(exchange.lower()):
        return None
    if text[match.end() : match.end() + 1] == "-" and text[match.end() + 1 : match.end() + 2].isalpha():
        return None
    return match


def _sloppy(text: str, at: int) -> re.Match[str] | None:
    """ "(Nasdaq: Abcd)": a symbol that is not in capitals, alone before its bracket."""
    match = _SLOPPY.match(text, at)
    return match if match and match["s"].upper() not in _NO_SYMBOL else None


_QUOTED = re.compile(r"[\"\u201c\u2018'](?P<s>[A-Z0-9][A-Z0-9.]{0,7}(?:\s(?:WI|WS|U|W|RT|PR [A-Z]))?)[,.;]?[\"\u201d\u2019']")


def _told(document: Document) -> Iterator[Ticker]:
    """ "on the Nasdaq Global Market under the symbols "A" and "B"", "Ticker: ABC"."""
    folded, text = document.folded, document.text
    for pattern in (_UNDER, _TICKER_COLON, _STOCK_CODE, _AS, _TRADED_AS, _IN_BRACKETS):
        for match in pattern.finditer(folded):
            at = match.end()
            while at > match.start() and text[at - 1] in "\"'\u201c\u2018\u201d\u2019 *_":
                at -= 1
            symbols = list(_run(text, match.end(), at))
            if not symbols or (pattern is not _STOCK_CODE and text[symbols[0].start : symbols[0].end].isdigit()):
                continue
            exchange = _exchange_near(document, match, symbols[-1].end)
            if pattern is _TRADED_AS and (exchange is None or any(text[s.start : s.end] in _EXCHANGES for s in symbols)):
                continue
            beside = exchange is not None and 0 <= symbols[0].start - exchange.end < _BESIDE
            start = exchange.start if exchange and beside else match.start() if exchange is None or pattern is _STOCK_CODE else symbols[0].start
            for n, symbol in enumerate(symbols):
                yield Ticker(
                    Span(symbol.start if n else start, symbol.end),
                    document.quote(exchange) if exchange else None,
                    _clean(text[symbol.start : symbol.end]),
                )


def _run(text: str, bare: int, quoted: int) -> Iterator[Span]:
    """One or several symbols, each in quotation marks or all bare."""
    at = quoted
    while text[at : at + 1] in (" ", "*", "_"):
        at += 1
    match = _QUOTED.match(text, at)
    if match is None:
        single = _SYMBOL.match(text, bare)
        if single and single["s"] not in _NO_SYMBOL and not text[single.end() : single.end() + 1].isalpha():
            yield Span(*single.span("s"))
        return
    while match:
        start, end = match.span("s")
        yield Span(start, end - (text[end - 1] == "."))
        more = re.compile(r"(?:[\s,;*_]|and\b|or\b|&)*(?:,? respectively)?").match(text, match.end())
        match = _QUOTED.match(text, more.end()) if more else None


def _exchange_near(document: Document, match: re.Match[str], end: int) -> Span | None:
    """The exchange named last before the symbol in its sentence, else first behind it."""
    folded = document.folded
    start = max(folded.rfind("\n", 0, match.start()), folded.rfind(". ", 0, match.start()), match.start() - 300) + 1
    before = [exchange.span for exchange in exchanges_in(folded, start, match.end()) if _is_plain(exchange)]
    if before:
        return _named(document, before[-1])
    stop = min((p for p in (folded.find("\n", end), folded.find(". ", end)) if p >= 0), default=len(folded))
    after = next((exchange.span for exchange in exchanges_in(folded, end, min(stop, end + 120)) if _is_plain(exchange)), None)
    return _named(document, after) if after else _of_the_rules(document) if match.re is _STOCK_CODE else None


def _of_the_rules(document: Document) -> Span | None:
    """A bare stock code belongs to the exchange that disclaims the announcement at its head."""
    named = [exchange.span for exchange in exchanges_in(document.folded, 0, 600) if exchange.market == "hk" and _is_plain(exchange)]
    return max(named, key=len, default=None)


def _named(document: Document, exchange: Span) -> Span:
    """Without a small "the"."""
    return Span(exchange.start + 4, exchange.end) if document.text.startswith("the ", exchange.start) else exchange


def _is_plain(exchange: Exchange) -> bool:
    return not exchange.coded and len(exchange.span) > 2


def _listed(document: Document) -> Iterator[Ticker]:
    """(ISIN DE000…, WKN …, ABC): the German manner of giving a symbol beside the securities' numbers."""
    for match in _ISIN_LIST.finditer(document.folded):
        if ":" in match.group() and next(exchanges_in(match.group()), None):
            continue
        for piece in re.finditer(r"[^,;/|()]+", document.text[match.start() : match.end()]):
            symbol = re.fullmatch(r"\s*([A-Z]{2,4}[0-9]?)\s*", piece.group())
            if symbol and symbol[1] not in _NO_SYMBOL:
                at = match.start() + piece.start() + symbol.start(1)
                yield Ticker(Span(at, at + len(symbol[1])), None, symbol[1])
