"""The lines of a release as contacts are read from them: each with its label, what was run together set apart again."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.anatomy import reach
from disclint.model import Block, Document, Role, Span

_PROSE = 170  # a line longer than this is read as sentences
_ROLE_WORDS = (
    r"investors?|analysts?|shareholders?|stockholders?|unitholders?|media|press|news|editorial|journalists?|public|corporate|company|general|financial|"
    r"finance|trade|business|sales|marketing|government|community|external|industry|partner|partnership|customer|agency|reader|global|group|ir|pr"
)
_NOUNS = (
    r"contacts?|relations|inquir(?:y|ies)|enquir(?:y|ies)|quer(?:y|ies)|questions|information|desk|team|office|department|affairs|communications?"
)
_LABEL_WORD = re.compile(
    rf"(?:{_ROLE_WORDS}|{_NOUNS}|for|all|any|further|more|additional|please|to|at|of|the|and|in|by|with|about|on|us|our|is|are|from|or|other|person|persons|details|"
    r"certified|nominated|advis[eo]rs?|nomad|brokers?|joint|sole|enqs|kontakt|ansprechpartner|pressekontakt|ansprechpartnerin|interview|interviews|requests?|"
    r"international|north|america|europe|asia|germany|uk|u\.?s\.?a?\.?|u\.k\.|usa|canada|china|hong|kong|u\.?s)\b[.,]?|[&/|+-]"
)
_KEY = re.compile(
    r"\bcontacts?(?:ed|ing)?\b|\b[ie]nquir(?:y|ies)\b|\bquer(?:y|ies)\b|\b(?:further|more|additional|for) information\b|\bquestions\b|\bnomad\b|nominated advis|"
    r"\bbrokers?\b|certified advis|\bkontakt\b|ansprechpartner|pressekontakt|(?:media|press|public|investor|investors|analyst|shareholder|stockholder|unitholder) relations"
)
_WEAK_KEY = re.compile(r"\b(?:media|press|investors?|analysts?|shareholders?|company|corporate|relations|ir|pr|journalists?)\b")
_DETAIL_LABEL = re.compile(
    r"(?:tel|telephone|phone|mobile|cell|fax|e-?mail|web|website|internet|direct|office|address|t|e|p|m|f|w|o|c|ph|mob|url|linkedin|twitter|x|facebook)\b[.:]"
)
CONTACT_SENTENCE = re.compile(
    r"(?:\bplease (?:also )?(?:feel free to )?(?:contact|call|e-?mail|reach(?: out to)?)\b|\b(?:information|questions|inquiries|enquiries|details)\b[^.:;]{0,160}?"
    r"\b(?:contact|call|e-?mail|directed to|reach)\b|^ ?(?:/ ?)?contacts? ?:|\bor contact\b|\bcontact us\b|^to (?:contact|speak)[^.]{0,60}\b(?:contact|call|e-?mail)\b)"
    r"[ :]*"
)
_NO_CONTACT = re.compile(
    r"prospectus|offering memorandum|offering circular|conference call|\bdial|replay|webcast|passcode|transfer agent|information agent|tender agent|depositary|"
    r"exchange agent|solicitation agent|proxy|dealer manager|adverse|side effect|prescrib|patients|clinicaltrials|enrol|registrar|subscription agent|"
    r"helpline|hotline|copies of|written request|bookrunning|book-running|registration statement|ticket|book (?:a|your)|reservation|careers|job|toll-free number"
)
_CONTACT_COLON = re.compile(r"[/ ]*contacts? ?:")
_MEDIA = re.compile(r"\b(?:media|press|journalists?|public relations|pr|editorial|news|presse(?:kontakt)?|interviews?)\b")
_INVESTOR = re.compile(r"\b(?:investors?|shareholders?|stockholders?|unitholders?|analysts?|ir)\b")
_GENERAL = re.compile(r"\b(?:contacts?|information|[ie]nquir(?:y|ies)|questions|quer(?:y|ies)|kontakt|ansprechpartner)\b")
_COLON = re.compile(r":(?!//)")
_LEAD = re.compile(r"[\s/*\u2022\u00b7>\u2013\u2014_#-]*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line as set, or one paragraph of prose; `label` is what introduces the contacts in it or below it."""

    span: Span
    block: int
    prose: bool
    label: Span | None = None
    role: Role | None = None
    strong: bool = False  # the label says itself that contacts follow
    column: int = 0

    @property
    def rest(self) -> Span:
        return Span(self.label.end, self.span.end) if self.label else self.span


def role_of(words: str) -> Role | None:
    """The role that (folded) words give: `media relations`."""
    media, investor = _MEDIA.search(words), _INVESTOR.search(words)
    if media and investor:
        return "both"
    if media or investor:
        return "media" if media else "investor"
    return "general" if _GENERAL.search(words) else None


def contact_lines(document: Document) -> list[Line]:
    """All lines of the document, in reading order; a small table is read down its columns or along its rows, as its contacts stand."""
    lines: list[Line] = []
    for number, block in enumerate(document.blocks):
        if block.kind == "table":
            lines.extend(_labelled(document, span, number, False, 0) for span in _cells(document, block))
        elif _is_prose(document, block):
            lines.append(_labelled(document, block.span, number, True, block.column))
        else:
            for span in block.lines or (block.span,):
                lines.extend(_labelled(document, part, number, False, block.column) for part in unglued(document, span))
    return [line for line in lines if len(line.span)]


def _is_prose(document: Document, block: Block) -> bool:
    """Whether a block's lines are wrapped sentences rather than lines set one by one."""
    size = len(block.span)
    if len(block.lines) <= 1:
        return size > _PROSE and not _is_run_together(document, block.span)
    body = block.lines[:-1]
    widths = sorted(len(line) for line in body)
    full = widths[0] > 48 or (widths[len(widths) // 2] > 60 and size > 240)
    return full and size > 90


def _is_run_together(document: Document, span: Span) -> bool:
    """Whether a long line is contacts whose line breaks were lost, not sentences."""
    addresses = len(reach.emails(document.text, span.start, span.end)) if "@" in document.text[span.start : span.end] else 0
    stops = len(re.findall(r"[a-z]{3}\. [A-Z]", document.text[span.start : span.end]))
    return addresses > 0 and stops <= addresses and len(span) < 260 * addresses


def _cells(document: Document, block: Block) -> Iterator[Span]:
    """The cells of a small table that holds e-mail addresses or telephone numbers; none of a table of figures."""
    words = document.folded[block.span.start : block.span.end]
    if len(block.rows) > 30 or len(words) > 2500 or not ("@" in words or "contact" in words or "tel" in words or "phone" in words):
        return
    width = max(len(row) for row in block.rows)
    first = [cell for cell in block.rows[0] if len(cell)]
    down = len(first) > 1 and all(not reach.phones(document.text, document.folded, cell.start, cell.end) for cell in first)
    labels = [bool(_label(document, cell)) for cell in first]
    if down and labels[0] and not labels[1]:
        down = False
    if down:
        yield from (row[column] for column in range(width) for row in block.rows if column < len(row))
    else:
        yield from (cell for row in block.rows for cell in row)


def _labelled(document: Document, span: Span, block: int, prose: bool, column: int) -> Line:
    plain = not prose or _CONTACT_COLON.match(document.folded, span.start, span.end)
    found = _label(document, span) if plain else _sentence_label(document, span)
    if not found:
        return Line(span, block, prose, column=column)
    label, strong = found
    return Line(span, block, prose, label, role_of(document.folded[label.start : label.end]), strong, column)


def _sentence_label(document: Document, span: Span) -> tuple[Span, bool] | None:
    """The words of a sentence that send the reader to the contact: `For further information, please contact`."""
    folded = document.folded
    if not any(word in folded[span.start : span.end] for word in ("contact", "call", "mail", "questions", "reach")):
        return None
    last = None
    for match in CONTACT_SENTENCE.finditer(folded, span.start, span.end):
        last = match
    if not last:
        return None
    sentence = folded[max(span.start, folded.rfind(". ", span.start, last.start()) + 1) : _sentence_end(folded, last.end(), span.end)]
    if _NO_CONTACT.search(sentence):
        return None
    return Span(last.start(), last.end()), True


def _sentence_end(folded: str, start: int, end: int) -> int:
    stop = re.compile(r"[a-z)]{3}\. ").search(folded, start, end)
    return stop.end() if stop else end


def _label(document: Document, span: Span) -> tuple[Span, bool] | None:
    """The label that opens a line, and whether it says by itself that contacts follow."""
    folded = document.folded
    start = _LEAD.match(folded, span.start, span.end).end()  # type: ignore[union-attr]
    colon = _COLON.search(folded, start, min(span.end, start + 140))
    if colon:
        head = folded[start : colon.start()]
        if _DETAIL_LABEL.match(head + ":") or "@" in head or len(re.findall(r"\d", head)) > 4:
            return _sentence_in_line(document, Span(start, span.end))
        nested = _label(document, Span(colon.end(), span.end)) if colon.end() < span.end else None
        end = nested[0].end if nested else colon.end()
        if _KEY.search(head):
            return Span(start, end), True
        if _WEAK_KEY.search(head) and len(head) < 60:
            return Span(start, end), bool(nested and nested[1])
        if nested:
            return (Span(start, end), nested[1]) if len(head) < 40 and head in ("contact", "source") else None
        return _sentence_in_line(document, Span(start, span.end))
    words = folded[start : span.end].strip(" .*_:#-")
    if len(words) > 90:
        return _sentence_in_line(document, Span(start, span.end))
    if _KEY.search(words) and (len(words) < 60 and not _has_sentence(words) and not re.search(r"\d{3}|@", words)):
        if _only_label_words(words) or re.search(r"\bcontacts?\b|[ie]nquiries|further information|more information", words):
            return Span(start, span.end), bool(re.search(r"contact|[ie]nquir|information|quer|questions", words))
    if _WEAK_KEY.search(words) and len(words) < 60 and _only_label_words(words):
        return Span(start, span.end), False
    return _sentence_in_line(document, Span(start, span.end))


def _has_sentence(words: str) -> bool:
    return bool(re.search(r"\b(?:is|are|was|were|will|has|have|can|may|this|visit|see|found|available|obtained|contained)\b", words))


def _only_label_words(words: str) -> bool:
    return not _LABEL_WORD.sub("", words).strip(" .,:()&/")


def _sentence_in_line(document: Document, span: Span) -> tuple[Span, bool] | None:
    words = document.folded[span.start : span.end]
    if "contact" not in words and "information" not in words and "questions" not in words and "quiries" not in words:
        return None
    found = _sentence_label(document, span)
    if found and re.search(r"\d{3}|@", words[found[0].start - span.start :]) or words.rstrip(" :.").endswith(("contact", "contact us")):
        return found
    opening = re.match(r"contacts? (?=(?:investor|media|press|public|corporate)\b)(?:[a-z]+ (?:and|&|/) )?(?:[a-z]+ )?relations ", words)
    return (Span(span.start, span.start + opening.end()), True) if opening else None


_GLUED_LABEL = re.compile(
    r"(?<=[a-z\u00df-\u00ff0-9).])(?=(?:E-?[Mm]ail|Phone|Tel|Telephone|Mobile|Cell|Fax|Web|Website|Internet)\b ?[.:+(\d]|[TEPMW]: ?[\w+(])|"
    r"(?<=\d{3})(?=(?:E-?[Mm]ail|Fax|Tel|Mobile)\b)"
)
_CAMEL = re.compile(
    r"(?<=[a-z\u00df-\u00ff]{2})(?=[A-Z\u00c0-\u00d6\u00d8-\u00de][a-z\u00df-\u00ff])|(?<=[a-z]\.)(?=[A-Z][a-z])|(?<=[a-z]\))(?=[A-Z])"
)
_PREFIXES = ("mc", "mac", "de", "le", "la", "van", "di", "du", "fitz", "o", "bio", "mega", "micro", "life", "net", "pay", "bit")


def unglued(document: Document, span: Span) -> list[Span]:
    """The line, cut where a lost line break has run its parts together."""
    text = document.text
    words = text[span.start : span.end]
    if "@" not in words and not _GLUED_LABEL.search(words):
        return [span]
    cuts = {m.start() for m in _GLUED_LABEL.finditer(text, span.start, span.end)}
    for address in reach.emails(text, span.start, span.end):
        if address.start > span.start and (text[address.start - 1].isalnum() or text[address.start - 1] == "."):
            cuts.add(address.start)
        if address.end < span.end and (text[address.end].isalnum() or text[address.end] == "+"):
            cuts.add(address.end)
    if cuts or re.search(r"[a-z.](?:Chief|Chair|President|Head|Director|Founder|C[EFO]O|Vice|Investor|Managing)\b", words):
        inside = reach.emails(text, span.start, span.end)
        for match in _CAMEL.finditer(text, span.start, span.end):
            if not any(address.start < match.start() < address.end for address in inside) and _breaks(document, match.start(), span):
                cuts.add(match.start())
    bounds = [span.start, *sorted(cuts), span.end]
    return [Span(a, b) for a, b in zip(bounds, bounds[1:], strict=False) if document.text[a:b].strip()]


def _breaks(document: Document, at: int, span: Span) -> bool:
    """Whether two words were run together here; a spelling that the release uses elsewhere is a name (`BioMed`)."""
    text = document.text
    start, end = at, at
    while start > span.start and (text[start - 1].isalnum() or text[start - 1] in "-'\u2019"):
        start -= 1
    while end < span.end and (text[end].isalnum() or text[end] in "-'\u2019"):
        end += 1
    left, token = text[start:at], text[start:end]
    if text[at - 1] == ".":
        return not re.search(r"(?:www|https?)", text[start - 8 if start > 8 else 0 : at])
    return left.lower() not in _PREFIXES and text.count(token) == 1
