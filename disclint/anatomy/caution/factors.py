"""The factors that a cautionary passage names, and whether they are this company's own."""

from __future__ import annotations

import re
from collections.abc import Iterator

import re2

from disclint.anatomy.caution.factor_lists import list_of, of_clauses
from disclint.anatomy.caution.safe_harbor import LOOKING
from disclint.model import Document, Factors, Span
from disclint.text import sentences

_FOLLOW = re2.compile(
    r"(?:risks?|factors|uncertainties)\b[^.;]*:$|\b(?:includ\w+|following)\b[^.;:]*:$|\bfollowing\b[^.;:]*\b(?:risks?|factors"
    r"|uncertainties)\.$|\b(?:whether|if|unless|because|should|when|that)\W*:$"
    r"|\b(?:because of|due to|owing to|as a (?:result|consequence) of|on account of|by reason of|result(?:ing)? from|depends? (?:up)?on)\b[^.;:]{0,60}:$"
)
_CLOSES = re2.compile(LOOKING + r"|\bobligation\b|\bundue reliance\b")
_STATEMENTS = re2.compile(
    r"(?:(?:examples of )?(?:these|such|our|the|some|certain|all) )?(?:of )?(?:the |our )?(?:" + LOOKING + r" )?(?:statements?|words|terms"
    r"|expressions|terminology|information)\b"
    r"[^,;]{0,60}\b(?:include|includes|may (?:also )?(?:be (?:\w+ly )?(?:identified|found|recogni[sz]ed|known|made|preceded|accompanied|introduced|contained|about|related)|include|relate|concern|address|discuss|contain|cover|involve|use|refer)|such as)\b"
)
_RISK_TOLD = re.compile(  # a sentence that tells one risk: "The price of pork may rise."
    r"^(?:for example, |in addition, |also, )?(?P<risk>(?:our |the |an? |its |we )?(?!(?:forward|statements?|such|these|those|actual|results?|readers?|investors?|although|any|this|that"
    r"|there|events?|they|it|information|expectations?|projections?|plans|assumptions|trends|factors?|risks?|forecasts?|outcomes?|nothing|no|words?|terms?|future"
    r"|undertake|do|does|disclaim|may|assume|caution|believe|cannot|expect)\b)[^;:]{3,}?\b(?:may|could|might)\b (?:not |also |be |become |prove |come )*"
    r"(?:delay|rise|fall|drop|unable|fail|los[et]|declin|increas|reject|cancel|terminat|break|slow|weak|cost|late|longer|end\b|leave|den|renew|obtain|receive|open|start"
    r"|approve|complete|impair|challeng|disrupt|interrupt|shrink|withdraw|default|suffer|recall|expire|need|require|insufficient|difficult|scarce|accept|adopt|refus|lag|ask|drop|show|quit|miss|stop|stall|cost|limit|harm|hurt|reduc|shut|force|burden|raise|enroll|confirm|agree|happen|fit|put off|postpon|defer|hold|cut\b|exceed|reach|compete|enter|damag|restrict|prevent|prohibit|block|cause (?:side|delay|loss|harm))\w*[^;:]*)$"
)
_CLAUSE = re.compile(r"; (?:and |or )?|: |, (?:and |or )?(?=[^,;]*\b(?:may|could|might)\b)|,? (?:and|or) (?=(?:\S+ ){1,6}(?:may|could|might)\b)")
_SOURCE = re.compile(r"\b(?:described|discussed|set forth|detailed|filings?|filed|form (?:10|20|40|8))\b")  # where the risks are told
_RISKS = re.compile(r"\brisks?\b|\bfactors\b|uncertaint")
_ENUMERATOR = re.compile(r"(?:(?<=\s)|^)\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])\) ")
_COMMAS = re.compile(
    r",? (?:and|or) (?=(?:that|if|because|should|unless)\b)|,? and (?=the (?:risks?|possibility|possibilities|ability|impacts?|effects?|availability|costs?|prices?|timing|success|outcome|pace|loss)\b|risks?\b|our |its |(?:the |any |certain )?other (?:risks|factors)\b|(?:the )?(?:those|others) (?:\w+ )?(?:described|discussed|detailed|disclosed|identified|listed|set (?:forth|out)|told|under|in)\b)|, (?:and |or |as well as )?|, ?$"
)
_AND_ON = re.compile(_COMMAS.pattern + r"|,? and (?=(?:up)?on )")  # "depends on the tests in Toledo and on the price of castings"
_LAST_CLAUSE = re.compile(r"(?:\S+ ){2}\S+(,? (?:or|and) )(?=\S+ \S+ \S)")  # "approval may be refused or key brewers may leave"
_TWO_IN_ONE = re.compile(
    r"\w+ \w+ \w+ (?:and|or) (?:(?:an?|the|our|its) )?(?:\w+ )?(?:loss|failure|inability|trouble|delays?|lack|termination|cancellation|shortages?)\b"
)
_SEMICOLONS = re.compile(r";(?: (?:and|or)\b)?\s*")
_LEADING = re.compile(
    r"(?:\(?(?:[ivx]{1,5}|\d{1,2}|[a-z])\) |(?:and|or|as well as|but|also|those|that|including|include|without limitation|if|should|because(?! of)|unless|whether(?! or not)|(?:up)?on(?= (?!time|schedule))|such as"
    r"|risks and uncertainties (?:relating|related) to)\b[\s,]*|[\s,;:)*\u2022\u00b7\u25cf-]+)+"
)

_POINTER = re2.compile(
    r"\bfilings?\b|\bfiled\b|\bform (?:10|20|40|8)|\b10-?[kq]\b|annual report|quarterly report|current report|\bsedar|\bedgar\b|sec\.gov|md&a"
    r"|information form"
    r"|\b(?:described|identified|set forth|discussed|detailed|listed|disclosed|indicated|contained|referred to)\b[^,;]*\b(?:in|under|above|elsewhere"
    r"|from time)\b"
    r"|risk factors|news releases|communications|\b(?:quarter|year|period)s? ended|^\W*(?:19|20)\d\d\b|^(?:january|february|march|april|may|june"
    r"|july|august|september|october|november|december) \d|\bwww\.|available (?:on|at)|amendments? (?:to|thereto)|prospectus"
    r"|" + LOOKING + r"|\bactual (?:results|events|outcomes|developments)|\bdiffer (?:materially|from)|cautionary statement|\bno control\b|ability to (?:foresee|predict)"
    r"|required by|made available by|(?:reader|investor)s? (?:is|are|should)|\bfrom time to time\b|\bnew information\b|\bfuture events or\b"
    r"|\b(?:could|may|might) (?:\w+ )?(?:affect|cause|impact) (?:the |our |its )?(?:company|future|actual|results|operations)|^with respect to$"
)  # fmt: skip
_CATCH_ALL = re2.compile(
    r"^(?:\W|\d|a\b|if at all|outside|able|predict|difficult|to|control|their|number|numerous|variety|as well|any|all|many|certain|various|known"
    r"|unknown|and|or"
    r"|other|the|these|those|such|important|additional|general|business|unforeseen|unanticipated|unexpected|related|similar|new"
    r"|risks?|uncertaint(?:y|ies)|factors?|events?|circumstances|conditions|matters|things|contingencies|assumptions|inherent|in|our|its|company's"
    r"|industry|of|which|beyond|control|materiali[sz]es?|occurs?|arises?|prove|proves|incorrect|inaccurate|wrong|underlying|one|more|should|if|be"
    r"|several|own|that|are|particular|also|listed|above|not|there|on|it|future|results|outcomes?|actual|expectations|statements|plans|achieved|realized"
    r"|will|would|could|we|they|to have been|accurate|correct|have|been|projections|estimates|beliefs|intentions|forecasts|goals|objectives|reasonable|at"
    r"|each|case|changes?|relevant|performance|levels?|activity|until|unless|required|laws?|securities|applicable|company|limited|inherent in"
    r"|planned|anticipated|expected|intended|met|achievements?|expressed|implied|different|by|believed|estimated|projected|described|herein|from|differ|vary|materially|may|might|can)*$"
)
_BEYOND = re2.compile(r"(?:many|most|some|all|any) of which\b|beyond\b")
_GENERAL = re2.compile(
    r"\beconom|\bcompetit|\b(?:financial|operating) performance\b|\bbusiness model\b|\b(?:consumer|customer) (?:preferences?|demand|tastes?|spending)"
    r"|\bdemand for (?:our|its|their|the company's) (?:products|services|offerings)(?: (?:and|or) (?:products|services))?$|\bpric(?:e|ing) pressures?"
    r"|\bmarket acceptance of (?:our|its|their|the company's|new) (?:new )?(?:products|services|offerings)(?: (?:and|or) (?:products|services))?$"
    r"|\bability to (?:grow|raise|execute|obtain (?:additional )?(?:financing|funding|capital)|generate (?:sufficient )?(?:revenues?|cash|profits?)"
    r"|achieve (?:or maintain |and maintain )?profitab|implement (?:our|its|their) (?:\w+ )?(?:strateg|plan))|\bavailability of capital"
    r"|\bmarket(?:s|place)?(?: and \w+)? (?:and \w+ )?(?:conditions?|volatility|risks?|demand|fluctuations?|acceptance of our)"
    r"|\b(?:financial|capital|credit|equity|stock|securities|debt) markets?\b"
    r"|\b(?:business|industry|operating|financial|political|social|weather|climatic|geopolitical|trade) (?:and \w+ )?(?:conditions?|risks?|factors?"
    r"|environment|instability|uncertaint)"
    r"|\bgeneral\b|\bpolitical\b|\bgeopolitical|\bgovernment(?:al)? (?:regulation|action|polic)|\bchanges? in (?:\w+ ){0,6}(?:laws?|regulations?"
    r"|legislation|tax|polic|government|accounting|interest|technolog)"
    r"|\bregulatory (?:changes?|developments?|environment|matters|conditions|risks?|and)|\b(?:laws?|legislation|regulations?)\b|\blitigation\b"
    r"|\blegal (?:(?:or|and) \w+ )?(?:proceedings?|matters|actions?)|^(?:\w+ ){0,2}demand$|\bexecution (?:risks?|challenges)|\bassumptions (?:underlying|used|made|about|regarding)"
    r"|\bknown (?:and|or|and/or) unknown"
    r"|\binterest rates?|\bexchange rates?|\bcurrenc|\binflation|\brecession|\btax(?:es|ation)?\b|\btariffs?\b|\bpandemics?|\bcovid|\bcoronavirus"
    r"|\bterror|\bacts? of (?:war|god)\b|\bwars?\b"
    r"|\bnatural disasters?|\bcatastroph|\bepidemic|\btechnolog\w+ (?:and \w+ )?(?:change|advance|development|obsolescence)|\b(?:attract|retain|hire"
    r"|recruit)\b|\bkey (?:personnel|employees|management|executives)"
    r"|\bpersonnel\b|\bmanagement of growth|\bmanage (?:its |our |their |the )?(?:future )?growth|\bgrowth\b|\bstrateg(?:y|ies|ic)\b"
    r"|\bbusiness plans?\b|\bhistory of (?:operating )?losses|\boperating history"
    r"|\bavailability of (?:capital|financing|funding)|\badditional (?:capital|financing|funding)|\bstock price|\bshare price|\bacquisitions?\b"
    r"|\bcosts? and expenses|\bdemand fluctuations|\bfluctuations? in (?:demand|operating)"
    r"|\bother (?:risks?|factors?|uncertaint)|\bhuman error|\bdependence on (?:key|management)|\boperational risks?|\binherent\b"
    r"|\bresults of operations\b|^.{0,14}factors$|^(?:our|its|the company's|the) (?:operations|business|liquidity|industry)$"
)  # fmt: skip
_OWN = re2.compile(
    r"\b(?:clinical|trials?|patients?|fda|drug|therap|product candidates?|patents?|reimbursement|medicare|mining|mine|mineral|drill|exploration"
    r"|metallurg|ore|gold|silver|copper|lithium|uranium"
    r"|oil|gas|crude|petroleum|pipeline|wells?|permits?|merger|closing|spin-?off|offering|exchange offers?|integrat|synerg|shareholder approval"
    r"|stockholder approval|lease|tenants?|store|restaurant"
    r"|hotel|casino|airline|aircraft|vessel|freight|driver|fuel|raw materials?|suppliers?|components?|inventory|manufactur|warranty|recall"
    r"|subscriber|advertis|network|backlog"
    r"|dividend|loan|deposit|mortgage|receivable|reserves?|cyber|security breach|audit|licen[cs]e|listing|crop|turbine|solar|battery|bitcoin|crypto|tariffs? on [a-z]|(?:consumer|customer) spending (?:on|for) [a-z])"
)
_ADVERSE = re2.compile(r"\b(?:risk|loss|disrupt|claim|compromise|fines?|penalt|inability|unable|failure|fail|delay|incident|adverse|difficult)")


def name_factors(document: Document, spans: tuple[Span, ...]) -> tuple[Span, ...]:
    """Each factor of the lists that a passage gives; mere pointers to filings are none."""
    found: list[Span] = []
    told: list[Span] = []  # a sentence for each risk
    subjects: list[Span] = []  # what the statements are about, which some passages word as risks
    for span in spans:
        listing = False
        for start, end in sentences(document.text, span.start, span.end):
            folded = document.folded[start:end]
            if _FOLLOW.search(folded):
                listing = True
            elif listing and _CLOSES.search(folded):
                listing = False
            if listing and _is_line(document.text, start) and not _FOLLOW.search(folded) and ";" not in folded:
                found.extend(_trimmed(document, start, end))
            elif _ENUMERATOR.match(folded) or (listing and ";" in folded):
                found.extend(_split(document, Span(start, end)))
            elif (about := _STATEMENTS.match(folded)) and not _RISKS.search(about.group()):
                subjects.extend(item for item in _split(document, Span(start, end)) if _ADVERSE.search(document.folded[item.start : item.end]))
            elif listed := list_of(folded):
                found.extend(_split(document, Span(start + listed[0], start + listed[1]), of_clauses(folded, listed[0])))
            elif not _SOURCE.search(folded):
                told.extend(_risks_told(document, Span(start, end)))
    return _distinct(found or (told if len(told) > 1 else []) or (subjects if len(subjects) > 2 else []))


def _risks_told(document: Document, sentence: Span) -> Iterator[Span]:
    """The risks of a sentence that tells them one by one: "The trial may fail, patients may drop out, and the FDA may ask for more"."""
    at = sentence.start
    for clause in _CLAUSE.split(document.folded[sentence.start : sentence.end]):
        at = document.folded.index(clause, at)
        risk = _RISK_TOLD.match(clause)
        if risk and not _POINTER.search(clause):
            yield Span(at + risk.start("risk"), at + risk.end("risk"))


def _is_line(text: str, start: int) -> bool:
    return start == 0 or text[start - 1] == "\n"


def own_factors(document: Document, named: tuple[Span, ...]) -> tuple[Span, ...]:
    """Those of this company, product or deal, and not of any company."""
    return tuple(factor for factor in named if _is_own(document.folded[factor.start : factor.end]))


def weigh_factors(document: Document, named: tuple[Span, ...], own: tuple[Span, ...]) -> Factors:
    """Specific takes two factors of this company, product or deal; one alone is still generic."""
    if len(own) > 1 or (own and _TWO_IN_ONE.search(document.folded, own[0].start, own[0].end)):
        return "specific"
    return "generic" if named else "none"


def _is_own(factor: str) -> bool:
    if not _GENERAL.search(factor) or _OWN.search(factor):
        return True
    first, joined, second = factor.rpartition(" and ")  # the last two of a list
    return bool(joined) and first.count(" ") > 3 and not _GENERAL.search(first) and _GENERAL.search(second) is not None


def _split(document: Document, listed: Span, clauses: bool = False) -> Iterator[Span]:
    folded = document.folded[listed.start : listed.end]
    marks = [found.span() for found in _SEMICOLONS.finditer(folded)] or [found.span() for found in _ENUMERATOR.finditer(folded)]
    if len(marks) < 2:  # one semicolon parts the list from what follows it, or from its last factor
        last = marks[0][0] if marks and folded[slice(*marks[0])].rstrip().endswith("and") else len(folded)
        parts = _AND_ON if document.folded[max(0, listed.start - 4) : listed.start].rstrip().endswith("on") else _COMMAS
        marks = sorted([*marks, *(found.span() for found in parts.finditer(folded, 0, last))])
        if clauses and (final := _LAST_CLAUSE.search(folded, max([end for _, end in marks if end < last], default=0), last)):
            marks = sorted({*marks, final.span(1)})
    at = 0
    for start, end in [*marks, (len(folded), len(folded))]:
        yield from _trimmed(document, listed.start + at, listed.start + start)
        at = end


def _trimmed(document: Document, start: int, end: int) -> Iterator[Span]:
    """The factor without what only leads to it, unless nothing is left."""
    lead = _LEADING.match(document.folded, start, end)
    begin = lead.end() if lead else start
    factor = document.folded[begin:end].rstrip(" ,;.:")
    if len(factor) > 3 and not (_BEYOND.match(factor) or _POINTER.search(factor) or _CATCH_ALL.match(factor)):
        yield Span(begin, begin + len(factor))


def _distinct(found: list[Span]) -> tuple[Span, ...]:
    kept: list[Span] = []
    for span in sorted(found):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return tuple(kept)
