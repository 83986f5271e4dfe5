"""The nouns: what flows from reading through anatomy and engine to reporting. Standard library only.

All spans are half-open ranges of characters of `Document.text`. That text has one line per block (a paragraph's
wrapped lines are joined by single spaces) and one line per table row (cells separated by tabs), so a pattern
never meets a line wrap; `Document.locate` leads back to the exact place in the source.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property
from typing import Literal, Protocol

from disclint.text import fold


class Severity(IntEnum):
    """How much a finding weighs; the order is the order of `--fail-on`."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    @property
    def label(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of characters of `Document.text`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def covers(self, other: Span) -> bool:
        return self.start <= other.start and other.end <= self.end

    def touches(self, other: Span) -> bool:
        return self.start < other.end and other.start < self.end


# --------------------------------------------------------------------------- reading


@dataclass(frozen=True, slots=True)
class Location:
    """A place in the source as its reader counts: lines and columns from 1 (text), paragraphs (Word), pages (PDF)."""

    line: int | None = None
    column: int | None = None
    end_line: int | None = None
    end_column: int | None = None
    page: int | None = None
    paragraph: int | None = None
    box: tuple[float, float, float, float] | None = None  # left, bottom, right and top of the words on the page, in points (PDF)


class Source(Protocol):
    """Leads from offsets of the source, as its reader counted them, to a place a person can find."""

    def location(self, start: int, end: int) -> Location: ...

    def excerpt(self, start: int, end: int) -> tuple[tuple[int, str], ...]:
        """The numbered source lines that hold the range; empty where the format has no lines."""
        ...


BlockKind = Literal["heading", "paragraph", "item", "table", "rule", "page-break"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, paragraph, list item or table; `lines` are its lines as they were set in the source."""

    kind: BlockKind
    span: Span
    lines: tuple[Span, ...]
    rows: tuple[tuple[Span, ...], ...] = ()
    bold: bool = False
    centered: bool = False
    column: int = 0  # >0: this block was set beside others, as the contacts under a release often are


@dataclass(frozen=True)
class Document:
    """What a person reads in a draft, its blocks, and the way back to the source."""

    path: str
    format: str
    sha256: str
    text: str
    blocks: tuple[Block, ...]
    origins: Sequence[int]  # for each character of text, its offset in the source; one more at the end
    source: Source
    metadata: Mapping[str, str] = field(default_factory=dict)  # front matter, EDGAR header: keys in lower case
    filed: bool = False  # the file itself shows that it is an exhibit of a filing
    artefacts: tuple[tuple[str, Span], ...] = ()  # marks of the source that are not read (<PAGE>, unresolved comments), by name
    error: str | None = None  # why it could not be read; then text is empty

    @cached_property
    def folded(self) -> str:
        """The text in lower case with quotes and dashes unified; the same length, so offsets agree."""
        return fold(self.text)

    def quote(self, span: Span) -> str:
        """The words at `span`, white space folded to single spaces."""
        return " ".join(self.text[span.start : span.end].split())

    def source_range(self, span: Span) -> tuple[int, int]:
        """The half-open range of source offsets that the span's characters came from."""
        if not len(span):
            at = self.origins[span.start] if self.origins else 0
            return at, at
        return self.origins[span.start], self.origins[span.end - 1] + 1

    def locate(self, span: Span) -> Location:
        return self.source.location(*self.source_range(span))

    def excerpt(self, span: Span) -> tuple[tuple[int, str], ...]:
        return self.source.excerpt(*self.source_range(span))


# --------------------------------------------------------------------------- anatomy

PartKind = Literal[
    "exhibit-label", "letterhead", "release-line", "headline", "subheadline", "dateline", "body", "heading",
    "boilerplate", "cautionary", "legend", "measures", "contacts", "table", "end-mark", "wire-tail", "other",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a release; the parts of a release cover its text in order and do not overlap."""

    kind: PartKind
    span: Span


@dataclass(frozen=True, slots=True)
class Headline:
    span: Span
    subheads: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Dateline:
    """The city and date that open the body; `date` is None where none is given."""

    span: Span
    place: Span | None
    date: dt.date | None
    date_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Issuer:
    """A company that issues the release, with the names the release gives it."""

    name: str
    span: Span
    short_names: tuple[str, ...] = ()  # ("Valence", "the Company")


@dataclass(frozen=True, slots=True)
class Ticker:
    span: Span
    exchange: str | None
    symbol: str


Role = Literal["investor", "media", "both", "general"]


@dataclass(frozen=True, slots=True)
class Contact:
    """One person or office to turn to; fax numbers and dial-ins are no telephones of a contact."""

    span: Span
    name: Span | None
    organization: Span | None
    role: Role | None
    phones: tuple[Span, ...] = ()
    emails: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """The standing paragraph about a company; `span` is its text without the heading."""

    company: str
    heading: Span | None
    span: Span


Factors = Literal["none", "generic", "specific"]


@dataclass(frozen=True, slots=True)
class Cautionary:
    """The passage that cautions about forward-looking statements, and the words that do each part of it."""

    heading: Span | None
    spans: tuple[Span, ...]  # usually one; more where boilerplate stands in between
    identifies: Span | None
    differ_materially: Span | None
    factors: Factors
    named_factors: tuple[Span, ...]
    filing_pointer: Span | None
    no_update: Span | None
    statute: Span | None

    @property
    def span(self) -> Span:
        """From the first to the last word, without the heading."""
        return Span(self.spans[0].start, self.spans[-1].end)


Fault = Literal["act-misnamed", "act-wrong-year", "section-in-wrong-act", "codification-mismatch", "rule-malformed"]


@dataclass(frozen=True, slots=True)
class Citation:
    """A statute, section, rule, regulation or instrument as cited; `to` is its right name where one is known."""

    span: Span
    to: str | None
    correct: bool
    kind: Literal["act", "section", "rule", "regulation", "instrument", "code"]
    entry: str | None = None  # the registry's id
    section: str | None = None  # "27A"
    fault: Fault | None = None
    replacement: str | None = None  # the cited words put right, where there is only one way


@dataclass(frozen=True, slots=True)
class NameUse:
    """A form, regulator or market as named; `since` and `until` are the days between which the name was in use."""

    span: Span
    kind: Literal["form", "regulator", "market"]
    name: str  # the right one, or the one in use now
    misnomer: bool = False
    since: dt.date | None = None
    until: dt.date | None = None
    replacement: str | None = None
    verified: bool = False  # whether somebody read this in a source


@dataclass(frozen=True, slots=True)
class Measure:
    name: str
    span: Span
    reconciled: bool


@dataclass(frozen=True, slots=True)
class NonGaap:
    """Non-GAAP measures used in the release, each at its first use, and where they are reconciled."""

    measures: tuple[Measure, ...]
    reconciliation: Span | None


@dataclass(frozen=True, slots=True)
class Quotation:
    """What a person is quoted as saying, in one or several stretches."""

    spans: tuple[Span, ...]
    speaker: Span | None
    title: Span | None


StatementKind = Literal["forward-looking", "administrative", "mechanics", "explanation"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A sentence about the future; only the kind "forward-looking" is what the statutes mean. Strength from 0 to 1."""

    span: Span
    kind: StatementKind
    strength: float
    cue: Span


DateRole = Literal[
    "release", "record", "payment", "ex-dividend", "call", "meeting", "period-end", "effective", "closing", "expiration", "letter", "filing", "other"
]


@dataclass(frozen=True, slots=True)
class DateMention:
    """A calendar date in the text; `date` is None where no such day exists. `year_given` is False where it was inferred."""

    span: Span
    date: dt.date | None
    weekday: Span | None
    role: DateRole
    year_given: bool = True


@dataclass(frozen=True, slots=True)
class Event:
    """What the release announces; `span` shows it, None where the user said so."""

    name: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class Context:
    """What the user says about a draft; what is said counts as certain."""

    market: str | None = None
    events: tuple[str, ...] = ()
    as_of: dt.date | None = None
    entity: str | None = None  # corporation, lp, llc, fund, spac, pre-ipo
    issuer: str | None = None
    tickers: tuple[str, ...] = ()
    annual_form: str | None = None
    final: bool = False  # no draft any more: it goes out as it is


@dataclass(frozen=True)
class Release:
    """A document as an investor-relations officer reads it."""

    document: Document
    context: Context
    parts: tuple[Part, ...]
    date: dt.date | None  # whose law applies: dateline, else --as-of, else metadata
    market: str
    events: tuple[Event, ...]
    headline: Headline | None
    dateline: Dateline | None
    release_line: Span | None
    embargo: Span | None
    end_mark: Span | None
    issuers: tuple[Issuer, ...]
    tickers: tuple[Ticker, ...]
    contacts: tuple[Contact, ...]
    boilerplates: tuple[Boilerplate, ...]
    cautionary: Cautionary | None
    citations: tuple[Citation, ...]
    names: tuple[NameUse, ...]
    non_gaap: NonGaap | None
    quotations: tuple[Quotation, ...]
    statements: tuple[Statement, ...]
    dates: tuple[DateMention, ...]
    sentences: tuple[Span, ...]  # of every block but tables, in order
    marks: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)  # what finders of plugins found, by name

    @property
    def market_given(self) -> bool:
        return self.context.market is not None

    @property
    def events_given(self) -> bool:
        return bool(self.context.events)

    @property
    def text(self) -> str:
        return self.document.text

    @property
    def folded(self) -> str:
        return self.document.folded

    def quote(self, span: Span) -> str:
        return self.document.quote(span)

    def zone(self, *kinds: str) -> tuple[Span, ...]:
        """The spans of the parts of these kinds, in order."""
        return tuple(p.span for p in self.parts if p.kind in kinds)

    def part_at(self, offset: int) -> PartKind:
        """The kind of part that holds the character."""
        return next((p.kind for p in self.parts if p.span.start <= offset < p.span.end), "other")

    def forward_looking(self) -> tuple[Statement, ...]:
        """The forward-looking statements, the strongest first."""
        found = [s for s in self.statements if s.kind == "forward-looking"]
        return tuple(sorted(found, key=lambda s: (-s.strength, s.span.start)))


# --------------------------------------------------------------------------- rules and verdicts


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
