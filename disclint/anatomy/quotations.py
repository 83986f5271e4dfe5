"""People quoted, with their titles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.anatomy.people import bare, is_title, persons, surname
from disclint.model import Block, Document, Part, Quotation, Span

_UNQUOTED = frozenset(("cautionary", "legend", "contacts", "table", "headline", "end-mark", "wire-tail", "boilerplate", "exhibit-label"))
_VERB = (
    r"(?:said|says|say|stated|states|commented|comments|added|adds|noted|notes|remarked|explained|explains|continued|continues|concluded|concludes|observed|"
    r"emphasi[sz]ed|declared|declares|announced|wrote|writes|remarks|shared|highlighted|reported|opined|affirmed|commenting|saying|stressed|told|reflected|enthused|quoted|"
    r"responded|acknowledged|elaborated|pointed out|underlined|summari[sz]ed|saying|confirmed|cautioned|believes|replied)"
)
_VERBS = re.compile(rf"\b{_VERB}\b")
_ACCORDING = re.compile(r"\baccording to\b")
_PRONOUN = re.compile(r"\b(?:he|she|they)\b")


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Quoted words, marks left off, and the block they stand in."""

    span: Span
    block: int
    opens: bool  # begins its block
    open_ended: bool  # no closing mark: goes on in the next block


@dataclass(frozen=True, slots=True)
class _Speaker:
    name: Span | None
    title: Span | None
    pronoun: bool = False


def find_quotations(document: Document, parts: tuple[Part, ...]) -> tuple[Quotation, ...]:
    """One quotation for each person quoted, in the order in which they first speak; what nobody is said to have said stands by itself."""
    zones = [p.span for p in parts if p.kind in _UNQUOTED]
    stretches = [s for s in _stretches(document) if not any(z.covers(s.span) for z in zones)]
    spoken: list[tuple[_Stretch, _Speaker | None]] = []
    for index, stretch in enumerate(stretches):
        if not _is_speech(document, stretch):
            continue
        previous = spoken[-1] if spoken else None
        speaker = _speaker(document, stretches, index, previous)
        if speaker or _is_whole(document, stretch):
            spoken.append((stretch, speaker))
    return _merged(document, spoken)


# --------------------------------------------------------------------------- quoted words


def _stretches(document: Document) -> Iterator[_Stretch]:
    for number, block in enumerate(document.blocks):
        if block.kind != "table" and (
            '"' in document.folded[block.span.start : block.span.end] or "\u2018" in document.text[block.span.start : block.span.end]
        ):
            yield from _in_block(document, number, block)


def _in_block(document: Document, number: int, block: Block) -> Iterator[_Stretch]:
    text, folded = document.text, document.folded
    start, end = block.span.start, block.span.end
    opened: int | None = None
    for match in re.compile(r'"+').finditer(folded, start, end):
        at = match.start()
        if _opens(text, at, match.end(), block.span, opened is not None):
            if opened is None or text[at] == "\u201c":
                opened = match.end()
        elif opened is not None:
            yield _stretch(folded, number, opened, at, start, False)
            opened = None
    if opened is not None and end - opened > 40:
        yield _stretch(folded, number, opened, end, start, True)
    yield from _single(document, number, block)


def _opens(text: str, at: int, after: int, block: Span, inside: bool) -> bool:
    if text[at] in "\u201c\u201e\u00ab":
        return True
    if text[at] in "\u201d\u00bb":
        return False
    before = text[at - 1] if at > block.start else " "
    behind = text[after] if after < block.end else " "
    if inside:
        return (
            False
            if not before.isspace()
            else not behind.isspace() and behind.isupper() and not before.isalnum() and text[at - 2 : at - 1] in "," and False
        )
    return not behind.isspace() and (before.isspace() or before in "([-\u2013\u2014:,.>*_/" or not before.isalnum())


def _stretch(folded: str, number: int, start: int, end: int, block_start: int, open_ended: bool) -> _Stretch:
    lead = folded[block_start:start]
    while start < end and folded[start].isspace():
        start += 1
    while end > start and folded[end - 1].isspace():
        end -= 1
    return _Stretch(Span(start, end), number, not any(c.isalnum() for c in lead), open_ended)


_SINGLE = re.compile(r"(?<![\w\u2019'])\u2018([^\u2018\"\u201c\u201d]{40,2500}?)[.,!?]\u2019(?![\w])")


def _single(document: Document, number: int, block: Block) -> Iterator[_Stretch]:
    """British single quotation marks around whole sentences."""
    if '"' in document.folded[block.span.start : block.span.end]:
        return
    for match in _SINGLE.finditer(document.text, block.span.start, block.span.end):
        yield _stretch(document.folded, number, match.start(1), match.end(1) + 1, block.span.start, False)


def _is_speech(document: Document, stretch: _Stretch) -> bool:
    """Whether the words are long enough, or close like a sentence, so that somebody may have spoken them."""
    words = document.text[stretch.span.start : stretch.span.end]
    count = words.count(" ") + 1
    if count < 3 or words.rstrip(".,").isupper() and count < 12:
        return False
    return stretch.open_ended or count >= 9 or words[-1] in ",.!?;\u2014\u2026" or document.text[stretch.span.end + 1 : stretch.span.end + 2] in ",."


def _is_whole(document: Document, stretch: _Stretch) -> bool:
    """Whether the stretch is a paragraph of speech by itself."""
    words = document.text[stretch.span.start : stretch.span.end]
    block = document.blocks[stretch.block]
    return stretch.opens and words.count(" ") >= 11 and words[:1].isupper() and (stretch.open_ended or len(stretch.span) > 0.6 * len(block.span))


# --------------------------------------------------------------------------- who said it


def _speaker(document: Document, stretches: list[_Stretch], index: int, previous: tuple[_Stretch, _Speaker | None] | None) -> _Speaker | None:
    stretch = stretches[index]
    block = document.blocks[stretch.block].span
    before = _clause_before(document, stretches, index, block)
    behind = _clause_behind(document, stretches, index, block)
    for found in (_said_behind(document, behind), _said_before(document, before)):
        if found:
            return _resolved(found, previous, stretch)
    if stretch.opens:
        for found in (_announced(document, stretch), _signed(document, stretch)):
            if found:
                return found
        if previous and previous[1] and stretch.block - previous[0].block <= 1:
            return previous[1]
    elif previous and previous[1] and previous[0].block == stretch.block and _carries_on(document, previous[0], stretch):
        return previous[1]
    return None


def _carries_on(document: Document, earlier: _Stretch, stretch: _Stretch) -> bool:
    """Whether the same person goes on after the words that name the speaker."""
    return document.text[stretch.span.start : stretch.span.start + 1].isupper() and stretch.span.start - earlier.span.end < 420 or stretch.open_ended


def _resolved(found: _Speaker, previous: tuple[_Stretch, _Speaker | None] | None, stretch: _Stretch) -> _Speaker | None:
    if not found.pronoun:
        return found
    return previous[1] if previous and previous[1] and stretch.block - previous[0].block <= 3 else None


def _clause_behind(document: Document, stretches: list[_Stretch], index: int, block: Span) -> Span:
    """What stands between the closing mark and the end of that sentence."""
    stretch = stretches[index]
    start = min(stretch.span.end + 1, block.end)
    if (
        document.text[stretch.span.end - 1 : stretch.span.end] in (".", "!")
        and stretch.span.end + 1 < block.end
        and document.text[start : start + 2].strip()[:1].isupper()
    ):
        if not re.match(rf"\s*{_VERB}\b", document.folded[start : start + 20]):
            return Span(start, start)  # the quoted sentence ended: what follows is another one
    following = stretches[index + 1] if index + 1 < len(stretches) else None
    end = following.span.start - 1 if following and following.block == stretch.block else block.end
    return Span(start, _sentence_end(document, start, min(end, start + 420)))


def _clause_before(document: Document, stretches: list[_Stretch], index: int, block: Span) -> Span:
    """What stands between the sentence's beginning and the opening mark."""
    stretch = stretches[index]
    earlier = stretches[index - 1] if index else None
    start = min(earlier.span.end + 1, stretch.span.start - 1) if earlier and earlier.block == stretch.block else block.start
    start = max(start, stretch.span.start - 520)
    for match in _SENTENCE.finditer(document.text, start, stretch.span.start - 1):
        if not _ABBREVIATED.search(document.folded, max(start, match.start() - 12), match.start() + 1):
            start = match.end()
    return Span(start, max(start, stretch.span.start - 1))


_SENTENCE = re.compile(r"[.!?][\"\u201d)]? +(?=[A-Z\u201c\"])")
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|corp|co|ltd|mr|mrs|ms|dr|prof|st|jr|sr|no|vs|u\.s|u\.k|ph\.d|m\.d|d\.c|l\.p|n\.v|s\.a|p\.eng|p\.geo|plc|llc|[a-z]))\.$"
)


def _sentence_end(document: Document, start: int, end: int) -> int:
    for match in _SENTENCE.finditer(document.text, start, end):
        if not _ABBREVIATED.search(document.folded, max(start, match.start() - 12), match.start() + 1):
            return match.start()
    return end


def _said_behind(document: Document, clause: Span) -> _Speaker | None:
    """`," said Jane Roe, CEO of Acme.`  `," Jane Roe, CEO, said.`"""
    folded = document.folded
    verb = _VERBS.search(folded, clause.start, clause.end) or _ACCORDING.search(folded, clause.start, clause.end)
    if not verb:
        return None
    lead = folded[clause.start : verb.start()]
    if not lead.strip(" ,-\u2013\u2014*_\"'"):
        after = Span(verb.end(), clause.end)
        if re.match(r"\s*(?:he|she|they)\b", folded[after.start : after.end]):
            return _Speaker(None, None, pronoun=True)
        return _first_named(document, after)
    if _PRONOUN.fullmatch(lead.strip(" ,*_")):
        return _Speaker(None, None, pronoun=True)
    if len(lead) > 260:
        return None
    return _last_named(document, Span(clause.start, verb.start()))


def _said_before(document: Document, clause: Span) -> _Speaker | None:
    """`Jane Roe, CEO of Acme, said: "`  `According to Jane Roe, "`"""
    folded = document.folded
    lead = folded[clause.start : clause.end]
    verbs = list(_VERBS.finditer(folded, clause.start, clause.end))
    according = _ACCORDING.search(folded, clause.start, clause.end)
    if according and (not verbs or according.start() > verbs[-1].start()):
        return _first_named(document, Span(according.end(), clause.end))
    if not verbs:
        return _colon_speaker(document, clause) if lead.rstrip().endswith(":") else None
    verb = verbs[-1]
    if verb.group() == "announced" and not lead.rstrip().endswith((":", ",")):
        return None
    if verb.group() == "commenting" and len(verbs) == 1:
        return _last_named(document, Span(verb.end(), clause.end))
    start = verbs[-2].end() if len(verbs) > 1 and verbs[-2].group() not in ("commenting", "announced", "reported") else clause.start
    subject = Span(start, verb.start())
    if re.fullmatch(r"(?:.*[ ,])?(?:he|she|they)(?: \w+ly| also| further| then)?", folded[subject.start : subject.end].strip()):
        return _Speaker(None, None, pronoun=True)
    named = _last_named(document, subject)
    if named:
        return named
    inverted = _first_named(document, Span(verb.end(), clause.end))
    return inverted


def _colon_speaker(document: Document, clause: Span) -> _Speaker | None:
    """`Jane Roe, CEO: "`"""
    return _first_named(document, clause) if len(clause) < 160 else None


def _announced(document: Document, stretch: _Stretch) -> _Speaker | None:
    """The block above that only announces the speaker: `Jane Roe, Chief Executive of Acme, commented:`"""
    if stretch.block == 0:
        return None
    above = document.blocks[stretch.block - 1]
    words = document.folded[above.span.start : above.span.end].rstrip(" *_")
    if not words.endswith((":", ",")) and not re.search(rf"\b{_VERB}$", words):
        return None
    start = above.span.start
    for match in _SENTENCE.finditer(document.text, above.span.start, above.span.end):
        if not _ABBREVIATED.search(document.folded, max(start, match.start() - 12), match.start() + 1):
            start = match.end()
    return _said_before(document, Span(start, above.span.end)) if above.span.end - start < 420 else None


def _signed(document: Document, stretch: _Stretch) -> _Speaker | None:
    """The name under or behind the words: `" - Jane Roe, CEO`"""
    block = document.blocks[stretch.block].span
    tail = document.text[min(stretch.span.end + 1, block.end) : block.end]
    place = Span(block.end - len(tail), block.end)
    if not tail.strip() and stretch.block + 1 < len(document.blocks) and not stretch.open_ended:
        place = document.blocks[stretch.block + 1].span
        tail = document.text[place.start : place.end]
    if len(tail) > 140:
        return None
    found = _first_named(document, place)
    if not found or found.name is None or not (re.match(r"\s*[-\u2013\u2014]", tail) or (found.title and found.name.start - place.start < 5)):
        return None
    return found


# --------------------------------------------------------------------------- names and titles


def _single_name(document: Document, span: Span) -> Span | None:
    """A surname alone, where the release has given the whole name before: `Roe added`."""
    match = re.compile(r"\s*([^\W\d_a-z][\w'\u2019-]+)").match(document.text, span.start, span.end)
    if not match or bare(match.group(1)) in ("the", "this", "we", "it"):
        return None
    if match.group(1).isupper() or is_title(document.folded[match.end() : match.end() + 12].split(",")[0]):
        return None
    for before in re.finditer(rf"(?:[A-Z][\w.'\u2019-]* ){{1,3}}{re.escape(match.group(1))}\b", document.text[: span.start]):
        if any(p.end == before.end() for p in persons(document.text, before.start(), before.end())):
            return Span(*match.span(1))
    return None


def _first_named(document: Document, span: Span) -> _Speaker | None:
    """The first person of the clause that follows a verb of saying."""
    found = next((p for p in persons(document.text, span.start, span.end) if p.start - span.start < 200), None)
    single = _single_name(document, span)
    if single and (not found or single.start < found.start):
        found = single if not (found and found.start - single.end < 3) else found
    if not found:
        return None
    return _Speaker(found, _title_of(document, found, span))


def _last_named(document: Document, span: Span) -> _Speaker | None:
    """The subject of a verb of saying: the person with a title behind the name, else the one that stands next to the verb."""
    candidates = [p for p in persons(document.text, span.start, span.end) if not _is_genitive(document, p)]
    for person in candidates:
        rest = document.folded[person.end : min(span.end, person.end + 60)]
        if (
            re.match(r"(?:,? (?:jr|ph\.?d|m\.?d|mba|cfa|[a-z]{2,4})\.?)*\s*[,(\u2013\u2014-]", rest)
            and is_title(rest)
            and not _is_object(document, person, span)
        ):
            return _Speaker(person, _title_of(document, person, span))
    for person in reversed(candidates):
        if span.end - person.end < 60 or not _is_object(document, person, span):
            return _Speaker(person, _title_of(document, person, span))
    words = document.text[span.start : span.end].split()
    if words:
        word = words[-1] if words[-1].lower() not in ("further", "also", "then") else (words[-2] if len(words) > 1 else "")
        at = document.text.rfind(word, span.start, span.end) if word else -1
        if at >= 0:
            single = _single_name(document, Span(at, span.end))
            if single:
                return _Speaker(single, None)
    return None


def _is_genitive(document: Document, span: Span) -> bool:
    return document.folded.startswith("'s", span.end) or document.folded[span.end : span.end + 2] == "' "


def _is_object(document: Document, person: Span, span: Span) -> bool:
    """Whether the name hangs on another word: `the appointment of Jane Roe`."""
    lead = document.folded[span.start : person.start].rstrip()
    return (
        bool(re.search(r"\b(?:of|with|to|by|for|from|at|in|and)(?: (?:mr|ms|mrs|dr)\.?)?$", lead)) and "," in document.folded[person.end : span.end]
    )


_TITLE_END = re.compile(
    r"\s+(?:said|who|today|during|while|in a|on the|about|of the (?:transaction|agreement|acquisition|results))\b|[\"\u201c;]|\.(?:\s|$)"
)


def _title_of(document: Document, person: Span, clause: Span) -> Span | None:
    """The position given with the name: behind it in apposition, or before it."""
    text, folded = document.text, document.folded
    after = re.compile(r"(?:,? (?:jr\.?|ph\.?\s?d\.?|m\.?d\.?|mba|cfa|cpa|p\.\s?eng\.?|p\.\s?geo\.?)(?=[ ,]))*\s*[,(\u2013\u2014-]\s*").match(
        folded, person.end, clause.end
    )
    if after:
        stop = _TITLE_END.search(folded, after.end(), clause.end)
        end = stop.start() if stop else clause.end
        while end > after.end() and not (text[end - 1].isalnum() or text[end - 1] == "."):
            end -= 1
        if end > after.end() and is_title(folded[after.end() : min(end, after.end() + 160)]):
            return Span(after.end(), end)
    return _title_before(document, person, clause)


def _title_before(document: Document, person: Span, clause: Span) -> Span | None:
    folded = document.folded
    start = person.start
    while start > clause.start and folded[start - 1] in " ,":
        start -= 1
    lead = folded[clause.start : start]
    if not is_title(lead[-60:]) or len(lead) > 160:
        return None
    begin = max(lead.rfind(", "), lead.rfind(": "), lead.rfind('" '))
    at = clause.start + (begin + 2 if begin >= 0 and is_title(lead[begin + 2 :]) else 0)
    while at < start and not document.text[at].isalnum():
        at += 1
    return Span(at, start) if at < start else None


def _merged(document: Document, spoken: list[tuple[_Stretch, _Speaker | None]]) -> tuple[Quotation, ...]:
    """All that one person says as one quotation; the fullest name and the first title stand."""
    order: list[str] = []
    spans: dict[str, list[Span]] = {}
    speakers: dict[str, _Speaker] = {}
    for number, (stretch, speaker) in enumerate(spoken):
        key = surname(document.quote(speaker.name)) if speaker and speaker.name else f"#{number}"
        if key not in spans:
            order.append(key)
            spans[key] = []
        spans[key].append(stretch.span)
        if speaker and speaker.name:
            known = speakers.get(key)
            if known is None or known.name is None:
                speakers[key] = speaker
            else:
                name = speaker.name if len(speaker.name) > len(known.name) else known.name
                speakers[key] = _Speaker(name, known.title or speaker.title)
    return tuple(
        Quotation(tuple(spans[key]), speakers[key].name if key in speakers else None, speakers[key].title if key in speakers else None)
        for key in order
    )
