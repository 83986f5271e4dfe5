"""What opens the standing paragraph about a company: `About Acme`, `Acme in brief`, and the same run in before the text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclint.anatomy.speech.people import is_organisation
from disclint.model import Block, Document, Span

_ABOUT = re.compile(
    r"[\s*_#\u2022-]*about (?!\d+\b|to\b|this\b|these\b|how\b|what\b|our\b|that\b|half\b|non-gaap|forward|key\b|risk|certain\b)(?:the )?"
)
_DOING = re.compile(r"[a-z]+ing\b")  # `about investing`, and a company's name as well
_BRIEF = re.compile(
    r"(?:.{2,60}? (?:in brief|at a glance|in short|company profile|boilerplate|- who we are)|(?:corporate|company) (?:profile|overview|description|information|background)|who we are|"
    r"about(?: us| the company)?|profile of .{2,60})[ :.]*"
)
_BRIEF_RUN_IN = re.compile(
    r"(?P<label>(?:corporate|company|business) (?:profile|overview|description|information|background)|(?:company |corporate )?boilerplate|profile|who we are|background)"
    r"\s*[*_]*(?::|\.| [-\u2013\u2014]{1,2} )[*_\s]*(?=\w)"
)
_NAME_ENDS = re.compile(r" \(| - who we are| in brief| at a glance| in short|, an? |, the | company profile|[:|]| boilerplate| - | \u2013 ")
_SHORT_TEXT = re.compile(r": (?=[^:]{40,}\.$)", re.MULTILINE)  # one short sentence behind `About Acme:`
_SENTENCE = re.compile(r"\w{3}\. \w|\b(?:is|are) (?:an?|the)\b")
_RUN_IN_BREAK = re.compile(
    r"(?P<mark>:|\s[-\u2013\u2014]{1,2}\s)\s*|"
    r"(?<=[a-z\u00df-\u00ff.)])(?=(?:The|We|Founded|Based|Headquartered|With|Since|At|Our|As|Established|For|In|A|An|Located)\b)|"
    r"\s(?=(?:We are|We're|Founded in|Based in|Headquartered in|Established in|With over|With more|Since \d|Our mission)\b)|"
    r"(?:(?<=\b[Uu]s)|(?<=\bUS))\.\s+(?=[A-Z])|\.\s+(?=(?:The (?:[Cc]ompany|[Gg]roup|[Bb]ank|[Ff]irm|[Ff]und|[Tt]rust)|We|Our|Founded|Based|Headquartered|Established)\b)"
)
_REPEATED = re.compile(r"([\w][^:\n]{4,70}?)\s*:\s*(\1)\b")
_TWICE = re.compile(r"(\w[^:\n]{2,60}?)\1\b")
_FIRST_WORD = re.compile(r"[\w&.'\u2019-]*[\w&'\u2019]")
_OPENING = 1500  # characters of headline and lead
_SET_OFF = " :*_\u2013\u2014-"


@dataclass(frozen=True, slots=True)
class Opening:
    """A company's name in a heading; `text` is where the passage begins, None where that is the next block."""

    name: Span
    heading: Span
    text: int | None


def opens_about(document: Document, span: Span) -> bool:
    """Whether the range begins like a heading of a boilerplate."""
    return _about_whom(document, span) is not None


def _about_whom(document: Document, span: Span) -> int | None:
    """Where the name behind `About` begins; a word in -ing is one where the opening of the release has it with a capital too."""
    about = _ABOUT.match(document.folded, span.start, span.end)
    if about is None:
        return None
    doing = _DOING.match(document.folded, about.end(), span.end)
    named = doing is None or (
        document.text[about.end() : doing.end()] in document.text[: min(span.start, _OPENING)] and document.text[about.end()].isupper()
    )
    return about.end() if named else None


def find_opening(document: Document, index: int) -> Opening | None:
    """The opening that a block is or begins with."""
    block = document.blocks[index]
    if block.kind in ("table", "rule", "page-break"):
        return None
    start, end, folded = block.span.start, block.span.end, document.folded
    about = _about_whom(document, block.span)
    if about is not None:
        return _about(document, about, block)
    if len(block.span) <= 80 and _BRIEF.fullmatch(folded, start, end):
        lead = re.match("profile of ", folded[start:end])
        return Opening(_name(document, start + (lead.end() if lead else 0), end), block.span, None)
    brief = _BRIEF_RUN_IN.match(folded, start, end) if len(block.span) > 100 else None
    if brief:
        return Opening(Span(*brief.span("label")), Span(*brief.span("label")), brief.end())
    repeated = _REPEATED.match(folded, start, end) if len(block.span) > 120 else None
    if repeated and is_organisation(document.text[repeated.start(1) : repeated.end(1)]):
        return Opening(Span(*repeated.span(1)), Span(start, repeated.end(1) + 1), repeated.start(2))
    return _own_name(document, index)


def _about(document: Document, name: int, block: Block) -> Opening | None:
    first = block.lines[0] if len(block.lines) > 1 and len(block.lines[0]) < 0.6 * max(map(len, block.lines)) else None
    if first and first.end > name:
        return Opening(_name(document, name, first.end), first, first.end)
    told = any(text.search(document.folded, block.span.start, block.span.end) for text in (_SENTENCE, _SHORT_TEXT))
    if len(block.span) <= 110 and not told:
        return Opening(_name(document, name, block.span.end), block.span, None)
    return _run_in(document, name, block)


def _name(document: Document, start: int, end: int) -> Span:
    """The company's name in a heading, without what follows it: `in brief`, `(NYSE: …)`, a colon."""
    cut = _NAME_ENDS.search(document.folded, start + 2, end)
    return Span(start, _trimmed(document.text, start, cut.start() if cut else end))


def _trimmed(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in _SET_OFF:
        end -= 1
    return end


def _run_in(document: Document, start: int, block: Block) -> Opening | None:
    """`About Acme: Acme is …`, `ABOUT ACME Acme is …`, and the same where the line break was lost."""
    text, folded = document.text, document.folded
    limit = min(block.span.end, start + 130)
    first = _FIRST_WORD.match(folded, start, limit)
    if not first:
        return None
    mark, twice = _RUN_IN_BREAK.search(text, start + 1, limit), _TWICE.match(folded, start, limit)
    places = [mark.span()] if mark else []
    places += [(twice.end(1), twice.end(1))] if twice else []
    again = _again(folded, first.group().removesuffix("'s"), first.end(), limit)
    if again is not None:
        places.append((again, again))
    if not places:
        return None
    name_end, at = min(places, key=lambda place: place[1])
    while text.startswith(" ", at):
        at += 1
    if name_end == at and folded.startswith("the ", at - 4):
        at = name_end = at - 4
    if at >= block.span.end or name_end <= start or _SENTENCE.search(folded, start, name_end):
        return None
    return Opening(_name(document, start, name_end), Span(block.span.start, _trimmed(text, block.span.start, name_end)), at)


def _again(folded: str, word: str, start: int, limit: int) -> int | None:
    """Where the first word of the name comes a second time, as the name opens the text behind a heading that ran in."""
    for _ in range(4):
        at = folded.find(word[:14], start, limit)
        if at < 0:
            return None
        if folded[at - 1] not in "/@." and not folded.startswith("www", at - 3):
            return at
        start = at + 1
    return None


def _own_name(document: Document, index: int) -> Opening | None:
    """The company's name as a heading, the text below it giving the name again."""
    block = document.blocks[index]
    if index + 1 >= len(document.blocks) or len(block.span) > 60 or document.blocks[index + 1].kind != "paragraph":
        return None
    following = document.blocks[index + 1].span
    words = document.text[block.span.start : block.span.end].strip(_SET_OFF)
    name = words.lower().rstrip(".")
    if len(words) < 5 or len(following) < 120 or not is_organisation(words):
        return None
    if name not in document.folded[following.start : following.start + 140]:
        return None
    return Opening(_name(document, block.span.start, block.span.end), block.span, None)
