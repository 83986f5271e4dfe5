"""The companies that issue the release, and the names it gives them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.anatomy.companies.company_names import LEGAL_FORM, PREDICATE, name_at, name_before, small_name_at, trimmed
from disclint.model import Boilerplate, Context, Dateline, Document, Headline, Issuer, Part, Span, Ticker

_LEAD_IN = re.compile(
    r"(?:today,?\s+|regulatory news:?\s*|shares of\s+|(?:the )?(?:acquisition|merger) of\s+|further to .{5,120}?,\s+"
    r"|reference is made to .{5,160}? (?:from|by|of|in)\s+|\([^()]{3,40}\)\s*[-:]*\s*|[-\u2013\u2014:,.;]\s*)",
    re.I,
)
_DEFINED = re.compile(r"[\s,*_]*(?:\([^()]*(?:\([^()]*\)[^()]*)*\)[\s,*_]*|\[[^\[\]]*\][\s,*_]*){0,3}")
_QUOTED = re.compile(r"[\"\u201c\u201d\u201e\u00ab]\s*[*_]*([^\"\u201c\u201d\u00bb]{1,60}?)[*_]*,?\s*[\"\u201d\u201c\u00bb]")
_TERM = re.compile(r"(?:the |our )?(?:company|group|corporation|issuer|bank|fund|trust|partnership|reit|firm|offeror)$")
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
    others = [*_elsewhere(document, headline, boilerplates, parts), *_in_company_line(document, dateline)]
    candidates = _summed(list(_subjects(document, start)), list(_introduced(document, start, tickers)))
    weighed = [(_weight(document, candidate, headline, others), -candidate.span.start, candidate.span) for candidate in [*candidates, *others]]
    if context.issuer:
        at = document.folded.find(context.issuer.lower())
        if at >= 0:
            weighed.append((1000, -at, Span(at, at + len(context.issuer))))
    best = max(weighed, default=None) or _any_company(document, headline, start)
    if best is None:
        return ()
    first = _whole(document, max((span for _, _, span in [*weighed, best] if span.end == best[2].end and span.covers(best[2])), key=len))
    first = _in_full(document, first, [span for _, _, span in weighed])
    first, *beside = _two_in_one(document, first, boilerplates)
    joint = [span for span in dict.fromkeys((*beside, *_joint(document, first, start))) if not _same(document, span, first)]
    return tuple(Issuer(document.quote(span), span, _short_names(document, span)) for span in (first, *joint))


def _any_company(document: Document, headline: Headline | None, start: int) -> tuple[int, int, Span] | None:
    """Where nobody introduces itself: the first name with a legal form in the headline or below it, else at the head of the body."""
    for begin, end in ((headline.span.start if headline else 0, start), (start, start + _SEARCHED)):
        for legal in LEGAL_FORM.finditer(document.text, begin, min(end, len(document.text))):
            name = name_before(document, legal.end(), begin)
            if name:
                return 0, -name.start, name
    return None


def _summed(subjects: list[_Candidate], introduced: list[_Candidate]) -> list[_Candidate]:
    """A name that is both the subject of the first sentence and introduced there counts for both."""
    known = {candidate.span: candidate.score for candidate in introduced}
    return [_Candidate(subject.span, subject.score + known.get(subject.span, 0)) for subject in subjects] + introduced


def _lead(parts: tuple[Part, ...], dateline: Dateline | None) -> int:
    if dateline:
        return dateline.span.end
    return next((part.span.start for part in parts if part.kind == "body" and len(part.span) > 90), 0)


def _subjects(document: Document, start: int) -> Iterator[_Candidate]:
    """Who the first sentence is about."""
    text = document.text
    at = start
    while at < len(text) and text[at] in " \n\t*_-\u2013\u2014:.,;/)|":
        at += 1
    for _ in range(3):
        lead_in = _LEAD_IN.match(text, at)
        name = None if lead_in else name_at(document, at) or small_name_at(document, at)
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
        name = name_before(document, at, start)
        if name:
            yield _Candidate(name, 6 * term + 2 * symbol + 1 - (at - start) // 500)


def _elsewhere(document: Document, headline: Headline | None, boilerplates: tuple[Boilerplate, ...], parts: tuple[Part, ...]) -> list[_Candidate]:
    """Names in the places that name the issuer and nobody else: source line, letterhead, headline's head, boilerplate."""
    found: list[_Candidate] = []
    for part in parts:
        if part.kind == "wire-tail":
            source = re.compile(r"[\s*_/]*SOURCE:?\s+", re.I).match(document.text, part.span.start, part.span.end)
            name = name_at(document, source.end()) if source else None
            if name:
                found.append(_Candidate(name, 3))
        elif part.kind == "letterhead" and len(part.span) < 90:
            name = name_at(document, part.span.start)
            if (
                name
                and LEGAL_FORM.search(document.text, name.start, name.end)
                and document.text[name.end : part.span.end].lstrip()[:1] in ("", "(", ".")
            ):
                found.append(_Candidate(name, 2))
    if headline:
        found += _in_headline(document, headline)
    for boilerplate in boilerplates:
        at = (
            document.text.find(boilerplate.company, (boilerplate.heading or boilerplate.span).start, boilerplate.span.end)
            if boilerplate.company
            else -1
        )
        name = name_at(document, at) if at >= 0 else name_at(document, boilerplate.span.start)
        if name:
            found.append(_Candidate(name, 1))
    return found


def _in_company_line(document: Document, dateline: Dateline | None) -> Iterator[_Candidate]:
    """ "Acme Plc, Company release, 13 February 2025": a dateline that names the company instead of a city."""
    if dateline and not dateline.place:
        name = name_at(document, dateline.span.start)
        legal = LEGAL_FORM.search(document.folded.title(), name.start, name.end) if name else None
        if name and legal:
            yield _Candidate(Span(name.start, legal.end()), 3)


def _in_headline(document: Document, headline: Headline) -> Iterator[_Candidate]:
    """Who the headline is about: up to its predicate, or to the legal form."""
    text = document.text
    noun = re.compile(r"[A-Z][a-z]+ of (?=The )").match(text, headline.span.start)
    start = noun.end() if noun else headline.span.start
    predicate = PREDICATE.search(document.folded, start, headline.span.end)
    name = name_at(document, start)
    if name is None:
        return
    legal = LEGAL_FORM.search(text, start + 1, name.end)
    if legal and not (predicate and predicate.start() < legal.start() and predicate.group().strip().lower() not in ("and", "to", "set")):
        yield _Candidate(name, 3)
    elif predicate and predicate.start() - start <= 40:
        bare = Span(start, trimmed(text, start, predicate.start()))
        words = text[bare.start : bare.end]
        if words and all(word[0].isupper() or word[0].isdigit() or word == "&" for word in words.split()) and text.count(words) > 1:
            yield _Candidate(bare, -2)


def _weight(document: Document, candidate: _Candidate, headline: Headline | None, others: list[_Candidate]) -> int:
    score = candidate.score
    whole = _whole(document, candidate.span)
    if LEGAL_FORM.search(document.text, whole.start, whole.end):
        score += 2
    key = _key(document, candidate.span)
    if headline and key:
        said = re.sub(r"[^a-z0-9]", "", document.folded[headline.span.start : headline.span.end])
        score += 3 * (key in said) + said.removeprefix("the").startswith(key)
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
        legal = LEGAL_FORM.match(document.text, match.end())
        if legal:
            return Span(match.start(), legal.end())
    return span


def _in_full(document: Document, first: Span, named: list[Span]) -> Span:
    """The letterhead or source line may give in full what the sentence shortens."""
    if LEGAL_FORM.search(document.text, first.start, first.end):
        return first
    short = document.text[first.start : first.end]
    if whole := re.search(rf"(?<!\w){re.escape(short)} (?:Holdings?|Group|International) ?{LEGAL_FORM.pattern}", document.text):
        return Span(*whole.span())
    for span in named:
        legal = LEGAL_FORM.search(document.text, span.start, span.end)
        words = document.text[span.start : legal.start()] if legal else ""
        if _begins_with(words, short) and (short.isupper() or not words.isupper()):
            return span
    return first


def _two_in_one(document: Document, name: Span, boilerplates: tuple[Boilerplate, ...]) -> list[Span]:
    """The companies of "Acme and Bolt, Inc.", where the release tells about each of them."""
    link = document.text.find(" and ", name.start, name.end)
    if link < 0:
        return [name]
    parts = [Span(name.start, link), Span(link + 5, name.end)]
    told = [boilerplate.company.lower() for boilerplate in boilerplates if boilerplate.company]
    return parts if all(any(document.folded.startswith(company, part.start) for company in told) for part in parts) else [name]


def _begins_with(words: str, short: str) -> bool:
    """Whether a longer name begins with the short one, however its words are set apart: "Acme.ai", "Acme AI Software"."""
    pieces = [re.sub(r"[\W_]", "", word).lower() for word in words.split()]
    return re.sub(r"[\W_]", "", short).lower() in itertools.accumulate(pieces)


def _joint(document: Document, first: Span, start: int) -> Iterator[Span]:
    """ "A Inc. (NYSE: A) and B Corp. (NYSE: B) today announced": the second subject."""
    if first.start < start or first.start > start + 60:
        return
    defined = _DEFINED.match(document.text, first.end)
    at = defined.end() if defined else first.end
    link = re.compile(r"[\s,*_]*(?:together with|and|&)\s+").match(document.text, at)
    if link is None:
        return
    name = name_at(document, link.end())
    if name is None:
        return
    defined = _DEFINED.match(document.text, name.end)
    after = document.folded[defined.end() if defined else name.end :][:220]
    if re.match(r"[^.]{0,200}?\b(?:today|jointly|announced?|have|are pleased)\b", after) and (
        LEGAL_FORM.search(document.text, name.start, name.end) or after
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
