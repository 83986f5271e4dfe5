"""Offerings: who may be named when, and the terms of art that must stand."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.patterns import LazyPattern, compiled, find
from disclint.checks.wording import sentence_at
from disclint.model import Release, Severity, Span

_GENERAL_SOLICITATION = dt.date(2013, 9, 23)  # since then an unregistered offering under Rule 144A or 506(c) may be told to the public

_BEFORE_FILING = re.compile(
    r"\bconfidential(?:ly)?\b[^.\n]{0,60}\bsubmi(?:ts|tted|ssion)|\bdraft registration statement|\brule 135\b(?!c)|"
    r"\b(?:intends?|plans?|expects?|proposes?|preparing) to (?:\w+ )?file\b[^.\n]{0,60}\bregistration statement|"
    r"\b(?:will|to) file a registration statement|\b(?:anticipates?|expects?|plans on|before|prior to) filing (?:of )?(?:an? |its |the )?registration statement|"
    r"\bregistration statement\b[^.\n]{0,60}\b(?:(?:will|is (?:expected )?to|to) be filed|not yet (?:been )?filed)"
)
_FILED = re.compile(
    r"\b(?:declared|became) effective|\bregistration statement\b[^.\n]{0,120}\b(?:has|have) been (?:publicly )?filed|"
    r"\b(?:has|have) (?:publicly )?filed\b[^.\n]{0,60}\bregistration"
)
_TO_COME = re.compile(r"\b(?:(?:after|once|when|until|unless|if|as soon as|upon)\b[^.\n]{0,60}|no (?:such )?)$")  # not filed yet
_RESALE = re.compile(r"\bprivate (?:placement|offering)\b|\bresale\b|\bregistration rights\b")
_UNREGISTERED = re.compile(r"\brule 144a\b|\bprivate (?:offering|placement)\b|\bregulation s\b")

_ROLE = (
    r"(?i:(?:(?:sole|joint|lead|active|global|co|left|managing|exclusive|co-lead)[ -](?:and )?)*"
    r"(?:book-? ?running (?:lead )?managers?|book-?runners?|underwriters?|lead managers?|co-managers?|global coordinators?|(?:sole|joint|managing|structuring|stabili[sz]ing) managers?|structuring agents?|dealer[- ]managers?|initial purchasers?)\b)"
)
_NAME = r"(?<!\w)(?!The |A |An |Company|Our |Its |It |This |Each |Certain )[A-Z][\w.&'\u2019]*(?:,? (?:and |& |of )?[A-Z&][\w.&'\u2019]*){0,9}"
_ONE = (
    r"(?<!\w)(?!None )[A-Z][\w.&'\u2019]*(?:,? (?:Inc|LLC|Ltd|Corp|Co|L\.P)\b\.?| (?:and |& |of )?[A-Z&][\w.&'\u2019]*){0,9}"  # a firm alone, no list
)
_AS = r"(?:an? |the |its |our )?"
_NAMED = tuple(
    LazyPattern(pattern)
    for pattern in (
        rf"{_NAME},? (?:is|are|will be|was|were|has|have|acts?|acting|will|serves?|serving|\()[^.\n]{{0,60}}?{_AS}{_ROLE}",
        rf"{_ONE},? (?:in its capacity )?as {_AS}{_ROLE}",
        rf"{_ROLE}(?:[^.\n]{{0,50}}? (?:is|are|will be|include|includes|including)|:|,)(?: (?:expected )?to be| to include)? {_NAME}",
        rf"(?:engaged|retained|hired|selected|appointed|mandated|chosen|through|by|with) {_NAME}[^.\n]{{0,30}}?"
        rf"(?:\bas |\bto (?:act|serve) as ){_AS}{_ROLE}",
        rf"(?:engaged|retained|hired|selected|appointed|mandated|chosen) {_NAME} to (?:lead|manage|underwrite|run) (?:the|its|this|such|an?)\b(?: \w+){{0,3}}",
        rf"(?<!fund )(?<!funds )(?<!accounts )(?<!entities )(?<!investors )(?<!team )(?<!company )(?i:underwritten|led|managed) by {_NAME}",
        rf"{_NAME} (?:will|is to|are to|(?:is|are) expected to|(?:has|have) agreed to) (?:co-)?(?:lead|manage|underwrite|run|book-?run)"
        r" (?:the|its|this|an?|all)\b(?: \w+){0,3}? (?:offering|ipo|IPO|sale|shares)",
        rf"(?i:offering|offered|sold|sale)\b[^.\n]{{0,60}} through {_NAME}",
        rf"{_NAME} (?:(?:have|has) been|was|were|is|are) (?:engaged|retained|hired|selected|appointed|mandated|chosen|picked|tapped) to (?:lead|manage|underwrite|run|handle)\b",
        rf"{_NAME} [^.\n]{{0,40}}?\b(?:will|is to|are to|would|expected to|agreed to) (?:jointly |co-)?underwrite\b",
        rf"(?i:(?:manag|lead|underwrit|runn|handl)ing (?:the|this) (?:[\w-]+ )?(?:offering|ipo|sale) (?:is|are|will be)) {_NAME}",
        rf"(?:engaged|retained|hired|selected|appointed|mandated|chosen|picked|tapped) {_NAME} for (?:the|its|this) (?:\w+ ){{0,3}}(?:offering|ipo|IPO)\b",
    )
)
_ABBREVIATED = re.compile(r"\b(?:Co|Inc|Ltd|Corp|L\.P|N\.A|S\.A)\.$")
_UNNAMED = LazyPattern(  # the issuer speaks of its banks without naming them
    rf"(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )\b(?i:choos\w+|chose|select\w*|appoint\w*|engag\w+|retain\w*|grant\w*|pay|name[sd]?|determin\w+|identif\w+|mandat\w+|hir(?:e|ed|ing)|use|consult\w*|need\w*) "
    rf"(?:(?:the|its|our|an?|any|no|more|other|one|or|such|additional) )*{_ROLE}"
)
_GATE = re.compile(
    r"underwrit|book-? ?run|manage(?:rs?|d)\b|dealer|initial purchaser|coordinator|through |led by |(?:to|will) (?:lead|run|manage|handle) |ing (?:the|this) (?:[\w-]+ )?(?:offering|ipo|sale) |(?:engaged|retained|hired|selected|appointed|mandated|chosen|picked|tapped) "
)


class UnderwriterNamed(Check, frozen=True, kw_only=True):
    """Banks named in a notice of an offering that may not name them: before the registration statement is filed, or without one."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"notice"})

    def examine(self, release: Release) -> Examination:
        notice = _notice(release)
        if notice is None:
            return Examination(moot="the release is no notice of an offering before filing or without registration")
        called, severity = notice
        spans = sorted(_banks(release), key=lambda span: (span.start, -span.end))
        outermost = [span for n, span in enumerate(spans) if not any(other.touches(span) for other in spans[:n])]
        return Examination(matches=tuple(Match(span, {"notice": called}, severity=severity) for span in outermost))


def _notice(release: Release) -> tuple[str, Severity | None] | None:
    said = "\n".join(release.folded[span.start : span.end] for span in zones.spans(release, ("copy", "legend")))
    filed = any(not _TO_COME.search(said, max(0, match.start() - 80), match.start()) for match in _FILED.finditer(said))
    if _BEFORE_FILING.search(said) and not filed and not _RESALE.search(said):
        return "a notice before the registration statement is filed (Rule 135)", None
    offered = any(event.name in ("offering", "debt_financing", "tender_offer") for event in release.events)
    if offered and _UNREGISTERED.search(said) and not filed and "placement agent" not in said:
        since = release.date is None or release.date >= _GENERAL_SOLICITATION
        return "a notice of an unregistered offering (Rule 135c)", Severity.INFO if since else Severity.WARNING
    return None


def _banks(release: Release) -> Iterator[Span]:
    for zone in zones.spans(release, ("copy", "legend")):
        if _GATE.search(release.folded, zone.start, zone.end):
            for pattern in _NAMED:
                for match in pattern.finditer(release.text, zone.start, zone.end):
                    if _UNNAMED.search(match.group()):
                        continue
                    full_stop = match.group().endswith(".") and not _ABBREVIATED.search(match.group())
                    sentence = sentence_at(release, Span(match.end() - 1, match.end()))
                    yield Span(max(match.start(), sentence.start), match.end() - full_stop)


class LegalTerm(Check, frozen=True, kw_only=True):
    """A term that the law uses: missing, or replaced by one that it does not use."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    right: tuple[str, ...]  # RE2 patterns on folded text
    wrong: tuple[str, ...] = ()
    loose: tuple[str, ...] = ()  # wrong where it stands alone; beside the right term it may be another law's
    called: str  # the term, as the message of absence names it

    def __post_init__(self) -> None:
        for pattern in (*self.right, *self.wrong, *self.loose):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        everywhere = (Span(0, len(release.text)),)
        right = tuple(find(self.right, release.folded, everywhere))
        wrong = tuple(find(self.wrong if right else (*self.wrong, *self.loose), release.folded, everywhere))
        if wrong:
            return Examination(matches=tuple(Match(span, {"problem": f"“{release.quote(span)}” is not the term"}) for span in wrong))
        if right:
            return Examination(evidence=right)
        return Examination(matches=(Match(end_of(release, "body"), {"problem": f"nothing speaks of {self.called}"}, absent=True),))
