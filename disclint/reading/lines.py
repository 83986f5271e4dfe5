"""Lines of a plain text as they were set: where they stand on the page, and the cells that wide gaps cut them into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

_LINE = re.compile(r"([^\r\n\f]*)(\r\n|\r|\n|\f|$)")
_PAGE = re.compile(r"<PAGE>\s*[\w.-]*$", re.I)
_RULE = re.compile(r"(?:- )?[-=_~\u2013\u2014\u2500]{3,}(?:\s+[-=_~\u2013\u2014\u2500]{2,})*$")
_TAG = re.compile(r"\s*</?(?:TABLE|CAPTION|S|C|FN|F\d+|PRE|TEXT|BTB|PAGE|ARTICLE|MULTIPLIER|LEGEND)(?:\s[^<>]*)?>", re.I)
_CELL = re.compile(r"\S+(?: \S+)*")
_LEADERS = re.compile(r"(?:\.{3,}|(?:\. ){3,}\.?|(?<![$\u20ac\u00a3\[(_])_{4,})")  # "$____" is an amount to be filled in
_TO_SPACE = {0xA0: " ", 0x0B: " ", 0x85: " ", 0x2007: " ", 0x202F: " ", 0x1A: " ", 0xFEFF: " "}
_NUMBER = re.compile(
    r"(?:US|C|A|CAD|USD|EUR|GBP|HK)?[$\u20ac\u00a3\u00a5]?\s*[(<+\-\u2013\u2212]?\s*[$\u20ac\u00a3\u00a5]?\s*"
    r"(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?\s*[%xX]?\s*\)?\s*(?:%|x|bps|pts?|cents?|million|billion)?\)?\*?(?:\(\w\))?"
)
_RANGE = re.compile(  # "$10 to $50 million", "5.6% - 5.9%"; without a sign of its own it might be a telephone number
    r"(?=.*[$\u20ac\u00a3%])(?:US|C|A)?[$\u20ac\u00a3]? ?[\d.,]+ ?(?:%|million|billion|[MB])? ?(?:to|-|\u2013|\u2014) ?(?:US|C|A)?[$\u20ac\u00a3]? ?[\d.,]+ ?(?:%|million|billion|[MB])?"
)
_NIL = re.compile(r"[$(]?\s*(?:-{1,3}|\u2013|\u2014|N/?[AM]|nm|n/m)\s*%?\)?", re.I)


@dataclass(frozen=True, slots=True)
class Cell:
    """Words between wide gaps: their offsets in the source, and the columns of the page they fill."""

    start: int
    end: int
    left: int
    right: int
    text: str


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its margins; `indent` and `right` are columns of the page, tabs set out."""

    kind: Literal["text", "blank", "page", "rule"]
    start: int
    end: int
    text: str = ""
    indent: int = 0
    right: int = 0
    tabular: bool = False  # inside <TABLE>

    @property
    def cells(self) -> tuple[Cell, ...]:
        """What gaps of two or more spaces, tabs or dot leaders separate; a lone "$" or "%" belongs to its number."""
        text = _LEADERS.sub(lambda m: " " * len(m.group()), self.text)
        found: list[Cell] = []
        for match in _CELL.finditer(text):
            left = self.indent + len(text[: match.start()].expandtabs())
            cell = Cell(self.start + match.start(), self.start + match.end(), left, left + len(match.group()), match.group())
            before = found[-1] if found else None
            if before and (
                before.text in ("$", "(", "$(", "\u20ac", "\u00a3", "US$", "C$")
                or cell.text in (")", "%", ")%", "%)")
                or before.text[-1] + cell.text[0] == "[]"
            ):
                found[-1] = Cell(before.start, cell.end, before.left, cell.right, before.text + cell.text)
            else:
                found.append(cell)
        return tuple(found)


def is_number(text: str) -> bool:
    """Whether a table's cell holds a number, a range of amounts, or the dash that stands for none."""
    if text.count("(") != text.count(")"):
        return False
    return bool(_NIL.fullmatch(text) or (_NUMBER.fullmatch(text) and any(c.isdigit() for c in text)) or _RANGE.fullmatch(text))


def is_numeric_row(cells: Sequence[Cell]) -> bool:
    """Whether at least half of the cells beside the first are figures; a justified line of prose has wide gaps too."""
    return len(cells) > 1 and 2 * sum(is_number(cell.text) for cell in cells[1:]) >= len(cells) - 1


def set_lines(source: str, start: int, end: int) -> list[Line]:
    """The lines of source[start:end]; tags of SGML tables are left out, a form feed is a page break."""
    lines: list[Line] = []
    tabular = False
    at = start
    while at < end:
        match = _LINE.match(source, at, end)
        if match is None or match.end() == at:
            break
        raw = match.group(1).translate(_TO_SPACE)
        upper = raw.upper() if "<" in raw else ""
        if "<TABLE" in upper:
            tabular = True
        lines.append(_set(raw, at, tabular))
        if "</TABLE" in upper:
            tabular = False
        if match.group(2) == "\f":
            lines.append(Line("page", match.end() - 1, match.end()))
        at = match.end()
    return lines


def _set(raw: str, at: int, tabular: bool) -> Line:
    if "<" in raw and not _PAGE.match(raw.strip()):
        while tag := _TAG.match(raw):
            raw = " " * tag.end() + raw[tag.end() :]
            if not raw.strip():
                break
    text = raw.strip()
    if not text:
        return Line("blank", at, at, tabular=tabular)
    lead = len(raw) - len(raw.lstrip())
    indent = len(raw[:lead].expandtabs())
    kind: Literal["text", "page", "rule"] = "page" if _PAGE.match(text) else "rule" if _RULE.match(text) else "text"
    width = len(text.expandtabs()) if "\t" in text else len(text)
    return Line(kind, at + lead, at + lead + len(text), text, indent, indent + width, tabular)
