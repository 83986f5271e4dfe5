"""Telephone numbers and e-mail addresses, as written."""

from __future__ import annotations

import re

from disclint.model import Span

_SEPARATOR = r"[ .\u00b7/-]{1,2}| - |\)[ .-]?|[ .-]?\("
# A run of digit groups; what it is (date, amount, identifier or telephone number) is told afterwards.
_RUN = re.compile(rf"(?<![\w$\u20ac\u00a3#@.,])(?:\(?\+ ?|\()?\d{{1,14}}(?:(?:{_SEPARATOR})\d{{1,12}}){{0,9}}\)?(?![\w@%])")
_VANITY = re.compile(
    r"(?<![\w.])(?:\+?1[ -])?\(?8\d\d\)?[ -](?=[A-Z\d-]*[A-Z]{2})[A-Z\d]{2,10}(?:-[A-Z\d]{1,8}){0,2}(?: \(\d[\d -]{4,12}\))?(?![\w@])"
)
_SHORT_EXTENSION = re.compile(r" ?[xX] ?\d{1,6}\b")
_LABEL = re.compile(
    r"(?:\b(?:tel|telephone|phone|ph|mobile|mob|cell|cellphone|direct|office|switchboard|main|toll[ -]free|call|at|t|p|m|o|d|c|handy|telefon|tlf|puh|tfn)"
    r"(?:\.|\b)(?: ?(?:no|number|nr|line|us|uk)\b\.?)?(?: \([a-z .]{1,16}\))?[ :.)]*\+?\(?)$"
)
_FAX_BEFORE = re.compile(r"(?:\b(?:fax|facsimile|telefax|telecopier|f)\b(?: ?(?:no|number|nr)\b\.?)?[ :.,]*(?:at )?\(?\+?)$")
_FAX_AFTER = re.compile(r" ?\(?(?:fax|facsimile|telefax)\b\)?(?![.:]? ?[\d(+])|[ ,]*\(f\)")
_OTHER_BEFORE = re.compile(
    r"(?:\b(?:sedar\+?|isin|wkn|lei|cusip|id|pin|code|passcode|access code|conference|confirmation|number|no|nr|file|registration|reg|vat|ein|zip|plz|box|crd|"
    r"company no|abn|acn|siren|code is|hrb|usc|section|form|rule|phase|nct|replay)\b[ .:#]*\(?)$"
)
_DATE = re.compile(r"(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)?\d\d|(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d\d ?[/-] ?(?:19|20)\d\d)")
_AMERICAN = re.compile(r"\(?\d{3}\)?[ ./\u00b7-]{0,3}\d{3}[ .\u00b7-]{1,3}\d{4}|1?8\d\d[ .-]\d{3}[ .-]\d{4}")

_UNBROKEN = re.compile(r"[2-9]\d\d[2-9]\d{6}(?= \S{1,64}@)")  # `Jane Roe 4192447100 jroe@…`
_NATIONAL = re.compile(r"\(?0\d{1,4}\)?(?:[ ./-]{1,2}\d{2,8}){1,4}")
_HYPHENED = re.compile(r"\d{1,3}(?:-\d{1,4}){2,4}")

EMAIL = re.compile(r"\w[\w.+&'-]{0,63}@(?:[\w-]{1,63}\.){1,5}(?:[a-z]{2,6}(?=https?:)|(?:[a-z]{2,14}|[A-Z]{2,14})(?![a-z@]))")
# Addresses with a slip of the keyboard are addresses still; what is wrong with them is a rule's affair.
_BROKEN_EMAIL = re.compile(
    r"\w[\w.+&'-]{0,63}(?:@@[\w-]+\.[\w.-]*\w|@[\w-]+\.\.[a-z]{2,4}\b|@[\w-]+ ?, ?(?:com|net|org|ca)\b|@[\w-]{3,}(?![\w.@-])"
    r"|(?: @ ?|@ )[\w-]+\.{1,2}(?:[\w-]+\.)?(?:com|net|org|co|ca|de|se)(?![\w-]))"
)


def phones(text: str, folded: str, start: int, end: int) -> list[Span]:
    """The telephone numbers of a contact's line; fax numbers, dates, identifiers and amounts are none."""
    found = [Span(*m.span()) for m in _VANITY.finditer(text, start, end)]
    for match in _RUN.finditer(folded, start, end):
        span = _trimmed(text, match)
        if any(span.touches(other) for other in found):
            continue
        for part in _apart(folded, span):
            if _is_phone(folded, part, start, end):
                extension = _SHORT_EXTENSION.match(folded, part.end, end)
                found.append(Span(part.start, extension.end()) if extension else part)
    return sorted(found)


def emails(text: str, start: int, end: int) -> list[Span]:
    """The e-mail addresses of the range, without what stands run together with them."""
    whole = [m.span() for m in EMAIL.finditer(text, start, end)]
    whole += [m.span() for m in _BROKEN_EMAIL.finditer(text, start, end) if not any(a < m.end() and m.start() < b for a, b in whole)]
    found = [_cut_email(text, start, Span(*span)) for span in sorted(whole)]
    return [span for span in found if text[span.start] != "@"]


def _trimmed(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    group = text[start:end]
    if group.startswith("(") and (")" not in group or (group.endswith(")") and group.count(")") == 1 and group[1] != "+" and len(group) > 9)):
        start += 1
        group = group[1:]
    if group.endswith(")") and group.count("(") < group.count(")"):
        end -= 1
    return Span(start, end)


_SEVERAL_AMERICAN = re.compile(rf"(?:{_AMERICAN.pattern})(?:[ ]?[/ ][ ]?(?:{_AMERICAN.pattern}))+")


def _apart(folded: str, span: Span) -> list[Span]:
    """Numbers that strokes or spaces set apart."""
    if not _SEVERAL_AMERICAN.fullmatch(folded, span.start, span.end):
        return [span]
    return [Span(*number.span()) for number in _AMERICAN.finditer(folded, span.start, span.end)]


def _is_phone(folded: str, span: Span, start: int, end: int) -> bool:
    number = folded[span.start : span.end]
    digits = sum(c.isdigit() for c in number)
    before = folded[max(start, span.start - 28) : span.start]
    if not 6 <= digits <= 16 or _FAX_BEFORE.search(before) or _FAX_AFTER.match(folded, span.end, end) or _DATE.fullmatch(number):
        return False
    if number[0] == "+" or number.startswith("(+"):
        return digits >= 7
    if _LABEL.search(before):
        return True
    if _OTHER_BEFORE.search(before) or digits < 7:
        return False
    if _UNBROKEN.match(folded, span.start, end) or _AMERICAN.fullmatch(number) or (digits in (10, 11) and _AMERICAN.search(number)):
        return True
    if "." in number and " " in number:
        return False
    return digits >= 8 and (_NATIONAL.fullmatch(number) or _HYPHENED.fullmatch(number)) is not None


# What an e-mail address is often run together with where a line break was lost: `3000info@`, `CEOroe@`, `LLCroe@`, `Relationsir@`, `Roejane@`.
_GLUED_NUMBER = re.compile(r"[A-Za-z.]*(?:1-)?\d{3}[-.]\d{3}[-.]\d{4}(?=[A-Za-z])")
_GLUED_SITE = re.compile(r"www\.[\w-]+\.(?:com|net|org|ca|de|io|ai)(?=[a-z])")
_GLUED_DIGITS = re.compile(r"x?[\d-]*\d(?=[A-Za-z])")
_GLUED_SHORT = re.compile(r"(?:[A-Z][a-z]+)?(?:CEO|CFO|COO|CTO|LLC|GmbH|AG|Oyj?|Inc\.?|Ltd\.|Corp\.|Limited)(?=[A-Za-z][\w.-]*@)")
_GLUED_WORD = re.compile(
    r"[\w.]*?(?:Relations|relations|Officer|Communications|Manager|Director|President|[Cc]ontact|E-?mail|Founder|Group|Corporation|Company|Inc|Ltd|Corp)[.:]?(?=[A-Za-z][\w.-]+@)"
)
_OFFICES = frozenset("press info media investors investor contact office mail news".split())
_LAST_NAME = re.compile(r"[^\W\d_][\w'\u2019-]*(?=[,.]?$)")
_CASE_BREAK = re.compile(r"[a-z\u00df-\u00ff](?=[A-Z][\w.]*@)")
_SEPARATED = ":|/<(\u2013\u2014"


def _cut_email(text: str, floor: int, span: Span) -> Span:
    """The address without the words and digits that ran into it."""
    at = text.index("@", span.start)
    site = text.find("www.", at + 2, span.end)
    span, local = Span(span.start, site if site > 0 else span.end), text[span.start : at]
    before = text[max(floor, span.start - 40) : span.start]
    digits = _GLUED_DIGITS.match(text, span.start, span.end)
    for pattern in (_GLUED_NUMBER, _GLUED_SHORT, _GLUED_SITE):
        glued = pattern.match(text, span.start, span.end)
        if glued:
            return Span(glued.end(), span.end)
    if digits and (sum(c.isdigit() for c in digits.group()) > 4 or before[-2:].strip().isdigit()):
        return Span(digits.end(), span.end)
    if not before.strip() or before.rstrip()[-1] in _SEPARATED or not before[-1].isspace():
        return span
    word = _GLUED_WORD.match(text, span.start, span.end)
    if word:
        return Span(word.end(), span.end)
    return Span(span.start + _surname_length(before.split()[-1], local), span.end)


def _surname_length(first: str, local: str) -> int:
    """How many letters of a local part are the surname that ran into it; `first` is the word before, perhaps the first name."""
    word = _LAST_NAME.search(first)
    if not word or not local[0].isupper() or not word.group()[0].isupper():
        return 0
    broken = _CASE_BREAK.search(local + "@")
    if broken:
        return broken.end()
    name = word.group().lower()
    for length in range(3, len(local) - 1):
        family, rest = local[:length].lower(), local[length:].lower()
        initials = name[:1] + "".join(part[:1] for part in family.split("-"))
        if local[length - 1].isalpha() and (
            (len(name) > 2 and rest.startswith(name))
            or rest.startswith((name[:1] + family[:4], name[:1] + "." + family[:4]))
            or rest in _OFFICES
            or (rest == initials and len(rest) > 2)
        ):
            return length
    return 0
