"""Sentences about the future, in four classes."""

from __future__ import annotations

import bisect
import re

import re2

from disclint.model import Block, Document, Part, Span, Statement, StatementKind

_TOLD = ("body", "boilerplate", "measures", "other")  # parts whose sentences the issuer answers for; headlines only sum them up
FORWARD = 0.5  # from this strength on a sentence counts as forward-looking

_MONTHS = frozenset("january february march april may june july august september october november december".split())
_WHEN = (
    r"(?:19|20)\d\d|q[1-4]|h[12]\b|(?:first|second|third|fourth|next|coming|current|this|last|1st|2nd|3rd|4th)[ -](?:\w+ )?(?:quarter|half|year|month"
    r"|week|summer|fall|spring|autumn|winter)|" + "|".join(sorted(_MONTHS))
)
# Cues and how surely each speaks of the future. Traps that a cue meets most often are shut out right here.
_CUES = tuple(
    (strength, re2.compile(pattern))
    for strength, pattern in (
        (0.95, r"\b(?:expects?|anticipates?|foresees?|envisages?|envisions|forecasts?)\b"),
        (0.95, r"\b(?:is|are|be|being|and|also|generally|currently|further|now|not|that are) (?:\w+ly )?(?:expected|anticipated|forecast(?:ed)?"
            r"|projected|estimated|planned|scheduled|slated|targeted)"
               r" (?:to|that|for|from|in|by|at|on|during|prior|before|later)\b"),
        (0.9, r"\b(?:expected|anticipated|projected) to\b"),
        (0.9, r"\b(?:does|do) not (?:currently |presently )?(?:plan|intend|expect|anticipate|propose|foresee) |\b(?:its|our"
            r"|their) intent(?:ion)? (?:is )?to\b"),
        (0.9, r"\b(?:intends?|plans|proposes) (?:\w+ly |not |also )?(?:to|on|that|for)\b|\bplans (?:an?|another|further|additional) \w+"),
        (0.9, r"\b(?:we|i) (?:\w+ly |also |now |do not |still )*(?:plan|intend|aim|hope|propose|expect|anticipate|target|forecast|project) "),
        (0.9, r"\b(?:companies|parties|partners|they|entities|banks|directors|founders|groups?|teams?|firms) (?:\w+ly |also |now |both |each )*"
            r"(?:plan|intend|aim|expect|anticipate|propose) to\b"),
        (0.85, r"\b(?:is|are) (?:now |also |currently |then )?to be (?:\w+ly )?(?:\w+ed|built|sold|made|held|set up|put|spent)\b"),
        (0.9, r"\b(?:is|are) (?:\w+ly |also |further |not )?(?:intended|planning|expecting|anticipating|aiming|targeting|intending) (?:to|that"
            r"|for)?\b"),
        (0.86, r"\bpoised (?:to|for)\b"),
        (0.85, r"\bwill\b|'ll\b|\bwon't\b"),
        (0.85, r"\b(?:financial|revenue|sales|year|ebitda|eps|earnings|quarter|\d{4}|our|its) guidance\b|\bguidance (?:range|remains)\b"
            r"|\bguidance for (?:the|our|fiscal|full|first|second|third|fourth|q\d|fy|\d{4})\b"
            r"|\boutlook (?:for|remains|is)\b|\b(?:raises?|raising|reaffirms?|reaffirming|reiterates?|reiterating|maintains?|maintaining|updates?"
            r"|lowers?|reaffirmed|reiterated|confirmed|narrowed)\b"
               r"[^.;]{0,50}\b(?:guidance|outlook|forecast|target)"),
        (0.85, r"\b(?:sees|looks for) (?:its |net |adjusted |annual |total |full-year |fiscal |same-store |core |organic |higher |lower )*(?:(?:19|20)\d\d|revenues?|sales|earnings|eps"
            r"|a?ffo|funds from operations|growth|margins?|production|income|profits?|ebitda|volumes?|capex|rents?|cost savings)\b[^.;]{0,40}\d"
            r"|\blooks for [^.;]{3,40} to (?:rise|grow|fall|increase|decline|reach|double)\b"),
        (0.8, r"\blook(?:s|ing)? (?:forward|ahead) to\b|\blooking ahead\b|\bgoing forward\b|\bin the (?:coming|next|future) (?:\w+ )?(?:months?"
            r"|quarters?|years?|weeks)\b"),
        (0.8, r"\b(?:positioned|positions (?:us|the company|\w+)|position the company|position us|(?:is|are|now|all) set|on track|on schedule"
            r"|on course|ready|well placed|in (?:a )?position) to \w+|\bon track (?:with|for)\b|\bhopes? to\b"
               r"|\b(?:coming|due|available) (?:later )?(?:this|next) (?:year|quarter|month|summer|fall|spring|autumn|winter)\b|\blater this (?:year"
               r"|quarter|month)\b"),
        (0.75, r"\b(?:planned|expected|anticipated|scheduled|slated|targeted|projected|due|set) (?:for|in|by|during|on) (?:the |an? |early |late |mid-? ?|end of )*"
            r"(?:" + _WHEN + r"|(?:spring|summer|fall|autumn|winter|mid-?year|year-end)\b)|\b(?:targeted|slated|set) to (?:achieve|attract|be|begin|close|complete|deliver|double|grow|increase|launch|open|reach"
            r"|reduce|save|start|commence)\b"
            r"|\btargeting (?:to|an?|the)? ?(?:[^.;,]{0,60}\b(?:" + _WHEN + r"|increase|decrease|reduction|growth of|savings|completion|launch)\b"
            r"|\W{0,2}\d)"
            r"|\b(?:progressing|advancing|moving|heading) towards?\b[^.;,]*\b(?:" + _WHEN + r"|completion|first production|first gold|first oil)\b"),
        (0.75, r"\b(?:aim|objective|ambition|intention|(?:the|our|its) plan) (?:is|remains) to\b|\bpursu(?:es|ing) (?:its|our|their|the) (?:\w+ )?(?:goal|aim|target)"
            r"|\b(?:projections?|forecasts?|budgets?) (?:indicat|show|suggest|point|call)\w*"),
        (0.75, r"\b(?:confident|optimistic) (?:in|that|about|of)\b|\bconfidence in (?:the|our|its) (?:\w+ )?(?:future|outlook|prospects|growth)\b"
            r"|\bgoal is\b|\bour (?:goal|objective|aim|target|ambition|plan) (?:is|for|remains)\b|\b(?:goal|objective|aim) of (?:the|our|this) [^.;,]{0,90} is to\b|\btargets? (?:of|for|is|to)\b"),
        (0.7, r"\bshould\b|\bought to\b|\blikely to\b|\baims? to\b|\bexpectations? (?:is|are|for|that|of)\b|\bexpected \w+ (?:to|in|by|of|for)\b"
            r"|\bcontinues? to (?:expect|anticipate|believe|see|plan|target)"),
        (0.7, r"\b(?:expected|anticipated|projected) (?:\w+ ){0,2}(?:decrease|increase|growth|loss|savings?|synergies|benefits?|revenues?|results?"
            r"|charges?|costs?|closing|completion|submission|launch)\b"),
        (0.65, r"\bwould\b|\bseeks? to\b|\bseeking to\b|\bbelie(?:ves?|f that)\b|\b(?:revenue|earnings|sales|growth|production) (?:projections?"
            r"|guidance|outlook|forecasts?)\b|\bpurpose\b[^.;]*\bis to\b|\bpotential to (?:be|become|grow|increase|generate|deliver|provide|reach"
            r"|create)\b"),
        (0.6, r"\b(?:upcoming|planned|anticipated|forthcoming) (?:\w+ ){0,3}(?:launch|closing|completion|expansion|submission|filing|offering"
            r"|acquisition|merger)"),
        (0.6, r"\bmay\b[^.;]{0,120}?\b(?:acquire|purchase|buy|sell|dispose)\b[^.;]{0,80}?\b(?:or|and) (?:acquire|sell|dispose|increase|decrease|reduce)\b"),
        (0.5, r"\bcould\b|\bmay\b|\bmight\b"),
    )
)  # fmt: skip

# What only looks like the future.
_TRAPS = re2.compile(
    r"\b(?:notes?|bonds?|debentures?|loans?|debt|securities|convertibles?|facility|amounts?|balances?|rent|interest|payments?|principal|installments?|taxes|sukuk)\b[^.;]{0,50}\bdue (?:in|on|by) "
    r"|\b(?:was|were|became|fell|is|are) (?:due|set) (?:in|on|by) (?:part|large|no|place|stone|motion)|\b(?:was|were|had been|became|fell) (?:due|set) |"
    r"\bis (?:\w+ly )?targeting (?:the |an? )?(?:[\w/-]+,? (?:and )?){1,9}(?:markets?|industr(?:y|ies)|segments?|sectors?|customers|verticals|population)\b"
    r"|\b(?:enabl\w+|help\w*|allow\w*|empower\w*) (?:[\w'-]+ ){0,5}(?:to )?(?:anticipate|foresee|forecast)\b|\bforecast period\b|\btoo early to\b[^.;,]*|\bestimated to affect\b|\b(?:widths?|thickness(?:es)?|lengths?) (?:is|are) (?:\w+ )?estimated\b"
    r"|\byou'll\b|\bmottos?\b.*|\b(?:slogan|tagline)\b.*|\bintended (?:only |solely |exclusively )?for (?:\w+ ){0,3}(?:investors?|persons|individuals|use)\b"
    r"|\bshould (?:not be expected|no longer|ask|not be used)\b|\b(?:despite|notwithstanding|in spite of|in line with|consistent with) (?:the |an? |its |our )?"
    r"(?:\w+ly )?(?:expected|anticipated|projected|planned)\b"
    r"|\b(?:is|are) to be (?:considered|construed|regarded|understood|deemed|interpreted|viewed|treated|noted|used|read|relied|injected|administered|taken"
    r"|informed)\b|\bnot intended to\b|\bnot expected to (?:re)?occur\b"
    r"|\bexpected (?:time|dates?\b)|\bshould (?:we|the|it|conditions|they|any|such|this|he|she)\b|\byou(?:r)? (?:\w+ )?(?:will"
    r"|may|should)\b"
    r"|\bshould be (?:discontinued|administered|monitored|avoided|used|taken|given|withheld)\b|\b(?:more|most) likely\b|\b(?:was|were|had|been"
    r"|previously|originally|than|as|of|had not|were not|was not) (?:\w+ly )?(?:expected|anticipated"
    r"|planned|projected|forecast|estimated|intended|scheduled)\b"
    r"|\b(?:exceed\w*|beat|above|below|met|in line with|versus|surpass\w*) (?:\w+ ){0,4}(?:expectations?|guidance|outlook|forecasts?|estimates?"
    r"|targets?)"
    r"|\bwould (?:also )?like to\b|\bexpected credit loss|\bnot (?:provide|give|issue) (?:\w+ )?(?:forecasts?|guidance)|\bwould (?:encourage|caution"
    r"|note|recommend|remind)|\b(?:reasonably )?would (?:\w+ )?(?:not )?(?:have|otherwise|generally)\b|\b(?:would |could "
    r"|might )?reasonably be expected\b|\botherwise would\b"
    r"|\bmay not trade\b|\bcould (?:not|have)\b|\bshould (?:have|not be (?:considered|construed|relied|viewed|regarded))"
    r"|\b(?:investors?|shareholders?|stockholders?|readers?|holders?|participants?|you|patients?|persons?|callers?|listeners?)"
    r" (?:\w+ ){0,6}should\b(?: not be expected)?|\band (?:\w+ ){0,6}should (?:not|be|also|only|carefully|read|review|consult|seek|contact|call|visit|consider|dial|refer|have)\b|\bshould (?:be (?:read|directed|addressed|made|aware)|read|contact|consult"
    r"|consider|carefully|note|dial|refer|visit|monitor|rely|seek|review)\b|\bmay (?:not )?(?:be )?(?:offered|sold|obtain(?:ed)?|access(?:ed)?"
    r"|contact(?:ed)?|listen|participate|dial|visit|submit|register|request|reached|found|view(?:ed)?"
    r"|download(?:ed)?|call|also (?:be )?(?:access|obtain|view|find)\w*|be directed|include|contain|deem\w*)\b|\bas (?:soon as|may be|planned"
    r"|expected|anticipated)\b|\bwhich may be\b"
    r"|\b(?:believed|believes? (?:in|science|everyone)|thought|known|said) to\b|\b(?:that|which) (?:is|are) intended to\b|\bknown and (?:will)\b"
    r"|\b(?:free|good|at|ill|iron) will\b|\bwill of\b|\bif any\b"
)  # fmt: skip

_ADMINISTRATIVE = re2.compile(
    r"\b(?:expects?|plans|intends?) to (?:announce|report|release|issue|publish) (?:[^.;]{0,60} )?results (?:[^.;]{0,60} )?on (?:or about )?(?:" + "|".join(sorted(_MONTHS))
    + r"|(?:mon|tues|wednes|thurs|fri)day)\b|"
    r"\b(?:conference|investor|earnings|webcast|telephone|results) call\b|\bteleconference|\bweb ?-?cast|\breplay|\bdial(?:ing|-?in)?\b|\b(?:the"
    r"|this|our) call\b|\bcall (?:will|may|can)\b|\bpasscode|\bpass code|\baccess code|\brecording\b"
    r"|\b(?:will|to) (?:\w+ )?(?:host|hold|present|participate|attend|exhibit|webcast|ring)\b[^.;]{0,60}\b(?:call|conference|meeting|forum|summit"
    r"|presentation|symposium|webinar|day|event|briefing|bell|results|booth)"
    r"|\b(?:annual|extraordinary|general|special|shareholders'?|stockholders'?) (?:\w+ )?meeting\b[^.;]*\b(?:will|to) be held|\bpresentation (?:will"
    r"|slides)|\bslides\b"
    r"|\bwill (?:also |then |be )*(?:made )?(?:available|posted|accessible|archived|broadcast|published)\b[^.;]*\b(?:web ?-?sites?|https?:|www\."
    r"|\.com\b|sedar|sec\.gov|online|link|hours|days|replay|page|section|request)"
    r"|\b(?:results|figures|report|statements)\b[^.;]*\bwill be (?:released|announced|issued|reported|disseminated|published)|\b(?:before"
    r"|after) (?:the )?(?:\w+ )?market(?:s)? (?:open|close)|\b(?:online|virtual|live) event\b|\bwill be presenting\b"
    r"|\d ?[ap]\.?m\b|\bexpected to be held\b|\b(?:the|a) link\b|\bform (?:10|20|40)-[kqf]\b[^.;]*\bwill (?:also )?include|\bwill be joined by\b"
    r"|\bevent will\b"
    r"|\b(?:dividends?|distributions?)\b[^.;]*\b(?:payable|paid|record)\b|\bex-dividend"
    r"|\bwill (?:also |continue to |initially |now )*(?:serve (?:as|on|in)|be serving|report (?:directly )?to|succeed|replace|join|chair"
    r"|remain (?:as|on|in|with|a)|retire|step down|assume|hold office|be (?:appointed|succeeded|based|known))\b"
    r"|\bwill (?:report|release|announce|issue|publish|file|mail)\b[^.;]{0,60}\b(?:results|report|earnings|update|statements?|notice|circular|proxy)"
    r"|\bversion (?:will|shall) prevail|\bwill (?:shortly )?(?:receive an email|be mailed|mail)\b"
    r"|\bwill (?:not )?be (?:accepted|made only)|\bwill provide (?:an )?updates?\b|\bregistration (?:will|is)\b|\bregistering\b|\bsocial media\b"
    r"|\bmeeting will (?:also )?(?:take place|be held|be conducted) (?:on the (?:web|internet)|online|virtually|in person|via|as a)\b|\btelephone number\b|\bquestions\b|\bsymbol\b[^.;]*\bwill remain|\bwill (?:begin|commence|start) (?:at )?(?:approximately )?\d"
    r"|\binside information\b|\bdisclosure requirements?\b|\bstand for (?:re-?)?(?:election|appointment)"
    r"|\bwill announce (?:an?|the|its) (?:\w+ )?(?:appointment|replacement|successor)|\bupdates?\b[^.;]{0,60}\bwill be (?:provided|announced|given)"
    r"|\b(?:attendees|guests|delegates|visitors|panell?ists|speakers) will\b"
)  # fmt: skip
_RECORD = re2.compile(r"\brecord date\b|\b(?:share|stock)?holders of record\b")
_LIMITS = re2.compile(  # of measures: what they leave out, and why no reconciliation is given
    r"\bassets being depreciated\b|\binference that (?:\w+ )?future\b|\b(?:cannot|unable|not (?:able|possible|practicable)|without)\b[^.;]*\breconcil"
    r"|\breconcil[^.;]*\b(?:cannot|unable|without unreasonable)\b"
)
_MECHANICS = re2.compile(
    r"\b(?:warrants?|options?|units?|notes?|debentures?|rights?|preferred (?:shares|stock)|stock units|bonds?|rsus?|awards?"
    r"|inducement)\b[^.;]*\b(?:exercis|entitl|convert|vest|matur|bear (?:\w+ )?interest|redeem|accrue|rank|expire)"
    r"|\b(?:exercis|entitl|convert|vest|matur|bear (?:\w+ )?interest|redeem|accrue|expire)\w*\b[^.;]*\b(?:warrants?|options?|units?|notes?"
    r"|debentures?|rights?|shares|bonds?)"
    r"|\b(?:will|to) (?:vest|be exercisable|be convertible|mature|expire|bear interest|entitle)\b|\beach (?:unit|whole warrant|warrant|right"
    r"|option)\b|\boption to purchase\b[^.;]*\badditional\b"
    r"|\bproportionate adjustment|\bearn-?out (?:payments?|shares)\b|\bescrow\b|\b(?:split|consolidation)-adjusted\b|\beffective time of the (?:reverse|share|stock)\b|\bhold ?period\b|\bfractional shares\b|\btransfer agent\b|\bexchange agent\b|\bevery \d[\d,]* shares\b|\bcash in lieu\b"
    r"|\bholders (?:\w+ ){0,3}will (?:receive|be entitled)|\bcustodian banks\b|\bstock split\b[^.;]*\bwill\b|\bsplit,? (?:\w+ )?(?:share"
    r"|stock)holders will\b"
)  # fmt: skip
_EXPLANATION = re2.compile(
    r"\bnon-(?:gaap|ifrs)\b|\b(?:measures?|metrics?|presentation|adjustments?|information|ebitda|ffo|affo|disclosure)\b[^.;]*\b(?:useful|meaningful"
    r"|helpful|important|insight|better understand|understanding|facilitat|supplement)"
    r"|\b(?:useful|meaningful|helpful|insight|important)\b[^.;]*\b(?:investors|measures?|period|comparab|compar|performance|readers|users)"
    r"|\bis (?:defined|calculated) as\b|\breconcil|\bsimilarly titled|\bstandardi[sz]ed meaning"
    r"|\bnot (?:be )?(?:meant|considered|intended|construed)\b[^.;]*\b(?:isolation|substitute|alternative)"
)  # fmt: skip
_LEGAL = re2.compile(
    r"forward\W{0,3}looking|\boffers? (?:to|or) (?:sell|buy|purchase)|\bsolicitation\b|\bregistered under\b|\bsecurities act\b[^.;]*\b(?:regist|exempt|offer|section|rule \d|as amended)|\b(?:regist|exempt|offer|sections? \d|within the meaning)\w*\b[^.;]*\bsecurities act\b"
    r"|accepts responsibility|\bshall not\b|\bnot constitute\b|\ball rights reserved"
    r"|\btrademarks?\b|\bcopies of\b|\bprospectus\b[^.;]*\b(?:available|obtained|means of)\b|\bmeans of a prospectus|no obligation to"
    r"|\bno (?:assurance|guarantee)|\bnot assure\b|\bactual results\b|\bwhere to find\b|\bread (?:the|these|carefully)\b"
)  # fmt: skip
_OTHERS = re2.compile(  # whose "may" and "could" is no statement of the issuer
    r"\b(?:patients?|people|adults?|children|study|studies|findings|researchers?|disease|disorder|syndrome|cancer|symptoms?|infection"
    r"|adverse (?:reactions?|events?)|side effects?|dose|doses|treatment with"
    r"|users?|consumers?|customers can|regulators?|applicants?|members?)\b"
)
_ISSUER = re2.compile(
    r"\b(?:we|our|us|the company|company's|the (?:group|corporation|fund|trust|partnership|bank|board|reit)"
    r"|this (?:\w+ )?(?:\w+ )?(?:therapy|technology|product|agreement|acquisition|approach|transaction|offer))\b"
)
_FIGURE = re2.compile(
    r"\b(?:revenues?|sales|earnings|eps|margins?|expenses?|income|ebitda|capex|expenditures|tax rate|cash flow|production|growth"
    r"|profit|loss)\b[^.;]*\d"
)
_OUTLOOK = re2.compile(
    r"^(?:(?:the|company|business|financial|full[- ]year|fiscal|group|market|updated?|current|revised|\d{4}|\d{4}/\d{2,4}|first|second|third|fourth"
    r"|q[1-4]|quarter|year|fy\d*"
    r"|january|february|march|april|may|june|july|august|september|october|november|december|and|for|of|our|summary|production|operating)\W+)*"
    r"(?:outlook|guidance|forecast|financial targets)(?:\W+(?:for|and|of|the|outlook|guidance|\d{4}|fiscal|full|first|second|third|fourth|q[1-4]"
    r"|quarter|year|fy\d*|summary|targets))*\W*$"
)
_PAST = re2.compile(
    r"\b(?:increased|decreased|was|were|had|grew|rose|fell|declined|totall?ed|amounted|reported|achieved|generated|have seen|compared (?:to"
    r"|with))\b|-----"
)
_LEAD_IN = re.compile(
    r"[^\"]{4,240}?(?:\b(?:said|says|stated?s?|comment(?:ed|s|ing)|add(?:ed|s)|not(?:ed|es)|remarked|explained|continued|concluded|observed)\b[^\".;]{0,80}[,:]|:) ?(?=\")"
)
_DATA = re.compile(r"\b(?:expects?|plans?|intends?|anticipates?) to (?:present|report|share|publish)\b[^.;]*?\b(?:data|findings)\b[^.;]*")
_PARENTHESIS = re.compile(r"\([^()]*\)")
_RELATIVE = re.compile(r",? (?:\w+ of )?(?:who|whom|which)\b[^,;.]*")


def find_statements(document: Document, parts: tuple[Part, ...], sentences: tuple[Span, ...]) -> tuple[Statement, ...]:
    """Every sentence that speaks of the future outside the cautionary passage, legends, tables and contacts."""
    starts = [part.span.start for part in parts]
    outlook = _outlook_stretches(document.blocks, document.folded)
    found = []
    for sentence in sentences:
        index = max(0, bisect.bisect_right(starts, sentence.start) - 1)
        while index < len(parts) and parts[index].kind in ("dateline", "heading") and parts[index].span.end < sentence.end:
            index += 1  # the sentence that a dateline or a run-in heading opens
        if index >= len(parts) or parts[index].kind not in _TOLD or parts[index].span.start >= sentence.end:
            continue
        span = Span(max(sentence.start, parts[index].span.start), min(sentence.end, parts[index].span.end))
        under_outlook = any(stretch.covers(span) for stretch in outlook)
        if statement := _statement(document, span, parts[index], under_outlook):
            found.append(statement)
    return tuple(found)


def _statement(document: Document, span: Span, part: Part, under_outlook: bool) -> Statement | None:
    folded = document.folded[span.start : span.end]
    if len(span) < 12 or " " not in folded or _LEGAL.search(folded):
        return None
    strength, cue = _strongest(document, span, folded)
    if cue is None and under_outlook and _FIGURE.search(folded) and not _PAST.search(folded) and not _ADMINISTRATIVE.search(folded):
        return Statement(span, "forward-looking", 0.7, span)
    if cue is None:
        return None
    if part.kind == "boilerplate" and folded.count('"', 0, cue.start - span.start) % 2:
        return None  # a motto
    kind = _kind(folded, strength, part, Span(cue.start - span.start, cue.end - span.start))
    if kind == "forward-looking" and strength < FORWARD:
        return None
    return Statement(_spoken(document, span, cue), kind, strength, cue)


def _spoken(document: Document, span: Span, cue: Span) -> Span:
    """The sentence without the words that only lead to the quoted one: `Jane Roe, CEO, said, "We expect"`."""
    lead = _LEAD_IN.match(document.folded, span.start, cue.start + 1)
    return Span(lead.end(), span.end) if lead else span


def _strongest(document: Document, span: Span, folded: str) -> tuple[float, Span | None]:
    shut = [(trap.start(), trap.end()) for trap in _TRAPS.finditer(folded)]
    for strength, pattern in _CUES:
        for match in pattern.finditer(folded):
            if any(start < match.end() and match.start() < end for start, end in shut):
                continue
            cue = Span(span.start + match.start(), span.start + match.end())
            if _is_name(document.text, cue, span):
                continue
            if strength <= 0.5:
                strength = 0.3 if _OTHERS.search(folded) or not _ISSUER.search(folded) else 0.5
            return strength, cue
    return 0.0, None


def _is_name(text: str, cue: Span, sentence: Span) -> bool:
    """Whether a cue is capitalized inside its sentence: the month of May, a man named Will, Project Orion."""
    opens = cue.start == sentence.start or text[cue.start - 1] in "\"'\u201c\u2018("
    words = text[cue.start : cue.end].split()
    capital = any(word[0].isupper() and word[1:].islower() for number, word in enumerate(words) if not number or word.lower() not in _MONTHS)
    return capital and not opens and not text[sentence.start : sentence.end].istitle()


def _kind(folded: str, strength: float, part: Part, cue: Span) -> StatementKind:
    told = _DATA.sub(_blank, folded) if strength >= 0.9 else folded
    main = _RELATIVE.sub(_blank, told)
    if main[cue.start : cue.end].strip() and strength >= 0.9:
        told = main  # what a relative clause adds does not tell what the sentence is about
    if _EXPLANATION.search(folded) and (strength < 0.85 or (strength < 0.9 and "future" not in folded)):
        return "explanation"
    if _ADMINISTRATIVE.search(told) or (strength < 0.9 and _RECORD.search(told)):
        return "administrative"
    if _MECHANICS.search(_PARENTHESIS.sub(_blank, told[:150])) and strength < 0.9:
        return "mechanics"
    if (part.kind in ("measures", "boilerplate") and strength < 0.85) or _LIMITS.search(folded):
        return "explanation"
    return "forward-looking"


def _blank(words: re.Match[str]) -> str:
    return " " * len(words.group())


def _outlook_stretches(blocks: tuple[Block, ...], folded: str) -> tuple[Span, ...]:
    """What stands under a heading such as "Outlook", up to the next heading."""
    found: list[Span] = []
    opened: int | None = None
    for block in blocks:
        if block.kind != "heading":
            continue
        if opened is not None:
            found.append(Span(opened, block.span.start))
        opened = block.span.end if _OUTLOOK.search(folded[block.span.start : block.span.end]) else None
    if opened is not None and blocks:
        found.append(Span(opened, blocks[-1].span.end))
    return tuple(found)
