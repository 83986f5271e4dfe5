"""Legends other than the cautionary passage: offer, merger, exchange, market abuse, explanation of non-GAAP measures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

import re2

from disclint.model import Block, Cautionary, Document, Span
from disclint.text import sentences

LegendKind = Literal["offer", "merger", "exchange", "market-abuse", "measures", "qualified-person", "trademark", "other"]


@dataclass(frozen=True, slots=True)
class Legend:
    """One legend from its heading, if it has one, to its last paragraph."""

    kind: LegendKind
    span: Span


# Sentences that belong to a legend wherever they stand; the first kind that matches has the sentence.
_SENTENCES: tuple[tuple[LegendKind, re2._Regexp], ...] = (
    (
        "exchange",
        re2.compile(
            r"\bneither (?:the )?(?:tsx|toronto|nex|canadian securities|cse|cnsx|otc|neo|cboe|aquis|nasdaq|new york)\b[^.]*\b(?:accepts?|approved"
            r"|reviewed|passed)\b"
            r"|\b(?:exchange|tsxv|cse|otcqb|regulator)\b[^.;]*\b(?:has|have) (?:in no way|neither|not) (?:\w+ )?(?:passed|reviewed|approved"
            r"|accepted)\b"
            r"|\bno (?:stock )?(?:exchange|securities (?:commission|regulat\w+))\b[^.;]*\b(?:approved|accepts? responsibility|passed|reviewed)\b"
            r"|hong kong exchanges and clearing limited\b[^.]*\btakes? no responsibility|\b(?:rns|rnsannouncement)\b[^.]*\b(?:news service"
            r"|news provider|provided by)\b"
            r"|\bapproved by the financial conduct authority to act as a primary information provider"
            r"|\bsecurities and futures commission\b[^.]*\btakes? no responsibility"
        ),
    ),
    (
        "market-abuse",
        re2.compile(
            r"\bmarket abuse regulation\b|\b(?:mar|regulation \(eu\) (?:no\.? ?)?596/2014)\b[^.]*\b(?:article|inside|information|disclos|pursuant)"
            r"|\b(?:article|inside information)\b[^.]*\b596/2014"
            r"|\binside information\b[^.;]*\b(?:article 7|article 17|pursuant|purposes of|within the meaning|required to|obliged)"
            r"|\bresponsible for (?:arranging|making) (?:for )?the (?:release|notification)"
            r"|\bobliged to (?:make public|publish|disclose)\b[^.;]*\bpursuant to\b|\b(?:was|is) submitted for publication\b"
            r"|\bdisclosure requirements? pursuant to\b|\bsecurities ?trading ?act\b[^.;]*\bsection"
        ),
    ),
    (
        "merger",
        re2.compile(
            r"\bparticipants? in (?:the|any|such) (?:\w+ )?solicitation|\b(?:proxy statement|registration statement|tender offer statement"
            r"|solicitation/recommendation|information statement|offer to purchase|prospectus)\b"
            r"[^.;]*\b(?:carefully|when (?:it|they) becomes? available|free of charge|free copies|without charge|important information)"
            r"|\bwhere to find it\b|\burged to read\b|\bshould read (?:the|those|such|all)\b[^.;]*"
            r"\b(?:proxy|registration|tender|relevant|documents|statement)|\bnot a substitute for\b[^.;]*\b(?:proxy|registration|prospectus"
            r"|statement)|\bfree cop(?:y|ies)\b[^.;]*\b(?:sec|documents|filed)"
            r"|\btender offer\b[^.;]*\bnot yet commenced|\bno solicitation\b|\bsolicitation of (?:proxies|any vote)|\bdirect and indirect interests\b"
        ),
    ),
    (
        "offer",
        re2.compile(
            r"\b(?:not|nor|neither|shall not|no part)\b[^.;]*\b(?:constitut|form|be construed|intended|is)[^.;]*\b(?:offer|solicitation|invitation"
            r"|proposal|recommendation)\b"
            r"|\boffer (?:to sell|for sale|of securities|to buy|to purchase)\b[^.]*\b(?:solicitation|unlawful|jurisdiction|made only|prospectus)"
            r"|\bnor shall there be any (?:sale|offer)"
            r"|\b(?:not been|not be|never been|been or will be)\b[^.;]*\bregistered\b[^.]*\b(?:securities ?act|1933|state|any)"
            r"|\bmay not be (?:offered|sold|reoffered)\b|\bsecurities ?act\b[^.]*\bexempt"
            r"|\b(?:offering|offer|securities)\b[^.;]*\b(?:only|solely) by means of\b"
            r"|\bregistration statement\b[^.;]*\b(?:not (?:yet )?become effective|been (?:filed|declared)|became effective)"
            r"|\bnot for (?:distribution|release|publication|dissemination)\b|\bqualified (?:institutional buyers?|investors?)\b[^.;]*\b(?:rule 144a"
            r"|within the meaning|only|as defined)|\bregulation s\b[^.;]*\bsecurities act"
            r"|\bfailure to comply with this restriction|\bdistribution of this (?:announcement|communication|press release)\b[^.;]*\brestricted"
            r"|\brelevant persons\b|\bpersons into whose\b|\bunited states securities laws\b[^.;]*violat"
            r"|\bprospectus regulation\b|\bcopies of (?:the|this|such) (?:[\w-]+ ){0,5}(?:prospectus|offering|announcement)\b"
            r"|\bsubscriptions? (?:will|may) be (?:made )?(?:only|solely)"
        ),
    ),
    (
        "qualified-person",
        re2.compile(
            r"\bqualified persons?\b|\bcompetent persons?\b|\b(?:reviewed|approved|verified|prepared)\b[^.;]*\b(?:p\.?\s?geo|p\.?\s?eng"
            r"|national instrument 43-101|ni 43-101|jorc)\b"
        ),
    ),
    (
        "measures",
        re2.compile(
            r"\bnon-?(?:gaap|ifrs)\b[^.]*\b(?:not|no)\b[^.;]*\b(?:isolation|substitute|alternative|standardi[sz]ed|superior|replacement|comparable)"
            r"|\bnot (?:have|recogni[sz]ed)\b[^.;]*\bstandardi[sz]ed meaning"
            r"|\bsimilarly[- ](?:titled|named|labell?ed) (?:\w+ )?measures|\bnon-?(?:gaap|ifrs) (?:financial )?measures?\b[^.;]*\b(?:useful"
            r"|meaningful|defined|supplement|understand|investors|management uses)"
            r"|\b(?:considered|viewed|used) (?:\w+ )?(?:in isolation|as an? (?:alternative|substitute))|\bnot (?:meant"
            r"|intended) (?:to be considered )?(?:in isolation|as a substitute)"
        ),
    ),
    (
        "trademark",
        re2.compile(
            r"\b(?:is|are) (?:either )?(?:a |an |the )?(?:registered )?(?:trade|service) ?marks?\b|\bmay be (?:registered )?trade ?marks\b"
            r"|\btrademarks? (?:of|or)\b[^.;]*\b(?:owners?|compan|inc|corporation|holders?)"
            r"|\ball rights reserved\b|\bproperty of their respective"
        ),
    ),
    (
        "other",
        re2.compile(
            r"\b(?:information|informational) purposes only\b|\bnot (?:investment|legal|financial) advice|\bversion (?:will|shall|is"
            r"|takes) (?:prevail|binding|preceden)|\bno (?:responsibility|liability) is (?:assumed|accepted)"
            r"|\bsole(?:ly)? responsib\w* (?:of|for) the (?:issuer|content)|\baccepts? (?:any|no) (?:liability|responsibility)\b"
            r"|\bacting (?:exclusively|solely) for\b|\bmakes? no representations? or warrant"
        ),
    ),
)  # fmt: skip
_ANY = re2.compile(
    r"exchange|regulat|restrict|persons into|responsib|inside information|solicit|proxy|prospectus|offer|securities ?act|not for |relevant persons"
    r"|qualified|competent"
    r"|non-?gaap|non-?ifrs|isolation|similarly|standardi"
    r"|mark|rights reserved|purposes only|advice|prevail|liabilit|represent|copies of|submitted|43-101|means of|tender|substitute"
)  # fmt: skip

# Headings that announce a legend; what follows belongs to it up to the next heading.
_HEADINGS: tuple[tuple[LegendKind, re2._Regexp], ...] = (
    ("merger", re2.compile(r"additional (?:information|and important)|important (?:additional )?information|participants in|where to find"
        r"|no offer or solicitation")),
    ("offer", re2.compile(r"^no (?:offer|solicitation|registration)|offer(?:ing)? restrictions|securities law|^not (?:for|an offer)|^(?:important"
        r"|legal) (?:notice|information|disclaimer)|^disclaimer")),
    ("measures", re2.compile(r"\bnon-?(?:gaap|ifrs)(?: \w+){0,2} (?:measures?|information|definitions?|disclosures?|metrics|adjustments|indicators)\b"
        r"|(?:use|about|explanation|regarding|discussion|notes?)\b.*\bnon-?(?:gaap|ifrs)|^(?:\(\w+\) )?non-?(?:gaap|ifrs)\W*$"
        r"|alternative performance|explanation of (?:\w+ )?measures|use of (?:\w+ )?measures"
        r"|supplementa(?:l|ry) financial measures")),
    ("qualified-person", re2.compile(r"(?:qualified|competent) persons?|^(?:technical|scientific) (?:information|disclosure)|quality assurance"
        r"|^ni 43-101")),
    ("market-abuse", re2.compile(r"market abuse|^inside information|^regulatory (?:information|notice)")),
    ("trademark", re2.compile(r"^trade ?marks?$|^copyright")),
)  # fmt: skip
_TITLES = re2.compile(r"\b(?:statements?|condensed|reconciliations?|results|quarter|highlights|forward)\b")  # of tables and of the cautionary passage
_MERGER = re2.compile(r"proxy|solicit|registration statement|tender offer|prospectus|circular|securities and exchange commission|with the sec\b")
# A sentence that tells of the offering itself is news, though it names the buyers in the words of a legend.
_NEWS = re2.compile(
    r"^[^.]{0,200}\b(?:announce[sd]?|said|priced|closed|completed|(?:has|have) (?:sold|agreed|entered|issued)|(?:intends?|plans?|proposes?) to (?:offer|sell|issue))"
    r"\b[^.]{0,200}\b(?:offering|placement|notes|shares|units|stock)\b"
)
_AMOUNT = re2.compile(r"[$€£] ?\d[\d.,]* ?(?:million|billion)\b")
_NO_NEWS = re2.compile(r"\b(?:not|nor|neither|no)\b")
_LONGEST = 14  # blocks under one heading
# Under such a heading every paragraph is legend that still speaks of the matter.
_MATTERS: dict[LegendKind, re2._Regexp] = {
    "merger": re2.compile(r"proxy|solicit|\bsec\b|commission|registration statement|circular|offer|transaction|merger|documents"),
    "measures": re2.compile(r"measure|gaap|ifrs|ebitda|adjust|exclud|compar|supplement|\bffo\b|defin|calculat"),
    "qualified-person": re2.compile(r"qualified|competent|technical|scientific|geo|43-101|jorc|sampl|assay|data"),
    "trademark": re2.compile(r"mark|rights|logo|names"),
}


def find_legends(document: Document, cautionary: Cautionary | None) -> tuple[Legend, ...]:
    """Every legend in order; none overlaps the cautionary passage or another."""
    taken = cautionary.spans if cautionary else ()
    found: list[Legend] = []
    under: LegendKind | None = None  # the kind whose heading the paragraphs still stand under
    heading: Span | None = None  # a legend's heading, until its first paragraph has been read
    since = 0
    for block in document.blocks:
        if block.kind in ("table", "rule", "page-break"):
            under = None if block.kind == "table" else under
            continue
        if _is_heading(document, block):
            under, since = _announced(document, block), 0
            heading = block.span if under else None
            continue
        since += 1
        if any(span.touches(block.span) for span in taken) or _ends(document, block, under, since):
            under = None
        for kind, span in [(under, block.span)] if under else _in_block(document, block, taken):
            whole = Span(heading.start, span.end) if heading and span.start == block.span.start else span
            found.append(Legend(kind, whole))
        heading = None
    return _joined(document, found)


def _is_heading(document: Document, block: Block) -> bool:
    folded = document.folded[block.span.start : block.span.end]
    return len(folded) <= 110 and (block.kind == "heading" or (block.bold and not folded.endswith(".")) or _announced(document, block) is not None)


def _announced(document: Document, block: Block) -> LegendKind | None:
    folded = document.folded[block.span.start : block.span.end].strip(" :*")
    if len(folded) > 110 or folded.endswith((".", ",", ";")):
        return None
    if _TITLES.search(folded):
        return None
    return next((kind for kind, pattern in _HEADINGS if pattern.search(folded)), None)


_ENDS = re2.compile(
    r"(?:for (?:more|further) information|contacts?\b|(?:\w+ ){1,3}contacts?\b|about [a-z]|source:? |#|- ?end|media|investors?:"
    r"|view (?:source|original))"
)


def _ends(document: Document, block: Block, under: LegendKind | None, since: int) -> bool:
    """Whether the legend that a heading announced is over."""
    if under not in _MATTERS or since > _LONGEST:
        return True
    if _ENDS.match(document.folded[block.span.start : block.span.start + 60]) and len(block.span) < 400:
        return True
    if since == 1 and under == "merger" and not _MERGER.search(document.folded[block.span.start : block.span.end]):
        return True
    return not _MATTERS[under].search(document.folded[block.span.start : block.span.end])


def _in_block(document: Document, block: Block, taken: tuple[Span, ...]) -> Iterator[tuple[LegendKind, Span]]:
    """Runs of legend sentences; a paragraph that opens with one and holds little else is legend as a whole."""
    if not _ANY.search(document.folded[block.span.start : block.span.end]):
        return
    told = [Span(*each) for each in sentences(document.text, block.span.start, block.span.end)]
    kinds = [None if any(span.touches(each) for span in taken) else _kind(document, each) for each in told]
    apart = any(span.touches(block.span) for span in taken)
    if kinds[0] and (None not in kinds or (not apart and len(set(kinds)) == 2 and 2 * kinds.count(None) <= len(kinds))):
        yield kinds[0], block.span
        return
    run: tuple[LegendKind, Span] | None = None
    for each, kind in zip(told, kinds, strict=True):
        if run and kind == run[0]:
            run = (run[0], Span(run[1].start, each.end))
            continue
        if run:
            yield run
        run = (kind, each) if kind else None
    if run:
        yield run


def _kind(document: Document, sentence: Span) -> LegendKind | None:
    said = document.folded[sentence.start : sentence.end]
    kind = next((kind for kind, pattern in _SENTENCES if pattern.search(said)), None)
    if kind == "measures" and _AMOUNT.search(said):
        return None  # it gives the measure's figure, and says aside what it is
    return None if kind == "offer" and _NEWS.search(said) and not _NO_NEWS.search(said) else kind


def _joined(document: Document, found: list[Legend]) -> tuple[Legend, ...]:
    """Legends of one kind with only blank space between them are one."""
    joined: list[Legend] = []
    for legend in found:
        last = joined[-1] if joined else None
        if last and last.kind == legend.kind and not document.text[last.span.end : legend.span.start].strip():
            joined[-1] = Legend(last.kind, Span(last.span.start, legend.span.end))
        else:
            joined.append(legend)
    return tuple(joined)
