"""The cautionary passage, statements about the future, and legends: on invented releases, and on any text at all."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.anatomy.caution.cautionary import find_cautionary
from disclint.anatomy.caution.statements import FORWARD, find_statements
from disclint.anatomy.legends import find_legends
from disclint.model import Cautionary, Document, Part, Span, Statement
from disclint.reading.plain import read
from disclint.text import sentences

BODY = """HARROW LANE INSTRUMENTS REPORTS A NEW PLANT

LEEDS, March 4, 2024 - Harrow Lane Instruments, Inc. (Nasdaq: HLIN) today opened a plant.

"The line ran well from the first day," said Anna Pell, chief executive.

"""
PASSAGE = (
    "This press release contains forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995. "
    "Actual results could differ materially from those expressed, because of factors that include delays in fitting out the Leeds plant, "
    "the loss of either of our two suppliers of castings, and general economic conditions. "
    "These and other risks are described in our Annual Report on Form 10-K. Harrow Lane undertakes no obligation to update these statements."
)


def document(text: str) -> Document:
    (only,) = read(text.encode(), "draft.txt")
    return only


def passage(text: str) -> tuple[Document, Cautionary]:
    found = document(text)
    cautionary = find_cautionary(found)
    assert cautionary is not None
    return found, cautionary


def statements(text: str) -> tuple[Document, tuple[Statement, ...]]:
    found = document(text)
    told = tuple(Span(*each) for block in found.blocks for each in sentences(found.text, block.span.start, block.span.end))
    return found, find_statements(found, tuple(Part("body", block.span) for block in found.blocks), told)


def kinds(sentence: str) -> list[str]:
    return [statement.kind for statement in statements(sentence)[1] if statement.kind != "forward-looking" or statement.strength >= FORWARD]


# --------------------------------------------------------------------------- the passage


@pytest.mark.parametrize(
    ("opening", "heading"),
    [
        ("Forward-Looking Statements\n\n", "Forward-Looking Statements"),
        ("FORWARD-LOOKING STATEMENTS: ", "FORWARD-LOOKING STATEMENTS"),
        ("Forward-Looking Statements. ", "Forward-Looking Statements"),
        ("Safe Harbor Statement under the Private Securities Litigation Reform Act of 1995: ", None),
        ("Cautionary Note Regarding Forward-Looking Information\n\n", "Cautionary Note Regarding Forward-Looking Information"),
        ("Important Notice: ", "Important Notice"),
        ("", None),
    ],
)
def test_passage_starts_after_its_heading(opening: str, heading: str | None) -> None:
    found, cautionary = passage(BODY + opening + PASSAGE)
    assert found.quote(cautionary.span) == PASSAGE
    if heading:
        assert cautionary.heading is not None
        assert found.quote(cautionary.heading) == heading


def test_heading_run_into_the_sentence_without_a_mark() -> None:
    found, cautionary = passage(BODY + "Cautionary Statement Concerning Forward-Looking Statements " + PASSAGE)
    assert cautionary.heading is not None
    assert found.quote(cautionary.heading) == "Cautionary Statement Concerning Forward-Looking Statements"
    assert found.quote(cautionary.span) == PASSAGE


def test_every_part_shows_its_words() -> None:
    found, cautionary = passage(BODY + PASSAGE)
    parts = [cautionary.identifies, cautionary.differ_materially, cautionary.filing_pointer, cautionary.no_update, cautionary.statute]
    assert [found.quote(part) if part else None for part in parts] == [
        "contains forward-looking",
        "differ material",
        "Annual Report",
        "no obligation to update these statements",
        "Private Securities Litigation Reform Act",
    ]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        ("This release contains forward-looking statements. Actual results may differ from those described.", "differ_materially"),
        ("This release contains forward-looking statements under applicable securities laws; actual results may vary materially.", "statute"),
        (
            "This release contains forward-looking statements that involve risks. No assurance can be given that they will prove to be correct.",
            "no_update",
        ),
        ("This release contains forward-looking statements that involve risks and uncertainties.", "filing_pointer"),
        (
            "The matters discussed here that are not historical facts involve risks and uncertainties; actual results may differ materially.",
            "identifies",
        ),
    ],
)
def test_what_a_passage_does_not_say(words: str, part: str) -> None:
    _, cautionary = passage(BODY + words)
    assert getattr(cautionary, part) is None


def test_statute_of_reports_is_not_the_statute_of_the_safe_harbor() -> None:
    words = "This release contains forward-looking statements. See our reports filed under the Securities Exchange Act of 1934."
    _, cautionary = passage(BODY + words)
    assert cautionary.statute is None


def test_passage_ends_before_the_next_part() -> None:
    after = "\n\nAbout Harrow Lane\n\nHarrow Lane makes gauges and manages the risks of pressure.\n\nContact:\n\nAnna Pell\n\n555-0100\n"
    found, cautionary = passage(BODY + "Forward-Looking Statements\n\n" + PASSAGE + after)
    assert found.quote(cautionary.span) == PASSAGE


def test_bulleted_factors_belong_to_the_passage() -> None:
    factors = ["delays in fitting out the Leeds plant;", "the loss of a supplier of castings;", "a strike at the port of Hull."]
    words = (
        "This release contains forward-looking statements. Factors that could cause actual results to differ materially include:\n\n"
        + "".join(f"- {factor}\n" for factor in factors)
        + "\nWe undertake no obligation to update any forward-looking statement."
    )
    found, cautionary = passage(BODY + words)
    assert found.quote(cautionary.span).endswith("to update any forward-looking statement.")
    assert [found.quote(factor) for factor in cautionary.named_factors] == [factor.rstrip(";.") for factor in factors]
    assert cautionary.factors == "specific"


def test_passage_in_two_halves_around_boilerplate() -> None:
    second = "Forward-looking statements speak only as of their date. Except as required by law, we do not undertake to update any such statements."
    text = (
        BODY
        + f"Forward-Looking Statements\n\n{PASSAGE}\n\nAbout Harrow Lane\n\nHarrow Lane makes gauges.\n\nForward-Looking Statements\n\n{second}\n"
    )
    found, cautionary = passage(text)
    assert [found.quote(span) for span in cautionary.spans] == [PASSAGE, second]


def test_one_sentence_inside_a_paragraph() -> None:
    sentence = "This announcement may include forward-looking statements that involve risks and uncertainties."
    found, cautionary = passage(BODY.rstrip() + f" The plant employs forty people. {sentence} It stands in Leeds.\n")
    assert found.quote(cautionary.span) == sentence


def test_statute_cited_in_the_heading() -> None:
    heading = "Safe Harbor Statement under the Private Securities Litigation Reform Act of 1995"
    _, cautionary = passage(BODY + f"{heading}\n\nStatements in this release that are not historical facts involve risks and uncertainties.\n")
    assert cautionary.heading is not None
    assert cautionary.statute is not None
    assert cautionary.heading.covers(cautionary.statute)


def test_exchange_legend_under_the_heading_is_not_the_passage() -> None:
    legend = "Neither TSX Venture Exchange nor its Regulation Services Provider accepts responsibility for the adequacy of this release."
    found, cautionary = passage(BODY + f"Forward-Looking Statements\n\n{legend}\n\n{PASSAGE}\n")
    assert found.quote(cautionary.span) == PASSAGE


def test_statements_relating_to_the_future() -> None:
    words = "Disclaimer: This notice contains statements that relate to the future. Actual results may deviate materially from them."
    _, cautionary = passage(BODY + words)
    assert cautionary.identifies is not None


@pytest.mark.parametrize(
    "words",
    [
        "We built a safe, simple and forward-looking gauge.",
        "We do not reconcile forward-looking non-GAAP measures.",
        "Actual results could differ from those estimates.",
        "The buyback follows the Safe Harbour Regulation (EU) 2016/1052.",
        "We will not provide updates during the quarter.",
    ],
)
def test_no_passage(words: str) -> None:
    assert find_cautionary(document(BODY + words)) is None


# --------------------------------------------------------------------------- factors

LEAD = "This release contains forward-looking statements; actual results may differ materially. "


@pytest.mark.parametrize(
    ("factors", "weight"),
    [
        ("These statements involve risks and uncertainties.", "none"),
        ("Risks include those described in our Form 10-K for the year ended June 30, 2023 and our other filings with the SEC.", "none"),
        ("Factors include general economic conditions, competition, changes in laws and other risks.", "generic"),
        ("Factors include market conditions and delays in fitting out the Leeds plant.", "generic"),
        ("Factors include delays in fitting out the Leeds plant, the price of castings, and competition.", "specific"),
        ("The following factors, among others, could cause such differences: the timing of the Leeds permits; the loss of our supplier.", "specific"),
        ("Risks include (1) delays at the Leeds plant (2) our supplier's capacity and (3) general economic conditions.", "specific"),
    ],
)
def test_factors(factors: str, weight: str) -> None:
    _, cautionary = passage(BODY + LEAD + factors)
    assert cautionary.factors == weight


def test_lists_of_statements_and_words_are_no_factors() -> None:
    words = (
        "Forward-looking statements include statements regarding the Leeds plant, our order book, and the price of castings. "
        'They are identified by words such as "will," "expect," and "plan."'
    )
    _, cautionary = passage(BODY + LEAD + words)
    assert (cautionary.factors, cautionary.named_factors) == ("none", ())


# --------------------------------------------------------------------------- statements


@pytest.mark.parametrize(
    "sentence",
    [
        "We expect revenue of $40 million in the second quarter.",
        "The plant will double our capacity.",
        "The merger is expected to close in June.",
        "Harrow Lane intends to hire forty people.",
        '"We look forward to working with the city," she said.',
        "The company does not plan to sell its stake.",
        "With this order we are well positioned to enter the Nordic market.",
        "Management believes that this should strengthen our margins.",
        "Additionally, the companies plan to open a joint office.",
        "A second line is to be tested in our own plant.",
        "Our main work is on the new gauge planned for May.",
        "Following the offering (assuming no exercise of the option), there will be 4 million shares outstanding.",
        "The holder may, depending on the market, acquire further shares or dispose of shares.",
        "The board is expected to have six members, two of whom will be appointed by Bolt.",
        "The restatement is not expected to affect cash.",
    ],
)
def test_forward_looking(sentence: str) -> None:
    assert kinds(sentence) == ["forward-looking"]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("The company will host a conference call at 9 a.m. Eastern time on May 4.", "administrative"),
        ("The dividend will be paid on May 4 to holders of record on April 2.", "administrative"),
        ("Ms. Pell will serve as chair of the audit committee.", "administrative"),
        ("Each warrant will entitle its holder to buy one share at $2.", "mechanics"),
        ("The options will vest over four years.", "mechanics"),
        ("We believe that Adjusted EBITDA is a measure useful to investors.", "explanation"),
    ],
)
def test_about_the_future_but_not_forward_looking(sentence: str, kind: str) -> None:
    assert kinds(sentence) == [kind]


@pytest.mark.parametrize(
    "sentence",
    [
        "The meeting of May 4 was held in Leeds.",
        "Mr. Will Harper joined us in 1998.",
        "The results exceeded our expectations by a wide margin.",
        "Margins were better than expected in every region.",
        "He adopted a 10b5-1 plan in 2019 and sold shares under it.",
        "The target company makes castings in Hull.",
        "The notes may not be offered or sold in the United States absent registration.",
        "Our software enables customers to read every gauge at once.",
        "She would like to thank the city of Leeds.",
        "Despite the anticipated decline in sales, a profit of $1 million was achieved.",
        "The funds are intended only for investors who watch their positions.",
    ],
)
def test_traps(sentence: str) -> None:
    assert "forward-looking" not in kinds(sentence)


def test_what_stands_under_an_outlook() -> None:
    _, found = statements(BODY + "2025 Outlook\n\n- Revenue of $40 million to $42 million\n\n- Gross margin of 31%\n")
    assert [statement.kind for statement in found] == ["forward-looking", "forward-looking"]


def test_only_the_parts_the_issuer_tells() -> None:
    found = document("The plant will open in June.\n\nThe line will follow in July.\n")
    told = tuple(Span(*each) for block in found.blocks for each in sentences(found.text, block.span.start, block.span.end))
    parts = (Part("legend", found.blocks[0].span), Part("body", found.blocks[1].span))
    assert [found.quote(statement.span) for statement in find_statements(found, parts, told)] == ["The line will follow in July."]


def test_a_statement_begins_at_the_quoted_words() -> None:
    found, (statement,) = statements('Anna Pell, chief executive, commented on the order, "We expect to hire forty people."\n')
    assert found.quote(statement.span) == '"We expect to hire forty people."'


# --------------------------------------------------------------------------- legends


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("This press release shall not constitute an offer to sell or the solicitation of an offer to buy any securities.", "offer"),
        ("The notes have not been registered under the Securities Act of 1933 and may not be offered or sold without registration.", "offer"),
        ("Not for distribution to United States newswire services.", "offer"),
        ("Investors are urged to read the proxy statement when it becomes available because it will contain important information.", "merger"),
        ("Neither TSX Venture Exchange nor its Regulation Services Provider accepts responsibility for this release.", "exchange"),
        ("This announcement contains inside information for the purposes of Article 7 of Regulation (EU) 596/2014.", "market-abuse"),
        ("John Roe, P.Geo., a qualified person under National Instrument 43-101, approved this release.", "qualified-person"),
        ("Adjusted EBITDA is a non-GAAP measure and is no substitute for net income, and should not be considered in isolation.", "measures"),
        ("Harrow and the Harrow logo are registered trademarks of Harrow Lane Instruments, Inc.", "trademark"),
    ],
)
def test_legend(words: str, kind: str) -> None:
    found = document(BODY + words)
    assert [(legend.kind, found.quote(legend.span)) for legend in find_legends(found, None)] == [(kind, words)]


def test_legend_has_its_heading_and_all_its_paragraphs() -> None:
    words = (
        "Additional Information and Where to Find It\n\nHarrow Lane will file a proxy statement with the SEC.\n\n"
        "The documents can be had free of charge at www.sec.gov.\n"
    )
    found = document(BODY + words + "\nAbout Harrow Lane\n\nHarrow Lane makes gauges.\n")
    assert [(legend.kind, found.quote(legend.span)) for legend in find_legends(found, None)] == [("merger", " ".join(words.split()))]


def test_legends_leave_the_cautionary_passage_alone() -> None:
    text = (
        BODY
        + PASSAGE
        + " This press release shall not constitute an offer to sell any securities. "
        + "No inference should be drawn from these statements."
    )
    found, cautionary = passage(text)
    assert not any(span.touches(legend.span) for legend in find_legends(found, cautionary) for span in cautionary.spans)


# --------------------------------------------------------------------------- any text

_PIECES = st.lists(
    st.one_of(
        st.sampled_from(
            [PASSAGE, "Forward-Looking Statements", "Safe Harbor Statement:", "risks include:", "(1) delay;", "- loss of a supplier", "\n\n", "\t", "will",
             "\u201cforward\u2011looking\u201d", "may not be offered or sold", "About Us", "non-GAAP", "\u0130stanbul", ";", ".", "Not for distribution"]
        ),
        st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=30),
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(_PIECES)
def test_any_text_parses_and_every_span_is_true(pieces: list[str]) -> None:
    text = "Harrow Lane. " + " ".join(pieces)
    found = document(text)
    whole = Span(0, len(found.text))
    cautionary = find_cautionary(found)
    spans = [legend.span for legend in find_legends(found, cautionary)]
    if cautionary:
        assert list(cautionary.spans) == sorted(cautionary.spans)
        for part in (cautionary.identifies, cautionary.differ_materially, cautionary.filing_pointer, cautionary.no_update, cautionary.statute):
            assert part is None or any(span.covers(part) for span in (*cautionary.spans, cautionary.heading or cautionary.span))
        assert all(any(span.covers(factor) for span in cautionary.spans) for factor in cautionary.named_factors)
        spans += [*cautionary.spans, *cautionary.named_factors]
    for statement in statements(text)[1]:
        assert statement.span.covers(statement.cue)
        assert 0 <= statement.strength <= 1
        spans.append(statement.span)
    assert all(whole.covers(span) and len(span) and found.text[span.start : span.end].strip() for span in spans)
