"""Appointments: from when, and in whose place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span

_OFFICE = (
    r"(?:chief (?:[\w&]+ ){1,4}?officer\b|chief|c[efotm]o\b|coo\b|president|treasurer|general counsel|managing director|general manager|head of|controller|vice chair|vice president|vp\b|"
    r"(?:executive|principal \w+|corporate) officer|corporate secretary|company secretary|executive chair\w*)"
)
_SEAT = (
    r"(?:(?:board|supervisory board|boards?) of (?:directors|trustees)|(?:its|the|our|.s) (?:supervisory )?board\b|(?:independent|non-executive|new|board) (?:non-executive )?directors?\b|"
    r"director of the (?:company|corporation)|members? of the board|as (?:an? )?(?:\w+ )?directors?\b)"
)
_APPOINTED = re.compile(
    r"\b(?:appoint(?:s|ed|ments?|ing)?|names?|named|naming|promot(?:es|ed|ion of)|hires?|hired|hiring of|elect(?:s|ed|ion of)|selected|selects|chosen|chooses|picked|picks|tapped|recruited|(?:has|have) joined|joined|joins|"
    rf"taps|welcomes|succeed(?:s|ed)?|takes over|took over|stepped into|becomes?|returns? (?:to [^\n]{{2,40}} )?as|adds|addition of)\b[^\n]{{0,200}}?\b(?:{_OFFICE}|{_SEAT}(?: of (?:directors|trustees))?)|"
    rf"\b{_OFFICE}[^.\n]{{0,60}}\b(?:appointed|named|appointment)\b|\bjoin(?:s|ed)? [^.\n]{{2,60}}\bboard\b|\bexpand(?:s|ed) (?:its|the) board\b[^.\n]{{0,60}}\b(?:with|by|to)\b|\b(?:new|expands (?:its |the )?) ?{_SEAT}(?: of (?:directors|trustees))?|"
    r"\b(?:additions?|appointments?|promotions|hires) to (?:its|the|our) (?:\w+ ){0,3}(?:team|management|leadership)\b"
)
_LEFT_OUT = re.compile(
    r"\b(?:decline[sd]|not (?:to )?(?:stand|seek)|propose[sd]?|nominat\w+|until|was (?:named|appointed|elected) (?:to|in|as)[^\n]{0,60}\bin (?:19|20)\d\d)\b"
)
_PRINCIPAL = re.compile(
    r"\b(?:chief (?:executive|financial|operating|accounting)|ceo|cfo|coo|principal (?:executive|financial|accounting|operating) officer|"
    r"(?<!vice )(?<!vice-)president(?! of (?!the company|[\w ]{0,20}board)|,? (?:north|europe|asia|americas|global|sales))|managing director)\b"
)
_SUBSIDIARY = re.compile(r"[\w\s&]{0,40},? (?:of|for|at) [^.,;\n]{0,60}\b(?:subsidiary|division|unit|segment|affiliate|joint venture|operations)\b")
# The office of another house, or one held before: "formerly chief financial officer of …", "Jane Roe, president of …, to its board".
_HELD_BEFORE = re.compile(
    r"\b(?:former(?:ly)?|ex|previous(?:ly)?|most recently|current(?:ly)?|retired|then|past|served as|serves as|was|report(?:s|ing)? (?:directly )?to)\b[^.;]{0,60}$"
)
_APPOSED = re.compile(r"[a-z.\"'], (?:the |its |our )?(?:[\w&-]+ ){0,4}(?:and )?$")

_MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
_FROM_WHEN = re.compile(
    rf"\beffective(?:ly)?,? (?:immediately|as|on|from|today|upon|following|after|at|with|date|in|next|this|\w+day|\d|{_MONTH})|\bwith (?:immediate )?effect\b|\bimmediately\b(?! (?:prior|before|preced|apparent|access))|"
    rf"\bas of (?:the |today|\d|{_MONTH}|\w+day|this|that|now)|\b(?:beginning|starting|commencing|from|on|in) (?:or about )?"
    rf"(?:the )?(?:\d{{1,2}}\b(?! (?:years|months|countries|states|plants|markets))|{_MONTH}|early|mid|late\b|today\b(?!')|monday|tuesday|wednesday|thursday|friday|next|this (?:week|month|quarter|year|spring|summer|autumn|fall|winter)|summer|spring|autumn|fall|winter|the (?:first|second|third|fourth|close|end|conclusion|annual))|"
    r"\b(?:will|has|have|had|he|she|they|who) (?:\w+ )?(?:join|joins|joined|start|starts|started|begin|begins|began|assume|assumes|assumed|take over|takes over|took over)\b(?! (?:\w+ ){0,4}career)|"
    r"\b(?:elected|appointed|named|promoted|joined)\b[^.,\n]{0,60}\btoday\b(?!')|\bjoined (?:\w+ ){1,6}(?:yesterday|today|this (?:week|month)|last (?:week|month)|earlier this)|\byesterday\b|"
    rf"\b(?:upon|following|after) (?:the )?(?:completion|closing|conclusion|retirement|departure|annual|filing|expiration|his|her|their)|\bheld (?:on )?(?:\d|today|yesterday|{_MONTH})|\bfirst day\b|\bstart date\b|\beffective date\b"
)
_MOVE = re.compile(
    r"\b(?:appoint|join|start|beg[iau]n|assum|role|position|office|elect|nam(?:ed|ing)|promot|serv|succe|effect|hir|tak|took|board|transition|lead)"
)
_WORKED = re.compile(
    r"\b(?:most recently|previously|prior to|before|earlier|(?:began|started) (?:his|her|their) (?:\w+ )?career|served|former(?:ly)?|joined \w+ in|career)\b"
)
_APPOSITIVE = re.compile(r", (?:an? |the )?(?:\w+ )?(?:former|retired)\b[^,;]*,\s*$")  # "Jane Roe, a former partner of a law firm, as of March 1"
_WAS = re.compile(r"\b(?:was|been|has served|served)\b")  # with a year gone by: an earlier post
_JOINED = re.compile(r"\b(?:joined|started|began)$")
_YEAR, _SOON = re.compile(r"\b(?:19|20)\d\d\b"), 40
_GONE = re.compile(r"\b(?:retired|resigned|left|departed|stepped down|died|passed away|until)\b[^.;]{0,40}$")  # the predecessor's day

# Who was in the office, in words that can only be said of it.
_IN_PLACE = re.compile(
    r"\bsucce(?:ed|eds|eded|eding) (?!in\b|by\b|and\b|as a\b|with\b|together\b|on\b)\w|\bsuccessor to\b|\b(?:as|named|the) (?:\w+ ){0,2}successor\b|\bsuccession (?:plan|process)\b|\bplanned succession\b|\breplac(?:es|ed|ing|e) (?!existing|old|the need|paper)\w|\bpredecessor\b|"
    r"\bin (?:the )?place of\b|\b(?:takes|taking|took|take) over (?:the \w+ )?from\b|\bassumes the (?:role|position|duties) (?:from|of|held by)\b|\bhand(?:s|ed|ing) over\b|\boutgoing\b|\bvacan\w+|\bvacated\b|"
    r"\bnew(?:ly)?(?:[- ]| )(?:created|established|formed)\b|\b(?:a|this|the|is) (?:brand )?new(?:ly)? (?:position|role|post|office)\b|\bcreated (?:the )?(?:position|role|post|office)\b|\bfirst(?:-ever)? (?:\w+ )?(?:chief|ceo|cfo|coo|president)\b|\bno predecessor\b"
)
# Who leaves or moves: tells it where somebody else than the one appointed does so.
_LEAVES = re.compile(
    r"\b(?:steps? down|stepp(?:ed|ing) down|retir(?:es?|ed|ing|ement)(?! (?:plan|benefit|saving|communit|account|service|income|age|home|system))|resign\w*|depart(?:s|ed|ing|ure)(?! (?:from (?:tradition|the past)|ment))|left the (?:company|firm|bank)|leav(?:es|ing) (?:the|to|at|after|his|her|as|\w+ in|on|in)|"
    r"will (?:leave|continue (?:as|to serve|in)|remain|move|become|transition|retain|keep)|remain(?:s|ing)? (?:as|with|on|a)|transition(?:s|ing|ed)? (?:to|from|into|out of) (?:the |an? |his |her )?(?:\w+ )?(?:role|position|advis\w+|chair\w*|consult\w+|board|strateg\w+|senior|vice|retire\w*)|serves? as both|dual role|in addition to (?:his|her) (?:current |existing )?(?:role|dut|position|respons)|"
    r"passed away|death of|terminat\w+|separation|no longer|who (?:has |was )?(?:moved|become|became|promoted)|(?:interim|acting) (?:\w+ ){0,4}(?:chief|ceo|cfo|coo|president|officer|principal)|on an interim basis|in an interim capacity)\b"
)
_UPON = re.compile(
    r"\b(?:following|upon|after|when|once|because|while|with|since|on|until|as|by) (?:the |his |her )?(?:[\w.'-]+ ){0,6}$|\b(?:who|whom|whose)\b[^.;]{0,80}$"
)
_SUBJECT = re.compile(r"^[\s\"']*(?:mr\.? |ms\.? |mrs\.? |dr\.? )?([\w'-]+)")
_SOON_AFTER = 4  # paragraphs of the body among which an appointment may first be told


class AppointmentTold(Check, frozen=True, kw_only=True):
    """What an appointment does not tell: from when and, for a principal officer, what became of the predecessor."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"missing"})

    def examine(self, release: Release) -> Examination:
        appointed = _appointment(release)
        if appointed is None:
            return Examination(moot="the release appoints nobody")
        told = zones.spans(release, ("headline", "subheadline", "dateline", "body"))
        missing = []
        if not any(_tells_from_when(release, span) for span in told):
            missing.append("from when the appointment is effective")
        if _principal(release, appointed) and not any(_tells_predecessor(release, span, appointed) for span in told):
            missing.append("what became of the predecessor")
        if not missing:
            return Examination(evidence=(appointed,))
        return Examination(matches=(Match(appointed, {"missing": " and ".join(missing)}, absent=True),))


def _appointment(release: Release) -> Span | None:
    """The lead's words, else the headline's, else those of a paragraph soon after."""
    bodies = zones.spans(release, ("body",))
    heads = zones.spans(release, ("headline", "subheadline"))
    return next(_appointments(release, (*zones.spans(release, ("lead",)), *heads, *bodies[1:_SOON_AFTER])), None)


def _appointments(release: Release, where: tuple[Span, ...]) -> Iterator[Span]:
    for zone in where:
        for piece in _sentences(release, zone):
            for match in _APPOINTED.finditer(release.folded, piece.start, piece.end):
                if not _LEFT_OUT.search(release.folded, piece.start, match.end()):
                    yield Span(*match.span())


def _sentences(release: Release, zone: Span) -> Iterator[Span]:
    """The sentences of the zone; a headline is one."""
    inside = [sentence for sentence in release.sentences if sentence.touches(zone)]
    yield from (Span(max(s.start, zone.start), min(s.end, zone.end)) for s in inside)
    if not inside:
        yield zone


def _principal(release: Release, appointed: Span) -> bool:
    """By these words, or by the headline or another sentence of the lead."""
    named = _appointments(release, zones.spans(release, ("headline", "lead")))
    return any(_to_principal_office(release, span) for span in (appointed, *named))


def _to_principal_office(release: Release, appointed: Span) -> bool:
    """The office given, not one held before or elsewhere."""
    sentence = sentence_at(release, appointed)
    end = max(appointed.end, min(sentence.end, appointed.end + 60))
    for office in _PRINCIPAL.finditer(release.folded, appointed.start, end):
        before = release.folded[appointed.start : office.start()]
        apposed = _APPOSED.search(before) and re.search(_SEAT, release.folded[office.end() : sentence.end])
        if not (_HELD_BEFORE.search(before) or apposed or _SUBSIDIARY.match(release.folded, office.end())):
            return True
    return False


def _tells_from_when(release: Release, span: Span) -> bool:
    """Of this office: what the person did before does not tell it, nor does the predecessor's last day."""
    for match in _FROM_WHEN.finditer(release.folded, span.start, span.end):
        sentence = sentence_at(release, Span(*match.span()))
        before = _APPOSITIVE.sub("", release.folded[sentence.start : match.start()])
        if _MOVE.search(release.folded, sentence.start, sentence.end) and not _WORKED.search(before) and not _GONE.search(before):
            year = _YEAR.search(release.folded, match.start(), match.end() + _SOON)
            past = _WAS.search(before) or _JOINED.search(match.group())
            if not (year and release.date and int(year[0]) < release.date.year and past):
                return True
    return False


def _tells_predecessor(release: Release, span: Span, appointed: Span) -> bool:
    named = set(re.findall(r"[\w'-]+", release.folded[appointed.start : appointed.end])) | {"he", "she"}
    for cue in (_IN_PLACE, _LEAVES):
        for match in cue.finditer(release.folded, span.start, span.end):
            sentence = sentence_at(release, Span(*match.span()))
            before = release.folded[sentence.start : match.start()]
            if _WORKED.search(before) or (cue is _LEAVES and appointed.touches(Span(*match.span()))):
                continue
            subject = _SUBJECT.match(before)
            if cue is _IN_PLACE or _UPON.search(before) or not (subject and subject[1] in named):
                return True
    return False
