"""Describing: the standing paragraphs that say what the companies are."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Boilerplate, Release
from disclint.text import fold

_OURS = re.compile(r"(?:we|our) ")
_SELF = re.compile(
    r"\b(?:we|our|us|the (?:company|group|bank|trust|fund|partnership))\b|(?:company|corporate|business) (?:profile|overview|description)|who we are"
)
_SHARED = frozenset("inc corp corporation ltd limited llc plc the and company group holdings holding bank trust partners international".split())


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
            tuple(Match(b.span) for b in release.boilerplates),
            place=end_of(release, "body"),
            searched="a paragraph about the company, with or without an “About” heading",
        )


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
