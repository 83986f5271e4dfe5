"""Who is said to have said what stands in quotation marks."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from disclint.anatomy.speech.people import bare, is_title, persons
from disclint.anatomy.speech.speech import Stretch
from disclint.model import Document, Span

_VERBS = frozenset(
    """
    said says say stated states commented comments added adds noted notes remarked remarks explained explains continued continues concluded concludes
    observed emphasized emphasised declared declares announced wrote writes shared highlighted reported opined affirmed commenting saying stressed told
    reflected enthused quoted responded acknowledged elaborated underlined summarized summarised confirmed cautioned believes replied tells emphasizes emphasises concludes reflects underlines
    """.split()
)
_COMMENTS_OF = re.compile(r"(?:comments?|statement|message|letter|word|remarks?) (?:by|from|of) (?:the )?")  # a heading that names the speaker
_WEAK_VERBS = frozenset("announced reported".split())  # they need a colon or comma before the words
_PRONOUNS = frozenset("he she they".split())
_DETERMINERS = frozenset("the a an its our their his her this these of for as".split())  # behind them it is no verb: `on the continued growth`
_ADVERBS = frozenset("also further then furthermore".split())
_WORD = re.compile(r"[a-z\u00df-\u00ff]+(?:'[a-z]+)?")
_SENTENCE = re.compile(r"[.!?][\"\u201d)]? +(?=[A-Z\u201c\"])")
_ABBREVIATED = re.compile(
    r"\b(?:inc|corp|co|ltd|mr|mrs|ms|dr|prof|st|jr|sr|no|vs|u\.s|u\.k|ph\.d|m\.d|d\.c|l\.p|n\.v|s\.a|p\.eng|p\.geo|plc|llc|[a-z])\.$"
)
_DEGREES = r"(?:,? (?:jr\.?|ph\.?\s?d\.?|m\.?d\.?|mba|cfa|cpa|m\.?sc\.?|p\.\s?eng\.?|p\.\s?geo\.?)(?=[ ,]))*"
_APPOSITION = re.compile(_DEGREES + r"\s*[,(\u2013\u2014-]\s*")
_TITLE_END = re.compile(
    r"\s+(?:said|who|today|during|while|in a|on the|about|of the (?:transaction|agreement|acquisition|results))\b|[\"\u201c;]|\.(?:\s|$)"
)
_ADVERB = re.compile(r",? (?!only|family|assembly|supply|italy|july)[a-z]{3,}ly$")
_HANGS_ON = re.compile(r"\b(?:of|with|to|by|for|from|at|in|and)(?: (?:mr|ms|mrs|dr)\.?)?$")
_JOINED = re.compile(r"(?:,(?:(?!\b(?:who|with|said|after|following|together|former(?:ly)?)\b)[^.;:\"]){0,140}?)?,? and (?:(?:mr|ms|mrs|dr)\.? )?")
_CAPITALISED = re.compile(r"\s*([^\W\d_a-z][\w'\u2019-]+)")
_FAR = 420  # a clause that names a speaker is not longer
_HEADING = 140


@dataclass(frozen=True, slots=True)
class Speaker:
    """The person as named at that place; `pronoun`: only `he` or `she`, the one who spoke before."""

    name: Span | None
    title: Span | None = None
    pronoun: bool = False
    beside: tuple[Speaker, ...] = ()  # who says it together with that person


def speaker_beside(document: Document, all_stretches: list[Stretch], index: int) -> Speaker | None:
    """The speaker named in the sentence that the quoted words stand in."""
    behind = _said_behind(document, _clause_behind(document, all_stretches, index))
    return behind or _said_before(document, _clause_before(document, all_stretches, index))


def speaker_around(document: Document, stretch: Stretch) -> Speaker | None:
    """The speaker that the block above announces or the one below signs."""
    return _announced(document, stretch) or _signed(document, stretch)


# --------------------------------------------------------------------------- the clauses around the words


def _clause_behind(document: Document, all_stretches: list[Stretch], index: int) -> Span:
    """What stands between the closing mark and the end of that sentence."""
    stretch = all_stretches[index]
    block = document.blocks[stretch.block].span
    start = min(stretch.span.end + 1, block.end)
    rest = document.text[start : start + 20].strip()
    if document.text[stretch.span.end - 1] in ".!" and rest[:1].isupper() and rest.split()[0].lower() not in _VERBS:
        return Span(start, start)  # the quoted sentence has ended: what follows is another one
    following = all_stretches[index + 1] if index + 1 < len(all_stretches) else None
    end = following.span.start - 1 if following and following.block == stretch.block else block.end
    return Span(start, _sentence_end(document, start, max(start, min(end, start + _FAR))))


def _clause_before(document: Document, all_stretches: list[Stretch], index: int) -> Span:
    """What stands between the sentence's beginning and the opening mark."""
    stretch = all_stretches[index]
    earlier = all_stretches[index - 1] if index else None
    end = stretch.span.start - 1
    start = earlier.span.end + 1 if earlier and earlier.block == stretch.block else document.blocks[stretch.block].span.start
    start = max(start, end - _FAR - 100)
    return Span(min(_last_sentence(document, start, end), end), max(start, end)) if start < end else Span(end, end)


def _breaks(document: Document, start: int, end: int) -> list[re.Match[str]]:
    found = _SENTENCE.finditer(document.text, start, end)
    return [m for m in found if not _ABBREVIATED.search(document.folded, max(start, m.start() - 12), m.start() + 1)]


def _sentence_end(document: Document, start: int, end: int) -> int:
    return next((m.start() for m in _breaks(document, start, end)), end)


def _last_sentence(document: Document, start: int, end: int) -> int:
    return next((m.end() for m in reversed(_breaks(document, start, end))), start)


# --------------------------------------------------------------------------- verbs of saying


def _verbs(document: Document, clause: Span) -> list[Span]:
    words = list(_WORD.finditer(document.folded, clause.start, clause.end))
    said = [(before, word) for before, word in zip([None, *words], words, strict=False) if word.group() in _VERBS]
    return [Span(*word.span()) for before, word in said if not before or before.group() not in _DETERMINERS]


def _said_behind(document: Document, clause: Span) -> Speaker | None:
    """`," said Jane Roe, CEO of Acme.`  `," Jane Roe, CEO, said.`"""
    folded = document.folded
    verbs = _verbs(document, clause)
    according = folded.find("according to", clause.start, clause.end)
    if not verbs:
        return _first_named(document, Span(according + 12, clause.end)) if according >= 0 else None
    verb = verbs[0]
    lead = folded[clause.start : verb.start].strip(" ,-\u2013\u2014*_\"'")
    if not lead:
        following = _WORD.search(folded, verb.end, clause.end)
        if following and following.group() in _PRONOUNS:
            return Speaker(None, pronoun=True)
        return _first_named(document, Span(verb.end, clause.end))
    if lead in _PRONOUNS:
        return Speaker(None, pronoun=True)
    return _subject(document, Span(clause.start, verb.start)) if len(lead) <= 260 else None


def _said_before(document: Document, clause: Span) -> Speaker | None:
    """`Jane Roe, CEO of Acme, said: "`  `According to Jane Roe, "`  `Jane Roe, CEO: "`"""
    folded = document.folded
    ending = folded[clause.start : clause.end].rstrip(" *_")[-1:]
    verbs = _verbs(document, clause)
    according = folded.rfind("according to", clause.start, clause.end)
    if according >= 0 and (not verbs or according > verbs[-1].start):
        return _first_named(document, Span(according + 12, clause.end))
    if not verbs:
        return _first_named(document, clause) if ending == ":" and len(clause) < 160 else None
    verb, word = verbs[-1], folded[verbs[-1].start : verbs[-1].end]
    if word in _WEAK_VERBS and ending not in (":", ","):
        return None
    if word == "commenting":
        return _subject(document, Span(verb.end, clause.end))
    earlier = [v for v in verbs[:-1] if folded[v.start : v.end] not in _WEAK_VERBS | {"commenting"}]
    subject = Span(earlier[-1].end if earlier else clause.start, verb.start)
    words = _WORD.findall(folded, subject.start, subject.end)
    while words and (words[-1] in _ADVERBS or words[-1].endswith("ly")):
        words.pop()
    if words and words[-1] in _PRONOUNS:
        return Speaker(None, pronoun=True)
    return _subject(document, subject) or _first_named(document, Span(verb.end, clause.end))


def _announced(document: Document, stretch: Stretch) -> Speaker | None:
    """The block above that only announces the speaker: `Jane Roe, Chief Executive of Acme, commented:`, `Comments by Jane Roe, CEO`"""
    if stretch.block == 0:
        return None
    above = document.blocks[stretch.block - 1].span
    words = document.folded[above.start : above.end].rstrip(" *_")
    if len(words) <= _HEADING and (titled := _COMMENTS_OF.match(words)):
        return _first_named(document, Span(above.start + titled.end(), above.end))
    if not words or (words[-1] not in ":," and words.split()[-1] not in _VERBS):
        return None
    start = _last_sentence(document, max(above.start, above.end - 2 * _FAR), above.end)
    return _said_before(document, Span(start, above.end)) if above.end - start < _FAR else None


def _signed(document: Document, stretch: Stretch) -> Speaker | None:
    """The name behind or under the words: `" - Jane Roe, CEO`"""
    block = document.blocks[stretch.block].span
    place = Span(min(stretch.span.end + 1, block.end), block.end)
    if not document.text[place.start : place.end].strip():
        if stretch.unclosed or stretch.block + 1 >= len(document.blocks):
            return None
        place = document.blocks[stretch.block + 1].span
    if len(place) > 140:
        return None
    found = _first_named(document, place)
    if not found or not found.name:
        return None
    name, behind = found.name, document.folded[found.name.end : place.end]
    if not found.title and behind.startswith(" ") and behind.count(" ") < 8 and is_title(behind.split(",")[0]):
        found = Speaker(name, Span(name.end + 1, place.end))  # `Jane Roe CEO, Acme`
    dashed = document.folded[place.start : place.end].lstrip()[:1] in "-\u2013\u2014"
    return found if dashed or (found.title and name.start - place.start < 5) else None


# --------------------------------------------------------------------------- names and titles


def _first_named(document: Document, span: Span) -> Speaker | None:
    """The first person of the clause that follows a verb of saying."""
    found = next((p for p in persons(document.text, span.start, span.end) if p.start - span.start < 200), None)
    single = _known_surname(document, span)
    if single and (not found or single.end < found.start):
        found = single
    return _with_others(document, found, span) if found else None


def _with_others(document: Document, person: Span, span: Span) -> Speaker:
    """The person, and those whom the clause joins: `Jane Roe, CEO of Acme, and John Doe, CEO of Bolt, said`."""
    people, cuts = [person], []
    for other in persons(document.text, person.end, span.end):
        between = document.folded[people[-1].end : other.start]
        if not _JOINED.fullmatch(between) or ("," in between and not is_title(between)):
            break
        cuts.append(people[-1].end + between.rindex(" and "))
        people.append(other)
    ends = [*cuts, span.end]
    first, *beside = [Speaker(each, _title_of(document, each, Span(span.start, end))) for each, end in zip(people, ends, strict=True)]
    return replace(first, beside=tuple(beside))


def _subject(document: Document, span: Span) -> Speaker | None:
    """The subject of a verb of saying: the person with a title behind the name, else the one that stands next to the verb."""
    folded = document.folded
    people = [p for p in persons(document.text, span.start, span.end) if folded[p.end : p.end + 2] not in ("'s", "' ")]
    for person in people:
        apposition = _APPOSITION.match(folded, person.end, span.end)
        if apposition and is_title(folded[apposition.end() : apposition.end() + 60]) and not _is_object(document, person, span):
            return _with_others(document, person, span)
    for person in reversed(people):
        if span.end - person.end < 60 or not _is_object(document, person, span):
            return _with_others(document, person, span)
    words = [m for m in re.finditer(r"[^\s,]+", document.text[span.start : span.end]) if m.group().lower() not in _ADVERBS]
    single = _known_surname(document, Span(span.start + words[-1].start(), span.end)) if words else None
    return Speaker(single) if single else None


def _is_object(document: Document, person: Span, span: Span) -> bool:
    """Whether the name hangs on another word: `the appointment of Jane Roe`."""
    return _HANGS_ON.search(document.folded[span.start : person.start].rstrip()) is not None and "," in document.folded[person.end : span.end]


def _known_surname(document: Document, span: Span) -> Span | None:
    """A surname alone, where the release has given the whole name before: `Roe added`."""
    text = document.text
    match = _CAPITALISED.match(text, span.start, span.end)
    if not match or match.group(1).isupper() or is_title(document.folded[match.end() : match.end() + 12].split(",")[0]):
        return None
    word = bare(match.group(1))
    at = text.find(f" {match.group(1)}", 0, span.start)
    while at >= 0 and word:
        end = at + 1 + len(match.group(1))
        if any(p.end == end for p in persons(text, max(0, at - 40), end)):
            return Span(*match.span(1))
        at = text.find(f" {match.group(1)}", end, span.start)
    return None


def _title_of(document: Document, person: Span, clause: Span) -> Span | None:
    """The position given with the name: behind it in apposition, or before it."""
    text, folded = document.text, document.folded
    after = _APPOSITION.match(folded, person.end, clause.end)
    if after:
        stop = _TITLE_END.search(folded, after.end(), clause.end)
        end = stop.start() if stop else clause.end
        while end > after.end() and not (text[end - 1].isalnum() or text[end - 1] == "."):
            end -= 1
        adverb = _ADVERB.search(folded, after.end(), end)
        end = adverb.start() if adverb else end
        if end > after.end() and is_title(folded[after.end() : min(end, after.end() + 160)]):
            return Span(after.end(), end)
    return _title_before(document, person, clause)


def _title_before(document: Document, person: Span, clause: Span) -> Span | None:
    folded = document.folded
    end = person.start
    while end > clause.start and folded[end - 1] in " ,":
        end -= 1
    lead = folded[clause.start : end]
    if len(lead) > 160 or not is_title(lead[-60:]):
        return None
    cut = max(lead.rfind(mark) for mark in (", ", ": ", '" '))
    start = clause.start + (cut + 2 if cut >= 0 and is_title(lead[cut + 2 :]) else 0)
    while start < end and not document.text[start].isalnum():
        start += 1
    return Span(start, end) if start < end else None
