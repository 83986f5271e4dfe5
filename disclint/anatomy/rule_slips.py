"""Rules of the SEC written in a shape that they do not have: Rule 10b-5-1, Rule 424b5, Rule 135(c)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Citation, Document, Span
from disclint.registry import Registry, RuleName

_BETWEEN = r"[-.()]{0,3}"  # what slips in between the parts of a number
_PLAN = r"(?= (?:trading |stock |sales |purchase |selling |pre-?arranged )*(?:plan|arrangement|program)s?\b)"
_LISTING = re.compile(r"\b(?:listing|nasdaq|marketplace) rule 5\d{3}\([a-z]\)(?:\(\d\))?(?P<bare>\d)(?![\w(])")
_BUYERS = re.compile(r"qualified institutional (?:buyer|investor)|\bqib")
_NEAR = 160  # characters around Rule 144(a) in which the buyers stand, if 144A is meant


def find_rule_slips(document: Document, registry: Registry) -> Iterator[Citation]:
    """Every misshapen number of a rule that the registry knows, with the right one."""
    for rule in registry.rules:
        if not rule.name.startswith("Rule "):
            continue
        right = rule.name.removeprefix("Rule ")
        for span in _loosely(document, right, r"\b(?:sec )?rules? "):
            number = document.text[span.start : span.end].rsplit(" ", 1)[1]
            if _is_right(document, span, number, right) or (right == "144A" and not _is_144a(document, span, number)):
                continue
            yield _slip(span, rule)
        if "5-1" in right:
            for span in _loosely(document, right, r"(?<!rule )(?<!rules )(?<![\w-])", _PLAN):
                if document.folded[span.start : span.end] != right:
                    yield _slip(span, rule, right)
    for match in _LISTING.finditer(document.folded):
        span = Span(*match.span())
        words = document.quote(span)
        mended = f"{words[:-1]}({words[-1]})"
        yield Citation(span, mended, False, "rule", fault="rule-malformed", replacement=mended)


def _loosely(document: Document, number: str, before: str, after: str = "") -> Iterator[Span]:
    parts = re.findall(r"\d+|[a-z]+", number.lower())
    if len(parts) < 2:
        return
    loose = rf"{before}{parts[0]}{_BETWEEN}{_BETWEEN.join(parts[1:])}\)?(?![\w-]|\)?\(\d|\.\d){after}"
    for match in re.finditer(loose, document.folded):
        end = match.end()
        while document.folded[end - 1] == ")" and document.folded.count("(", match.start(), end) < document.folded.count(")", match.start(), end):
            end -= 1
        yield Span(match.start(), end)


def _is_right(document: Document, span: Span, number: str, right: str) -> bool:
    if number == right:
        return True
    line = document.text[max(0, span.start - 40) : span.end + 40]
    return number.lower() == right.lower() and (line.isupper() or sum(c.islower() for c in line) < 10)


def _is_144a(document: Document, span: Span, number: str) -> bool:
    """Rule 144 has a paragraph (a); where buyers under Rule 144A stand beside it, that rule is meant."""
    return "(" not in number or number.endswith("(A)") or bool(_BUYERS.search(document.folded, max(0, span.start - _NEAR), span.end + _NEAR))


def _slip(span: Span, rule: RuleName, right: str = "") -> Citation:
    return Citation(span, right or rule.name, False, "rule", fault="rule-malformed", replacement=right or rule.name)
