"""The companies that issue the release, and the names it gives them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.model import Boilerplate, Context, Dateline, Document, Headline, Issuer, Part, Span, Ticker

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
_LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff\u0101-\u017f"
# A word of a name: a capital or figure at its head, or inside ("eBay", "iCoreConnect").
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{1,4}}|[{_UPPER}][a-z]{{1,2}}\.(?=\s)|[{_UPPER}0-9][\w'\u2019&+!/-]*(?:\.[\w'\u2019&+!/-]+)*"
    rf"|[a-z]{{1,2}}[{_UPPER}][\w'\u2019-]*(?:\.\w+)*)"
    r"[\u00ae\u2122\u2120]*"
)
_LINK = r"(?:of|and|&|for|the|de|del|du|des|la|von|und|e|y|et|di|do|da|in|on|to|at|plus|zu)"
_FORM = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Co|CO|Ltd|LTD|Limited|LIMITED|LLC|LLP|LP|PLC|Plc|plc|AG|SE|GmbH|KGaA|NV|BV|SA|SpA|ASA|AS|AB"
    r"|Oyj|Oy|Abp|Bhd|Berhad|N\.A"
    r"|L\.L\.C|L\.P|P\.L\.C|N\.V|B\.V|S\.A\.B\. de C\.V|S\.A\.P\.I\. de C\.V|S\.A\. de C\.V|S\.A\.C\.I\.F\. y A|S\.C\.A|S\.p\.A|S\.A|S\.E|A\.S"
    r"|A/S|K\.K|Pty)"
)
_FORM_WORD = r"(?:Corporation|CORPORATION|Company|COMPANY|Aktiebolag|Aktiengesellschaft|Bancorp|Bancshares|REIT|Trust|Fund|TRUST|BANCORP)"
_LEGAL = re.compile(rf"(?:(?:,?\s*(?<![\w&]){_FORM}|\s+{_FORM_WORD})(?![\w/]|\.\w)\.?)+(?:\s*&\s*Co\.?(?:\s*KGaA|\s*KG)?)?(?:\s*\(publ\.?\))?")
_NAME = re.compile(rf"(?:[Tt]he )?{_WORD}(?:(?: {_LINK}){{0,2}} {_WORD})*(?: ?[\u00ae\u2122])?")
# "IBU-tec advanced materials AG": one or two small words may stand before the legal form.
_SMALL_WORDS = re.compile(rf"(?: [{_LOWER}]{{4,}}){{1,2}} {_FORM}\b(?!\w)")
_BODIES = re.compile(
    r"(?:the )?(?:(?:supervisory|executive|management|extraordinary|annual|special|independent|entire) )*(?:board(?: of (?:directors|trustees"
    r"|managers))?|(?:general )?meeting|shareholders|stockholders|management|directors)(?: of| in| at) (?=(?:the )?)",
    re.I,
)
_GENERIC = re.compile(r"(?:the )?(?:group|company|corporation|board|fund|trust|bank|q\d[\w/ ]*|\d[\d/ .,]*|holdings?|page|inc)$", re.I)
# What a name ends at although capitalised: these begin the sentence's predicate in a headline, or a title.
_PREDICATE = re.compile(
    r"\s+(?:today|announce[sd]?|report(?:s|ed|ing)?|is|has|have|will|to|and|declare[sd]?|complete[sd]?|appoint(?:s|ed)?|name[sd]?|enter(?:s|ed)"
    r"|receive[sd]?|provide[sd]?|close[sd]?|sign(?:s|ed)?"
    r"|launche[sd]|acquire[sd]?|agree[sd]?|elect(?:s|ed)|schedule[sd]?|set|sets|issue[sd]?|update[sd]?|expand(?:s|ed)|file[sd]?|price[sd]?"
    r"|present(?:s|ed)|publishe[sd]|secure[sd]?|successfully|commence[sd]?)\b",
    re.I,
)
_LEAD_IN = re.compile(
    r"(?:today,?\s+|regulatory news:?\s*|shares of\s+|(?:the )?(?:acquisition|merger) of\s+|further to .{5,120}?,\s+"
    r"|reference is made to .{5,160}? (?:from|by|of|in)\s+|\([^()]{3,40}\)\s*[-:]*\s*|[-\u2013\u2014:,.;]\s*)",
    re.I,
)
_DEFINED = re.compile(r"[\s,*_]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[\s,*_]*|\[[^\[\]]*\][\s,*_]*){0,3}")
_QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u00ab]\s*[*_]*([^\"\u201c\u201d\u00bb]{1,60}?)[*_]*,?\s*[\"\u201d\u201c\u00bb]")
_TERM = re.compile(r"(?:the |our )?(?:company|group|corporation|issuer|bank|fund|trust|partnership|reit|firm|offeror)$")
_NOT_NAMES = frozenset(
    """
    the a an this these in on at for as with today under following pursuant reference no new all our its we he she it by from after
    not news press release shares q1 q2 q3 q4 first second third fourth full-year earlier yesterday regulatory
    monday tuesday wednesday thursday friday saturday sunday company quarter key highlights summary please important
    neither according among since while when
    """.split()
)
_SEARCHED = 1600  # characters of the body in which the issuer introduces itself


@dataclass(frozen=True, slots=True)
class _Candidate:
    span: Span
    score: int


def find_issuers(
    document: Document,
    parts: tuple[Part, ...],
    dateline: Dateline | None,
    headline: Headline | None,
    boilerplates: tuple[Boilerplate, ...],
    tickers: tuple[Ticker, ...],
    context: Context,
) -> tuple[Issuer, ...]:
    """The issuer first, then those that announce jointly with it."""
    start = _lead(parts, dateline)
    others = _elsewhere(document, headline, boilerplates, parts)
    candidates = [*_subjects(document, start), *_introduced(document, start, tickers)]
    weighed = [(_weight(document, candidate, headline, others), -candidate.span.start, candidate.span) for candidate in [*candidates, *others]]
    if context.issuer:
        at = document.folded.find(context.issuer.lower())
        if at >= 0:
            weighed.append((1000, -at, Span(at, at + len(context.issuer))))
    best = max(weighed, default=None)
    if best is None:
        return ()
    first = _whole(document, best[2])
    joint = [span for span in _joint(document, first, start) if not _same(document, span, first)]
    return tuple(Issuer(document.quote(span), span, _short_names(document, span)) for span in (first, *joint))


def _lead(parts: tuple[Part, ...], dateline: Dateline | None) -> int:
    if dateline:
        return dateline.span.end
    return next((part.span.start for part in parts if part.kind == "body" and len(part.span) > 90), 0)


def _name_at(document: Document, at: int) -> Span | None:
    """The name that begins at `at`: to its legal form where it has one, else as far as capitals run."""
    text = document.text
    bodies = _BODIES.match(text, at)
    start = bodies.end() if bodies else at
    match = _NAME.match(text, start)
    if match is None:
        return None
    end = match.end()
    legal = _legal_form(text, start + 1, min(len(text), end + 30))
    if legal and legal.start() <= end:
        end = legal.end()
    elif small := _SMALL_WORDS.match(text, end):
        return Span(start, small.end())
    else:
        predicate = _PREDICATE.search(text, start, end)
        end = _trimmed(text, start, predicate.start() if predicate else end)
    words = text[start:end]
    first = words.split()[0].lower().strip(".,'\u2019") if words.split() else ""
    if not 2 <= len(words) <= 110 or (first in _NOT_NAMES and first != "the") or _GENERIC.match(words) or _LEGAL.fullmatch(" " + words):
        return None
    return Span(start, end)


_TAIL = re.compile(rf"(?: {_LINK}|-(?:Registered )?Trademark-?|[\s,:;\u2013\u2014'/-]|['\u2019]s|(?<=[a-z]{{3}})\.)$")


def _trimmed(text: str, start: int, end: int) -> int:
    """Without links, stops and marks at the end of a run of capitals."""
    while tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    return end


def _legal_form(text: str, start: int, end: int) -> re.Match[str] | None:
    """The legal form that ends a name; in "Steel Corporation of Norway, Inc." it is not the first."""
    legal = _LEGAL.search(text, start, end)
    while legal and re.compile(rf"\s+(?:of|for)\s+(?:the\s+)?[{_UPPER}]").match(text, legal.end()):
        later = _LEGAL.search(text, legal.end(), min(len(text), legal.end() + 60))
        if later is None or re.search(r"[(.;:\n]", text[legal.end() : later.start()]):
            break
        legal = later
    return legal


def _subjects(document: Document, start: int) -> Iterator[_Candidate]:
    """Who the first sentence is about."""
    text = document.text
    at = start
    while at < len(text) and text[at] in " \n\t*_-\u2013\u2014:.,;/)|":
        at += 1
    for _ in range(3):
        lead_in = _LEAD_IN.match(text, at)
        name = None if lead_in else _name_at(document, at) or _small_name(document, at)
        if name:
            after = document.folded[name.end : name.end + 200]
            told = re.match(
                r"(?:-registered trademark-?|[\u00ae\u2122 *_]|-)*(?:\(|,|\[|today|announce|report|is |has |will |and |declare|\(|said|plan"
                r"|expect|publish|confirm|adopt|intend|: )",
                after,
            )
            if told or " " in text[name.start : name.end]:
                yield _Candidate(name, 6 if told else 3)
            return
        if lead_in is None:
            return
        at = lead_in.end()


def _small_name(document: Document, at: int) -> Span | None:
    """ "atai Sciences N.V.": a name whose first word is written small."""
    word = re.compile(rf"([{_LOWER}]\w{{2,14}}) (?=[{_UPPER}])").match(document.text, at)
    if word is None or word[1] in _NOT_NAMES:
        return None
    name = _name_at(document, word.end())
    return Span(at, name.end) if name else None


def _introduced(document: Document, start: int, tickers: tuple[Ticker, ...]) -> Iterator[_Candidate]:
    """Names behind which the release defines a term or gives a symbol."""
    text = document.text
    end = min(len(text), start + _SEARCHED)
    for bracket in re.finditer(r"\s?[(\[]", text[start:end]):
        at = start + bracket.start()
        inside = text[at : text.find(")", at) + 1 or at][:200]
        term = any(_TERM.match(quoted.lower().strip()) for quoted in _QUOTED.findall(inside))
        symbol = any(at <= ticker.span.start < at + max(len(inside), 40) for ticker in tickers)
        if not term and not symbol and not _QUOTED.search(inside):
            continue
        name = _name_before(document, at, start)
        if name:
            yield _Candidate(name, 6 * term + 2 * symbol + 1 - (at - start) // 500)


_NAME_BEFORE = re.compile(rf"(?<!\w){_NAME.pattern}(?:{_LEGAL.pattern})?[\s,*_\u00ae\u2122]*$")


def _name_before(document: Document, at: int, floor: int) -> Span | None:
    text = document.text
    line = max(floor, text.rfind("\n", 0, at) + 1, at - 120)
    window = text[line:at]
    bracket = re.search(r"\s*\([^()]*\)\s*$", window)
    if bracket:
        at, window = line + bracket.start(), window[: bracket.start()]
    tail = _NAME_BEFORE.search(window)
    if tail is None:
        return None
    # A title may run into the name where the source sets no blank line between them.
    article = window.rfind(" The ", tail.start())
    name = _name_at(document, line + (article + 1 if article > tail.start() else tail.start()))
    return name if name and at - name.end <= 6 else None


def _elsewhere(document: Document, headline: Headline | None, boilerplates: tuple[Boilerplate, ...], parts: tuple[Part, ...]) -> list[_Candidate]:
    """Names in the places that name the issuer and nobody else: source line, letterhead, headline's head, boilerplate."""
    found: list[_Candidate] = []
    for part in parts:
        if part.kind == "wire-tail":
            source = re.compile(r"[\s*_/]*SOURCE:?\s+", re.I).match(document.text, part.span.start, part.span.end)
            name = _name_at(document, source.end()) if source else None
            if name:
                found.append(_Candidate(name, 3))
        elif part.kind == "letterhead" and len(part.span) < 90:
            name = _name_at(document, part.span.start)
            if name and _LEGAL.search(document.text, name.start, name.end) and document.text[name.end : part.span.end].lstrip()[:1] in ("", "(", "."):
                found.append(_Candidate(name, 2))
    if headline:
        found += _in_headline(document, headline)
    for boilerplate in boilerplates:
        at = (
            document.text.find(boilerplate.company, (boilerplate.heading or boilerplate.span).start, boilerplate.span.end)
            if boilerplate.company
            else -1
        )
        name = _name_at(document, at) if at >= 0 else _name_at(document, boilerplate.span.start)
        if name:
            found.append(_Candidate(name, 1))
    return found


def _in_headline(document: Document, headline: Headline) -> Iterator[_Candidate]:
    """Who the headline is about: up to its predicate, or to the legal form."""
    text = document.text
    noun = re.compile(r"[A-Z][a-z]+ of (?=The )").match(text, headline.span.start)
    start = noun.end() if noun else headline.span.start
    predicate = _PREDICATE.search(text, start, headline.span.end)
    name = _name_at(document, start)
    if name is None:
        return
    legal = _LEGAL.search(text, start + 1, name.end)
    if legal and not (predicate and predicate.start() < legal.start() and predicate.group().strip().lower() not in ("and", "to", "set")):
        yield _Candidate(name, 3)
    elif predicate and predicate.start() - start <= 40:
        bare = Span(start, _trimmed(text, start, predicate.start()))
        words = text[bare.start : bare.end]
        if words and all(word[0].isupper() or word[0].isdigit() or word == "&" for word in words.split()) and text.count(words) > 1:
            yield _Candidate(bare, -2)


def _weight(document: Document, candidate: _Candidate, headline: Headline | None, others: list[_Candidate]) -> int:
    score = candidate.score
    if _LEGAL.search(document.text, candidate.span.start, candidate.span.end):
        score += 2
    key = _key(document, candidate.span)
    if headline and key and key in re.sub(r"[^a-z0-9]", "", document.folded[headline.span.start : headline.span.end]):
        score += 3
    return score + 2 * any(_key(document, other.span) == key for other in others if other.span != candidate.span)


def _key(document: Document, span: Span) -> str:
    """The first telling word of a name."""
    words = [word for word in re.split(r"[\s,.]+", document.folded[span.start : span.end]) if word not in ("the", "")]
    return re.sub(r"[^a-z0-9]", "", words[0]) if words else ""


def _same(document: Document, one: Span, other: Span) -> bool:
    return _key(document, one) == _key(document, other)


def _whole(document: Document, span: Span) -> Span:
    """The same name with its legal form, where the release writes it so elsewhere and here without."""
    short = document.text[span.start : span.end]
    for match in re.finditer(re.escape(short), document.text):
        legal = _LEGAL.match(document.text, match.end())
        if legal:
            return Span(match.start(), legal.end())
    return span


def _joint(document: Document, first: Span, start: int) -> Iterator[Span]:
    """ "A Inc. (NYSE: A) and B Corp. (NYSE: B) today announced": the second subject."""
    if first.start < start or first.start > start + 60:
        return
    defined = _DEFINED.match(document.text, first.end)
    at = defined.end() if defined else first.end
    link = re.compile(r"[\s,*_]*(?:together with|and|&)\s+").match(document.text, at)
    if link is None:
        return
    name = _name_at(document, link.end())
    if name is None:
        return
    defined = _DEFINED.match(document.text, name.end)
    after = document.folded[defined.end() if defined else name.end :][:220]
    if re.match(r"[^.]{0,200}?\b(?:today|jointly|announced?|have|are pleased)\b", after) and (
        _LEGAL.search(document.text, name.start, name.end) or after
    ):
        yield name


def _short_names(document: Document, span: Span) -> tuple[str, ...]:
    """The terms defined for the issuer behind its name, wherever the release first defines one."""
    name = document.text[span.start : span.end]
    for match in re.finditer(re.escape(name), document.text):
        defined = _DEFINED.match(document.text, match.end())
        terms = _QUOTED.findall(defined.group()) if defined else []
        if terms:
            return tuple(dict.fromkeys(" ".join(term.split()).strip(" ,") for term in terms))
    return ()
