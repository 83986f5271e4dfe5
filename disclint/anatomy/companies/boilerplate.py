"""The standing paragraphs about the companies of a release."""

from __future__ import annotations

import re

from disclint.anatomy.companies.boilerplate_headings import Opening, find_opening, opens_about
from disclint.model import Block, Boilerplate, Cautionary, Contact, Document, Span

_SHORTEST = 40
_PROFILE = frozenset("profile overview description brief background who us".split())  # `Company Profile`: the heading says what follows
_OPENING = 1500  # characters of headline and lead
_OTHER_SUBJECTS = frozenset(  # what a heading `About …` names when it is no company
    """
    study trial trials phase offering offer transaction conference award awards disease syndrome disorder disorders cancer carcinoma data results project
    acquisition merger agreement call webcast index report survey measures statement statements deficiency designation program programme exchange pipeline
    property properties mine deposit series event symposium information rating ratings estimates guidance methodology research withdrawal process adjusted
    presentation model app card token assessment plan plans reinvestment dividend dividends meeting financing notes warrants contract order outlook
    """.split()
)
_SUFFIXES = frozenset(
    """
    inc corp corporation ltd limited llc plc ag asa ab oyj se s.a sa n.v nv group holdings bank company co lp partners trust reit association university
    foundation therapeutics pharmaceuticals technologies
    """.split()
)
_COMPANY_WORDS = frozenset(
    """
    company companies corporation provider leader leading manufacturer group firm bank reit trust association organization organisation foundation developer
    producer retailer operator distributor supplier publicly headquartered founded established based incorporated nasdaq nyse listed mission subsidiary
    subsidiaries employees customers clients investment portfolio platform brand brands helps offers provides delivers designs develops operates owns
    warehouses hotels partnership stores restaurants branches offices pipeline pipelines facilities locations megawatts vessels employs employees gathers runs
    makes sells markets manufactures produces plants manufacturers products specializes specializing specialises specialising worldwide global globally committed university institute society agency fund traded explores
    exploration explorer miner maker builder builders makers producers providers retailers operators distributors serves services solutions purpose innovative innovation industry award-winning professional
    """.split()
)
_FIRM_WORDS = frozenset("company firm provider leader leading group bank manufacturer corporation retailer organization organisation".split())
_THING = re.compile(
    r"[^.]{0,160}?\b(?:is|are) (?:an? |the |one of )?(?:(?!(?:with|that|which|whose) )[\w'\u2019,()-]+ ){0,9}?(?:diseases?|disorders?|syndrome|conditions?|cancers?|trial|study|inhibitor|"
    r"antibody|drug|medicine|therapy|vaccine|injection|tablet|treatment|investigational|candidate|conference|award|index|agonist|antagonist|molecule|"
    r"peptide|tumou?rs?|device|instrument|symptoms?|product|system|protein|virus|infection|subtype|cause|medication|gene|formulation|deposit|mine)\b"
)
_AFFLICTION = re.compile(r"(?:[^.]{0,200}\. )?[^.]{0,90}?\b(?:affects?|occurs? (?:in|when)|is characteri[sz]ed by|is caused by)\b")
_OPENS_TEXT = ("founded", "based", "headquartered", "established", "since ", "with ", "we ", "at ", "our ", "the company", "the group", "the bank", "the firm",
               "the fund", "the trust")  # fmt: skip
_NEWS = re.compile(
    r"\b(?:announced|announces|reported|yesterday|quarter|said|commented|conference call|webcast|forward-looking|pursuant to|the offering|"
    r"this (?:press|news) release|no securities|shall not constitute|shareholders of record|reserves? the right|non-gaap|gaap|measure of|measurement|makes no|is defined as)\b"
)
_HEADLESS = re.compile(
    r"(?:based|headquartered|founded|established|incorporated) in .{2,80}?,|we are (?:an?|the) |with (?:over |more than )?\d+ years|"
    r"with (?:over |more than |nearly |approximately |about |some )?[\d.,$]+[^.]{0,110}, (?:[\w.-]+-based )?[\w&.'-]+ [^.]{0,60}?(?:is|are|has|operates|serves)\b|since \d{4},|"
    r"(?:[\w.-]+(?: [\w.-]+)?-based )?(?P<name>(?:the )?[\w&.'()-]+,?(?: [\w&.,'()/:\"-]+){0,14}?)(?:, an? (?:[^.;]|\.\d){5,120},)?,?'? (?:currently |also |now )?(?:is (?:an?|the|one of|engaged|dedicated|committed|focused|headquartered|listed|"
    r"developing)|are (?:an?|the)|provides|offers|designs|develops|delivers|manufactures|operates|owns|specializes|specialises|engages|helps|produces|"
    r"markets|supplies|headquartered|based|founded|through its|with its|together with its|and its subsidiaries|believes|serves|creates|combines|"
    r"runs|sells|mines|gathers|builds|finances|lends|employs|trades|distributes|processes|connects|powers|leases|invests|purpose is|ignited|makes|was founded|was established|explores|was incorporated)\b"
)
_SUBJECT = re.compile(  # `Headquartered in Toledo, Ohio, Halden Pumps is`
    r", (?:the )?(?P<first>[A-Z][\w&.'\u2019-]+)(?: [\w&.'\u2019-]+){0,4}? (?:is|are|has|operates|makes|provides|serves|owns|builds|employs)\b"
)
_OUR_OWN = re.compile(r"we are an? ")
_OURS = re.compile(r"\b(?:we|our|us)\b")
_ENDS = (
    "#", "---", "-end", "- end", "ends", "-30-", "-0-", "source ", "source:", "view source", "view original", "contact", "further information",
    "more information", "safe harbo", "forward-looking", "forward looking", "cautionary", "disclaimer", "important", "notice", "copyright", "(c)",
    "\u00a9", "distribution:", "neither ", "website:", "on behalf of", "non-gaap", "conference call", "references", "attachment", "logo", "photo",
    "language:", "this press release", "this news release", "this release", "the press release", "the news release", "note to editors",
    "notes to editors", "certain statements", "certain information", "except for", "some of the statements", "some statements", "follow us",
    "advisors", "nothing in", "the enclosed", "further details", "trademark", "all trademarks", "all rights", "/", "www.", "http", "* *", "***",
)  # fmt: skip
_CONTACT_LABEL = re.compile(
    r"(?:media|investors?|press|ir|company|corporate|for (?:further|more|additional))\b.{0,40}(?:contacts?|[ie]nquiries|relations|information)"
)
_LONGER_NAME = re.compile(
    r"(?:The )?[A-Z][\w&.'\u2019-]*(?: (?:[A-Z&][\w&.'\u2019-]*|(?:of|and|the|de)\b))*(?:,? (?:Inc|Corp|Ltd|LLC|L\.P|PLC|plc|N\.V|S\.A)\b\.?)?"
)
_LEGAL_NAME = re.compile(r"(?:[A-Z][\w&.'\u2019-]*[ ,]+)+?(?:Inc|INC|Corp|Ltd|LLC|L\.P|LP|PLC|plc|AG|ASA|AB|Oyj)\b\.?")
_OTHER_OPENERS = frozenset("company board dr mr mrs ms prof professor he she".split())  # who is described is a person, or known from elsewhere
_IN_NAMES = frozenset("of and the for de la du".split())
_WORD = re.compile(r"[\w'.-]*[\w']")


def find_boilerplates(document: Document, cautionary: Cautionary | None, contacts: tuple[Contact, ...]) -> tuple[Boilerplate, ...]:
    """The boilerplate of every company, under its heading or without one."""
    taken = [contact.span for contact in contacts]
    if cautionary:
        taken += [*cautionary.spans, *([cautionary.heading] if cautionary.heading else [])]
    found: list[Boilerplate] = []
    index = 0
    while index < len(document.blocks):
        opening = find_opening(document, index)
        passage = _passage(document, index, opening, taken) if opening else None
        if opening and passage and _tells_of_company(document, opening, passage[0]) and not _told_before(document, found, passage[0]):
            found.append(Boilerplate(_company(document, opening, passage[0]), opening.heading, passage[0]))
            index = passage[1]
            following = document.blocks[index].span if index < len(document.blocks) else Span(0, 0)
            if len(following) > _SHORTEST and _OUR_OWN.match(document.folded, following.start):
                found.append(Boilerplate("", None, following))  # `We are a …` below a paragraph about another company
        else:
            index += 1
    return tuple(sorted([*found, *_headless(document, found, taken)], key=lambda b: b.span.start))


def _told_before(document: Document, found: list[Boilerplate], span: Span) -> bool:
    """Some wires give the same release twice."""
    return any(document.folded[b.span.start : b.span.start + 80] == document.folded[span.start : span.start + 80] for b in found)


# --------------------------------------------------------------------------- under a heading


def _passage(document: Document, index: int, opening: Opening, taken: list[Span]) -> tuple[Span, int] | None:
    """The text under an opening, and the index of the block behind it."""
    start, end = opening.text, document.blocks[index].span.end
    number = index + 1
    while number < len(document.blocks) and _continues(document, number, started=start is not None, taken=taken):
        start = document.blocks[number].span.start if start is None else start
        end = document.blocks[number].span.end
        number += 1
    if start is None:
        return None
    span = _cut(document, Span(start, end), taken)
    return (span, number) if len(span) >= _SHORTEST else None


def _cut(document: Document, span: Span, taken: list[Span]) -> Span:
    """The range without what another part of the release has taken of its end, and without white space around it."""
    start, end = span.start, min([other.start for other in taken if span.start < other.start < span.end], default=span.end)
    while start < end and document.text[start].isspace():
        start += 1
    while end > start and document.text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _continues(document: Document, number: int, *, started: bool, taken: list[Span]) -> bool:
    """Whether a block belongs to the boilerplate above it."""
    block = document.blocks[number]
    words = document.folded[block.span.start : min(block.span.end, block.span.start + 200)]
    if block.kind in ("table", "rule", "page-break") or (block.kind == "heading" and (started or len(block.span) <= 120)):
        return False
    if any(other.start < block.span.start + _SHORTEST and other.touches(block.span) for other in taken):
        return False
    if words.startswith(_ENDS) or _CONTACT_LABEL.match(words) or (opens_about(document, block.span) and (started or len(block.span) < 110)):
        return False
    if not started:
        return True
    if block.kind != "item" and len(block.span) < 70 and words.rstrip()[-1] not in ".!?":
        return False
    if _OUR_OWN.match(words) and not _OURS.search(document.folded, document.blocks[number - 1].span.start, block.span.start):
        return False  # another company speaks of itself below
    return not find_opening(document, number) and not _NEWS.search(words)


def _tells_of_company(document: Document, opening: Opening, span: Span) -> bool:
    """Whether the passage is about a company, not about a drug, a study or a transaction."""
    name = document.folded[opening.name.start : opening.name.end]
    first = document.folded[span.start : min(span.end, span.start + 420)]
    words = set(_WORD.findall(name))
    if words & _PROFILE and (first.startswith(("we ", "our ")) or first.split()[0] in document.folded[:_OPENING].split()):
        return True
    alone = opening.name.start == opening.heading.start and opening.name.end >= opening.heading.end - 2
    if alone and (_NEWS.search(first) or not _HEADLESS.match(first)):
        return False  # the name alone makes no heading
    if _SUFFIXES & (words | set(_WORD.findall(first)[:5])):
        return True
    if words & _OTHER_SUBJECTS:
        return False
    firm = bool(_FIRM_WORDS & set(_WORD.findall(first[:250])))
    if not firm and (_names_thing(name, first) or _THING.match(first) or _AFFLICTION.match(first) or "\u2122" in name or "\u00ae" in name):
        return False
    named = _WORD.match(name)
    own = bool(named and named.group() in first[:110]) or first.startswith(_OPENS_TEXT)
    if (own or len(words) > 1) and not alone and name.removesuffix(".") in document.folded[:_OPENING]:
        return True  # `About Acme`, and Acme is whom headline or lead name
    return own and not _COMPANY_WORDS.isdisjoint(_WORD.findall(first))


def _names_thing(name: str, first: str) -> bool:
    """Whether the text below `About TrueTrace` opens with `The TrueTrace monitor is`: small words behind the name say what it is."""
    kind = re.match(
        rf"the {re.escape(name)}[\u00ae\u2122]? (?P<kind>(?:[a-z][\w-]+ ){{1,4}}?)(?:is|are|was|uses|works|combines|contains|consists|warns|measures)\b",
        first,
    )
    return kind is not None and not (_FIRM_WORDS | _COMPANY_WORDS) & set(kind["kind"].split())


def _company(document: Document, opening: Opening, span: Span) -> str:
    """The name as the heading has it, or the longer one that the text begins with."""
    name = document.quote(opening.name)
    longer = _LONGER_NAME.match(document.quote(Span(span.start, min(span.end, span.start + 120))))
    if not longer:
        return name
    same = longer.group().split()[0].lower() == name.split(" ")[0].lower()
    generic = name.lower().startswith(("corporate", "company", "about")) or name.lower() == "us"
    if longer.group().split()[0] in ("We", "Our"):
        return name
    return longer.group().strip() if generic or (same and len(longer.group()) > len(name)) else name


# --------------------------------------------------------------------------- without a heading


def _headless(document: Document, found: list[Boilerplate], taken: list[Span]) -> list[Boilerplate]:
    """The closing paragraphs, one behind the other, that describe companies without any heading."""
    blocks = [b for b in document.blocks if b.kind not in ("table", "rule", "page-break")]
    while len(blocks) > 1 and len(blocks[-1].span) < 110:  # statements follow the text of a report of results
        blocks.pop()
    opening = next((b for b in blocks if len(b.span) > 160), next((b for b in blocks if len(b.span) > 100), None))
    if not opening:
        return []
    kept: list[Boilerplate] = []
    known = set(_WORD.findall(document.folded[: opening.span.start + 300]))
    third = opening.span.end + (blocks[-1].span.end - opening.span.end) * 0.3
    earliest = max(min(third, _last_paragraphs(blocks, taken)), found[0].span.end if found else 0)
    told = tuple(document.folded[b.span.start : b.span.start + 16] for b in found)
    for block in reversed(blocks):
        if block.span.start < earliest or (kept and block.span.end + 2 < kept[-1].span.start):
            break
        span = _cut(document, block.span, taken)
        covered = any(s.start <= span.start < s.end for s in taken) or any(b.span.touches(span) for b in found)
        if len(span) < 110 or covered or document.folded.startswith(told, span.start):
            continue
        company = _described(document, span, known)
        if company is not None:
            kept.append(Boilerplate(company, None, span))
    return kept


def _last_paragraphs(blocks: list[Block], taken: list[Span]) -> int:
    """Where the last two paragraphs before the cautionary passage or the contacts begin."""
    first = min((s.start for s in taken if s.start > blocks[-1].span.end * 0.3), default=blocks[-1].span.end)
    before = [b.span.start for b in blocks if b.span.end <= first and len(b.span) > 110]
    return before[-2] if len(before) > 1 else first


def _described(document: Document, span: Span, known: set[str]) -> str | None:
    """The company that a paragraph describes, one that the opening of the release has named; None where it describes none."""
    words = document.folded[span.start : span.end]
    match = _HEADLESS.match(words)
    if _THING.match(words) and not _FIRM_WORDS & set(_WORD.findall(words[:250])):
        return None
    if not match or "." not in words or not document.text[span.start].isupper() or _NEWS.search(words[:300]) or words.startswith(_ENDS):
        return None
    name = match.group("name")
    if name:
        first = _WORD.match(name.removeprefix("the "))
        subject = first.group().removesuffix("'s").rstrip("'") if first else ""
        opening = document.text[span.start : span.start + len(re.split("[,(]", name)[0])].split()
        if subject not in known or subject in _OTHER_OPENERS or any(w[0].islower() and w not in _IN_NAMES | _SUFFIXES for w in opening):
            return None
    legal = _LEGAL_NAME.search(document.text, span.start, span.end)
    behind = _SUBJECT.search(document.text, span.start, span.start + 160)
    told = name is not None or (behind is not None and behind["first"].lower() in known)
    wanted = (1 if legal and legal.start() == span.start else 2) if told else 3
    if len(_COMPANY_WORDS & set(_WORD.findall(words[:500]))) < wanted:
        return None
    if name:
        return document.quote(Span(span.start, span.start + len(name.split(" (")[0].rstrip(" ,'"))))
    return document.quote(Span(*legal.span())) if legal else ""
