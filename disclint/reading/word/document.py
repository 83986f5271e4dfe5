"""The stories of a Word file put in the order in which a person reads them."""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence
from dataclasses import replace

from disclint.errors import DocumentError
from disclint.model import Document, Span
from disclint.reading import Tracked, passages, plain
from disclint.reading.builder import Builder
from disclint.reading.decoding import digest
from disclint.reading.word.flow import flow
from disclint.reading.word.manuscript import Content, Manuscript, Paragraph, Story
from disclint.reading.word.package import Package
from disclint.reading.word.source import WordSource
from disclint.reading.word.stories import manuscript

_LINE = 45  # characters of a line that was wrapped rather than ended
_WIDEST = 130


def document(data: bytes, path: str, tracked: Tracked) -> Document:
    """What a person reads in the file, in this state of its tracked changes."""
    found = manuscript(Package(data, path))
    source = WordSource(data, tracked, _as_read(found, tracked), tuple(p.start for p in found.paragraphs), found.pages)
    builder = Builder()
    for story in _in_order(found.stories):
        _write(builder, story, source)
    if not builder.length:
        raise DocumentError(f"{path}: holds no text to read")
    whole = builder.document(path, "word", digest(data), source, end=len(found.text))
    marks = [("tracked-change", at) for at in found.changes] + [("comment", at) for at in found.comments]
    artefacts = tuple(zip((name for name, _ in marks), _spans(whole, [at for _, at in marks]), strict=True))
    links = zip(_spans(whole, [at for at, _ in found.links]), (address for _, address in found.links), strict=True)
    as_read = builder.document(path, "word", whole.sha256, source, end=len(found.text), artefacts=artefacts)
    return replace(as_read, links=tuple((span, address) for span, address in links if span))


def _as_read(found: Manuscript, tracked: Tracked) -> str:
    """All characters, NUL for those that are not read."""
    text = list(found.text)
    for paragraph in found.paragraphs:
        for atom in paragraph.atoms:
            if not atom.read(tracked):
                text[atom.start : atom.end] = "\0" * len(atom.text)
    return "".join(text)


def _in_order(stories: Sequence[Story]) -> list[Story]:
    """The header of the first page, the text with its notes, the footer of the first page, and what stands on other pages only."""
    first = [story for story in stories if story.kind == "header" and story.first]
    foot = [story for story in stories if story.kind == "footer" and story.first]
    text = [story for story in stories if story.kind not in ("header", "footer")]
    return [*first, *text, *foot, *(story for story in stories if not story.first)]


def _write(builder: Builder, story: Story, source: WordSource) -> None:
    if story.kind == "body" and _is_wrapped(story.content, source.tracked):
        last = story.content[-1]
        plain.write(builder, source.text.replace("\0", "\u200b"), 0, last.end)
        return
    parts = flow(story.content, source.tracked)
    if not story.first:  # running heads, which belong to no place of the text
        parts = [replace(part, kind="page-break") if isinstance(part, passages.Passage) else part for part in parts]
    passages.write(builder, parts)


def _is_wrapped(content: Content, tracked: Tracked) -> bool:
    """Whether every paragraph is a line of a text that was wrapped before it came into Word, as one pasted from a mail is."""
    if not all(isinstance(part, Paragraph) and not part.boxes and not part.item for part in content):
        return False
    lines = [part.words(tracked).strip() for part in content if isinstance(part, Paragraph)]
    long = [n for n, line in enumerate(lines[:-2]) if len(line) >= _LINE]
    goes_on = sum((lines[n + 1] or lines[n + 2])[:1].islower() and lines[n][-1].isalnum() for n in long)  # also double-spaced
    return len(long) >= 6 and 4 * goes_on >= len(long) and max(map(len, lines)) <= _WIDEST


def _spans(whole: Document, ranges: Iterable[tuple[int, int]]) -> list[Span]:
    """Where the text holds what came from these ranges of the source; an empty span where nothing of it was read."""
    order = sorted(range(len(whole.text)), key=whole.origins.__getitem__)
    keys = [whole.origins[n] for n in order]
    found = []
    for start, end in ranges:
        first, last = bisect.bisect_left(keys, start), bisect.bisect_left(keys, end)
        if first < last:
            held = order[first:last]
            found.append(_trimmed(whole.text, min(held), max(held) + 1))
        else:
            at = order[first] if first < len(order) else len(whole.text.rstrip())
            found.append(Span(at, at))
    return found


def _trimmed(text: str, start: int, end: int) -> Span:
    """Without white space at the edges; an end of line alone is an empty span."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
