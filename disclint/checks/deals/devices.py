"""Devices: the words for what the FDA did."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Release, Severity, Span

_510K = r"510 ?\(?k\)?"
_NAMED = re.compile(rf"{_510K}|\bde novo\b|\bpremarket notification")
# In one phrase the word is wrong for certain.
_PHRASE = re.compile(
    rf"(?P<k>{_510K}|premarket notification|de novo)[ -](?:(?:premarket|marketing|regulatory|fda|notification|classification|application|submission|market|device) ){{0,3}}"
    rf"(?:was |is |has been |were |been |are )?(?:\w+ )?approv(?:al|ed|als)\b"
    rf"|\b(?:fda )?approv(?:al|ed|es|ing)\b,? (?:(?:by|from|of) (?:the )?(?:u\.?s\.? )?(?:fda|food and drug administration)(?: \(\"?fda\"?\))? )?(?:for (?:sale|use|marketing) )?"
    r"(?:(?:of|for|under|through|via|by way of|with|pursuant to|in|by|following|after|on|based on|as) )?(?:the |its |our |an? |this |that |their |both |two )?(?:[\w.&-]+.s )?"
    rf"(?:\w+ ){{0,2}}(?:{_510K}|premarket notification|de novo)(?: (?:process|pathway|route|program|submission|application|notification|notice|filing|clearance)\b)?"
)
# Said of the same device elsewhere it very likely is.
_ELSEWHERE = re.compile(
    r"\b(?:fda|food and drug administration)(?: \(\"?fda\"?\))?(?:.s)?[- ](?:has |have |recently |just |also |officially )*(?:\w+ )?approv(?:al|ed|es)\b"
    r"|\bapprov(?:al|ed)\b (?:\w+ ){0,2}(?:by|from|of) the (?:u\.?s\.? )?(?:fda|food and drug administration)\b"
    r"|\b(?:the|this) approval (?:lets|allows|enables|permits|opens|gives|means|paves)\b"
)
_OTHER_PATH = re.compile(
    r"\bpma\b|(?<!510\(k\) )\bpre-?market approval(?! (?:under|through|via|by|pursuant to) (?:the |its |section )*510)|\bnda\b|\bbla\b|\banda\b|\bnew drug\b|\bbiologics\b|(?<!food and )(?<!food & )(?<!food, )\bdrugs?\b|\bvaccine|\bmedication|\bpharmaceutical|"
    r"\bclear(?:ed|ance)s? (?:or|and|and/or) approv|\bapprov(?:al|ed|als) (?:or|and|and/or) clear|clear(?:ed|ance)/approv|approv(?:al|ed)/clear"
)
_EXCUSED = re.compile(
    r"\b(?:not|no|nor|never|unlike|rather than|instead of|differs? from|without|before|prior to|pending|await\w*|seek\w*|if|(?<!in )(?<!of )(?<!since )(?<!early )(?<!late )may(?= [a-z])|might|could|cannot|"
    r"future|additional|other|ce mark\w*|ide|investigational device|humanitarian|protocol|request to|to (?:begin|start|conduct|run) (?:an?|its|the)|health canada|european|does not constitute|impression)\b"
)


# Kinds of device that come to market by premarket notification and by nothing else.
_KINDS = re.compile(
    r"\b(?:fda|food and drug administration)[- ]approved (?:[\w-]+ ){0,4}(?:steerable (?:guides?|sheaths?|introducers?)|guid(?:e|ing) catheters?|"
    r"introducer sheaths?|guide ?wires?|infusion pumps?|pulse oximeters?|thermometers?|blood pressure (?:monitors?|cuffs?)|ultrasound scanners?|"
    r"x-ray (?:systems?|machines?|devices?)|(?:mri|ct) scanners?|surgical masks?|face masks?|n95 (?:masks?|respirators?)|syringes?|endoscopes?|"
    r"stethoscopes?|(?:ecg|ekg) (?:monitors?|devices?|patch(?:es)?)|tens (?:units?|devices?)|nebuli[sz]ers?|clear aligners?)\b"
)
_CLEARED = re.compile(
    r"\b(?:fda|food and drug administration)[- ]clear(?:ed|ances?)\b|\bclear(?:ed|ances?) (?:by|from|of) (?:both )?(?:the )?(?:u\.?s\.? )?(?:fda|food and drug administration)\b"
)
# An emergency use is authorized; the words of the FDA, not those of authorities abroad that do approve it.
_EMERGENCY = re.compile(
    r"\b(?:emergency use (?:authori[sz]ation )?(?:\(\"?eua\"?\) )?|eua[- ])approv(?:al|ed)\b|\bapprov(?:al|ed) (?:(?:of )?(?:its|the|our|a|an) (?:[\w-]+ ){1,4})?(?:for|under|through|via) (?:an? |its |the )?(?:emergency use|eua)\b"
)
_FDA = re.compile(r"\b(?:fda|food and drug administration)\b")
_FOOD = re.compile(
    r"\b(?:food[- ]?tech\w*|frying oil|food (?:service|additives?|ingredients?|contact|industry|preservation)|sweeteners?|edible|beverages?)\b"
)
_MEDICAL = re.compile(rf"{_510K}|\b(?:devices?|medical|diagnos\w+|clinical|implants?|surg\w+|patients?|drugs?|therap\w+)\b")

_BY_KIND = "a device of this kind comes to market by premarket notification: it is cleared, not approved"
_IN_EMERGENCY = "an emergency use is authorized (an EUA is granted or issued), not approved"
_NO_DEVICE = "the FDA clears devices; of a food or an ingredient say which step it took, for example that it had no questions about a notice"


class ClearanceNamed(Check, frozen=True, kw_only=True):
    """“Approval” said of a device that came to market by premarket notification or De Novo request; “clearance” of what is no device."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"wrong"})

    def examine(self, release: Release) -> Examination:
        told = zones.spans(release, ("copy", "legend"))
        matches = [*_of_food(release, told), *_by_kind(release, told), *_in_emergency(release, told)]
        named = next((m for span in told if (m := _NAMED.search(release.folded, span.start, span.end))), None)
        if named is None:
            return Examination(matches=tuple(matches), moot=None if matches else "the release speaks of no 510(k) and no De Novo request")
        certain = [match for span in told for match in _PHRASE.finditer(release.folded, span.start, span.end) if not _excused(release, match)]
        matches += [Match(Span(*match.span()), {"wrong": _right(match.group())}) for match in certain]
        if not any(_OTHER_PATH.search(release.folded, span.start, span.end) for span in told):
            taken = [match.span for match in matches]
            for span in told:
                for match in _ELSEWHERE.finditer(release.folded, span.start, span.end):
                    words = Span(*match.span())
                    sentence = sentence_at(release, words)
                    if not any(words.touches(other) for other in taken) and not _EXCUSED.search(release.folded, sentence.start, sentence.end):
                        matches.append(Match(words, {"wrong": _right(named.group())}, severity=Severity.WARNING))
        return Examination(matches=tuple(matches), evidence=(Span(*named.span()),))


def _of_food(release: Release, told: tuple[Span, ...]) -> Iterator[Match]:
    if any(_FOOD.search(release.folded, span.start, span.end) for span in told) and not _MEDICAL.search(release.folded):
        for span in told:
            for match in _CLEARED.finditer(release.folded, span.start, span.end):
                yield Match(Span(*match.span()), {"wrong": _NO_DEVICE}, severity=Severity.WARNING)


def _by_kind(release: Release, told: tuple[Span, ...]) -> Iterator[Match]:
    for span in told:
        for match in _KINDS.finditer(release.folded, span.start, span.end):
            if not _excused(release, match):
                yield Match(Span(*match.span()), {"wrong": _BY_KIND}, severity=Severity.WARNING)


def _in_emergency(release: Release, told: tuple[Span, ...]) -> Iterator[Match]:
    for span in told:
        for match in _EMERGENCY.finditer(release.folded, span.start, span.end):
            words = Span(*match.span())
            sentence = sentence_at(release, words)
            if _FDA.search(release.folded, sentence.start, sentence.end) and not _EXCUSED.search(release.folded, sentence.start, sentence.end):
                yield Match(words, {"wrong": _IN_EMERGENCY}, severity=Severity.WARNING)


# What the sentence says of the words themselves, or of another who approves.
_NO_CLAIM = re.compile(r"\b(?:not|unlike|rather than|does not)\b|\b(?:board|committee|directors|shareholders|stockholders)\b[^.\n]{0,60}\bapprov")


def _excused(release: Release, match: re.Match[str]) -> bool:
    """The sentence speaks of a premarket approval beside, or says that clearance is no approval."""
    sentence = sentence_at(release, Span(*match.span()))
    words = release.folded[sentence.start : sentence.end]
    return bool(_OTHER_PATH.search(words)) or bool(_NO_CLAIM.search(words))


def _right(words: str) -> str:
    right = "granted (De Novo)" if "de novo" in words else "cleared (510(k) clearance)"
    return f"a device on this path is {right}, not approved"
