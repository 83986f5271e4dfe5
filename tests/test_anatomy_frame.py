"""What frames a release: marks, dateline, headline, issuers, tickers, dates, market and the division into parts."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disclint.anatomy.caution.cautionary import find_cautionary
from disclint.anatomy.companies.boilerplate import find_boilerplates
from disclint.anatomy.companies.issuers import find_issuers
from disclint.anatomy.companies.market import find_market
from disclint.anatomy.companies.tickers import find_tickers
from disclint.anatomy.contacts.contacts import find_contacts
from disclint.anatomy.dates import find_dates, release_date
from disclint.anatomy.layout import divide
from disclint.anatomy.legends import find_legends
from disclint.anatomy.marks import Marks, find_marks
from disclint.anatomy.opening.dateline import find_dateline
from disclint.anatomy.opening.headline import find_headline
from disclint.model import Context, Dateline, Document, Headline, Issuer, Part, Span
from disclint.reading.builder import Builder, LineSource

BODY = "Tarn Valley Instruments, Inc. (Nasdaq: TVIN) today announced that it has opened a second works in Ohio, and that it will employ ninety people there."


def written(text: str) -> Document:
    """A document with one block for each paragraph; lines that begin with "= " are headings."""
    builder = Builder()
    at = 0
    for paragraph in text.split("\n\n"):
        heading = paragraph.startswith("= ")
        for line in paragraph.removeprefix("= ").split("\n"):
            for char in line:
                builder.put(char, at)
                at += 1
            builder.end_line(at)
        builder.end_block("heading" if heading else "paragraph", at)
    return builder.document("draft.txt", "text", "", LineSource(text), end=len(text))


def dateline_of(text: str) -> Dateline | None:
    document = written(text)
    return find_dateline(document, find_marks(document))


def headline_of(text: str) -> tuple[str | None, list[str]]:
    document = written(text)
    marks = find_marks(document)
    headline = find_headline(document, marks, find_dateline(document, marks))
    return (document.quote(headline.span), [document.quote(span) for span in headline.subheads]) if headline else (None, [])


def divided(document: Document) -> tuple[tuple[Part, ...], Marks, Dateline | None, Headline | None]:
    marks = find_marks(document)
    dateline = find_dateline(document, marks)
    headline = find_headline(document, marks, dateline)
    cautionary = find_cautionary(document)
    contacts = find_contacts(document, marks, dateline)
    boilerplates = find_boilerplates(document, cautionary, contacts)
    legends = find_legends(document, cautionary)
    return divide(document, marks, headline, dateline, cautionary, contacts, boilerplates, legends), marks, dateline, headline


def issuers_of(text: str) -> tuple[Issuer, ...]:
    document = written(text)
    parts, _, dateline, headline = divided(document)
    return find_issuers(document, parts, dateline, headline, (), find_tickers(document), Context())


# --------------------------------------------------------------------------- marks


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("FOR IMMEDIATE RELEASE", "FOR IMMEDIATE RELEASE"),
        ("For Immediate Release:", "For Immediate Release"),
        ("For release: Immediately", "For release: Immediately"),
        ("FOR RELEASE AT 7:00 A.M. EASTERN TIME, MAY 4, 2000", "FOR RELEASE AT 7:00 A.M. EASTERN TIME, MAY 4, 2000"),
        ("Embargoed until 7.00 a.m. on 4 May 2020", "Embargoed until 7.00 a.m. on 4 May 2020"),
        ("NOT FOR IMMEDIATE RELEASE", None),
        ("NOT FOR RELEASE, PUBLICATION OR DISTRIBUTION IN THE UNITED STATES", None),
        ("The parts are ready for immediate release to the fleet.", None),
        ("PRESS RELEASE", None),
    ],
)
def test_release_line(line: str, found: str | None) -> None:
    document = written(f"{line}\n\nTarn Valley Opens Second Works\n\nDAYTON, Ohio, May 4, 2000 -- {BODY}")
    mark = find_marks(document).release_line
    assert (document.quote(mark) if mark else None) == found


@pytest.mark.parametrize("mark", ["###", "# # #", "-30-", "- 30 -", "- END -", "Ends", "END", "-0-", "(ENDS)", "End of Release"])
def test_end_mark(mark: str) -> None:
    document = written(f"{BODY}\n\n{mark}\n\nContact: Ida Brandt, 937-555-0142")
    found = find_marks(document).end_mark
    assert found is not None
    assert document.quote(found) == mark


@pytest.mark.parametrize("line", ["30", "* * *", "The end of the beginning", "ends", "# 3", "(END) Dow Jones Newswires"])
def test_no_end_mark(line: str) -> None:
    assert find_marks(written(f"{BODY}\n\n{line}\n\n{BODY}")).end_mark is None


def test_exhibit_label_and_wire_tail() -> None:
    document = written(f"[TARN VALLEY LOGO] Exhibit 99.1\n\n{BODY}\n\n{BODY}\n\nSOURCE Tarn Valley Instruments, Inc.")
    marks = find_marks(document)
    assert [document.quote(span) for span in marks.exhibit_labels] == ["Exhibit 99.1"]
    assert [document.quote(span) for span in marks.wire_tail] == ["SOURCE Tarn Valley Instruments, Inc."]


# --------------------------------------------------------------------------- dateline


@pytest.mark.parametrize(
    ("opening", "place", "date"),
    [
        ("DAYTON, Ohio, May 4, 2020 -- ", "DAYTON, Ohio", "2020-05-04"),
        ("DAYTON, OH - May 4, 2020 - ", "DAYTON, OH", "2020-05-04"),
        ("Dayton, Ohio (May 4, 2020) \u2013 ", "Dayton, Ohio", "2020-05-04"),
        ("DAYTON...MAY 4, 2020...", "DAYTON", "2020-05-04"),
        ("DAYTON, Ohio--May 4, 2020--", "DAYTON, Ohio", "2020-05-04"),
        ("DAYTON, Ohio; May 4, 2020: ", "DAYTON, Ohio", "2020-05-04"),
        ("GARY, IN - June 20, 2025 - ", "GARY, IN", "2025-06-20"),
        ("TORONTO, ON - June 20, 2025 - ", "TORONTO, ON", "2025-06-20"),
        ("ST. PAUL, Minn., March 8, 2024 /PRNewswire/ -- ", "ST. PAUL, Minn.", "2024-03-08"),
        (
            "WOBURN, Mass. and UTRECHT, the Netherlands, Feb. 07, 2025 (GLOBE NEWSWIRE) -- ",
            "WOBURN, Mass. and UTRECHT, the Netherlands",
            "2025-02-07",
        ),
        ("TYSONS, Va.--(BUSINESS WIRE)--February 11, 2025--", "TYSONS, Va.", "2025-02-11"),
        ("TYSONS, Va.--(BUSINESS WIRE)--", "TYSONS, Va.", None),
        ("VANCOUVER, BC / ACCESS Newswire / February 7, 2025 / ", "VANCOUVER, BC", "2025-02-07"),
        ("Vancouver, British Columbia--(Newsfile Corp. - February 7, 2025) - ", "Vancouver, British Columbia", "2025-02-07"),
        ("(NewMediaWire) - August 26, 2024 - DALLAS \u2014 ", "DALLAS", "2024-08-26"),
        ("February 10, 2025 \u2013 TheNewswire - Vancouver, B.C. \u2013 ", "Vancouver, B.C.", "2025-02-10"),
        ("Asker, 12 February 2025. ", "Asker", "2025-02-12"),
        ("Utrecht (the Netherlands), February 13, 2025 - ", "Utrecht (the Netherlands)", "2025-02-13"),
        ("S\u00e3o Paulo, 13 February 2025 \u2013 ", "S\u00e3o Paulo", "2025-02-13"),
        ("10 February 2025 - ", None, "2025-02-10"),
        ("Tuesday, May 5, 2020 - ", None, "2020-05-05"),
        ("DAYTON, Ohio \u2013 ", "DAYTON, Ohio", None),
    ],
)
def test_dateline_opens_the_body(opening: str, place: str | None, date: str | None) -> None:
    text = f"Tarn Valley Opens Second Works\n\n{opening}{BODY}"
    document = written(text)
    dateline = find_dateline(document, find_marks(document))
    assert dateline is not None
    assert (document.quote(dateline.place) if dateline.place else None) == place
    assert dateline.date == (dt.date.fromisoformat(date) if date else None)
    assert document.quote(dateline.span) == opening.strip()


def test_company_with_its_ticker_behind_the_date_is_no_place() -> None:
    dateline = dateline_of("9 May 2025 - Tarn NL (ASX: TVI) is pleased to report results from 24 holes drilled at the Wattle Dam prospect.")
    assert dateline is not None
    assert dateline.place is None


def test_company_line_is_a_dateline_without_place() -> None:
    found = dateline_of(f"Nordvik wins order\n\nNordvik Plc, Company release, 13 February 2025 at 2:15 pm\n\n{BODY}")
    assert found is not None
    assert found.place is None
    assert found.date == dt.date(2025, 2, 13)


@pytest.mark.parametrize(
    "top",
    [
        "13 February 2025",
        "Notice of Annual General Meeting on February 13, 2025",
        "Results for the Quarter Ended March 31, 2025",
        "Tarn Valley to Report Third Quarter Results on February 13, 2025",
        "ASX ANNOUNCEMENT 5 June 2024",
        "1 January - 31 December 2024",
    ],
)
def test_no_dateline(top: str) -> None:
    assert dateline_of(f"{top}\n\n{BODY}") is None


def test_the_dateline_of_the_body_wins_over_the_line_a_wire_sets_above() -> None:
    document = written(f"Tarn Valley Opens Works\n\nDAYTON, Ohio, May 4, 2020\n\nA second site\n\nDAYTON, Ohio, May 4, 2020 /PRNewswire/ -- {BODY}")
    dateline = find_dateline(document, find_marks(document))
    assert dateline is not None
    assert "/PRNewswire/" in document.quote(dateline.span)


@pytest.mark.parametrize(
    ("rest", "year"),
    [
        ("\n\n-0- 05/09/2005", 2005),
        ("\n\nThe results are for the quarter ended March 31, 2005.", 2005),
        ("\n\nNothing here tells the year.", None),
    ],
)
def test_year_is_taken_from_elsewhere_only_where_certain(rest: str, year: int | None) -> None:
    found = dateline_of(f"Tarn Valley Opens Works\n\nDAYTON, Ohio, May 9 /PRNewswire/ -- {BODY}{rest}")
    assert found is not None
    assert found.date == (dt.date(year, 5, 9) if year else None)


# --------------------------------------------------------------------------- headline


@pytest.mark.parametrize(
    "above",
    [
        "",
        "Exhibit 99.1\n\n",
        "FOR IMMEDIATE RELEASE\n\n",
        "Press Release\n\n",
        "NEWS RELEASE, MAY 4, 2020\n\n",
        "[Tarn Valley logo]\n\nNASDAQ: TVIN\n\n",
        "TARN VALLEY INSTRUMENTS, INC.\n\n",
        "For more information:\n\nIda Brandt\n\nTarn Valley Instruments, Inc.\n\n937-555-0142\n\n",
        "Contact: Ida Brandt, 937-555-0142, ida@tarnvalley.example\n\n",
        "4 May 2020\n\nTarn Valley Instruments plc\n\n(\u201cTarn Valley\u201d or the \u201cCompany\u201d)\n\n",
        "NOT FOR RELEASE OR DISTRIBUTION IN THE UNITED STATES\n\n",
        "May 4, 2020 06:45 PM Eastern Daylight Time\n\n",
        "1Q 2020 Earnings Release\n\n",
        "[LOGO]\nTVIN\n\n",
        "RNS Number : 4417Q\nTarn Valley Instruments plc\n4 May 2020\n\n",
        "(Incorporated in Bermuda with limited liability)\n\n",
    ],
)
def test_headline_stands_below_letterhead_labels_and_contacts(above: str) -> None:
    headline, _ = headline_of(f"{above}Tarn Valley Opens Second Works in Ohio\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}")
    assert headline == "Tarn Valley Opens Second Works in Ohio"


def test_headline_over_two_blocks_and_subheads() -> None:
    text = f"= TARN VALLEY OPENS SECOND WORKS AND\n\n= NAMES NEW HEAD OF SALES\n\nNinety jobs in Dayton\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}"
    assert headline_of(text) == ("TARN VALLEY OPENS SECOND WORKS AND NAMES NEW HEAD OF SALES", ["Ninety jobs in Dayton"])


def test_headline_set_without_blank_lines() -> None:
    top = (
        "1\nTARN VALLEY INSTRUMENTS, INC./NEWS\nContact: Ida Brandt\nTreasurer 937/555-0142\nTARN VALLEY INSTRUMENTS, INC.\nDECLARES SPECIAL DIVIDEND"
    )
    text = f"{top}\nTarn Valley Instruments, Inc. (NASDAQ-TVIN) Dayton, Ohio; May 4, 2020\n\n{BODY}"
    assert headline_of(text)[0] == "TARN VALLEY INSTRUMENTS, INC. DECLARES SPECIAL DIVIDEND"
    found = dateline_of(text)
    assert found is not None
    assert found.date == dt.date(2020, 5, 4)


def test_release_behind_the_cover_of_a_filing() -> None:
    cover = "UNITED STATES\nSECURITIES AND EXCHANGE COMMISSION\nFORM 8-K\n\nDate of Report: May 5, 2020\n\nExhibit 99.1"
    text = f"{cover}\n\nTarn Valley Opens Second Works\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}\n\n{BODY}\n\n{BODY}"
    assert headline_of(text) == ("Tarn Valley Opens Second Works", [])


def test_headline_repeated_by_a_wire_is_no_subhead() -> None:
    line = "Tarn Valley Opens Second Works in Ohio"
    assert headline_of(f"{line}\n\n{line}\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}") == (line, [])


def test_headline_may_follow_place_and_date() -> None:
    headline, _ = headline_of(f"Dayton, Ohio, May 4, 2020\n\nTarn Valley Opens Second Works in Ohio\n\n{BODY}")
    assert headline == "Tarn Valley Opens Second Works in Ohio"


def test_no_headline() -> None:
    assert headline_of(f"FOR IMMEDIATE RELEASE\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}") == (None, [])


# --------------------------------------------------------------------------- issuers


@pytest.mark.parametrize(
    ("lead", "names"),
    [
        ("Tarn Valley Instruments, Inc. (Nasdaq: TVIN) today announced a new works.", ["Tarn Valley Instruments, Inc."]),
        ("The Board of Directors of Tarn Valley Instruments, Inc. has declared a dividend.", ["Tarn Valley Instruments, Inc."]),
        ("Steel Corporation of Norland, Inc. (NYSE: SCN) today announced a new works.", ["Steel Corporation of Norland, Inc."]),
        ("eTarn Holdings plc (\u201ceTarn\u201d or the \u201cCompany\u201d) announces a new works.", ["eTarn Holdings plc"]),
        ("Brandt Maschinen SE & Co. KGaA (ISIN: DE000BRD0001) publishes its figures.", ["Brandt Maschinen SE & Co. KGaA"]),
        (
            "Tarn Valley Instruments, Inc. (Nasdaq: TVIN) and Dunmore Corp. (NYSE: DNM) today announced a merger.",
            ["Tarn Valley Instruments, Inc.", "Dunmore Corp."],
        ),
        ("Pursuant to the agreement between Dunmore Corp. (the \u201cCompany\u201d) and its bank, the Company paid.", ["Dunmore Corp."]),
    ],
)
def test_issuers_of_the_first_sentence(lead: str, names: list[str]) -> None:
    assert [issuer.name for issuer in issuers_of(f"A New Works Opens in Ohio\n\nDAYTON, Ohio, May 4, 2020 -- {lead}")] == names


def test_short_names_of_the_issuer() -> None:
    (issuer,) = issuers_of(
        'New Works\n\nDAYTON, Ohio, May 4, 2020 -- Tarn Valley, Inc. (NYSE: TV) ("Tarn" or the "Company") today announced a works.'
    )
    assert issuer.short_names == ("Tarn", "Company")


def test_issuer_from_context_is_certain() -> None:
    document = written(f"DAYTON, Ohio, May 4, 2020 -- {BODY} Dunmore Corp. built it.")
    parts, _, dateline, headline = divided(document)
    (first, *_) = find_issuers(document, parts, dateline, headline, (), (), Context(issuer="Dunmore Corp."))
    assert first.name == "Dunmore Corp."


# --------------------------------------------------------------------------- tickers


@pytest.mark.parametrize(
    ("words", "pairs"),
    [
        ("Tarn (Nasdaq: TVIN) rose", [("Nasdaq", "TVIN")]),
        ("Tarn (NYSE:TVI) rose", [("NYSE", "TVI")]),
        ("Tarn [NASDAQ National Market: TVIN] rose", [("NASDAQ National Market", "TVIN")]),
        ("Tarn (NYSE American: TVI) rose", [("NYSE American", "TVI")]),
        ("Tarn (TSX: TVI; OTCQX: TVIFF) rose", [("TSX", "TVI"), ("OTCQX", "TVIFF")]),
        ("Tarn (TSXV:TVI)(OTCQB:TVIFF)(FSE:7T0) rose", [("TSXV", "TVI"), ("OTCQB", "TVIFF"), ("FSE", "7T0")]),
        ("Tarn (LSE: TVI | OTCQB: TVIFF | FRA: 3T8) rose", [("LSE", "TVI"), ("OTCQB", "TVIFF"), ("FRA", "3T8")]),
        ("Tarn (NASDAQ: TVIN, TVINW) rose", [("NASDAQ", "TVIN"), ("NASDAQ", "TVINW")]),
        ("Tarn (NYSE: TVI.A) rose", [("NYSE", "TVI.A")]),
        ("Tarn (Nasdaq Stockholm: TARN B) rose", [("Nasdaq Stockholm", "TARN B")]),
        ("Tarn (HKEX: 02142) rose", [("HKEX", "02142")]),
        ("Tarn (NASDAQ-TVIN) rose", [("NASDAQ", "TVIN")]),
        ("Tarn (TSXV: OTC) rose", [("TSXV", "OTC")]),
        ("Tarn (Nasdaq: Tvin) rose", [("Nasdaq", "Tvin")]),
        ("trades on the Nasdaq Capital Market under the symbol \u201cTVIN.\u201d", [("Nasdaq Capital Market", "TVIN")]),
        ("trades on Nasdaq under the symbols \u201cTVIN\u201d and \u201cTVINW,\u201d respectively", [("Nasdaq", "TVIN"), ("Nasdaq", "TVINW")]),
        ("trades on the TSX under the symbol TVI.", [("TSX", "TVI")]),
        ("the fund (Ticker: TVI) rose", [(None, "TVI")]),
    ],
)
def test_tickers(words: str, pairs: list[tuple[str | None, str]]) -> None:
    assert [(ticker.exchange, ticker.symbol) for ticker in find_tickers(written(words))] == pairs


@pytest.mark.parametrize(
    "words",
    [
        "grants under Nasdaq Listing Rule 5635(c)(4)",
        "the NASDAQ-100 index",
        "the SIX-MONTH period",
        "a NYSE-listed company (ISIN: US8765432109)",
        "at www.asx.example and in the set: ABC",
        "Please see the OTC: the market for it is thin",
    ],
)
def test_no_tickers(words: str) -> None:
    assert find_tickers(written(words)) == ()


def test_a_pair_is_reported_once() -> None:
    assert len(find_tickers(written("Tarn (NYSE: TVI) rose. Tarn (NYSE: TVI) fell."))) == 1


# --------------------------------------------------------------------------- dates


def mentions(text: str, release: dt.date | None = dt.date(2024, 11, 4)) -> list[tuple[str, dt.date | None, str]]:
    document = written(text)
    return [(document.quote(mention.span), mention.date, mention.role) for mention in find_dates(document, (), release)]


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("on March 5, 2024", "2024-03-05"),
        ("on Sept. 5th, 2024", "2024-09-05"),
        ("on the 5th of March 2024", "2024-03-05"),
        ("on 10-Feb-2025", "2025-02-10"),
        ("on 2024-03-05", "2024-03-05"),
        ("on 12.5.2024", "2024-05-12"),
        ("on 13/02/2025", "2025-02-13"),
        ("on 02/13/2025", "2025-02-13"),
        ("on November 31, 2024", None),
        ("on 2024-02-30", None),
    ],
)
def test_dates_as_written(words: str, day: str | None) -> None:
    ((_, found, _),) = mentions(words)
    assert found == (dt.date.fromisoformat(day) if day else None)


@pytest.mark.parametrize("words", ["you may 10 times", "a march 5 miles long", "version 1.2.24", "$3.4.2024", "in 1/2 of cases", "between 5 and 10"])
def test_no_dates(words: str) -> None:
    assert mentions(words) == []


def test_roles_of_dividend_dates() -> None:
    text = "The dividend is payable on December 12, 2024 to holders of record on November 29, 2024. The ex-dividend date is November 29, 2024."
    assert [role for _, _, role in mentions(text)] == ["payment", "record", "ex-dividend"]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("for the quarter ended March 31, 2024", "period-end"),
        ("A conference call will be held on Tuesday, November 5, 2024", "call"),
        ("The annual general meeting takes place on 5 December 2024", "meeting"),
        ("The offering is expected to close on November 6, 2024", "closing"),
        ("the Form 10-K filed with the SEC on March 1, 2024", "filing"),
        ("On a letter dated October 30, 2024", "letter"),
        ("is effective as of January 1, 2025", "effective"),
        ("The tender offer expires on December 1, 2024", "expiration"),
        ("our press release of May 5, 2024", "other"),
    ],
)
def test_role_of_a_date(text: str, role: str) -> None:
    assert [found for _, _, found in mentions(text)] == [role]


def test_weekday_beside_a_date() -> None:
    document = written("on Thurs., Dec. 5 and on 6 December 2024 (Friday)")
    found = find_dates(document, (), dt.date(2024, 11, 4))
    assert [document.quote(mention.weekday) for mention in found if mention.weekday] == ["Thurs", "Friday"]
    assert [mention.year_given for mention in found] == [False, True]
    assert found[0].date == dt.date(2024, 12, 5)


def test_a_date_without_year_is_left_out_where_nothing_tells_the_year() -> None:
    assert mentions("on December 5", release=None) == []
    assert mentions("on November 31", release=None) == [("November 31", None, "other")]


def test_release_date() -> None:
    stand_alone = written(f"4 May 2020\n\nTarn Valley plc\n\nTrading Update\n\n{BODY}")
    assert release_date(stand_alone, None, Context()) == dt.date(2020, 5, 4)
    assert release_date(stand_alone, None, Context(as_of=dt.date(2021, 1, 1))) == dt.date(2021, 1, 1)


# --------------------------------------------------------------------------- market


@pytest.mark.parametrize(
    ("text", "market"),
    [
        (f"DAYTON, Ohio, May 4, 2020 -- {BODY}", "us"),
        ("VANCOUVER, BC, May 4, 2020 -- Tarn Corp. (TSXV: TVI)(OTCQB: TVIFF) announces a works in the town of Trail.", "ca"),
        ("London, 4 May 2020 - Tarn plc (LSE: TVI) today announces that it has opened a works in the town of Trail.", "uk"),
        ("Asker, 4 May 2020. Tarn ASA (OSE: TVI) has opened a works in the town of Trail, it said today in a report.", "eu"),
        ("SYDNEY, May 4, 2020 -- Tarn Ltd (ASX: TVI) today announced that it has opened a works in the town of Trail.", "au"),
        ("HONG KONG, May 4, 2020 -- Tarn Limited (HKEX: 02142) today announced that it has opened a works in the town.", "hk"),
        ("CAESAREA, Israel, May 4, 2020 -- Tarn Ltd. (TASE: TVI) today announced that it has opened a works in the town.", "other"),
        ("TORONTO, May 4, 2020 -- Tarn Inc. (NYSE: TVI) (TSX: TVI) today announced that it has opened a works in the town.", "ca"),
        ("PARIS, May 4, 2020 -- Tarn (LSE: TVI; Euronext Paris: TVI) today announced that it has opened a works in a town.", "eu"),
        ("DENVER, May 4, 2020 -- Tarn Corporation (NYSE: TVI) (TSX: TVI) today announced that it has opened a works there.", "us"),
    ],
)
def test_market(text: str, market: str) -> None:
    document = written(text)
    _, _, dateline, _ = divided(document)
    assert find_market(document, Context(), find_tickers(document), dateline, issuers_of(text)) == market
    assert find_market(document, Context(market="ca"), (), None, ()) == "ca"


# --------------------------------------------------------------------------- layout


def test_parts_of_a_release() -> None:
    document = written(
        "Exhibit 99.1\n\nTARN VALLEY INSTRUMENTS, INC.\n\nFOR IMMEDIATE RELEASE\n\n= Tarn Valley Opens Second Works in Ohio\n\n"
        f"Ninety jobs in Dayton\n\nDAYTON, Ohio, May 4, 2020 -- {BODY}\n\n= Outlook for the Year\n\n{BODY}\n\n###"
    )
    parts = divided(document)[0]
    assert [(part.kind, document.quote(part.span)[:24]) for part in parts] == [
        ("exhibit-label", "Exhibit 99.1"),
        ("letterhead", "TARN VALLEY INSTRUMENTS,"),
        ("release-line", "FOR IMMEDIATE RELEASE"),
        ("headline", "Tarn Valley Opens Second"),
        ("subheadline", "Ninety jobs in Dayton"),
        ("dateline", "DAYTON, Ohio, May 4, 202"),
        ("body", "Tarn Valley Instruments,"),
        ("heading", "Outlook for the Year"),
        ("body", "Tarn Valley Instruments,"),
        ("end-mark", "###"),
    ]


PIECES = st.sampled_from(
    [
        "FOR IMMEDIATE RELEASE", "Exhibit 99.1", "DAYTON, Ohio, May 4, 2020 -- ", "(NYSE: TVI)", "\n\n", "\n", " ", "November 31, 2024", "###", "-END-",
        "Tarn Valley, Inc.", "and", "A--B--C--D--E--F--G--H--", "/ / / /", "(((", ")))", "the", "under the symbol \u201cTVI\u201d", "= Heading", "SOURCE Tarn",
        "Contact: Ida", "937-555-0142", "\u0130stanbul, 4 May 2020 \u2013 ", "\u2026", "...", "12/12/12", "10-Feb-2025", BODY,
    ]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=20)), max_size=24).map("".join))
def test_any_text_is_divided_without_gap_or_overlap(text: str) -> None:
    document = written(text)
    parts, marks, dateline, headline = divided(document)
    at = 0
    for part in parts:
        assert part.span.start >= at
        assert len(part.span)
        assert not document.text[at : part.span.start].strip()
        at = part.span.end
    assert not document.text[at:].strip()
    tickers = find_tickers(document)
    dates = find_dates(document, parts, dateline.date if dateline else None)
    issuers = find_issuers(document, parts, dateline, headline, (), tickers, Context())
    spans: list[Span] = [*(t.span for t in tickers), *(d.span for d in dates), *(i.span for i in issuers), *marks.exhibit_labels, *marks.wire_tail]
    spans += [span for span in (marks.release_line, marks.embargo, marks.end_mark, dateline.span if dateline else None) if span]
    assert all(0 <= span.start < span.end <= len(document.text) for span in spans)
    assert all(ticker.symbol.replace(" ", "") in "".join(document.quote(ticker.span).split()) for ticker in tickers)
    assert all(issuer.name == document.quote(issuer.span) for issuer in issuers)
    find_market(document, Context(), tickers, dateline, issuers)
