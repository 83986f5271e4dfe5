"""Checks for markets outside the United States: whose listing, fixed legends, identifiers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disclint import registry
from disclint.anatomy import read_release
from disclint.checks.legend import Legend, LegendMisworded
from disclint.checks.listing.lei import Lei, check_number
from disclint.checks.listing.listed import issuer_tickers
from disclint.model import Context, Release
from disclint.reading.plain import read
from disclint.resources import bundled

SYMBOLS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
RIGHT = "neither acme exchange nor its keeper accepts responsibility"
LEGEND = LegendMisworded(
    keys=("responsib",), attempts=("neitheracme.*responsib",), right=("^neitheracmeexchangenoritskeeperacceptsresponsibility",), legend=RIGHT
)


@cache
def names() -> registry.Registry:
    return registry.load(Path(bundled("rules")) / "registry")


def release(text: str) -> Release:
    (document,) = read(text.encode(), "release.txt")
    return read_release(document, Context(), names(), {})


@given(st.text(SYMBOLS, min_size=18, max_size=18))
def test_check_digits_find_a_wrong_character(stem: str) -> None:
    code = f"{stem}{98 - check_number(stem + '00'):02}"
    assert check_number(code) == 1
    for place in (0, 7, 17):
        kind = SYMBOLS[:10] if code[place].isdigit() else SYMBOLS[10:]
        wrong = kind[(kind.index(code[place]) + 1) % len(kind)]
        assert check_number(code[:place] + wrong + code[place + 1 :]) != 1


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("LEI: 213800HARSENSORS0131", 0),
        ("Legal Entity Identifier (LEI) 2138 00HA RSEN SORS 0131", 0),
        ("LEI: 213800HARSENSORS0113", 1),
        ("Order number 213800HARSENSORS0113", 0),
        ("The LEI is stated in the register.", 0),
    ],
)
def test_identifiers(line: str, wrong: int) -> None:
    assert len(Lei().examine(release(f"Harlow Sensors plc announces a result.\n\n{line}\n")).matches) == wrong


@pytest.mark.parametrize(
    ("body", "symbols"),
    [
        ("Orrin Peak Mines Inc. (TSX: OPM) (OTCQX: OPMXF) has bought the Tarn mine from Kestrel Lake Gold Corp. (TSXV: KLG).", ["OPM", "OPMXF"]),
        ("Orrin Peak Mines Inc. has bought the Tarn mine, its third, from its neighbour Kestrel Lake Gold Corp. (TSXV: KLG).", []),
    ],
)
def test_only_tickers_beside_the_issuer_are_its_own(body: str, symbols: list[str]) -> None:
    text = f"ORRIN PEAK BUYS THE TARN MINE\n\nToronto, Ontario, March 4, 2025 - {body}\n\nAbout Orrin Peak Mines Inc.\n\nOrrin Peak Mines Inc. mines gold.\n"
    assert [ticker.symbol for ticker in issuer_tickers(release(text))] == symbols


@pytest.mark.parametrize(
    ("words", "status"),
    [
        ("NEITHER ACME EXCHANGE NORITS “KEEPER” ACCEPTS\nRESPONSIBILITY FOR THIS.", "right"),
        ("Neither Acme Exchange nor its holder accepts responsibility. Nor do we.", "wrong"),
        ("Acme Exchange is responsible.", "none"),
    ],
)
def test_a_legend_is_compared_by_its_letters(words: str, status: str) -> None:
    seen = LEGEND.examine(release(f"Acme Corp. said so.\n\n{words}\n"))
    assert (bool(seen.evidence), bool(seen.matches), bool(seen.moot)) == (status == "right", status == "wrong", status == "none")
    assert bool(Legend(keys=("responsib",), attempts=LEGEND.attempts, called="it").examine(release(words)).matches) == (status != "none")


def test_a_wrong_legend_is_reported_as_a_sentence() -> None:
    told = release("Acme Corp. said so. Neither Acme Exchange nor its holder accepts responsibility for it. Nor do we.\n")
    (match,) = LEGEND.examine(told).matches
    assert told.quote(match.span) == "Neither Acme Exchange nor its holder accepts responsibility for it."
    assert match.replacement == RIGHT


@given(st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=200))
def test_any_text_is_read(text: str) -> None:
    told = release(f"Neither Acme {text} responsibility LEI {text}")
    for check in (LEGEND, Lei()):
        assert all(0 <= m.span.start < m.span.end <= len(told.text) for m in check.examine(told).matches)
