"""Terms: a capitalised word that stands for a company or a deal."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Issuer, Release, Span
from disclint.text import fold

_TERM = re.compile(
    r"\b[Tt]he (?P<term>Company|Partnership|Trust|Fund|Corporation|Bank|REIT|Group|Offeror|Purchaser|Seller|Parent|Acquir[oe]r|Bidder|Target|Borrower|Guarantor|General Partner|Credit Union|Registrant|Joint Venture|Sponsor"
    r"|Merger Sub)\b(?! (?:Act|Law|company|companies|industry|sector|level|Agreement))(?!['’]s Law)(?! (?:(?:of|for) )?[A-Z])"
)
_BANKING = re.compile(r"\b(?:\w*banc\w*|banks\b|banking|\w+bank\b|(?<!the )bank\b|savings|thrift|credit union|sparkasse|fdic)")
_BUILDINGS = re.compile(r"\breal estate investment trust|\breits?\b|\bsquare feet\b")
_PARTNERSHIP = re.compile(r"\b(?:l\.?p\.?|partnership|partners)$|\bpartners,? ")
_NAME_WORD = r"\b(?!(?:The|This|Such|Each|Any|No|If|That|Neither|Under|Our|Its)\b)[A-Z][\w&.'’-]+"
_DEFINITION = r"""\([^()]{{0,120}}["“”'‘’](?:the )?{term}["“”'‘’][^()]{{0,120}}\)"""
_DEALT_WITH = re.compile(  # what a cautionary passage brings along from another release
    r"\b[Tt]he (?P<term>Notes?|Warrants?|Debentures?|Merger|Acquisition|Offering|Private Placement|Spin-[Oo]ff|Separation|Business Combination|Tender Offer"
    r"|Operating Partnership|Operating Company|Managing Member|Parent Guarantor|Royalty Trust|Selling (?:Share|Stock|Unit)holders?"
    r"|Issuer|Manager|Advis[eo]r|LLC|MLP|Portfolio|Cooperative|Association|Trustee|Depositary|Foundation)\b"
    r"(?! [A-Z(])"
)


class TermUndefined(Check, frozen=True, kw_only=True):
    """A capitalised term with nothing that it could stand for."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"term"})

    def examine(self, release: Release) -> Examination:
        first: dict[str, Span] = {}
        for found in _TERM.finditer(release.text):
            first.setdefault(found.group("term"), Span(*found.span()))
        for passage in release.cautionary.spans if release.cautionary else ():
            for found in _DEALT_WITH.finditer(release.text, passage.start, passage.end):
                first.setdefault(found.group("term"), Span(*found.span()))
        if not first:
            return Examination(moot="the release uses no such term")
        open_terms = {term: span for term, span in first.items() if not self._stands_for_something(release, term)}
        matches = tuple(Match(span, {"term": term}) for term, span in open_terms.items())
        return Examination(matches, evidence=tuple(span for term, span in first.items() if term not in open_terms))

    def _dealt_with_elsewhere(self, release: Release, term: str) -> bool:
        """Whether the release outside its cautionary passage speaks of any such thing."""
        stem = term.lower().removesuffix("s")
        told = re.compile(rf"(?<!special )(?<!cautionary )(?<!please )\b{stem[:-2] if len(stem) > 5 else stem + 's?'}(?! (?:that|to|regarding|on)\b)")
        cautionary = release.cautionary.spans if release.cautionary else ()
        return any(not any(span.start <= m.start() < span.end for span in cautionary) for m in told.finditer(release.folded))

    def _stands_for_something(self, release: Release, term: str) -> bool:
        """A definition anywhere; a name that bears the word; or, for the issuer's own word, a single issuer."""
        if re.search(_DEFINITION.format(term=term), release.text) or re.search(rf"""["“”](?:the )?{term}["“”]""", release.text):
            return True
        if re.search(rf"{_NAME_WORD},? (?:{_NAME_WORD} )*{term}\b(?!,? (?:said|will|has|is))", release.text) and term not in ("Company",):
            return True
        if any(term.lower() in i.name.lower() or (term == "Fund" and _may_be_fund(release, i)) for i in release.issuers):
            return True
        if _DEALT_WITH.fullmatch(f"the {term}"):
            return self._dealt_with_elsewhere(release, term)
        if term == "Company":
            return len({i.name for i in release.issuers}) <= 1
        if term == "Partnership" and any(_PARTNERSHIP.search(fold(i.name)) for i in release.issuers):
            return len(release.issuers) == 1
        if term == "Bank" and not _BANKING.search(release.folded):
            return False
        return term in ("Corporation", "Bank", "Group") and len(release.issuers) <= 1


def _may_be_fund(release: Release, issuer: Issuer) -> bool:
    """A closed-end fund is often a trust by its name; a trust that holds buildings is none."""
    return "trust" in issuer.name.lower() and not _BUILDINGS.search(release.folded)
