"""Citing: statutes, rules, forms, regulators and markets by their right names."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Citation, Fault, NameUse, Note, Release, Severity, Span

_DEFINED = re.compile(
    r"(?:,? (?:each )?as amended(?: from time to time)?,?)? ?\((?:the |collectively,? the |hereinafter,? the )?"
    r"(?:[\"“”](?:the )?(?P<term>[^\"“”]{2,40})[\"“”]|(?P<plain>(?:u\.s\. )?[a-z0-9]+(?: [a-z]+)? act))\)"
)
_USUAL = {"securitiesact": "sa33", "1933act": "sa33", "exchangeact": "ea34", "1934act": "ea34"}  # terms that every reader knows
_CITED_OF_IT = re.compile(r"^(?:sections?|rules?|parts?|articles?) .*?\b(?:under|of|to) (?:the )?", re.IGNORECASE)
_COMMON = frozenset(("the", "act", "of", "and", "u", "s", "us", "uk", "united", "states", "as", "amended"))
# What tells a market or a form as history, right before its name or right behind it.
_TOLD_BEFORE = re.compile(
    r"\b(?:former(?:ly)?|previously|(?<!will )then(?! be)|until|predecessor|successor to|originally|initially|once|historically|began trading|went public|ceased"
    r"|(?:was|were|had been)(?: \w+){0,3} (?:listed|traded|trading|quoted|admitted|registered|reported|filed|sold|offered|delisted|a|an|on)|had)\b[^;:]{0,60}$"
    r"|\b(?:mov|transferr|switch|delist|remov|graduat|uplist)\w* (?:[\w']+ ){0,5}from (?:the )?$"
)
# A market as a place of work, or the head of another's name: a governor of the …, the … Clearing Corporation.
_OFFICE = re.compile(
    r"\b(?:served|serv(?:ing|es)|work(?:ed|ing)|joined|career|years|positions?|seats?|members?|governors?|president|chair(?:man|woman)?|directors?|vice"
    r"|officer|counsel|brokers?|specialists?|traders?|economist|analyst)\b[^.;:]{0,40} (?:of|at|with|on|for|from) (?:the )?$"
)
_BODY_BEHIND = re.compile(
    r"^(?:'s (?:successor|predecessor)|(?:'s)? (?:clearing|specialist|foundation|archives?|building|oil|gold|biotech\w*|pharmaceutical|composite|[a-z]+ index))\b"
)
_TOLD_BEHIND = re.compile(r"^[^.;:]{0,30}\b(?:until|formerly|at (?:that|the) time|was (?:then|renamed|succeeded)|became)\b")
_YEAR = re.compile(
    r"(?<!act of )(?<!founded in )(?<!established in )(?<!incorporated in )(?<!organized in )(?<!formed in )(?<!since )\b(?:19|20)\d\d\b"
)
_AROUND = 150  # characters around a name in which a year tells that it is history
_TICKER = re.compile(r": ?[a-z]")  # behind a market: the ticker of today

_BYGONE = re.compile(r"\b(?:former(?:ly)?|previously|then|predecessor|in (?:19|20)\d\d)\b")  # what a regulator did may be told in the past tense

_NOW = re.compile(r"^(?: \([^()\n]{2,12}\))?,? \(?(?:now|later|today the|since (?:renamed|succeeded))\b")


class CitationFault(Check, frozen=True, kw_only=True):
    """A citation with the fault named."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "section", "act"})

    fault: Fault
    milder_outside: tuple[str, ...] = ()  # sections that elsewhere than in the cautionary passage are only a warning

    def examine(self, release: Release) -> Examination:
        faulty = [c for c in release.citations if c.fault == self.fault]
        right = tuple(c.span for c in release.citations if c.fault is None and c.kind in ("act", "section"))
        if not release.citations:
            return Examination(moot="the release cites no statute or rule")
        return Examination(tuple(self._match(release, c) for c in faulty), evidence=right)

    def _match(self, release: Release, citation: Citation) -> Match:
        cautious = release.cautionary is not None and any(s.covers(citation.span) for s in release.cautionary.spans)
        mild = citation.section in self.milder_outside and not cautious
        act, _, number = (citation.to or "no act that exists").partition(" s ")
        name = f"Section {number} of the {act}" if number else act
        section = f"Rule {citation.section}" if citation.kind == "rule" else f"section {citation.section}"
        values = {"name": name, "section": section, "act": act.partition(" Rule ")[0]}
        return Match(citation.span, values, replacement=citation.replacement, severity=Severity.WARNING if mild else None)


class Misnamed(Check, frozen=True, kw_only=True):
    """A form or regulator under a name that it does not bear."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name"})

    kind: Literal["form", "regulator"]

    def examine(self, release: Release) -> Examination:
        wrong = [n for n in release.names if n.kind == self.kind and (n.misnomer or self._renamed(release, n))]
        wrong = [n for n in wrong if not any(c.fault and c.span.covers(n.span) for c in release.citations)]  # an act's wrong name holds a regulator's
        return Examination(tuple(Match(n.span, {"name": n.name}, replacement=n.replacement, severity=self._severity(n)) for n in wrong))

    def _renamed(self, release: Release, name: NameUse) -> bool:
        return self.kind == "regulator" and is_obsolete(release, name)

    def _severity(self, name: NameUse) -> Severity | None:
        swapped = name.kind == "form" and " on " in name.name and name.verified  # an annual report on a quarterly form
        if swapped:
            return Severity.ERROR
        return None if name.verified and name.misnomer else Severity.WARNING


class ObsoleteName(Check, frozen=True, kw_only=True):
    """A form or market under a name that was not in use on the day of the release."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name", "until"})

    kind: Literal["form", "market"]

    def examine(self, release: Release) -> Examination:
        if release.date is None:
            return Examination(moot="the release bears no date to judge by")
        named = [n for n in release.names if n.kind == self.kind and (n.since or n.until)]
        gone = [n for n in named if is_obsolete(release, n)]
        matches = (Match(n.span, {"name": n.name, "until": n.until.isoformat() if n.until else ""}, replacement=n.replacement) for n in gone)
        return Examination(tuple(matches), evidence=tuple(n.span for n in named if n not in gone))


class ActsDefinedTwice(Check, frozen=True, kw_only=True):
    """One defined term for two acts, or two defined terms for one act."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        matches, by_term, by_act = [], dict[str, Citation](), dict[str, tuple[str, Span]]()
        for citation in release.citations:
            defined = _DEFINED.match(release.folded, citation.span.end)
            if not defined or not (citation.entry or (citation.to and citation.kind in ("act", "section"))):
                continue
            group = next(g for g in ("term", "plain") if defined.group(g))
            term, span = defined.group(group).replace(" ", ""), Span(*defined.span(group))
            first = by_term.setdefault(term, citation)
            act = _act(citation)
            known, named = by_act.setdefault(citation.entry, (term, span)) if citation.entry else (term, span)
            if _is_other_act(citation, first):
                problem = f"stands for two acts: the {act} here, the {_act(first)} before"
                note = Note(f"The same term stands for the {_act(first)} here.", first.span)
                matches.append(Match(span, {"problem": problem}, (note,)))
            elif citation.entry and _USUAL.get(term, citation.entry) != citation.entry:
                matches.append(Match(span, {"problem": f"is everywhere else another act than the {act}, which it is given to here"}))
            elif known != term:
                problem = f"is a second term for the {act}, which is defined as “{release.quote(named)}” already"
                matches.append(Match(span, {"problem": problem}, (Note("The act is given another term here.", named),)))
        return Examination(tuple(matches), evidence=tuple(c.span for c in by_term.values()))


def _act(citation: Citation) -> str:
    return _CITED_OF_IT.sub("", (citation.to or "").partition(" s ")[0])


def _is_other_act(citation: Citation, first: Citation) -> bool:
    """By the registry where it knows both; else each name must have a word of its own, for one act may be named fully and briefly."""
    if citation.entry and first.entry:
        return citation.entry != first.entry
    here, there = (set(re.findall(r"\w+", _act(c).lower())) - _COMMON for c in (citation, first))
    return bool(here - there) and bool(there - here)


def is_obsolete(release: Release, name: NameUse) -> bool:
    """Whether the name was out of use on the day of the release, and is not told as history."""
    if release.date is None or name.misnomer:
        return False
    return name.until is not None and release.date > name.until and not _is_told(release, name)


def _is_told(release: Release, name: NameUse) -> bool:
    """Whether words or a year beside the name tell it as history; in a ticker it never is."""
    if _TICKER.match(release.folded, name.span.end) and release.folded[name.span.start - 1 : name.span.start] in ("(", "["):
        return False
    sentence = sentence_at(release, name.span)
    before = release.folded[max(sentence.start, name.span.start - _AROUND) : name.span.start]
    behind = release.folded[name.span.end : min(sentence.end, name.span.end + _AROUND)]
    if name.kind == "regulator":
        told = _BYGONE.search(before) or _BYGONE.search(behind) or _NOW.match(behind)
    else:
        told = _TOLD_BEFORE.search(before) or _TOLD_BEHIND.search(behind) or _OFFICE.search(before) or _BODY_BEHIND.match(behind)
    return bool(told) or any(_is_of_its_time(name, int(y)) for words in (before, behind) for y in _YEAR.findall(words))


def _is_of_its_time(name: NameUse, year: int) -> bool:
    """Whether the name was in use in the year; one that ended with the first weeks of it was not."""
    return name.until is not None and (year < name.until.year or (year == name.until.year and name.until.month > 1))
