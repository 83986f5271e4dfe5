"""Legends other than the cautionary passage: offer, merger, exchange, market abuse, explanation of non-GAAP measures."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from disclint.model import Cautionary, Document, Span

LegendKind = Literal["offer", "merger", "exchange", "market-abuse", "measures", "qualified-person", "trademark", "other"]


@dataclass(frozen=True, slots=True)
class Legend:
    kind: LegendKind
    span: Span


def find_legends(document: Document, cautionary: Cautionary | None) -> tuple[Legend, ...]:
    return ()
