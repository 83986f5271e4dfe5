"""Acts and their sections as a release cites them: where they stand, which act is meant, and what is wrong with the name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from disclint.model import Citation, Document, Fault, Span
from disclint.registry import Act, Registry
from disclint.text import fold

NUMBER = r"\d{1,4}[a-z]{0,2}(?:-\d{1,2})?(?: ?\([a-z0-9]{1,5}\))*"
_NUMBERS = rf"{NUMBER}(?:(?:, (?:and |or )?| and | or | through | to | & )(?:sections? )?(?:{NUMBER}|\([a-z]\)))*"
_SECTIONS = re.compile(
    rf"(?:sections?|secs?\.|§+|chapter|part|articles?) ?(?P<numbers>{_NUMBERS}|[ivx]{{1,5}}[a-z]?),? (?:of|under|to|in) (?:(?:the|such|said) )?(?:u\.s\. |us |united states )?$"
)
_ANCHOR = re.compile(
    r"\b(?:acts?|code|ordinance|laws?|order)\b(?:(?:,? of)? (?P<year>(?:1[89]|20)\d\d)\b)?"
    r"(?: \([a-z ]+\) (?:order|regulations) (?:(?:of )?\d{4})|,? \d{4} ?- ?\d{4}| \((?:chapter|cap\.) ?\d+(?: of the laws of hong kong)?\))?"
)
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\"'/-])|(?=\())\(?[\w.&'’-]+\)?,? $")
_CAPITAL = re.compile(r"\([A-Z]\w+\)$|[A-Z][\w’'-]*(?:&[\w-]+)?,?$|U\.S\.|U\.K\.|&$")
_JOINING = frozenset(("and", "of", "for", "in", "on", "to", "by"))
_BRACKETED = re.compile(r"(?:27\(A\)|21\([DEF]\))", re.IGNORECASE)  # Section 27(A): the letter belongs to the number
_COUNTRY = re.compile(r"(?:u\.s\.|us|united states) $")
# A capitalised run before "Act" that names no statute, and words that open a sentence rather than a name.
_NOT_A_NAME = frozenset(
    ("the", "this", "such", "said", "that", "an", "any", "each", "section", "sections", "under", "of", "class", "balancing", "sister")
)
_NAMELESS = frozenset(("sa33", "ea34", "ica40", "iaa40"))  # their short names alone are defined terms, not citations


@dataclass(frozen=True, slots=True)
class _Name:
    """An act's name in the text; `entry` is None for an act the registry does not know."""

    span: Span
    entry: Act | None
    misnomer: bool
    ambiguous: bool
    year: int | None
    full: bool  # more than a short name


def find_acts(document: Document, registry: Registry) -> Iterator[Citation]:
    """Yields every act cited by name, together with the sections that are cited of it."""
    previous: _Name | None = None
    for name in _names(document, registry):
        section = _SECTIONS.search(document.folded, max(0, name.span.start - 120), name.span.start)
        if " " not in document.text[name.span.start : name.span.end]:  # "the Act", "the Order": the one last named
            if section and previous:
                yield _of_previous(document, section, name, previous)
            continue
        if section:
            yield from _with_sections(document, registry, name, section)
        elif name.full or name.misnomer or name.ambiguous:
            yield _alone(document, registry, name)
        previous = name
    yield from _other_misnomers(document, registry)


def _names(document: Document, registry: Registry) -> Iterator[_Name]:
    folded = document.folded
    for anchor in _ANCHOR.finditer(folded):
        known = _known(document, registry, anchor)
        if known:
            yield known
            continue
        if anchor.group().startswith(("act", "ordinance")) or anchor.group("year") or anchor.group()[-1].isdigit() or anchor.group() == "order":
            start = _capital_run(document.text, anchor.start())
            words = folded[start : anchor.start()].split()
            if words and anchor.group() != "order":
                yield _Name(Span(start, anchor.end()), None, False, False, None, True)
            elif anchor.group() in ("act", "order") and document.text[anchor.start()].isupper():
                yield _Name(Span(anchor.start(), anchor.end()), None, False, False, None, False)


def _known(document: Document, registry: Registry, anchor: re.Match[str]) -> _Name | None:
    """The longest run of words up to the anchor that the registry knows, right or wrong."""
    folded, found, start = document.folded, None, anchor.start()
    year = int(anchor.group("year")) if anchor.group("year") else None
    for _ in range(10):
        candidate = folded[start : anchor.end()].replace(",", "")
        without_year = re.sub(r"(?: of)? \d{4}$", "", candidate)
        ambiguous = candidate in registry.ambiguous
        misnomer = registry.acts_by_misnomer.get(candidate) or registry.acts_by_misnomer.get(without_year)
        act = registry.acts_by_name.get(candidate) or registry.acts_by_name.get(without_year)
        if (ambiguous or misnomer or act) and (start == anchor.start() or document.text[start].isupper() or document.text[start].isdigit()):
            short = without_year in {fold(s) for s in act.short} if act else False
            full = not short or (act is not None and (act.id not in _NAMELESS or year is not None))
            found = _Name(Span(start, anchor.end()), misnomer or act, bool(misnomer) and not act, ambiguous, year, full)
        before = _WORD_BEFORE.search(folded, max(0, start - 40), start)
        if not before or folded[start - 1 : start] == "\n":
            break
        start = before.start()
    if found is None or _is_tail_of_another(document, found) or _is_old_bankruptcy_act(document, found):
        return None
    return _with_country(document, found)


def _is_tail_of_another(document: Document, name: _Name) -> bool:
    """A short name at the end of a longer one that is not known: the Tax Cuts and Jobs Act is not the JOBS Act."""
    start = _capital_run(document.text, name.span.start)
    longer = document.text[start : name.span.start]
    return not name.misnomer and longer.endswith(" and ") and "Act" not in longer


def _is_old_bankruptcy_act(document: Document, name: _Name) -> bool:
    """Before 1979, and abroad, there is a Bankruptcy Act; only with a chapter is the Code meant."""
    if name.entry is None or name.entry.id != "bankr" or not name.misnomer:
        return False
    return not re.search(r"chapter (?:7|9|11|13|15|xi) [\w ]*$", document.folded[max(0, name.span.start - 30) : name.span.start])


def _with_country(document: Document, name: _Name) -> _Name:
    """Takes in the country that a foreign release sets before the name of a securities act."""
    country = _COUNTRY.search(document.folded, max(0, name.span.start - 24), name.span.start) if name.entry and name.entry.id in _NAMELESS else None
    start = country.start() if country and document.text[country.start()].isupper() else name.span.start
    return _Name(Span(start, name.span.end), name.entry, name.misnomer, name.ambiguous, name.year, name.full)


def _capital_run(text: str, end: int) -> int:
    """Where the run of capitalised words before `end` starts, joining words allowed inside it."""
    start = end
    while start > 0:
        before = _WORD_BEFORE.search(text, max(0, start - 40), start)
        if not before:
            break
        word = before.group().strip()
        if not (_CAPITAL.match(word) or word in _JOINING):
            break
        start = before.start()
    words = text[start:end].split(" ")
    while words and (words[0].lower().rstrip(",") in _NOT_A_NAME or words[0] in _JOINING):
        start += len(words.pop(0)) + 1
    return min(start, end)


def _alone(document: Document, registry: Registry, name: _Name) -> Citation:
    if name.ambiguous:
        return Citation(name.span, None, False, "act", fault="act-misnamed")
    entry = name.entry
    if entry is None:
        return Citation(name.span, document.quote(name.span), True, "act")
    if name.misnomer:
        fault = _misnaming(document, name, entry)
        return Citation(_with_article(document, name.span), entry.name, False, "act", entry.id, fault=fault, replacement=entry.name)
    if _wrong_year(name, entry):
        return Citation(name.span, entry.name, False, "act", entry.id, fault="act-wrong-year", replacement=entry.name)
    return Citation(name.span, entry.name, True, "act", entry.id)


def _with_sections(document: Document, registry: Registry, name: _Name, section: re.Match[str]) -> Iterator[Citation]:
    span = Span(section.start(), name.span.end)
    numbers = [n.replace(" ", "") for n in re.findall(NUMBER, section.group("numbers"))] or [section.group("numbers")]
    written = document.quote(Span(section.start("numbers"), section.end("numbers")))
    cited = [_number_as_cited(n) for n in numbers]
    entry = _meant(registry, name, cited)
    if entry is None:
        fault: Fault | None = "act-misnamed" if name.ambiguous else None
        yield Citation(span, None if fault else document.quote(span), fault is None, "section", section=cited[0], fault=fault)
        return
    to = f"{entry.name} s {written}"
    right = f"{document.quote(Span(span.start, name.span.start))} {entry.name}"
    if document.quote(span).isupper():
        right = right.upper()
    malformed = next((n for n in cited if _BRACKETED.fullmatch(n) and entry.id in ("sa33", "ea34")), None)
    if malformed:
        mended = right.replace(malformed, malformed.replace("(", "").replace(")", "").upper())
        yield Citation(span, to, False, "section", entry.id, malformed, "rule-malformed", mended)
        return
    where = next((n for n in cited if (name.entry or entry).lacks(n)), None)
    if name.ambiguous and not _wrong_year(name, entry, ambiguous=document.folded[name.span.start : name.span.end]):
        where = where or cited[0]
    if where and (name.ambiguous or not name.misnomer):
        one = len(cited) == 1 or all(entry.section(n) for n in cited)
        yield Citation(span, to, False, "section", entry.id, where, "section-in-wrong-act", right if one else None)
    elif name.misnomer:
        yield Citation(span, to, False, "section", entry.id, cited[0], _misnaming(document, name, entry), right)
    elif _wrong_year(name, entry) or name.ambiguous:
        yield Citation(span, to, False, "section", entry.id, cited[0], "act-wrong-year", right)
    else:
        yield Citation(span, to, True, "section", entry.id, cited[0])


def _meant(registry: Registry, name: _Name, sections: list[str]) -> Act | None:
    """The act that the sections belong to, where the name alone is wrong or could be two."""
    if name.entry and not name.ambiguous and not any(name.entry.lacks(s) for s in sections):
        return name.entry
    homes = {act.id for act in registry.acts if act.id in ("sa33", "ea34") and any(act.section(s) and not act.lacks(s) for s in sections)}
    return registry.act(homes.pop()) if len(homes) == 1 else name.entry


def _of_previous(document: Document, section: re.Match[str], name: _Name, previous: _Name) -> Citation:
    number = _number_as_cited((re.findall(NUMBER, section.group("numbers")) or [section.group("numbers")])[0].replace(" ", ""))
    entry = previous.entry
    to = entry.name if entry else document.quote(previous.span)
    return Citation(Span(section.start(), name.span.end), f"{to} s {number}", True, "section", entry.id if entry else None, number)


def _other_misnomers(document: Document, registry: Registry) -> Iterator[Citation]:
    """Wrong names that do not end in "Act": Hart-Scott Rodino, HIPPA."""
    for act in registry.acts:
        for misnomer in act.misnomers:
            wrong = fold(misnomer)
            if _ANCHOR.search(wrong):
                continue
            exact = misnomer if misnomer.isupper() else None
            for match in re.finditer(rf"\b{re.escape(exact or wrong)}\b", document.text if exact else document.folded):
                yield Citation(Span(*match.span()), act.name, False, "act", act.id, fault="act-misnamed", replacement=None)
        for guard in act.guarded:
            for match in re.finditer(rf"\b{re.escape(fold(guard.text))}", document.folded):
                if not document.folded[: match.start()].rstrip(" \"'").endswith(fold(guard.not_after)):
                    span = _with_article(document, Span(*match.span()))
                    yield Citation(span, act.name, False, "act", act.id, fault="act-misnamed", replacement=act.name)


def _with_article(document: Document, span: Span) -> Span:
    return Span(span.start - 4, span.end) if document.text[max(0, span.start - 4) : span.start] == "The " else span


def _number_as_cited(number: str) -> str:
    """27a → 27A, 13(A) → 13(a): letters after the number are capitals, those in brackets small."""
    head, bracket, rest = number.partition("(")
    return head.upper() + bracket + rest


def _wrong_year(name: _Name, entry: Act, ambiguous: str | None = None) -> bool:
    if ambiguous is not None and fold(re.sub(r" of \d{4}$", "", entry.name)) not in re.sub(r" of \d{4}$", "", ambiguous):
        return False
    return name.year is not None and entry.year is not None and name.year != entry.year


def _misnaming(document: Document, name: _Name, entry: Act) -> Fault:
    """A misnomer that differs from the name only in its year is a wrong year."""
    bare = re.sub(r" of \d{4}$", "", document.folded[name.span.start : name.span.end])
    return "act-wrong-year" if bare.endswith(fold(re.sub(r" of \d{4}$", "", entry.name))) else "act-misnamed"
