"""Reaching: e-mail addresses and telephone numbers that cannot be right."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_AT = re.compile(r"[^\s<>()\[\]|;]*@[^\s<>()\[\]|;]*(?: ?, ?(?:com|net|org|co)\b)?")
_ADDRESS = re.compile(r"(?:mailto:)?[a-z0-9.!#$%&'*+/=?^_{}~-]+@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE)
_FICTION = re.compile(r"\(?\b[2-9]\d\d\)?[-. /]{1,2}555[-. ]01\d\d\b")
_SHORT = re.compile(r"(?:\([2-9]\d\d\) ?|\b(?:1[-. ])?[2-9]\d\d[-.])(?:\d{3}[-.]\d{2,3}|\d{2}[-.]\d{4}|\d{3}[-.]\d{5,6})(?![\d-]|\.\d)")
_BAD_AREA = re.compile(r"(?<![\d+(-])(?:\+?1[-. ])?\((?:[01]\d\d)\) ?\d{3}[-. ]\d{4}(?!\d)")
_LETTERED = re.compile(r"(?:\([2-9]\d\d\) ?|\b[2-9]\d\d[-.])\d{3}[-.](?=\d*[OoIl])(?:[\dOoIl]{4})\b")
_DUMMY = re.compile(
    r"\b(?:123-456-7890|(?:000|111|555|999)[-. ](?:000|111|555|999)[-. ]\d{4})\b|\((?:000|111|555|999)\) ?(?:000|111|555|999)-\d{4}\b"
)


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
