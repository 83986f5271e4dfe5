"""Releases with what was found in them, as `disclint inspect` shows them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from disclint.model import Document, Release
from disclint.reporting import Presentation
from disclint.reporting.excerpts import printable
from disclint.reporting.facts import SCHEMA, facts

_TITLES = {"fls": "forward-looking", "about": "boilerplate", "safe_harbor": "cautionary", "event_types": "events", "end_mark": "end mark"}
_HEAD = frozenset({"schema", "path", "sha256", "format"})


def render(form: str, found: Sequence[Release | Document], presentation: Presentation, *, alone: bool) -> str:
    """Releases, and documents that could not be read, which only JSON tells; `alone`: the one document of one path, an object in JSON."""
    if form == "json":
        told = [facts(item) if isinstance(item, Release) else {"schema": SCHEMA, "path": item.path, "error": item.error} for item in found]
        return json.dumps(told[0] if alone else told, ensure_ascii=False, indent=2) + "\n"
    releases = [item for item in found if isinstance(item, Release)]
    if form == "html":
        from disclint.reporting.html import inspection

        return inspection(releases, presentation)
    from disclint.reporting.text import inspection as text

    return text(releases, presentation)


def table(release: Release) -> list[tuple[str, tuple[str, ...]]]:
    """The facts by their names, each as lines of words; what was not found is an empty tuple."""
    rows = [(key, value) for key, value in facts(release).items() if key not in _HEAD]
    return [(_TITLES.get(key, key.replace("_", " ")), tuple(printable(line) for line in _lines(value))) for key, value in rows]


def _lines(value: Any) -> list[str]:
    if value is None or value == []:
        return []
    if isinstance(value, list):
        return [_line(item) for item in value]
    if isinstance(value, dict):
        return [f"{key.replace('_', ' ')}: {_line(inner)}" for key, inner in value.items()]
    return [str(value)]


def _line(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        named = (f"{key}: {_line(inner)}" if isinstance(inner, bool) else _line(inner) for key, inner in value.items() if inner not in (None, []))
        return " · ".join(named)
    if isinstance(value, list):
        return ", ".join(_line(item) for item in value)
    return "none" if value is None else str(value)
