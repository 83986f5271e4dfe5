"""Listings: where the issuer's securities trade, under which symbol, and how both are written."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.listing.ticker_shapes import shapes
from disclint.checks.wording import outermost, sentence_at
from disclint.model import Note, Release, Severity, Span, Ticker
from disclint.text import fold

_EXCHANGE = (
    r"(?:nasdaq|new york stock exchange|nyse|american stock exchange|toronto stock exchange|tsx|otcq[bx]|otc|london stock exchange"
    r"|australian (?:securities|stock) exchange|asx|canadian securities exchange|(?:main market|aim market|aim)\b[^.\n]{0,20}\blondon stock exchange)\b"
)
_TRADED = re.compile(
    rf"\b(?:is|are|trades?|traded|listed|quoted) (?:publicly |also |currently )?(?:traded |listed |quoted )?(?:and posted for trading |and traded |for trading )?"
    rf"on (?:both )?(?:the )?(?:\w+ market of the )?{_EXCHANGE}"
    r"|\badmitted to (?:[^.;\n]{0,60}\band to )?trading on (?:the )?(?:aim|main market|london stock exchange|aquis|euronext|nasdaq (?:first north|stockholm))\b"
    r"|\b(?:nasdaq|nyse|tsx|tsxv|asx|otcq[bx]|aim)[- ](?:listed|traded|quoted) \w+"
)
_ITS_OWN = re.compile(
    r"^\W*(?:the (?:company|corporation|bank|trust|partnership|group|fund)|it|we)\b"
    r"|\b(?:its|our|the (?:company|corporation|bank|trust|partnership|group|fund)'s|of the (?:company|corporation|bank|trust|partnership|group))\b"
)
_SUFFIX = re.compile(r"\b(?:inc|corp|corporation|ltd|limited|plc|llc|holdings|group|partners|retail|systems)\b")
# What only a listed issuer has to say: of its exchange's requirements, and that its exchange answers for nothing.
_SUBJECT_TO = re.compile(
    r"\b(?:regain\w*|maintain\w*|remain\w* in|(?:not |back |now )in|out of|return\w* to) (?:\w+ ){0,2}compliance with [^.;]{0,60}\b(?:nasdaq|nyse|new york stock exchange)"
    r"|\bcontinued listing (?:status )?of (?:its|our|the company's) [^.;]{0,40}\b(?:nasdaq|nyse|new york stock exchange)"
    rf"|{_EXCHANGE}(?: \([^()]*\))?,? (?:on|upon) which (?:our|the (?:company|corporation|bank|trust|partnership)'s) (?:common |ordinary |class a )*"
    r"(?:shares|stock|units) (?:are|is|trades?) (?:listed|traded|quoted)\b"
    r"|\b(?:closing|trading|market|sale|bid) price of (?:our|the (?:company|corporation|bank|trust|partnership)'s) (?:common |ordinary |class a )*(?:stock|shares|units)"
    rf"(?: as reported)? on (?:the )?{_EXCHANGE}"
    r"|\bneither (?:the )?(?:tsx venture exchange|tsx-?v|exchange) nor its regulations? services? provider"
)
_OTHERS = re.compile(r"\b(?:following|upon|after|combined company|business combination|pro forma|surviving|target|post-)\b")
_NOT_YET = re.compile(
    r"\b(?:will|would|may|might|could|expect\w*|intend\w*|plans?|seek\w*|propos\w+|appl(?:y|ied|ication)|formerly|previously|no longer|had been|was|were|once"
    r"|until|potential|proposed|if|not)\b"
)
_PRIVATE = re.compile(
    r"\bprivate(?:ly)?[- ](?:held|owned)\b|\ba private(?:,| (?:company|maker|provider|developer|firm|operator|producer|manufacturer)\b)"
)
# An issuer that reports to the SEC and speaks of its stock is nearly always listed or quoted.
_REPORTING = re.compile(r"\bform (?:10-[kq]|8-k)\b[^\n]{0,200}\b(?:sec|securities and exchange commission)\b|\b\w+'s market cap(?:italization)?\b")
_STOCK = re.compile(r"\b(?:per diluted share|diluted share|common stock|stockholders|stock price)\b")
_BARE = re.compile(r"\((?P<symbol>[A-Z]{3,5})\)")
_BEFORE_BARE = re.compile(
    r"(?P<form>\b(?:Inc|INC|Corp|CORP|Corporation|CORPORATION|Ltd|LTD|Limited|LIMITED|plc|PLC|N\.V|S\.A|L\.P|Company|Co|Trust|Bancorp|Holdings|Group)\b\.?,?)?"
    r"(?P<behind>)(?: \([^()\n]{1,60}\),?)?[^\S\n]$"
)
_MARKETPLACE = re.compile(r"exchange|nasdaq|nyse|euronext|otc|market|b(?:ö|oe?)rs")
_DEFINED = re.compile(r"\s?\((?:the )?[\"“]")
_AMERICAN = re.compile(
    r"(?:the )?(?:nasdaq|nyse|new york stock exchange)(?:[ -]?(?:american|arca|mkt|amex|global|select|capital|market|gs|gm|cm|ngs|ncm))*"
)
_PROPER = re.compile(r"[^\W\d][\w .&-]*: [A-Z0-9][A-Z0-9.\-]*(?: [A-Z]{1,2})?")
_TIGHT = re.compile(r"[^\W\d][\w .&-]*:[A-Z0-9][A-Z0-9.\-/]*")

_SHARED_FIRST = frozenset(
    "First American National General United Global International Pacific Atlantic North South Western Eastern Great Royal Canadian Standard Central Capital".split()
)
_PROSE = 90  # characters from which on a block is a paragraph
_FORM = re.compile(r",? (?:Inc|Corp|Corporation|Ltd|Limited|plc|PLC|Co|Company|LLC|N\.V|S\.A|AG|AB|ASA|L\.P|Trust)\.?$")


class TickerPresent(Check, frozen=True, kw_only=True):
    """Exchange and symbol of a listed issuer at its first mention in the body; anywhere else is only information."""

    def examine(self, release: Release) -> Examination:
        first = _opening(release)
        others = [t for t in release.tickers if _is_anothers(release, t)]
        if release.tickers and len(others) == len(release.tickers) and not release.context.tickers and not _says_listed(release):
            return Examination(moot="the tickers are those of other companies")
        if release.tickers:
            at_first = tuple(Match(t.span) for t in release.tickers if t.span.start < first.end)
            note = Note("The ticker stands here.", release.tickers[0].span)
            return Examination(
                at_first,
                place=_after_name(release, first),
                searched="exchange and symbol in the first paragraph",
                nearest=(note,),
                severity=Severity.INFO,
            )
        listed = _says_listed(release)
        if any(True for _ in shapes(release)):
            return Examination(moot="the release shows a ticker, though not as it should be written")
        reports = None if listed else _REPORTING.search(release.folded) and _STOCK.search(release.folded)
        if not listed and not release.context.tickers and (not reports or release.headline is None or not release.contacts):
            return Examination(moot="nothing shows that the issuer is listed")
        shown = listed or (Span(*reports.span()) if reports else None)
        notes = (Note("This says that the issuer is listed.", shown),) if shown else ()
        return Examination(place=_after_name(release, first), searched="an exchange with a symbol, as in (NYSE: ABC)", nearest=notes)


class TickerWellFormed(Check, frozen=True, kw_only=True):
    """A ticker that is not written (Exchange: SYMBOL); a missing space alone is only information."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        matches = [m for t in release.tickers if (m := self._misshapen(release, t))]
        matches += shapes(release)
        matches += [Match(span, {"problem": "names no exchange"}) for span in self._beside_name(release)]
        if not matches and not release.tickers:
            return Examination(moot="the release shows no ticker")
        wrong = {m.span for m in matches}
        good = tuple(t.span for t in release.tickers if not any(t.span.touches(w) for w in wrong))
        return Examination(without_overlaps(matches), evidence=good)

    def _misshapen(self, release: Release, ticker: Ticker) -> Match | None:
        words = release.quote(ticker.span)
        if ":" not in words:
            return None  # "under the symbol ABC"
        after = release.text[ticker.span.end : ticker.span.end + 8]
        if re.match(r",? or (?:the )?[\"“]", after):
            return Match(ticker.span, {"problem": "runs on into a defined term inside one bracket"})
        if len(re.findall(r"[\"“”]", words + after[:1])) % 2:
            return Match(ticker.span, {"problem": "carries a stray quotation mark"})
        if re.search(r":\s*[A-Z]+ \.[A-Z]+", words) or re.match(r" \.[A-Z]{1,2}\b", after):
            return Match(ticker.span, {"problem": "has a space inside the symbol"})
        symbol = words.rpartition(":")[2].strip()
        if re.fullmatch(r"[A-Za-z]{2,5}", symbol) and not symbol.isupper():
            return Match(ticker.span, {"problem": "does not give the symbol in capitals"}, replacement=_upper(words))
        if words[:1].islower() and words.rpartition(":")[0].isalpha() and _AMERICAN.fullmatch(words.rpartition(":")[0]):
            return Match(ticker.span, {"problem": "does not give the exchange in capitals"})
        if "$" in words:
            return Match(ticker.span, {"problem": "carries a dollar sign"}, replacement=words.replace("$", ""))
        if _AMERICAN.fullmatch((ticker.exchange or "").lower()) and (
            re.search(r"[A-Z]\d|\d[A-Z]", symbol) or re.fullmatch(r"(?!\w*PR)[A-Z]{6,}", symbol)
        ):
            return Match(ticker.span, {"problem": "has a symbol that this exchange does not give"})
        if self._is_open(release, ticker):
            return Match(ticker.span, {"problem": "has no closing bracket"})
        if re.search(r"\s:", words):
            return Match(
                ticker.span, {"problem": "has a space before the colon"}, severity=Severity.INFO, replacement=re.sub(r"\s+:\s*", ": ", words)
            )
        if _TIGHT.fullmatch(words) and not _PROPER.fullmatch(words):
            right = words.replace(":", ": ", 1)
            return Match(ticker.span, {"problem": "has no space after the colon"}, severity=Severity.INFO, replacement=right)
        return None

    def _is_open(self, release: Release, ticker: Ticker) -> bool:
        """A bracket before the exchange that nothing closes in its paragraph before the next opens."""
        if release.text[ticker.span.start - 1 : ticker.span.start] != "(" or not re.match(r",? [a-z]", release.text[ticker.span.end :][:3]):
            return False
        rest = release.text[ticker.span.end : release.text.find("\n", ticker.span.end)]
        return ")" not in rest.partition("(")[0]

    def _beside_name(self, release: Release) -> list[Span]:
        """A symbol alone behind a company's name: not its initials, nor a short name that is used again."""
        known = {t.symbol for t in release.tickers}
        has_own = any(names_issuer(release, release.folded[max(0, t.span.start - 60) : t.span.start]) for t in release.tickers)
        bare = list(_BARE.finditer(release.text))
        listed = bool(known) or (bool(bare) and _says_listed(release) is not None)
        found = []
        for match in bare:
            symbol, left = match.group("symbol"), release.text[max(0, match.start() - 130) : match.start()]
            tail = _BEFORE_BARE.search(left)
            if tail is None:
                continue
            before = left[max(0, tail.start() - 60) : tail.start("behind")]
            own = any(fold(before).rstrip(" ,").endswith(name) for name in _names(release))
            company = own or (tail.group("form") and not _MARKETPLACE.search(fold(before)))
            if (symbol not in known and (has_own or (known and not own))) or not company or not (listed or (own and len(symbol) > 3)):
                continue
            initials = "".join(re.findall(r"\b[A-Z]", before)) if not before.isupper() else "".join(re.findall(r"\b[A-Z](?=[A-Z])", before))
            alone = len(re.findall(rf"(?<!:)(?<!: )\b{symbol}\b", release.text)) == 1 or _DEFINED.match(release.text, match.end())
            if symbol[:3] not in initials and alone:
                found.append(Span(*match.span()))
        return found[:1]


def _opening(release: Release) -> Span:
    """Up to the end of the first paragraph of the body that is prose and names the issuer, past wire marks and repeated headlines."""
    lead = zones.lead(release)
    if not lead:
        return Span(0, 0)
    names = {n for i in release.issuers for n in (i.name, *i.short_names)}
    end = lead[0].end
    for block in release.document.blocks:
        if block.span.start < lead[0].start:
            continue
        if release.part_at(block.span.start) in ("boilerplate", "contacts", "cautionary", "legend"):
            break
        words = release.text[block.span.start : block.span.end]
        end = block.span.end
        if len(words) > _PROSE and (not names or any(name in words for name in names)):
            break
        if block.span.start - lead[0].start > 6 * _PROSE:
            return lead[0]
    return Span(lead[0].start, end)


def _says_listed(release: Release) -> Span | None:
    """Where the release says that the issuer, and no other, is listed or traded, now and not in future."""
    if _PRIVATE.search(release.folded[: _opening(release).end]):
        return None
    for match in _TRADED.finditer(release.folded):
        span = Span(*match.span())
        sentence = sentence_at(release, span)
        adjective = match.group().endswith(("company", "issuer")) or "-" in match.group() or not re.search(r"\bon\b", match.group())
        before = release.folded[sentence.start : span.start]
        if adjective:
            if names_issuer(release, release.folded[span.start - 60 if span.start > 60 else 0 : span.end + 40]) and not _names_another(
                release, before
            ):
                return span
            continue
        if not _NOT_YET.search(before) and (names_issuer(release, before) or _ITS_OWN.search(before)) and not _names_another(release, before):
            return span
    return next((span for span in map(_span, _SUBJECT_TO.finditer(release.folded)) if not _OTHERS.search(_sentence(release, span))), None)


def _span(match: re.Match[str]) -> Span:
    return Span(*match.span())


def _sentence(release: Release, span: Span) -> str:
    sentence = sentence_at(release, span)
    return release.folded[sentence.start : sentence.end]


def names_issuer(release: Release, words: str) -> bool:
    return any(name in words for name in _names(release))


def _names(release: Release) -> list[str]:
    """The issuers' names folded, the longest first: in full, without the legal form, and short."""
    full = {n for i in release.issuers for n in (i.name, *i.short_names)}
    first = {i.name.split(" ")[0] for i in release.issuers} - _SHARED_FIRST
    first = {f for f in first if len(f) > 4 and re.search(rf"\b{re.escape(f)}(?:'s|’s)?,? [a-z(]", release.text)}  # used alone
    return sorted({fold(n) for name in full | first for n in (name, _FORM.sub("", name)) if len(n) > 3}, key=lambda n: (-len(n), n))


def _names_another(release: Release, words: str) -> bool:
    """“… , whose shares are listed …”: the company named last before is not the issuer."""
    for name in _names(release):
        words = words.replace(name, "§")
    last = words.rpartition("§")[2]
    relative = re.match(r"(.*)\b(?:whose|which|that)\b", last)
    own = not relative or not re.search(r"\w", relative.group(1)) or re.search(r"\b(?:company|corporation)\W*$", relative.group(1))
    return bool(_SUFFIX.search(last)) or not own


def _is_anothers(release: Release, ticker: Ticker) -> bool:
    """Right behind a name with a legal form that is not the issuer's."""
    left = release.folded[max(sentence_at(release, ticker.span).start, ticker.span.start - 80) : ticker.span.start].rstrip(" ([")
    return len(release.issuers) == 1 and _names_another(release, left) and bool(re.search(_SUFFIX.pattern + r"\.?$", left))


def _after_name(release: Release, first: Span) -> Span:
    """Behind the issuer's first mention in the paragraph, else at its start."""
    for issuer in release.issuers:
        at = release.text.find(issuer.name, first.start, first.end)
        if at >= 0:
            return Span(at, at + len(issuer.name))
    return Span(first.start, first.start)


def _upper(words: str) -> str:
    exchange, _, symbol = words.partition(":")
    return f"{exchange}: {symbol.strip().upper()}"


def without_overlaps(matches: list[Match]) -> tuple[Match, ...]:
    """Of matches that overlap the first and longest."""
    by_span = {match.span: match for match in reversed(matches)}
    return tuple(by_span[span] for span in outermost(set(by_span)))
