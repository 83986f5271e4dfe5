"""Lines of the source with the words to look at, cut to a width a person reads."""

from __future__ import annotations

from dataclasses import dataclass

from disclint.model import Document, Location, Span

_WIDTH = 100
_LINES = 3
_TAB = 4
_FIRST, _LAST = 16, 8  # words of a long passage
# What a terminal or a browser would obey instead of showing: control characters and marks that turn the direction of writing.
_UNPRINTABLE = {code: "\ufffd" for code in (*range(0x20), *range(0x7F, 0xA0), *range(0x202A, 0x202F), *range(0x2066, 0x206A)) if code not in (9, 10)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the source; the words from `start` to `end` are meant. `number` None: lines were left out here."""

    number: int | None
    text: str
    start: int = 0
    end: int = 0


def printable(text: str) -> str:
    return text.translate(_UNPRINTABLE)


def shortened(text: str) -> str:
    """The first and the last words of a long passage."""
    words = text.split(" ")
    return text if len(words) <= _FIRST + _LAST + 4 else " ".join([*words[:_FIRST], "…", *words[-_LAST:]])


def place(location: Location) -> str:
    """The place as a person names it."""
    counted = (("page", location.page), ("line", location.line), ("paragraph", location.paragraph))
    return ", ".join(f"{name} {number}" for name, number in counted if number is not None)


def excerpt(document: Document, span: Span, width: int = _WIDTH) -> tuple[Line, ...]:
    """Empty where the format has no lines; a long stretch is shown by its first and last lines."""
    location = document.locate(span)
    if location.line is None or location.column is None or location.end_column is None:
        return ()
    lines = []
    for number, text in document.excerpt(span):
        start = location.column - 1 if number == location.line else len(text) - len(text.lstrip())
        end = location.end_column - 1 if number == location.end_line else len(text.rstrip())
        lines.append(_fitted(number, text, start, max(start, end), width))
    if len(lines) > _LINES:
        return (*lines[: _LINES - 1], Line(None, "…"), lines[-1])
    return tuple(lines)


def _fitted(number: int, text: str, start: int, end: int, width: int) -> Line:
    """Tabs become spaces, and what does not fit is cut off around the words."""
    before = text[:start].expandtabs(_TAB)
    upto = text[:end].expandtabs(_TAB)
    whole = printable(text.expandtabs(_TAB).rstrip())
    start, end = len(before), max(len(upto), len(before))
    if len(whole) <= width:
        return Line(number, whole, start, end)
    room = width - 2  # for what shows that something was cut off
    left = max(0, min(start - width // 4, len(whole) - room))
    right = min(len(whole), left + room)
    cut = ("…" if left else "") + whole[left:right] + ("…" if right < len(whole) else "")
    shift = left - (1 if left else 0)
    return Line(number, cut, start - shift, min(end, right) - shift)
