"""Claiming: superlatives without a source, and two claims to be the first."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Note, Release, Span

_CLAIM = re.compile(
    r"\b(?:(?:the |its |our |an? )?(?:world's|industry's|nation's|country's|market's|region's|globe's|america's|europe's"
    r"|north america's|canada's|"
    r"asia's|china's|india's|australia's|u\.s\.'s)(?: [\w-]+){0,2}? (?P<of>first|only|largest|leading|most [a-z-]+|best"
    r"|fastest|safest|smallest|strongest|premier)\b"
    r"|the (?P<plain>first|only|largest|safest|fastest|best|most advanced|most complete|most powerful|most comprehensive|most accurate|most efficient|number one|leading and largest)"
    r"(?P<and> and (?:only|largest|leading|most [a-z-]+|best|first))?(?= [a-z]))"
)
# What is first, only or largest without being a boast: periods, steps, parts of a series.
_ORDINAL = re.compile(
    r"(?:first|only|best|largest)(?:,? (?:and|or) (?:second|third|last|fourth|most))?[ -](?:(?:fiscal|calendar|full|financial"
    r"|three|six|nine|half|two|four|five|ten|few|\d+) )*"
    r"(?:quarter|half|months?|year|years|time|day|days|week|weeks|phase|phases|stage|step|steps|part|tranche|closing"
    r"|anniversary|instal\w+|payment|call"
    r"|patients?|subject|dose|dosing|cohort|hole|holes|shareholder|trading|business|paragraph|sentence|item|interest"
    r"|amendment|lien|mortgage|offering|option"
    r"|person|place|one|ones|two|three|four|such|date|vice|annual|quarterly|interim|dividend|series|round|meeting|session"
    r"|name|and foremost|of|to|in|with|on|at|is|are|was"
    r"|nations?|responders?|aid|class|line|principles|refusal|degree|order|read(?:ing)?|look|drill|production|gold pour|pour"
    r"|sale|sales|delivery|deliveries|report"
    r"|estimates?|efforts?|practices?|interests?|available|known|way|known|ever)\b"
)
_SCOPE = re.compile(
    r"\b(?:of its kind|in the world|on the market|commercially available|fda[- ]approved|in the industry|to market|in class"
    r"|available|anywhere|in history|worldwide|globally)\b"
)
_SOURCED = re.compile(
    r"\b(?:believes?|believed|we believe|according to|based on|as measured by|as ranked|ranked|ranks|by (?:revenue|sales"
    r"|assets|volume|market share|market capitali[sz]ation|number|units|"
    r"deposits|total assets|production|capacity|premiums?)|source:|as reported by|in terms of|named|recognized (?:as|by)"
    r"|award|survey|estimated?|expected to be|could be|potential(?:ly)?|"
    r"aims?|strives?|goal|vision|mission|aspires?|to become|seeks?|intends?|one of the|among the|considered)\b|[*†‡¹²³]|\(\d\)|\[\d\]"
)
_OBJECT = re.compile(
    r"(?: (?!(?:of|for|in|to|with|that|which|who|on|at|by|from|and|or|is|are|was|has|as|under|using|designed|approved|made|operating|capable|serving)\b)"
    r"[\w'-]+){1,6}"
)
_PLURAL = re.compile(r"(?:[^aius]s|ies|sses)$")
# Who or what such a claim is made for, and the words by which a company makes it for its own.
_KINDS = re.compile(
    r"^(?:company|manufacturer|producer|provider|supplier|maker|operator|distributor|developer|retailer|bank|owner|refiner|miner|network|platform"
    r"|product|system|device|drug|therapy|treatment|solution|technology|vaccine|inhibitor|unit|machine|vehicle|test|service|software|tool|firm|business"
    r"|source|integrator|exporter|importer|builder|marketer|publisher|insurer|lender|carrier|airline|engine|chip|sensor|battery|mine|refinery|plant)$"
)
_BOASTS = re.compile(
    r"(?:\b(?:is|are|as|being|remains|becom\w+|became|makes?|offers?|sells?|operates?|introduc\w+|launch\w*|unveil\w*)(?: \w+ly)?|,) $"
)

_SEVERAL = re.compile(r"\b(?:one|some|many|several|few|two|three) of (?:the )?$")


class SuperlativeSupported(Check, frozen=True, kw_only=True):
    """A claim to be the first, the only or the largest without a source or “believes”; or two different claims to be the first."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        claims = [c for zone in zones.spans(release, ("copy",)) for c in self._claims(release, zone)]
        bare = [c for c in claims if not self._is_sourced(release, c)]
        firsts = [c for c in bare if re.search(r"\bfirst\b", release.folded[c.start : c.end])]
        matches = [] if len({_key(release, c) for c in firsts}) < 2 else [self._two(release, firsts)]
        covered = {m.span for m in matches}
        told = {_key(release, span) for m in matches for span in (m.span, *(note.span for note in m.notes))}
        for claim in bare:
            if claim in covered or _key(release, claim) in told:
                continue
            told.add(_key(release, claim))
            matches.append(Match(claim, {"problem": "no source is given and nobody is said to believe it"}))
        return Examination(tuple(matches), evidence=tuple(c for c in claims if c not in bare))

    def _claims(self, release: Release, zone: Span) -> list[Span]:
        claims = []
        for found in _CLAIM.finditer(release.folded, zone.start, zone.end):
            plain = found.group("plain")
            head = _head_noun(release, found.end())
            if _SEVERAL.search(release.folded, max(zone.start, found.start() - 12), found.start()):
                continue  # “one of Canada's largest”
            if _PLURAL.search(head) and not found.group().endswith(("first", "only")):
                continue  # “the world's leading brands”: of many
            if plain and (_ORDINAL.match(release.folded, found.start("plain")) or not self._is_scoped(release, found)):
                continue
            claims.append(_with_object(release, Span(*found.span())))
        return claims

    def _is_scoped(self, release: Release, found: re.Match[str]) -> bool:
        """A plain “the first …” boasts only where it says of what: of its kind, commercially available, in the world."""
        sentence = sentence_at(release, Span(*found.span()))
        if _KINDS.search(_head_noun(release, found.end())) and _BOASTS.search(release.folded, max(sentence.start, found.start() - 40), found.start()):
            return True
        return bool(found.group("and") or _SCOPE.search(release.folded, found.start(), min(sentence.end, found.end() + 90)))

    def _is_sourced(self, release: Release, claim: Span) -> bool:
        sentence = sentence_at(release, claim)
        return bool(_SOURCED.search(release.folded[sentence.start : sentence.end]))

    def _two(self, release: Release, firsts: list[Span]) -> Match:
        other = next(c for c in firsts if _key(release, c) != _key(release, firsts[0]))
        note = Note("Another claim to be the first stands here.", other)
        return Match(firsts[0], {"problem": "there are two different claims to be the first, and no source for either"}, (note,))


def _head_noun(release: Release, at: int) -> str:
    """The word that the superlative is about: the last before a preposition, a mark or a verb."""
    object_ = _OBJECT.match(release.folded, at, at + 90)
    return object_.group().split()[-1] if object_ and object_.group().split() else ""


def _with_object(release: Release, span: Span) -> Span:
    """The claim with the words that say of what, up to the next mark; at most six words."""
    tail = re.match(r"(?: [\w'-]+){1,6}", release.folded[span.end : span.end + 80])
    return Span(span.start, span.end + (tail.end() if tail else 0))


def _key(release: Release, claim: Span) -> str:
    """What is claimed, told by the words of the claim and the few that follow it, marks aside."""
    sentence = sentence_at(release, claim)
    words = re.findall(r"[a-z-]+", release.folded[claim.start : max(claim.end, min(sentence.end, claim.end + 50))])
    return " ".join(w for w in words if w not in ("the", "industry", "world", "its", "our", "a", "s"))[:50]
