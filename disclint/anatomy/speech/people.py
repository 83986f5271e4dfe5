"""Names of persons, told from titles, firms and places by the words around and inside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Span

_TITLES = frozenset(
    """
    chief executive officer president vice senior chairman chair chairwoman chairperson director directors manager head ceo cfo coo cto cmo cso cio
    cco cro cbo cpo gm evp svp vp avp md founder founders co-founder co-founders cofounder managing partner principal secretary treasurer controller
    counsel deputy assistant associate analyst spokesperson spokesman spokeswoman minister investigator scientist member
    board interim acting lead leader independent non-executive owner specialist coordinator consultant representative administrator editor
    commissioner fellow physician surgeon economist strategist geologist engineer operating financial technology scientific commercial
    marketing medical legal general accounting strategy operations finance compliance revenue sales product business development corporate
    deputy group global regional country shareholder inventor strategic bd attorney superintendent trustee adviser advisor
    """.split()
)
_ORGANISATIONS = frozenset(
    """
    inc corp corporation company companies co llc l.l.c ltd limited plc p.l.c lp l.p llp pllc ag sa s.a nv n.v bv b.v se gmbh kgaa ab asa oyj oy a/s aps
    spa s.p.a sas sarl s.a.b spac reit kg pty bhd berhad pte kk holdings holding partners capital securities bank banking bancorp bancshares trust fund funds
    advisors advisers associates assoc communications communication consulting consultants international pharma pharmaceuticals pharmaceutical
    therapeutics technologies tech systems solutions services service energy resources mining metals gold silver copper lithium uranium minerals
    exploration explorations biotech biosciences bioscience biopharma biologics diagnostics sciences science health healthcare university hospital
    hospitals institute institution foundation association agency department council committee center centre clinic college school laboratories
    labs networks network software semiconductor industries industrial enterprises ventures venture investments investment management media press
    news newswire wire exchange nasdaq nyse tsx tsxv aim lse otc report form act website internet web site page note insurance financial
    properties realty estate airlines motors foods brands stores entertainment games gaming interactive digital studios hotels resorts
    petroleum oil gas power electric water solar wind nuclear equity markets market asset wealth broker brokers nomad adviser agent
    registrar depositary custodian underwriter underwriters agents advisory joint sole corporate commission authority ministry government federal funding relations ir pr
    court society club league union alliance consortium coalition team desk office division unit group programme program project growth stocks best
    aktiebolag aktiengesellschaft osakeyhtio
    """.split()
)
_OTHERS = frozenset(
    """
    the a an of in on at for and or with by to from as is are was were our we you your their its this that these those it he she they his her
    contact contacts investor investors relations relation public inquiries inquiry enquiries enquiry queries information info further more
    additional please questions tel telephone phone mobile cell fax email e-mail mail call visit follow connect about source end ends view original
    version content copyright rights reserved language english safe harbor harbour forward-looking statements statement notice important
    disclaimer table quarter year month week results annual interim full first second third fourth fiscal half nine six three
    january february march april may june july august september october november december monday tuesday wednesday thursday friday saturday sunday
    jan feb mar apr jun jul aug sep sept oct nov dec est edt pst pdt et pt gmt cet bst
    street avenue ave road rd drive suite floor building blvd boulevard lane square tower towers house park plaza box po p.o highway way court
    north south east west northern southern eastern western central new san los las santa saint st fort port city county state states united
    kingdom america american americas canada canadian europe european asia asian africa african australia australian germany german france french
    italy italian spain spanish sweden swedish norway norwegian finland finnish denmark danish netherlands dutch belgium switzerland swiss austria
    ireland irish israel israeli china chinese japan japanese korea korean india indian singapore brazil mexico argentina chile peru london paris
    berlin munich frankfurt hamburg zurich vienna stockholm oslo helsinki copenhagen amsterdam madrid milan rome dublin toronto vancouver calgary
    montreal ontario quebec alberta columbia california texas florida york jersey massachusetts boston chicago houston dallas denver atlanta seattle
    tokyo seoul beijing shanghai shenzhen taipei sydney melbourne perth hong kong tel aviv
    newsroom stock shares share common ordinary preferred series class notes bonds warrants product products phase study trial fda sec ema
    commenting according said says stated added noted commented explained continued concluded since while when after before during following
    under upon although if also however today yesterday tomorrow once only both each all some many most such other another there here what who how why
    condensed consolidated balance sheets sheet statements income cash flows flow unaudited assets liabilities total net earnings results record
    expert perspective note notes editors nasdaq-listed because but not no yes i'm i we're it's we've let's dear ladies gentlemen attention attn re subject date time place title name position role
    via per ph ext extension toll-free toll free dial webcast replay conference
    """.split()
)
_FIRMS = frozenset(  # houses whose names look like a person's
    """
    joele-frank peel-hunt panmure-gordon panmure-liberum strand-hanson beaumont-cornish hudson-sandler sard-verbinnen abernathy-macgregor turner-pope
    grant-thornton charles-stanley raymond-james stifel-nicolaus piper-sandler piper-jaffray william-blair cantor-fitzgerald canaccord-genuity
    morgan-stanley goldman-sachs wells-fargo wilkinson-brimmer-katcher kekst-cnc edelman-smithfield yellow-jersey blytheweigh merrill-lynch
    donaldson-lufkin credit-suisse ernst-young baker-tilly kirkland-ellis sullivan-cromwell
    """.split()
)
# Also the names of persons: a surname where a name is under way, a first name where another name word follows.
_AMBIGUOUS = frozenset(
    """
    or to york park west lane gold silver page young london ireland french german head dean power house day april may june august dallas sydney paris
    milan vienna berlin lead florence jordan court houston mark grant bill hon boston israel hong jan sun
    """.split()
)
_HONORIFICS = frozenset(
    "mr mrs ms miss dr prof professor sir dame lord lady hon rev sen herr frau mag ing ambassador senator governor mayor judge congressman".split()
)
_PARTICLES = frozenset("van von der den de la le du del della da di do dos das bin ibn al el ter ten zu zur af av y e".split())
_SUFFIXES = frozenset("jr sr ii iii iv v".split())
_DEGREES = frozenset(
    "m.d md ph.d phd cfa cpa mba m.b.a m.sc msc b.sc bsc d.phil facc facs faha p.eng peng p.geo pgeo esq j.d jd dds d.o do rn r.n pharmd pharm.d scd sc.d "
    "m.s mph m.p.h fache cma ca obe cbe mbe kc qc frcp ing dipl".split()
)
_TOKEN = re.compile(r"[^\W\d_][\w.'\u2019\u2010\u2011\u0300-\u036f&-]*|[^\w\s]|\d\S*")
_NICKNAME = re.compile(r"""\s*(?:\([^\W\d_][\w.'\u2019 -]{1,14}\)|["\u201c\u2018'][^\W\d_]\w{1,14}["\u201d\u2019'])(?=\s+[^\W\d_])""")
_CAMEL_PARTS = re.compile(r"[A-Z][a-z]+")
_TITLE_WORD = re.compile(r"[a-z][a-z-]*")


def bare(token: str) -> str:
    """The token as the word lists spell it."""
    word = token.lower().replace("\u2019", "'").rstrip(".,'")
    return word.removesuffix("'s")


def is_title(words: str) -> bool:
    """Whether the (folded) words name a position: `vice president, investor relations`."""
    return any(word in _TITLES for word in _TITLE_WORD.findall(words))


def is_degree(words: str) -> bool:
    """Whether the words are degrees and nothing else: `CFA`, `Ph.D., MBA`."""
    return all(bare(word.strip(",")) in _DEGREES for word in words.split())


def is_other(token: str) -> bool:
    """Whether a word is none of a name: an article, a month, a place."""
    return bare(token) in _OTHERS


def is_honorific(token: str) -> bool:
    """Whether a word only stands before names: `Mr.`, `Dr.`"""
    return bare(token) in _HONORIFICS


_POSITIONS = frozenset("chief officer president director manager head ceo cfo coo vice vp secretary treasurer senior counsel lead specialist".split())


def is_position(words: str) -> bool:
    """Whether the (folded) words name what one person is, not the office where several sit."""
    return any(word in _POSITIONS for word in _TITLE_WORD.findall(words))


def is_organisation(words: str) -> bool:
    """Whether one of the words belongs to names of firms rather than of persons."""
    tokens = [bare(token) for token in words.split()]
    return any(token in _ORGANISATIONS for token in tokens) or "-".join(tokens) in _FIRMS or "&" in tokens


def _is_name_word(token: str) -> bool:
    word = bare(token)
    if any(part.lower() in _ORGANISATIONS and len(part) > 5 for part in _CAMEL_PARTS.findall(token)):
        return False
    if len(token) == 2 and token[0].isupper() and token[1] == ".":
        return True
    return (
        token[0].isupper()
        and word not in _TITLES
        and word not in _ORGANISATIONS
        and word not in _OTHERS
        and word not in _DEGREES
        and "&" not in token
        and not any(part in _TITLES or part in _OTHERS for part in word.split("-") if len(part) > 3)
        and (len(token) > 1 or token.isalpha())
    )


_NAME_FOLLOWS = re.compile(r"\s+[^\W\d_a-z][\w'\u2019-]+")


def _may_name(text: str, match: re.Match[str], run: list[Span], end: int) -> bool:
    """Whether a word that is a place, a month or a thing as well is part of a name here."""
    if not match.group()[0].isupper() or bare(match.group()) not in _AMBIGUOUS:
        return False
    following = _NAME_FOLLOWS.match(text, match.end(), end)
    if run:
        return not following or not is_title(following.group().lower())
    return following is not None and _is_name_word(following.group().strip())


def persons(text: str, start: int, end: int) -> Iterator[Span]:
    """Yields what reads as the name of a person: two words and more, or one after Mr., Dr. and their like; degrees are left off."""
    run: list[Span] = []
    honorific: Span | None = None
    position = start
    while position < end:
        nickname = _NICKNAME.match(text, position, end) if run else None
        if nickname:
            position = nickname.end()
            continue
        match = _TOKEN.search(text, position, end)
        if not match:
            break
        span, token = Span(match.start(), match.end()), match.group()
        word = bare(token)
        gap = text[position : match.start()]
        if (run and "\n" in gap) or "\t" in gap:
            yield from _person(text, run, honorific, None)
            run, honorific = [], None
        position = match.end()
        if word in _HONORIFICS and token[0].isupper() and not run:
            honorific = span
            continue
        if (
            _is_name_word(token)
            or _may_name(text, match, run, end)
            or (run and token.islower() and word in _PARTICLES)
            or (not run and honorific and word in _PARTICLES)
        ):
            run.append(_without_stop(text, span))
            if _closes(text, span, run):
                yield from _person(text, run, honorific, None)
                run, honorific = [], None
            continue
        if run and token == "," and (suffix := _suffix_after(text, match.end(), end)):
            run.append(suffix)
            position = suffix.end
            yield from _person(text, run, honorific, None)
            run, honorific = [], None
            continue
        yield from _person(text, run, honorific, word if token[0].isupper() or word == "plc" else None)
        run, honorific = [], None
    yield from _person(text, run, honorific, None)


def _without_stop(text: str, span: Span) -> Span:
    """Drops the full stop and the genitive after a name, and keeps an initial's and Jr.'s."""
    token = text[span.start : span.end]
    end = span.end
    if token.endswith("-"):
        end -= 1
    if token.endswith(".") and not _is_initial(token) and bare(token) not in _SUFFIXES:
        end -= 1
    for genitive in ("'s", "\u2019s"):
        if text[span.start : end].endswith(genitive):
            end -= 2
    return Span(span.start, end)


def _is_initial(token: str) -> bool:
    return len(token) == 1 or (token.endswith(".") and len(token.replace(".", "")) <= 2 and bare(token) not in _SUFFIXES)


def _closes(text: str, span: Span, run: list[Span]) -> bool:
    """A full stop or genitive after a name ends it."""
    token = text[span.start : span.end]
    return len(run) > 1 and span.end != run[-1].end and not _is_initial(token)


def _suffix_after(text: str, start: int, end: int) -> Span | None:
    match = _TOKEN.search(text, start, end)
    if match and bare(match.group()) in _SUFFIXES and match.start() - start <= 1:
        return Span(match.start(), match.end())
    return None


def _person(text: str, run: list[Span], honorific: Span | None, following: str | None) -> Iterator[Span]:
    while run and text[run[-1].start : run[-1].end].lower() in _PARTICLES:
        run = run[:-1]
    words = [text[s.start : s.end] for s in run]
    if not run or len(run) > 6:
        return
    if following in _ORGANISATIONS or following == "&":
        return
    full = [w for w in words if not _is_initial(w) and bare(w) not in _SUFFIXES and bare(w) not in _PARTICLES]
    if honorific:
        if full:
            yield Span(honorific.start if len(full) == 1 and len(run) == 1 else run[0].start, run[-1].end)
        return
    if len(run) > 3 and all(w.isupper() and len(w) > 2 for w in words):
        return
    if len(run) < 2 or not full or _is_initial(words[-1]) or len(full[-1]) < 2:
        return
    if "-".join(bare(w) for w in words) in _FIRMS or "-".join(bare(w) for w in words[:2]) in _FIRMS:
        return
    yield Span(run[0].start, run[-1].end)


def sole_person(text: str, start: int, end: int) -> Span | None:
    """The name, where the range holds a person's name and nothing else but degrees and honorifics."""
    found = next(persons(text, start, end), None)
    if not found:
        return None
    before = [bare(t) for t in text[start : found.start].split()]
    after = [bare(t.strip(",()")) for t in text[found.end : end].split()]
    if all(t in _HONORIFICS for t in before) and all(t in _DEGREES or not t for t in after):
        return found
    return None


def surname(name: str) -> str:
    """The last word of a name that is neither degree nor suffix, folded."""
    words = [bare(w.strip(",")) for w in name.split()]
    words = [w for w in words if w and w not in _SUFFIXES and w not in _DEGREES]
    return words[-1] if words else ""
