"""The stories of a Word file: body, notes, headers and footers, with the comments that are not resolved."""

from __future__ import annotations

from collections.abc import Iterator

from disclint.reading.word.manuscript import Manuscript, Story
from disclint.reading.word.markup import Node, attribute, descendants, kind, switch
from disclint.reading.word.package import Package
from disclint.reading.word.styles import Styles
from disclint.reading.word.walk import Walk

_SEPARATORS = frozenset({"separator", "continuationSeparator", "continuationNotice"})


def manuscript(package: Package) -> Manuscript:
    """The words of the file; raises DocumentError where a part of it cannot be read."""
    walk = Walk(Styles(package.part_root("styles"), package.part_root("numbering")))
    stories = [walk.story("body", package.body)]
    for type_, name in (("footnotes", "footnote"), ("endnotes", "endnote")):
        stories += _notes(package.part_root(type_), name, walk)
    stories += _margins(package, walk)
    return Manuscript(
        tuple(stories),
        "".join(walk.text),
        tuple(walk.paragraphs),
        tuple(walk.pages),
        _joined(walk.changes),
        tuple(walk.comments[number] for number in unresolved(package) if number in walk.comments),
        tuple(((a, z), package.addresses[to]) for a, z, to in walk.links if a < stories[0].end and to in package.addresses),
    )


def _notes(root: Node | None, name: str, walk: Walk) -> Iterator[Story]:
    for note in () if root is None else root:
        if kind(note) == f"w:{name}" and attribute(note, "w:type") not in _SEPARATORS:
            reference = walk.references.get((name, attribute(note, "w:id") or ""))
            if reference is not None:
                yield walk.story("note", note, reference=reference)


def _margins(package: Package, walk: Walk) -> Iterator[Story]:
    """Headers and footers, each once; the first page has those of the first section."""
    read: set[str] = set()
    for number, section in enumerate(descendants(package.body, "w:sectPr")):
        own_first_page = bool(switch(section, "w:titlePg"))
        for node in section:
            name = kind(node)
            relation = package.parts.get(attribute(node, "r:id") or "")
            if name not in ("w:headerReference", "w:footerReference") or not relation or relation.part in read:
                continue
            type_ = attribute(node, "w:type") or "default"
            if relation.part in package.archive and (type_ != "first" or own_first_page):
                read.add(relation.part)
                first = number == 0 and type_ == ("first" if own_first_page else "default")
                yield walk.story(name.removeprefix("w:").removesuffix("Reference"), package.root(relation.part), first=first)


def _joined(changes: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Changes that touch are one: Word writes one for every run."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(changes):
        if found and start <= found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    return tuple(found)


def unresolved(package: Package) -> list[str]:
    """The ids of comments that nobody has marked as done; a reply is done with the comment it answers."""
    root, extended = package.part_root("comments"), package.part_root("commentsExtended")
    done: set[str] = set()
    for node in () if extended is None else extended:
        own, parent = attribute(node, "w15:paraId"), attribute(node, "w15:paraIdParent")
        if own and ((attribute(node, "w15:done") or "0") not in ("0", "false", "off") or parent in done):
            done.add(own)
    found = []
    for comment in () if root is None else root:
        if kind(comment) == "w:comment":
            last = [attribute(paragraph, "w14:paraId") for paragraph in descendants(comment, "w:p")][-1:]
            if not last or last[0] not in done:
                found.append(attribute(comment, "w:id") or "")
    return found
