"""What a measure called EBITDA adds back, by its definition and by the rows that lead to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.non_gaap.measuring import sentence_at
from disclint.checks.non_gaap.reconciling import row_labels
from disclint.measures import comparables, label_at, unwrapped
from disclint.model import Block, Note, Release, Span
from disclint.tables import leads_to_last, rows

_ADDED_BACK = (
    r"(?:stock[- ]|share[- ]|equity[- ])(?:based )?(?:compensation|payment)|restructuring|impairment|acquisition|transaction|integration|severance|litigation"
    r"|non-?cash|one-time|non-?recurring|extinguishment|foreign (?:exchange|currency)|fair value|settlement|start-?up costs|strategic"
)
_DEFINED = re.compile(
    r"(?<!adjusted )(?<!adj\. )\b(?P<name>ebitda)\b[\"')]*(?: of (?:us)?\$[\d.,]+(?: million| billion)?)?(?: as (?:used|presented|reported|shown|stated)(?: [a-z]+){1,4})?"
    r"(?:, [^.,]{0,50},|,|:| -| is an? (?:[a-z-]+ ){0,3}?non-gaap (?:[a-z]+ ){0,3}(?:measure|metric)s?(?:\. it| that| which| and| it)?)? ?\(?(?:(?:is|as|which|that|was|by|also|i\.e\.,?) )?(?:(?:we|the [a-z]+|management) )?(?:define[sd]?|calculated?|computed?|means?|represents|refers to|stands for|reflects|comprises|excludes?|excluding|adjusted|before|adds? (?:back|to)"
    r"|adding back|adding|consists of|equals|net (?:income|loss|earnings)|earnings)\b"
)
_ADJUSTED = re.compile(r"adjusted ebitda|adj\. ebitda|ebitda,? (?:as )?adjusted")
_ADDED = re.compile(rf"\b(?:{_ADDED_BACK})")
# An item in the company's own words: what costs, and is none of the four; what a measure does not reflect is not added back.
_ITEM = re.compile(
    r"\b(?:[a-z-]+ ){0,3}(?:expenses?|costs?|charges?|fees|bonus(?:es)?|awards|payments|write-?(?:offs?|downs?)|royalties|rents?)\b", flags=re.ASCII
)
_OF_THE_FOUR = re.compile(
    r"interest|tax|depreci|amorti|deplet|accretion|financ|intangible|debt|goodwill|minority|controlling|discontinued|other|total|operating|income|revenue|sales|net\b|dividend|cumulative|equity in|\bebit\b|\bd&a|\bdd&a|adjustments|joint venture|affiliate|provision|benefit"
)
_AFTER_ALL_FOUR = re.compile(r"\bamorti[sz]ation\b")
_ENDS = re.compile(
    r"\b(?:not|nor|no|because|although|should|is|are|was|were|provides?|believes?|reflects?|useful|measures?|without|compar\w+|us(?:es?|ed))\b|;"
)
_BRACKET = re.compile(r"[()]")
_BARE_EBITDA = re.compile(r"(?:consolidated |total |segment )?ebitda(?: ?(?:\((?:[a-z\d*]|loss|non-gaap|unaudited)\)|\*+|\d))*:?")


class EbitdaAddsBack(Check, frozen=True, kw_only=True):
    """A measure called EBITDA that adds back more than interest, taxes, depreciation and amortization."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"added"})

    def examine(self, release: Release) -> Examination:
        if "ebitda" not in release.folded:
            return Examination(moot="the release does not speak of EBITDA")
        words = unwrapped(release.document)
        matches = [m for block in release.document.blocks if block.kind == "table" for m in _in_rows(release, block, words)]
        matches += (m for block in release.document.blocks if block.kind == "table" for m in _in_sum(release, block, words))
        matches += _in_definitions(release)
        return Examination(matches=tuple(matches[:1]))


def _in_definitions(release: Release) -> Iterator[Match]:
    for match in _DEFINED.finditer(release.folded):
        name = Span(*match.span("name"))
        sentence = sentence_at(release, Span(match.end() - 1, match.end()))  # "It excludes" may begin the next
        if not _ADJUSTED.search(release.folded, sentence.start, sentence.end):
            tail = Span(match.end(), min(_closed(release.folded, match), sentence.end, match.end() + 300))
            named = _ADDED.search(release.folded, tail.start, tail.end)
            added = Span(*named.span()) if named else _in_own_words(release.folded, tail)
            if added:
                yield _adds(release, name, added)


def _closed(folded: str, match: re.Match[str]) -> int:
    """Where the bracket closes that a definition opens: what follows tells the figure."""
    depth = match.group().count("(") - match.group().count(")")
    if depth > 0:
        for place in _BRACKET.finditer(folded, match.end(), match.end() + 300):
            depth += 1 if place.group() == "(" else -1
            if depth == 0:
                return place.start()
    return match.end() + 300


def _in_own_words(folded: str, tail: Span) -> Span | None:
    """What a definition leaves out beyond the last of the four."""
    last = _AFTER_ALL_FOUR.search(folded, tail.start, tail.end)
    if last is None:
        return None
    end = _ENDS.search(folded, last.end(), tail.end)
    items = _ITEM.finditer(folded, last.end(), end.start() if end else tail.end)
    return next((Span(*item.span()) for item in items if not _OF_THE_FOUR.search(item.group())), None)


def _in_rows(release: Release, block: Block, words: str) -> Iterator[Match]:
    """Rows between the figure of the accounts and a row labelled EBITDA."""
    added: Span | None = None
    started = False
    for label in row_labels(words, block):
        told = words[label.start : label.end].strip()
        if not started:
            started = any(True for _ in comparables(words, "net income", label))
        elif _BARE_EBITDA.fullmatch(told):
            if added:
                yield _adds(release, label, added)
            return
        elif _ADDED.search(told) and "amorti" not in told and "depreci" not in told:
            added = added or label


def _in_sum(release: Release, block: Block, words: str) -> Iterator[Match]:
    """A row called in the company's own words that the sum of the rows shows to be added back."""
    number_of = {row[0]: number for number, row in enumerate(block.rows) if row}
    listed = [row for row in rows(release.folded, block) if row.cells]
    labels = [label_at(block, number_of[row.label_span]) for row in listed]
    for end, label in enumerate(labels):
        if not _BARE_EBITDA.fullmatch(words[label.start : label.end].strip()):
            continue
        starts = [n for n in range(end) if any(True for _ in comparables(words, "net income", labels[n]))]
        if starts and leads_to_last(listed[starts[-1] : end + 1]):
            between = range(starts[-1] + 1, end)
            own = [
                n
                for n in between
                if not _OF_THE_FOUR.search(words, labels[n].start, labels[n].end) and any(cell and cell.value for cell in listed[n].cells)
            ]
            if own:
                yield _adds(release, label, labels[own[0]])
                return


def _adds(release: Release, name: Span, added: Span) -> Match:
    return Match(name, {"added": release.quote(added)}, notes=(Note("This is added back too.", added),))
