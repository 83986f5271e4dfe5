"""The facts of a release as `disclint inspect --format json` gives them."""

from __future__ import annotations

from typing import Any

from disclint.model import Cautionary, Contact, Release, Span

SCHEMA = 1
_FIRST_WORDS = 14
_LAST_WORDS = 12


def facts(release: Release) -> dict[str, Any]:
    """Every text value is a verbatim quote, white space folded to single spaces."""
    document = release.document

    def quote(span: Span | None) -> str | None:
        return document.quote(span) if span else None

    return {
        "schema": SCHEMA,
        "path": document.path,
        "sha256": document.sha256,
        "format": document.format,
        "market": release.market,
        "date": release.date.isoformat() if release.date else None,
        "headline": quote(release.headline.span) if release.headline else None,
        "dateline": {
            "text": quote(release.dateline.span),
            "place": quote(release.dateline.place),
            "date": release.dateline.date.isoformat() if release.dateline.date else None,
        }
        if release.dateline
        else None,
        "issuers": [issuer.name for issuer in release.issuers],
        "tickers": [{"text": quote(t.span), "exchange": t.exchange, "symbol": t.symbol} for t in release.tickers],
        "contacts": [_contact(release, c) for c in release.contacts],
        "about": [{"company": b.company, "heading": quote(b.heading), "starts": first_words(document.quote(b.span))} for b in release.boilerplates],
        "safe_harbor": _cautionary(release, release.cautionary) if release.cautionary else None,
        "citations": [{"text": quote(c.span), "to": c.to, "correct": c.correct} for c in release.citations if c.kind != "standard"],
        "non_gaap": {"measures": [m.name for m in release.non_gaap.measures], "reconciliation": release.non_gaap.reconciliation is not None}
        if release.non_gaap
        else None,
        "end_mark": quote(release.end_mark),
        "release_line": quote(release.release_line),
        "event_types": [event.name for event in release.events],
        "quotes": [{"speaker": quote(q.speaker), "title": quote(q.title)} for q in release.quotations],
        "fls": [first_words(document.quote(s.span)) for s in release.statements if s.kind == "forward-looking"],
    }


def first_words(text: str) -> str:
    return " ".join(text.split(" ")[:_FIRST_WORDS])


def _contact(release: Release, contact: Contact) -> dict[str, Any]:
    quote = release.document.quote
    return {
        "name": quote(contact.name) if contact.name else None,
        "organization": quote(contact.organization) if contact.organization else None,
        "role": contact.role,
        "phones": [quote(p) for p in contact.phones],
        "emails": [quote(e) for e in contact.emails],
    }


def _cautionary(release: Release, passage: Cautionary) -> dict[str, Any]:
    first, last = release.quote(passage.spans[0]), release.quote(passage.spans[-1])
    return {
        "heading": release.quote(passage.heading) if passage.heading else None,
        "starts": first_words(first),
        "ends": " ".join(last.split(" ")[-_LAST_WORDS:]),
        "identifies": passage.identifies is not None,
        "differ_materially": passage.differ_materially is not None,
        "factors": passage.factors,
        "filing_pointer": passage.filing_pointer is not None,
        "no_update": (passage.no_update or passage.dated) is not None,
        "statute": passage.statute is not None,
    }
