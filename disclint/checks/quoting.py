"""Quoting: who says it, and where the quotation ends."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Block, Quotation, Release, Span

_WORDS = re.compile(r"\b[a-z][a-z'’-]*\b")
_TELLING = re.compile(r"\b(?:we|our|us|i|i'm|we're|we've)\b")
_OPENING = re.compile(r"(?:(?<=\s)|(?<=[(\[—–-])|^)[\"“](?=[\w$‘'(\[…£€])")
_INCHES = re.compile(r"\d\"")


class QuotationAttributed(Check, frozen=True, kw_only=True):
    """A quotation with no named speaker, or a speaker without a title at the first mention."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"lacking"})

    def examine(self, release: Release) -> Examination:
        if not release.quotations:
            return Examination(moot="nobody is quoted")
        matches: list[Match] = []
        titled = {_surname(release, q) for q in release.quotations if q.speaker and q.title}
        for quotation in release.quotations:
            if quotation.speaker is None:
                matches.append(Match(quotation.spans[0], {"lacking": "no speaker is named"}))
            elif quotation.title is None and _surname(release, quotation) not in titled and not _introduced(release, quotation):
                titled.add(_surname(release, quotation))
                matches.append(Match(quotation.speaker, {"lacking": "the speaker has no title"}))
        return Examination(tuple(matches), evidence=tuple(q.speaker for q in release.quotations if q.speaker))


class QuotationMarksBalanced(Check, frozen=True, kw_only=True):
    """An opening quotation mark that is never closed in its paragraph; a quotation may go on in the next one."""

    def examine(self, release: Release) -> Examination:
        blocks = [b for b in release.document.blocks if b.kind != "table" and re.search(r"[\"“”]", release.text[b.span.start : b.span.end])]
        if not blocks:
            return Examination(moot="there are no quotation marks")
        following = {b.span: after for b, after in zip(release.document.blocks, release.document.blocks[1:], strict=False)}
        open_marks = [(b, _unclosed(release, b)) for b in blocks]
        matches = [Match(mark) for block, mark in open_marks if mark and not _goes_on(release, following.get(block.span))]
        return Examination(tuple(matches), evidence=tuple(b.span for b, mark in open_marks if mark is None))


def _unclosed(release: Release, block: Block) -> Span | None:
    """The first words of a quotation that the block opens last and does not close."""
    text = release.text[block.span.start : block.span.end]
    if _INCHES.search(text):
        return None
    curly = [m.start() for m in re.finditer("[“”]", text)]
    if curly and '"' not in text:
        opened: int | None = None
        for at in curly:
            opened = at if text[at] == "“" else None
    else:
        marks = [m.start() for m in re.finditer(r"[\"“”]", text)]
        if len(marks) % 2 == 0:
            return None
        opened = next((m.start() for m in reversed(list(_OPENING.finditer(text)))), None)
    if opened is None:
        return None
    end = min(len(text), opened + 60)
    end = text.rfind(" ", opened + 1, end) if end < len(text) and " " in text[opened + 1 : end] else end
    return Span(block.span.start + opened, block.span.start + end)


def _goes_on(release: Release, block: Block | None) -> bool:
    """Whether the next paragraph opens with a mark of its own, as a quotation over several paragraphs does."""
    return block is not None and release.text[block.span.start : block.span.start + 1] in ('"', "“")


def _surname(release: Release, quotation: Quotation) -> str:
    return release.quote(quotation.speaker).split()[-1].lower() if quotation.speaker else ""


def _introduced(release: Release, quotation: Quotation) -> bool:
    """Whether the person is named with an office anywhere before: “Jane Roe, our new chief executive”."""
    if quotation.speaker is None:
        return False
    name = re.escape(_surname(release, quotation))
    office = r"(?:chief|officer|president|chair\w*|director|head|founder|partner|manager|ceo|cfo|coo|cto|professor|minister|investigator|secretary)"
    return bool(re.search(rf"\b{name}\b[^\n.]{{0,120}}\b{office}|{office}[^\n.]{{0,120}}\b{name}\b", release.folded))
