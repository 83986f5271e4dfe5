"""Puts comments, and where wanted suggestions, into the main part of a Word file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

from lxml import etree

from disclint.errors import UsageError
from disclint.model import Document, Finding, Judgement, Report, Span
from disclint.reading.word.markup import Node, attribute, kind
from disclint.reading.word.package import Package
from disclint.reading.word.source import WordSource
from disclint.reading.word.stories import manuscript
from disclint.reporting import Presentation
from disclint.reporting.excerpts import place as told_place
from disclint.reporting.word.anchors import Anchors, Place
from disclint.reporting.word.parts import serialized, with_comments
from disclint.reporting.word.remarks import Remark, remarks
from disclint.reporting.word.suggestions import AUTHOR, Suggestions

_INITIALS = "dl"
_COMMENT_MARKS = frozenset({"w:commentRangeStart", "w:commentRangeEnd", "w:commentReference"})


def reviewed(report: Report, judgement: Judgement, source: WordSource, presentation: Presentation) -> bytes:
    """The bytes of the copy."""
    document = judgement.document
    package = Package(source.data, document.path)
    anchors = Anchors(manuscript(package), source.tracked)
    title = judgement.release.headline.span if judgement.release and judgement.release.headline else document.blocks[0].span
    written = []
    for number, remark in enumerate(remarks(report, judgement, presentation.show), start=_free_number(package)):
        place = _place(document, remark.finding.span if remark.finding else title, anchors)
        written.append(_comment(package.document, number, [*remark.paragraphs[:1], *_away(document, remark, place), *remark.paragraphs[1:]]))
        _mark(package, anchors, place, number)
    if presentation.suggest:
        suggestions = Suggestions(document, anchors, _highest(package.document) + 1)
        for finding in _safely_mended(judgement):
            suggestions.suggest(finding.fix.edits if finding.fix else ())
    main = serialized(package.document, package.archive.read(package.main))
    return with_comments(package, main, "".join(written).encode())


def _safely_mended(judgement: Judgement) -> Iterator[Finding]:
    found = [f for v in judgement.verdicts if v.status == "failed" for f in v.findings if f.fix and f.fix.safety == "safe"]
    return iter(sorted(found, key=lambda finding: finding.span))


# --------------------------------------------------------------------------- places


def _place(document: Document, wanted: Span, anchors: Anchors) -> Place | None:
    """The words themselves; for an empty span, where something is missing, the end of what it should follow."""
    span = _trimmed(document, wanted)
    if len(span):
        origins = document.origins[span.start : span.end]
        return anchors.words(min(origins), max(origins) + 1)
    at = wanted.start
    before = len(document.text[:at].rstrip())
    if (before and "\n" not in document.text[before:at]) or at >= len(document.text.rstrip()):
        return anchors.point(document.origins[before - 1], ahead=False)
    after = at + len(document.text[at:]) - len(document.text[at:].lstrip())
    return anchors.point(document.origins[after], ahead=True)


def _trimmed(document: Document, span: Span) -> Span:
    words = document.text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return Span(start, max(start, span.start + len(words.rstrip())))


def _away(document: Document, remark: Remark, place: Place | None) -> list[str]:
    """What the comment is about, where Word allows none at the words themselves (in headers, notes and text boxes)."""
    if remark.finding is None or (place and place.exact):
        return []
    quote = document.quote(remark.finding.span)
    where = told_place(document.locate(remark.finding.span))
    return [f"About “{quote}” ({where})" if quote else f"About {where}"]


def _mark(package: Package, anchors: Anchors, place: Place | None, number: int) -> None:
    """Sets the marks of a comment; without a place, at the first paragraph."""
    start, end, reference = (_element(package.document, name, number) for name in ("commentRangeStart", "commentRangeEnd", "commentReference"))
    run = package.document.makeelement(_name(package.document, "r"), nsmap=package.document.nsmap)
    run.append(reference)
    if place is None:
        paragraph = anchors.opening()
        if paragraph is None:
            raise UsageError("the draft has no paragraph in which a comment could stand")
        for node in (start, end, run):
            paragraph.append(node)
    elif place.point and place.ahead:
        for node in (start, end, run):
            place.first.addprevious(node)
    elif place.point:
        for node in (run, end, start):
            place.last.addnext(node)
    else:
        place.first.addprevious(start)
        for node in (run, end):
            place.last.addnext(node)


# --------------------------------------------------------------------------- elements


def _name(root: Node, name: str) -> str:
    return f"{root.tag.rpartition('}')[0]}}}{name}"


def _element(root: Node, name: str, number: int) -> Node:
    element = root.makeelement(_name(root, name), nsmap=root.nsmap)
    element.set(_name(root, "id"), str(number))
    return element


def _comment(root: Node, number: int, paragraphs: Sequence[str]) -> str:
    """The comment as XML; the first paragraph is bold, and no time is told."""
    word = root.tag.rpartition("}")[0][1:]
    told = []
    for count, words in enumerate(paragraphs):
        before = "<w:r><w:annotationRef/></w:r><w:r><w:rPr><w:b/></w:rPr>" if not count else "<w:r>"
        told.append(f'<w:p>{before}<w:t xml:space="preserve">{escape(_allowed(words))}</w:t></w:r></w:p>')
    return f'<w:comment xmlns:w="{word}" w:id="{number}" w:author="{AUTHOR}" w:initials="{_INITIALS}">{"".join(told)}</w:comment>'


def _allowed(words: str) -> str:
    """Without the characters that XML cannot hold."""
    return "".join(c for c in words if c in "\t\n\r" or " " <= c <= "\ud7ff" or "\ue000" <= c <= "\ufffd" or c >= "\U00010000")


def _free_number(package: Package) -> int:
    """One more than the highest id of a comment, or of a mark of one."""
    comments = package.part_root("comments")
    nodes = [*(() if comments is None else comments), *(node for node in package.document.iter() if kind(node) in _COMMENT_MARKS)]
    return max((_number(node) for node in nodes), default=-1) + 1


def _highest(root: Node) -> int:
    """The highest id of anything: tracked changes share their numbers with bookmarks in some programs."""
    return max(map(_number, root.iter(etree.Element)))


def _number(node: Node) -> int:
    said = attribute(node, "w:id") or ""
    return int(said[:9]) if said.isdecimal() else -1
