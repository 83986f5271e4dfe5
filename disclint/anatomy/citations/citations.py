"""Statutes, sections, rules, regulations and instruments as cited, resolved against the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal

from disclint.anatomy.citations.acts import find_acts
from disclint.anatomy.citations.instruments import instruments_cited
from disclint.anatomy.citations.near_names import occurrences
from disclint.anatomy.citations.rule_slips import find_rule_slips
from disclint.model import Citation, Document, Span
from disclint.registry import Act, Registry, RuleName
from disclint.text import fold

_RULE_NUMBER = r"(?:\d{1,5}[a-z]{0,2}(?:\d{1,2})?(?:-[a-z0-9]{1,3}){0,2}|[ivx]+)(?:\.\d+[a-z]?)*(?: ?\([a-z0-9]{1,4}\))*(?:-\d{1,2})?"
_BOOK = (
    r"(?:(?:nasdaq|nyse american|nyse amex|nyse|asx|aim|uk|tsx|sgx|hkex|jse|bursa|euronext \w+|finra|nasd)(?:'s)? )?"
    r"(?:(?:stock market|marketplace|listing|company|equity|main market|rulebook|stock exchange)(?:'s)? )*"
)
_OF_ACT = (
    r"(?:,? (?:under|of|promulgated under|pursuant to) (?:the )?(?:(?:u\.s\.|us|united states) )?(?:securities exchange act|securities act"
    r"|exchange act|investment company act|1933 act|1934 act|takeover code|code)(?: of (?:19|20)\d\d)?| (?:of|under) regulation [a-z](?:-[a-z])?"
    r"| of the rules governing the listing of securities on (?:the )?(?:gem of )?the stock exchange of hong kong limited)?"
)
_RULES = re.compile(
    rf"\b{_BOOK}rules? ?(?P<number>{_RULE_NUMBER})(?:(?:,| and| or) {_RULE_NUMBER}(?! ?(?:c\.?f\.?r|u\.?s\.?c)\b))?{_OF_ACT}(?![\w-])"
)
_REGULATIONS = re.compile(
    r"\b(?:items? \d{1,4}(?:\([a-z0-9]+\))* of )?(?:regulation|reg\.?)[ -](?:fd|f\.d|f d|df|g|s-k|s-x|m-a|sho|s|d|a\+?|m|f-d|sk|s k|sx|s x|ma"
    r"|fair disclosures?|full disclosure)"
    r"(?:,? (?:under|of) (?:the )?(?:u\.s\. )?(?:securities act|exchange act)(?: of 19\d\d)?)?(?![\w-])"
    r"|\brule (?:fd\b|[ds](?= (?:of|under) the (?:u\.s\. )?securities act))"
)
_CODES = re.compile(
    r"(?:\b\d{1,2} (?:u\.?s\.?c\.?|c\.?f\.?r\.?|c\.?r\.?f\.?|§ ?c[fr]{2})(?:(?: ?§+| sections?| parts?))* ?|(?<=\()§+ ?(?=2[2-7]\d\.))\d+[a-z]*"
    r"(?:[.-]\d+[a-z]*\d*(?:-\d+)?)*(?:\([a-z0-9]+\))*(?: et seq\.?)?"
    r"|\bpub(?:lic|\.) l(?:aw|\.)(?: no\.)? \d+-\d+"
)
_SHORT_RULES = frozenset(("8", "1", "2", "3", "4", "5", "6", "7", "9", "10"))  # "Rule 8 of the Takeover Code" counts, "rule 3" alone does not
_CHAPTER = re.compile(r"\d+usc(?:80[ab]|77aaa|\d+)|\d+cfr\d{3}")
_SHARED_BEHIND = re.compile(
    r",? (?:and|or) (?:(?:under|of) )?(?:the )?(?:u\.s\. )?(?:rules?|sections?|regulations?|securities|exchange|investment|trust)\b"
)
_NEAR = 90  # characters between a section and the codification given for it


def find_citations(document: Document, registry: Registry) -> tuple[Citation, ...]:
    """In the order of the text; of citations that overlap the longest."""
    acts = list(find_acts(document, registry))
    rules = [*_rules(document, registry), *_regulations(document, registry)]
    rules += find_rule_slips(document, registry)
    found = [*acts, *rules, *instruments_cited(document, registry), *_codes(document, registry, [*acts, *rules])]
    kept: list[Citation] = []
    for citation in sorted(found, key=lambda c: (c.correct and c.fault is None, -len(c.span), c.span.start)):
        if not any(citation.span.touches(other.span) for other in kept):
            kept.append(citation)
    return tuple(sorted(kept, key=lambda c: c.span))


def _rules(document: Document, registry: Registry) -> Iterator[Citation]:
    wrong = _misnomers(registry.rules)
    for misnomer, rule in wrong.items():
        for span in _standing_alone(document, document.folded, misnomer):
            kind: Literal["rule", "standard"] = "rule" if rule.name.startswith("Rule") else "standard"
            yield Citation(span, rule.name, False, kind, fault="rule-malformed", replacement=rule.name)
    for rule in registry.rules:
        for misnomer in rule.case_misnomers:
            for span in _standing_alone(document, document.text, misnomer):
                yield Citation(span, rule.name, False, "rule", fault="rule-malformed", replacement=rule.name)
    for match in _RULES.finditer(document.folded):
        if not _is_rule(document, match):
            continue
        span = _trimmed(document, match)
        home = _home_of(document, registry, match)
        dated = _act_with_wrong_year(document, registry, match)
        if dated:
            right = re.sub(r"\b\d{4}$", str(dated.year), document.quote(span))
            yield Citation(span, dated.name, False, "rule", dated.id, match.group("number"), "act-wrong-year", right)
        elif home:
            to, number = f"{home.name} Rule {match.group('number')}", document.text[match.start("number") : match.end("number")]
            yield Citation(span, to, False, "rule", home.id, number, "section-in-wrong-act")
        else:
            yield Citation(span, document.quote(span), True, "rule", _under(match) or None, match.group("number"))


def _standing_alone(document: Document, text: str, name: str) -> Iterator[Span]:
    """Where the name stands and no paragraph follows it."""
    return (span for span in occurrences(text, name) if text[span.end : span.end + 1] not in ("(", "-", "_"))


def _act_with_wrong_year(document: Document, registry: Registry, match: re.Match[str]) -> Act | None:
    """The act under which the rule stands, where the text names it so, but with the year of another: Rule 144A under the Securities Act of 1934."""
    known = _known_rule(registry, match)
    under = re.search(r"\b(securities exchange act|securities act|exchange act) of (\d{4})$", match.group())
    if known is None or under is None:
        return None
    named = "ea34" if "exchange" in under.group(1) else "sa33"
    act = registry.act(named)
    return act if known.act == named and int(under.group(2)) != act.year else None


def _known_rule(registry: Registry, match: re.Match[str]) -> RuleName | None:
    number = match.group("number").partition("(")[0]
    return next((r for r in registry.rules if fold(r.name).removeprefix("rule ").partition("(")[0] == number), None)


def _home_of(document: Document, registry: Registry, match: re.Match[str]) -> Act | None:
    """The act under which the rule stands, where the text names the other of the two."""
    known = _known_rule(registry, match)
    words, under = match.group()[match.end("number") - match.start() :], _under(match)
    shared = re.search(r"(?:and|or|,) $", document.folded[: match.start()][-5:]) or _SHARED_BEHIND.match(document.folded, match.end())
    if known is None or not known.act or under in ("", known.act) or shared or not re.match(r",? (?:under|of|prom|purs)", words):
        return None
    return registry.act(known.act)


def _under(match: re.Match[str]) -> str:
    """The id of the one of the two securities acts that is named with the rule."""
    words = match.group()[match.end("number") - match.start() :]
    return "ea34" if "exchange act" in words or "1934" in words else "sa33" if "securities act" in words or "1933" in words else ""


def _is_rule(document: Document, match: re.Match[str]) -> bool:
    """Rules are written with a capital; a bare small number needs its rulebook."""
    at = document.folded.find("rule", match.start(), match.end())
    if at < 0 or not document.text[at].isupper():
        return False
    number = match.group("number")
    if number.isalpha():
        return False
    return number not in _SHORT_RULES or at > match.start() or match.end() > match.end("number") + 3


def _trimmed(document: Document, match: re.Match[str]) -> Span:
    text, start, end = document.text, match.start(), match.end()
    while end > start and (text[end - 1] in " ,." or (text[end - 1] == ")" and text.count("(", start, end) < text.count(")", start, end))):
        end -= 1
    while start < match.start("number") and text[start].islower():  # "the company rule": only the capitalised words are a name
        start = text.find(" ", start) + 1
    return Span(start, end)


def _regulations(document: Document, registry: Registry) -> Iterator[Citation]:
    wrong = _misnomers(registry.regulations)
    right = {fold(r.name): r for r in registry.regulations} | {fold(r.full): r for r in registry.regulations if r.full}
    for match in _REGULATIONS.finditer(document.folded):
        words = match.group()
        name = re.search(r"reg(?:ulation|\.)?[ -].*?(?=,? (?:under|of) |$)", words)
        key = name.group() if name else words
        if not document.text[match.start()].isupper() and not words.startswith("item"):
            continue
        if key in wrong:
            yield Citation(Span(*match.span()), wrong[key].name, False, "regulation", fault="rule-malformed", replacement=wrong[key].name)
        else:
            yield Citation(Span(*match.span()), right[key].name if key in right else document.quote(Span(*match.span())), True, "regulation")


def _codes(document: Document, registry: Registry, cited: list[Citation]) -> Iterator[Citation]:
    """Codifications; one that stands right behind a section, a rule or an act is held against the registry."""
    for match in _CODES.finditer(document.folded):
        span = Span(*match.span())
        kinds = ("section", "act") if "u.s.c" in match.group() or "usc" in match.group() else ("rule", "regulation")
        near = [c for c in cited if c.kind in kinds and 0 <= span.start - c.span.end <= _NEAR]
        last = max(near, key=lambda c: c.span.end, default=None)
        expected = _codified(registry, last) if last else ""
        before = [c for c in cited if c.kind in kinds and c is not last and 0 <= span.start - c.span.end <= 2 * _NEAR]
        if any((code := _codified(registry, c)) and _is_same(c, code, match.group()) for c in before):
            expected = ""  # "… Section 27A … and Section 21E … (15 U.S.C. 77z-2 and 78u-5)"
        between = document.folded[last.span.end : span.start] if last else ""
        if "crf" in match.group() or "c.r.f" in match.group():
            yield Citation(span, document.quote(span).replace("CRF", "CFR"), False, "code", fault="rule-malformed")
        elif expected and not re.search(r"\b(?:section|rule)s? \d|\n|\.\s", between) and not _is_same(last, expected, match.group()):
            yield Citation(span, expected, False, "code", fault="codification-mismatch", replacement=expected)
        else:
            yield Citation(span, document.quote(span), True, "code")


def _is_same(citation: Citation | None, expected: str, code: str) -> bool:
    """Whether the codification is the cited one's: of a whole act the title and the chapter suffice, of a rule its paragraphs go with it."""
    right, given = _digits(expected), _digits(code)
    if code.startswith("§"):  # "(§230.405 of this chapter)": the title is understood
        right = right.partition("cfr")[2]
    if citation and citation.kind in ("act", "regulation"):
        if right[-1].isalpha() and "-" not in right:  # an act that is one section of the Code: 15 U.S.C. 18a
            return given == right or given.startswith(right + "(")
        chapter = _CHAPTER.match(right)
        return chapter is None or given.startswith(chapter.group()) or ("usc" in given) != ("usc" in right)
    if citation and citation.kind == "rule":
        return given.partition("(")[0] == right.partition("(")[0]
    return right == given or given.startswith(right + "(")


def _codified(registry: Registry, citation: Citation) -> str:
    if citation.kind in ("rule", "regulation"):
        name = fold(citation.to or "").partition("(")[0].partition(" under")[0].partition(" of")[0].strip(" ,")
        entries = registry.rules if citation.kind == "rule" else registry.regulations
        known = next((entry for entry in entries if fold(entry.name).partition("(")[0] == name), None)
        return known.code if known and citation.correct else ""
    act = registry.act(citation.entry) if citation.entry else None
    if act and citation.kind == "act":
        return act.codified if citation.correct and "U.S.C." in act.codified else ""
    section = act.section(citation.section) if act and citation.section and citation.correct else None
    return section.code if section and section.number == citation.section else ""


def _digits(code: str) -> str:
    return re.sub(
        r"[^0-9a-z()-]",
        "",
        fold(code).replace("u.s.c.", "usc").replace("c.f.r.", "cfr").replace("section", "").replace("part", "").replace("et seq", ""),
    )


def _misnomers(entries: tuple[RuleName, ...]) -> dict[str, RuleName]:
    return {fold(m): entry for entry in entries for m in entry.misnomers}
