"""Legal entity identifiers (ISO 17442): twenty letters and digits, the last two computed from the others."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_LABEL = re.compile(r"\b(?:lei\b|legal entity identif(?:iers?|ication)\b)")
# The code follows its label, with few other words between: “LEI code of Example plc: 2138 00…”.
_CODE = re.compile(
    r"(?:: ?[a-z]{2}[0-9a-z]{9}[0-9] ?/ ?)?[^0-9\n]{0,60}?\n?[^0-9\n]{0,20}?(?<![0-9a-z])([0-9a-z]{4}(?: [0-9a-z]{4}){4}|[0-9a-z]{16,24})(?![0-9a-z])"
)
_LABELLED_AFTER = re.compile(r"(?<![0-9a-z])([0-9a-z]{16,24}) \((?:lei|legal entity identifier)\)")


class Lei(Check, frozen=True, kw_only=True):
    """Identifiers beside the words “LEI” or “Legal Entity Identifier” that cannot be right."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"fault"})

    def examine(self, release: Release) -> Examination:
        seen = list(_codes(release.folded))
        if not seen:
            return Examination(moot="the release gives no legal entity identifier")
        faults = [(span, _fault(release.quote(span))) for span in seen]
        return Examination(
            matches=tuple(Match(span, {"fault": fault}) for span, fault in faults if fault),
            evidence=tuple(span for span, fault in faults if not fault),
        )


def _codes(folded: str) -> Iterator[Span]:
    found = set()
    for label in _LABEL.finditer(folded):
        code = _CODE.match(folded, label.end())
        if code and any(c.isdigit() for c in code.group(1)):
            found.add(Span(*code.span(1)))
    found |= {Span(*code.span(1)) for code in _LABELLED_AFTER.finditer(folded) if any(c.isdigit() for c in code.group(1))}
    yield from sorted(found)


def _fault(code: str) -> str:
    """Why the code cannot be right; empty where it is."""
    code = code.replace(" ", "").upper()
    if len(code) != 20:
        return f"it has {len(code)} characters, not 20"
    if not code[18:].isdigit():
        return "its last two characters are no digits"
    return "" if check_number(code) == 1 else "its check digits do not fit the rest, so a character is wrong or two have changed places"


def check_number(code: str) -> int:
    """ISO/IEC 7064 MOD 97-10 of letters and digits, A = 10 … Z = 35; 1 for a right code."""
    return int("".join(str(int(c, 36)) for c in code)) % 97
