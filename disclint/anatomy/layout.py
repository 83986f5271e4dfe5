"""Divides a release into its parts, once each has been found."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Iterator

from disclint.anatomy.legends import Legend
from disclint.anatomy.marks import Marks
from disclint.model import Block, Boilerplate, Cautionary, Contact, Dateline, Document, Headline, Part, PartKind, Span

_HEADING = 100  # a heading is no longer
_APART = 120  # characters between two contacts that still belong to their block


def divide(
    document: Document,
    marks: Marks,
    headline: Headline | None,
    dateline: Dateline | None,
    cautionary: Cautionary | None,
    contacts: tuple[Contact, ...],
    boilerplates: tuple[Boilerplate, ...],
    legends: tuple[Legend, ...],
) -> tuple[Part, ...]:
    """Parts in the order of the text, without gaps but for line ends, and without overlap."""
    claims = _Claims(document)
    for kind, span in _claims(marks, headline, dateline, cautionary, contacts, boilerplates, legends):
        claims.take(kind, span)
    body = _body_start(document, headline, dateline)
    return tuple(claims.filled(body))


def _claims(
    marks: Marks,
    headline: Headline | None,
    dateline: Dateline | None,
    cautionary: Cautionary | None,
    contacts: tuple[Contact, ...],
    boilerplates: tuple[Boilerplate, ...],
    legends: tuple[Legend, ...],
) -> Iterator[tuple[PartKind, Span]]:
    """What each finder claims; where two claim the same words, the first has them."""
    yield from (("exhibit-label", label) for label in marks.exhibit_labels)
    yield from (("release-line", line) for line in (marks.release_line, marks.embargo) if line)
    yield from (("end-mark", mark) for mark in (marks.end_mark,) if mark)
    if dateline:
        yield "dateline", dateline.span
    if headline:
        yield "headline", headline.span
        yield from (("subheadline", subhead) for subhead in headline.subheads)
    if cautionary:
        yield from (("cautionary", span) for span in (cautionary.heading, *cautionary.spans) if span)
    for boilerplate in boilerplates:
        yield from (("boilerplate", span) for span in (boilerplate.heading, boilerplate.span) if span)
    yield from (("measures" if legend.kind == "measures" else "legend", legend.span) for legend in legends)
    yield from (("contacts", span) for span in _joined(contact.span for contact in contacts))
    yield from (("wire-tail", line) for line in marks.wire_tail)


def _joined(spans: Iterable[Span]) -> Iterator[Span]:
    """Contacts close to each other make one part, with the headings and addresses between them."""
    last: Span | None = None
    for span in sorted(spans):
        if last and span.start - last.end <= _APART:
            last = Span(last.start, max(last.end, span.end))
            continue
        if last:
            yield last
        last = span
    if last:
        yield last


def _body_start(document: Document, headline: Headline | None, dateline: Dateline | None) -> int:
    """What stands above is letterhead."""
    if headline:
        return headline.span.start
    return dateline.span.start if dateline else 0


class _Claims:
    """Claimed stretches of the text, in order and without overlap."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._parts: list[Part] = []

    def take(self, kind: PartKind, span: Span) -> None:
        """Claims what of `span` is still free, cut at the ends of lines."""
        free = list(self._free(span))
        for stretch in free:
            for piece in self._lines(stretch):
                bisect.insort(self._parts, Part(kind, piece), key=_start)

    def _free(self, span: Span) -> Iterator[Span]:
        at = span.start
        n = max(0, bisect.bisect_right(self._parts, span.start, key=_start) - 1)
        while n < len(self._parts) and (part := self._parts[n]).span.start < span.end:
            if part.span.start > at:
                yield Span(at, part.span.start)
            at = max(at, part.span.end)
            n += 1
        if at < span.end:
            yield Span(at, span.end)

    def _lines(self, span: Span) -> Iterator[Span]:
        text = self._document.text
        start = span.start
        while start < span.end:
            stop = text.find("\n", start, span.end)
            stop = span.end if stop < 0 else stop
            piece = _trimmed(text, start, stop)
            if len(piece):
                yield piece
            start = stop + 1

    def filled(self, body: int) -> Iterator[Part]:
        """The claims and, of the kind its block suggests, everything between them."""
        n = 0
        for block in self._document.blocks:
            at = block.span.start
            while n < len(self._parts) and (part := self._parts[n]).span.start < block.span.end:
                yield from self._rest(block, at, part.span.start, body)
                yield part
                at = part.span.end
                n += 1
            yield from self._rest(block, at, block.span.end, body)

    def _rest(self, block: Block, start: int, end: int, body: int) -> Iterator[Part]:
        if block.kind == "table" and start == block.span.start and end == block.span.end:
            yield Part("letterhead" if end <= body else "table", block.span)
            return
        for piece in self._lines(Span(start, end)):
            yield Part(_kind(block, piece, body), piece)


def _kind(block: Block, piece: Span, body: int) -> PartKind:
    if piece.start < body:
        return "letterhead"
    if block.kind == "table":
        return "table"
    if block.kind in ("rule", "page-break"):
        return "other"
    return "heading" if block.kind == "heading" and len(piece) <= _HEADING else "body"


def _start(part: Part) -> int:
    return part.span.start


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
