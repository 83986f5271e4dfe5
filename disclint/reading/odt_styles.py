"""How the paragraphs and words of an OpenDocument text are set, as far as reading depends on it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, fields, replace
from xml.etree.ElementTree import Element

_NAMESPACE = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_FULL = {"fo": "xsl-fo-compatible", "draw": "drawing"}
_HEADING = re.compile(r"(?:Heading|Title|Subtitle)\b|(?:Heading|Title|Subtitle)(?:_20_|$)")
_LENGTH = re.compile(r"(-?[\d.]+)(in|cm|mm|pt|pc|px)$")
_TWIPS = {"in": 1440.0, "cm": 566.93, "mm": 56.693, "pt": 20.0, "pc": 240.0, "px": 15.0}
_DEPTH = 40  # of styles that rest on others


def tag(name: str) -> str:
    """The full name of an element or attribute (text:p)."""
    prefix, local = name.split(":")
    return _NAMESPACE % _FULL.get(prefix, prefix) + local


_NAME, _PARENT, _FAMILY, _MASTER = tag("style:name"), tag("style:parent-style-name"), tag("style:family"), tag("style:master-page-name")
_STYLE, _DEFAULT = tag("style:style"), tag("style:default-style")
_PARAGRAPH, _TEXT = tag("style:paragraph-properties"), tag("style:text-properties")


@dataclass(frozen=True, slots=True)
class Look:
    """None where nothing is said; `before` and `after` are twips of space."""

    bold: bool | None = None
    raised: bool | None = None
    hidden: bool | None = None
    centered: bool | None = None
    heading: bool | None = None
    before: float | None = None
    after: float | None = None
    master: str | None = None  # the page that begins with the paragraph

    def over(self, below: Look) -> Look:
        return replace(below, **{f.name: value for f in fields(self) if (value := getattr(self, f.name)) is not None})


class Styles:
    """The styles of a document by family and name."""

    def __init__(self, roots: Iterable[Element]) -> None:
        self._nodes: dict[tuple[str, str], Element] = {}
        self._defaults: dict[str, Look] = {}
        for root in roots:
            for node in root.iter(_STYLE):
                self._nodes[node.get(_FAMILY, ""), node.get(_NAME, "")] = node
            for node in root.iter(_DEFAULT):
                self._defaults[node.get(_FAMILY, "")] = _look(node)
        self._looks: dict[tuple[str, str], Look] = {}

    def look(self, family: str, name: str | None) -> Look:
        key = family, name or ""
        if key not in self._looks:
            self._looks[key] = self._resolved(family, name)
        return self._looks[key]

    def _resolved(self, family: str, name: str | None) -> Look:
        found = Look()
        for _ in range(_DEPTH):
            node = self._nodes.get((family, name or ""))
            if node is None:
                break
            found = found.over(_look(node))
            if _HEADING.match(name or ""):
                found = Look(heading=True).over(found)
            name = node.get(_PARENT)
        return found.over(self._defaults.get(family, Look()))


def _look(node: Element) -> Look:
    paragraph, text = node.find(_PARAGRAPH), node.find(_TEXT)
    said = Look(master=node.get(_MASTER) or None)
    if paragraph is not None:
        align = paragraph.get(tag("fo:text-align"))
        said = replace(
            said,
            centered=None if align is None else align == "center",
            before=_twips(paragraph.get(tag("fo:margin-top"))),
            after=_twips(paragraph.get(tag("fo:margin-bottom"))),
        )
    if text is not None:
        weight, place = text.get(tag("fo:font-weight")), text.get(tag("style:text-position"))
        display = text.get(tag("text:display"))
        said = replace(
            said,
            bold=None if weight is None else weight == "bold" or weight in ("600", "700", "800", "900"),
            raised=None if place is None else place.startswith("super") or (place[:1].isdigit() and not place.startswith("0%")),
            hidden=None if display is None else display == "none",
        )
    return said


def _twips(length: str | None) -> float | None:
    match = _LENGTH.match(length or "")
    return float(match.group(1)) * _TWIPS[match.group(2)] if match else None
