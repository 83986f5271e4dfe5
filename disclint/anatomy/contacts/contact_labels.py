"""What introduces contacts: `MEDIA CONTACT:`, `For further information, please contact`, and the role such words give."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclint.model import Document, Role, Span

_KEYS = frozenset(
    """
    contact contacts contacted contacting inquiry inquiries enquiry enquiries query queries questions nomad broker brokers kontakt ansprechpartner
    ansprechpartnerin pressekontakt
    """.split()
)
_KEY_PHRASES = (
    "further information", "more information", "additional information", "for information", "nominated advis", "certified advis",
    "media relations", "press relations", "public relations", "investor relations", "investors relations", "analyst relations",
    "shareholder relations", "stockholder relations", "unitholder relations",
)  # fmt: skip
_WEAK_KEYS = frozenset(
    "media press investor investors analyst analysts shareholder shareholders company corporate relations ir pr journalist journalists".split()
)
# A line of these words alone is a label, not a name and not a sentence.
_LABEL_WORDS = (
    _KEYS
    | _WEAK_KEYS
    | frozenset(
        """
        stockholder stockholders unitholder unitholders news editorial public general financial finance trade business sales marketing government community
        external industry partner partnership customer agency reader global group relations information desk team office department affairs communication
        communications for all any further more additional please to at of the and in by with about on us our is are from or other person persons details
        certified nominated adviser advisers advisor advisors joint sole enqs interview interviews request requests international north america europe asia
        germany uk us usa u.s u.k u.s.a canada china hong kong
        """.split()
    )
)
_SENTENCE_WORDS = frozenset("is are was were will has have can may this visit see found available obtained contained".split())
_DETAIL_LABELS = frozenset(
    """
    tel telephone phone mobile cell fax email e-mail web website internet direct office address t e p m f w o c ph mob url linkedin twitter x facebook
    """.split()
)
_SENTENCE = re.compile(
    r"(?:\bplease (?:also )?(?:feel free to )?(?:contact|call|e-?mail|reach(?: out to)?)\b|"
    r"\b(?:information|questions|[ie]nquiries|details)\b[^.:;]{0,160}?\b(?:contact|call|e-?mail|(?:directed|addressed|put|sent|referred) to|reach)\b|\bor contact\b|\bcontact us\b)[ :]*"
)
_OTHER_OFFICES = (  # whom a sentence sends the reader to for another purpose
    "prospectus", "offering memorandum", "offering circular", "conference call", "dial", "replay", "webcast", "passcode", "transfer agent",
    "information agent", "tender agent", "depositary", "exchange agent", "solicitation agent", "proxy", "dealer manager", "adverse", "side effect",
    "prescrib", "patients", "clinicaltrials", "enrol", "registrar", "subscription agent", "helpline", "hotline", "copies of", "written request",
    "bookrunning", "book-running", "registration statement", "ticket", "book a", "book your", "reservation", "careers", "job", "representative", "financial adviser", "financial advisor", "your broker", "toll-free number",
)  # fmt: skip
_MEDIA = frozenset("media press journalist journalists pr editorial news presse pressekontakt interview interviews".split())
_INVESTOR = frozenset("investor investors shareholder shareholders stockholder stockholders unitholder unitholders analyst analysts ir".split())
_GENERAL = frozenset("contact contacts information inquiry inquiries enquiry enquiries questions query queries kontakt ansprechpartner".split())
_WORD = re.compile(r"[a-z\u00df-\u00ff][a-z\u00df-\u00ff'-]*(?:\.[a-z])*")
_COLON = re.compile(r":(?!//)")
_LONGEST_FLATTENED = 700
_HEADS = re.compile(r"(?:(?:media|press|investors?|company|corporate|reader|agency|ir|pr)\b[a-z /&]{0,30}: *){2,4}")
_HEAD = re.compile(r"[^:\s][^:]*:")
_LEAD = re.compile(r"[\s/*\u2022\u00b7>\u2013\u2014_#-]*")
_END = re.compile(r"[a-z)]{3}\. ")
_DASH = re.compile(r" [-\u2013\u2014]{1,2} ")
_UNMARKED = re.compile(r"contacts? (?=(?:investor|media|press|public|corporate)\b)(?:[a-z]+ (?:and|&|/) )?(?:[a-z]+ )?relations ")


@dataclass(frozen=True, slots=True)
class Label:
    """Words that introduce contacts; `strong` where they say so themselves (`contact`), not by an office's name alone (`Media`)."""

    span: Span
    role: Role | None
    strong: bool
    heads: tuple[Span, ...] = ()  # several labels one behind the other: contacts set side by side that have been flattened


def role_of(words: str) -> Role | None:
    """The role that (folded) words give: `media relations`."""
    found = set(_WORD.findall(words))
    media, investor = not _MEDIA.isdisjoint(found) or "public relations" in words, not _INVESTOR.isdisjoint(found)
    if media and investor:
        return "both"
    if media or investor:
        return "media" if media else "investor"
    return None if _GENERAL.isdisjoint(found) else "general"


def line_label(document: Document, span: Span) -> Label | None:
    """The label that opens a line."""
    found = _label(document.folded, span.start, span.end)
    return _named(document, *found) if found else None


def sentence_label(document: Document, span: Span) -> Label | None:
    """The words of a sentence that send the reader to the contact."""
    found = _in_sentence(document.folded, span.start, span.end)
    return _named(document, *found) if found else None


def flattened_labels(document: Document, span: Span) -> Label | None:
    """The labels, one behind the other, that open a block of flattened columns."""
    match = _HEADS.match(document.folded, span.start, span.end)
    if not match or len(span) > _LONGEST_FLATTENED or match.end() == span.end:
        return None
    words = document.text[match.end() : span.end]
    if "@" not in words and sum(c.isdigit() for c in words) < 10:
        return None
    heads = tuple(Span(*m.span()) for m in _HEAD.finditer(document.folded, match.start(), match.end()))
    return Label(Span(*match.span()), "general", True, heads)


def _named(document: Document, start: int, end: int, strong: bool) -> Label:
    return Label(Span(start, end), role_of(document.folded[start:end]), strong)


def _has_key(words: str) -> bool:
    return not _KEYS.isdisjoint(_WORD.findall(words)) or any(phrase in words for phrase in _KEY_PHRASES)


def _label(folded: str, start: int, end: int) -> tuple[int, int, bool] | None:
    lead = _LEAD.match(folded, start, end)
    start = lead.end() if lead else start
    colon = _COLON.search(folded, start, min(end, start + 140))
    if colon:
        return _before_colon(folded, start, colon.start(), end)
    words = folded[start:end].strip(" .*_:#-")
    if named := _before_name(words):
        return start, start + named, True
    if words.endswith((" office", "headquarters")):
        return None
    if len(words) < 60:
        tokens = set(_WORD.findall(words))
        only = tokens <= _LABEL_WORDS and bool(tokens)
        if _has_key(words) and tokens.isdisjoint(_SENTENCE_WORDS) and "@" not in words and sum(c.isdigit() for c in words) < 3:
            says = not _KEYS.isdisjoint(tokens) or "information" in tokens
            if only or says:
                return start, end, says
        if only and not _WEAK_KEYS.isdisjoint(tokens):
            return start, end, False
    return _in_line(folded, start, end)


def _before_colon(folded: str, start: int, colon: int, end: int) -> tuple[int, int, bool] | None:
    head = folded[start:colon]
    if named := _before_name(head):
        return start, start + named, True
    tokens = _WORD.findall(head)
    if (tokens and tokens[0] in _DETAIL_LABELS and len(tokens) < 3) or "@" in head or sum(c.isdigit() for c in head) > 4:
        return _in_line(folded, start, end)
    if "," in head and not _introduces(head):
        return _in_line(folded, start, end)
    if parted := _before_dash(head):
        return start, start + parted, _has_key(head)
    nested = _label(folded, colon + 1, end) if colon + 1 < end else None
    if _has_key(head):
        return start, nested[1] if nested else colon + 1, True
    firm = bool(tokens) and tokens[-1] in _DETAIL_LABELS and not set(tokens) <= _LABEL_WORDS | _DETAIL_LABELS  # `Roe & Co. (financial PR) Tel:`
    if len(head) < 60 and not _WEAK_KEYS.isdisjoint(tokens) and not firm:
        return start, nested[1] if nested else colon + 1, bool(nested and nested[2])
    return None if nested else _in_line(folded, start, end)


def _before_dash(head: str) -> int | None:
    """Where the name begins behind an office and a dash: `roe partners (media) - jane doe`."""
    dash = _DASH.search(head)
    office, behind = (_WORD.findall(head[: dash.start()]), _WORD.findall(head[dash.end() :])) if dash else ([], [])
    return (
        dash.end() if dash and not _WEAK_KEYS.isdisjoint(office) and len(behind) > 1 and (_LABEL_WORDS | _DETAIL_LABELS).isdisjoint(behind) else None
    )


def _before_name(words: str) -> int | None:
    """Where the name begins behind an office that no colon parts from it: `contact investor relations jane roe`."""
    opening = _UNMARKED.match(words)
    behind = _WORD.findall(words[opening.end() :]) if opening else []
    return opening.end() if opening and len(behind) > 1 and _LABEL_WORDS.isdisjoint(behind) else None


def _introduces(head: str) -> bool:
    """Whether words with a comma in them are a label (`For more information, contact`), not a person with a position."""
    first, _, last = head.partition(",")
    tokens = _WORD.findall(last.rpartition(",")[2])
    if not tokens or tokens[0] in _DETAIL_LABELS:
        return False
    return _has_key(first) or set(_WORD.findall(first)) <= _LABEL_WORDS or set(tokens) <= {"please", "contact", "call"}


def _in_line(folded: str, start: int, end: int) -> tuple[int, int, bool] | None:
    """A sentence's label where the line goes on with a number or address, or ends with the word itself."""
    words = folded[start:end]
    if "contact" not in words and "information" not in words and "questions" not in words and "quiries" not in words:
        return None
    found = _in_sentence(folded, start, end)
    if found:
        rest = folded[found[0] : end]
        if "@" in rest or sum(c.isdigit() for c in rest) > 5 or words.rstrip(" :.").endswith(("contact", "contact us", "directed to")):
            return found
    opening = _UNMARKED.match(words)
    return (start, start + opening.end(), True) if opening else None


def _in_sentence(folded: str, start: int, end: int) -> tuple[int, int, bool] | None:
    found = list(_SENTENCE.finditer(folded, start, end))
    if not found:
        return None
    last = found[-1]
    stop = _END.search(folded, last.end(), end)
    sentence = folded[max(start, folded.rfind(". ", start, last.start()) + 1) : stop.end() if stop else end]
    if any(words in sentence for words in _OTHER_OFFICES):
        return None
    return last.start(), last.end(), True
