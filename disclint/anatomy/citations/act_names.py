"""Acts by name: every name of a statute in the text, right, wrong, nearly right or unknown to the registry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclint.anatomy.citations.near_names import is_near, words_of
from disclint.model import Document, Span
from disclint.registry import Act, Registry, without_year
from disclint.text import fold

ANCHOR = re.compile(
    r"\b(?:acts?|code|ordinance|laws?|order)\b(?:(?:,? of)? (?P<year>(?:1[89]|20)\d\d)\b)?"
    r"(?: \([a-z ]+\) (?:order|regulations) (?:(?:of )?\d{4})|,? \d{4} ?- ?\d{4}| \((?:chapter|cap\.) ?\d+(?: of the laws of hong kong)?\))?"
)
_WORD_BEFORE = re.compile(r"(?:^|(?<=[\s(\[\"'/-])|(?=\())\(?[\w.&'’-]+\)?,? $")
_CAPITAL = re.compile(r"\([A-Z]\w+\)$|[A-Z][\w’'-]*(?:&[\w-]+)?,?$|U\.S\.|U\.K\.|&$")
_JOINING = frozenset(("and", "of", "for", "in", "on", "to", "by", "our"))
_SET_OFF = re.compile(r",? \((?P<bracketed>(?:19|20)\d\d)\)|, (?P<after_comma>(?:19|20)\d\d)(?=[.,;:)]|$| \()", re.MULTILINE)
_AHEAD = re.compile(r"\b(?P<ahead>(?:19|20)\d\d) (?:u\.s\. )?$")
_COUNTRY = re.compile(r"(?:u\.s\.|us|united states) $")
# A capitalised run before "Act" that names no statute, and words that open a sentence rather than a name.
_NOT_A_NAME = frozenset(
    ("the", "this", "such", "said", "that", "an", "any", "each", "section", "sections", "under", "of", "class", "balancing", "sister")
)
_NAMELESS = frozenset(("sa33", "ea34", "ica40", "iaa40"))  # their short names alone are defined terms, not citations
_LEADING = frozenset("the u.s. us united states federal american as amended under section sections act acts code".split())
_ABROAD = re.compile(
    r",? of (?!the united states|the u\.s|america|the code|the act)(?:the )?(?=(?P<land>[a-z]))|,? (?:r\.s|b\.e)|,? \((?!the |collectively|together|hereinafter|as )(?P<bracket>[a-z])"
)
_ABBREVIATION = re.compile(r"[A-Z]{4,}\)")  # the act's own, in brackets behind it: a land's has at most three letters (NSW)
_INSIDE = frozenset(("section", "title", "rule", "file", "form", "sec", "pslra", "public", "pub", "regulation"))


@dataclass(frozen=True, slots=True)
class ActName:
    """An act's name in the text; `entry` is None for an act the registry does not know."""

    span: Span
    entry: Act | None
    misnomer: bool
    ambiguous: bool
    year: int | None
    full: bool  # more than a short name


def act_names(document: Document, registry: Registry) -> Iterator[ActName]:
    """Every name that ends in “Act”, “Code” or the like; “the Act” alone is a name without entry."""
    folded = document.folded
    for anchor in ANCHOR.finditer(folded):
        start = _capital_run(document.text, anchor.start())
        known = _known(document, registry, anchor, start) or _nearly_known(document, registry, anchor, start)
        if known:
            yield _with_year_apart(document, known)
            continue
        if anchor.group().startswith(("act", "ordinance")) or anchor.group("year") or anchor.group()[-1].isdigit() or anchor.group() == "order":
            words = folded[start : anchor.start()].split()
            if words and anchor.group() != "order":
                yield ActName(Span(start, anchor.end()), None, False, False, None, True)
            elif anchor.group() in ("act", "order") and document.text[anchor.start()].isupper():
                yield ActName(Span(anchor.start(), anchor.end()), None, False, False, None, False)


def wrong_year(name: ActName, entry: Act) -> bool:
    return name.year is not None and entry.year is not None and name.year not in (entry.year, *entry.other_years)


def _known(document: Document, registry: Registry, anchor: re.Match[str], run: int) -> ActName | None:
    """The longest run of words up to the anchor that the registry knows, right or wrong."""
    folded, found, start = document.folded, None, anchor.start()
    year = int(anchor.group("year")) if anchor.group("year") else None
    for _ in range(10):
        candidate = folded[start : anchor.end()].replace(",", "")
        if candidate.startswith("(") and ")" not in candidate:  # a bracket that opens before the name is none of it
            candidate, start = candidate[1:], start + 1
        bare = without_year(candidate)
        ambiguous = candidate in registry.ambiguous
        misnomer = registry.acts_by_misnomer.get(candidate) or registry.acts_by_misnomer.get(bare)
        act = registry.acts_by_name.get(candidate) or registry.acts_by_name.get(bare)
        if (ambiguous or misnomer or act) and (start == anchor.start() or document.text[start].isupper() or document.text[start].isdigit()):
            short = bare in {fold(s) for s in act.short} if act else False
            full = not short or (act is not None and (act.id not in _NAMELESS or year is not None))
            found = ActName(Span(start, anchor.end()), misnomer or act, bool(misnomer) and not act, ambiguous, year, full)
        before = _WORD_BEFORE.search(folded, max(0, start - 40), start)
        if not before or folded[start - 1 : start] in ("\n", "("):
            break
        start = before.start()
    if found is None or _is_tail_of_another(document, found) or _is_old_bankruptcy_act(document, found):
        return None
    if found.span.start > run and (nearly := _nearly_known(document, registry, anchor, run)):
        return nearly
    if _is_of_another_land(document, found, run):
        return ActName(Span(min(run, found.span.start), anchor.end()), None, False, False, None, True)
    return _with_country(document, found)


def _with_year_apart(document: Document, name: ActName) -> ActName:
    """Takes in a wrong year that stands ahead of the full name, behind a comma or in brackets: the 1996 Private … Act, the … Act (1996)."""
    entry = name.entry
    if entry is None or name.misnomer or name.ambiguous or name.year is not None or without_year(fold(entry.name)) == fold(entry.name):
        return name
    if without_year(fold(entry.name)) not in document.folded[name.span.start : name.span.end].replace(",", "") or entry.id in _NAMELESS | {"irc"}:
        return name
    folded = document.folded
    ahead, behind = _AHEAD.search(folded, max(0, name.span.start - 12), name.span.start), _SET_OFF.match(folded, name.span.end)
    if ahead and not folded[: ahead.start()].endswith(("in ", "since ")):
        dated = replace(name, span=Span(ahead.start(), name.span.end), year=int(ahead.group("ahead")))
    elif behind:
        dated = replace(name, span=Span(name.span.start, behind.end()), year=int(behind.group("bracketed") or behind.group("after_comma")))
    else:
        return name
    return dated if wrong_year(dated, entry) else name


def _nearly_known(document: Document, registry: Registry, anchor: re.Match[str], run: int) -> ActName | None:
    """The whole run of capitals as one act's name with a slip in it, where it can be no other's."""
    start, folded = run, document.folded
    if _follows_abroad(document, anchor.end()):
        return None
    while start < anchor.start():
        words = words_of(without_year(folded[start : anchor.end()]))
        if len(words) < 3 or " ".join(words) in registry.acts_by_name:
            return None
        near = {act.id: act for act in registry.acts if is_near(words, words_of(fold(without_year(act.name))), loosely=act.jurisdiction == "US")}
        if len(near) == 1:
            return ActName(Span(start, anchor.end()), next(iter(near.values())), True, False, None, True)
        word = folded[start : anchor.start()].partition(" ")[0]
        if word.rstrip(",") not in _LEADING:
            return None
        start += len(word) + 1
    return None


def _is_tail_of_another(document: Document, name: ActName) -> bool:
    """A short name at the end of a longer one that is not known: the Tax Cuts and Jobs Act is not the JOBS Act."""
    start = _capital_run(document.text, name.span.start)
    longer = document.text[start : name.span.start]
    return not name.misnomer and longer.endswith(" and ") and "Act" not in longer


def _is_old_bankruptcy_act(document: Document, name: ActName) -> bool:
    """Before 1979, and abroad, there is a Bankruptcy Act; only with a chapter or a section of the Code is the Code meant."""
    if name.entry is None or name.entry.id != "bankr" or not name.misnomer:
        return False
    before = document.folded[max(0, name.span.start - 40) : name.span.start]
    return not re.search(
        r"(?:chapter (?:7|9|11|13|15|xi)|sections? (?:36[2-5]|503|11(?:25|29|45))(?:\(\w+\))*) of (?:the )?(?:[a-z.]+ ){0,2}$", before
    )


def _is_of_another_land(document: Document, name: ActName, run: int) -> bool:
    """Whether a name that is wrong for the act of the United States stands in that of another country or state, which may have one so called."""
    entry = name.entry
    if entry is None or entry.jurisdiction != "US" or not (wrong_year(name, entry) or name.misnomer or name.ambiguous):
        return False
    if _follows_abroad(document, name.span.end):
        return True
    words = words_of(document.folded[name.span.start : name.span.end])
    of_year = name.year is None or " of " in document.folded[name.span.end - 8 : name.span.end]
    if not of_year and name.year not in (entry.year, *entry.other_years) and len(words) < 4:
        return True  # the Securities Act 1978: the manner of the Commonwealth
    leading = re.split(r"\bacts?\b|\bcode\b", document.folded[run : name.span.start])[-1].split()
    distinct = len(words_of(without_year(document.folded[name.span.start : name.span.end]))) > 3
    return not distinct and any(w.strip(",()") not in _LEADING and w not in _JOINING for w in leading)


def _follows_abroad(document: Document, at: int) -> bool:
    after = _ABROAD.match(document.folded, at)
    if after is None:
        return False
    group = "land" if after.group("land") else "bracket" if after.group("bracket") else ""
    if not group:
        return True
    word = re.match(r"[\w.]+", document.folded[after.start(group) :])
    if group == "bracket" and _ABBREVIATION.match(document.text, after.start(group)):
        return False
    return document.text[after.start(group)].isupper() and (word is None or word.group() not in _INSIDE)


def _with_country(document: Document, name: ActName) -> ActName:
    """Takes in the country that a foreign release sets before the name of a securities act."""
    country = _COUNTRY.search(document.folded, max(0, name.span.start - 24), name.span.start) if name.entry and name.entry.id in _NAMELESS else None
    start = country.start() if country and document.text[country.start()].isupper() else name.span.start
    return replace(name, span=Span(start, name.span.end))


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
