"""Names of exchanges as releases write them, by market: what a ticker symbol can stand beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import re2

from disclint.model import Span

_TIERS = r"global(?: select)?(?: market)?|capital(?: market)?|national(?: market)?(?: system)?"
# One name to a line, a space for any white space. The first line that matches wins, so the longer name stands first.
_NAMES = {
    "eu": """
        (?:the )?nasdaq first north (?:premier )?growth market(?: (?:stockholm|helsinki|copenhagen|finland|sweden))?
        (?:the )?nasdaq (?:first north|main market|omx)(?: (?:stockholm|helsinki|copenhagen|finland|sweden))?
        (?:the )?nasdaq (?:stockholm|helsinki|copenhagen|finland|sweden|denmark)(?: first north growth market)?
        (?:the )?nasdaq (?:iceland|baltic|riga|tallinn|vilnius)
        euronext(?: (?:growth|access|expand|paris|amsterdam|brussels|lisbon|dublin|oslo|milan|star|b[\u00f8\u00f6]rs|compartment [abc]))*
        alternext(?: paris)?
        oslo(?: (?:b[\u00f8\u00f6]rs|stock exchange|axess))?
        ose
        frankfurt(?:er)?(?: (?:stock exchange|b\u00f6rse|prime standard))?
        xetra
        deutsche b\u00f6rse
        tradegate
        gettex
        stuttgart
        munich
        berlin
        d\u00fcsseldorf
        fwb|fse|fra|etr
        six(?: swiss exchange)?
        swiss exchange
        borsa italiana
        xmil
        bolsa de madrid|bme
        vienna(?: stock exchange)?|wiener b\u00f6rse
        (?:athens|warsaw|bucharest) (?:stock )?exchange
        bvb|gpw
        spotlight(?: stock market)?
        ngm(?: nordic sme)?|nordic (?:mtf|sme)
        omxh?(?: \\w+)?
        first north(?: \\w+)?
        ssme
    """,
    "us": """
        (?:the )?nasdaq(?:\\s*[-/]?\\s*(?:nnm|nms?|gsm|ngs|ngm|ncm|gs|gm|cm|sc|stock (?:market|exchange)|small ?cap(?: market)?|{tiers}))*
        (?:the )?new york stock exchange(?: \\(?nyse\\)?)?
        nyse(?:\\s*[-/]?\\s*(?:american|amex|arca|mkt|euronext|alternext|chicago|texas))*
        american stock exchange|amex
        otc[- ]?(?:qb|qx|bb|id|pk|pink)(?:\\s*(?:best|premier|international|rule|markets?|venture|current))*
        otc(?:\\s*[-:]?\\s*(?:pink|markets?|group|bulletin board|mkts|bb|current|information|inc\\.?|grey|expert))+
        otcmkts|otc
        pink ?sheets?|pink
    """,
    "ca": """
        (?:the )?toronto stock exchange
        (?:the )?tsx venture(?: exchange)?
        tsx[- ]?v(?:enture)?|tsx(?:\\.v)?
        canadian securities exchange|cnsx|cdnx|cse exchange
        neo(?: exchange)?
        cboe(?: (?:canada|ca|bzx|uk))?
    """,
    "uk": """
        (?:the )?london stock exchange
        lse(?:\\s*[-:/] aim| aim| main market)?
        aim(?:\\s*[-/]?\\s*lse| london| market)?
        aquis(?: (?:stock exchange|growth market))?|aqse
        lon(?:don)?
    """,
    "au": """
        (?:the )?australian (?:securities|stock) exchange
        asx|nsx
    """,
    "hk": """
        (?:the )?(?:main board of )?(?:the )?(?:stock exchange of hong kong(?: limited)?|hong kong stock exchange)
        hkex|hkse|sehk|hong kong
    """,
    "other": """
        (?:tel aviv|johannesburg|tokyo|bombay|taiwan|shanghai|shenzhen|korea|philippine|nairobi|lagos|istanbul|singapore|nagoya) (?:stock )?exchange
        bolsa mexicana(?: de valores)?|bmv|b3|bovespa|bvl
        sgx(?:-st| mainboard)?|catalist
        nzx|tase|jse|byma|vfex|egx|krx|kospi|kosdaq|twse|tpex|szse|sse|idx|klse
    """,
}  # fmt: skip
_INSIDE = frozenset({".", "@", "-"})  # "www.asx", "x@lse", "pre-otc": inside a longer word
# Codes that are also words or other abbreviations: exchanges only in capitals and before a colon.
_CODES = {
    "eu": "ath athex bit mta epa ams ebr sto hel cph osl mc swx vse vie ebs par fn ngs tl lux bx",
    "us": "otcm nys nas bats iex",
    "ca": "cse tsxv",
    "uk": "nex isdx",
    "au": "ax",
    "hk": "hk gem",
    "other": "tse nse bse egm set pse psx tyo sha she moex ind ise bist qse adx dfm tadawul ifb kse ase bcba bvc sx tpe kq ks idn sgr bursa psei",
}


def _pattern(lines: str) -> str:
    return "|".join(line.strip() for line in lines.strip().splitlines()).replace("{tiers}", _TIERS).replace(" ", " +")


# Each market's names and codes are a group of its own, so that a match tells the market too.
_EXCHANGE: re2._Regexp = re2.compile(
    r"\b(?:"
    + "|".join(rf"({_pattern(lines)})\b" for lines in _NAMES.values())
    + "|"
    + "|".join(f"({'|'.join(codes.split())}) ?:" for codes in _CODES.values())
    + ")"
)


_GROUPS = [*_NAMES, *_CODES]  # the pattern's groups, in order


@dataclass(frozen=True, slots=True)
class Exchange:
    """An exchange as written in the text; a code counts only where it is in capitals."""

    span: Span
    market: str
    coded: bool


def exchanges_in(folded: str, start: int = 0, end: int | None = None) -> Iterator[Exchange]:
    """Every exchange named in folded[start:end], in order."""
    text = folded[start:end]
    for match in _EXCHANGE.finditer(text):
        number = match.lastindex
        first, last = match.span(number)
        before, after = text[first - 1 : first], text[last : last + 1]
        coded = number > len(_NAMES)
        if before in _INSIDE or (before == "/" and coded) or after == "@":
            continue
        yield Exchange(Span(start + first, start + last), _GROUPS[number - 1], coded)


def market_of(exchange: str) -> str | None:
    """The market whose exchange this is, by the name as written."""
    found = next(exchanges_in(f"{exchange.lower()}:"), None)
    return found.market if found and found.span.start == 0 else None
