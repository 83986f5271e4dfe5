"""What styles and numbering say of paragraphs and runs, as far as it matters to a reader."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from disclint.reading.word.markup import Node, attribute, child, descendants, kind, switch, value

_HEADING = re.compile(r"heading [1-9]$|(?:sub)?title$", re.I)
_OF_RUNS = frozenset({"w:rStyle", "w:b", "w:vanish", "w:vertAlign"})
_DEPTH = 20  # of styles based on others
_AUTOMATIC = 280  # twips of automatic spacing


@dataclass(frozen=True, slots=True)
class Look:
    """How a run or paragraph is set; None where nothing is said."""

    bold: bool | None = None
    hidden: bool | None = None
    raised: bool | None = None
    centered: bool | None = None
    heading: bool | None = None
    before: int | None = None  # twips of space above and below
    after: int | None = None
    close: bool | None = None  # no space to its neighbours of the same style
    list: str | None = None  # the id of the numbering; "0" takes it away
    level: str | None = None

    def over(self, below: Look) -> Look:
        """Both together; what this one says counts."""
        if self == _NOTHING:
            return below
        said = {name: getattr(self, name) for name in Look.__slots__ if getattr(self, name) is not None}
        return replace(below, **said)


_NOTHING = Look()


class Styles:
    """The styles of a document by id, each with what it takes from those it is based on."""

    def __init__(self, styles: Node | None, numbering: Node | None) -> None:
        nodes = [] if styles is None else [node for node in styles if kind(node) == "w:style"]
        self._nodes = {attribute(node, "w:styleId") or "": node for node in nodes}
        self._default = next((name for name, n in self._nodes.items() if _is_default(n)), None)
        self._looks: dict[str | None, Look] = {}  # of paragraphs
        self._runs: dict[str | None, Look] = {None: Look()}
        defaults = child(styles, "w:docDefaults")
        self._ground = look(child(child(defaults, "w:pPrDefault"), "w:pPr"), child(child(defaults, "w:rPrDefault"), "w:rPr"))
        self._marked = _marked_levels(numbering)

    def paragraph(self, properties: Node | None) -> Look:
        """The look of a paragraph, and of its runs unless they say otherwise."""
        name = value(properties, "w:pStyle") or self._default
        if name not in self._looks:
            self._looks[name] = self._styled(name).over(self._ground)
        return look(properties, None).over(self._looks[name])

    def run(self, properties: Node | None, paragraph: Look) -> Look:
        if properties is None or not any(kind(node) in _OF_RUNS for node in properties):
            return paragraph
        name = value(properties, "w:rStyle")
        if name not in self._runs:
            self._runs[name] = self._styled(name)
        return look(None, properties).over(self._runs[name].over(paragraph))

    def is_item(self, found: Look) -> bool:
        """Whether a bullet, number or letter stands before the paragraph."""
        if found.list in (None, "0"):
            return False
        return self._marked is None or (found.list, found.level or "0") in self._marked

    def style_of(self, properties: Node | None) -> str | None:
        return value(properties, "w:pStyle") or self._default

    def _styled(self, name: str | None) -> Look:
        found = Look()
        for _ in range(_DEPTH):
            node = self._nodes.get(name or "")
            if node is None:
                break
            said = look(child(node, "w:pPr"), child(node, "w:rPr"))
            if _HEADING.match(value(node, "w:name") or ""):
                said = replace(said, heading=True)
            found = found.over(said)
            name = value(node, "w:basedOn")
        return found


def _is_default(style: Node) -> bool:
    return attribute(style, "w:type") == "paragraph" and attribute(style, "w:default") in ("1", "true", "on")


def look(paragraph: Node | None, run: Node | None) -> Look:
    """What the properties themselves say."""
    raised = value(run, "w:vertAlign")
    letters = Look(switch(run, "w:b"), switch(run, "w:vanish"), None if raised is None else raised == "superscript")
    if paragraph is None:
        return letters
    spacing, numbers = child(paragraph, "w:spacing"), child(paragraph, "w:numPr")
    aligned, outline = value(paragraph, "w:jc"), value(paragraph, "w:outlineLvl")
    return replace(
        letters,
        centered=None if aligned is None else aligned == "center",
        heading=None if outline is None else outline in tuple("012345678"),
        before=_space(spacing, "before"),
        after=_space(spacing, "after"),
        close=switch(paragraph, "w:contextualSpacing"),
        list=value(numbers, "w:numId"),
        level=value(numbers, "w:ilvl"),
    )


def _space(spacing: Node | None, side: str) -> int | None:
    if spacing is None:
        return None
    if (attribute(spacing, f"w:{side}Autospacing") or "0") not in ("0", "false", "off"):
        return _AUTOMATIC
    said = attribute(spacing, f"w:{side}")
    return int(said[:9]) if said and said.isdecimal() else None


def _marked_levels(numbering: Node | None) -> frozenset[tuple[str, str]] | None:
    """The levels that put a mark before their paragraphs; None where the document does not say."""
    if numbering is None:
        return None
    marked: dict[str, list[str]] = {}
    for abstract in (node for node in numbering if kind(node) == "w:abstractNum"):
        levels = [attribute(level, "w:ilvl") or "0" for level in descendants(abstract, "w:lvl") if _has_mark(level)]
        linked = child(abstract, "w:numStyleLink") is not None  # its levels stand with a style, which gives them marks
        marked[attribute(abstract, "w:abstractNumId") or ""] = list("012345678") if linked else levels
    found: set[tuple[str, str]] = set()
    for number in (node for node in numbering if kind(node) == "w:num"):
        levels_of = marked.get(value(number, "w:abstractNumId") or "", [])
        found.update((attribute(number, "w:numId") or "", level) for level in levels_of)
    return frozenset(found)


def _has_mark(level: Node) -> bool:
    return value(level, "w:numFmt") != "none" and bool((value(level, "w:lvlText") or "").strip() or child(level, "w:lvlPicBulletId") is not None)
