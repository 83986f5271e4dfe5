"""Forms, regulators and markets as named, held against the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.anatomy.citations.form_names import form_names
from disclint.anatomy.citations.near_names import is_near, occurrences, words_of
from disclint.model import Document, NameUse, Span
from disclint.registry import Market, Registry, Regulator
from disclint.text import fold

_ABROAD = re.compile(r" of (?!the United States|the U\.S|America)(?:the )?[A-Z]")
_BODY = re.compile(
    r" (?:[CA]om+is+ions?|Administrations?|Adminstration|Agenc(?:y|ies)|Authorit(?:y|ies)|Boards?|Bureau|Committee|Corporations?|Offices?"
    r"|Organi[sz]ation|Administrators?|States|Dealers|Currency|Use|India|Singapore|Canada)\b"
)
_WORD = re.compile(r"(?:^|(?<=[\s(\"“]))[^\s()\"“”]+,? ?$")
_JOINING = frozenset(("and", "of", "for", "in", "on", "the", "&"))
_MOST_WORDS = 9
_BEFORE = frozenset("the u.s. u.s us united states federal american u.k. uk kingdom".split())  # words before a regulator's name that leave it its own


def find_names(document: Document, registry: Registry) -> tuple[NameUse, ...]:
    """In the order of the text; of names that overlap the longest."""
    found = [
        *form_names(document, registry.forms),
        *_regulators(document, registry.regulators),
        *_markets(document, registry.markets),
    ]
    kept: list[NameUse] = []
    for use in sorted(found, key=lambda n: (-len(n.span), n.span.start)):
        if not any(use.span.touches(other.span) for other in kept):
            kept.append(use)
    return tuple(sorted(kept, key=lambda n: n.span))


def _regulators(document: Document, regulators: tuple[Regulator, ...]) -> Iterator[NameUse]:
    yield from _nearly_named(document, regulators)
    for regulator in regulators:
        for misnomer in regulator.misnomers:
            for span in occurrences(document.folded, fold(misnomer)):
                if document.text[span.start].isupper() and not _is_of_another_land(document, span, regulator):
                    yield _misnamed(span, regulator)
        for former in regulator.former:
            for span in occurrences(*((document.text, former.name) if former.name.isupper() else (document.folded, fold(former.name)))):
                if _is_of_another_land(document, span, regulator):
                    continue
                yield NameUse(
                    span,
                    "regulator",
                    regulator.name,
                    since=former.since,
                    until=former.until,
                    replacement=regulator.name,
                    verified=bool(regulator.verified),
                )


def _nearly_named(document: Document, regulators: tuple[Regulator, ...]) -> Iterator[NameUse]:
    """Names with one slip in them: the European Medicine Agency, the Ontario Security Commission."""
    names = {words_of(fold(name)): r for r in regulators for name in (r.name, *r.tolerated)}
    for match in _BODY.finditer(document.text):
        end, start = match.end(), match.start() + 1
        for _ in range(_MOST_WORDS):
            before = _WORD.search(document.text, max(0, start - 30), start)
            if before is None or not (before.group()[0].isupper() or before.group().strip(" ,") in _JOINING):
                break
            start = before.start()
            words = words_of(document.folded[start:end])
            if words in names:
                break
            near = {r.name: r for right, r in names.items() if len(right) == len(words) and is_near(words, right, loosely=False)}
            if len(near) == 1 and not _is_of_another_land(document, span := Span(start, end), meant := next(iter(near.values()))):
                yield _misnamed(span, meant)
                break


def _misnamed(span: Span, regulator: Regulator) -> NameUse:
    return NameUse(span, "regulator", regulator.name, True, replacement=regulator.name, verified=regulator.verified is not None)


def _is_of_another_land(document: Document, span: Span, regulator: Regulator) -> bool:
    """Whether a country or a state that stands before or behind makes it another's body."""
    if regulator.jurisdiction != "US" and all(fold(n.name) != document.folded[span.start : span.end] for n in regulator.former):
        return False
    if _ABROAD.match(document.text, span.end):
        return True
    before = re.search(r"([A-Z][\w.'’-]*) $", document.text[max(0, span.start - 24) : span.start])
    if before is None or document.text[max(0, span.start - 24) : span.end].isupper():
        return False
    word = fold(before.group(1))
    return word not in _BEFORE and not word.endswith("'s") and not document.text[: span.start - len(before.group())].rstrip().endswith((".", "\n"))


def _named_market(document: Document, name: str) -> Iterator[Span]:
    """An abbreviation counts in capitals, and in any letters in a ticker: (Amex: ABC)."""
    if not name.isupper():
        yield from occurrences(document.folded, fold(name))
        return
    yield from occurrences(document.text, name)
    for span in occurrences(document.folded, f"({fold(name)}:"):
        if document.text[span.start + 1 : span.end - 1] != name:
            yield Span(span.start + 1, span.end - 1)


def _markets(document: Document, markets: tuple[Market, ...]) -> Iterator[NameUse]:
    for market in markets:
        for dated in market.names:
            for span in _named_market(document, dated.name):
                if dated.name == "AMEX" and "american express" in document.folded:
                    continue
                yield NameUse(
                    span,
                    "market",
                    dated.now or market.name,
                    since=dated.since,
                    until=dated.until,
                    replacement=dated.now,
                    verified=bool(market.verified),
                )
