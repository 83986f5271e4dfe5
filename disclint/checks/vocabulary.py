"""The checks that a rule file may name, each by its word."""

from __future__ import annotations

from disclint.checks.base import Check
from disclint.checks.elements import Elements
from disclint.checks.parts import PartPresent
from disclint.checks.wording import Wording

BUILT_IN: dict[str, type[Check]] = {
    "elements": Elements,
    "part": PartPresent,
    "wording": Wording,
}
