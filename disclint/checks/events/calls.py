"""Conference calls: when they are, and how to take part."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span

_CALL = r"(?:conference (?:tele)?call|web ?cast|(?:web|internet|audio) ?broadcast|earnings call|results call|teleconference|tele-conference|audio ?cast|investor call|call with (?:investors|analysts|shareholders|the (?:investment|financial) community)|analyst call|conference calls?|live call|zoom (?:call|meeting)|webinar|(?:host|hold|conduct)(?:s|ing)? (?:a|an|its) (?:\w+ ){0,3}call)"
_NAMED = re.compile(_CALL)
_HELD = re.compile(
    rf"\b(?:will|to|plans?|scheduled|invite[sd]?|hosting|hosts?|holding|conduct(?:ing)?|today|tomorrow|join|listen)\b[^\n]{{0,140}}\b{_CALL}|"
    rf"\b{_CALL}s?\b[^\n]{{0,140}}?\b(?:will|scheduled|is set|to be held|begin(?:s|ning)?|at \d|today|tomorrow|on (?:mon|tues|wednes|thurs|fri)day|to discuss|to review)\b"
)
_SET_OUT = re.compile(  # in a row of a table, or as a label
    rf"\b{_CALL}(?: (?:date|details|and (?:live )?web ?cast))?(?::|\t)[ \t]*(?:(?:mon|tues|wednes|thurs|fri)day\b|(?:january|february|march|april|may|june|july|august|september|october|november|december) \d)"
)
_ELSEWHERE = re.compile(
    r"\b(?:forward-looking|was held|were held|held (?:a|its|their)|hosted (?:a|its)|previously announced|as announced|during (?:the|our|its|this) (?:conference call|webcast)|"
    r"on (?:the|our|its|this|the company's) (?:(?:regular|last|previous|next|upcoming|quarterly|first|second|third|fourth|quarter|full|year|year-end|half)[ -]){0,4}(?:(?:conference|earnings|results) )+call|"
    r"details (?:of|for|on|about) [^.\n]{0,60}(?:will be|to be) (?:announced|provided|published|issued|given)|no conference call|not (?:be )?(?:host|hold)\w*|present(?:ing)? at|(?:speak|appear)(?:ing|s)? at|at (?:the )?(?:[\w&'.-]+ ){1,6}conference(?! (?:call|id|number|code|center|room))|participat\w+ in|fireside|investor conference|"
    r"(?:and|or) (?:a |an )?(?:audio |telephone )?replays?|conducted (?:via|through)|investor day|press releases?|sec filings|social media|archived?|replays? of|join the event|virtually|(?:annual|general|special) meeting|summit|forum|symposium)\b"
)
_TIME = re.compile(
    r"\b\d{1,2}(?:[:.]\d\d)? ?(?:a\.? ?m\b|p\.? ?m\b)|\b\d{1,2}[:h]\d\d\b|\bnoon\b|\b\d{1,2}\.\d\d (?:cet|eet|cest|hours)|\bo'clock\b|\b\d{4} ?(?:hours|hrs|gmt|cet)\b"
)
_ZONE = re.compile(  # behind a time, or just before it
    r"^[\s,.(/]{0,4}(?:\(?u\.?s\.?\)? )?(?:eastern|central|mountain|pacific|atlantic)\b|"
    r"^[\s,(/]{0,4}(?!(?:at|on|to|for|this|which|that|in|the|and) )(?:[a-z.,]+ ){0,3}[a-z.]{2,} time\b|"
    r"^[\s,.(/]{0,4}(?:in )?(?:new york|london|taiwan|taipei|tokyo|japan|hong kong|singapore|beijing|shanghai|china|sydney|melbourne|paris|frankfurt|zurich|oslo|stockholm|"
    r"copenhagen|helsinki|amsterdam|brussels|madrid|milan|tel aviv|israel|toronto|vancouver|calgary|mumbai|india|seoul|korea|athens|mexico city|s[ãa]o paulo|bermuda)\b|"
    r"\b(?:[ecmp]\.?[sd]?\.?t|gmt|utc|bst|cet|cest|eet|eest|hkt|jst|sgt|ist|idt|aest|aedt|awst|nzst|msk|brt|"
    r"(?:eastern|central|mountain|pacific|atlantic|local|standard|daylight|summer|new york|london) time)\b|\([a-z]{2,4}t\)|\btimes? eastern\b"
)
_BEHIND, _JUST_BEFORE = 45, 30
_REPLAY = re.compile(r"\b(?:replay|rebroadcast|recording|archived?|tap(?:e|ing))\b")
_LIVE = re.compile(r"\blive\b|\bwill (?:host|hold|conduct|begin|start|discuss)\b|\b(?:host|hold|conduct)ing\b")
_NUMBER = re.compile(
    r"\(?\b\d{3}\)?[-. \u00b7/)]{1,3}\d{3}[-. ]{1,3}\d{4}\b|\+ ?\d[\d ()-]{6,}|\b1?-?8\d\d-[a-z0-9-]{7,}|\b0\d{2,4} \d{3,4} \d{3,4}\b"
)
_ADDRESS = re.compile(
    r"https?://|\bwww\.|\b[\w-]+\.(?:com|net|org|io|co|ca|us|eu|de|no|se|fi|ch|biz|info|edu|tv|vc|events?)\b|@[\w-]+\.|"
    r"\bclick(?:ing)? (?:here|on)\b|\b(?:this|following|webcast|registration|audio|the) link\b|\blink below\b|"
    r"\b(?:investors?(?: relations)?|ir|news|events)(?: (?:and|&|/) \w+)?\"? (?:section|page|website|web site|portal|center|portion|tab|area)\b|\b(?:section|page|portion|tab) of [\w' .]{1,50}(?:web ?site|site)\b"
)
_CODE = re.compile(
    r"\b(?:pass ?codes?|access codes?|conference (?:id|code|number)|participant (?:code|pin)|confirmation (?:number|code)|meeting id|entry (?:number|code)|pin(?: code| number)?)\b"
)
_NO_CODE = re.compile(r"\b(?:no|without (?:an?|any)) $")
_NONE = re.compile(r"\W{1,3}(?:the company|we|it) will not (?:hold|host|have)")
_CODE_AFTER = re.compile(r"\d{3}|[\"'][\w ]+[\"']|^[^.]{0,20}: ?\w+")
_CODE_BEFORE = re.compile(r"(?<![\d-])\d{4,8}#?\W{0,4}(?:as (?:the|their|your|a) (?:\w+ )?)?$")
_WAY_IN = "a number to dial or an address of the webcast"
_OCCASIONS = {"conference", "earnings", "guidance"}  # where a call is announced even if nothing is said of it
_REACH = 5  # blocks behind the announcement in which its details may stand


class CallTold(Check, frozen=True, kw_only=True):
    """What the announcement of the issuer's own call or webcast does not tell: its time, the time zone, a way in, a code that is asked for."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"missing"})

    def examine(self, release: Release) -> Examination:
        announced = _announcement(release)
        if announced is None:
            return Examination(moot="the release announces no call or webcast of its own")
        missing = [name for name, there in _details(release).items() if not there]
        if not missing:
            return Examination(evidence=(announced,))
        if {"the time", _WAY_IN} <= set(missing) and not {event.name for event in release.events} & _OCCASIONS:
            return Examination(moot="the release only mentions a call")
        return Examination(matches=(Match(_missing_at(release, announced, missing), {"missing": ", ".join(missing)}, absent=True),))


def _announcement(release: Release) -> Span | None:
    for zone in zones.spans(release, ("body", "subheadline")):
        for match in _HELD.finditer(release.folded, zone.start, zone.end):
            sentence = sentence_at(release, Span(*match.span()))
            call = _NAMED.search(release.folded, match.start(), match.end())  # it may stand in the sentence behind the verb's
            end = max(sentence.end, sentence_at(release, Span(*call.span())).end if call else 0)
            if _NONE.match(release.folded, match.end()) or _ELSEWHERE.search(release.folded, sentence.start, end):
                continue
            return Span(*match.span())
    set_out = (m for zone in zones.spans(release, ("body", "table")) for m in _SET_OUT.finditer(release.folded, zone.start, zone.end))
    return next((Span(*match.span()) for match in set_out if not _REPLAY.search(match.group())), None)


def _missing_at(release: Release, announced: Span, missing: list[str]) -> Span:
    """The announcement; where only the zone is missing, with the time that lacks it."""
    sentence = sentence_at(release, announced)
    time = _TIME.search(release.folded, announced.end, max(announced.end, sentence.end)) if missing == ["the time zone"] else None
    return Span(announced.start, time.end() + release.text.startswith(".", time.end())) if time else announced


def _details(release: Release) -> dict[str, bool]:
    said = "\n".join(_about(release))
    live = "\n".join(_about(release, replays=False))
    times = list(_TIME.finditer(live))
    number = _NUMBER.search(said)
    code = _CODE.search(said)
    return {
        "the time": bool(times),
        "the time zone": not times or any(_zoned(live, time) for time in times),
        _WAY_IN: bool(number or _ADDRESS.search(said)),
        "the code that callers are asked for": not (number and code) or any(_coded(said, match) for match in _CODE.finditer(said)),
    }


def _zoned(said: str, time: re.Match[str]) -> bool:
    return bool(_ZONE.search(said[time.end() : time.end() + _BEHIND]) or _ZONE.search(said[max(0, time.start() - _JUST_BEFORE) : time.start()]))


def _coded(said: str, match: re.Match[str]) -> bool:
    """A code stands behind its name, or before it: “passcode 73916”, “using 73916 as the code”; a word may be one."""
    if _NO_CODE.search(said[max(0, match.start() - 12) : match.start()]):
        return True
    return bool(_CODE_AFTER.search(said[match.end() : match.end() + 60]) or _CODE_BEFORE.search(said[max(0, match.start() - 24) : match.start()]))


def _about(release: Release, *, replays: bool = True) -> list[str]:
    """The blocks that speak of the call, with the few behind each; without the sentences on its replay, if wished."""
    told = zones.spans(release, ("headline", "subheadline", "dateline", "body", "heading", "table"))
    said, left = [], 0
    for block in release.document.blocks:
        if not any(span.touches(block.span) for span in told):
            continue
        words = release.folded[block.span.start : block.span.end]
        left = _REACH if re.search(_CALL, words) else left - 1
        if left >= 0:
            said.extend([words] if replays else _live(release, block.span))
    return said


def _live(release: Release, block: Span) -> list[str]:
    """The sentences of the block, each up to where it speaks of a replay only."""
    inside = [s for s in release.sentences if block.covers(s)] or [block]
    said = [(words, _REPLAY.search(words)) for words in (release.folded[s.start : s.end] for s in inside)]
    return [words if not replay or _LIVE.search(words, 0, replay.start()) else words[: replay.start()] for words, replay in said]
