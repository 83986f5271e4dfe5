"""The companies that issue the release, and the names it gives them."""

from __future__ import annotations

from disclint.model import Boilerplate, Context, Dateline, Document, Headline, Issuer, Part, Ticker


def find_issuers(
    document: Document,
    parts: tuple[Part, ...],
    dateline: Dateline | None,
    headline: Headline | None,
    boilerplates: tuple[Boilerplate, ...],
    tickers: tuple[Ticker, ...],
    context: Context,
) -> tuple[Issuer, ...]:
    return ()
