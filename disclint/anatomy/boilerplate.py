"""The standing paragraphs about the companies of a release."""

from __future__ import annotations

import re
from dataclasses import dataclass

from disclint.anatomy.people import is_organisation
from disclint.model import Block, Boilerplate, Cautionary, Contact, Document, Span

_ABOUT = re.compile(
    r"[\s*_#\u2022-]*about (?!\d+\b|to\b|this\b|these\b|how\b|what\b|our\b|that\b|half\b|[a-z]+ing\b|non-gaap|forward|key\b|risk|certain\b)(?:the )?"
)
_BRIEF = re.compile(
    r"(?:.{2,60}? (?:in brief|at a glance|in short|company profile)|(?:corporate|company) (?:profile|overview|description|information)|about(?: us| the company)?|"
    r"profile of .{2,60}|.{2,60} boilerplate)[ :.]*"
)
_NOT_A_COMPANY = re.compile(
    r"\b(?:study|trial|trials|phase|offering|offer|transaction|conference|awards?|disease|syndrome|disorder|cancer|carcinoma|data|results|project|acquisition|merger|"
    r"agreement|call|webcast|index|report|survey|measures|statements?|deficiency|designation|program|programme|exchange|pipeline|property|properties|mine|deposit|"
    r"series|event|symposium|information|ratings?|estimates|guidance|methodology|research|withdrawal|process|adjusted|presentation|model|app|card|token|fund's)\b"
)
_COMPANY_CUE = re.compile(
    r"\b(?:company|companies|corporation|provider|leader|leading|manufacturer|group|firm|bank|reit|trust|association|organi[sz]ation|foundation|developer|producer|"
    r"retailer|operator|distributor|supplier|publicly|headquartered|founded|established|based in|incorporated|nasdaq|nyse|listed|we are|our mission|mission|subsidiar\w+|"
    r"employees|customers|clients|investment|portfolio|platform|brands?|helps|offers|provides|delivers|designs|develops|operates|owns|specializ\w+|specialis\w+|"
    r"worldwide|global|globally|committed|university|institute|societ\w+|agency|fund|traded|explor\w+|serves|services|solutions|purpose|innovative)\b"
)
_THING = re.compile(
    r"^[^.]{0,160}?\b(?:is|are) (?:an? |the |one of )?(?:[\w'\u2019,()-]+ ){0,9}?(?:disease|disorder|syndrome|condition|cancer|trial|study|inhibitor|antibody|drug|medicine|"
    r"therapy|vaccine|injection|tablet|treatment|investigational|candidate|conference|award|index|agonist|antagonist|molecule|peptide|tumou?rs?|device|instrument|symptoms?|"
    r"product|system|protein|virus|infection|subtype|cause|medication|gene|formulation|solution for|technology for|service for|deposit|mine)\b"
)
_OPENING = re.compile(r"(?:founded|based|headquartered|established|since|with|we\b|at\b|our\b|the (?:company|group|bank|firm|fund|trust))")
_NEWS = re.compile(
    r"\b(?:announced|announces|reported|yesterday|quarter|said|commented|conference call|webcast|forward-looking|pursuant to|the offering|"
    r"this (?:press|news) release|no securities|shall not constitute|shareholders of record|reserves? the right)\b"
)
_HEADLESS = re.compile(
    r"(?:based|headquartered|founded|established|incorporated) in .{2,80}?,|we are (?:an?|the) |with (?:over |more than )?\d+ years|since \d{4},|"
    r"(?P<name>(?:the )?[\w&.'()-]+(?: [\w&.,'()/:-]+){0,9}?),?'? (?:is (?:an?|the|one of|engaged|dedicated|committed|focused|headquartered|listed|developing)|"
    r"are (?:an?|the)|provides|offers|designs|develops|delivers|manufactures|operates|owns|specializes|specialises|engages|helps|produces|markets|supplies|"
    r"headquartered|based|founded|through its|with its|together with its|and its subsidiaries|brings|believes|serves|creates|combines|invests|purpose is|ignited|"
    r"leads|makes|has been|was founded|was established|explores|was incorporated)\b"
)
_REPEATED = re.compile(r"([\w][^:\n]{4,70}?)\s*:\s*(\1)\b")
_STOP = re.compile(
    r"(?:#|\*\s*\*|---|- ?end|ends?$|-30-|-0-|source\b|view (?:source|original)|contacts?\b|(?:media|investor|press|ir|company|corporate|for (?:further|more|additional))\b.{0,40}"
    r"(?:contacts?|inquiries|enquiries|relations|information)|further information|more information[: ]|safe harbou?r|forward[- ]looking|cautionary|disclaimer|important|notice|"
    r"copyright|\(c\)|\u00a9|distribution:|neither |website:|on behalf of|non-gaap|conference call|references|attachments?|logo|photo|language:|"
    r"(?:this|the) (?:press|news) release|notes? to editors|certain (?:statements|information)|except for|some (?:of the )?(?:statements|information)|contact us|follow us|"
    r"advisors?$|nothing in|further details|for more (?:information|details) (?:on|about) this|trademarks?\b|all (?:trademarks|rights)|/|www\.|https?:)"
)


@dataclass(frozen=True, slots=True)
class _Opening:
    """A heading, or what runs in before the text, and where the text begins."""

    name: Span
    heading: Span
    text: int | None  # None: in the next block


def find_boilerplates(document: Document, cautionary: Cautionary | None, contacts: tuple[Contact, ...]) -> tuple[Boilerplate, ...]:
    """The boilerplate of every company, under its heading or without one."""
    taken = (
        [c.span for c in contacts]
        + (list(cautionary.spans) if cautionary else [])
        + ([cautionary.heading] if cautionary and cautionary.heading else [])
    )
    found: list[Boilerplate] = []
    index = 0
    while index < len(document.blocks):
        opening = _opening(document, index)
        if opening:
            passage = _passage(document, index, opening, taken)
            if passage and _tells_of_company(document, opening, passage[0]):
                found.append(Boilerplate(_company(document, opening, passage[0]), opening.heading, passage[0]))
                index = passage[1]
                continue
        index += 1
    return tuple(sorted([*found, *_headless(document, found, taken)], key=lambda b: b.span.start))


def _opening(document: Document, index: int) -> _Opening | None:
    block = document.blocks[index]
    if block.kind in ("table", "rule", "page-break"):
        return None
    start, end = block.span.start, block.span.end
    folded = document.folded
    about = _ABOUT.match(folded, start, end)
    if about:
        first = block.lines[0] if len(block.lines) > 1 and len(block.lines[0]) < 0.6 * max(map(len, block.lines)) else None
        if first and first.end > about.end():
            return _Opening(_name(document, about.end(), first.end), first, first.end)
        if len(block.span) <= 110 and not re.search(r"\w{3}\. \w|\b(?:is|are) (?:an?|the)\b", folded[start:end]):
            return _Opening(_name(document, about.end(), end), block.span, None)
        return _run_in(document, about.end(), block)
    brief = _BRIEF.fullmatch(folded, start, end) if len(block.span) <= 80 else None
    if brief:
        return _Opening(_name(document, start, end), block.span, None)
    repeated = _REPEATED.match(folded, start, end)
    if repeated and len(block.span) > 120 and is_organisation(document.text[repeated.start(1) : repeated.end(1)]):
        return _Opening(Span(*repeated.span(1)), Span(start, _name_stop(document.text, repeated.end(1) + 1)), repeated.start(2))
    return _own_name(document, index)


def _name(document: Document, start: int, end: int) -> Span:
    """The company's name in a heading, without what follows it: `in brief`, `(NYSE: …)`, a colon."""
    words = document.folded[start:end]
    cut = re.search(r" \(| in brief| at a glance| in short|, an? |, the | company profile|[:|]| boilerplate| - | \u2013 ", words)
    stop = start + (cut.start() if cut and cut.start() > 1 else len(words))
    while stop > start and document.text[stop - 1] in " :*_\u2013\u2014-":
        stop -= 1
    return Span(start, stop)


_RUN_IN_BREAK = re.compile(
    r"(?P<mark>:|\s[-\u2013\u2014]{1,2}\s)\s*|(?<=[a-z\u00df-\u00ff.)])(?=(?:The|We|Founded|Based|Headquartered|With|Since|At|Our|As|Established|For|In|A|An|Located)\b)|"
    r"\s(?=(?:We are|We're|Founded in|Based in|Headquartered in|Established in|With over|With more|Since \d|Our mission)\b)"
)


def _run_in(document: Document, start: int, block: Block) -> _Opening | None:
    """`About Acme: Acme is …`, `ABOUT ACME Acme is …`, and the same where the line break was lost."""
    text, folded = document.text, document.folded
    limit = min(block.span.end, start + 130)
    first = re.compile(r"[\w&.'\u2019-]*[\w&'\u2019]").match(folded, start, limit)
    if not first:
        return None
    word = first.group().removesuffix("'s")
    breaks = [m for m in [_RUN_IN_BREAK.search(text, start + 1, limit)] if m]
    places = [(m.start(), m.end()) for m in breaks]
    again = _again(folded, word, first.end(), limit)
    if again is not None:
        places.append((again, again))
    if not places:
        return None
    name_end, at = min(places, key=lambda p: p[1])
    while text[at : at + 1] == " ":
        at += 1
    if folded.startswith("the ", at - 4) and folded[at - 4] == "t" and name_end == at:
        at -= 4
        name_end = at
    if at >= block.span.end or name_end <= start:
        return None
    return _Opening(_name(document, start, name_end), Span(block.span.start, _name_stop(text, name_end)), at)


def _name_stop(text: str, end: int) -> int:
    while text[end - 1] in " :*_\u2013\u2014-":
        end -= 1
    return end


def _again(folded: str, word: str, start: int, limit: int) -> int | None:
    """Where the first word of the name comes a second time, as the name opens the text after a heading that ran in."""
    for _ in range(4):
        at = folded.find(word[:14], start, limit)
        if at < 0:
            return None
        if not re.search(r"(?:\.|\bwww|@)$", folded[start:at]) and folded[at - 1] != "/":
            return at
        start = at + 1
    return None


def _own_name(document: Document, index: int) -> _Opening | None:
    """The company's name as a heading, the text below it beginning with the same word."""
    block = document.blocks[index]
    if index + 1 >= len(document.blocks) or len(block.span) > 60 or document.blocks[index + 1].kind != "paragraph":
        return None
    following = document.blocks[index + 1].span
    words, below = document.folded[block.span.start : block.span.end], document.folded[following.start : following.start + 140]
    name = words.strip(" :*_")
    if len(name) < 5 or len(following) < 120 or not is_organisation(document.text[block.span.start : block.span.end].strip(" :*_")):
        return None
    if name.rstrip(".") not in below or _NEWS.search(document.folded, following.start, following.end) or not _HEADLESS.match(below):
        return None
    return _Opening(_name(document, block.span.start, block.span.end), block.span, None)


def _passage(document: Document, index: int, opening: _Opening, taken: list[Span]) -> tuple[Span, int] | None:
    """The text under an opening, and the index of the block behind it."""
    block = document.blocks[index]
    start, end = opening.text, block.span.end if opening.text is not None else None
    if start is not None:
        while start < block.span.end and document.text[start].isspace():
            start += 1
    number = index + 1
    while number < len(document.blocks):
        here = document.blocks[number]
        if not _continues(document, number, started=start is not None, taken=taken):
            break
        start = here.span.start if start is None else start
        end = here.span.end
        number += 1
    if start is None or end is None or end - start < 40:
        return None
    for span in taken:
        if start < span.start < end:
            end = span.start
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return (Span(start, end), number) if end - start >= 40 else None


def _continues(document: Document, number: int, *, started: bool, taken: list[Span]) -> bool:
    block = document.blocks[number]
    words = document.folded[block.span.start : min(block.span.end, block.span.start + 200)]
    if block.kind in ("table", "rule", "heading", "page-break") or any(span.touches(block.span) for span in taken):
        return block.kind == "heading" and not started and len(block.span) > 120
    if _STOP.match(words) or (_ABOUT.match(words) and (len(block.span) < 110 or started)) or (started and _opening(document, number)):
        return False
    if started and block.kind != "item" and (len(block.span) < 70 and words.rstrip()[-1:] not in ".!?"):
        return False
    return not started or not _NEWS.search(words)


def _tells_of_company(document: Document, opening: _Opening, span: Span) -> bool:
    """Whether the passage is about a company, not about a drug, a study or a transaction."""
    name = document.text[opening.name.start : opening.name.end]
    first = document.folded[span.start : min(span.end, span.start + 420)]
    suffixed = bool(
        re.search(
            r"\b(?:inc|corp|corporation|ltd|limited|llc|plc|ag|asa|ab|oyj|se|s\.?a|n\.?v|group|holdings|bank|company|co|lp|partners|trust|reit|association|university|foundation|therapeutics|pharmaceuticals|technologies)\b",
            name.lower(),
        )
    )
    if not suffixed and (_NOT_A_COMPANY.search(name.lower()) or "\u2122" in name or "\u00ae" in name):
        return False
    if not suffixed and _THING.match(first) and not re.search(r"\b(?:company|provider|firm|corporation|leader|organi[sz]ation)\b", first[:200]):
        return False
    if suffixed:
        return True
    word = re.match(r"(?:the )?[\w&]+", name.lower())
    own = bool(word and word.group().removeprefix("the ") in first[:110]) or bool(_OPENING.match(first))
    return own and bool(_COMPANY_CUE.search(first))


def _company(document: Document, opening: _Opening, span: Span) -> str:
    """The name as the heading has it, or the longer one that the text begins with."""
    name = document.quote(opening.name)
    beginning = document.quote(Span(span.start, min(span.end, span.start + 120)))
    longer = re.match(
        r"(?:The )?[A-Z][\w&.'\u2019-]*(?: (?:[A-Z&][\w&.'\u2019-]*|of|and|the|de))*(?:,? (?:Inc|Corp|Ltd|LLC|L\.P|PLC|plc|N\.V|S\.A)\b\.?)?",
        beginning,
    )
    if longer and longer.group().split()[0].lower() == name.split(" ")[0].lower() and len(longer.group()) > len(name):
        return longer.group().strip()
    if re.fullmatch(r"(?i)(?:corporate|company|about).*", name) and longer:
        return longer.group().strip()
    return name


def _headless(document: Document, found: list[Boilerplate], taken: list[Span]) -> list[Boilerplate]:
    """A closing paragraph that describes the company without any heading."""
    blocks = [b for b in document.blocks if b.kind not in ("table", "rule", "page-break")]
    opening = next((b for b in blocks if len(b.span) > 160), None)
    if not opening:
        return []
    known = set(re.findall(r"[\w']{3,}", document.folded[: opening.span.start + 300]))
    begun = [document.folded[b.span.start : b.span.start + 16] for b in found]
    kept: list[Boilerplate] = []
    half = opening.span.end + (blocks[-1].span.end - opening.span.end) * 0.3
    for index, block in enumerate(blocks):
        if block.span.start < min(half, _last_body(blocks, taken)) or len(block.span) < 110:
            continue
        if any(s.touches(block.span) for s in taken) or any(b.span.touches(block.span) for b in found):
            continue
        words = document.folded[block.span.start : block.span.end]
        match = _HEADLESS.match(words)
        if not match or _NEWS.search(words[:300]) or '"' in words[:2] or _STOP.match(words):
            continue
        name = match.groupdict().get("name")
        first = re.findall(r"[\w']{3,}", name.removeprefix("the ")) if name else []
        if name and (not first or first[0].removesuffix("'s").rstrip("'") not in known or first[0] in ("company", "board", "company's")):
            continue
        cues = len(set(_COMPANY_CUE.findall(words[:500])))
        if cues < (2 if name else 3) or any(words.startswith(b) for b in begun):
            continue
        if kept and kept[-1].span.end + 1 == block.span.start:
            continue
        company = document.quote(Span(block.span.start, block.span.start + len(name.rstrip(" ,'")))) if name else _company_near(document, block)
        kept.append(Boilerplate(company, None, block.span))
    return kept[-1:] if not found else [b for b in kept if b.span.start > found[0].span.start][-1:]


def _last_body(blocks: list[Block], taken: list[Span]) -> int:
    """Where the last paragraph before the cautionary passage or the contacts begins."""
    first = min((s.start for s in taken if s.start > blocks[-1].span.end * 0.3), default=blocks[-1].span.end)
    before = [b.span.start for b in blocks if b.span.end <= first and len(b.span) > 110]
    return before[-2] if len(before) > 1 else first


def _company_near(document: Document, block: Block) -> str:
    name = re.search(
        r"(?:[A-Z][\w&.'\u2019-]*[ ,]+)+(?:Inc|Corp|Ltd|LLC|PLC|plc|AG|ASA|AB|Oyj)\b\.?", document.text[block.span.start : block.span.end]
    )
    return " ".join(name.group().split()) if name else ""
