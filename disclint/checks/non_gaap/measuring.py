"""Where a release uses non-GAAP measures, and what stands beside them; the checks that rest on it are in `non_gaap`."""

from __future__ import annotations

import bisect
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.checks import zones
from disclint.figures import figures
from disclint.measures import Basis, Mention, comparables, has_figures, label_at, mentions, unwrapped
from disclint.model import Block, Release, Span

_AHEAD = re.compile(
    r"(?<!than )(?<!as )\b(?:expect(?:s|ed|ing)?|anticipat\w*|guidance|outlook|forecast\w*|will|target\w*|project(?:s|ed|ing|ions?)|estimat(?:e|es|ed|ing)|reaffirm\w*|reiterat\w*"
    r"|in (?:the|a) range of|raises|plans? to|should|goal|now sees?|sees|on (?:course|track|pace) (?:to|for)|looks? (?:for|to|at)|looking for|aim(?:s|ing)?|intends? to|confident|could"
    r"|(?:we|management|board) (?:now |still |currently |also |continues? to )*(?:project|see|envisages?|envisions?|foresees?|guides?|model|plan (?:for|on)|assumes?|contemplates?)|foresees?|envisages?|envisions?"
    r"|guid(?:es|ed|ing) (?:to|for|toward)|calls? for|(?:is|are) (?:likely|set|poised|seen|planning (?:for|on)|planned|budgeted|pegged)|ought to|would(?! have)|budget(?:s|ed)?)\b"
)
_PAST = re.compile(r"\b(?:was|were|totall?ed|came in|grew|rose|fell|generated|posted|achieved) ")
_GROWN_FROM = re.compile(r"(?:guidance|growth|target)\b[^.]{0,60}\bbased on\b[^.;]{0,60}$")  # what the growth is counted from is known
_AHEAD_HEADING = re.compile(r"outlook|guidance|forecast|expectations|targets?\b|projected|looking ahead")
_DEFINING = re.compile(
    r"\b(?:we define|defin(?:es?|itions?)\b|(?<!as )defined\b|means\b|represents\b|calculated as|should not be|as a substitute|believes?\b[^.]{0,60}\buseful|not (?:be )?considered"
    r"|covenants?|earn-?out|credit agreement|incentive|price target|analysts?)"
)
# After the measure another figure is spoken of: "… Adjusted EBITDA, and reaffirms its guidance for revenue of $232 million".
_ANOTHER_CLAUSE = re.compile(r"[,;] (?:and|while|but|as well as) [a-z0-9 ]{3,60}\b(?:revenues?|sales|net income|net loss|earnings per share|eps)\b")
# Before it too: "bookings of $74 million and GAAP and non-GAAP results above guidance".
_JOINED = re.compile(r" and\b")
# A cell that holds a range tells what is expected.
_RANGE = re.compile(
    r"\t(?:approximately )?[$\u20ac\u00a3]? ?[\d.,]+ ?(?:%|million|billion|[mb]\b)? ?(?:to|-) ?[$\u20ac\u00a3]? ?[\d.,]+ ?(?:%|million|billion|[mb]\b)? ?(?=[\t\n]|$)"
)
_ENDED = re.compile(r"\bended\b|\bq[1-4]\b|\bquarter")  # a table of what was
_UNREAD = ("cautionary", "legend", "measures", "contacts", "end-mark", "wire-tail")


@dataclass(frozen=True, slots=True)
class Use:
    """A measure with its figure; `ahead` where the figure is about the future."""

    mention: Mention
    ahead: bool
    in_table: bool


def uses(release: Release) -> Iterator[Use]:
    """The measures that are given a figure, in prose or as a row of a table; definitions and legends are passed over."""
    if release.non_gaap is None:
        return
    used = {measure.span for measure in release.non_gaap.measures}
    found = list(mentions(unwrapped(release.document)))
    keys = {mention.key for mention in found if mention.span in used}
    for mention in found:
        if mention.key not in keys or release.part_at(mention.span.start) in _UNREAD:
            continue
        block = block_at(release, mention.span)
        if block is None:
            continue
        if block.kind == "table":
            row = row_at(block, mention.span)
            if has_figures(release.folded, row):
                told_ahead = is_ahead(release, block) or _RANGE.search(release.folded, row[0].end, row[-1].end)
                yield Use(mention, bool(told_ahead), True)
            continue
        sentence = sentence_at(release, mention.span)
        if not _DEFINING.search(release.folded, sentence.start, sentence.end) and has_figure(release, mention.span, sentence, ratio=mention.ratio):
            ahead = _is_ahead(release, mention, sentence) or _under_outlook(release, block, sentence)
            ahead = ahead and not _GROWN_FROM.search(release.folded, sentence.start, mention.span.start)
            yield Use(mention, ahead, False)


def _is_ahead(release: Release, mention: Mention, sentence: Span) -> bool:
    """Whether a word of expectation governs the figure: it stands before the measure, or between measure and figure."""
    after = next((f.span.start for f in figures(release.folded, Span(mention.span.end, sentence.end))), mention.span.end)
    cue = _AHEAD.search(release.folded, sentence.start, after)
    return bool(cue and "based on" not in release.folded[cue.end() : mention.span.start])


def _under_outlook(release: Release, block: Block, sentence: Span) -> bool:
    """Whether the heading above speaks of the future, and the sentence does not tell what was."""
    told = _PAST.search(release.folded, sentence.start, sentence.end)
    return not told and bool(_AHEAD_HEADING.search(zones.heading_above(release, block)) or _AHEAD.search(zones.introduction(release, block)))


def is_ahead(release: Release, table: Block) -> bool:
    """Whether the table is of the outlook, by what stands above it or over its columns."""
    blocks = release.document.blocks
    at = bisect.bisect_left(blocks, table.span.start, key=lambda b: b.span.start)
    near = [release.folded[b.span.start : b.span.end] for b in blocks[max(0, at - 2) : at] if b.kind != "table" and len(b.span) < 200]
    heads = [release.folded[row[0].start : row[-1].end] for row in table.rows[:3] if row]
    if any(re.fullmatch(r"\W*low(?: end)?\t(?:.*\t)?high(?: end)?", head.strip()) for head in heads):
        return True
    above = [] if any(_ENDED.search(head) for head in heads) else [zones.heading_above(release, table)]
    return any(_AHEAD_HEADING.search(words) for words in (*above, *near, *heads))


def block_at(release: Release, span: Span) -> Block | None:
    blocks = release.document.blocks
    at = bisect.bisect_right(blocks, span.start, key=lambda b: b.span.start) - 1
    return blocks[at] if at >= 0 and blocks[at].span.covers(span) else None


def row_at(block: Block, span: Span) -> tuple[Span, ...]:
    """The row in whose label the span stands; empty where there is none."""
    return next((row for row in block.rows if row and row[0].start < span.end <= row[0].end), ())


def sentence_at(release: Release, span: Span) -> Span:
    at = bisect.bisect_right(release.sentences, Span(span.start, len(release.text) + 1)) - 1
    if at >= 0 and release.sentences[at].covers(span):
        return release.sentences[at]
    block = block_at(release, span)
    return block.span if block else span


def has_figure(release: Release, span: Span, within: Span, *, ratio: bool = False) -> bool:
    """Whether an amount or a percentage is the span's: it follows, or stands right before ("$12.0 million of")."""
    after = Span(span.end, min(within.end, span.end + 110))
    told = next((f for f in figures(release.folded, after) if f.kind in ("money", "percent") or f.scale > 1 or (ratio and f.unit < 1)), None)
    if told and not _ANOTHER_CLAUSE.search(release.folded, span.end, told.span.start):
        return True
    before = Span(max(within.start, span.start - 45), span.start)
    kinds = ("money", "percent") if ratio else ("money",)
    return any(
        f.kind in kinds and span.start - f.span.end < 25 and not _JOINED.match(release.folded, f.span.end, span.start)
        for f in figures(release.folded, before)
    )


def comparable_figures(release: Release, basis: Basis) -> Iterator[Span]:
    """Where the release gives the figure of the accounts that measures of this basis are compared with."""
    words = unwrapped(release.document)
    for block in release.document.blocks:
        if release.part_at(block.span.start) in _UNREAD:
            continue
        for number, row in enumerate(block.rows):
            if row and has_figures(words, row):
                yield from comparables(words, basis, label_at(block, number))
        if not block.rows:
            yield from _told(release, basis, block.span)


def _told(release: Release, basis: Basis, span: Span) -> Iterator[Span]:
    for found in comparables(release.folded, basis, span):
        sentence = sentence_at(release, found)
        if has_figure(release, found, sentence) and not re.search(
            r"\b(?:we define|defined as|most directly comparable)", release.folded[sentence.start : sentence.end]
        ):
            yield found
