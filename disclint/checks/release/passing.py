"""Passing: events told as yet to come on a day before the release."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.release.calendar import meant
from disclint.checks.wording import sentence_at
from disclint.model import DateMention, DateRole, Release, Span
from disclint.text import MONTH

_TO_COME = re.compile(
    r"\bwill (?:also )?(?:be |host|hold|conduct|discuss|webcast|participate|present|take place|release|report|announce|pay|review|attend|speak)"
    r"|\b(?:is|are) (?:scheduled|payable|planned|expected|set|slated|due|to be)\b|\bto be (?:held|paid|webcast)\b|\bplans to\b|\binvited to\b"
    r"|\bbegins? (?:at|on)\b|\b(?:may|can) (?:join|listen|access|participate|dial|attend|register)\b|\bto (?:join|listen|dial|participate)\b"
)
_TOLD = re.compile(r"\b(?:was|were|had|has been|took place|previously|replay)\b")
_DECLARES = re.compile(r"\b(?:declared|declares|approved|announced)(?: \w+){0,6} (?:dividend|distribution)\b")
_DECLARES_NOW = re.compile(r"\b(?:today|has declared|have declared|declares)\b")
_DECLARED = re.compile(
    r"\b(?:previously|earlier|had|last|recently|also paid|was declared|were declared|meeting|vote|was paid|were paid|(?:during|in) the (?:\w+ )?quarter)\b"
    rf"|\bin {MONTH}\b"
)
# Words up to the stop of their sentence; hours, amounts and “U.S.” have stops of their own.
_RUN = r"(?:[^.;:]|(?<=\d)[.:](?=\d)|(?<=[ap])\.(?=m)|(?<=[ap]\.m)\.|(?<=u)\.(?=s\.)|(?<=u\.s)\.)"
# “will present at the forum on”: what is to come, told of the very day that follows.
_PROMISED = re.compile(
    rf"\b(?:intends?|expects?|plans?|proposes?) to (?P<meant>{_RUN}{{1,160}}?)\bon (?:or (?:about|around|before) )?(?:\w+day,? )?$"
    r"|\bwill (?:be (?:presented|held|hosted|shown)|present|exhibit|participate|take place|attend|speak)\b(?P<shown>[^.;:]{1,120}?), (?:\w+day,? )?$"
    rf"|\b(?:will|shall|(?:is|are) (?:scheduled|expected|planned|due|set|to)\b(?: to)?|(?:may|can|invited to) (?:join|listen|access|participate|dial|attend|register|tour|visit))(?P<what>{_RUN}{{1,160}}?)\b(?:on (?:or (?:about|around) )?|tomorrow,? (?:on )?)(?:\w+day,? )?$"
    r"|\b(?:is|are) (?:now |currently |also )?(?:scheduled|set|planned|slated|fixed)(?P<set>) for (?:\w+day,? )?$"
    r"|\b(?:call|webcast|meeting|session|presentation|briefing)\b(?P<which>[^.;:]{0,60}) (?:begins?|starts?|opens?|takes place|commences)"
    r"(?: (?:promptly )?at [\d:]+ ?[ap]\.?m\.?,? ?[\w ()]{0,24}?)? on (?:\w+day,? )?$"
)
_BACKWARDS = re.compile(
    r"\b(?:announced|declared|issued|dated|filed|made|signed|entered|executed|published|adopted|approved|granted|held|closed|completed|began|started"
    r"|disclosed|reported|described|discussed|released|record|ended|which|that|who|since|following|after|before|if|was|were|had|based|expired|effected"
    r"|as of|due|shown|owning|owns?|outstanding|including|ending)\b"
    # what happened on the day, or was worth then, and is only dealt with later: “will appeal the ruling on”
    r"|\b(?:outage|fire|flood|storm|hurricane|earthquake|explosion|accident|incident|attack|breach|failure|loss|ruling|decision|judgment|verdict|order"
    r"|lawsuit|complaint|price)s?(?: (?:of|at|in|by|on) [\w' -]{1,40})?,? ?$"
)
_DONE = re.compile(
    r"^(?!.*\bbe\b).*\b(?:[a-z]{2,}ed|won|lost|sold|bought|given|sent|starting|beginning)(?: (?:by|in|at) [\w' -]{1,40})?,?$"
)  # “will move to the offices leased on”
# Days and hours told on the way to the date: the period reported, and the trading session before or after which it comes out.
_ON_THE_WAY = re.compile(
    rf"\bended {MONTH} \d{{1,2}}(?:, \d{{4}})?"
    r"|\b(?:before|after|following|prior to) (?:the )?(?:[\w.&-]+ ){0,3}(?:markets?|open|opening|close|closing)"
    r"(?: (?:opens?|closes?|opening|closing|close|of (?:[\w.&-]+ ){0,4}(?:markets?|trading|business)(?: on (?:the )?[\w.&-]+)?))?(?=,? ?$)"
)
# What heads a list of events, and a day in the manner of a form.
_UPCOMING = re.compile(
    r"\b(?:upcoming|forthcoming|future|coming) (?:[\w&'-]+ ){0,3}(?:events?|conferences?|presentations?|meetings?|dates?|calls?|webcasts?|appearances?)\b"
)
_EVENTS = re.compile(r"\b(?:events|conferences|presentations|meetings|calls|webcasts|appearances|forums|dates|sessions|hearings)\b")
_FIELD = re.compile(
    r"(?:^|[\n\t])[\s*_|>-]*(?:date|when|day|(?:[\w-]+ ){0,2}(?:call|webcast|meeting)(?: date)?)(?: ?(?:and|&|/) ?time)?\s*:[\s*_|]*(?:\w+day,? )?$"
)
_CALL = re.compile(r"\b(?:call|webcast|dial|conference id|passcode|meeting id|time ?:|where ?:|\d ?[ap]\.?m\b)")
_LONGEST = 200  # characters of an entry of such a list
_NEAR = 160  # characters behind such a day in which the call is told


class EventPassed(Check, frozen=True, kw_only=True):
    """An event announced for a day before the release."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"date", "released"})

    roles: tuple[DateRole, ...]

    def examine(self, release: Release) -> Examination:
        if release.date is None:
            return Examination(moot="the release bears no date")
        announced = [d for d in release.dates if d.date and self._is_announced(release, d)]
        if not announced:
            return Examination(moot="no event is announced with its date")
        passed = [d for d in announced if all(day < release.date for day in meant(release, d))]
        values = {"released": release.date.isoformat()}
        matches = tuple(Match(d.span, {**values, "date": d.date.isoformat() if d.date else ""}) for d in passed)
        return Examination(matches, evidence=tuple(d.span for d in announced if d not in passed))

    def _is_announced(self, release: Release, mention: DateMention) -> bool:
        return (mention.role in self.roles and _is_to_come(release, mention)) or _is_promised(release, mention) or _is_listed(release, mention)


def _is_to_come(release: Release, mention: DateMention) -> bool:
    if release.part_at(mention.span.start) not in ("body", "dateline", "subheadline", "headline", "heading"):
        return False
    sentence = sentence_at(release, mention.span)
    words = release.folded[sentence.start : sentence.end]
    if mention.role in ("record", "payment") and _is_declared(release, mention, sentence):
        return True
    if mention.role == "record":
        return False
    told = _BACKWARDS.search(words[max(0, mention.span.start - sentence.start - 16) : mention.span.start - sentence.start])
    return bool(_TO_COME.search(words)) and not _TOLD.search(words) and (told is None or " be " in told.string)


def _is_promised(release: Release, mention: DateMention) -> bool:
    """Whether the words that lead to the date say that something is to happen on it."""
    if release.part_at(mention.span.start) not in ("body", "dateline", "subheadline"):
        return False
    sentence = sentence_at(release, mention.span)
    leading = _PROMISED.search(release.folded[sentence.start : mention.span.start])
    promise = _ON_THE_WAY.sub("", next(filter(None, leading.groups()), "").rstrip()) if leading else ""
    promise = re.sub(r"^(?: also)? be \w+", "", promise).rstrip()
    return leading is not None and not _BACKWARDS.search(promise) and not _DONE.search(promise)


def _is_declared(release: Release, mention: DateMention, sentence: Span) -> bool:
    """Whether a dividend is declared in this very release: with its payment to come, or today, and no earlier day of which that is told."""
    words = release.folded[sentence.start : sentence.end]
    if re.match(r"(?:the |this |such )?(?:\w+ ){0,2}(?:dividend|distribution|it)\b", words):  # declared in the sentence before
        before = sentence_at(release, Span(max(0, sentence.start - 3), max(1, sentence.start - 2)))
        words = release.folded[before.start : sentence.end] if "\n" not in release.folded[before.start : sentence.start] else words
    dates = [d for d in release.dates if d.date and sentence.covers(d.span)]
    due = [d for d in dates if d.role == "payment" and d.date and release.date and d.date > release.date]
    others = [d for d in dates if d.role not in ("payment", "record", "ex-dividend") and not _is_of_release(release, d)]
    if not _DECLARES.search(words) or _DECLARED.search(words) or others:
        return False
    news = release.headline is not None and re.search(
        r"\b(?:dividend|distribution)\b", release.folded[release.headline.span.start : release.headline.span.end]
    )
    return bool(due and mention.role == "record") or bool(news) or bool(_DECLARES_NOW.search(words))


def _is_of_release(release: Release, mention: DateMention) -> bool:
    """The dateline's own day, or that of the board's meeting on the eve of the release."""
    return mention.date is not None and release.date is not None and -7 <= (mention.date - release.date).days <= 0


def _is_listed(release: Release, mention: DateMention) -> bool:
    """Whether the day is an entry of a list of what is to come, or stands in the manner of a form before the way into a call."""
    if release.part_at(mention.span.start) not in ("body", "subheadline", "heading", "table"):
        return False
    blocks = release.document.blocks
    at = next((i for i, b in enumerate(blocks) if b.span.covers(mention.span)), 0)
    block = blocks[at]
    start, end = max(0, mention.span.start - 40), mention.span.end
    if _FIELD.search(release.folded, start, mention.span.start) and "replay" not in release.folded[max(0, start - 60) : end]:
        return bool(_CALL.search(release.folded, end, end + _NEAR)) and mention.date != release.date
    if len(block.span) > _LONGEST or _tells_past(release, block.span):
        return False
    while at > 0 and (blocks[at].kind in ("item", "table") or len(blocks[at].span) <= _LONGEST):
        at -= 1
        above = release.folded[blocks[at].span.start : blocks[at].span.end].rstrip(" *_")
        if blocks[at].kind == "heading" or (blocks[at].kind != "item" and len(above) < 60 and not above.endswith(".")):
            return bool(_UPCOMING.search(above))
        if above.endswith(":") and blocks[at].kind != "item":
            return bool((_TO_COME.search(above) and _EVENTS.search(above)) or _UPCOMING.search(above)) and not _TOLD.search(above)
    return False


def _tells_past(release: Release, span: Span) -> bool:
    return any(pattern.search(release.folded, span.start, span.end) for pattern in (_TOLD, _BACKWARDS))
