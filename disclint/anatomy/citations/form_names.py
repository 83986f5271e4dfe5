"""Forms of the SEC as named: misspelt, under the title of another report, for the period of another, or out of use."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.anatomy.citations.near_names import occurrences
from disclint.model import Document, NameUse, Span
from disclint.registry import Form
from disclint.text import fold

_SHARED_AFTER = re.compile(r"(?:,| and| or|/|, and) ?(?:on )?(?:forms? )?\d{1,2}-?[kq]")
_SHARED_BEFORE = re.compile(r"(?:annual|quarterly|current|periodic|interim|transition|other)(?:,| and| or|/|, and) ?$")
_TITLED = re.compile(
    r"\b(?P<title>annual|quarterly|current|transition) reports?(?: on forms? |,? \(?form )(?P<form>10-?k|10-?q|8-?k|20-?f)\b"
    r"|\bform (?P<form_first>10-?k|10-?q) (?P<title_after>annual|quarterly|current) reports?\b"
    r"|\b(?P<short_title>annual|quarterly) (?:form )?(?P<form_short>10-?k|10-?q)\b(?: reports?\b| filings?\b)?(?! or| and)"
)
_UNTITLED = re.compile(r"\bReport on Form 10-?Q\b")
_TITLES = {"10k": "annual", "10q": "quarterly", "8k": "current", "20f": "annual"}
_QUALIFIED = re.compile(r"(?:quarterly|transition|interim|annual|current|amended|periodic|and|or|,) $")
_PERIOD = r"(?: (?:then )?(?:ended|ending) (?:on )?[a-z]+\.? \d{1,2},? \d{4}| of (?:fiscal )?(?:year )?\d{4}| (?:fiscal )?20\d\d)?(?! (?:we|it|that|in which))"
_OF_A_QUARTER = re.compile(
    r"\b(?P<report>(?:annual report on )?form 10-?k(?:/a)?) for (?:the|its|our) (?:(?:first|second|third|fourth|last) )?(?:fiscal )?"
    rf"(?:quarter(?:ly period)?|(?:three|six|nine)[- ]month(?:s| period)?)(?: and (?:the )?(?:fiscal |full )?year)?{_PERIOD}"
)
_OF_A_YEAR = re.compile(rf"\b(?P<report>(?:quarterly report on )?form 10-?q(?:/a)?) for (?:the|its|our) (?:full |fiscal )*year{_PERIOD}(?![-\w])")
_SMALL_LETTER = re.compile(r"\b[Ff]orms? (?:10-[kq]|8-k|6-k|20-f|40-f)(?:/[aA])?\b")
_JAMMED = re.compile(r"\bForms?(?P<number>10-[KQ]|8-K|6-K|20-F|40-F|[SF]-\d{1,2})\b")
_BARE = re.compile(
    r"\b(?:(?:annual|quarterly|current) reports? (?:on )?|(?:filed|file|filing) (?:its|our|the|a|an) |(?:in |see |and |with |by )(?:its|our|the company's) (?:\w+ )?"
    r"|forms 10-k(?:,| and| or) )(?P<form>10k|10q|8k)(?:s\b|\b)(?! (?:race|run|walk|gold|charity|square|sq))"
    r"|\b(?P<filing>10k|10q|8k)s? (?:filings?|reports?|filed)\b"
)


def form_names(document: Document, forms: tuple[Form, ...]) -> Iterator[NameUse]:
    """Every form named wrongly, and every one that has been abolished."""
    for form in forms:
        yield from _misspelt(document, form)
        yield from _abolished(document, form)
    yield from _misset(document)
    yield from _mistitled(document)
    yield from _of_another_period(document)


def _misspelt(document: Document, form: Form) -> Iterator[NameUse]:
    for misnomer in form.misnomers:
        for span in occurrences(document.folded, fold(misnomer)):
            if document.folded[max(0, span.start - 1) : span.start] not in ("-", "/") and document.folded[span.end : span.end + 1] not in ("-", "/"):
                yield NameUse(span, "form", form.name, misnomer=True, replacement=form.name, verified=form.verified is not None)


def _abolished(document: Document, form: Form) -> Iterator[NameUse]:
    """By its designation alone too, where that is no other word: reports on 10-KSB."""
    if form.until is None:
        return
    designation = form.name.partition(" ")[2]
    for written in (designation, designation.replace("-", "")):
        for span in occurrences(document.folded, fold(written)):
            before = re.search(r"\b(?:forms?|schedules?) $", document.folded[max(0, span.start - 10) : span.start])
            if before is None and (len(designation) < 4 or not form.name.startswith("Form ")):
                continue
            start = span.start - len(before.group()) if before else span.start
            yield NameUse(Span(start, span.end), "form", form.now, until=form.until, replacement=None, verified=form.verified is not None)


def _misset(document: Document) -> Iterator[NameUse]:
    """A small letter for the form's, no space before its number, and a form without its hyphen named by its number alone."""
    for match in _JAMMED.finditer(document.text):
        right = f"Form {match.group('number')}"
        yield NameUse(Span(*match.span()), "form", right, misnomer=True, replacement=right)
    for match in _SMALL_LETTER.finditer(document.text):
        number = re.search(r"\d{1,2}-[a-z]", match.group())
        right = match.group().replace(number.group(), number.group().upper()) if number else match.group()
        yield NameUse(Span(*match.span()), "form", right, misnomer=True, replacement=right)
    for match in _BARE.finditer(document.folded):
        group = "form" if match.group("form") else "filing"
        span = Span(*match.span(group))
        if document.text[span.end - 1].isupper():
            right = f"{document.text[span.start : span.end - 1]}-{document.text[span.end - 1]}"
            yield NameUse(span, "form", f"Form {right}", misnomer=True, replacement=right)


def _mistitled(document: Document) -> Iterator[NameUse]:
    """A report whose title belongs to another form, and a 10-Q that is not called quarterly."""
    for match in _TITLED.finditer(document.folded):
        group = next(g for g in ("form", "form_first", "form_short") if match.group(g))
        form, title = match.group(group).replace("-", ""), match.group("title") or match.group("title_after") or match.group("short_title")
        if title not in (_TITLES[form], "transition") and not _is_shared(document, match):
            name = document.text[match.start(group) : match.end(group)]
            right = f"{_TITLES[form].capitalize()} Report on Form {name}"
            yield NameUse(Span(*match.span()), "form", right, misnomer=True, replacement=right, verified=True)
    for match in _UNTITLED.finditer(document.text):
        before = document.folded[max(0, match.start() - 14) : match.start()]
        if not _QUALIFIED.search(before):
            yield NameUse(Span(*match.span()), "form", "Quarterly Report on Form 10-Q", misnomer=True, replacement="Quarterly Report on Form 10-Q")


def _is_shared(document: Document, match: re.Match[str]) -> bool:
    """“annual and quarterly reports on Form 10-Q and Form 10-K”: the titles are shared out among the forms."""
    before = document.folded[max(0, match.start() - 16) : match.start()]
    return bool(_SHARED_BEFORE.search(before)) or bool("reports" in match.group() and _SHARED_AFTER.match(document.folded, match.end()))


def _of_another_period(document: Document) -> Iterator[NameUse]:
    """A 10-K is for the year and a 10-Q for a quarter; transition reports may be for any time."""
    for pattern, right in ((_OF_A_QUARTER, "Annual Report on Form 10-K for the year"), (_OF_A_YEAR, "Quarterly Report on Form 10-Q for the quarter")):
        for match in pattern.finditer(document.folded):
            before = document.folded[max(0, match.start() - 30) : match.start()]
            if "transition" not in before and not before.endswith(("report on ", "reports on ")):
                yield NameUse(Span(*match.span()), "form", right, misnomer=True)
