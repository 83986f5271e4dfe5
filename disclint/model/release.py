"""A draft as an investor-relations officer reads it: its parts and its facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from disclint.model.document import Document, Span

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
    short_names: tuple[str, ...] = ()  # ("Halden", "the Company")


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
    own_factors: tuple[Span, ...]  # those of this company, product or deal
    filing_pointer: Span | None
    no_update: Span | None
    dated: Span | None  # the words that only say as of which day the statements are made
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
    kind: Literal["act", "section", "rule", "regulation", "instrument", "code", "standard"]
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
    """Non-GAAP measures used in the release, each at its first use, where they are reconciled first, and every table that leads to one."""

    measures: tuple[Measure, ...]
    reconciliation: Span | None
    tables: tuple[Span, ...] = ()


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
