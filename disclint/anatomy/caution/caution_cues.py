"""Sentences and headings as a search for the cautionary passage sees them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import re2

from disclint.anatomy.caution.safe_harbor import LOOKING, NO_UPDATE, TO_COME, UPDATES_ONLY
from disclint.model import Block, Document, Span
from disclint.text import sentences

# What a cautionary passage says, each thing with its weight: it shows itself by several of them close together.
ANCHORS = tuple(
    (weight, re2.compile(pattern))
    for weight, pattern in (
        (3, TO_COME + "|" + LOOKING + r"\W{0,3}(?:statement|information|in nature|nature|comment|remark|matter|and\b)"
            r"|\b(?:statements?|information|matters?|comments?)\b[^;]*\b(?:are|is|be|deemed|considered)(?: \w+)? [\"']?" + LOOKING),
        (3, r"\bactual\b[^;]*\b(?:differ(?:s|ed|materially)?|vary|varies|deviate|(?:could|may|might|can) be (?:\w+ly )?different)\b"),
        (3, r"securities litigation (?:reform )?act|\bpslra\b"),
        (2, r"\b(?:results|events|outcomes?|performance|developments?|achievements?)\b[^;]*\b(?:(?:differ|vary|different) (?:material|significant"
            r"|substantial)|(?:material|significant|substantial)ly (?:different|worse))"
            r"|(?:material|significant|substantial)ly different (?:from|than)\b"),
        (2, NO_UPDATE),
        (2, r"(?:undue|unreasonable) (?:reliance|certainty)|unduly rely"),
        (2, r"(?:other than|except(?:ion)?|not)\b[^;]*\bhistorical (?:fact|information|statement)"),
        (2, r"safe harbou?rs?[\"']? (?:statement|provision|under|created|act|for|protection|afforded|of|provided|language)"),
        (2, r"\b(?:words?|terms|terminology|expressions|phrases)\b[^;]*\bsuch as\b|\b(?:similar|comparable|like) (?:expression|word|term|import"
            r"|meaning)"),
        (2, r"\b(?:involves?|subject to|contains?)\b[^;]*\brisks?(?:,| and| or)[^;]*uncertaint"),
        (3, r"\bpreliminary (?:assessment|review)\b[^;]*\bmanagement accounts\b"),
    )
)  # fmt: skip
_ESTIMATES = re2.compile(r"\bdiffer from (?:such|these|those|our|the|its) estimates")  # of accountants
# One of these stands in every sentence that says any of it: most sentences of a release need no closer look.
_HINT = re2.compile(
    r"looking|future|as such|differ|var[yi]|deviat|litigation|pslra|updat|revis|public|relian|rel[yi]|histor|harbo|such as|similar|comparable|like|risk"
    r"|uncertain"
    r"|assur|guarantee|assum|available|control|perform|as (?:of|at)|factor|form |sec\b|sedar|report|securities|prove|basis|caution|anticipated"
    r"|inference"
    r"|among|include|for example|instance|particular|certain|depend|different|advers"
    r"|obligation|duty|up to date|could|expectation|accordingly|therefore|consequently|neither|exchange|constitut|offer|inside|market abuse|participants|non-"
    r"|qualified|social media"
    r"|material|no stock|preliminary"
)
_SOFT = re2.compile(
    r"\brisks?\b|uncertaint|\bno assurances?\b|not assure\b|guarantee|assumption|currently available|beyond (?:the|our|its|their)\b[^.;]*control"
    r"|past performance|only as (?:of|at)\b|as (?:of|at) the date|\bfactors?\b|\bform (?:10|20|40|8)-|\bsec\.gov\b|\bsedar|annual report|\bsec\b"
    r"|securities and exchange commission"
    r"|prove (?:to be|to have been) (?:in)?(?:correct|accurate)|reasonable basis|cautioned|unanticipated|no inference|no obligation|no duty|to update\b"
    r"|could cause\b|could differ|current expectations"
    r"|^(?:as such|accordingly|therefore|consequently)\b|^(?:among (?:these|them|those|the)|(?:these|they|those) include|for (?:example|instance)"
    r"|in particular)\b|not be (?:certain|sure)\b|\b(?:no|not|neither)\b[^.;]{0,60}\b(?:updat|revis|conform|bring[^.;]{0,40} up to date)|\bdepends? (?:up)?on\b|\badverse(?:ly)? (?:affect|impact|effect)"
    r"|\bresults\b[^.;]{0,40}\b(?:can|could|may|might) (?:also |vary|be (?:materially |adversely )?(?:affected|caused|impacted))|" + UPDATES_ONLY
)  # fmt: skip
_FIRM = re2.compile(
    r"\bstatements?\b|this (?:press |news )?(?:release|announcement|communication)|filings?|\bfiled\b|assumptions?|risk factors|(?:these|following"
    r"|foregoing|other) (?:factors|risks)"
    r"|uncertaint|no inference|no obligation|\badverse(?:ly)? (?:affect|impact|effect)"
    r"|\bresults\b[^.;]{0,40}\b(?:can|could|may|might) (?:also |vary|be (?:materially |adversely )?(?:affected|caused|impacted))"
)
_LEGEND = re2.compile(
    r"neither (?:the )?(?:tsx|nex|canadian securities exchange|cse|otc)|has (?:in no way|not|neither) (?:passed upon|reviewed|approved)"
    r"|in no way passed|\bno (?:stock )?(?:exchange|securities (?:commission|regulat))"
    r"|\b(?:not|nor shall)\b[^.;]*\bconstitutes?[^.;]*\b(?:offer|solicitation|invitation|proposal)\b|\boffers? to (?:sell|buy)\b"
    r"|\binside information\b"
    r"|market abuse regulation|participants in the solicitation|non-(?:gaap|ifrs) (?:financial )?measure|qualified person"
)  # fmt: skip
_STOP = re2.compile(
    r"\W{0,3}(?:for (?:more|further|additional|media|investor|press)\b|(?:\w+ ){0,3}(?:contacts?|inquiries|enquiries)\b\W|contacts?\b|source:? "
    r"|about [a-z0-9]|view (?:source|original)"
    r"|notes? to editors?|#\W{0,3}#|- ?end|-30-|follow (?:us|[a-z]+ on)|conference call|web(?:cast| ?site:)|tel(?:ephone)?\b|e-?mail|© ?(?:19|20)"
    r"|copyright|references\b"
    r"|\* \* \*|\(?c\) ?(?:19|20)\d\d)"
)  # fmt: skip

_ELSEWHERE = re2.compile(r"\bsocial media\b|\bannounces? material\b")
_KEY = re2.compile(
    LOOKING + r"|safe harbou?r[\"']?(?: (?:statement|provision|disclosure|language|notice|note|for|under|and|act)|\W*$| ?[/:])"
    r"|\bcaution(?:ary)?\b"
)
_NOTICE = re2.compile(
    r"\bdisclaimer|\b(?:important|legal|special) (?:notices?|notes?)|^notices?\b|^statements?$|\badvisor(?:y|ies)$|^(?:to our )?readers?|\brisks?\b"
    r"|uncertainties|assumptions"
    r"|^disclosures?$|^notes?\W*$"
)
_OTHER_MATTER = re2.compile(r"non-?gaap|\bguidance\b|\boutlook\b|\bestimates\b")
_CONTINUING = re2.compile(r"\brisks?\b|uncertainties|assumptions|\bfactors\b")
_RUNNING = re2.compile(r"\(cont(?:inued|'d|\.)?\)\W*$|\W page \d+(?: of \d+)?\W*$|^page \d+")
_VERB = re2.compile(
    r"\b(?:contains?|includes?|constitutes?|involves?|reflects?|are|is|may|should|could|will|announce[sd]?|made|depends?|rests?"
    r"|hinges?|remains?|faces?|carry|carries|can|might|would|have|has|were|was)\b"
)
_WORDS = (
    r"(?:cautionary|caution(?:s|ing)?|special|important|safe|harbou?r|notes?|notices?|statements?|disclaimers?|warnings?|regarding|concerning"
    r"|relating|about|on|under|the|private"
    r"|securities|litigation|reform|act|and|of|for|to|as|1995|information|" + LOOKING + r"|risks?|factors|uncertainties|disclosures?|language|legend"
    r"|legal|readers?|investors?"
    r"|u\.?s\.?|united|states|canadian|advisory|provisions?|other|with|respect|sec|use|assumptions|remarks)"
)  # fmt: skip
_RUN = re.compile(r"(?:[\"'(*]{0,2}" + _WORDS + r"\b[\"'),*]{0,2}[ /&-]{0,3}){1,24}")
_NOTICE_RUN = re.compile(r"((?:legal |important )?(?:disclaimer|notice|notes?|information|advisory)) ?: ?(?=\S)")
_COMPLETE = re2.compile(
    r"(?:statements?|information|harbou?r|1995|notes?|notices?|disclaimers?|language|legend|factors|uncertainties|provisions?|caution|disclosures?"
    r"|remarks)\W*$"
)
_OPENER = re.compile(r"(?<!nder )(?<!NDER )(?<!of )(?<!OF )\b(?:The|THE) ")
_MARK = re.compile(r"[\"'*)]{0,3} ?(?:[:.]|--?)[\"'*]{0,3}(?: |$)?")
_ITEM = re.compile(r"(?:[a-z;,]|\(?(?:[ivx]{1,4}|\d{1,2}|[A-Za-z])[).]|[-*o\u2013\u2014\u2022\u00b7\u25cf\u25e6\uf0b7])(?:\b|\s|(?<=\u2022))")

_ADDRESS = re.compile(r"(?:www\.|https?://)\S*[a-z0-9/](?= (?:This|These|The|Some|Certain|Except|Statements|All|Any|Forward|Safe|Cautionary)\b)")
_OPEN_END = re2.compile(r"(?:[:;,]|\bfollowing\b[^.;:]*\b(?:risks?|factors|uncertainties)\.|\b(?:and|or))$")

Kind = Literal["heading", "other-heading", "stop", "legend", "anchor", "soft", "plain"]


@dataclass(frozen=True, slots=True)
class Cue:
    """A sentence or heading, and what it does in or around a cautionary passage."""

    kind: Kind
    span: Span
    block: int
    anchors: frozenset[int] = frozenset()
    title: Span | None = None  # the heading, where this is one or begins with one ("Safe Harbor Statement: …")
    strong: bool = False  # the heading says itself that it is about forward-looking statements
    firm: bool = False  # a soft cue that can carry a paragraph
    item: bool = False  # stands in a list or goes on with one
    opens: bool = False  # ends as a list or its next item must follow


def cues(document: Document) -> Iterator[Cue]:
    """Every sentence and heading of the document, in order; a table is one stop."""
    for number, block in enumerate(document.blocks):
        if block.kind in ("rule", "page-break") or _is_running_head(document, block):
            continue
        if block.kind == "table":
            yield Cue("stop", block.span, number)
        else:
            heading = _heading(document, number, block)
            yield from (heading,) if heading else _sentences(document, number, block)


def _is_running_head(document: Document, block: Block) -> bool:
    """Whether a line only says that a page goes on with what the last one held."""
    return len(block.span) < 130 and _RUNNING.search(document.folded[block.span.start : block.span.end]) is not None


def _heading(document: Document, number: int, block: Block) -> Cue | None:
    if block.kind not in ("heading", "paragraph") or len(block.span) > 130:
        return None
    folded = document.folded[block.span.start : block.span.end]
    key = _KEY.search(folded) is not None and not _OTHER_MATTER.search(folded)
    notice = _NOTICE.search(folded) is not None
    if block.kind == "paragraph" and not key and not notice:
        return None
    if _VERB.search(folded) or (folded.endswith((".", ";", ",")) and not (key and len(folded) < 60)):
        return None
    if key or notice:
        return Cue("heading", block.span, number, title=block.span, strong=key, firm=key or _CONTINUING.search(folded) is not None)
    return Cue("other-heading", block.span, number)


def _sentences(document: Document, number: int, block: Block) -> Iterator[Cue]:
    item = block.kind == "item" or _ITEM.match(document.text, block.span.start) is not None
    for start, end in _told(document.text, block.span):
        title, body = _run_in(document, start, end)
        if title and body >= end:
            yield Cue("heading", title, number, title=title, strong=_KEY.search(document.folded[title.start : title.end]) is not None, firm=True)
        else:
            yield _cue(document, Span(body, end), number, title, item)


def _told(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The sentences, and what follows an address on the net as one of its own: such an address often ends without a full stop."""
    for start, end in sentences(text, span.start, span.end):
        for address in _ADDRESS.finditer(text, start, end):
            yield start, address.end()
            start = address.end() + 1
        yield start, end


def _cue(document: Document, span: Span, number: int, title: Span | None, item: bool) -> Cue:
    folded = document.folded[span.start : span.end]
    if not title and not _HINT.search(folded):
        return Cue("stop" if _STOP.match(folded) else "plain", span, number, item=item, opens=_OPEN_END.search(folded) is not None)
    found = frozenset(index for index, (_, pattern) in enumerate(ANCHORS) if pattern.search(folded))
    if _ESTIMATES.search(folded):
        found -= {1}
    legend = _LEGEND.search(folded) is not None
    strong = title is not None and _KEY.search(document.folded[title.start : title.end]) is not None
    kind: Kind = "plain"
    if found and (not legend or found & {1, 2} or len(found) > 1):
        kind = "anchor"
    elif legend:
        kind = "legend"
    elif _ELSEWHERE.search(folded):
        kind = "stop"
    elif _SOFT.search(folded):
        kind = "soft"
    elif _STOP.match(folded):
        kind = "stop"
    firm = kind == "soft" and _FIRM.search(folded) is not None
    return Cue(kind, span, number, found, title, strong, firm, item, _OPEN_END.search(folded) is not None)


def _run_in(document: Document, start: int, end: int) -> tuple[Span | None, int]:
    """The heading that opens a sentence, and where the sentence itself begins."""
    if notice := _NOTICE_RUN.match(document.folded, start, end):
        return Span(start, notice.end(1)), _skip_blanks(document.text, notice.end(), end)
    run = _RUN.match(document.folded, start, end)
    if not run or not _KEY.search(run.group()):
        return None, start
    stop = start + len(run.group().rstrip(" /&-"))
    mark = _MARK.match(document.folded, stop, end)
    if mark and (mark.end() >= end or document.text[mark.end() :].lstrip()[:1].isupper() or document.text[mark.end()] in "\"'\u201c*"):
        return Span(start, stop), _skip_blanks(document.text, mark.end(), end)
    if document.text[stop:end].strip(" \"'*.:") == "":
        return Span(start, stop), end
    cut = stop
    if opener := _OPENER.search(document.text, start, stop):
        cut = opener.start()
    elif not document.text[stop:end].lstrip()[:1].isupper():  # the last word of the run opens the sentence
        cut = max((start + word.start() for word in re.finditer(r"\S+", document.text[start:stop]) if word.group()[0].isupper()), default=start)
    title = document.text[start:cut].rstrip()
    titled = all(word[:1].isupper() or len(word) < 6 or not word[0].isalpha() for word in title.split()[1:])
    if titled and _KEY.search(title.lower()) and _COMPLETE.search(title.lower()):
        return Span(start, start + len(title)), _skip_blanks(document.text, cut, end)
    return None, start


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " *:-\u2013\u2014":
        start += 1
    return start
