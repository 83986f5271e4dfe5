"""Forms, regulators and markets as named, held against the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Document, NameUse, Span
from disclint.registry import Form, Market, Registry, Regulator
from disclint.text import fold

_LIST_AFTER = re.compile(r"(?:,| and| or|/)")
_ABROAD = re.compile(r" of (?!the United States|the U\.S|America)(?:the )?[A-Z]")
_TITLED = re.compile(r"\b(?P<title>annual|quarterly|current|transition) reports? on form (?P<form>10-?k|10-?q|8-?k|20-?f)\b")
_UNTITLED = re.compile(r"\bReport on Form 10-?Q\b")
_TITLES = {"10k": "annual", "10q": "quarterly", "8k": "current", "20f": "annual"}
_QUALIFIED = re.compile(r"(?:quarterly|transition|interim|annual|current|amended|periodic|and|or|,) $")


def find_names(document: Document, registry: Registry) -> tuple[NameUse, ...]:
    """In the order of the text; of names that overlap the longest."""
    found = [
        *_forms(document, registry.forms),
        *_titles(document),
        *_regulators(document, registry.regulators),
        *_markets(document, registry.markets),
    ]
    kept: list[NameUse] = []
    for use in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        if not any(use.span.touches(other.span) for other in kept):
            kept.append(use)
    return tuple(sorted(kept, key=lambda n: n.span))


def _forms(document: Document, forms: tuple[Form, ...]) -> Iterator[NameUse]:
    for form in forms:
        for misnomer in form.misnomers:
            for span in _occurrences(document.folded, misnomer):
                if document.text[span.start].isupper():
                    yield NameUse(span, "form", form.name, misnomer=True, replacement=form.name, verified=form.verified is not None)
        if form.until:
            for span in _occurrences(document.folded, form.name):
                yield NameUse(span, "form", form.now, until=form.until, replacement=form.now, verified=form.verified is not None)


def _titles(document: Document) -> Iterator[NameUse]:
    """A report whose title belongs to another form, and a 10-Q that is not called quarterly."""
    for match in _TITLED.finditer(document.folded):
        form = match.group("form").replace("-", "")
        if match.group("title") not in (_TITLES[form], "transition") and not _is_list(document, match):
            name = document.text[match.start("form") : match.end("form")]
            right = f"{_TITLES[form].capitalize()} Report on Form {name}"
            yield NameUse(Span(*match.span()), "form", right, misnomer=True, replacement=right, verified=True)
    for match in _UNTITLED.finditer(document.text):
        before = document.folded[max(0, match.start() - 14) : match.start()]
        if not _QUALIFIED.search(before):
            yield NameUse(Span(*match.span()), "form", "Quarterly Report on Form 10-Q", misnomer=True, replacement="Quarterly Report on Form 10-Q")


def _is_list(document: Document, match: re.Match[str]) -> bool:
    """“annual and quarterly reports on Form 10-Q and Form 10-K”: the titles are shared out among the forms."""
    before = document.folded[max(0, match.start() - 16) : match.start()]
    return bool(re.search(r"(?:and|or|,|/) ?$", before)) or bool(_LIST_AFTER.match(document.folded, match.end()) and "reports" in match.group())


def _regulators(document: Document, regulators: tuple[Regulator, ...]) -> Iterator[NameUse]:
    for regulator in regulators:
        for misnomer in regulator.misnomers:
            for span in _occurrences(document.folded, misnomer):
                if _ABROAD.match(document.text, span.end):
                    continue  # the Securities Exchange Commission of another country
                yield NameUse(span, "regulator", regulator.name, True, replacement=regulator.name, verified=regulator.verified is not None)
        for former in regulator.former:
            for span in _occurrences(document.text if former.name.isupper() else document.folded, former.name):
                yield NameUse(
                    span,
                    "regulator",
                    regulator.name,
                    since=former.since,
                    until=former.until,
                    replacement=regulator.name,
                    verified=bool(regulator.verified),
                )


def _markets(document: Document, markets: tuple[Market, ...]) -> Iterator[NameUse]:
    for market in markets:
        for dated in market.names:
            abbreviation = dated.name.isupper()
            for span in _occurrences(document.text if abbreviation else document.folded, dated.name):
                yield NameUse(
                    span, "market", market.name, since=dated.since, until=dated.until, replacement=dated.now, verified=bool(market.verified)
                )


def _occurrences(text: str, name: str) -> Iterator[Span]:
    """Whole words only; a name in capitals is looked for as written, others folded."""
    wanted = name if text != text.lower() and name.isupper() else fold(name)
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() and at) and not text[end : end + 1].isalnum():
            yield Span(at, end)
        at = text.find(wanted, end)
