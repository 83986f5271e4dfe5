"""A cautionary passage that speaks for another company: it was copied."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_NOT_COMPANIES = frozenset(
    """the this these such our we company management corporation investors readers you it they actual although forward-looking statements
    any all each other some certain words no neither nothing sec nasdaq nyse commission congress board reform act partnership trust fund
    group bank issuer registrant parent buyer purchaser seller sponsor manager adviser advisor guarantor borrower everyone nobody who both
    either one he she management's analysts""".split()
)
_FORM = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Corporation|CORPORATION|Ltd|LTD|Limited|LIMITED|plc|PLC|LLC|L\.L\.C|L\.P|N\.V|S\.A|AG|Co)\b\.?"
)
_WORDS = r"[A-Z][A-Za-z][\w&-]*(?: [A-Z][\w&-]+){0,3}"
_NAMED = rf"(?P<name>{_WORDS},? {_FORM})"
_OPENS = re.compile(  # the word that opens a sentence before a name: "See Acme's Annual Report"
    r"(?:(?:See|Read|Please|Review|Consult|Refer|Visit|For|In|At|As|If|But|And|Because|While|When|Since|Although|Though|However|Further|Furthermore|Moreover"
    r"|Also|Additionally|Finally|Accordingly|Therefore|Thus|Except|Unless|Until|Under|About|Both|Only|Like|Today|Currently|Presently|That|Neither"
    r"|Where|Whether|To|By|On|Of|From|With) )+"
)
_AND_OTHERS = r"(?:,? (?:and|together with) (?:its|their) (?:\w+ )?(?:subsidiaries|affiliates|management),?)?"
# Who undertakes nothing, whose results may differ, whose reports tell more.
_SPEAKS = re.compile(
    rf"(?<!\w)(?P<name>{_WORDS}(?:,? {_FORM})?)"
    r"(?: (?:undertakes no|assumes no|(?:expressly |specifically )?disclaims any|does not (?:undertake|assume|intend)|(?:has|is under) no (?:duty|obligation)"
    r"|makes no undertaking|cautions (?:investors|readers|that|you)|wishes to (?:caution|take advantage)|claims the protection|is providing (?:this|the) information|provides this information)"
    r"|['’]s? (?:public |other |latest |reports and |periodic )?(?:actual results|filings with|(?:SEC|public) filings|[Aa]nnual [Rr]eport|[Qq]uarterly [Rr]eport|Form 10-[KQ]\b"
    r"|periodic reports|most recent (?:[Aa]nnual|[Qq]uarterly|Form)|current expectations|results of operations|reports? (?:filed|on [Ff]orm)|reports and filings|results to (?:differ|vary|be)))"
)
# A name with its legal form does what only the issuer does.
_BELIEVES = re.compile(
    _NAMED
    + _AND_OTHERS
    + r" (?:\w+ly )?(?:believes?(?! (?:its|this|the|these|that (?:its|the)) (?:\w+ )?(?:data|figures|sources?|information|report))|expects?|anticipates?|intends? (?:that|these|such|the|its)|cautions|undertakes?|assumes?|disclaims?|makes? (?:no|these|such|forward)"
    r"|(?:has|have) (?:based|made|identified|attempted|tried)|bases? (?:these|its)|is (?:making|including|providing|relying)|cannot (?:guarantee|assure|predict)|can give no|gives no"
    r"|wishes|desires|claims|does not|has no|is under no)\b"
)
_IS_THE_COMPANY = re.compile(
    _NAMED
    + _AND_OTHERS
    + r""" \((?:[a-z, ]{0,40}(?:as|collectively|together|hereinafter),? )?(?:the )?["“'‘](?:the )?(?:Company|Corporation|Partnership|Trust|Bank|Fund|we|our|us)\b"""
)
_REPORTS_OF = re.compile(
    r"\b(?:[Rr]eports?|[Ff]ilings?|[Dd]ocuments|Form (?:10|20|8)-[KQF]) (?:(?:filed|made|furnished) by|of(?= [^;\n]{3,60} (?:filed with|on [Ff]orm))) "
    + _NAMED.replace(r"[\w&-]*(", r"[\w&-]*(?:['’]s)?(")
)
_WHOSE = re.compile(
    r"\b(?:plans?|performance|expectations|beliefs|intentions|results|business(?:es)?|operations|prospects|management|strategy|outlook|statements|future|behalf"
    r"|condition|objectives|made|release) (?:of|by|about|regarding|concerning|from) " + _NAMED + r"|(?<!\w)" + _NAMED.replace("?P<name>", "?P<owner>")
    + r"['’]s? (?:\w+ )?(?:plans|expectations|management|beliefs|business|operations|strategy|prospects|products|control|results|performance)"
    + r"|(?:[\"”'’]|\bour|\bus) refers? (?:collectively )?to " + _NAMED.replace("?P<name>", "?P<meant>")
    + r"|\b[Nn]either " + _NAMED.replace("?P<name>", "?P<either>") + r" nor\b[^.;]{0,90}\bto (?:publicly )?(?:update|revise)\b"
    + r"|\brelat(?:e|es|ing) to " + _NAMED.replace("?P<name>", "?P<related>") + r"(?=,? (?:(?:or|and) (?:its|their) (?:\w+ )?(?:management|subsidiaries|business|affiliates|operations)|or (?:the Company|management)))"
)  # fmt: skip

# What a legend says of nobody but its issuer.
_AFFECTED = re.compile(
    r"\b(?:attributable to|behalf of|acting for|views? of|[Ii]nvestors in|(?:share|stock|unit)holders of|(?:could|may|might|can) (?:\w+ly )?(?:affect|harm|impact)|affecting|facing|ability of|[Nn]either)"
    r" " + _NAMED.replace("?P<name>", "?P<affected>")
    + r"|\b(?:reports|documents|filings|forms|materials)(?: (?:that|which))? " + _NAMED.replace("?P<name>", "?P<filing>") + r" (?:\w+ )?(?:files?|filed|furnish\w+|makes?|submits?)\b"
    + r"|(?<!\w)" + _NAMED.replace("?P<name>", "?P<future>") + r"['’]s? (?:\w+ )?(?:ability|future|filings|reports|securities|common stock|shares|forward|expectations|success)\b"
    + r"|(?:(?<![A-Za-z,] )|(?<=fact that ))(?<!\w)" + _NAMED.replace("?P<name>", "?P<opening>")
    + r" (?:will not|may (?:be unable|fail|not (?:be able|achieve|succeed))|cannot|(?:has|have) not|is (?:subject|exposed|not)|conducts?|operates?|faces|undertook)\b"
    + r"|\band " + _NAMED.replace("?P<name>", "?P<updating>") + r" (?:will not|does not|has no|cannot|undertakes|assumes|disclaims)\b"
)  # fmt: skip


class CautionOfAnother(Check, frozen=True, kw_only=True):
    """A passage that speaks for a company which the release does not otherwise name."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"company"})

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None:
            return Examination(moot="the release has no cautionary passage")
        speakers = [
            _name(release, Span(*m.span(m.lastgroup or "name")))
            for span in passage.spans
            for pattern in (_SPEAKS, _BELIEVES, _IS_THE_COMPANY, _REPORTS_OF, _WHOSE, _AFFECTED)
            for m in pattern.finditer(release.text, span.start, span.end)
        ]
        strangers: dict[str, Match] = {}
        for speaker in speakers:
            name = release.quote(speaker)
            if not self._known(release, name):
                strangers.setdefault(name, Match(speaker, {"company": name}))
        return Examination(tuple(strangers.values()), evidence=tuple(speakers))

    def _known(self, release: Release, name: str) -> bool:
        """Whether the name, or its first word, stands anywhere outside the passage."""
        key = re.split(r"[\s,]", name)[0]
        inside = release.cautionary.spans if release.cautionary else ()
        places = [m.start() for m in re.finditer(rf"(?i)\b{re.escape(key)}", release.text)]
        return any(not any(s.start <= at < s.end for s in inside) for at in places) or key.lower() in _NOT_COMPANIES


def _name(release: Release, span: Span) -> Span:
    """The name without the word that opens its sentence."""
    opens = _OPENS.match(release.text, span.start, span.end)
    return Span(opens.end(), span.end) if opens else span
