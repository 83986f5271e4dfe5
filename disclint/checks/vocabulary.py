"""The checks that a rule file may name, each by its word."""

from __future__ import annotations

from disclint.checks.base import Check
from disclint.checks.citing import ActsDefinedTwice, CitationFault, Misnamed, ObsoleteName
from disclint.checks.elements import Elements
from disclint.checks.parts import PartPresent
from disclint.checks.wording import Wording

BUILT_IN: dict[str, type[Check]] = {
    "acts-defined-twice": ActsDefinedTwice,
    "citation-fault": CitationFault,
    "elements": Elements,
    "misnamed": Misnamed,
    "obsolete-name": ObsoleteName,
    "part": PartPresent,
    "wording": Wording,
}
