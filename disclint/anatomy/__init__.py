"""Document to Release: one file per part of a release; this one puts them in order."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from disclint.anatomy.announcements.events import find_events
from disclint.anatomy.caution.cautionary import find_cautionary
from disclint.anatomy.caution.statements import find_statements
from disclint.anatomy.citations.citations import find_citations
from disclint.anatomy.companies.boilerplate import find_boilerplates
from disclint.anatomy.companies.issuers import find_issuers
from disclint.anatomy.companies.market import find_market
from disclint.anatomy.companies.names import find_names
from disclint.anatomy.companies.tickers import find_tickers
from disclint.anatomy.contacts.contacts import find_contacts
from disclint.anatomy.dates import find_dates, release_date
from disclint.anatomy.layout import divide
from disclint.anatomy.legends import find_legends
from disclint.anatomy.marks import find_marks
from disclint.anatomy.non_gaap import find_non_gaap
from disclint.anatomy.opening.dateline import find_dateline
from disclint.anatomy.opening.headline import find_headline
from disclint.anatomy.speech.quotations import find_quotations
from disclint.model import Context, Document, Release, Span
from disclint.registry import Registry
from disclint.text import sentences

Finder = Callable[[Document], tuple[Span, ...]]


def read_release(document: Document, context: Context, registry: Registry, finders: Mapping[str, Finder]) -> Release:
    """Reads every part of the release; `finders` of plugins add marks of their own, by name."""
    marks = find_marks(document)
    dateline = find_dateline(document, marks)
    headline = find_headline(document, marks, dateline)
    cautionary = find_cautionary(document)
    contacts = find_contacts(document, marks, dateline)
    boilerplates = find_boilerplates(document, cautionary, contacts)
    legends = find_legends(document, cautionary)
    parts = divide(document, marks, headline, dateline, cautionary, contacts, boilerplates, legends)
    tickers = find_tickers(document)
    issuers = find_issuers(document, parts, dateline, headline, boilerplates, tickers, context)
    date = release_date(document, dateline, context)
    told = tuple(
        Span(*found) for block in document.blocks if block.kind != "table" for found in sentences(document.text, block.span.start, block.span.end)
    )
    statements = find_statements(document, parts, told)
    return Release(
        document=document,
        context=context,
        parts=parts,
        date=date,
        market=find_market(document, context, tickers, dateline, issuers),
        events=find_events(document, context, parts, headline),
        headline=headline,
        dateline=dateline,
        release_line=marks.release_line,
        embargo=marks.embargo,
        end_mark=marks.end_mark,
        issuers=issuers,
        tickers=tickers,
        contacts=contacts,
        boilerplates=boilerplates,
        cautionary=cautionary,
        citations=find_citations(document, registry),
        names=find_names(document, registry),
        non_gaap=find_non_gaap(document, parts),
        quotations=find_quotations(document, parts),
        statements=statements,
        dates=find_dates(document, parts, date),
        sentences=told,
        marks={name: finder(document) for name, finder in sorted(finders.items())},
    )
