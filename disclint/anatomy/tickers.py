"""Exchange and symbol, in every market's manner."""

from __future__ import annotations

from disclint.model import Document, Ticker


def find_tickers(document: Document) -> tuple[Ticker, ...]:
    return ()
