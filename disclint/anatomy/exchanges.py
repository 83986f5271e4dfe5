"""Names of exchanges as releases write them, by market: what a ticker symbol can stand beside."""

from __future__ import annotations

import re

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
        canadian securities exchange|cnsx|cdnx
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
    return "|".join(line.strip() for line in lines.strip().splitlines()).replace("{tiers}", _TIERS).replace(" ", r"\s+")


NAMES = "|".join(_pattern(lines) for lines in _NAMES.values())
CODES = "|".join(code for codes in _CODES.values() for code in codes.split())
_MARKET = {market: re.compile(_pattern(lines)) for market, lines in _NAMES.items()}


def market_of(exchange: str) -> str | None:
    """The market whose exchange this is, by the name as written."""
    name = exchange.lower()
    named = next((market for market, pattern in _MARKET.items() if pattern.fullmatch(name)), None)
    return named or next((market for market, codes in _CODES.items() if name in codes.split()), None)
