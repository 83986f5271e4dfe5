"""Figures as written: what they say, how far rounding lets them be off, and which percentage two of them give."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from disclint.figures import Figure, change, comparable, figures, rounded
from disclint.model import Span
from disclint.text import fold


def read(text: str) -> tuple[Figure, ...]:
    return figures(fold(text), Span(0, len(text)))


def only(text: str) -> Figure:
    (figure,) = read(text)
    return figure


@pytest.mark.parametrize(
    ("text", "kind", "value", "unit", "currency"),
    [
        ("$12.3 million", "money", "12300000", "100000", "$"),
        ("US$ 1,234,567", "money", "1234567", "1", "$"),
        ("$.16", "money", "0.16", "0.01", "$"),
        ("C$4.2bn", "money", "4200000000", "100000000", "c$"),
        ("EUR1.67", "money", "1.67", "0.01", "eur"),
        ("€35m", "money", "35000000", "1000000", "eur"),
        ("1.2 million euros", "money", "1200000", "100000", "eur"),
        ("27.5 cents", "money", "27.5", "0.1", "cents"),
        ("$(3.1) million", "money", "-3100000", "100000", "$"),
        ("($0.12)", "money", "-0.12", "0.01", "$"),
        ("-$3 million", "money", "-3000000", "1000000", "$"),
        ("\u2212$3 million", "money", "-3000000", "1000000", "$"),
        ("8.4%", "percent", "8.4", "0.1", ""),
        ("25 per cent", "percent", "25", "1", ""),
        ("-5%", "percent", "-5", "1", ""),
        ("250 basis points", "points", "2.50", "0.01", ""),
        ("2.5 percentage points", "points", "2.5", "0.1", ""),
        ("1,200 homes", "count", "1200", "1", ""),
        ("34.9 million visitors", "count", "34900000", "100000", ""),
    ],
)
def test_a_figure_is_read_as_written(text: str, kind: str, value: str, unit: str, currency: str) -> None:
    figure = only(text)
    assert (figure.kind, figure.value, figure.unit, figure.currency) == (kind, Decimal(value), Decimal(unit), currency)


@pytest.mark.parametrize(
    "text",
    [
        "December 31, 2024",
        "31 December",
        "13 weeks",
        "Q4 2023",
        "Form 10-K",
        "COVID-19",
        "1-800-555",
        "10-5",
        "at 4:30",
        "Note 7",
        "the 3rd",
        "3-for-2",
        "in 2019",
    ],
)
def test_dates_durations_and_numbers_of_things_are_no_figures(text: str) -> None:
    assert read(text) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("rose to $12.3 million.", "$12.3 million"),
        ("a loss of $(0.05) per share", "$(0.05)"),
        ("up 25% from", "25%"),
        ("(up $3.4 million in May)", "$3.4 million"),
        ("of HK$31.4 billion", "HK$31.4 billion"),
    ],
)
def test_the_span_holds_the_whole_figure(text: str, words: str) -> None:
    figure = only(text)
    assert text[figure.span.start : figure.span.end] == words


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("$12.3 million", "12250000", "12350000"),
        ("25%", "24.5", "25.5"),
        ("$(0.12)", "-0.125", "-0.115"),
        ("about $12.3 million", "12200000", "12400000"),
        ("approximately 30%", "27.5", "32.5"),
        ("more than 20%", "19.5", "40.5"),
        ("nearly $3 billion", "-500000000", "3500000000"),
    ],
)
def test_rounding_and_hedges_widen_a_figure(text: str, low: str, high: str) -> None:
    interval = only(text).interval
    assert (interval.low, interval.high) == (Fraction(low), Fraction(high))


def test_a_change_is_as_wide_as_the_rounding_of_both_amounts() -> None:
    between = change(only("$10.0 million"), only("$13.0 million"))
    assert between is not None
    assert between.low == (Fraction("12.95") / Fraction("10.05") - 1) * 100
    assert between.high == (Fraction("13.05") / Fraction("9.95") - 1) * 100


@pytest.mark.parametrize(("old", "new"), [("$(10.0) million", "$5.0 million"), ("$0.0 million", "$5.0 million")])
def test_no_percentage_leads_from_a_loss_to_a_profit_or_from_nil(old: str, new: str) -> None:
    assert change(only(old), only(new)) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("$10.0 million", "$13.0 million", True),
        ("$10.0 million", "EUR 13.0 million", False),
        ("$10.0 million", "13.0 million", False),
        ("$10.0 million", "$13.0 billion", False),
        ("$10.0 million", "$9.8", False),
        ("1,000 units", "1,300 units", True),
    ],
)
def test_only_amounts_of_one_kind_and_order_are_compared(one: str, other: str, alike: bool) -> None:
    assert comparable(only(one), only(other)) is alike


@pytest.mark.parametrize(("value", "unit", "result"), [(Fraction(1, 3), "0.1", "0.3"), (Fraction(5, 2), "1", "3"), (Fraction(-5, 2), "1", "-3")])
def test_halves_are_rounded_away_from_nil(value: Fraction, unit: str, result: str) -> None:
    assert rounded(value, Decimal(unit)) == Decimal(result)


def test_nothing_is_a_binary_float() -> None:
    values: list[Any] = [part for f in read("$12.3 million, 8.4%, 27.5 cents") for part in (f.value, f.unit, f.interval.low, f.interval.high)]
    assert not [value for value in values if isinstance(value, float)]


@pytest.mark.parametrize(
    "text", ["", "$", "(", "$(", "-", "%", "1.2.3.4", "$1,23,456", "((((1))))", "9" * 400, "$" * 50 + "1", "\u0661\u0662%", "1e5%"]
)
def test_any_text_is_read_without_complaint(text: str) -> None:
    for figure in read(text):
        assert 0 <= figure.span.start < figure.span.end <= len(text)
