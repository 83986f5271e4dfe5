"""What the statutes ask of a cautionary passage, and the words that do it."""

from __future__ import annotations

import re

from disclint.model import Document, Span

# "forward-looking" with whatever a conversion left where the hyphen was.
LOOKING = r"forward\W{0,3}looking"

IDENTIFIED = re.compile(
    r"\b(?:contains?|includes?|constitutes?|containing|including|comprises?|makes?|are|is|be|considered|deemed|made|regarded as|using|represents?)\b[^.;]{0,100}?" + LOOKING
    + r"|" + LOOKING + r"\W{0,3}(?:statements?|information|in nature)[^.;]{0,80}\b(?:within|under|pursuant|as defined|include|are|involve|identif)"
)  # fmt: skip
_MENTIONED = re.compile(LOOKING + r"|statements?\b[^.;]{0,60}\b(?:relate to|about|concerning|regarding) (?:the future|future)\b")

_RESULTS = r"(?:material|significant|substantial|advers|considerab|marked)"
_DIFFER = re.compile(
    r"\b(?:differ|differs|differing|differed|different|differences?|vary|varies|variance|variations?|deviate|deviations?|diverge|depart)\b[^.;]{0,60}?\b" + _RESULTS + r"\w*"
    r"|\b" + _RESULTS + r"\w*(?:,? (?:and|or) (?:adversely|materially|significantly))?,? (?:differ|different|vary|deviate|diverge)\w*"
    r"|\b(?:results|outcomes?|events|performance)\b[^.;]{0,60}\b(?:could|may|might|will|to|can) (?:also )?vary\b"
    r"|\bactual\b[^.;]{0,80}\b(?:could|may|might) be (?:materially|significantly|adversely)\b"
)  # fmt: skip

_FILING = re.compile(
    r"\b(?:10-?[kq]|10-?k?sb|20-?f|40-?f|8-?k|6-?k|s-[1348]|f-[134]|n-csr)\b|\bprospectus(?:es)?\b|\bregistration statement|\boffering (?:circular|memorandum)"
    r"|\bannual (?:and (?:quarterly|interim|other) )?(?:financial )?(?:reports?|information forms?|filings?|accounts)\b|\binformation forms?\b|\bhalf-year(?:ly)? report|\binterim reports?\b"
    r"|\bquarterly (?:and \w+ )?(?:reports?|filings?)\b|\bperiodic(?:al)? (?:and \w+ )?(?:reports?|filings?)\b|\bmd&a\b|\bmanagement(?:'s)? discussion"
    r"|\bsedar|\bedgar\b|\bsec\.gov\b|\bsecurities and exchange commission\b|\bsec (?:filings?|reports?)\b|\bwith the (?:u\.?s\.? )?sec\b|\b(?:public|regulatory|continuous|securities)"
    r"(?:ly)?[- ](?:disclosure )?(?:filings?|filed|documents)\b|\bfil(?:ed|ings?|es)\b[^.;]{0,60}\b(?:with|at|by)\b[^.;]{0,60}\b(?:sec|commission|regulator|authorit|exchange|securities|companies house)"
    r"|\bdisclosure documents\b|\buniversal registration document\b|\b(?:securities|regulatory) (?:regulatory )?(?:commissions?|authorities|regulators)\b"
)  # fmt: skip

_NO_UPDATE = (
    r"\b(?:no|not|any|without|neither|nor|disclaims?|disclaiming|never|cannot)\b[^.;]{0,90}"
    r"\b(?:updat(?:e|es|ing)|revis(?:e|es|ing|ions?)|supplement|correct|amend|review(?: or)?|keep current|re-?affirm|publicly (?:release|announce|disclose)|release publicly|advise|conform)\b"
)
NO_UPDATE = (
    _NO_UPDATE + r"[^.;]{0,100}\b(?:statements?|information|projections?|forecasts?|estimates?|announcement|release|document|events|circumstances)\b"
)
_UNDERTAKES_NOTHING = re.compile(
    NO_UPDATE
    + r"|" + _NO_UPDATE
    + r"|\bspeaks?\b[^.;]{0,30}\bas (?:of|at)\b|\bonly as (?:of|at)\b|\b(?:made|given|stated|current|provided)\b[^.;]{0,20}\bas (?:of|at|on) the date\b"
)  # fmt: skip

_STATUTE = re.compile(
    r"\b(?:private )?securities litigation(?: reform)?(?: act)?\b|\blitigation reform act\b|\bpslra\b|\breform act of 1995\b"
    r"|\b(?:section|sections|sec\.|§)? ?2(?:7-?a|1-?e)\b(?:[^.;]{0,40}\bact(?: of 19\d\d)?)?"
    r"|\b(?:ni|national instrument) ?5[15]-10[12]\b|\bsecurities act \((?:ontario|alberta|british columbia|quebec)\)"
    r"|\bsecurities (?:act|law|exchange act),? (?:of )?(?:rso|rsbc|rsa|5728|19\d\d|20\d\d)\b"
)  # fmt: skip
_REPORTED_UNDER = re.compile(r"\b(?:fil(?:ed|ings?)|reports?|registered|registration|obligations)\b[^.;]{0,60}$")


def identifies(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that call statements forward-looking."""
    return _first(IDENTIFIED, document, spans) or _first(_MENTIONED, document, spans)


def differ_materially(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The words that say results may differ, and by much: "may differ" alone does not."""
    return _first(_DIFFER, document, spans)


def filing_pointer(document: Document, spans: tuple[Span, ...]) -> Span | None:
    return _first(_FILING, document, spans)


def no_update(document: Document, spans: tuple[Span, ...]) -> Span | None:
    return _first(_UNDERTAKES_NOTHING, document, spans)


def statute(document: Document, spans: tuple[Span, ...]) -> Span | None:
    """The statute or instrument that grants the safe harbor; "securities laws" names none."""
    for span in spans:
        for found in _STATUTE.finditer(document.folded, span.start, span.end):
            if not _REPORTED_UNDER.search(document.folded, max(span.start, found.start() - 80), found.start()):
                return Span(found.start(), found.end())
    return None


def _first(pattern: re.Pattern[str], document: Document, spans: tuple[Span, ...]) -> Span | None:
    for span in spans:
        if found := pattern.search(document.folded, span.start, span.end):
            return Span(found.start(), found.end())
    return None
