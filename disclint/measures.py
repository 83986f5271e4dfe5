"""Names of non-GAAP and other alternative performance measures, and the figure of the accounts that each is measured against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import re2

from disclint.model import Block, Document, Span

Basis = Literal[
    "net income",
    "operating income",
    "gross profit",
    "revenue",
    "expenses",
    "operating cash flow",
    "distributable",
    "debt",
    "book value",
    "production cost",
    "unit cost",
]

# A release that holds none of these names no measure; looked for first.
_SIGNS = ("gaap", "ifrs", "adjusted", "ebit", "ffo", "funds from operations", "funds flow", "cash flow", "constant", "organic", "underlying", "core ", "normali", "recurring",
          "net debt", "cash profit", "cash earnings", "all-in sustaining", "cash cost", "oibda", "tangible", "noi", "net operating income", "distributable",
          "pre-provision", "pro forma", "ongoing", "restaurant-level", "restaurant level", "casm", "cask", "fcf", "rotce", "roatce", "tbv", "ppnr", "calculated billings", "exclud", "before ", "contribution margin", "comparable", "headline", "epra", "invested capital")  # fmt: skip
_PER = r"(?:,? per (?:fully |basic |diluted |common |ordinary |limited |partner |and |adr |ads )*(?:share|unit|ads|adr)s?)"
_OF_WHAT = rf"(?:{_PER}| margins?| conversion(?: rate| ratio)?| as an? (?:%|percent(?:age)?) of (?:net income|revenues?|sales|net sales|total revenues?)| loss\b)"
_MID = r"(?:(?:consolidated|diluted|basic|fully|net|gross|operating|pre-tax|pretax|after-tax|after|tax|segment|attributable|total|free|income|property|corporate|product|service|subscription)[ -])*"
_HEAD = (
    r"(?:ebitdare|ebitdar|ebitdax|ebitda|ebita|ebit|oibda|noi|eps|ffo|affo|fcf|rotce|roatce|ppnr|casm|cask|unit costs?|funds from operations"
    r"|(?:(?:income|profit|earnings)(?: \(loss\))?|\(?loss\)?(?: income)?) from operations|(?:income|profit|earnings) \(?loss\)?|\(loss\) income"
    r"|income|loss(?:es)?|earnings|profits?|margins?|revenues?|sales|expenses?|opex|cash flows?|sg&a|cost of (?:sales|revenues?|goods sold)|costs"
    r"|tax rate|results?|operating ratio|return on (?:average )?(?:tangible )?(?:common )?(?:equity|assets)|efficiency ratio|debt)"
)
_UNIT_COST = r"casm|cask|unit costs?|(?:operating )?(?:costs?|expenses?) per (?:as[mk]\b|(?:available )?(?:seat|ton)[ -](?:mile|kilomet(?:er|re)))(?: \(\"?casm\"?\))?"
_NARROW = (
    r"(?:ebitda\w?|ebita?|eps|ffo|net income|net earnings|net profit|net loss|net result|operating (?:income|profit|result|earnings)|earnings|profit|income"
    r"|(?:operating|gross|ebitda|net interest) margins?|return on (?:average )?(?:tangible )?(?:common )?(?:equity|assets)|efficiency ratio|operating ratio|roa?tce)"
)
_NAMES = (
    # a word that says it of any figure
    rf"(?:adjusted|adj\.|non-gaap|non gaap|non-ifrs|normali[sz]ed) (?:adjusted |core |cash |operating )?{_MID}{_HEAD}",
    rf"(?:underlying|core|ongoing|recurring|headline|comparable|modified|distributable|economic) (?:diluted |basic |epra |consolidated )*{_NARROW}",
    r"pro forma (?:adjusted |combined |diluted )*(?:ebitda|net income|net loss|earnings|eps|operating income|income|loss)",
    # names that stand for themselves
    r"(?:recurring |epra |operating )?(?:ebitdare|ebitdar|ebitdax|ebitda(?:,? adjusted| as adjusted)?|ebita(?:,? adjusted| as adjusted)?|oibda)",
    r"(?:operating |levered |unlevered |trailing |annual )?(?:free cash flows?|fcf)|unlevered cash flows?|distributable cash flows?|(?:cash )?available for distribution",
    r"(?:core |nareit |normali[sz]ed |operating |company-defined )?(?:affo|ffo)|(?:adjusted )?funds from operations|(?:adjusted |free |net )?funds flows?(?: from operations)?",
    r"organic (?:net )?(?:revenues?|sales|growth|revenue growth|sales growth|net sales growth)|constant[- ]currency(?: (?:revenues?|sales|basis|growth|terms))?",
    r"net (?:financial )?debt|(?:total )?cash (?:operating )?costs?,? per (?:payable )?(?:ounce|pound|tonne|ton|boe|share)|all-in sustaining costs?|aisc",
    r"cash (?:profit|earnings|eps|net income)|tangible (?:common )?(?:book value|equity)(?: ratio| (?:divided by|to) (?:total )?tangible assets)?|tbv(?:ps)?|return on (?:average )?tangible (?:common )?(?:(?:share|stock)holders'? )?equity|roa?tce",
    r"pre-?(?:tax,? pre-)?provision (?:net )?(?:revenue|income|profit)|ppnr|calculated billings|(?:same[- ]\w+ )?(?:cash )?(?:net operating income|noi)|contribution margin|epra (?:nta|nrv|ndv|earnings)",
    r"return on invested capital|discretionary cash flows?|(?:restaurant|store)[- ]level (?:operating )?(?:profit|income|margin|contribution|cash flow|ebitda)s?",
    rf"(?:{_UNIT_COST})(?:,? |-)(?:ex\b|excl\.|excluding|before|net of)(?:[ -]?fuel(?:,? (?:and )?(?:special|other|certain|non-?recurring) (?:items|charges))?| (?:special|certain) items)?",
)  # fmt: skip
_NAME = re2.compile(rf"\b(?:{'|'.join(_NAMES)})\b{_OF_WHAT}*")
_METRIC = r"(?:net (?:income|profit|earnings|loss|result)|(?:diluted )?(?:eps|earnings per share)|operating (?:income|profit|result)|income|profit|earnings|loss|results?|ebit|gross margin)"
_CHARGE = r"(?:(?:non-?recurring|one-time|one-off|unusual|special|exceptional|non-?core|restructuring|extraordinary|significant|certain|specified|notable|identified|merger-related|acquisition-related|transaction-related|integration)(?: and [a-z-]+)? (?:items?|charges?|costs?|expenses?|gains?)|(?:this|these|the|such) (?:[a-z-]+ ){0,3}(?:charges?|items?|gains?|costs?|expenses?))"
_WITHOUT = re2.compile(
    rf"\b((?:excluding|exclusive of|without|before) {_CHARGE}[^.;\t\n]{{0,60}}?\b{_METRIC})\b"
    rf"|\b({_METRIC}(?: per (?:diluted )?share)?,? (?:before|excluding|exclusive of|excl\.) {_CHARGE})"
    rf"|\b((?:loss|income|earnings|profit) of (?:[^.;\t\n-]|\.\d){{0,110}}?,? excluding (?:the )?(?:[a-z-]+ ){{0,3}}(?:charges?|items?|gains?|costs?|expenses?))\b"
    rf"|\b({_METRIC} on an? (?:non-gaap|adjusted|non-ifrs) basis|on an? (?:non-gaap|adjusted|non-ifrs) basis,? (?:[a-z-]+ ){{0,4}}?{_METRIC}(?: margin)?\b)"
)
_BASES: tuple[tuple[Basis, str], ...] = (
    ("distributable", r"distributable cash|available for distribution"),
    ("operating cash flow", r"cash flow|funds flow|\bfcf|cash profit"),
    ("debt", r"\bdebt"),
    ("book value", r"tangible|\btbv|\broa?tce|nta\b|nrv\b|ndv\b"),
    ("production cost", r"cash (?:operating )?cost|all-in|aisc"),
    ("unit cost", _UNIT_COST),
    ("gross profit", r"gross|contribution margin"),
    ("net income", r"ebit|oibda|\bnet (?:income|loss|earnings|profit|margin|result)|\beps\b|per share|per \w+ share|ffo|funds from operations|earnings|\bnoi\b|net operating income"),
    ("operating income", r"operating (?:income|profit|loss|margin|result|earnings|ratio)|from operations|pre-?(?:tax|provision)"),
    ("expenses", r"expense|opex|sg&a|cost|tax rate"),
    ("revenue", r"revenue|sales|billings|organic|constant"),
    ("net income", r"income|profit|loss|result|earnings|margin|return"),
)  # fmt: skip
_CASH = (
    r"(?:net )?cash (?:flows? )?(?:\(used (?:in|for)\) )?(?:generated |provided |used |\(used in\) |from |inflow |outflow )*(?:/ ?\(used in\) )?(?:by|in|from|for)?[ /()a-z]{0,24}operat"
    r"|operating cash flows?|cash flows? from operat|cash from operat|operating activities"
)
_COMPARABLES: dict[Basis, str] = {
    "net income": r"net (?:\(?loss\)? ?/? ?|income|earnings|profit|loss|result)|(?:earnings|income|loss|profit)(?: \(loss\)| \(earnings\))? per|\(loss\)(?: income)? per"
    r"|\beps\b|(?:profit|loss|income)(?: \(loss\))? (?:for the (?:period|year|quarter)|before|after|from)|operating (?:income|profit|loss|result)|loss per"
    r"|(?:earn(?:s|ed|ing)|los(?:es|t|ing)) (?:a |about |approximately |record |nearly |almost )*(?=(?:us|c|a|nt|hk)?[$\u20ac\u00a3] ?\d)"  # "earns $3.1 million"
    r"|(?<!gross )(?:profits?|loss(?:es)?)(?= (?:of|was|were|to|at|is|r[io]s|fell|falls|grew|grows|climb|increas|decreas|declin|jump|narrow|widen|doubl|up|down))",
    "operating income": r"operating (?:income|profit|loss|earnings|margin|result)|(?:income|loss|profit|earnings)(?: \(loss\))? from operations|net (?:income|loss|earnings)",
    "gross profit": r"gross (?:profit|margin|loss|income)|operating (?:income|profit|loss)",
    "revenue": r"revenues?|sales",
    "expenses": r"expenses?|costs?|sg&a|general and administrative|tax rate",
    "operating cash flow": _CASH,
    "distributable": rf"net (?:income|earnings|profit|loss|result)|{_CASH}",  # partnerships reconcile it with either
    "debt": r"(?:total |long-term |gross )?(?<!net )(?<!net financial )(?:debt|borrowings|notes payable|loans)",
    "book value": r"(?:book value|(?:share|stock)holders'? equity|total equity|net assets|common equity)",
    "unit cost": rf"(?:{_UNIT_COST})(?!,? (?:-|ex\b|excl|before|net of)|-ex)",
    "production cost": r"(?:cost of (?:sales|goods)|production costs?|operating costs?|mining costs?)",
}
_QUALIFIED_BEFORE = re.compile(
    r"(?:adjusted|adj\.|non-gaap|non-ifrs|normali[sz]ed|underlying|core|recurring|headline|free|organic|pro forma|cash|unlevered|tangible)(?: [a-z-]+){0,2} $"
)
_QUALIFIED_AFTER = re.compile(
    r"(?:,? (?:as )?adjusted|,? (?:excluding|before) (?:special|one|non|unusual|the|these|certain)| on an? (?:non-gaap|adjusted))"
)


@dataclass(frozen=True, slots=True)
class Mention:
    """A measure's name as it stands, and what of the accounts it is measured against."""

    span: Span
    key: str  # the same for the ways of writing one measure
    basis: Basis
    ratio: bool  # a margin, a conversion rate, a growth rate


def unwrapped(document: Document) -> str:
    """The folded text with the line ends inside tables as spaces: narrow columns break a label over several rows."""
    folded, done = document.folded, 0
    pieces: list[str] = []
    for block in document.blocks:
        if block.kind == "table":
            pieces += (folded[done : block.span.start], folded[block.span.start : block.span.end].replace("\n", " "))
            done = block.span.end
    return "".join((*pieces, folded[done:]))


def label_at(block: Block, number: int) -> Span:
    """The label of a row, with the rows above that hold nothing but its beginning."""
    rows, first = block.rows, number
    while first and len(rows[first - 1]) == 1 and len(rows[first - 1][0]) < 40 and number - first < 5:
        first -= 1
    return Span(rows[first][0].start, rows[number][0].end)


def has_figures(folded: str, row: tuple[Span, ...]) -> bool:
    """Whether figures stand beside the label of the row."""
    return any(any(c.isdigit() for c in folded[cell.start : cell.end]) for cell in row[1:])


# Whom a fund lends to or what a company buys: "companies with annual EBITDA of $25 million to $150 million".
_OTHERS = re.compile(
    r"\b(?:companies|businesses|borrowers|firms|enterprises|issuers|targets) (?:[a-z-]+ ){0,4}?(?:with|having|(?:that|which) (?:have|generate|earn)|generating|earning|whose) "
    r"(?:[^.;:$\n]{0,40} )?$"
)


def mentions(folded: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """Every name of a measure, in order."""
    words = folded[start:end]
    if not any(sign in words for sign in _SIGNS):
        return
    found = [Span(start + m.start(), start + m.end()) for m in _NAME.finditer(words)]
    for match in _WITHOUT.finditer(words):
        group = next(number for number in range(1, 5) if match.start(number) >= 0)
        span = Span(start + match.start(group), start + match.end(group))
        found = [other for other in found if not other.touches(span)] + [span]
    for span in sorted(found):
        if not _OTHERS.search(folded, max(start, span.start - 90), span.start):
            yield _mention(folded[span.start : span.end], span)


def _mention(name: str, span: Span) -> Mention:
    basis: Basis = next((basis for basis, words in _BASES if re.search(words, name)), "net income")
    ratio = bool(re.search(r"margin|conversion|\bratio|%|percent|growth|constant|organic|return|tangible assets|tax rate", name))
    return Mention(span, _key(name), basis, ratio)


def _key(name: str) -> str:
    name = re.sub(r"^(.*) on an? (non-gaap|adjusted|non-ifrs) basis$", r"\2 \1", name)
    name = re.sub(r"^on an? (non-gaap|adjusted|non-ifrs) basis,? (?:the |our |its )?", r"\1 ", name)
    name = re.sub(r"earnings per share|(?:net )?(?:income|earnings|loss|profit)(?: \(loss\))?,? per (?:[a-z]+ )*share", "eps", name)
    name = (
        re.sub(r"\b(?:diluted|basic|fully|consolidated|total|common|attributable|per|share|basis|revenues?|sales|terms|growth)\b", "", name)
        if "eps" in name or "const" in name
        else name
    )
    name = name.replace("funds from operations", "ffo")
    name = re.sub(r"(income|profit|earnings|loss)(?: \(loss\)| income)? from operations$", r"operating \1", name)
    name = name.replace("adj.", "adjusted").replace("non gaap", "non-gaap").replace("constant-", "constant ")
    name = re.sub(r"\b(?:diluted|basic|consolidated|total|loss)\b|\((?:loss|income)\)", "", name) if "ebitda" in name or "eps" in name else name
    return re.sub(r"[^a-z]+", " ", re.sub(r"(?<=[a-z]{2}[a-rt-z])s\b", "", name)).strip() or "measure"


def comparables(folded: str, basis: Basis, span: Span) -> Iterator[Span]:
    """Where the figure of the accounts stands that measures of this basis are compared with."""
    for match in re.finditer(rf"\b(?:{_COMPARABLES[basis]})", folded[span.start : span.end]):
        start, end = span.start + match.start(), span.start + match.end()
        if not _QUALIFIED_BEFORE.search(folded, max(span.start, start - 40), start) and not _QUALIFIED_AFTER.match(folded, end, span.end):
            yield Span(start, end)
