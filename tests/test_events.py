"""What a release announces: by headline, lead and announcing sentences, never by what a legend mentions."""

from __future__ import annotations

import pytest

from disclint.anatomy.announcements.events import find_events
from disclint.model import Block, Context, Document, Event, Headline, Part, PartKind, Span
from disclint.reading.builder import LineSource


def events(headline: str, lead: str = "", *more: tuple[PartKind, str], context: Context | None = None) -> tuple[tuple[Event, ...], Document]:
    pieces: list[tuple[PartKind, str]] = [("headline", headline), ("body", lead), *more]
    text, blocks, parts = "", [], []
    for kind, words in pieces:
        if words:
            span = Span(len(text), len(text) + len(words))
            text += words + "\n"
            blocks.append(Block("paragraph", span, (span,)))
            parts.append(Part(kind, span))
    document = Document("draft.txt", "text", "", text, tuple(blocks), range(len(text) + 1), LineSource(text))
    return find_events(document, context or Context(), tuple(parts), Headline(parts[0].span) if headline else None), document


def names(headline: str, lead: str = "", *more: tuple[PartKind, str]) -> set[str]:
    return {event.name for event in events(headline, lead, *more)[0]}


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Garnet Steel Reports Second Quarter 2025 Results", {"earnings"}),
        ("Garnet Steel to Report Second Quarter Results on August 5", {"conference"}),
        ("Garnet Steel Schedules Second Quarter Earnings Conference Call", {"conference"}),
        ("Garnet Steel Announces Results of Annual Meeting", {"agm_governance"}),
        ("Garnet Steel Declares Quarterly Dividend", {"dividend"}),
        ("Calder Signs Exclusive Distribution Agreement for Spain", {"contract", "partnership"}),
        ("Norwell Robotics Announces Pricing of Public Offering of Common Stock", {"offering"}),
        ("Juniper Lake Foods Prices Initial Public Offering", {"ipo"}),
        ("Sutter Cloud Announces New Managed Services Offerings", {"product"}),
        ("Sutter Cloud Opens Phase 2 of Its Denver Campus", {"other"}),
        ("Larch REIT to Go Private in $340 Million Transaction", {"merger"}),
        ("Aspen Acquisition Corp. Announces Effectiveness of Form S-4", {"merger"}),
        ("Garnet Steel Redeems Its 7% Senior Notes", {"debt_financing"}),
        ("Garnet Steel Construction Progresses on Schedule", {"other"}),
        ("Norwell Robotics Completes Sale of 9.4 Million Shares", {"offering"}),
        ("Alder Semiconductor to Acquire Kestrel Optics", {"merger"}),
        ("Larch REIT Acquires Office Property in Ohio", {"other"}),
        ("Pell Harbor Appoints Ruth Amsel as Chief Financial Officer", {"exec_change"}),
        ("Fenway Financial Elects Ann Lowell to Its Board of Directors", {"board_change"}),
        ("Pell Harbor Receives Nasdaq Notice Regarding Minimum Bid Price", {"delisting_notice"}),
        ("Quill Media Announces 1-for-20 Reverse Stock Split", {"split"}),
        ("Vireo Bio Doses First Patient in Phase 2 Trial", {"clinical_fda"}),
        ("Tamarack Peak Intersects 12 g/t Gold at Heron Lake", {"mining"}),
        ("Orrin Systems to Restate Results for 2024", {"restatement"}),
    ],
)
def test_a_headline_tells_the_event(headline: str, expected: set[str]) -> None:
    assert names(headline) == expected


def test_a_lead_tells_what_the_headline_leaves_open() -> None:
    lead = "AUSTIN, Texas -- Norwell Robotics, Inc. today reported net income of $3.1 million for the quarter ended March 31, 2025."
    assert names("A Good Start for Norwell", lead) == {"earnings"}


def test_a_dividend_declared_in_the_body_counts_beside_the_results() -> None:
    body: tuple[PartKind, str] = ("body", "The board declared a dividend of $0.10 per share, payable on June 2, 2025.")
    assert names("Garnet Steel Reports First Quarter Results", "Sales rose to $310 million in the first quarter of 2025.", body) == {
        "earnings",
        "dividend",
    }


def test_a_legend_announces_nothing() -> None:
    legend: tuple[PartKind, str] = ("legend", "The board declared a dividend of $0.10 per share. A tender offer has commenced.")
    assert names("Garnet Steel Opens Mill", "Garnet Steel Corp. opened a mill in Gary, Indiana, and will run it in two shifts.", legend) == {"other"}


def test_the_event_points_at_the_words_that_show_it() -> None:
    found, document = events("Garnet Steel Declares Quarterly Dividend")
    assert [document.quote(event.span) for event in found if event.span] == ["Dividend"]


def test_what_the_user_says_is_final() -> None:
    found, _ = events("Garnet Steel Declares Quarterly Dividend", context=Context(events=("buyback",)))
    assert found == (Event("buyback", None),)


@pytest.mark.parametrize("text", ["", "x", ";;;", "\u00dc\u2014\u00df \U0001f600 " * 40])
def test_any_text_can_be_read(text: str) -> None:
    assert all(event.span is None or event.span.end <= len(text) for event in events(text)[0])
