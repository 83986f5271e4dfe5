"""The marks around a release: exhibit label, release line, embargo, end mark, wire tail."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import re2

from disclint.model import Block, Document, Span

_TOP = 40  # blocks in which a release line may stand; contacts and legends can come first


@dataclass(frozen=True, slots=True)
class Marks:
    exhibit_labels: tuple[Span, ...] = ()
    release_line: Span | None = None
    embargo: Span | None = None
    end_mark: Span | None = None
    wire_tail: tuple[Span, ...] = ()  # "SOURCE Acme Inc.", "View source version on …"
    begins: int = 0  # where the release begins; behind the cover of a Form 8-K it does not at the top


_EXHIBIT = re.compile(
    r"(?:^|(?<=[\s\])>*_-]))(?<!\bas )(?<!\bin )(?<!\bto )(?<!\bsee )(?<!\bwith )(?<!\bhereto )(?:exhibit|ex)(?: (?:no\.?|number))?[ .-]*\(?\d{1,3}(?:[.-]\d+)*(?:\s?\([a-z0-9]{1,3}\))*[a-z]?(?=[\s.:*_-]*$)"
)
_EXHIBIT_FIRST = re.compile(r"[\s\[(*_-]*((?:exhibit|ex)(?: (?:no\.?|number))?[ .-]*\(?\d{1,3}(?:[.-]\d+)*(?:\s?\([a-z0-9]{1,3}\))*)(?![\w.])")

_EXHIBIT_ALONE = re.compile(r"[\s*_(\[-]*(?:exhibit|ex)[ .-]*\(?99(?:[.-]\d+)*(?:\s?\([a-z0-9]{1,3}\))*[\s*_.:)\]-]*")

_OPENING = r"[\s*_>\"'(\[<-]*"
_IMMEDIATE = re.compile(
    r"(?<![\w-])(?:for\s+immediate\s+(?:press\s+|news\s+|public\s+)?(?:release|publication|distribution|dissemination|attention)"
    r"|for\s+release\s*:?\s*immediate(?:ly)?|(?:release|for\s+(?:public\s+)?release):\s*immediate(?:ly)?|immediate\s+release)\b"
)
_TIMED = re.compile(
    _OPENING + r"((?:for\s+(?:public\s+|news\s+|press\s+)?(?:release|publication)(?:\s*:\s*|\s+)(?=(?:on|at|upon|after|before|not\s+before|date|\d"
    r"|[a-z]+day\b|"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d))|release\s+(?:date|time)\s*:)[^\n]{0,90})"
)
_PUBLISH = r"(?:release|publi|use|distribut|broadcast|disclos|circulat)\w*"
_HOUR = r"(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|hours|hrs|h\b|gmt|[cbe]e?s?t\b)|noon|midnight|market\s+(?:close|open)s?|(?:close|open)(?:ing)?\s+of\s+(?:the\s+)?(?:market|business|trading))"
_EMBARGO = re2.compile(
    _OPENING + r"(?:(?:notes?\s+(?:to|for)\s+(?:the\s+)?editors?|editors?|media)\s*[:.-]\s*)?(?:please\s+(?:note\s+(?:that\s+)?)?)?((?:"
    r"(?:(?:this|the)\s+(?:\w+\s+){1,5}(?:is|are)\s+)?"
    r"(?:strict(?:ly)?\s+|under\s+|an?\s+|news\s+|media\s+|press\s+|publication\s+|release\s+)*embargo(?:ed)?\b(?:\W*$|\W*(?:until|till|to|for|by|from|at"
    r"|lifts?|ends?|expires?|time|date|notice|release|copy|and|not|\d|[a-z]+day\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
    rf"|(?:strictly\s+)?(?:(?:(?:this|the|these)\s+(?:\w+\s+){{1,6}}?)?(?:not\s+(?:for|to\s+be)|(?:do|may|must|should|can)\s*not(?:\s+be)?|no)\s+(?:general\s+|public\s+)?{_PUBLISH}(?:,?\s+(?:(?:or|and)\s+)?\w+){{0,8}}\s+"
    r"(?:before|until|prior\s+to|earlier\s+than|ahead\s+of)\b)"
    rf"|hold\s+(?:for\s+(?:release\s+)?)?(?:(?:until|till)\b|{_HOUR})|(?:strictly\s+)?(?:private\s+(?:and|&)\s+)?confidential\s+until\b"
    rf"|(?:for|to\s+be)\s+(?:public\s+|news\s+|press\s+)?(?:release|publi|use)\w*:?\s+(?:not\s+(?:before|earlier)|(?:only\s+)?after|[^\n]{{0,60}}?{_HOUR})"
    rf"|(?:release|wire)(?:\s+time)?\s*:?\s+(?:at\s+|(?:only\s+)?after\s+|not\s+before\s+)?{_HOUR}|(?:release|wire)\s+time\s*:\s*[^\n]{{0,40}}?{_HOUR}"
    r")[^\n]{0,110})"
)
# Words of which a line that says when the news may run has one.
_TIMING = ("release", "publi", "embargo", "immediate", "until", "before", "hold", "wire time", "for use")

_END = re2.compile(
    r"[\s\\*_]*(?:#(?:[\s*\\]*#)+\.?|-+\s*30\s*-+|-\s?[0o]\s?-(?:\s+\d\S{5,9})?"
    r"|[-<\[(*~/#= ]*(?:the\s+)?ends?[-.>\])*~/#= ]*|[-*( ]*end(?:s)?\s+of\s+(?:press\s+|news\s+|the\s+)*(?:release|announcement)[-*.) ]*)[\s\\*_]*"
)
_END_LETTERED = re.compile(r"[a-z]")

_TAIL = re2.compile(
    r"[\s*_/(\[-]*(?:"
    r"source[:\s]+\S|view (?:source version|original (?:content|release|press)|the original press)|view source\b|contact details\b"
    r"|(?:copyright\b|\(c\)|©)[^\n]*(?:rights reserved|globe ?newswire|newswire|business wire|nachrichtenagentur)"
    r"|to view (?:the (?:source|original)|this (?:piece|press|news|announcement)|an enhanced)"
    r"|this (?:information|announcement|news|disclosure|content) (?:was|is|has been) (?:brought to you|distributed|provided|issued) (?:by"
    r"|through|via) "
    r"(?:cision|rns|globe|business wire|the pr|accesswire|newsfile|eqs|prn)"
    r"|(?:[\[\s]*source: )?https?://(?:news\.cision|www\.(?:prnewswire|businesswire|globenewswire|accesswire|newsfilecorp|accessnewswire"
    r"|newsdirect))\S*[\s\])*_]*$"
    r"|(?:a photo|photos|an infographic|a video|an image)s? (?:accompanying|related to|is available)|photo - http|logo - http|photo: http|logo: http"
    r"|the following files? (?:are|is) available for download|multimedia (?:files|assets)|/?contact: \S+.*/$"
    r"|\(?end\)? dow jones newswires|distributed by \S+ ?wire|rns may use your ip|rns is approved by the financial"
    r"|language: +english|end of (?:inside information|announcement) +eqs|\d{6,8} +\d\d[.-]"
    r")"
)  # fmt: skip


def find_marks(document: Document) -> Marks:
    begins = _behind_cover(document)
    top = [block for block in document.blocks if block.span.end > begins][:_TOP]
    release_line, embargo = _release_lines(document, top)
    return Marks(
        begins=begins,
        exhibit_labels=tuple(_exhibit_labels(document, top)),
        release_line=release_line or embargo,
        embargo=embargo or _embargo_below(document),
        end_mark=_end_mark(document),
        wire_tail=tuple(_wire_tail(document)),
    )


def set_lines(block: Block) -> tuple[Span, ...]:
    """The block's lines as set in the source; the whole block where the source has none."""
    return block.lines or (block.span,)


def _behind_cover(document: Document) -> int:
    """A filing in one file: the release begins at its exhibit label, the last that stands alone."""
    cover = document.folded[:2500]
    if "securities and exchange commission" not in cover or not re.search(r"form\s+(?:8-k|6-k)", cover):
        return 0
    begins = 0
    for block in document.blocks:
        for line in set_lines(block):
            if len(line) < 40 and block.span.end < 0.9 * len(document.text) and _EXHIBIT_ALONE.fullmatch(document.folded[line.start : line.end]):
                begins = line.start
    return begins


def _exhibit_labels(document: Document, top: list[Block]) -> Iterator[Span]:
    for block in top:
        for line in set_lines(block)[:8]:
            words = document.folded[line.start : line.end]
            if "ex" not in words or len(words) > 120:
                continue
            match = _EXHIBIT.search(words) or _EXHIBIT_FIRST.match(words)
            if match and (line.start == block.span.start or _EXHIBIT_ALONE.fullmatch(words) or block.kind != "paragraph"):
                start, end = match.span(match.lastindex or 0)
                yield Span(line.start + start, line.start + end)


def _embargo_below(document: Document) -> Span | None:
    """An embargo told only at the end, as in a note to editors."""
    for block in document.blocks[-_TOP:]:
        for line in _stretches(document, block):
            if match := _EMBARGO.match(document.folded[line.start : line.end]):
                return _span(line, match, 1)
    return None


def _stretches(document: Document, block: Block) -> tuple[Span, ...]:
    """The lines of a letterhead, and the whole of a note that runs on over its lines."""
    lines = set_lines(block)
    return (block.span,) if len(lines) > 1 and document.text[lines[1].start].islower() else lines[:12]


def _release_lines(document: Document, top: list[Block]) -> tuple[Span | None, Span | None]:
    release: Span | None = None
    embargo: Span | None = None
    for block in top:
        for line in _stretches(document, block):
            words = document.folded[line.start : line.end]
            if not any(word in words for word in _TIMING):
                continue
            if embargo is None and (match := _EMBARGO.match(words)):
                embargo = _span(line, match, 1)
                if release is None and (match := _IMMEDIATE.search(words)) and not words[: match.start()].rstrip().endswith("not"):
                    release = _span(line, match, 0)  # “EMBARGOED FOR IMMEDIATE RELEASE”
            elif release is None and (match := _IMMEDIATE.search(words)) and _opens(words, match):
                release = _span(line, match, 0)
                if embargo is None and (held := _EMBARGO.match(words[match.end() :])):  # both in one line
                    embargo = Span(line.start + match.end() + held.start(1), line.start + match.end() + held.end(1))
            elif release is None and (match := _TIMED.match(words)):
                release = _span(line, match, 1)
    return release, embargo


def _opens(words: str, match: re.Match[str]) -> bool:
    """The words stand at the head of their line or column, and are not part of "not for immediate release" or of a sentence."""
    before, after = words[: match.start()].rstrip().rsplit(". ", 1)[-1], words[match.end() :].lstrip(" :.*_-")
    if before.endswith(("not", "or", "and", "the")):
        return False
    return len(before) <= 40 and not before.endswith(",") and not after.startswith(("or ", "of ", "to ", "in "))


def _span(line: Span, match: re.Match[str], group: int) -> Span:
    start, end = match.span(group)
    words = match.group(group)
    return Span(line.start + start, line.start + end - (len(words) - len(words.rstrip(" *_)>]"))))


def _end_mark(document: Document) -> Span | None:
    """The last one: a row of signs may also part sections, the end is where no other follows."""
    found: Span | None = None
    front = len(document.text) // 20
    for block in document.blocks:
        if block.span.end < front or block.kind == "table":
            continue
        lines = set_lines(block)
        for line in (block.span, lines[-1], lines[0]) if len(lines) > 1 else (block.span,):
            if len(line) <= 40 and _is_end_mark(document, line):
                start, end = line.start, line.end
                while start < end and document.text[start] in " \\*_":
                    start += 1
                while end > start and document.text[end - 1] in " \\*_":
                    end -= 1
                found = Span(start, end)
                break
    return found


def _is_end_mark(document: Document, line: Span) -> bool:
    words = document.folded[line.start : line.end]
    if not _END.fullmatch(words):
        return False
    if not _END_LETTERED.search(words):
        return True
    written = document.text[line.start : line.end].strip()
    # A bare word is an end mark only as it is set for one: "Ends", "END", "-end-", not "the end" of a table's column.
    return not written[0].islower() or not written[0].isalnum()


def _wire_tail(document: Document) -> Iterator[Span]:
    third = len(document.text) // 3
    for block in document.blocks:
        if block.span.end < third or block.kind == "table":
            continue
        for line in set_lines(block):
            if _TAIL.match(document.folded[line.start : line.end]) and (
                document.folded[line.start : line.start + 6] != "source" or _is_source(document, line)
            ):
                yield line


def _is_source(document: Document, line: Span) -> bool:
    """ "SOURCE Acme Corp.": in capitals and short; "Source: company data" under a table is none."""
    written = document.text[line.start : line.end]
    return len(written) < 120 and (
        written.startswith("SOURCE")
        or (written.startswith("Source:") and not written.rstrip().endswith(".") and line.start > 0.8 * len(document.text))
    )
