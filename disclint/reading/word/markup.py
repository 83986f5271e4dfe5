"""The XML of Word: elements by their usual names, whichever of the two standards (transitional, strict) they are written in."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from lxml import etree

Node = Any  # an element of lxml, which tells mypy nothing

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_STRICT = "http://purl.oclc.org/ooxml/"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PREFIXES = {
    WORD: "w",
    f"{_STRICT}wordprocessingml/main": "w",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m",
    f"{_STRICT}officeDocument/math": "m",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
    "http://schemas.openxmlformats.org/package/2006/relationships": "rel",
    _OFFICE: "r",
    f"{_STRICT}officeDocument/relationships": "r",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2012/wordml": "w15",
}
_OFF = frozenset({"0", "false", "off", "none"})
_XML = etree.XMLParser(resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False)


class MarkupError(Exception):
    """A part is no well-formed XML, or nests deeper than any draft."""


def parse(data: bytes) -> Node:
    """The root element; data must hold no declaration of entities."""
    try:
        return etree.fromstring(data, _XML)
    except etree.XMLSyntaxError as error:
        raise MarkupError("nests its tables or other elements too deeply" if "depth" in str(error) else f"is no well-formed XML: {error}") from None


@lru_cache(2048)
def _short(tag: str) -> str:
    namespace, _, local = tag.rpartition("}")
    return f"{_PREFIXES.get(namespace[1:], '')}:{local}"


def kind(node: Node) -> str:
    """The element's usual name ("w:p"); empty for comments and processing instructions."""
    return _short(node.tag) if isinstance(node.tag, str) else ""


def attribute(node: Node, name: str) -> str | None:
    """The value of an attribute by its usual name ("w:val")."""
    for key, value in node.attrib.items():
        if _short(key) == name:
            return str(value)
    return None


def child(node: Node | None, name: str) -> Node | None:
    """The first child of this name."""
    return None if node is None else next((inner for inner in node if kind(inner) == name), None)


def descendants(node: Node, name: str) -> Iterator[Node]:
    """All elements of this name below the node, in order."""
    return (inner for inner in node.iter() if kind(inner) == name)


def value(node: Node | None, name: str) -> str | None:
    """The w:val of a child."""
    found = child(node, name)
    return None if found is None else attribute(found, "w:val")


def switch(node: Node | None, name: str) -> bool | None:
    """Whether a property is on; None where nothing is said."""
    found = child(node, name)
    return None if found is None else (attribute(found, "w:val") or "1") not in _OFF


def branch(node: Node) -> Node | None:
    """What of alternative content is read: the first choice, as Word does; the same words stand again in the fallback."""
    chosen = child(node, "mc:Choice")
    return child(node, "mc:Fallback") if chosen is None else chosen
