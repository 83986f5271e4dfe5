"""Which market's law and practice a release follows."""

from __future__ import annotations

from disclint.model import Context, Dateline, Document, Issuer, Ticker


def find_market(document: Document, context: Context, tickers: tuple[Ticker, ...], dateline: Dateline | None, issuers: tuple[Issuer, ...]) -> str:
    """One of us, ca, uk, eu, au, hk, other; what the user says is final."""
    return context.market or "us"
