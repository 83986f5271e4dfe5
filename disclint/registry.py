"""Names the law uses: acts, rules, forms, regulators, markets, from `rules/registry/`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Registry:
    pass
