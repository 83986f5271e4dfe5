"""The parts of a Word file, and how they refer to each other."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from functools import cached_property

from disclint.errors import DocumentError
from disclint.reading.archive import Archive
from disclint.reading.word.markup import MarkupError, Node, attribute, child, kind, parse

_EXTERNAL = "External"  # a relation that leads out of the package


@dataclass(frozen=True)
class Relation:
    """What a part refers to; `type` is the last word of the relation's type."""

    type: str
    part: str


class Package:
    """A Word file opened; raises DocumentError where it is none."""

    def __init__(self, data: bytes, path: str) -> None:
        self.path = path
        self.archive = Archive(data, path)
        if "[Content_Types].xml" not in self.archive:
            raise DocumentError(f"{path}: is a ZIP archive, but no Word document")
        self.main = next((relation.part for relation in self.relations("").values() if relation.type == "officeDocument"), "")
        if self.main not in self.archive:
            raise DocumentError(f"{path}: holds no document; is it a Word file?")
        body = child(self.document, "w:body")
        if kind(self.document) != "w:document" or body is None:
            raise DocumentError(f"{path}: is an Office file, but no Word document")
        self.body: Node = body

    @cached_property
    def document(self) -> Node:
        """The root of the main part."""
        return self.root(self.main)

    def root(self, part: str) -> Node:
        """The root element of a part of XML."""
        try:
            return parse(self.archive.xml(part))
        except MarkupError as error:
            raise DocumentError(f"{self.path}: {part} {error}") from None

    def relations(self, part: str) -> dict[str, Relation]:
        """The relations of a part to other parts of the package, by id; those of the package itself for an empty name."""
        name = relations_of(part)
        if name not in self.archive:
            return {}
        folder = posixpath.dirname(part)
        found: dict[str, Relation] = {}
        for node in self.root(name):
            target = attribute(node, ":Target")
            if kind(node) != "rel:Relationship" or not target or attribute(node, ":TargetMode") == _EXTERNAL:
                continue
            type_ = (attribute(node, ":Type") or "").rpartition("/")[2]
            whole = target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
            found[attribute(node, ":Id") or ""] = Relation(type_, whole)
        return found

    @cached_property
    def addresses(self) -> dict[str, str]:
        """Where the links of the main part lead, outside the package, by id."""
        name = relations_of(self.main)
        outward = (node for node in self.root(name) if attribute(node, ":TargetMode") == _EXTERNAL) if name in self.archive else ()
        return {attribute(node, ":Id") or "": attribute(node, ":Target") or "" for node in outward}

    @cached_property
    def parts(self) -> dict[str, Relation]:
        """The relations of the main part."""
        return self.relations(self.main)

    def part(self, type_: str) -> str | None:
        """The part of this type that the main part refers to."""
        return next((r.part for r in self.parts.values() if r.type == type_ and r.part in self.archive), None)

    def part_root(self, type_: str) -> Node | None:
        part = self.part(type_)
        return None if part is None else self.root(part)


def relations_of(part: str) -> str:
    """The part that holds a part's relations."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
