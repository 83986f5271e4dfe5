"""Contacts, boilerplate and quotations: who is named in a release, and what is standing text about a company."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from disclint.anatomy.companies.boilerplate import find_boilerplates
from disclint.anatomy.contacts import reach
from disclint.anatomy.contacts.contacts import find_contacts
from disclint.anatomy.marks import find_marks
from disclint.anatomy.speech.people import persons, sole_person, surname
from disclint.anatomy.speech.quotations import find_quotations
from disclint.errors import DocumentError
from disclint.model import Boilerplate, Contact, Document, Quotation, Span
from disclint.reading import BUILT_IN, read
from disclint.text import fold

BODY = """SPRINGFIELD, Ill., March 4, 2025 -- Tarnwell Corp. (Nasdaq: TRNW) today announced that it has
opened its second foundry. The foundry stands in Decatur and employs 140 people in three shifts.

The work took two years. It was paid for out of cash, and the old foundry stays open until the
end of the year, when its lease expires and its machines will be sold to a dealer in Peoria.
"""


def draft(text: str, name: str = "draft.txt") -> Document:
    (document,) = read(text.encode(), name, BUILT_IN)
    return document


def contacts(text: str, name: str = "draft.txt") -> tuple[Document, tuple[Contact, ...]]:
    document = draft(text, name)
    return document, find_contacts(document, find_marks(document), None)


def told(text: str, name: str = "draft.txt") -> list[tuple[str | None, str | None, list[str], list[str]]]:
    """Each contact's name, role, telephone numbers and addresses."""
    document, found = contacts(text, name)
    quote = document.quote
    return [(quote(c.name) if c.name else None, c.role, [quote(p) for p in c.phones], [quote(e) for e in c.emails]) for c in found]


def quoted(text: str) -> list[tuple[str | None, str | None, list[str]]]:
    document = draft(text)
    quote = document.quote
    return [
        (quote(q.speaker) if q.speaker else None, quote(q.title) if q.title else None, [quote(s) for s in q.spans])
        for q in find_quotations(document, ())
    ]


def described(text: str) -> list[tuple[str, str | None, str]]:
    document = draft(text)
    _, found = contacts(text)
    return [
        (b.company, document.quote(b.heading) if b.heading else None, document.quote(b.span)[:24]) for b in find_boilerplates(document, None, found)
    ]


# --------------------------------------------------------------------------- telephone numbers and addresses


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("Tel: +44 (0)20 7946 0018", ["+44 (0)20 7946 0018"]),
        ("(212) 555-0142; (212) 555-0143 (Fax)", ["(212) 555-0142"]),
        ("Phone: 212/555-0142 Fax: 212/555-0143", ["212/555-0142"]),
        ("+1-408-555-0100, or fax, +1-408-555-0101", ["+1-408-555-0100"]),
        ("T: 1-236-555-6744", ["1-236-555-6744"]),
        ("1-800-TARNWELL (827-6935)", ["1-800-TARNWELL (827-6935)"]),
        ("Tel: (+86) 21 5550 4880 X 122", ["(+86) 21 5550 4880 X 122"]),
        ("212.555.0142, ext. 202", ["212.555.0142"]),
        ("Mobile: +46 (0) 723 55 01 61", ["+46 (0) 723 55 01 61"]),
        ("404-555-0133 or 1-866-555-0133", ["404-555-0133", "1-866-555-0133"]),
        ("(212-555-0142)", ["212-555-0142"]),
        ("Springfield, IL 62701-1234", []),
        ("for the year ended 12/31/2024", []),
        ("2023-2024", []),
        ("EPS (103.27) 179.48", []),
        ("Net income 240 227 893 852", []),
        ("Registration No. 12345678", []),
        ("ISIN: DE0005550000", []),
    ],
)
def test_telephone_numbers(line: str, numbers: list[str]) -> None:
    assert [line[s.start : s.end] for s in reach.phones(line, fold(line), 0, len(line))] == numbers


@pytest.mark.parametrize(
    ("line", "addresses"),
    [
        ("Email: jane.roe@tarnwell.example.com.", ["jane.roe@tarnwell.example.com"]),
        ("INFO@TARNWELL.COM", ["INFO@TARNWELL.COM"]),
        ("Tel: +41 22 555 3000info@tarnwell.com", ["info@tarnwell.com"]),
        ("Tarnwell, Inc.info@tarnwell.com", ["info@tarnwell.com"]),
        ("Jane Roe, Head of Investor Relationsir@tarnwell.com", ["ir@tarnwell.com"]),
        ("Jane RoeJane.Roe@tarnwell.com", ["Jane.Roe@tarnwell.com"]),
        ("Jane Roejane@tarnwell.com", ["jane@tarnwell.com"]),
        ("Jane Roe, CEOjane@tarnwell.com", ["jane@tarnwell.com"]),
        ("info@tarnwell.comhttps://tarnwell.com", ["info@tarnwell.com"]),
        ("info@tarnwell.comWe make castings", ["info@tarnwell.com"]),
        ("Karen Roe: Karen.Roe@tarnwell.org", ["Karen.Roe@tarnwell.org"]),
        ("@tarnwell on X", []),
    ],
)
def test_addresses(line: str, addresses: list[str]) -> None:
    assert [line[s.start : s.end] for s in reach.emails(line, 0, len(line))] == addresses


# --------------------------------------------------------------------------- persons


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("said Tarnwell Chief Executive Officer Jane Q. Roe of the plan", ["Jane Q. Roe"]),
        ("Päivi van der Berg, Ph.D.", ["Päivi van der Berg"]),
        ("John D. Milton, Jr., CFO", ["John D. Milton, Jr."]),
        ("Mr. Roe and Dr. Jane Doe", ["Mr. Roe", "Jane Doe"]),
        ("Giuseppe (Joe) Di Salvo, Treasurer", ["Giuseppe (Joe) Di Salvo"]),
        ("Bay Street Communications", []),
        ("Lois Paul Partners, LLC", []),
        ("the Securities and Exchange Commission", []),
        ("Vice President, Investor Relations", []),
        ("San Jose, California", []),
        ("Peel Hunt", []),
    ],
)
def test_persons(words: str, names: list[str]) -> None:
    assert [words[s.start : s.end] for s in persons(words, 0, len(words))] == names


def test_a_person_alone() -> None:
    assert sole_person("Dr. Jane Roe, CFA", 0, 17) == Span(4, 12)
    assert sole_person("Jane Roe, Director", 0, 18) is None


def test_surname() -> None:
    assert surname("Jane Roe, Jr.") == surname("Mr. Roe") == "roe"


# --------------------------------------------------------------------------- contacts


def test_a_block_of_its_own() -> None:
    text = BODY + "\nInvestor Relations Contact:\nJane Roe\nTarnwell Corp.\n(217) 555-0142\njroe@tarnwell.com\n"
    assert told(text) == [("Jane Roe", "investor", ["(217) 555-0142"], ["jroe@tarnwell.com"])]


def test_labels_give_the_roles() -> None:
    text = BODY + "\nMedia:\nJane Roe\npress@tarnwell.com\n\nInvestors:\nJohn Doe\nir@tarnwell.com\n"
    assert told(text) == [("Jane Roe", "media", [], ["press@tarnwell.com"]), ("John Doe", "investor", [], ["ir@tarnwell.com"])]


def test_one_line() -> None:
    text = BODY + "\nCONTACT: Jane Roe, Chief Financial Officer, +1-217-555-0142, jroe@tarnwell.com\n"
    assert told(text) == [("Jane Roe", "general", ["+1-217-555-0142"], ["jroe@tarnwell.com"])]


def test_a_wire_s_one_line_wraps() -> None:
    text = BODY + "\n/CONTACT:  Jane Roe, VP/Chief Financial Officer, Tarnwell\nCorporation, +1-217-555-0142, or fax, +1-217-555-0143/\n"
    assert told(text) == [("Jane Roe", "general", ["+1-217-555-0142"], [])]


def test_several_on_one_line() -> None:
    text = BODY + (
        "\nFor more information please contact: Jane Roe, Investor Relations, Bay Street Communications, Tel: 647-555-0156; "
        "John Doe, President & CEO, Tarnwell REIT, Tel: (647) 555-0145\n"
    )
    assert [(name, phones) for name, _, phones, _ in told(text)] == [("Jane Roe", ["647-555-0156"]), ("John Doe", ["(647) 555-0145"])]


def test_persons_share_the_number_below_them() -> None:
    text = "CONTACTS:\nTarnwell Corp.\nJane Roe, President\nJohn Doe, Chief Financial Officer\nTel: (217) 555-0142 Fax: (217) 555-0143\n\n" + BODY
    document, found = contacts(text)
    assert [document.quote(c.name) for c in found if c.name] == ["Jane Roe", "John Doe"]
    assert {document.quote(p) for c in found for p in c.phones} == {"(217) 555-0142"}
    assert {document.quote(c.organization) for c in found if c.organization} == {"Tarnwell Corp."}


def test_persons_share_the_number_of_the_firm_above_them() -> None:
    text = (
        BODY
        + "\nEnquiries:\n\nTarnwell plc  +44 (0)1223 555 310\nJane Roe, Chief Executive\n\nTollgate Communications  +44 (0)20 7946 0266\nJohn Doe\nMary Poe\n"
    )
    assert [(name, phones) for name, _, phones, _ in told(text)] == [
        ("Jane Roe", ["+44 (0)1223 555 310"]),
        ("John Doe", ["+44 (0)20 7946 0266"]),
        ("Mary Poe", ["+44 (0)20 7946 0266"]),
    ]


def test_columns() -> None:
    text = "CONTACT:\n" + " " * 40 + "Jane Roe, CFA\nJohn Doe, CFO" + " " * 27 + "Mary Poe (Media)\nTarnwell Corp." + " " * 26
    text += "Wolfe Poe Assoc. LLC\n(217) 555-0142" + " " * 26 + "(212) 555-0100; (212) 555-0101 (Fax)\n\n\n" + BODY
    assert [(name, phones) for name, _, phones, _ in told(text)] == [
        ("John Doe", ["(217) 555-0142"]),
        ("Jane Roe", ["(212) 555-0100"]),
        ("Mary Poe", ["(212) 555-0100"]),
    ]


def test_flattened_columns() -> None:
    text = BODY + (
        "\nMEDIA CONTACT: INVESTOR CONTACT: Lois Poe Partners, LLC Tarnwell, Inc.\nJane Roe ir@tarnwell.com jane_roe@lpp.com 217-555-2921 512-555-5305\n"
    )
    assert told(text) == [("Jane Roe", "media", ["512-555-5305"], ["jane_roe@lpp.com"]), (None, "investor", ["217-555-2921"], ["ir@tarnwell.com"])]


def test_columns_of_a_fenced_block() -> None:
    fenced = "```\nInvestor Contacts:        Media Contacts:\nJane Roe                  John Doe\n(217) 555-0142            (217) 555-0162\njroe@tarnwell.com         jdoe@tarnwell.com\n```\n"
    assert told(BODY + "\n" + fenced, "draft.md") == [
        ("Jane Roe", "investor", ["(217) 555-0142"], ["jroe@tarnwell.com"]),
        ("John Doe", "media", ["(217) 555-0162"], ["jdoe@tarnwell.com"]),
    ]


def test_lost_line_breaks() -> None:
    text = BODY + "\nContact:Jane RoeChief Executive OfficerTarnwell Corp.Tel: +41 22 555 3000info@tarnwell.com\n"
    assert told(text) == [("Jane Roe", "general", ["+41 22 555 3000"], ["info@tarnwell.com"])]


def test_nordic_lines() -> None:
    text = (
        BODY
        + "\nMedia and investor contacts:\nSanna Roe, Director, Investor Relations, tel. +358 40 555 3151\nJonas Doe, Head of Investor Relations, Tel: +46 31 555 44 18\n"
    )
    assert [(name, phones) for name, _, phones, _ in told(text)] == [("Sanna Roe", ["+358 40 555 3151"]), ("Jonas Doe", ["+46 31 555 44 18"])]


def test_a_sentence_may_name_the_contact() -> None:
    text = BODY + "\nFor further information, please contact Jane Roe, Chief Financial Officer, at (416) 555-8525 or visit the Company's website.\n"
    assert told(text) == [("Jane Roe", "general", ["(416) 555-8525"], [])]


def test_an_office_without_a_person() -> None:
    assert told(BODY + "\nFor investor inquiries, please contact:\nInvestor Relations\nir@tarnwell.com\n") == [
        (None, "investor", [], ["ir@tarnwell.com"])
    ]


@pytest.mark.parametrize(
    "words",
    [
        "The conference call may be joined by dialing (877) 555-5818, conference ID 5448172.",
        "Copies of the prospectus may be obtained from Northgate Securities, telephone (800) 555-0687 or prospectus@northgate.com.",
        "Holders with questions may call the information agent, D.F. Poe & Co., at (212) 555-5550.",
        "To report adverse events, contact Tarnwell Therapeutics at 1-888-555-7989.",
    ],
)
def test_numbers_that_are_no_contacts(words: str) -> None:
    assert told(f"{BODY}\n{words}\n\n{BODY}") == []


def test_the_same_person_is_given_once() -> None:
    block = "\nContact:\nJane Roe\n(217) 555-0142\n"
    assert len(told(block + "\n" + BODY + block)) == 1


# --------------------------------------------------------------------------- boilerplate


def test_under_a_heading() -> None:
    about = "\nAbout Tarnwell\n\nTarnwell Corp. is a leading maker of castings for pumps and valves. Founded in 1921, it has five plants.\n"
    more = (
        "\nThe Company sells its castings in forty countries through its own offices.\n\nForward-Looking Statements\n\nThis release contains them.\n"
    )
    document = draft(BODY + about + more)
    (found,) = find_boilerplates(document, None, ())
    assert (found.company, found.heading and document.quote(found.heading)) == ("Tarnwell Corp.", "About Tarnwell")
    assert document.quote(found.span).startswith("Tarnwell Corp. is a leading")
    assert document.quote(found.span).endswith("its own offices.")


@pytest.mark.parametrize("opening", ["About Tarnwell: ", "ABOUT TARNWELL - ", "About Tarnwell ", "About Tarnwell"])
def test_a_heading_may_run_in(opening: str) -> None:
    text = (
        BODY + f"\n{opening}Tarnwell is a leading maker of castings for pumps and valves. Founded in 1921, it has five plants in Illinois and Ohio.\n"
    )
    ((_, heading, starts),) = described(text)
    assert (heading or "").rstrip(":- ").lower() == "about tarnwell"
    assert starts.startswith("Tarnwell is a leading")


def test_without_a_heading() -> None:
    text = (
        BODY + "\nTarnwell Corp., headquartered in Springfield, Illinois, is a leading maker of castings for pumps and valves. It has five plants.\n"
    )
    assert [(company, heading) for company, heading, _ in described(text)] == [("Tarnwell Corp.", None)]


@pytest.mark.parametrize(
    "words",
    [
        "About the TARN-1 Study\n\nTARN-1 is a randomized, double-blind study of tarnimab in 120 patients with severe asthma.",
        "About Severe Asthma\n\nSevere asthma is a chronic condition that affects about ten million people worldwide.",
        "About tarnimab\n\nThere are few treatments for severe asthma, and those there are must be inhaled twice a day for life.",
        "Tarnwell Corp. announced today that it will hold its annual meeting on May 5, and that it expects a good turnout there.",
    ],
)
def test_what_is_no_company(words: str) -> None:
    assert described(f"{BODY}\n{words}\n") == []


# --------------------------------------------------------------------------- quotations


@pytest.mark.parametrize(
    ("words", "speaker", "title"),
    [
        ('"We are proud of the new foundry," said Jane Roe, president and chief executive officer of Tarnwell.', "Jane Roe", "president and chief executive officer of Tarnwell"),
        ('"We are proud of the new foundry," said Tarnwell board member Jane Roe.', "Jane Roe", "Tarnwell board member"),
        ('Jane Roe, CEO, said of the opening, "We are proud of the new foundry."', "Jane Roe", "CEO"),
        ('Commenting on the opening, Jane Roe, Chair, stated: "We are proud of the new foundry."', "Jane Roe", "Chair"),
        ('According to Jane Roe, Chief Executive of Tarnwell, "We are proud of the new foundry."', "Jane Roe", "Chief Executive of Tarnwell"),
        ("\u201cWe are proud of the new foundry,\u201d Jane Roe commented.", "Jane Roe", None),
        ("Jane Roe, Chief Executive of Tarnwell plc, commented:\n\n\u201cWe are proud of the new foundry.\u201d", "Jane Roe", "Chief Executive of Tarnwell plc"),
        ("Jane Roe, Chief Executive, said: \u2018We are proud of the new foundry, which opened on time.\u2019", "Jane Roe", "Chief Executive"),
        ('"We are proud of the new foundry, which has opened on time and within its budget."\n\nJane Roe, Ph.D., Chief Executive Officer', "Jane Roe", "Chief Executive Officer"),
    ],
)  # fmt: skip
def test_who_is_quoted(words: str, speaker: str, title: str | None) -> None:
    ((found, position, spans),) = quoted(f"{BODY}\n{words}\n")
    assert (found, position) == (speaker, title)
    assert spans[0].startswith("We are proud of the new foundry")


def test_several_stretches_are_one_quotation() -> None:
    text = BODY + (
        '\n"We are proud of it," said Jane Roe, President. "It has taken two years."\n\n"The old foundry served us well.\n\n'
        '"The new one will serve us better," Ms. Roe added. "We thank our people," she said.\n'
    )
    ((speaker, title, spans),) = quoted(text)
    assert (speaker, title, len(spans)) == ("Jane Roe", "President", 5)


def test_a_surname_known_from_before() -> None:
    text = "Jane Roe has been named president of Tarnwell.\n\n" + BODY + '\n"I look forward to the work that lies ahead of us," Roe added.\n'
    assert [speaker for speaker, _, _ in quoted(text)] == ["Roe"]


@pytest.mark.parametrize(
    "words",
    [
        'Tarnwell Corp. (the "Company" or "Tarnwell") filed its report.',
        'Words such as "may," "will," "expects" and similar expressions identify them.',
        'The so-called "golden share" was sold to Jane Roe, who said nothing.',
    ],
)
def test_what_is_no_quotation(words: str) -> None:
    assert quoted(f"{BODY}\n{words}\n") == []


def test_two_who_speak_together_and_two_of_one_surname() -> None:
    text = """Jane Roe, CEO of Acme, and John Doe, president of Bolt, said, "We are glad to have come together after so long."

"The year was a good one for us and for all of our customers," said Mary Roe, treasurer of Acme.
"""
    assert [(speaker, title) for speaker, title, _ in quoted(text)] == [
        ("Jane Roe", "CEO of Acme"),
        ("John Doe", "president of Bolt"),
        ("Mary Roe", "treasurer of Acme"),
    ]


def test_speech_without_a_speaker_stands_by_itself() -> None:
    ((speaker, _, _),) = quoted(f'{BODY}\n"We are proud of the new foundry, which has opened on time and well within its budget."\n\nIt is open.\n')
    assert speaker is None


# --------------------------------------------------------------------------- any text

WORDS = st.sampled_from(
    """Contact: Media Investor Relations Jane Roe CEO, Tarnwell Corp. Inc. (217) 555-0142 +44 20 7946 0018 jane@tarnwell.com About " \u201c \u201d said
    ; | : / Fax Tel. E-mail: Dr. Mr. Jr. www.tarnwell.com \u2018 \u2019 According to is a leading company. For further information, please contact \n \n\n""".split(
        " "
    )
)
TEXTS = st.one_of(st.text(max_size=300), st.lists(WORDS, max_size=60).map(" ".join))


def check(document: Document, span: Span | None) -> None:
    if span is not None:
        assert 0 <= span.start < span.end <= len(document.text)
        assert document.text[span.start : span.end].strip()


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TEXTS, st.sampled_from(["a.txt", "a.md", "a.html"]))
def test_any_text_is_read_and_every_span_is_true(text: str, name: str) -> None:
    try:
        documents = read(text.encode(), name, BUILT_IN)
    except DocumentError:
        return
    for document in documents:
        found: list[Contact | Boilerplate | Quotation] = [*find_contacts(document, find_marks(document), None)]
        found += find_boilerplates(document, None, ())
        found += find_quotations(document, ())
        for item in found:
            for span in spans_of(item):
                check(document, span)


def spans_of(item: Contact | Boilerplate | Quotation) -> list[Span | None]:
    if isinstance(item, Contact):
        return [item.span, item.name, item.organization, *item.phones, *item.emails]
    if isinstance(item, Boilerplate):
        return [item.heading, item.span]
    return [*item.spans, item.speaker, item.title]


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_addresses_and_numbers_are_what_they_say(text: str) -> None:
    folded = fold(text)
    assert all("@" in text[s.start + 1 : s.end] for s in reach.emails(text, 0, len(text)))
    assert all(sum(c.isalnum() for c in text[s.start : s.end]) >= 6 for s in reach.phones(text, folded, 0, len(text)))
