"""A contact under construction."""

from __future__ import annotations

from dataclasses import dataclass, field

from disclint.anatomy.contacts.contact_pieces import Piece
from disclint.model import Contact, Role, Span


@dataclass(slots=True)
class Draft:
    """A contact under construction."""

    start: int
    end: int
    label: int  # contacts of the same number stand under the same label
    role: Role | None = None
    name: Span | None = None
    organization: Span | None = None
    phones: list[Span] = field(default_factory=list)
    emails: list[Span] = field(default_factory=list)

    @property
    def reachable(self) -> bool:
        return bool(self.phones or self.emails)

    def take(self, piece: Piece) -> None:
        """Adds what a piece says; a first name, firm and role stand."""
        self.end = max(self.end, piece.span.end)
        if piece.kind == "name":
            self.name = self.name or piece.span
        elif piece.kind == "organization":
            self.organization = self.organization or piece.span
        elif piece.kind == "phone":
            self.phones.append(piece.span)
        elif piece.kind == "email":
            self.emails.append(piece.span)
        if piece.role and (self.role in (None, "general") or piece.kind == "name"):
            self.role = piece.role

    def frozen(self) -> Contact:
        return Contact(Span(self.start, self.end), self.name, self.organization, self.role, tuple(self.phones), tuple(self.emails))
