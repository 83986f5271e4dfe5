"""Tickers that the reading cannot pair, because they are not written (Exchange: SYMBOL): the shapes they are found in instead."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.checks.base import Match
from disclint.model import Release, Span

_EXCHANGES = (
    r"nyse american|nyse mkt|nyse amex|nyse arca|nyse|new york stock exchange|nasdaq(?: global(?: select)?| capital)?(?: market)?|nasdaq ?(?:gs|gm|cm|nm|sc)|otcqb|otcqx|otcid|otcbb|otc pink|otc markets?|otcpk|otc|amex"
    r"|tsx venture(?: exchange)?|toronto stock exchange|tsx\.v|tsxv|tsx-v|tsx|cse|asx|lse|aim"
)
_NO_COLON = re.compile(
    rf"[(\[](?:the )?(?P<exchange>{_EXCHANGES})(?P<joint> ?[-=;] ?|[.:]: ?|[./,] ?| )(?:(?<= )[\"'])?(?P<symbol>[a-z]{{1,5}})[\"']?[)\]]"
)
_DASHED = re.compile(r"(?:nasdaq|nyse|amex)-(?P<symbol>[a-z]{2,5})\b(?!-|:)")
_JAMMED = re.compile(r"[(\[](?P<exchange>nasdaq|nyse|otcqb|otcqx|tsxv|tsx)(?P<symbol>[a-z]{2,5})[)\]]")
# One of several in a bracket without its colon: (NYSE: ABC; TSX ABC).
_NO_COLON_INSIDE = re.compile(rf"(?:[(\[;,/]|\band) ?(?P<exchange>{_EXCHANGES}) (?P<symbol>[a-z]{{1,5}})(?=[)\];,/]| and )")
_BRACKET_BEFORE = re.compile(r"[(\[][^()\[\]\n]{0,80}$")
_TIERS = frozenset("gs gm cm sc nm nnm nms gsm ngs ngm ncm mkt amex arca v us".split())  # behind an exchange no symbol
_REVERSED = re.compile(rf"[(\[](?P<symbol>[a-z]{{2,5}}) ?[-:/,;] ?(?P<exchange>{_EXCHANGES})[)\]]")
_REVERSED_INSIDE = re.compile(rf": (?P<exchange>{_EXCHANGES}|tsx venture(?: exchange)?|otc markets?(?: group)?)(?=[);,])")
_SYMBOL_BEFORE = re.compile(r"[(,;][\"“”]? ?(?P<symbol>[A-Z]{2,5})$")
_MISSPELT = re.compile(r"[(\[](?P<exchange>N[A-Z]{3,7}|N[a-z]{4,6}): ?(?P<symbol>[A-Z]{1,5})[)\]]")
_NEARLY = frozenset(
    "nsdq nazdaq nasdaaq nasdag naqdaq nasdqaq nasdaqs nasdq nasadq nadsaq nasdac nasdak nasdax nasaq nasdaqq nasdqa nsadaq nasdad nasqad nasdap nysa nyes nsye nyee nyssee nysse nyseee".split()
)
_SYMBOL_ONLY = re.compile(r"\((?:ticker|symbol|stock symbol|ticker symbol|trading symbol)s?(?:: ?| )[a-z]{1,5}\)|\( ?: ?[a-z]{1,5}\)")
_COMPANY = re.compile(
    r"(?:inc|corp|corporation|ltd|limited|plc|n\.v|s\.a|l\.p|company|co|trust|group|holdings|bancorp|llc|partners)\.?(?: \([^)]{1,60}\))? $"
)
_EXCHANGE_NAMED = re.compile(r"exchange|nasdaq|nyse|euronext|otc|market|b(?:ö|oe?)rs|tsx|launch|etf|fund|shares")
_WORDS = frozenset(
    "listed stock composite index global market symbol ticker exchange rules rule code tsx tsxv nyse nasdaq lse aim asx otc amex cse pink etf sec"
    " finra group bb qb qx us uk".split()
)


def shapes(release: Release) -> Iterator[Match]:
    """Each ticker in another shape, with what is wrong with it and, where it is plain, the right one."""
    for found in _NO_COLON.finditer(release.folded):
        symbol = release.text[found.start("symbol") : found.end("symbol")]
        joint = found.group("joint").strip()
        if joint in (",", "/", ".") and not _COMPANY.search(release.folded, max(0, found.start() - 80), found.start()):
            continue  # two exchanges, or an exchange and a body that has nothing to sell
        if symbol.isupper() and symbol.lower() not in _WORDS:
            span = Span(found.start() + 1, found.end() - 1)
            problem = "has two colons" if "::" in found.group() else "has no colon between exchange and symbol"
            yield Match(span, {"problem": problem}, replacement=f"{release.text[span.start : found.end('exchange')]}: {symbol}")
    for found in _NO_COLON_INSIDE.finditer(release.folded):
        opened = _BRACKET_BEFORE.search(release.folded, max(0, found.start() - 80), found.start("exchange"))
        symbol = release.text[found.start("symbol") : found.end("symbol")]
        if (
            opened
            and symbol.isupper()
            and symbol.lower() not in _WORDS | _TIERS
            and _COMPANY.search(release.folded, max(0, opened.start() - 80), opened.start())
        ):
            span = Span(found.start("exchange"), found.end("symbol"))
            yield Match(
                span,
                {"problem": "has no colon between exchange and symbol"},
                replacement=f"{release.text[span.start : found.end('exchange')]}: {symbol}",
            )
    for found in _DASHED.finditer(release.folded):
        span, symbol = Span(*found.span()), release.text[found.start("symbol") : found.end()]
        bracketed = release.text[span.start - 1 : span.start] in ("(", "[") and release.text[span.end : span.end + 1] in (")", "]")
        if not bracketed and not release.text[span.start - 1 : span.start].isalnum() and symbol.isupper() and symbol.lower() not in _WORDS:
            problem = "has no colon between exchange and symbol"
            yield Match(span, {"problem": problem}, replacement=release.quote(span).replace("-", ": "))
    for found in _JAMMED.finditer(release.folded):
        symbol, exchange = (release.text[found.start(group) : found.end(group)] for group in ("symbol", "exchange"))
        if symbol.isupper() and symbol.lower() not in _TIERS and _COMPANY.search(release.folded, max(0, found.start() - 80), found.start()):
            problem = "has no colon between exchange and symbol"
            yield Match(Span(found.start() + 1, found.end() - 1), {"problem": problem}, replacement=f"{exchange}: {symbol}")
    for found in _REVERSED.finditer(release.folded):
        symbol = release.text[found.start("symbol") : found.end("symbol")]
        if symbol.isupper() and symbol.lower() not in _WORDS and _COMPANY.search(release.folded, max(0, found.start() - 80), found.start()):
            right = f"{release.text[found.start('exchange') : found.end('exchange')]}: {symbol}"
            yield Match(Span(found.start() + 1, found.end() - 1), {"problem": "puts the symbol before the exchange"}, replacement=right)
    for found in _REVERSED_INSIDE.finditer(release.folded):
        left = release.text[max(0, found.start() - 80) : found.start()]
        before = _SYMBOL_BEFORE.search(left)
        if before and before.group("symbol").lower() not in _WORDS and left.rfind("(") > left.rfind(")"):
            symbol, exchange = before.group("symbol"), release.text[found.start("exchange") : found.end()]
            span = Span(found.start() - len(symbol), found.end())
            yield Match(span, {"problem": "puts the symbol before the exchange"}, replacement=f"{exchange}: {symbol}")
    for found in _MISSPELT.finditer(release.text):
        if found.group("exchange").lower() in _NEARLY:
            yield Match(Span(found.start() + 1, found.end() - 1), {"problem": "misspells the exchange"})
    for found in _SYMBOL_ONLY.finditer(release.folded):
        if not _EXCHANGE_NAMED.search(release.folded, max(0, found.start() - 80), found.start()) and release.text[found.end() - 2].isupper():
            yield Match(Span(*found.span()), {"problem": "names no exchange"})
