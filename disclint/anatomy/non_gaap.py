"""Non-GAAP measures that the release uses, and their reconciliation with the accounts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from disclint.measures import Basis, Mention, comparables, has_figures, label_at, mentions, unwrapped
from disclint.model import Block, Document, Measure, NonGaap, Part, Span
from disclint.tables import leads_to_last, rows
from disclint.text import sentences

_RECONCILING = re.compile(r"reconcil(?:iations?|ed|ing|es)\b")
_OF_CASH = re.compile(
    r"adjustments to reconcile|reconcil\w+ (?:of|to) (?:cash|net (?:income|loss|earnings)[^.]{0,30} to (?:net )?cash (?:provided|used|flow))"
)
_ENCLOSED = re.compile(
    r"reconcil[^.]{0,220}\b(?:below|attached|accompany\w*|following|set forth|included|at the end of|in (?:the|this) (?:tables?|schedules?|appendix|annex|financial)"
    r"|table|schedule|herein|appears?|presented|provided (?:in|with|at|on page)|end of this|later in this|within this)"
    r"|(?:below|attached|accompany\w*|following|tables?|schedules?|see)\b[^.]{0,120}reconcil"
)
_ELSEWHERE = re.compile(r"website|web site|md&a|management's discussion|sedar|www\.|annual report|universal registration|half-year report")
_DEFINING = re.compile(
    r"\b(?:defin(?:es?|itions?)\b|(?<!as )defined\b|means\b|represents\b|is calculated|are calculated|calculated as|(?:is|are) (?:a |an )?(?:supplemental |key )?(?:non-gaap|non-ifrs|alternative)(?! (?:operating|net|gross|adjusted|free|diluted|pre-?tax)\b)"
    r"|should not be|not (?:be )?(?:considered|construed|a substitute|recogni[sz]ed)|substitutes? for|believes? that|useful|in accordance with|standardi[sz]ed meaning"
    r"|most (?:directly )?comparable|use of non-gaap|financial measures|limitations?|incentive|performance period|covenants?|earn-?out|indenture|credit agreement)"
)
# The figure itself stands beside the name: "Adjusted EBITDA, which is not prepared in accordance with GAAP, was $11.8 million".
_TOLD = re.compile(
    r"(?:,? (?:\(|which |a |an |not )[^.$\u20ac\u00a3]{0,90}?[,)])? (?:was|were|of|totall?ed|came (?:in at|to|in)|rose to|reached|increased to|grew to|fell to) "
    r"(?:a record |approximately |about )?\(?[$\u20ac\u00a3]\d"
)
_CHARGE = r"(?:charges?|items?|gains?|costs?|expenses?|compensation|amortization)"
_AMOUNT_LEFT_OUT = re.compile(
    rf"{_CHARGE} (?:[a-z]+ ){{0,2}}of (?:approximately |about )?[$\u20ac\u00a3]|[$\u20ac\u00a3]\s?[\d.,]+ (?:(?:million|billion|thousand),? )?(?:[a-z-]+ ){{0,6}}{_CHARGE}\b"
)
# "net cash provided by operating activities of $7.4 million, less purchases of equipment of $1.9 million"
_LESS = re.compile(
    r"[a-z ,()]{0,60}[$\u20ac\u00a3]\s?[\d.,]*\d[^.;$]{0,60}\b(?:less|minus|plus|net of|reduced by|deducting|after|before|excluding|adding|adjusted for)\b"
    r"(?:[^.;$]|\.\d){0,90}[$\u20ac\u00a3]\s?\d"
)
_POINTS_BACK = re.compile(
    r" ?(?:they|it|this|that|these|which) (?:are|is|was|were|equals?|represents?|consists?|starts?|begins?|comprises?)\b(?:[^.\n]|\.\d)+"
)
_GROWTH = re.compile(r"organic|constant")  # also said of strategy
_PERCENT = re.compile(r"\d ?(?:%|per ?cent)")
_FIGURE = re.compile(r"\d")
_UNREAD = ("cautionary", "legend", "measures", "contacts", "wire-tail", "end-mark")
_GENERIC = frozenset(
    {"non gaap", "non gaap result", "adjusted result", "non ifr result", "non gaap tax rate", "adjusted tax rate", "non gaap co", "adjusted co"}
)


def find_non_gaap(document: Document, parts: tuple[Part, ...]) -> NonGaap | None:
    """None where no measure is used; a name in a definition, a legend or a covenant alone is no use."""
    used = _used(document, parts)
    if not used:
        return None
    places = list(_reconciliations(document))
    by_words = _in_words(document, used)
    reconciliation = places[0] if places else min(by_words.values(), default=None)
    measures = tuple(Measure(_name(document, mention), mention.span, _reconciled(document, mention, places, by_words)) for mention in used)
    tables = tuple(block.span for block in document.blocks if block.kind == "table" and _reconciles(document, block))
    return NonGaap(measures, reconciliation, tables)


def _used(document: Document, parts: tuple[Part, ...]) -> list[Mention]:
    """Each measure at its first use."""
    first: dict[str, Mention] = {}
    for mention in mentions(unwrapped(document)):
        if mention.key not in first and mention.key not in _GENERIC and _is_use(document, parts, mention):
            first[mention.key] = mention
    return _without_abbreviations(document, list(first.values()))


def _is_use(document: Document, parts: tuple[Part, ...], mention: Mention) -> bool:
    kind = next((p.kind for p in parts if p.span.start <= mention.span.start < p.span.end), "other")
    if kind in _UNREAD:
        return False
    block = next((b for b in document.blocks if b.span.covers(mention.span)), None)
    if block is None:
        return False
    if block.kind == "table":
        return _is_row(document, block, mention.span)
    if kind == "heading" and _RECONCILING.search(document.folded, block.span.start, block.span.end):
        return False
    start, end = _sentence(document, block, mention.span)
    if _GROWTH.match(document.folded, mention.span.start) and not _PERCENT.search(document.folded, start, end):
        return False
    defining = _DEFINING.search(document.folded, start, end) and not _TOLD.match(document.folded, mention.span.end, end)
    if defining or (kind == "boilerplate" and not _FIGURE.search(document.folded, mention.span.end, end)):
        return False
    return kind != "heading" or bool(_FIGURE.search(document.folded, start, end))


def _is_row(document: Document, block: Block, span: Span) -> bool:
    """Whether it labels a row of figures: what a table shows is used."""
    at = next((n for n, row in enumerate(block.rows) if row and row[0].start < span.end <= row[0].end), None)
    return at is not None and has_figures(document.folded, block.rows[at]) and label_at(block, at).covers(span)


def _sentence(document: Document, block: Block, span: Span) -> tuple[int, int]:
    return next(
        ((a, b) for a, b in sentences(document.text, block.span.start, block.span.end) if a <= span.start < b), (block.span.start, block.span.end)
    )


def _without_abbreviations(document: Document, used: list[Mention]) -> list[Mention]:
    """Adjusted Funds from Operations ("AFFO"): the bracketed name is the same measure, and so is its use alone later."""
    kept: list[Mention] = []
    short: set[str] = set()
    for mention in sorted(used, key=lambda m: m.span):
        before = document.folded[max(0, mention.span.start - 6) : mention.span.start]
        if mention.key in short:
            continue
        if kept and re.search(r"\($|\(\"$|\(the \"?$|\(or \"?$", before) and mention.span.start - kept[-1].span.end < 8:
            short.add(mention.key)
            continue
        kept.append(mention)
    return kept


def _name(document: Document, mention: Mention) -> str:
    return document.quote(mention.span)


def _reconciliations(document: Document) -> Iterator[Span]:
    """Headings and tables that reconcile, and sentences that point to them within the release."""
    folded = document.folded
    pointers: list[Span] = []
    for number, block in enumerate(document.blocks):
        start, end = block.span.start, block.span.end
        if block.kind == "table" and _reconciles(document, block):
            yield block.span
        elif _RECONCILING.search(folded, start, end):
            after = document.blocks[number + 1 : number + 4]
            if block.kind == "table":
                if not _OF_CASH.search(folded, start, end):
                    yield block.span
            elif len(block.span) < 240 and any(b.kind == "table" for b in after) and not _OF_CASH.search(folded, start, end):
                yield block.span
            else:
                pointers += [
                    Span(a, b)
                    for a, b in sentences(document.text, start, end)
                    if _ENCLOSED.search(folded, a, b) and not _ELSEWHERE.search(folded, a, b)
                ]
    yield from pointers


def _reconciles(document: Document, block: Block) -> bool:
    """Whether the rows lead from a figure of the accounts to a measure, or the columns from GAAP to non-GAAP."""
    folded = unwrapped(document)
    labels = [label_at(block, n) for n, row in enumerate(block.rows) if len(row) > 1 and has_figures(folded, row)]
    ends = [n for n, label in enumerate(labels) if any(True for _ in mentions(folded, label.start, label.end))]
    bases: tuple[Basis, ...] = ("net income", "operating cash flow", "operating income")
    starts = [n for n, label in enumerate(labels) for basis in bases if any(True for _ in comparables(folded, basis, label))]
    if any(1 < abs(a - b) < 25 for a in ends for b in starts) and len(ends) <= 12 and (_adjusts(folded, labels) or _adds_up(document, block)):
        return True
    heads = " ".join(folded[row[0].start : row[-1].end] for row in block.rows[:4] if row)
    return bool(re.search(r"(?:gaap|as reported|reported|ifrs)\b.{0,60}\badj(?:ustments?|\.|usted).{0,60}(?:non-gaap|adjusted)", heads))


def _adds_up(document: Document, block: Block) -> bool:
    """Whether the rows from a figure of the accounts to a measure are its sum, whatever they are called."""
    listed = [row for row in rows(document.folded, block) if row.cells]
    bases: tuple[Basis, ...] = ("net income", "operating cash flow", "operating income")
    starts = [n for n, row in enumerate(listed) if any(True for basis in bases for _ in comparables(document.folded, basis, row.label_span))]
    ends = [n for n, row in enumerate(listed) if any(True for _ in mentions(row.label))]
    return any(1 < end - start < 25 and leads_to_last(listed[start : end + 1]) for start in starts for end in ends)


def _adjusts(folded: str, labels: Sequence[Span]) -> bool:
    words = " ".join(folded[label.start : label.end] for label in labels)
    return bool(
        re.search(
            r"depreciation|amortization|stock-based|share-based|capital expenditure|(?:purchases?|additions?|acquisitions?) (?:of|to) (?:property|equipment|plant|fixed)|restructuring|impairment|acquisition|tax effect|plus|less|add",
            words,
        )
    )


def _in_words(document: Document, used: Sequence[Mention]) -> dict[str, Span]:
    """For a measure the sentence that itself says what was left out, and how much, beside its figure, or that computes it from the accounts."""
    told: dict[str, Span] = {}
    keys = {mention.key for mention in used}
    for mention in (*used, *(m for m in mentions(document.folded) if m.key in keys)):
        block = next((b for b in document.blocks if b.span.covers(mention.span)), None)
        if mention.key in told or block is None or block.kind == "table":
            continue
        before = document.folded[block.span.start : mention.span.end + 160]
        sentence = Span(*_sentence(document, block, mention.span))
        if (mention in used and "exclud" in before and _AMOUNT_LEFT_OUT.search(before)) or _computed(document.folded, mention, sentence):
            told[mention.key] = sentence
    return told


def _computed(folded: str, mention: Mention, sentence: Span) -> bool:
    """Whether the sentence leads by amounts from the figure of the accounts to the measure."""
    rest = Span(mention.span.end, sentence.end)
    further = _POINTS_BACK.match(folded, sentence.end)
    if further:  # "They are net earnings of $41.7 million plus …"
        rest = Span(mention.span.end, further.end())
    return any(_LESS.match(folded, found.end, rest.end) for found in comparables(folded, mention.basis, rest))


def _reconciled(document: Document, mention: Mention, places: Sequence[Span], by_words: Mapping[str, Span]) -> bool:
    """Whether a place of reconciliation is about this measure: its tables name it, or what it is computed from; a pointer is taken at its word."""
    if mention.key in by_words:
        return True
    tables = [block.span for block in document.blocks if block.kind == "table"]
    if not tables:
        return bool(places)
    folded = unwrapped(document)
    base = re.compile(_base(mention.key))
    return bool(places) and any(base.search(folded, span.start, span.end) for span in (*tables, *places))


def _base(key: str) -> str:
    """The words by which a table of reconciliation would name the measure, without what qualifies them."""
    base = re.sub(r"\b(?:non gaap|non ifr|adjusted|core|normali[sz]ed|underlying|pro forma|recurring|margin|conversion)\b", "", key).strip()
    words = []
    for word in base.split():
        if word in ("income", "loss", "profit", "earning", "result"):
            words.append("(?:income|loss|earnings?|profit|results?)")
        elif word == "eps":
            words.append("(?:eps|per (?:[a-z]+ ){0,3}share)")
        elif word in ("ffo", "affo"):
            words.append(f"(?:{word}|funds from operations)")
        else:
            words.append(re.escape(word) + "s?")
    return r"\W{1,3}".join(words) or "gaap"
