"""Acts and their sections as a release cites them: where they stand, which act is meant, and what is wrong with the name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.anatomy.citations.act_names import ANCHOR, ActName, act_names, wrong_year
from disclint.anatomy.citations.near_names import occurrences
from disclint.model import Citation, Document, Fault, Span
from disclint.registry import Act, Astray, Registry, without_year
from disclint.text import fold

NUMBER = r"\d{1,4}[a-z]{0,2}(?: ?-\d{1,2}|-[a-f]\b)?(?: ?\([a-z0-9]{1,5}\))*"
_NUMBERS = rf"{NUMBER}(?:(?:, (?:and |or )?| and | or | through | to | & )(?:sections? )?(?:{NUMBER}|\([a-z]\)))*"
_SECTIONS = re.compile(
    rf"(?:sections?|secs?\.|§+|chapter|part|articles?) ?(?P<numbers>{_NUMBERS}|[ivx]{{1,5}}[a-z]?),? (?:of|under|to|in) (?:(?:the|such|said) )?(?:u\.s\. |us |united states )?$"
)
_AFTER = re.compile(rf",? ?(?:sections?|§+) ?(?P<number>{NUMBER})(?! (?:of|under)\b)(?![\w-])")  # the Securities Trading Act section 5-12
_BRACKETED = re.compile(r"(?:27 ?(?:\(A\)|-A)|21 ?(?:\([DEF]\)|-[DEF]))", re.IGNORECASE)  # Section 27(A), 27-A: the letter belongs to the number
_SMALL = re.compile(r"\b(?:27a|21[def])\b")
_HARBORS = frozenset(("27A", "21E"))  # the safe harbor's sections tell the act, whatever it is called
_YEAR_AFTER = re.compile(r" of (\d{4})\b")
_DEVICES = re.compile(
    r" (?:regulatory |premarket |marketing )?(?:clear|notif|submission|application|pathway|process|filing|NDA|approval|route|new drug)"
)
# Sections of two acts named one after the other: Sections 27A and 21E of the Securities Act … and the Exchange Act …, respectively.
_AND_OTHER = re.compile(
    r"(?:,? (?:each )?as amended)?,?(?: \([^()\n]{2,40}\))?,? and (?:of )?(?:the )?(?:u\.s\. )?(?P<other>securities (?:and )?exchange act|exchange act|1934 act|securities act|1933 act)\b"
)
_AROUND = 250  # characters in which the words stand that tell how a section is meant


def find_acts(document: Document, registry: Registry) -> Iterator[Citation]:
    """Yields every act cited by name, together with the sections that are cited of it."""
    previous: ActName | None = None
    for name in act_names(document, registry):
        section = _SECTIONS.search(document.folded, max(0, name.span.start - 120), name.span.start)
        if " " not in document.text[name.span.start : name.span.end]:  # "the Act", "the Order": the one last named
            if section and previous:
                yield _of_previous(document, section, name, previous)
            continue
        if section:
            yield from _with_sections(document, registry, name, section)
        elif name.entry is None and not name.ambiguous and (after := _AFTER.match(document.folded, name.span.end)):
            span = Span(name.span.start, after.end())
            yield Citation(span, document.quote(span), True, "section", section=_number_as_cited(after.group("number")))
        elif name.entry is not None and (after := _AFTER.match(document.folded, name.span.end)) and _is_astray(document, name.entry, after):
            number = _number_as_cited(after.group("number"))
            to = f"{name.entry.name} s {number}"
            yield Citation(Span(name.span.start, after.end()), to, False, "section", name.entry.id, number, "section-in-wrong-act")
        elif name.full or name.misnomer or name.ambiguous:
            yield _alone(document, registry, name)
        previous = name
    yield from _by_abbreviation(document, registry)
    yield from _other_misnomers(document, registry)
    yield from _other_slips(document, registry)


def _by_abbreviation(document: Document, registry: Registry) -> Iterator[Citation]:
    """Section 203 of the DGCL."""
    for act in registry.acts:
        for short in (s for s in act.short if s.isupper()):
            for found in occurrences(document.text, short):
                section = _SECTIONS.search(document.folded, max(0, found.start - 80), found.start)
                if section:
                    number = re.findall(NUMBER, section.group("numbers"))[:1] or [section.group("numbers")]
                    span = Span(section.start(), found.end)
                    yield Citation(span, document.quote(span), True, "section", section=_number_as_cited(number[0]))


def _alone(document: Document, registry: Registry, name: ActName) -> Citation:
    if name.ambiguous:
        return Citation(name.span, None, False, "act", fault="act-misnamed")
    entry = name.entry
    if entry is None:
        return Citation(name.span, document.quote(name.span), True, "act")
    if name.misnomer:
        fault = _misnaming(document, name, entry)
        return Citation(_with_article(document, name.span), entry.name, False, "act", entry.id, fault=fault, replacement=entry.name)
    if wrong_year(name, entry):
        return Citation(name.span, entry.name, False, "act", entry.id, fault="act-wrong-year", replacement=entry.name)
    return Citation(name.span, entry.name, True, "act", entry.id)


def _with_sections(document: Document, registry: Registry, name: ActName, section: re.Match[str]) -> Iterator[Citation]:
    span = Span(section.start(), name.span.end)
    numbers = [n.replace(" ", "") for n in re.findall(NUMBER, section.group("numbers"))] or [section.group("numbers")]
    written = document.quote(Span(section.start("numbers"), section.end("numbers")))
    cited = [_number_as_cited(n) for n in numbers]
    around = document.folded[max(0, span.start - _AROUND) : span.end + _AROUND]
    small = _SMALL.search(written) if any(c.isupper() for c in document.quote(name.span)) else None
    bracketed = small.group() if small else next((n for n in cited if _BRACKETED.fullmatch(n)), None)
    other = _other_act(document, registry, name) if len(cited) > 1 else None
    its_own = [n for n in map(_unbracketed, cited) if other is None or other.astray(n, around) or not other.section(n)]
    entry = _meant(registry, name, its_own, around)
    if entry is None:
        fault: Fault | None = "act-misnamed" if name.ambiguous else None
        yield Citation(span, None if fault else document.quote(span), fault is None, "section", section=cited[0], fault=fault)
        return
    to = f"{entry.name} s {written}"
    right = f"{document.quote(Span(span.start, name.span.start))} {entry.name}"
    if document.quote(span).isupper():
        right = right.upper()
    astray = next((a for n in its_own if (a := (name.entry or entry).astray(n, around))), None)
    if name.ambiguous and not _only_year_wrong(document, name, entry):
        astray = astray or Astray(_unbracketed(cited[0]))
    if bracketed and entry.id in ("sa33", "ea34") and not astray:
        mended = right.replace(bracketed, re.sub(r"\W", "", bracketed).upper())
        yield Citation(span, to, False, "section", entry.id, bracketed, "rule-malformed", mended)
    elif astray and (name.ambiguous or not name.misnomer) and name.entry is not None:
        one = (len(cited) == 1 or all(entry.section(n) for n in cited)) and not astray.right and not bracketed
        number = astray.right or astray.number
        yield Citation(span, f"{entry.name} s {number}", False, "section", entry.id, number, "section-in-wrong-act", right if one else None)
    elif name.misnomer or name.entry is None:
        number = astray.right if astray and astray.right else written
        fault = _misnaming(document, name, entry)
        yield Citation(span, f"{entry.name} s {number}", False, "section", entry.id, cited[0], fault, None if number != written else right)
    elif wrong_year(name, entry) or name.ambiguous:
        yield Citation(span, to, False, "section", entry.id, cited[0], "act-wrong-year", right)
    else:
        yield Citation(span, to, True, "section", entry.id, cited[0])


def _other_act(document: Document, registry: Registry, name: ActName) -> Act | None:
    """The other of the two securities acts, where it shares the sections cited of this one."""
    other = _AND_OTHER.match(document.folded, name.span.end)
    named = other and ("ea34" if "exchange" in other.group("other") or "1934" in other.group("other") else "sa33")
    return registry.act(named) if named and name.entry and named != name.entry.id else None


def _is_astray(document: Document, act: Act, after: re.Match[str]) -> bool:
    """Whether the section that stands behind the act's name, and before no other's, is none of it: the … Act of 1934, Section 27A."""
    around = document.folded[max(0, after.start() - _AROUND) : after.end() + _AROUND]
    goes_on = re.match(r"(?:,| and| or) ", document.folded[after.end() :][:5])
    return act.id in ("sa33", "ea34") and not goes_on and act.astray(_number_as_cited(after.group("number")), around) is not None


def _meant(registry: Registry, name: ActName, sections: list[str], around: str) -> Act | None:
    """The act that the sections belong to, where the name alone is wrong, could be two or is none that is known."""
    if name.entry is None and not name.ambiguous and not (_HARBORS.intersection(sections) and re.search("securit", around) and "forward" in around):
        return None
    if name.entry and not name.ambiguous and not any((a := name.entry.astray(s, around)) and not a.right for s in sections):
        return name.entry
    homes = {act.id for act in registry.acts if any(act.section(s) and not act.astray(s, around) for s in sections)}
    if name.entry is None or name.ambiguous:
        homes &= {"sa33", "ea34"}
    elif len(homes) > 1:
        homes &= {"sa33", "ea34"} - {name.entry.id}
    return registry.act(homes.pop()) if len(homes) == 1 else name.entry


def _unbracketed(number: str) -> str:
    return re.sub(r"[() -]", "", number).upper() if _BRACKETED.fullmatch(number) else number


def _of_previous(document: Document, section: re.Match[str], name: ActName, previous: ActName) -> Citation:
    number = _number_as_cited((re.findall(NUMBER, section.group("numbers")) or [section.group("numbers")])[0].replace(" ", ""))
    entry = previous.entry
    to = entry.name if entry else document.quote(previous.span)
    return Citation(Span(section.start(), name.span.end), f"{to} s {number}", True, "section", entry.id if entry else None, number)


def _other_misnomers(document: Document, registry: Registry) -> Iterator[Citation]:
    """Wrong names that do not end in "Act": Hart-Scott Rodino, HIPPA."""
    for act in registry.acts:
        for misnomer in act.misnomers:
            wrong = fold(misnomer)
            if ANCHOR.search(wrong):
                continue
            for span in occurrences(*((document.text, misnomer) if misnomer.isupper() else (document.folded, fold(misnomer)))):
                yield Citation(span, act.name, False, "act", act.id, fault="act-misnamed", replacement=None)
        for guard in act.guarded:
            for found in occurrences(document.folded, fold(guard.text)):
                if not document.folded[max(0, found.start - 24) : found.start].rstrip(" \"'").endswith(fold(guard.not_after)):
                    span = _with_article(document, found)
                    yield Citation(span, act.name, False, "act", act.id, fault="act-misnamed", replacement=act.name)


def _other_slips(document: Document, registry: Registry) -> Iterator[Citation]:
    """A short name in capitals with a wrong year, and numbers of sections in a shape that they do not have: 505(b)2."""
    for act in registry.acts:
        for short in act.short:
            for found in occurrences(document.text, short) if short.isupper() and act.year else ():
                year = _YEAR_AFTER.match(document.text, found.end)
                if year and int(year.group(1)) != act.year:
                    yield Citation(Span(found.start, year.end()), act.name, False, "act", act.id, fault="act-wrong-year", replacement=act.name)
        for wrong in act.malformed:
            for found in occurrences(document.folded, fold(wrong.text)):
                if (
                    document.quote(found) != wrong.text
                    or document.text[max(0, found.start - 1)] in "$€£"
                    or not _DEVICES.match(document.text, found.end)
                ):
                    continue
                to = f"{act.name} s {wrong.right}"
                yield Citation(found, to, False, "section", act.id, wrong.right, "rule-malformed", wrong.right)


def _with_article(document: Document, span: Span) -> Span:
    return Span(span.start - 4, span.end) if document.text[max(0, span.start - 4) : span.start] == "The " else span


def _number_as_cited(number: str) -> str:
    """27a → 27A, 13(A) → 13(a): letters after the number are capitals, those in brackets small."""
    head, bracket, rest = number.partition("(")
    return head.upper() + bracket + rest


def _only_year_wrong(document: Document, name: ActName, entry: Act) -> bool:
    """Whether a name that could stand for two acts has all the words of this one."""
    return fold(without_year(entry.name)) in without_year(document.folded[name.span.start : name.span.end]) and wrong_year(name, entry)


def _misnaming(document: Document, name: ActName, entry: Act) -> Fault:
    """A misnomer that differs from the name only in its year is a wrong year."""
    bare = without_year(document.folded[name.span.start : name.span.end])
    return "act-wrong-year" if bare.endswith(fold(without_year(entry.name))) else "act-misnamed"
