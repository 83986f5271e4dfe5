"""Appointments: from when, and in whose place."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span

_OFFICE = (
    r"(?:chief (?:[\w&]+ ){1,4}?officer\b|chief|c[efot]o\b|coo\b|president|treasurer|general counsel|managing director|general manager|head of|controller|vice chair|vice president|vp\b|"
    r"(?:executive|principal \w+|corporate) officer|corporate secretary|company secretary|executive chair\w*)"
)
_SEAT = r"(?:(?:board|supervisory board|boards?) of directors|(?:its|the|our|.s) (?:supervisory )?board\b|(?:independent|non-executive|new) director|member of the board)"
_APPOINTED = re.compile(
    r"\b(?:appoint(?:s|ed|ment of|ing)?|names?|named|naming|promot(?:es|ed|ion of)|hires?|hired|elect(?:s|ed|ion of)|selected|recruited|(?:has|have) joined|joins|"
    rf"taps|welcomes|succeed(?:s|ed)?)\b[^.\n]{{0,200}}\b(?:{_OFFICE}|{_SEAT})|\b{_OFFICE}[^.\n]{{0,60}}\b(?:appointed|named|appointment)\b"
)
_PRINCIPAL = re.compile(
    r"\b(?:chief (?:executive|financial|operating|accounting)|ceo|cfo|coo|principal (?:executive|financial|accounting|operating) officer|"
    r"(?<!vice )(?<!vice-)president(?! of|,? (?:north|europe|asia|americas|global|sales))|managing director)\b"
)
_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
_FROM_WHEN = re.compile(
    rf"\beffective(?:ly)?,? (?:immediately|as|on|from|today|upon|following|after|at|with|date|in|next|this|\w+day|\d|{_MONTH})|\bwith (?:immediate )?effect\b|\bimmediately\b|\bas of\b|\b(?:beginning|starting|commencing|from|on|in) (?:or about )?"
    rf"(?:the )?(?:\d{{1,2}}\b(?! (?:years|months|countries))|{_MONTH}|early|mid|late|today|monday|tuesday|wednesday|thursday|friday|next|this (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|summer|spring|autumn|fall|winter|the (?:first|second|third|fourth|close|end|conclusion|annual))|"
    r"\b(?:will|has|have|had|he|she|they|who) (?:\w+ )?(?:join|joins|joined|start|starts|started|begin|begins|began|assume|assumes|assumed|take over|takes over|took over)\b|"
    r"\b(?:upon|following|after) (?:the )?(?:completion|closing|conclusion|retirement|departure|annual|filing|expiration|his|her|their)|\bfirst day\b|\bstart date\b|\beffective date\b"
)
_MOVE = re.compile(
    r"\b(?:appoint|join|start|beg[iau]n|assum|role|position|office|elect|nam(?:ed|ing)|promot|serv|succe|effect|hir|tak|took|board|transition|lead)"
)
_WORKED = re.compile(r"\b(?:most recently|previously|prior to|before|earlier|began (?:his|her) career|served|former(?:ly)?|joined \w+ in)\b")
_GONE = re.compile(r"\b(?:retired|resigned|left|departed|stepped down|died|passed away)\b[^.;]{0,40}$")  # the predecessor's day
_PREDECESSOR = re.compile(
    r"\b(?:succe(?:eds?|eded|eding|ssor|ssion)|replac\w+|predecessor|in place of|takes over from|taking over from|took over from|steps? down|stepp(?:ed|ing) down|"
    r"retir(?:e|es|ed|ing|ement)|resign\w*|depart(?:s|ed|ing|ure)|left the company|leav(?:es|ing)|outgoing|interim|(?<!-)acting|vacan\w+|vacated|newly[- ]created|new(?:ly)? (?:position|role|post|office)|"
    r"created (?:position|role)|first (?:chief|ceo|cfo|president)|will continue (?:as|to serve)|remain(?:s)? (?:as|with)|transition(?:s|ing|ed)? (?:to|from|into)|assumes the role from|"
    r"serves? as both|dual role|promoted to|passed away|death of|terminat\w+|separation|who (?:will|has) (?:move|moved|become|become)|hand(?:s|ed|ing) over)\b"
)


class AppointmentTold(Check, frozen=True, kw_only=True):
    """What an appointment does not tell: from when and, for a principal officer, what became of the predecessor."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"missing"})

    def examine(self, release: Release) -> Examination:
        appointed = _appointment(release)
        if appointed is None:
            return Examination(moot="the release appoints nobody")
        told = zones.spans(release, ("headline", "subheadline", "dateline", "body"))
        missing = []
        if not any(_told(release, span, _FROM_WHEN) for span in told):
            missing.append("from when the appointment is effective")
        if _PRINCIPAL.search(release.folded, appointed.start, appointed.end) and not any(_told(release, span, _PREDECESSOR) for span in told):
            missing.append("what became of the predecessor")
        if not missing:
            return Examination(evidence=(appointed,))
        return Examination(matches=(Match(appointed, {"missing": " and ".join(missing)}, absent=True),))


def _appointment(release: Release) -> Span | None:
    """The lead's words, else the headline's."""
    for zone in (*zones.spans(release, ("lead",)), *zones.spans(release, ("headline", "subheadline"))):
        match = _APPOINTED.search(release.folded, zone.start, zone.end)
        if match:
            return Span(*match.span())
    return None


def _told(release: Release, span: Span, cue: re.Pattern[str]) -> bool:
    """Of this office: what the person did before does not tell it, and the predecessor's last day does not tell from when."""
    for match in cue.finditer(release.folded, span.start, span.end):
        sentence = sentence_at(release, Span(*match.span()))
        if _WORKED.search(release.folded, sentence.start, match.start()):
            continue
        moves = _MOVE.search(release.folded, sentence.start, sentence.end)
        if cue is _PREDECESSOR or (moves and not _GONE.search(release.folded[sentence.start : match.start()])):
            return True
    return False
