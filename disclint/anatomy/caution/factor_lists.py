"""Where a sentence of a cautionary passage begins to name its factors, in the many ways of saying so."""

from __future__ import annotations

import re

import re2

from disclint.anatomy.caution.safe_harbor import LOOKING

_LIST_WORD = (
    r"(?:\bincluding|\bincludes?|\bsuch as|\bamong others\b|\bamong (?:other|these|such) (?:things|factors|risks)"
    r"|\bamong (?:them|which|those)\b|\bare (?:the following|as follows|that\b)|\bnamely|\b(?:most )?notably|\bin particular|\bfor example)"
)
_OPENING = re2.compile(
    r"\b(?:factors?|risks?|uncertaint(?:y|ies)|contingencies|variables)\b[^;:]*?(?:" + _LIST_WORD
    + r"|\brelat(?:e|es|ed|ing) to|\bassociated with|\brisks? (?:that|of)\b|:)"
    + r"|^(?:these|they|those|such (?:factors|risks)) (?:may |could )?include\b"
    + r"|\b(?:differ|different|vary|worse)\b[^;:]*?\b(?:because of|due to|as a (?:result|consequence) of|in consequence of|owing to|on account of|depending (?:up)?on"
    + r"|by (?:reason|virtue) of|in the event (?:of|that)|following)\b"
)  # fmt: skip
_RISK_ITSELF = re2.compile(r"\b(?:the|a) (?:risk|possibility) (?:that|of)\b|\brisks (?:that|relat|associat|of)\w*")
_OPENING_WORDS = re2.compile(
    r"[\s,;:(]*(?:(?:but )?(?:are|is)? ?not (?:necessarily )?limited to|without limitation|among (?:other(?:s| things| factors| risks)?)|are"
    r"|the following(?: factors| risks)?"
    r"|(?:known and unknown )?risks? and uncertainties (?:relating|related) to|(?:those )?(?:relating|related) to|associated with|include|including"
    r"|such as|namely)\b"
)  # fmt: skip
_ABOUT = re2.compile(r"(?:those |any |our |the )?(?:" + LOOKING + r" )?(?:statements?|information|words)\b")
_VAGUE = re2.compile(
    r"(?:although|while|there|readers|investors|these|such|many|other|important|various|certain|any|all|the following|a number"
    r"|several|some|additional|for (?:a|an|more|further|additional)|please|see|refer)\b"
)
_COUNT = re2.compile(
    r"(?:an?|the|one|more|or|of|number|numerous|not|limited|but|variety|range|many|several|various|certain|some|other|important|known|unknown|and"
    r"|such|\W)*"
)
_CAUSE = re2.compile(r"(?:that |which )?(?:could|may|might|can|would|will)\b[^.;:]*\b(?:cause|affect|contribute|result|impact|lead)")
_SUBJECT = re2.compile(
    r"^(.+?),? (?:could|may|might|can|would) (?:each |also |all )?(?:(?:cause|affect|adversely affect|materially affect)\b[^.]*\b(?:results|differ)"
    r"|(?:make|render|bring|produce|lead to|result in)\b[^.]*\b(?:results|outcomes?|differ|different|otherwise)\b)"
)
_STATED = re2.compile(LOOKING + r"|\b(?:are|is|involves?|based|statements?)\b")
# What follows "the factors are" where no list does: "the factors are described in", "are beyond our control".
_NO_LIST = (
    r"(?!\W*(?:more |further |also |often |fully |currently |generally |only |and |inherently )*(?:subject|based|inherent|difficult|beyond|not|outside|discussed"
    r"|described|detailed|set|included|identified|referenced|referred|contained|disclosed|listed|numerous|hard|unpredictable|" + LOOKING + r"|made"
    r"|presented|available|those(?! (?:that (?:come|go|arise|attend|lie)|which (?:come|go|arise|attend|lie)|of (?!(?:the )?(?:company|any))))|unknown|known|impossible|important|many|material|such|available|under|out of|among|it|uncertain|qualified|summari[sz]ed"
    r"|given|found|indicated|expected|believed|considered|deemed|provided|present|amplified|heightened|updated|incorporated|exhaustive|complete"
    r"|all|too (?:many|numerous)|in (?:our|its|the|some|certain|many)|on file|similar|appropriate|relevant|reasonable|at|either|accurate|correct)\b)"
)
_NO_NUMBER = r"(?!\W*(?:on |by )?(?:the |an? |our |its |such |these |other |known |unknown |certain |certain of |future )*(?:many|number|variety|several|various|numerous|factors?|risks?|assumptions?|events?|circumstances|outcome|uncertaint\w+|ability to (?:predict|foresee))\b)"
_ADVERSELY = r"\b(?:differ|different|vary|varies|worse|fall short|deviate|diverge|less favou?rable|not (?:be )?(?:met|achieved|realized)|prove (?:to be )?(?:wrong|incorrect|inaccurate|mistaken))\b"
_MAY_FAIL = (  # clauses of what may go wrong: "since two foundries may lack capacity", "when the plant opens late", ": a regulator may refuse"
    r"(?:\b(?:since|as(?! (?:an?|the (?:result|consequence|case|company)|of|well|such|these|they|it|described|set|discussed|expected)\b))\b(?=[^;:]*\b(?:may|might|could|cannot)\b)"
    r"|\bwhen\b(?! (?:used|made|actual|compared|consider|evaluat|reali[sz])\w*)|:(?=[^;:]*\b(?:may|might|could|cannot)\b))"
)
_SEVERAL = r"(?=[^;:]*(?:, [^;:]* (?:and|or) | and (?:up)?on ))"
_NAMED = (  # wherever they stand
    re.compile(r"\b(?:factors?|risks?|uncertaint(?:y|ies)|contingencies|variables|hazards)\b(?:[^;:,]*?\bare|[^;:]*?\b(?:comprise|consist of))\b:?" + _NO_LIST),
    re.compile(r"^(?:whether|if and when|how (?:soon|much|many|far|well))\b[^;:]*?\b(?:depends?|turns|hinges) (?:up)?on\b" + _NO_NUMBER),
    re.compile(r"\b(?:statements|they|results|expectations|outcomes?|plans)\b[^;:]*?\bdepends? (?:up)?on\b[^;:]*?" + _LIST_WORD),
    re.compile(
        r"\b(?:statements|they|which|results|expectations|outcomes?|plans|goals|targets|outlook|guidance|ability to|success|achiev\w+|timing)\b[^;:]*?\b(?:(?:depends?|hinges?|turns?) (?:up)?on|(?:is|are) (?:contingent (?:up)?on|subject to))\b"
        + _SEVERAL + _NO_NUMBER + r"(?!\W*(?:change|changes|inherent|significant|substantial|material|business|economic|assumptions?|safe|sections?|various|information|data)\b)" + _NO_LIST
    ),
    re.compile(
        r"\b(?:cannot|not|no) (?:be (?:sure|certain)|(?:assurances?|guarantees?|certainty)(?: (?:can|may|is|are)(?: be)? (?:given|made|offered|provided))?|assure (?:you|investors|anyone|shareholders|stockholders)|guarantee)\b that"
        + r"(?=[^;:]*(?:,|\band|\bor) that\b)(?! (?:the |our |its |any |these |this |such )*(?:forward|actual|results?|expect|plans?|assum|projec|proposed|offering|beliefs?|statements?|events|estimates?|goals|management))" + _NO_LIST
    ),
    re.compile(r"^among (?:these|them|those|such|the|other)\b[^;:]*?\b(?:are|is)\b:?" + _NO_LIST),
    re.compile(
        r"^(?:for (?:example|instance)|in particular|specifically|among other things|most importantly|notably)\b,? "
        r"(?=[^:]*\b(?:may|might|could|can|fail|unable|delay|loss|lose)\b)"
    ),
)  # fmt: skip
_TURNING_OUT = (  # in a sentence that says that things may turn out otherwise
    re.compile(_ADVERSELY + r"[^;:]*?(?:\b(?:if|should|unless|because(?! of)|in case)\b|" + _MAY_FAIL + ")" + _NO_LIST),
    re.compile(
        r"\b(?:reasons?|matters|things|challenges|causes|circumstances|events|developments|considerations|issues)\b[^;:]*?(?:" + _LIST_WORD
        + r"|that include|:)"
    ),
    re.compile(r"^(?:if|should|unless|were) " + _NO_LIST),
    re.compile(r"\bdepends? (?:up)?on\b[^;:]*?" + _LIST_WORD),
    re.compile(r"\b(?:assum(?:es?|ed|ing)|suppos(?:es?|ed|ing)|presum(?:es?|ed|ing)) that\b(?=[^;:]*(?:,|\band|\bor) that\b)"),
    re.compile(r"\b(?:could|may|might|can) (?:also |all |each )?be (?:\w+ly )?(?:upset|thwarted|frustrated|undone|derailed|delayed|hurt|harmed|impaired|hindered|defeated) by\b" + _NO_NUMBER),
)  # fmt: skip
_TOLD_BEFORE = re.compile(
    r"\b(?:subject to|exposed to|affected by|influenced by|vulnerable to|faces?) (.+?),? (?:any|each|all|some|one or more|either)(?: one| or all)? of which"
    r"|^(?:it (?:may be|is possible) )?((?:that |[^;:]*?\b(?:may|might|could)\b)[^:]+?)[;,]? -? ?(?:any|each|all|either|some)(?: one)?(?: or (?:all|more))? of (?:these|those|them|which)\b"
    r"|^([^;:]+?),? (?:are|is) (?:all |each )?(?:among|some of|examples of) (?:the |our |these |those )?(?:\w+ )?(?:risks|factors|uncertainties|things|reasons|matters)\b"
    r"|\b(?:matters|things|developments|events|circumstances|issues|several)\b[^;:]*?\bsuch as (.+?),? (?:could|may|might|can|would) (?:each |also |all )?(?:cause|make|lead)"
)
_TURNS_OUT = re.compile(_ADVERSELY + r"|\b(?:cause|worse|reasons|outcome|results?)\b")


_CLAUSES = re.compile(r"\b(?:if|should|unless|because|in case|since|(?<!such )as|when|that|whether)\W*$")


def of_clauses(folded: str, start: int) -> bool:
    """Whether the list tells its factors in clauses: "because approval may be refused or key brewers may leave"."""
    return folded.startswith("whether ", start) or _CLAUSES.search(folded, max(0, start - 12), start) is not None


def list_of(folded: str) -> tuple[int, int] | None:
    """The part of the sentence that lists factors."""
    if listed := _list_of(folded):
        return listed
    otherwise = _TURNS_OUT.search(folded) is not None
    if otherwise and (told := _TOLD_BEFORE.search(folded)):
        return told.span(told.lastindex or 0)
    for opening in (*_NAMED, *_TURNING_OUT) if otherwise else _NAMED:
        found = opening.search(folded)
        if found and len(folded) - found.end() > 8 and not _ABOUT.match(folded, found.end()):
            return found.end(), len(folded)
    return None


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
        if _ABOUT.match(folded, start):
            at = start
            continue
        cause = _CAUSE.match(folded, start)
        if cause and (colon := folded.find(": ", cause.end())) > 0:
            return colon + 2, len(folded)
        nested = _OPENING.match(folded, start + len(_COUNT.match(folded, start).group()))
        if not cause and not nested:
            return (start, len(folded)) if len(folded) - start > 8 or folded.endswith(":") else None
        at = max(start, cause.end() if cause else start)
    subject = _SUBJECT.match(folded)
    if subject and not _VAGUE.match(folded):
        # "these statements are forward-looking; oil prices and the vote could …"
        behind = folded.rfind("; ", 0, subject.end(1)) + 2 if _STATED.search(subject[1]) else 1
        start = behind if behind > 1 else 0
        if subject.end(1) - start > 25 and not _STATED.search(folded, start, subject.end(1)):
            return start, subject.end(1)
    return None
