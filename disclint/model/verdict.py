"""What rules say of a release: authorities, findings, verdicts and the report of a run."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from disclint.model.document import Document, Span
from disclint.model.release import Release


class Severity(IntEnum):
    """How much a finding weighs; the order is the order of `--fail-on`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


Basis = Literal["law", "exchange", "practice", "self-evident"]  # self-evident: arithmetic, a misnomer, a placeholder; needs no law


@dataclass(frozen=True, slots=True)
class Authority:
    """Where a rule comes from; `verified` is the day its wording was read, None where nobody has."""

    citation: str
    basis: Basis = "law"
    url: str | None = None
    verified: dt.date | None = None
    quote: str | None = None


@dataclass(frozen=True, slots=True)
class Edit:
    """Replaces the words at `span`."""

    span: Span
    replacement: str


@dataclass(frozen=True, slots=True)
class Fix:
    """Edits that mend a finding; safe where only one reading exists."""

    safety: Literal["safe", "unsafe"]
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """Other words that explain a finding."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Finding:
    """One defect: the words, what is wrong with them and, for what is missing, where it belongs (`absent`)."""

    message: str
    span: Span
    related: tuple[Note, ...] = ()
    fix: Fix | None = None
    severity: Severity = Severity.WARNING
    absent: bool = False  # nothing is wrong with the words at the span: something that belongs there is missing
    remedy: str = ""  # what to do about it
    fingerprint: str = ""  # stable when unrelated text moves


Status = Literal["passed", "failed", "not-applicable", "waived", "crashed"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of one rule on one document; exactly one for each pair."""

    rule: str
    severity: Severity
    status: Status
    reason: str | None = None
    findings: tuple[Finding, ...] = ()
    evidence: tuple[Span, ...] = ()


@dataclass(frozen=True)
class Judgement:
    """One document and all its verdicts; `release` is None where it could not be read."""

    document: Document
    release: Release | None
    verdicts: tuple[Verdict, ...]


@dataclass(frozen=True)
class Report:
    """Everything a run found, in the order of the paths given."""

    judgements: tuple[Judgement, ...]
    rules: Mapping[str, object]  # name → rulebook.Rule, for titles, authorities and remedies
    digest: str
    errors: tuple[str, ...] = ()  # what could not be checked, document errors included
