"""The marks around a release: exhibit label, release line, embargo, end mark, wire tail."""

from __future__ import annotations

from dataclasses import dataclass

from disclint.model import Document, Span


@dataclass(frozen=True, slots=True)
class Marks:
    exhibit_labels: tuple[Span, ...] = ()
    release_line: Span | None = None
    embargo: Span | None = None
    end_mark: Span | None = None
    wire_tail: tuple[Span, ...] = ()  # "SOURCE Acme Inc.", "View source version on …"


def find_marks(document: Document) -> Marks:
    return Marks()
