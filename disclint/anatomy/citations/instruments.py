"""Instruments from outside the United States as cited: European regulations, Canadian instruments, rule books and circulars of exchanges."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Citation, Document, Span
from disclint.registry import Registry
from disclint.text import fold

_EUROPEAN = re.compile(
    r"\b(?:(?:eu ?|uk |european )?market abuse regulation(?: \(mar\))?(?: \((?:e[uc]|eu no)\.?\)?(?: no\.?)? ?\d{3}/20\d\d)?"
    r"|(?:(?:commission )?(?:implementing |delegated )?)regulation (?:\(?(?:eu|ec)\)?(?: no\.?)?|no\.?) ?\d{3,4}/\d{3,4}|directive \d{4}/\d+/e[cu])"
)
_MAR_ARTICLE = re.compile(
    r"\b(?:(?:uk |eu )?mar,? article \d+(?:\(\d+\))?"
    r"|article \d+(?:\(\d+\))? (?:of )?(?:the )?(?:uk |eu )?(?:mar\b(?: of the regulation \(eu\)(?: no\.?)? ?596/2014)?|market abuse regulation(?: \(?eu\)? (?:no\.? ?)?596/2014)?)"
    r"|article \d+(?:\(\d+\))? of (?:the )?regulation \(eu\)(?: no\.?)? ?596/2014)"
)
_INSTRUMENTS = re.compile(
    r"\b(?P<kind>british columbia instrument|coordinated blanket order|national instrument|multilateral instrument|national policy|companion policy|osc rule|ni|mi|np|osc)[ -]?(?P<number>\d{2}[-. ]?\d{3})(?:cp|f\d)?\b"
)
_RULE_BOOKS = re.compile(
    r"\b(?:sections?|rules?|chapters?|articles?) [a-z]?\d+(?:\.\d+)*(?:\(\w{1,3}\))*(?:(?:,| and|, and) \d+(?:\.\d+)*)* of (?:the )?"
    r"(?:(?:euronext )?oslo ?rule ?book(?: ii?| part ii?)?|uk listing rules|listing rules|aim rules(?: for companies)?|aquis access rules|takeover code|issuer rules)\b"
    r"|\boslo b[\u00f8\u00f6]rs' ?circular ?no\.? ?\d+/\d{4}"
)
_SECTION = re.compile(
    r"\b(?:(?:sub)?sections?|articles?|parts?|paragraphs?) \d+[a-z]?(?:\.\d+)*(?:\(\w{1,3}\))*"
    r"(?:(?:,| and|, and| or) (?:(?:sub)?(?:sections?|parts?) )?\d+(?:\.\d+)*(?:\(\w{1,3}\))*)* of (?:the )?(?:uk version of )?$"
)
_MAR = "596/2014"
_ABUSE = re.compile(r"market abuse|\bmar\b|inside information|\barticles? (?:7|17|19)\b")
_NEAR = 90  # characters around a number in which its regulation is named


def instruments_cited(document: Document, registry: Registry) -> Iterator[Citation]:
    """Every instrument, with its section where one is cited of it."""
    yield from _european(document, registry)
    yield from _canadian(document, registry)
    for match in _RULE_BOOKS.finditer(document.folded):
        span = Span(*match.span())
        if any(c.isupper() for c in document.text[span.start : span.end]):
            yield Citation(span, document.quote(span), True, "instrument")


def _with_section(document: Document, match: re.Match[str]) -> Span:
    """The instrument with the section that is cited of it."""
    section = _SECTION.search(document.folded, max(0, match.start() - 80), match.start())
    return Span(section.start() if section else match.start(), match.end())


def _european(document: Document, registry: Registry) -> Iterator[Citation]:
    wrong = {fold(m): i for i in registry.instruments for m in i.misnomers}
    mar = next((i for i in registry.instruments if i.name.endswith(_MAR)), None)
    for pattern in (_EUROPEAN, _MAR_ARTICLE):
        for match in pattern.finditer(document.folded):
            fault = next((i for m, i in wrong.items() if m in match.group()), None)
            if _is_nearly_mar(match.group()) and _ABUSE.search(document.folded, max(0, match.start() - _NEAR), match.end() + _NEAR):
                fault = fault or mar
            yield Citation(
                _with_section(document, match),
                fault.name if fault else document.quote(_with_section(document, match)),
                fault is None,
                "instrument",
                fault="rule-malformed" if fault else None,
            )


def _is_nearly_mar(cited: str) -> bool:
    """Its number with two figures exchanged or one wrong, or its number as one of the European Community, which had ended."""
    number = re.search(r"\b\d{3}/20\d\d$", cited)
    if number is None or number.group() == _MAR:
        return number is not None and "(ec)" in cited
    return sorted(number.group()) == sorted(_MAR) or sum(a != b for a, b in zip(number.group(), _MAR, strict=True)) == 1


def _canadian(document: Document, registry: Registry) -> Iterator[Citation]:
    wrong = {fold(m): i for i in registry.instruments for m in i.misnomers}
    known = {i.name.split(" ")[2]: i for i in registry.instruments if re.match(r"(?:National|Multilateral) \w+ \d", i.name)}
    for match in _INSTRUMENTS.finditer(document.folded):
        if not document.text[match.start("kind")].isupper():
            continue
        words = document.folded[match.start("kind") : match.end()]
        number = re.sub(r"(\d\d)[-. ]?(\d{3})", r"\1-\2", match.group("number"))
        meant = known.get(number)
        misshapen = meant is not None and (match.group("number") != number or (words.startswith("national policy") and "Policy" not in meant.name))
        entry = meant if misshapen else wrong.get(words)
        if match.group("number") != number and entry is None:
            continue
        to = entry.name if entry else meant.name if meant else document.quote(_with_section(document, match))
        yield Citation(_with_section(document, match), to, entry is None, "instrument", fault="rule-malformed" if entry else None)
