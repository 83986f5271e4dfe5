"""Rules of the SEC written in a shape that they do not have: Rule 10b-5-1, Rule 424b5, Rule 135(c)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Citation, Document, Span
from disclint.registry import Registry, RuleName

_NUMBERED = re.compile(r"\b(?:sec )?rules? (?P<number>\d{1,3}[-.()a-z0-9]*)")
_PLAN = re.compile(
    r"(?<!rule )(?<!rules )(?<![\w-])10[-.()]{0,3}b[-.()]{0,3}5[-.()]{0,3}1\)?(?= (?:trading |stock |sales |purchase |selling |pre-?arranged )*(?:plan|arrangement|program)s?\b)"
)
_LISTING = re.compile(r"\b(?:listing|nasdaq|marketplace) rule 5\d{3}\([a-z]\)(?:\(\d\))?(?P<bare>\d)(?![\w(])")
_BUYERS = re.compile(r"qualified institutional (?:buyer|investor)|\bqib")
_OFFERED = re.compile(  # what is sold under Rule 144A, and the rule that stands beside it for buyers abroad
    r" (?:private |senior |convertible |unsecured )*(?:notes?|bonds?|offerings?|placements?|eligible)\b"
    r"|,? (?:and|or)(?: outside (?:of )?the (?:u\.s\.|united states))?(?: under| in reliance on| pursuant to)? regulation s\b"
)
_NEAR = 160  # characters around Rule 144(a) in which the buyers stand, if 144A is meant


def find_rule_slips(document: Document, registry: Registry) -> Iterator[Citation]:
    """Every misshapen number of a rule that the registry knows, with the right one."""
    known = {re.sub(r"\W", "", right.lower()): (right, rule) for rule in registry.rules if (right := rule.name.removeprefix("Rule ")) != rule.name}
    for match in _NUMBERED.finditer(document.folded):
        for end in _ends(match):
            number = document.text[match.start("number") : end]
            right, rule = known.get(re.sub(r"\W", "", number.lower()), ("", None))
            if rule is None or right.isdigit():
                continue
            span = Span(match.start(), end)
            if not _is_right(document, span, number, right) and (right != "144A" or _is_144a(document, span, number)):
                yield _slip(span, rule)
            break
    for match in _PLAN.finditer(document.folded):
        if match.group() != "10b5-1" and "10b51" in known:
            yield _slip(Span(*match.span()), known["10b51"][1], "10b5-1")
    for match in _LISTING.finditer(document.folded):
        span = Span(*match.span())
        words = document.quote(span)
        mended = f"{words[:-1]}({words[-1]})"
        yield Citation(span, mended, False, "rule", fault="rule-malformed", replacement=mended)


def _ends(match: re.Match[str]) -> Iterator[int]:
    """The places where the number may end, from the last on: behind a part of it that neither letters nor figures of a paragraph go on."""
    written, start = match.group("number"), match.start("number")
    for n in range(len(written), 2, -1):
        head, rest = written[:n], written[n:]
        if not (head[-1].isalnum() or (head[-1] == ")" and head.count("(") == head.count(")"))):
            continue
        if head.count("(") != head.count(")") or re.match(r"[\w-]|\)?\(\d|\.\d", rest):
            continue
        yield start + n


def _is_right(document: Document, span: Span, number: str, right: str) -> bool:
    if number == right:
        return True
    line = document.text[max(0, span.start - 40) : span.end + 40]
    return number.lower() == right.lower() and (line.isupper() or sum(c.islower() for c in line) < 10)


def _is_144a(document: Document, span: Span, number: str) -> bool:
    """Rule 144 has a paragraph (a); where the buyers under Rule 144A or what they buy stands beside it, that rule is meant."""
    if "(" not in number or number.endswith("(A)") or _OFFERED.match(document.folded, span.end):
        return True
    return bool(_BUYERS.search(document.folded, max(0, span.start - _NEAR), span.end + _NEAR))


def _slip(span: Span, rule: RuleName, right: str = "") -> Citation:
    return Citation(span, right or rule.name, False, "rule", fault="rule-malformed", replacement=right or rule.name)
