"""Quoted words: where quotation marks open and close, paragraph by paragraph."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.model import Block, Document, Span

_MARKS = re.compile(r'"+')
_SINGLE = re.compile(r"(?<![\w\u2019'])\u2018([^\u2018\"\u201c\u201d]{40,2500}?[.,!?])\u2019(?!\w)")
_OPENING = "\u201c\u201e\u00ab"
_CLOSING = "\u201d\u00bb"
_UNCLOSED = 24  # a mark that nothing closes opens speech only where so much follows it
_LONG = 9  # so many words are more than a term in quotation marks


@dataclass(frozen=True, slots=True)
class Stretch:
    """Quoted words without their marks, and the block they stand in."""

    span: Span
    block: int
    opens: bool  # they begin their block
    unclosed: bool  # no closing mark: the speech goes on in the next block


def stretches(document: Document) -> list[Stretch]:
    """All that stands in quotation marks, in order, terms and titles included."""
    return [stretch for number, block in enumerate(document.blocks) if block.kind != "table" for stretch in _of_block(document, number, block)]


def may_be_speech(document: Document, stretch: Stretch) -> bool:
    """Whether the words are long enough, or close like a sentence, so that somebody may have spoken them."""
    words = document.text[stretch.span.start : stretch.span.end]
    count = words.count(" ") + 1
    if count < 3 or (words.isupper() and count < 12):
        return False
    return (
        stretch.unclosed
        or count >= _LONG
        or words[-1] in ",.!?;\u2014\u2026"
        or document.text[stretch.span.end + 1 : stretch.span.end + 2] in (",", ".")
    )


def is_whole_paragraph(document: Document, stretch: Stretch) -> bool:
    """Whether the stretch is a paragraph of speech by itself, whoever speaks."""
    words = document.text[stretch.span.start : stretch.span.end]
    fills = stretch.unclosed or len(stretch.span) > 0.6 * len(document.blocks[stretch.block].span)
    return stretch.opens and fills and words[:1].isupper() and words.count(" ") > 10


def _of_block(document: Document, number: int, block: Block) -> Iterator[Stretch]:
    text, folded, end = document.text, document.folded, block.span.end
    if '"' not in folded[block.span.start : end]:
        if "\u2018" not in text[block.span.start : end]:
            return
        yield from (_stretch(document, number, *m.span(1), block) for m in _SINGLE.finditer(text, block.span.start, end))
        return
    opened: int | None = None
    for match in _MARKS.finditer(folded, block.span.start, end):
        if opened is None or text[match.start()] in _OPENING:
            if _may_open(text, match, block.span):
                opened = match.end()
        elif _goes_inward(text, match, block.span):
            opened = match.end() if _begins_again(text, opened, match) else opened
        else:
            yield _stretch(document, number, opened, match.start(), block)
            opened = None
    if opened is not None and end - opened > _UNCLOSED:
        yield _stretch(document, number, opened, end, block, unclosed=True)


def _may_open(text: str, match: re.Match[str], block: Span) -> bool:
    if text[match.start()] in _OPENING + _CLOSING:
        return text[match.start()] in _OPENING
    before = text[match.start() - 1] if match.start() > block.start else " "
    behind = text[match.end()] if match.end() < block.end else " "
    return not behind.isspace() and not before.isalnum()


def _goes_inward(text: str, match: re.Match[str], block: Span) -> bool:
    """Whether a straight mark inside quoted words opens a term there: `we call it "the loop" and`."""
    before = text[match.start() - 1] if match.start() > block.start else " "
    behind = text[match.end()] if match.end() < block.end else " "
    return text[match.start()] == '"' and before.isspace() and behind.isalnum()


def _begins_again(text: str, opened: int, match: re.Match[str]) -> bool:
    """Whether the mark before it was one too many: `"Jane Roe, CEO, said, "We`"""
    return match.start() - opened < 120 and text[match.start() - 2] in ",:"


def _stretch(document: Document, number: int, start: int, end: int, block: Block, *, unclosed: bool = False) -> Stretch:
    text = document.text
    opens = not any(c.isalnum() for c in text[block.span.start : start])
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Stretch(Span(start, end), number, opens, unclosed)
