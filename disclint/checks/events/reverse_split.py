"""Reverse splits: what one that is about to happen must tell the market, and when."""

from __future__ import annotations

import datetime as dt
import re

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import DateMention, Release, Span

_RATIO = re.compile(
    r"\b(?:1|one)(?:[ -]for[ -]|[ -]to[ -]|:| ?/ ?)(?:\w+)|\b\d+(?:\.\d+)?:1\b|\b\w+[ -](?:for|to)[ -](?:1|one)\b|"
    r"\bevery (?!share|stock|holder|owner|investor|broker)[\w -]{1,40}(?:\(\d+\) )?(?:issued|outstanding|pre-split|shares)|"
    r"\b(?:each|all) (?!share|of |holder|outstanding|issued)[\w -]{1,30}(?:\(\d+\) )?(?:[\w-]+ ){0,3}shares\b[^\n]{0,140}\b(?:into|for|becomes?) (?:one|1|a single)\b|"
    r"\b(?:1|one|a single) (?:[\w-]+ ){0,3}shares? (?:[\w-]+ ){0,5}(?:for|replac(?:e|es|ing)|in place of) (?:each|every)\b|"
    r"\bratio of\b[^.\n]{0,40}\d|\b(?:1|one) new\b"
)
_IN_FORCE = re.compile(
    r"effective|(?:begin|commence|start)(?:s)? trading|open(?:s|ing) of|trade on a (?:post|split|reverse)|split[- ]adjusted|adjusted basis|post-split basis|\bwill effect\b|"
    r"takes? (?:effect|place)|market open|implement|(?:combined|converted|consolidated|reclassified|exchanged|changed|merged) into|"
    r"\b(?:carry|carried|carrying) out\b|\bcarries out\b|\bin force\b|\bwith effect\b|\btrad(?:e|es|ing)\b[^.\n]{0,80}\b(?:adjusted|post-split|post-consolidation|new|consolidated|combined|split)\b|"
    r"\b(?:execut|conduct|consummat|perform|undertak)\w*[^.\n]{0,40}\b(?:split|consolidation)\b"
)
_ON_A_WEEKDAY = re.compile(r"\b(?:(?:mon|tues|wednes|thurs|fri)day|tomorrow)\b")
_PROPOSED = re.compile(
    r"\b(?:proposal|seek(?:s|ing)? (?:stock|share)holder approval|(?:stock|share)holders? (?:of [\w ,.]{1,40} )?(?:have )?approved? (?:a |the |its )|no reverse|regain(?:s|ed) compliance|has effected|effected (?:a|the) reverse|completed|"
    r"implemented)\b"
)
_RATIO_OPEN = re.compile(
    r"\b(?:range of|ratio (?:of )?between|ratio to be|to be determined by|in (?:a|the) range|within (?:a|the) range|not less than)\b"
)
_DECIDED = re.compile(
    r"\bwill (?:soon |shortly |now )?(?:become|effect|carry out|implement|combine|be (?:combined|converted|consolidated|reclassified|effected|implemented))\b"
)
_CHOSEN = re.compile(
    r"\b(?:board|directors) (?:of directors )?(?:has|have) (?:\w+ )?(?:chosen|selected|set|fixed|determined|settled) (?:on )?(?:the|a) (?:\w+ )?ratio\b"
)
_APPROVED = re.compile(r"\bapprov[^.\n]{0,120}\bspecial meeting|\bspecial meeting[^.\n]{0,120}\bapprov")
_NOTICE = 2  # business days


class ReverseSplitTold(Check, frozen=True, kw_only=True):
    """What is missing from the notice of a reverse split that has been decided: its ratio, its market date, or two business days' notice."""

    def examine(self, release: Release) -> Examination:
        opening = zones.spans(release, ("headline", "subheadline", "lead"))
        if not opening or any(_proposed(release, span) for span in opening):
            return Examination(moot="the release announces no reverse split that is about to take effect")
        ratio = next((m for span in zones.spans(release, ("copy",)) if (m := _RATIO.search(release.folded, span.start, span.end))), None)
        effective = _effective(release)
        lacking = [
            name
            for name, there in (("the ratio", ratio), ("the day on which it takes effect in the market", effective or _on_a_weekday(release)))
            if not there
        ]
        if lacking:
            end = Span(opening[-1].end, opening[-1].end)
            return Examination(matches=(Match(end, message=f"A reverse split is announced without {' and '.join(lacking)}.", absent=True),))
        if effective and effective.date and release.date and 0 < _business_days(release.date, effective.date) < _NOTICE:
            told = f"The split takes effect on “{release.quote(effective.span)}”, less than two business days after this release."
            return Examination(matches=(Match(effective.span, message=told),))
        return Examination(evidence=tuple(span for span in (ratio and Span(*ratio.span()), effective and effective.span) if span))


def _proposed(release: Release, span: Span) -> bool:
    """Still to be decided; a meeting that has approved it has decided."""
    words = release.folded[span.start : span.end]
    if _RATIO_OPEN.search(words) and not (_CHOSEN.search(words) and _DECIDED.search(words)):
        return _effective(release) is None
    return (bool(_PROPOSED.search(words)) and not _DECIDED.search(words)) or ("special meeting" in words and not _APPROVED.search(words))


def _effective(release: Release) -> DateMention | None:
    """The first date in a sentence that tells of the split's taking effect."""
    for mention in release.dates:
        sentence = sentence_at(release, mention.span)
        past = release.date and mention.date and mention.date < release.date
        if mention.role != "release" and not past and _IN_FORCE.search(release.folded, sentence.start, sentence.end):
            return mention
    return None


def _on_a_weekday(release: Release) -> bool:
    """Said by the weekday alone: “when the market opens Monday”."""
    told = [s for s in release.sentences if _IN_FORCE.search(release.folded, s.start, s.end)]
    return any(_ON_A_WEEKDAY.search(release.folded, s.start, s.end) for s in told)


def _business_days(first: dt.date, last: dt.date) -> int:
    """Weekdays after the first day, up to and with the last; a holiday counts, so that a doubt speaks for the release."""
    return sum((first + dt.timedelta(days=n)).weekday() < 5 for n in range(1, min((last - first).days, 2 * _NOTICE + 3) + 1))
