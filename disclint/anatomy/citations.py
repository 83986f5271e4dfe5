"""Statutes, sections, rules, regulations and instruments as cited, resolved against the registry."""

from __future__ import annotations

from disclint.model import Citation, Document
from disclint.registry import Registry


def find_citations(document: Document, registry: Registry) -> tuple[Citation, ...]:
    return ()
