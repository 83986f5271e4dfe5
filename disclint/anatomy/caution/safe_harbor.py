"""What the statutes ask of a cautionary passage, and the words that do it."""

from __future__ import annotations

import re2

from disclint.model import Document, Span

# "forward-looking" with whatever a conversion left where the hyphen was.
LOOKING = r"forward\W{0,3}looking"

TO_COME = r"\bstatements?\b[^.;]*\b(?:relat(?:e|es|ed|ing) to|about|concerning|regarding|which concern) (?:the |its |our )?future\b"

IDENTIFIED = re2.compile(
    r"\b(?:contains?|includes?|constitutes?|containing|including|comprises?|makes?|are|is|be|considered|deemed|made|regarded as|using"
    r"|represents?)\b[^.;]*?" + LOOKING
    + r"|" + LOOKING + r"\W{0,3}(?:statements?|information|in nature)[^.;]*\b(?:within|under|pursuant|as defined|include|are|involve|identif)"
)  # fmt: skip
_MENTIONED = re2.compile(LOOKING + "|" + TO_COME)

_RESULTS = r"(?:material|significant|substantial|advers|considerab|marked)"
_DIFFER = re2.compile(
    r"\b(?:differ|vary|varies|variance|variation|deviat|diverg|depart)[^.;]*?" + _RESULTS
    + r"|\b" + _RESULTS + r"\w*(?:,? (?:and|or) (?:adversely|materially|significantly))?,? (?:differ|vary|deviat|diverg|worse|less favou?rable)"
    r"|\b(?:results|outcomes?|events|performance)\b[^.;]*\b(?:could|may|might|will|to|can) (?:also )?vary\b"
    r"|\bactual\b[^.;]*\b(?:could|may|might) be (?:materially|significantly|adversely)\b"
)  # fmt: skip

_FILING = re2.compile(
    r"\b(?:10-?[kq]|10-?k?sb|20-?f|40-?f|8-?k|6-?k|s-[1348]|f-[134]|n-csr)\b|\bprospectus(?:es)?\b|\bregistration statement|\boffering (?:circular"
    r"|memorandum)"
    r"|\bannual (?:and (?:quarterly|interim|other) )?(?:financial )?(?:reports?|information forms?|filings?|accounts)\b|\binformation forms?\b"
    r"|\bhalf-year(?:ly)? report|\binterim reports?\b"
    r"|\bquarterly (?:and \w+ )?(?:reports?|filings?)\b|\bperiodic(?:al)? (?:and \w+ )?(?:reports?|filings?)\b|\bmd&a\b"
    r"|\bmanagement(?:'s)? discussion"
    r"|\bsedar|\bedgar\b|\bsec\.gov\b|\bsecurities and exchange commission\b|\bsec (?:filings?|reports?)\b|\bwith the (?:u\.?s\.? )?sec\b"
    r"|\b(?:public|regulatory|continuous|securities)"
    r"(?:ly)?[- ](?:disclosure )?(?:filings?|filed|documents)\b|\bfil(?:ed|ings?|es)\b[^.;]*\b(?:with|at|by)\b[^.;]*\b(?:sec|commission|regulator"
    r"|authorit|exchange|securities|companies house)"
    r"|\b(?:reports|filings)\b[^.;]{0,40}\bunder the (?:securities )?exchange act\b|\b(?:to|with|at) the (?:sec|commission)\b|\bdisclosure documents\b|\buniversal registration document\b|\bsecurities (?:regulatory )?(?:commissions?|authorities"
    r"|regulators)\b"
)  # fmt: skip

_NO_UPDATE = (
    r"\b(?:no|not|nothing|without|neither|nor|disclaims?|disclaiming|declines?|never|cannot)\b[^.;]*"
    r"\b(?:updat(?:e|ing)|revis(?:e|es|ing|ions?)|bring(?:ing)? [^.;]{1,40} up to date|publicly (?:release|announce|disclose|correct)|release publicly)\b"
)
NO_UPDATE = (
    _NO_UPDATE + r"[^.;]*\b(?:statements?|information|projections?|forecasts?|them|outlook|guidance|expectations"
    r"|this (?:announcement|release|document|press|news|presentation|communication))\b"
)
UPDATES_ONLY = (  # "will be revised only if the law so requires"
    r"\b(?:will|shall|would|may|need|must|intends? to|plans? to|expects? to|undertakes? to) (?:\w+ ){0,2}(?:updated?|revised?|supplement(?:ed)?|correct(?:ed)?|amend(?:ed)?)\b"
    r"[^.;]{0,70}\b(?:only|solely) (?:if|as|to|where|when|in|insofar|so far)\b"
    r"|\b(?:only|solely) (?:if|as (?:may be |the |is )?(?:required|law)|to the extent|where|when|insofar|so far)\b[^.;]{0,80}\b(?:updat|revis)(?:e|ed|ing)\b"
    r"|\b(?:will|shall) not be (?:\w+ly )?(?:updated|revised|brought up to date)\b"
)
_UNDERTAKES_NOTHING = re2.compile(
    NO_UPDATE
    + r"|"
    + _NO_UPDATE
    + r"|"
    + UPDATES_ONLY
    + r"|\b(?:no|not|any|without|disclaims?)\b[^.;]*\b(?:obligation|duty|intention|intend|responsibility|commitment|undertak\w+)\b[^.;]*"
    r"\bto(?:,[^.;,]{3,40},)? (?:\w+ly )?(?:supplement|correct|amend|alter|change|modify|review|conform|advise|adjust|keep|do so)\b"
    r"|\b(?:no|any|without)\b (?:\w+ ){0,3}(?:obligation|duty|intention|responsibility|commitment)\b[^.;]{0,40}\b(?:for|of|in|as to) (?:\w+ )?(?:updat|revis|keep|correct)\w*"
)
_DATED = re2.compile(
    r"\bspeaks?\b[^.;]*\bas (?:of|at)\b|\bonly as (?:of|at)\b|\bonly valid at\b"
    r"|\b(?:made|given|stated|current|provided)\b[^.;]*\bas (?:of|at|on) (?:the date|today)\b"
)  # fmt: skip

_STATUTE = re2.compile(
    r"\b(?:private )?securities litigation(?: reform)?(?: act)?\b|\blitigation reform act\b|\bpslra\b|\breform act of 1995\b"
    r"|\b(?:section|sections|sec\.|§)? ?2(?:7-?a|1-?e)\b(?:[^.;]*\bact(?: of 19\d\d)?)?"
    r"|\b(?:ni|national instrument) ?5[15]-10[12]\b|\bsecurities act \((?:ontario|alberta|british columbia|quebec)\)"
    r"|\bsecurities (?:act|law|exchange act),? (?:of )?(?:rso|rsbc|rsa|5728|19\d\d|20\d\d)\b"
)  # fmt: skip
_REQUIRED = re2.compile(
    r"\b(?:required?|requires|obliged|obligated|mandated|permitted) (?:\w+ ){0,2}(?:by|under|pursuant to|of (?:it|us|them) by|in accordance with)\b"
    r"[^.;()]{0,60}?\b(?:rules?|regulations?|laws?|requirements?)\b[^.;(),]{0,60}|\b(?:rules?|regulations?|requirements) (?:and \w+ )?of the (?:u\.?s\.? )?(?:sec\b|securities and exchange commission)"
)
_REPORTED_UNDER = re2.compile(r"\b(?:fil(?:ed|ings?)|reports? (?:filed|under|required|pursuant|with)|registered|registration|obligations)\b[^.;]*$")


def identifies(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that call statements forward-looking."""
    return _first(IDENTIFIED, document, spans) or _first(_MENTIONED, document, spans)


def differ_materially(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that say results may differ, and by much: "may differ" alone does not."""
    return _first(_DIFFER, document, spans)


def filing_pointer(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that say where the risks are told; whose rules may require an update is no such place."""
    for span in spans:
        folded = document.folded[span.start : span.end]
        required = [found.span() for found in _REQUIRED.finditer(folded)]
        for found in _FILING.finditer(folded):
            if not any(start <= found.start() < end for start, end in required):
                return Span(span.start + found.start(), span.start + found.end())
    return None


def no_update(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that disclaim a duty to update."""
    return _first(_UNDERTAKES_NOTHING, document, spans)


def dated(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that say as of which day the statements are made."""
    return _first(_DATED, document, spans)


def statute(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The statute or instrument that grants the safe harbor; "securities laws" names none."""
    for span in spans:
        folded = document.folded[span.start : span.end]
        for found in _STATUTE.finditer(folded):
            if not _REPORTED_UNDER.search(folded[max(0, found.start() - 80) : found.start()]):
                return Span(span.start + found.start(), span.start + found.end())
    return None


def _first(pattern: re2._Regexp, document: Document, spans: tuple[Span, ...]) -> Span | None:
    for span in spans:
        if found := pattern.search(document.folded[span.start : span.end]):
            return Span(span.start + found.start(), span.start + found.end())
    return None
