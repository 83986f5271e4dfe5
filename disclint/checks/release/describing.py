"""Describing: the standing paragraphs that say what the companies are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Boilerplate, Release
from disclint.text import fold

_LEAD = 160  # characters that no headline reaches
_OURS = re.compile(r"(?:we|our) ")
_SELF = re.compile(
    r"\b(?:we|our|us|the (?:company|group|bank|trust|fund|partnership))\b|(?:company|corporate|business) (?:profile|overview|description)|who we are"
)
# What a company does, told in the present by a sentence that opens a paragraph with its name: `Halden makes pumps and valves.`
_DOES = re.compile(
    r"(?:,? (?:[A-Z&][\w&.'’-]*|of|and|the|de)\b\.?)*(?: \([^)\n]{2,60}\))?(?:,? (?:an?|with|based|founded|headquartered|the|which)\b[^.;\n]{3,110},)?"
    r" (?:currently |also |now |primarily )?(?:makes|supplies|sells (?!its |the |an? |all |[$\d])|distributes|owns|operates|designs|manufactures|produces|builds"
    r"|mines|markets|employs|runs|serves|provides|develops|leases|lends|insures|publishes|refines|generates|transports|brews|grows|flies|hauls|processes"
    r"|explores for|finances|is managed by|is (?:an?|the|one of) (?!party|beneficiary|defendant|plaintiff|member|result|first|last|day|time|debtor)"
    r"(?:[\w$.,'’-]+ ){0,6}?(?:company|corporation|provider|maker|manufacturer|producer|bank|broker|carrier|firm|retailer|operator|owner|developer|supplier"
    r"|distributor|builder|explorer|miner|publisher|insurer|lender|partnership|trust|reit|fund|group|utility)\b)"
)
_ABOUT = re.compile(r"About [^\n.:]{2,60}?[:.–—] ?")
_ITSELF = re.compile(r"(?:[Ii]t|[Tt]he (?:[Cc]ompany|[Tt]rust|[Ff]und|[Pp]artnership|[Bb]ank|[Gg]roup)|[Ww]e)(?= )")
_SHARED = frozenset("inc corp corporation ltd limited llc plc the and company group holdings holding bank trust partners international".split())
_OF_THE_DAY = re.compile(
    r"\b(?:announc|report|quarter|today|yesterday|expect|outlook|guidance|forward-looking|conference call|webcast|said|unaudited|gaap|pursuant|dividend|"
    r"agreement|offering|will|no (?:obligation|duty|representation|assurance|promise|warrant)|responsib|defendant|materially)"
)


class CompanyDescribed(Check, frozen=True, kw_only=True):
    """A paragraph about the company; one that says “we” below a paragraph about another company describes nobody."""

    def examine(self, release: Release) -> Examination:
        nameless = [b for above, b in zip(release.boilerplates, release.boilerplates[1:], strict=False) if _is_nameless(release, above, b)]
        if nameless:
            return Examination(place=nameless[0].span, searched="an “About” heading, or the company's name, on the paragraph that says “we”")
        if release.boilerplates and all(_is_anothers(release, b) for b in release.boilerplates):
            return Examination(
                place=end_of(release, "body"), searched=f"a paragraph about {release.issuers[0].name}, beside that about another company"
            )
        return Examination(
            tuple(Match(b.span) for b in release.boilerplates) or tuple(_in_a_sentence(release)),
            place=end_of(release, "body"),
            searched="a paragraph about the company, with or without an “About” heading",
        )


def _in_a_sentence(release: Release) -> Iterator[Match]:
    """The paragraphs behind headline and lead that open with what an issuer does, too short to be read as boilerplate."""
    firsts = {word for issuer in release.issuers for name in (issuer.name, *issuer.short_names) for word in name.removeprefix("The ").split()[:1]}
    blocks = [b for b in release.document.blocks if b.kind == "paragraph"]
    behind = next((n + 1 for n, b in enumerate(blocks) if len(b.span) > _LEAD), len(blocks))
    for block in blocks[behind:]:
        text = release.text[block.span.start : block.span.end]
        about = _ABOUT.match(text)
        start = text[about.end() if about else 0 :].removeprefix("The ")
        first = start.split(" ", 1)[0]
        itself = _ITSELF.match(text, about.end()) if about else None
        does = _DOES.match(text, itself.end()) if itself else _DOES.match(start, len(first)) if first.rstrip(",") in firsts else None
        if does and text.rstrip().endswith(".") and not _OF_THE_DAY.search(fold(does.group() + does.string[does.end() :].split(". ", 1)[0])):
            yield Match(block.span)


def _is_anothers(release: Release, boilerplate: Boilerplate) -> bool:
    """Whether heading and text speak of another company and have no word of an issuer's name, nor “we” or “the company”."""
    if boilerplate.heading is None or not release.issuers:
        return False
    words = release.folded[boilerplate.heading.start : boilerplate.span.end]
    names = " ".join(fold(name) for issuer in release.issuers for name in (issuer.name, *issuer.short_names))
    keys = {word for word in re.findall(r"[a-z0-9]{3,}", names) if word not in _SHARED}
    symbols = {t.symbol.lower() for t in release.tickers}
    return not (keys | symbols) & set(re.findall(r"[a-z0-9]+", words)) and not _SELF.search(words)


def _is_nameless(release: Release, above: Boilerplate, boilerplate: Boilerplate) -> bool:
    """Whether a paragraph without heading or name reads as a part of the one above it, which is about another company."""
    words = release.folded[boilerplate.span.start : boilerplate.span.end]
    directly = not release.folded[above.span.end : boilerplate.span.start].strip()
    firsts = [issuer.name.split()[0].lower() for issuer in release.issuers]
    headed = " ".join(b.company.lower() for b in release.boilerplates)
    undescribed = any(first not in headed for first in firsts)
    return boilerplate.heading is None and directly and undescribed and bool(_OURS.match(words)) and not any(first in words[:200] for first in firsts)
