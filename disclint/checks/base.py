"""What every check is: a value decoded from a rule file, with one method that examines a release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import msgspec

from disclint.model import Note, Release, Severity, Span


@dataclass(frozen=True, slots=True)
class Match:
    """Words that a check found; under `forbid` a defect, under `require` and `given` what was asked for."""

    span: Span
    values: Mapping[str, str] = field(default_factory=dict)  # fill the placeholders of the rule's message
    notes: tuple[Note, ...] = ()
    replacement: str | None = None  # the words put right
    severity: Severity | None = None  # lower (or, where the rule file allows, higher) than the rule's own
    message: str | None = None  # instead of the rule's message
    absent: bool = False  # something is missing at the span


@dataclass(frozen=True, slots=True)
class Examination:
    """What a check saw: its matches, and for a requirement that is not met where and why."""

    matches: tuple[Match, ...] = ()
    evidence: tuple[Span, ...] = ()  # words that were looked at and are in order
    values: Mapping[str, str] = field(default_factory=dict)  # fill the placeholders of a message of absence
    place: Span | None = None  # where the missing element belongs
    searched: str = ""  # what was looked for, as a phrase
    nearest: tuple[Note, ...] = ()  # the nearest miss
    severity: Severity | None = None  # of a finding of absence, where it is not the rule's
    moot: str | None = None  # why there was nothing to examine: the rule does not apply


class Check(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A kind of check; its fields are the keys that a rule file may give it."""

    placeholders: ClassVar[frozenset[str]] = frozenset()  # that its matches can fill in a message, besides {quote}

    def examine(self, release: Release) -> Examination:
        raise NotImplementedError


def end_of(release: Release, *kinds: str) -> Span:
    """Where something belongs that should follow the last part of these kinds (or the text): an empty span."""
    spans = release.zone(*kinds)
    at = spans[-1].end if spans else len(release.text.rstrip())
    return Span(at, at)
