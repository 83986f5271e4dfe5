"""Naming: the issuer by its name, in the headline and throughout, and terms that stand for something."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Issuer, Note, Release, Span
from disclint.text import fold

_SUFFIX = r"incorporated|inc\.?|corporation|corp\.?|company|co\.?|limited|ltd\.?|plc|llc|l\.l\.c\.|l\.p\.|lp|n\.v\.|s\.a\.|ag|se|asa|ab|oyj|a/s"
_ENDING = re.compile(rf"(?P<core>.+?)(?P<comma>,)? (?P<suffix>{_SUFFIX})(?P<more>,? (?:{_SUFFIX}))*$")
_LEGAL = frozenset("incorporated inc corporation corp limited ltd plc llc lp nv sa ag se asa ab oyj".split())
_SAME = {"incorporated": "inc", "corporation": "corp", "limited": "ltd"}
_TRANSLATED = frozenset("oyj ab asa ag se sa nv".split())  # abroad a company bears a second, English name
_RELATED = re.compile(r"\b(?:subsidiar|affiliate|parent|broker-dealer|wholly|merge|acqui|predecessor|formerly|unit of|division|renamed|name change)")
_COLLECTIVE = re.compile(r"^(?:the )?(?:company|corporation|partnership|trust|fund|group|bank|issuer|we|reit|registrant)$")
_TERM = re.compile(
    r"\b[Tt]he (?P<term>Company|Partnership|Trust|Fund|Corporation|Bank|REIT|Group|Offeror|Purchaser|Seller|Parent"
    r"|Merger Sub)\b(?! (?:Act|Law|company|companies|industry|sector|level|Agreement))(?!['’]s Law)(?! [A-Z])"
)
_NAME_WORD = r"\b(?!(?:The|This|Such|Each|Any|No|If|That|Neither|Under|Our|Its)\b)[A-Z][\w&.'’-]+"
_DEFINITION = r"""\([^()]{{0,120}}["“”'‘’](?:the )?{term}["“”'‘’][^()]{{0,120}}\)"""
_BEFORE_NAME = re.compile(r"(?:About|ABOUT|The|SOURCE|Source|Contact|[.!?:]) $")
_STOP = frozenset("the and of inc corp ltd group holdings holding company limited plc corporation international global new first".split())


class HeadlineNamesIssuer(Check, frozen=True, kw_only=True):
    """The issuer's name, a clear short form of it, or its ticker in the headline."""

    def examine(self, release: Release) -> Examination:
        if release.headline is None or not release.issuers:
            return Examination(moot="there is no headline, or the issuer's name was not found")
        headline = release.headline.span
        words = set(re.findall(r"[\w&'.]+", release.folded[headline.start : headline.end]))
        bare = re.sub(r"[^a-z0-9]", "", release.folded[headline.start : headline.end])
        for issuer in release.issuers:
            names = (issuer.name, *(n for n in issuer.short_names if not _COLLECTIVE.match(fold(n))))
            keys = {w.strip(".,'") for name in names for w in re.findall(r"[\w&'.]+", fold(name))} - _STOP
            initials = "".join(w[0] for w in re.findall(r"\w+", fold(issuer.name)))
            if any(k in words or f"{k}'s" in words or (len(k) > 4 and k in bare) for k in keys) or initials[:3] in words or initials in words:
                return Examination((Match(headline),))
        if any(t.symbol.lower() in words for t in release.tickers):
            return Examination((Match(headline),))
        return Examination(place=headline, searched=f"{release.issuers[0].name}, a short form of it, or its ticker in the headline")


class IssuerNamedAlike(Check, frozen=True, kw_only=True):
    """The issuer's legal name written in another way than at its fullest."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name"})

    def examine(self, release: Release) -> Examination:
        matches: list[Match] = []
        evidence: list[Span] = []
        for issuer in release.issuers:
            ending = _ENDING.fullmatch(fold(issuer.name))
            if not ending or _bare(ending.group("suffix")) not in _LEGAL or len(ending.group("core")) < 4:
                continue
            evidence.append(issuer.span)
            matches += self._variants(release, issuer, ending)
        if not evidence:
            return Examination(moot="no legal name with its suffix (Inc., Corp., Ltd., plc …) was found")
        return Examination(tuple(matches), evidence=tuple(evidence))

    def _variants(self, release: Release, issuer: Issuer, ending: re.Match[str]) -> list[Match]:
        """The first place of each variant; a name that others bear as well (a subsidiary's) is no variant."""
        core, comma, suffix = ending.group("core"), bool(ending.group("comma")), _bare(ending.group("suffix"))
        pattern = re.compile(rf"(?<![\w&-])(?P<core>{_cores(core)})(?P<comma>,)? (?P<suffix>{_SUFFIX})(?![\w-])")
        found: dict[tuple[bool, str], Match] = {}
        for match in pattern.finditer(release.folded):
            other = _bare(match.group("suffix"))
            if other not in _LEGAL and not self._is_heading(release, match):
                continue
            if _longer_name(release, match) or {other, suffix} & _TRANSLATED:
                continue
            if _SAME.get(other, other) != _SAME.get(suffix, suffix) and _RELATED.search(release.folded, max(0, match.start() - 80), match.end() + 40):
                continue
            key = (bool(match.group("comma")), _SAME.get(other, other))
            if key != (comma, _SAME.get(suffix, suffix)) or match.group("core") != core:
                note = Note(f"Here it is written {issuer.name}.", issuer.span)
                found.setdefault(key, Match(Span(*match.span()), {"name": issuer.name}, (note,)))
        return list(found.values())

    def _is_heading(self, release: Release, match: re.Match[str]) -> bool:
        """“About Halden Company”: elsewhere such a name may be a product's or a predecessor's."""
        return match.group("suffix") == "company" and release.folded[: match.start()].endswith("\nabout ")


class TermUndefined(Check, frozen=True, kw_only=True):
    """A capitalised term with nothing that it could stand for."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"term"})

    def examine(self, release: Release) -> Examination:
        first: dict[str, Span] = {}
        for found in _TERM.finditer(release.text):
            first.setdefault(found.group("term"), Span(*found.span()))
        if not first:
            return Examination(moot="the release uses no such term")
        open_terms = {term: span for term, span in first.items() if not self._stands_for_something(release, term)}
        matches = tuple(Match(span, {"term": term}) for term, span in open_terms.items())
        return Examination(matches, evidence=tuple(span for term, span in first.items() if term not in open_terms))

    def _stands_for_something(self, release: Release, term: str) -> bool:
        """A definition anywhere; a name that bears the word; or, for the issuer's own word, a single issuer."""
        if re.search(_DEFINITION.format(term=term), release.text) or re.search(rf"""["“”](?:the )?{term}["“”]""", release.text):
            return True
        if re.search(rf"{_NAME_WORD},? (?:{_NAME_WORD} )*{term}\b(?!,? (?:said|will|has|is))", release.text) and term not in ("Company",):
            return True
        if any(term.lower() in i.name.lower() or (term == "Fund" and "trust" in i.name.lower()) for i in release.issuers):
            return True
        if term == "Company":
            return len({i.name for i in release.issuers}) <= 1
        return term in ("Corporation", "Bank", "Group") and len(release.issuers) <= 1


def _cores(core: str) -> str:
    """The name before its suffix as a pattern, with its last word in the singular and the plural."""
    stem = core[:-3] if core.endswith("ies") else core[:-1] if core.endswith(("s", "y")) else core
    ends = ("y", "ies") if core.endswith(("ies", "y")) else ("", "s")
    return "|".join(sorted({re.escape(core), *(re.escape(stem + end) for end in ends)}, key=len, reverse=True))


def _bare(suffix: str) -> str:
    return suffix.replace(".", "").replace("/", "")


def _longer_name(release: Release, match: re.Match[str]) -> bool:
    """Whether the match is the end or the middle of another company's name, or stands in an address of the web."""
    before = release.text[max(0, match.start() - 24) : match.start()]
    after = release.text[match.end() : match.end() + 12]
    if re.search(r"(?:[A-Z][\w&'’.-]+ |[./@])$", before) and not re.search(
        r"(?:About|ABOUT|The|SOURCE|Source|Contact|for|at|of|and|by|[.!?:]) $", before
    ):
        return not release.folded[: match.start()].endswith("\n") and sentence_at(release, Span(*match.span())).start != match.start()
    return bool(re.match(r" (?:of|\(?[A-Z][a-z]+\)? (?:Inc|Ltd|Limited|Corp|LLC))", after))
