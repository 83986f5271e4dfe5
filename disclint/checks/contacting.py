"""Contacting: whom to turn to, and whether they can be reached."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Contact, Release, Severity, Span

_LONGEST = 160  # characters of a contact that a message can quote
_AT = re.compile(r"[^\s<>()\[\]|;]*@[^\s<>()\[\]|;]*(?: ?, ?(?:com|net|org|co)\b)?")
_ADDRESS = re.compile(r"(?:mailto:)?[a-z0-9.!#$%&'*+/=?^_{}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_FICTION = re.compile(r"\(?\b[2-9]\d\d\)?[-. /]{1,2}555[-. ]01\d\d\b")
_SHORT = re.compile(r"(?:\([2-9]\d\d\) ?|\b(?:1[-. ])?[2-9]\d\d[-.])(?:\d{3}[-.]\d{2,3}|\d{2}[-.]\d{4}|\d{3}[-.]\d{5,6})(?![\d-]|\.\d)")
_BAD_AREA = re.compile(r"(?<![\d+(-])(?:\+?1[-. ])?\((?:[01]\d\d)\) ?\d{3}[-. ]\d{4}(?!\d)")
_LETTERED = re.compile(r"(?:\([2-9]\d\d\) ?|\b[2-9]\d\d[-.])\d{3}[-.](?=\d*[OoIl])(?:[\dOoIl]{4})\b")
_DUMMY = re.compile(
    r"\b(?:123-456-7890|(?:000|111|555|999)[-. ](?:000|111|555|999)[-. ]\d{4})\b|\((?:000|111|555|999)\) ?(?:000|111|555|999)-\d{4}\b"
)
_PRESS_OFFICE = re.compile(r"(?:press office|media relations|newsroom|media line|press line|public inquiries|hotline|switchboard|equities desk)\b")
_ADVISER = re.compile(r"certified advis[eo]r|nominated advis[eo]r|transfer agent|\bnomad\b|registrar\b")


class ContactNamesPerson(Check, frozen=True, kw_only=True):
    """A contact that names no person."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"role"})

    def examine(self, release: Release) -> Examination:
        if not release.contacts:
            return Examination(moot="the release has no contact")
        nameless = [c for c in release.contacts if c.name is None and not self._is_office_of_named(release, c)]
        matches = tuple(Match(_whole(release, c), {"role": f"{c.role} " if c.role in ("investor", "media") else ""}) for c in nameless)
        return Examination(matches, evidence=tuple(c.name for c in release.contacts if c.name))

    def _is_office_of_named(self, release: Release, contact: Contact) -> bool:
        """A bare press-office line, or an address shared with people who are named beside it."""
        others = [c for c in release.contacts if c.name]
        reach = {release.folded[s.start : s.end] for s in (*contact.phones, *contact.emails)}
        shared = any(reach & {release.folded[s.start : s.end] for s in (*c.phones, *c.emails)} for c in others)
        same = contact.role not in ("investor", "media") and any(
            c.organization and contact.organization and release.quote(c.organization) == release.quote(contact.organization) for c in others
        )
        office = bool(_PRESS_OFFICE.search(release.folded, contact.span.start, contact.span.end))
        adviser = bool(_ADVISER.search(release.folded, max(0, contact.span.start - 60), contact.span.end))
        return shared or same or adviser or (office and bool(others))


class ContactReachable(Check, frozen=True, kw_only=True):
    """A contact with neither telephone nor e-mail; with only one of them it is information."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"lacking"})

    def examine(self, release: Release) -> Examination:
        if not release.contacts:
            return Examination(moot="the release has no contact")
        phone, mail = any(c.phones for c in release.contacts), any(c.emails for c in release.contacts)
        matches = []
        for contact in release.contacts:
            if not contact.phones and not contact.emails and not (phone or mail):
                matches.append(Match(contact.span, {"lacking": "neither a telephone number nor an e-mail address"}))
            elif not contact.phones and not contact.emails:
                matches.append(Match(contact.span, {"lacking": "no telephone number or e-mail address of its own"}, severity=Severity.INFO))
            elif not contact.phones or not contact.emails:
                lacking = "no e-mail address" if contact.phones else "no telephone number"
                matches.append(Match(contact.span, {"lacking": lacking}, severity=Severity.INFO))
        reached = tuple(s for c in release.contacts for s in (*c.phones, *c.emails))
        return Examination(tuple(matches), evidence=reached)


class ReachMalformed(Check, frozen=True, kw_only=True):
    """An e-mail address or a telephone number that cannot be right."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        where = zones.spans(release, ("contacts", "body", "dateline", "boilerplate", "letterhead", "wire-tail", "other"))
        matches = [match for zone in where for match in (*self._mails(release, zone), *self._phones(release, zone))]
        reached = tuple(s for c in release.contacts for s in (*c.phones, *c.emails))
        if not matches and not reached:
            return Examination(moot="the release gives no telephone number or e-mail address")
        return Examination(tuple(matches), evidence=reached)

    def _mails(self, release: Release, zone: Span) -> list[Match]:
        matches = []
        for found in _AT.finditer(release.text, zone.start, zone.end):
            words = found.group().strip(".,;:'\"“”‘’")
            start = found.start() + found.group().find(words)
            if words.startswith("@") or not words or _ADDRESS.fullmatch(words.split("/")[0]) or words.endswith("@"):
                continue
            if (
                re.search(r"[\[/]", words)
                or len(words) > 60
                or (words.count("@") > 1 and "@@" not in words)
                or (words.count("@") == 1 and not re.search(r"@[\w-]+\W*(?:,|$)|\.\.|[^\x00-\x7f]|@\.|\.@|_{3}", words))
            ):
                continue
            matches.append(Match(Span(start, start + len(words)), {"problem": "is not a possible e-mail address"}))
        return matches

    def _phones(self, release: Release, zone: Span) -> list[Match]:
        problems = (
            (_FICTION, "is a number of the block 555-01xx, which is kept for fiction and placeholders"),
            (_DUMMY, "is a number that stands for one to be filled in"),
            (_LETTERED, "has a letter among its figures"),
            (_BAD_AREA, "has an area code that begins with 0 or 1, and none does"),
        )
        text, (start, end) = release.text, (zone.start, zone.end)
        matches = [Match(Span(*m.span()), {"problem": problem}) for pattern, problem in problems for m in pattern.finditer(text, start, end)]
        if release.part_at(zone.start) == "contacts":
            wrong = "has not the ten digits of a North American number"
            matches += [Match(Span(*m.span()), {"problem": wrong}) for m in _SHORT.finditer(text, start, end)]
        return matches


class ContactPresent(Check, frozen=True, kw_only=True):
    """A contact anywhere: a block, or a line that says whom to turn to."""

    def examine(self, release: Release) -> Examination:
        spans = [c.span for c in release.contacts]
        return Examination(
            tuple(Match(s) for s in spans),
            place=end_of(release),
            searched="a contact block, or a line with a name, a telephone number or an e-mail address",
        )


def _whole(release: Release, contact: Contact) -> Span:
    """The contact as it stands, unless it is long or others stand beside it in columns."""
    others = [span for c in release.contacts if c is not contact for span in (c.name, *c.phones, *c.emails) if span]
    beside = any(contact.span.covers(span) for span in others) or any(b.column and b.span.touches(contact.span) for b in release.document.blocks)
    return _anchor(contact) if beside or len(release.quote(contact.span)) > _LONGEST else contact.span


def _anchor(contact: Contact) -> Span:
    """The words that show the contact: its address, number, office or whole line."""
    for spans in (contact.emails, contact.phones):
        if spans and contact.name is None:
            return spans[0]
    return contact.name or contact.organization or contact.span
