"""Lines whose breaks were lost on the way (`Jane RoeChief Executive OfficerTel: …`), set apart again."""

from __future__ import annotations

import itertools
import re

from disclint.anatomy.contacts import reach
from disclint.model import Document, Span

_LABEL = re.compile(
    r"(?<=[A-Za-z\u00df-\u00ff0-9).])(?=(?:E-?[Mm]ail|Phone|Tel|Telephone|Mobile|Cell|Fax|Web|Website|Internet)\b ?[.:+(\d]|(?<![A-Z])[TEPMW]: ?[\w+(])|"
    r"(?<=[a-z\d\u00df-\u00ff])(?=e[-\u2010\u2011]?mail ?:)|(?<=\d{4})(?=[A-Z][a-z]+ [A-Z])|(?<=[a-z\u00df-\u00ff])(?=(?:investor|media|press) (?:relations|contact))|"
    r"(?<=[A-Za-z\u00df-\u00ff)])(?=\(?\d{3}[). -]{1,2}\d{3}[. -]\d{4}|\+\d)|(?<=\d{3})(?=(?:E-?[Mm]ail|Fax|Tel|Mobile)\b)"
)
_ROLE = re.compile(
    r"(?:(?:[A-Z][A-Za-z]+ )?(?:Contacts?(?: Details)?|CONTACTS?|Relations|Inquiries|Enquiries)|Media|Press|Investors?)(?=[A-Z\u00c0-\u00de][A-Za-z\u00df-\u00ff]+ )"
)
_SHORT = re.compile(
    r"\b(?:AG|SE|Inc|Inc\.|LLC|Ltd|Ltd\.|Corp|Corp\.|Oyj|ASA|AB|KGaA|GmbH|IR|PR|CEO|CFO|COO|CTO)(?=[A-Z][a-z])|[a-z\u00df-\u00ff](?=(?:CEO|CFO|COO|CTO|IR|PR|VP|EVP|SVP)\b)"
)
_CAMEL = re.compile(
    r"(?<=[a-z\u00df-\u00ff]{2})(?=[A-Z\u00c0-\u00d6\u00d8-\u00de][A-Za-z\u00df-\u00ff])|(?<=[a-z]\.)(?=[A-Z][a-z])|(?<=[a-z]\))(?=[A-Z])"
)
_TITLE = re.compile(r"[a-z.](?:Chief|Chair|President|Head|Director|Founder|C[EFO]O|Vice|Investor|Managing)\b")
_HUMP = re.compile(r"[a-z\u00df-\u00ff](?=[A-Z])")
_PREFIXES = frozenset("mc mac de le la van di du fitz o bio mega micro life net pay bit".split())
_STOP = re.compile(r"[a-z]{3}\. [A-Z]")
_PER_ADDRESS = 260  # so many characters of a line for each address in it are still contacts


def is_run_together(document: Document, span: Span) -> bool:
    """Whether a long line is contacts whose line breaks were lost, not sentences."""
    words = document.text[span.start : span.end]
    addresses = len(reach.emails(document.text, span.start, span.end)) if "@" in words else 0
    return addresses > 0 and len(_STOP.findall(words)) <= addresses and len(span) < _PER_ADDRESS * addresses


def apart(document: Document, span: Span) -> list[Span]:
    """The line, cut where its parts run into each other."""
    text = document.text
    words = text[span.start : span.end]
    role = _ROLE.match(words)
    if "@" not in words and not role and not _LABEL.search(words):
        return [span]
    cuts = {span.start + role.end()} if role else set()
    cuts |= {m.start() for m in _LABEL.finditer(text, span.start, span.end)}
    addresses = reach.emails(text, span.start, span.end)
    for address in addresses:
        if address.start > span.start and (text[address.start - 1].isalnum() or text[address.start - 1] == "."):
            cuts.add(address.start)
        if address.end < span.end and (text[address.end].isalnum() or text[address.end] in "+("):
            cuts.add(address.end)
    cuts |= {m.end() for m in _SHORT.finditer(text, span.start, span.end)}
    if cuts or _TITLE.search(words):
        cuts |= {
            m.start()
            for m in _CAMEL.finditer(text, span.start, span.end)
            if not any(address.start < m.start() < address.end for address in addresses) and _breaks(document, m.start(), span)
        }
    return [Span(a, b) for a, b in itertools.pairwise([span.start, *sorted(cuts), span.end]) if text[a:b].strip()]


def _breaks(document: Document, at: int, span: Span) -> bool:
    """Whether two words were run together here; a spelling that the release uses elsewhere is a name (`BioMed`)."""
    text = document.text
    start, end = at, at
    while start > span.start and (text[start - 1].isalnum() or text[start - 1] in "-'\u2019"):
        start -= 1
    while end < span.end and (text[end].isalnum() or text[end] in "-'\u2019"):
        end += 1
    if text[at - 1] == ".":
        return not any(mark in text[max(0, start - 8) : at] for mark in ("www", "http"))
    if text[start:at].lower() in _PREFIXES or text.count(text[start:end]) > 1:
        return False
    left = max((m.end() for m in _HUMP.finditer(text, start, at)), default=start)
    right = next((m.end() for m in _HUMP.finditer(text, at + 1, end)), end)
    return text.count(text[left:right]) == 1
