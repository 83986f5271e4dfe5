"""Describing: the standing paragraphs that say what the companies are."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Boilerplate, Release

_OURS = re.compile(r"(?:we|our) ")


class CompanyDescribed(Check, frozen=True, kw_only=True):
    """A paragraph about the company; one that says “we” below a paragraph about another company describes nobody."""

    def examine(self, release: Release) -> Examination:
        nameless = [b for above, b in zip(release.boilerplates, release.boilerplates[1:], strict=False) if _is_nameless(release, above, b)]
        if nameless:
            return Examination(place=nameless[0].span, searched="an “About” heading, or the company's name, on the paragraph that says “we”")
        return Examination(
            tuple(Match(b.span) for b in release.boilerplates),
            place=end_of(release, "body"),
            searched="a paragraph about the company, with or without an “About” heading",
        )


def _is_nameless(release: Release, above: Boilerplate, boilerplate: Boilerplate) -> bool:
    """Whether a paragraph without heading or name reads as a part of the one above it, which is about another company."""
    words = release.folded[boilerplate.span.start : boilerplate.span.end]
    directly = not release.folded[above.span.end : boilerplate.span.start].strip()
    firsts = [issuer.name.split()[0].lower() for issuer in release.issuers]
    headed = " ".join(b.company.lower() for b in release.boilerplates)
    undescribed = any(first not in headed for first in firsts)
    return boilerplate.heading is None and directly and undescribed and bool(_OURS.match(words)) and not any(first in words[:200] for first in firsts)
