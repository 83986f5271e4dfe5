"""Releases with what was found in them, as `disclint inspect` shows them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from disclint.model import Document, Release
from disclint.reporting import Presentation
from disclint.reporting.excerpts import printable
from disclint.reporting.facts import SCHEMA, facts

_ELEMENTS = {
    "identifies": "which statements are forward-looking",
    "differ_materially": "that results may differ materially",
    "filing_pointer": "where the filings tell more",
    "no_update": "that nothing will be updated",
    "statute": "the statute",
}


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
    found = facts(release)
    rows: list[tuple[str, Iterable[str]]] = [
        ("date", _given(found["date"])),
        ("market", [release.market + ("" if release.market_given else " (inferred)")]),
        ("announces", [name.replace("_", " ") + ("" if release.events_given else " (inferred)") for name in found["event_types"]]),
        ("release line", _given(found["release_line"])),
        ("headline", _given(found["headline"])),
        ("dateline", _given(found["dateline"] and found["dateline"]["text"])),
        ("issuers", found["issuers"]),
        ("tickers", [_joined(" · ", t["text"], t["exchange"] and f"symbol {t['symbol']} on {t['exchange']}") for t in found["tickers"]]),
        ("contacts", [_contact(contact) for contact in found["contacts"]]),
        ("quotations", [_joined(", ", quote["speaker"], quote["title"]) or "speaker not named" for quote in found["quotes"]]),
        ("boilerplate", [_joined(": ", part["heading"] or part["company"], _begun(part["starts"])) for part in found["about"]]),
        ("cautionary", _cautionary(found["safe_harbor"]) if found["safe_harbor"] else ()),
        ("citations", [_joined(" · ", c["text"], c["to"], None if c["correct"] else "wrong as cited") for c in found["citations"]]),
        ("non-GAAP", _measures(found["non_gaap"]) if found["non_gaap"] else ()),
        ("forward-looking", [_begun(words) for words in found["fls"]]),
        ("end mark", _given(found["end_mark"])),
    ]
    return [(name, tuple(map(printable, lines))) for name, lines in rows]


def _given(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _begun(words: str) -> str:
    """The first words of a sentence, of which there may be more."""
    return words if words.endswith((".", '."', ".”")) else f"{words}…"


def _joined(mark: str, *words: str | None) -> str:
    return mark.join(word for word in words if word)


def _contact(contact: Mapping[str, Any]) -> str:
    role = contact["role"] and {"investor": "investors", "both": "investors and media"}.get(contact["role"], contact["role"])
    who = _joined(" · ", contact["name"], contact["organization"], *contact["phones"], *contact["emails"])
    return f"{who} ({role})" if role else who


def _cautionary(passage: Mapping[str, Any]) -> Iterable[str]:
    yield _joined(": ", passage["heading"], _begun(passage["starts"]))
    told = [name for key, name in _ELEMENTS.items() if passage[key]]
    missing = [name for key, name in _ELEMENTS.items() if not passage[key]]
    if told:
        yield f"says: {'; '.join(told)}"
    if missing:
        yield f"does not say: {'; '.join(missing)}"
    yield f"factors: {passage['factors']}"


def _measures(found: Mapping[str, Any]) -> Iterable[str]:
    yield ", ".join(found["measures"])
    yield "reconciled" if found["reconciliation"] else "not reconciled"
