"""The factors that a cautionary passage names, and whether they are this company's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.anatomy.safe_harbor import LOOKING
from disclint.model import Document, Factors, Span
from disclint.text import sentences

_LIST_WORD = r"(?:\bincluding|\bincludes?|\bsuch as|\bamong others?|\bamong (?:other|these|such) (?:things|factors|risks)|\bare (?:the following|as follows|that\b)|\bnamely"
_OPENING = re.compile(
    r"\b(?:factors?|risks?|uncertaint(?:y|ies)|contingencies|variables)\b[^.;:]{0,260}?" + _LIST_WORD
    + r"|\brelat(?:e|es|ed|ing) to|\bassociated with|\brisks? (?:that|of)\b|:)"
    + r"|\b(?:differ|vary)\b[^.;:]{0,200}?\b(?:because of|due to|as a result of|depending on)\b"
)  # fmt: skip
_RISK_ITSELF = re.compile(r"\b(?:the|a) (?:risk|possibility) (?:that|of)\b|\brisks (?:that|relat|associat|of)\w*")
_OPENING_WORDS = re.compile(
    r"[\s,;:(]*(?:(?:but )?(?:are|is)? ?not (?:necessarily )?limited to|without limitation|among (?:other(?:s| things| factors| risks)?)|are|the following(?: factors| risks)?"
    r"|(?:known and unknown )?risks? and uncertainties (?:relating|related) to|(?:those )?(?:relating|related) to|associated with|include|including|such as|namely)\b"
)  # fmt: skip
_COUNT = re.compile(r"(?:an?|the|one|more|or|of|number|variety|range|many|several|various|certain|some|other|important|known|unknown|and|such|\W)*")
_STATEMENTS = re.compile(r"^[^,;]{0,60}\b(?:statements?|words|terms|expressions|terminology|information)\b[^,;]{0,40}\b(?:include|may|such as)\b")
_CAUSE = re.compile(r"(?:that |which )?(?:could|may|might|can|would|will)\b[^.;:]{0,40}\b(?:cause|affect|contribute|result|impact|lead)")
_SUBJECT = re.compile(
    r"^(?P<list>.{25,900}?),? (?:could|may|might|can|would) (?:each |also |all )?(?:cause|affect|adversely affect|materially affect)\b[^.]{0,60}\b(?:results|differ)"
)
_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])\) ")
_COMMAS = re.compile(r",? and (?=that\b|the (?:risk|possibility|ability|impact|effect)|risks?\b|our |its )|, (?:and |or |as well as )?|, ?$")
_SEMICOLONS = re.compile(r";(?: (?:and|or)\b)?\s*")
_LEADING = re.compile(r"(?:(?:and|or|as well as|but|also|those|that)\b[\s,]*|[\s,;:*\u2022\u00b7\u25cf-]+)+")

_POINTER = re.compile(
    r"\bfilings?\b|\bfiled\b|\bform (?:10|20|40|8)|\b10-?[kq]\b|annual report|quarterly report|current report|\bsedar|\bedgar\b|sec\.gov|md&a|information form"
    r"|\b(?:described|identified|set forth|discussed|detailed|listed|disclosed|indicated|contained|referred to)\b[^,;]{0,60}\b(?:in|under|above|elsewhere|from time)\b"
    r"|risk factors|news releases|communications|\b(?:quarter|year|period)s? ended|^\W*(?:19|20)\d\d\W*$|\bwww\.|available (?:on|at)|amendments? (?:to|thereto)|prospectus"
    r"|" + LOOKING + r"|actual results|(?:reader|investor)s? (?:is|are|should)|\bfrom time to time\b"
)  # fmt: skip
_CATCH_ALL = re.compile(
    r"^(?:\W|\d|outside|able|predict|difficult|to|control|their|number|variety|as well|any|all|many|certain|various|known|unknown|and|or|other|the|these|those|such|important|additional|general|business|unforeseen|unanticipated|unexpected|related|similar|new"
    r"|risks?|uncertaint(?:y|ies)|factors?|events?|circumstances|conditions|matters|things|contingencies|assumptions|inherent|in|our|its|company's|industry|of|which|beyond|control)*$"
)
_BEYOND = re.compile(r"(?:many|most|some|all|any) of which\b|beyond\b")
_GENERAL = re.compile(
    r"\beconom|\bcompetit|\bmarket(?:s|place)?(?: and \w+)? (?:and \w+ )?(?:conditions?|volatility|risks?|demand|fluctuations?|acceptance of our)|\b(?:financial|capital|credit|equity|stock|securities|debt) markets?\b"
    r"|\b(?:business|industry|operating|financial|political|social|weather|climatic|geopolitical|trade) (?:and \w+ )?(?:conditions?|risks?|factors?|environment|instability|uncertaint)"
    r"|\bgeneral\b|\bpolitical\b|\bgeopolitical|\bgovernment(?:al)? (?:regulation|action|polic)|\bchanges? in (?:\w+ ){0,6}(?:laws?|regulations?|legislation|tax|polic|government|accounting|interest|technolog)"
    r"|\bregulatory (?:changes?|developments?|environment|matters|conditions|risks?|and)|\b(?:laws?|legislation|regulations?)\b|\blitigation\b|\blegal (?:proceedings?|matters|actions?)"
    r"|\binterest rates?|\bexchange rates?|\bcurrenc|\binflation|\brecession|\btax(?:es|ation)?\b|\btariffs?\b|\bpandemics?|\bcovid|\bcoronavirus|\bterror|\bacts? of (?:war|god)\b|\bwars?\b"
    r"|\bnatural disasters?|\bcatastroph|\bepidemic|\btechnolog\w+ (?:and \w+ )?(?:change|advance|development|obsolescence)|\b(?:attract|retain|hire|recruit)\b|\bkey (?:personnel|employees|management|executives)"
    r"|\bpersonnel\b|\bmanagement of growth|\bmanage (?:its |our |their |the )?(?:future )?growth|\bgrowth\b|\bstrateg(?:y|ies|ic)\b|\bbusiness plans?\b|\bhistory of (?:operating )?losses|\boperating history"
    r"|\bavailability of (?:capital|financing|funding)|\badditional (?:capital|financing|funding)|\bstock price|\bshare price|\bacquisitions?\b|\bcosts? and expenses|\bdemand fluctuations|\bfluctuations? in (?:demand|operating)"
    r"|\bother (?:risks?|factors?|uncertaint)|\bhuman error|\bdependence on (?:key|management)|\boperational risks?|\binherent\b"
)  # fmt: skip
_OWN = re.compile(
    r"\b(?:clinical|trials?|patients?|fda|drug|therap|product candidates?|patents?|reimbursement|medicare|mining|mine|mineral|drill|exploration|metallurg|ore|gold|silver|copper|lithium|uranium"
    r"|oil|gas|crude|petroleum|pipeline|wells?|permits?|merger|closing|spin-?off|offering|exchange offers?|integrat|synerg|shareholder approval|stockholder approval|lease|tenants?|store|restaurant"
    r"|hotel|casino|airline|aircraft|vessel|freight|driver|fuel|raw materials?|suppliers?|components?|inventory|manufactur|warranty|recall|subscriber|advertis|network|backlog"
    r"|dividend|loan|deposit|mortgage|receivable|reserves?|cyber|security breach|audit|licen[cs]e|listing|crop|turbine|solar|battery|bitcoin|crypto)"
)
_ADVERSE = re.compile(r"\b(?:risk|loss|disrupt|claim|compromise|fines?|penalt|inability|unable|failure|fail|delay|incident|adverse|difficult)")


def name_factors(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Each factor of the lists that a passage gives; mere pointers to filings are none."""
    found: list[Span] = []
    spare: list[Span] = []
    for span in spans:
        listing = False
        for start, end in sentences(document.text, span.start, span.end):
            folded = document.folded[start:end]
            own_line = start == span.start or document.text[start - 1] == "\n"
            listing = listing and not re.search(LOOKING + r"|\bobligation\b", folded) and (own_line or listing)
            if listing or _ENUMERATOR.match(folded):
                found.extend(_split(document, Span(start, end)))
                continue
            if _STATEMENTS.match(folded):
                spare.extend(item for item in _split(document, Span(start, end)) if _ADVERSE.search(document.folded, item.start, item.end))
                continue
            listed = _list_of(folded)
            if listed is not None:
                listing = folded.endswith(":")
                found.extend(_split(document, Span(start + listed[0], start + listed[1])))
    return _distinct(found or (spare if len(spare) > 2 else []))


def weigh_factors(document: Document, named: tuple[Span, ...]) -> Factors:
    """Specific takes two factors of this company, product or deal; one alone is still generic."""
    concrete = sum(_is_own(document.folded[factor.start : factor.end]) for factor in named)
    if concrete > 1:
        return "specific"
    return "generic" if named else "none"


def _is_own(factor: str) -> bool:
    return not _GENERAL.search(factor) or _OWN.search(factor) is not None


def _list_of(folded: str) -> tuple[int, int] | None:
    """Where in the sentence its list of factors stands."""
    at = 0
    while opening := _OPENING.search(folded, at):
        start = opening.end()
        for risk in _RISK_ITSELF.finditer(folded, max(opening.start(), start - 24), start):
            if risk.end() == start:
                return risk.start(), len(folded)
        while words := _OPENING_WORDS.match(folded, start):
            start = words.end()
        start += len(folded[start:]) - len(folded[start:].lstrip(" ,;:("))
        cause = _CAUSE.match(folded, start)
        nested = _OPENING.match(folded, start + len(_COUNT.match(folded, start).group()))
        if not cause and not nested:
            return (start, len(folded)) if len(folded) - start > 8 or folded.endswith(":") else None
        at = max(start, cause.end() if cause else start)
    subject = _SUBJECT.match(folded)
    if subject and not re.match(
        r"(?:these|such|many|other|important|various|certain|any|all|the following|a number|several|some|additional)\b", folded
    ):
        return subject.start("list"), subject.end("list")
    return None


def _split(document: Document, listed: Span) -> Iterator[Span]:
    folded = document.folded[listed.start : listed.end]
    marks = [(m.start(), m.end()) for m in _ENUMERATOR.finditer(folded)]
    if len(marks) < 2:
        pattern = _SEMICOLONS if folded.count(";") > 1 or re.search(r"; (?:and|or)\b|;[^;]{20,}$", folded) else _COMMAS
        marks = [(m.start(), m.end()) for m in pattern.finditer(folded)]
    at = 0
    for start, end in [*marks, (len(folded), len(folded))]:
        piece = folded[at:start]
        lead = _LEADING.match(piece)
        begin = at + (lead.end() if lead else 0)
        stop = at + len(piece.rstrip(" ,;.:"))
        if (
            stop - begin > 3
            and not _BEYOND.match(folded, begin, stop)
            and not _POINTER.search(folded, begin, stop)
            and not _CATCH_ALL.match(folded[begin:stop])
        ):
            yield Span(listed.start + begin, listed.start + stop)
        at = end


def _distinct(found: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
