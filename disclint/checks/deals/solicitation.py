"""Solicitation: whether the legend about participants says where to look."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_PARTICIPANTS = re.compile(
    r"\bparticipa(?:nts?|ting|te)\b[^\n]{0,200}\bsolicit|\bsolicit[^\n]{0,200}\bparticipants?\b|"
    r"\b(?:directors?|officers?|management|trustees|managers)\b[^\n]{0,200}\b(?:solicit(?:ing)? (?:prox|votes)|"
    r"(?:engag\w+|involved|assist\w*|part) in (?:the |any |such |this )?solicit)|\b(?:take|takes|taking|taken|have|having|play\w*) (?:\w+ )?part in (?:the |any |such |this )?solicit"
)
_FILING = re.compile(
    r"\b(?:annual report|form 10-k|10-k|proxy statements?|schedule 14a|registration statement|prospectus|filings?|reports? (?:\w+ )?filed|documents (?:\w+ )?filed)\b"
)
_SITE = re.compile(r"\bsec\.gov\b|\b(?:sec|commission)'s (?:internet )?(?:web ?site|site)\b|\bedgar\b")
_EXACT = re.compile(
    r"\b(?:headings?|captions?|captioned|entitled(?! to)|titled|under the section|in the sections?|item \d+|part iii)\b|\bsections? \"|"
    r"\b(?:under|in|see|at) (?:the )?[\"']|(?:https?://[^\s/]+|\bsec\.gov)/(?!edgar(?:/search\S*|\.shtml)?[\s.,;)]|index)[^\s)]{4,}|\bhyperlinks?\b"
)
_PERSONS = re.compile(
    r"\b(?:directors?|executive officers?|participants?|interests?|persons|individuals)\b|"
    r"\b(?:information|details?|particulars|more|find out|learn|read) (?:about|of|regarding|concerning|on|as to|with respect to) (?:them|these|those|such)\b|\bwho they are\b|"
    r"\btheir (?:names|holdings|ownership|shareholdings|positions|affiliations)\b"
)
_THIS_DEAL = re.compile(
    r"\bproxy statement/prospectus\b|\b(?:proxy statement|schedule 13e-3)\b[^\n]{0,140}\b(?:proposed|merger|transactions?|business combination)\b"
)
_INTERESTS = re.compile(  # said here and now, which makes the reference a courtesy
    r"\b\d[\d,]* (?:shares|units|common|options)\b|\d ?(?:%|percent\b)|\bless than (?:1|one)\b|"
    r"\b(?:owns?|holds?) (?:[\w-]+ )?(?:none|nothing|no)\b|\bno (?:\w+ ){0,4}interests? (?:in|other)\b"
)
_FOREIGN = re.compile(r"\bform 20-f\b|\bforeign private issuer\b")  # not subject to the proxy rules
_TO_COME = re.compile(
    r"\bwill (?:also )?(?:appear|contain|include|describe|set forth|disclose|provide|stand|be (?:\w+ )?(?:contained|included|set (?:forth|out)|described|available|"
    r"disclosed|provided|filed|found|given|stated))|\b(?:when|once|as soon as|after) (?:it|they) (?:is|are|becomes?|has|have)|\b(?:is|are) to be (?:\w+ )?(?:included|described|set|given|found)"
)
_MADE = re.compile(r"\bannual report\b|\b10-k\b|\bannual meeting\b|\b(?:most recent|latest|last|previous|prior|20\d\d) (?:\w+ )?(?:proxy|annual)")


class ParticipantsLocated(Check, frozen=True, kw_only=True):
    """Sentences that send the reader for the participants' interests to whole filings, where nothing says under which heading they stand."""

    def examine(self, release: Release) -> Examination:
        legend = _legend(release)
        if legend is None or _FOREIGN.search(release.folded, legend.start, legend.end):
            return Examination(moot="the release has no legend about participants in a solicitation under the proxy rules")
        exact = _EXACT.search(release.folded, legend.start, legend.end)
        if exact:
            return Examination(evidence=(Span(*exact.span()),))
        stated = _INTERESTS.search(release.folded, legend.start, legend.end)
        if stated:
            return Examination(evidence=(Span(*stated.span()),))
        return Examination(matches=tuple(Match(span) for span in _general(release, legend)[:1]), evidence=(legend,))


def _legend(release: Release) -> Span | None:
    """The paragraphs from the one that speaks of participants to the next heading."""
    blocks = release.document.blocks
    for n, block in enumerate(blocks):
        if block.kind != "heading" and _PARTICIPANTS.search(release.folded, block.span.start, block.span.end):
            end = block.span.end
            for later in blocks[n + 1 :]:
                if later.kind == "heading" or len(later.span) < 60 or not _PERSONS.search(release.folded, later.span.start, later.span.end):
                    break
                end = later.span.end
            return Span(block.span.start, end)
    return None


def _general(release: Release, legend: Span) -> list[Span]:
    """References to whole filings already made; where there are none, those to a document of the deal that nobody can read yet, or to no document."""
    made, promised, bare, own = [], [], [], False
    for span in release.sentences:
        sentence = release.folded[span.start : span.end] if legend.covers(span) else ""
        if not _PERSONS.search(sentence):
            continue
        if not _FILING.search(sentence):
            bare.extend([span] if _SITE.search(sentence) else [])
            continue
        if _MADE.search(sentence):
            made.append(span)
        elif _TO_COME.search(sentence):
            promised.append(span)
        elif _THIS_DEAL.search(sentence):
            own = True
        else:
            made.append(span)
    return made or ([] if own else promised or bare)
