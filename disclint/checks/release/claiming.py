"""Claiming: superlatives without a source, and two claims to be the first."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Note, Release, Severity, Span

_BEST = (
    r"(?:first|only|largest|greatest|leading|best(?!-)|safest|fastest(?!-)|smallest|lightest|strongest|broadest|widest|oldest|cleanest|cheapest|thinnest"
    r"|premier|foremost|number one|fastest-growing|(?:top|best)-(?:selling|rated)|biggest|(?:highest|lowest|longest)[- ][a-z]+"
    r"|most (?!of\b|recent|directly|significant|important|common|prevalent|frequent|likely|part|notably|material)[a-z-]+)"
)
_PLACES = (
    r"(?:world|industry|nation|country|market|region|globe|america|europe|canada|asia|china|india|australia|u\.s\.|britain|u\.k\.|ireland|germany|france"
    r"|italy|spain|switzerland|austria|netherlands|belgium|poland|sweden|norway|finland|denmark|scandinavia|nordics?|japan|korea|singapore|israel|africa"
    r"|brazil|mexico|middle east|new zealand|texas|california|florida|new york|ontario|quebec|british columbia|alberta)(?:'s|s'|')"
)
_GAP = r"(?: (?!(?:in|of|for|to|at|on|and|with|is|as|from|by|that|into|second|third|fourth|fifth|five|ten|three|two|largest|\d+)\b)[\w-]+){0,2}?"
_CLAIM = re.compile(
    rf"\b(?:(?:the |its |our |an? )?(?:north |south |latin |southeast )?{_PLACES}{_GAP} (?P<of>{_BEST})\b"
    rf"|the (?P<plain>(?!leading|premier|foremost){_BEST})(?P<and>(?:,? and|,) (?:{_BEST})\b|-of-its-kind| of (?:its|their) (?:kind|type|size|class))?(?=,? [a-z]|[.;,]))(?!-in-class)"
)
# A rank among all, said in other words.
_PEERLESS = re.compile(
    r"\bno other (?:company|provider|product|software|system|platform|supplier|manufacturer|bank|device|drug|therapy|technology|vendor|competitor)"
    r"(?: [\w'-]+){0,4}? (?:offers?|has|can|does|provides?|makes?|sells?|combines?|delivers?)\b"
    r"|\b(?:a|an|first|its) first-of-its-kind [a-z-]+|\b(?:a )?world[- ]first\b|\bvirtually (?:unlimited|limitless) [a-z-]+"
    r"|\bthe (?:undisputed|unquestioned|clear|acknowledged|global|world|worldwide|industry|national|market)(?: and \w+)? leader(?: (?:in|of|for)(?: [\w-]+){1,4})?"
    r"|\b(?:is|as|remains?|are|and|,) (?:the |an? )?(?:(?!no\b)[\w-]+ ){0,2}market leader\b(?: in(?: [\w-]+){1,4})?"
    r"|\b(?:strengthen|cement|solidif|extend|consolidat|reinforc|bolster|confirm|underscor|affirm)\w* (?:its|our|their|the (?:company|group)'s|[\w.]+'s)"
    r" (?:[\w-]+ ){0,2}leadership (?:in|of)(?: [\w-]+){1,4}"
    r"|\b(?:the|our|its|as) (?:#|no\. ?|number )(?:1|one) (?:[\w-]+ ){0,3}(?:provider|supplier|maker|brand|manufacturer|company|vendor|bank|seller|producer|choice|platform|source|lender|insurer|retailer|operator|exporter"
    r"|employer|name|system|product|app|builder|developer|distributor|carrier|airline|broker)\b"
    r"|\bthe leading (?:[\w-]+ ){1,5}(?:worldwide|globally|(?:in|of) the world)\b"
    r"|\b(?:unmatched|unrivall?ed|unparalleled|unsurpassed|unequall?ed|second to none)\b(?: [\w-]+)?"
)
_PUFF = re.compile(r"un(?:matched|riv|par|sur|equ)|second to")
# What is first, only or largest without being a boast: periods, steps, parts of a series.
_ORDINAL = re.compile(
    r"(?:first|only|best|largest)(?:,? (?:and|or) (?:second|third|last|fourth|most))?[ -](?:(?:fiscal|calendar|full|financial"
    r"|three|six|nine|half|two|four|five|ten|few|\d+) )*"
    r"(?:quarter|half|months?|year|years|time|day|days|week|weeks|phase|phases|stage|step|steps|part|tranche|closing"
    r"|anniversary|instal\w+|payment|call"
    r"|patients?|subject|dose|dosing|cohort|hole|holes|shareholder|trading|business|paragraph|sentence|item|interest"
    r"|amendment|lien|mortgage|offering|option"
    r"|person|place|one|ones(?! of its)|two|three|four|such|date|vice|annual|quarterly|interim|dividend|series|round|meeting|session"
    r"|name|and foremost|of(?! (?:its|their) (?:kind|type|size|class))|to|in|with|on|at|is|are|was"
    r"|nations?|responders?|aid|class|line|principles|refusal|degree|order|read(?:ing)?|look|drill|production|gold pour|pour"
    r"|sale|sales|delivery|deliveries|report"
    r"|estimates?|efforts?|practices?|interests?|available|known|way|ever(?! (?:made|built|designed|developed|created|produced|drilled|sold|launched)))\b"
)
_SCOPE = re.compile(
    r"\b(?:of its kind|in the world|on the market|commercially available|fda[- ]approved|in the industry|to market|in class"
    r"|anywhere|in history|worldwide|globally|across the world|ever (?:made|built|designed|developed|created|produced))\b"
)
_SOURCED = re.compile(
    r"\b(?:believes?|believed|we believe|according to|based on|as measured by|as ranked|ranked|ranks|by (?:revenue|sales"
    r"|assets|volume|market share|market capitali[sz]ation|number|units|"
    r"deposits|total assets|production|capacity|premiums?)|source:|as reported by|in terms of|named|recognized (?:as|by)"
    r"|award|survey|estimated?|considered|(?:mentioned|cited|published|as (?:stated|shown)) in)\b|[*†‡¹²³]|\(\d\)|\[\d\]"
)
# What is wished for, or is one of several, where it stands before the claim or right behind it.
_WISHED = re.compile(
    r"\b(?:expected to be|could be|potential(?:ly)?|aims?|aiming|strives?|goal|vision is|mission|aspires?|to become|seeks?|seeking|intends?|one of the|among the)\b"
)
_OBJECT = re.compile(
    r"(?: (?!(?:of|for|in|to|with|that|which|who|on|at|by|from|and|or|is|are|was|has|as|under|using|designed|approved|made|operating|capable|serving"
    r"|between|among|across|within|ever|able|offering|providing|having|whose)\b)"
    r"[\w'-]+){1,6}"
)
_PLURAL = re.compile(r"(?:[^aius]s|ies|sses)$")
# Who or what such a claim is made for, and the words by which a company makes it for its own.
_KINDS = re.compile(
    r"^(?:company|manufacturer|producer|provider|supplier|maker|operator|distributor|developer|retailer|bank|owner|refiner|miner|network|platform"
    r"|product|system|device|drug|therapy|treatment|solution|technology|vaccine|inhibitor|unit|machine|vehicle|test|service|software|tool|firm|business"
    r"|medicine|tablet|pill|pump|valve|camera|robot|car|truck|app|antibody|biosimilar|instrument|scanner|implant|catheter|aircraft|vessel|turbine|panel|chain"
    r"|vendor|lender|agent|assistant|model|brand|contractor|employer|landlord|processor|grower|brewer|baker|brewery|bakery|smelter|terminal|pipeline|railroad|deposit|project|exchange|store|school"
    r"|source|integrator|exporter|importer|builder|marketer|publisher|insurer|lender|carrier|airline|engine|chip|sensor|battery|mine|refinery|plant|fund|explorer|franchisor|utility|institution)$"
)
_BOASTS = re.compile(
    r"(?:\b(?:is|are|as|being|remains|becom\w+|became|makes?|offers?|sells?|operates?|introduc\w+|launch\w*|unveil\w*)(?: \w+ly)?|was|were|,) $"
)
_IS = re.compile(r"(?:The Company|[A-Z][\w&'’.-]*(?:,? [\w&'’.-]+){0,7})(?: \([^()\n]{2,80}\))*,? (?:is|remains) ")
_SAID_TO_BE = re.compile(r"(?:,? (?!(?:of|for|in|to|with|that|which|who|on|at|by|from|or|is|was|has|as|under|using)\b)[\w'-]+){1,8}")
_KIND_OF = re.compile(rf" {_KINDS.pattern[1:-1]}\b")
# What an issuer may call its own without a boast, and what it compares with its own past.
_NO_BOAST = re.compile(
    r"^(?:part(?:y|ies|ner)?|holders?|members?|\w*holder|customers?|bidders?|obligors?|borrowers?|guarantors?|beneficiary|beneficiaries|issuer|registrant|purchaser|seller|buyer|(?:wo)?man|person"
    r"|directors?|officers?|executives?|employees?|chair\w*|city|cities|state|county|town|country|markets?|econom\w+|\w+sition|transactions?|expenses?|increases?|decreases?|declines?|components?"
    r"|portion|shares?|changes?|conditions?|assets?|investors?|contributors?|costs?|segments?|time|thing|reason|way|factor|risk|exception|difference|option|choice|obligations?|interests?|days?"
    r"|loans?|deal|contract|order|award|project|step|example|impact|effect|amount|number|price|year|week|months?|quarters?|class|classes|series|securit\w+|notes?|stock|loss|losses|gains?|growth|category|categories)$"
)
_OWN_PAST = re.compile(
    r"(?: [\w'-]+){0,6}? (?:(?:that |which )?(?:we|it|they|the (?:company|partnership|group|bank|trust)) [a-z]"
    r"|(?:of|in|at|for) (?:(?:our|its|their)(?! (?:kind|type|size|class)\b)|the (?:company|group|partnership|bank)'s|history|company history)\b|(?:in|since|for|over) (?:\w+ ){0,3}(?:years|months|decades|quarters|(?:19|20)\d\d)\b|ever recorded)"
)
_OWNS = r"(?:is|are|remains?|was|were|became|becomes|has become|will be|operates|owns|runs|has|have|makes|offers|sells|provides|builds|produces|manages|ranks as)(?: (?:now|also|currently|today|still|by far))?"
_IN_PLACE = re.compile(
    r"(?: [\w'-]+){0,7}? (?:in|of|across|throughout|outside|between) (?:all of |the )?(?:(?!January|February|March|April|May|June|July|August|September|October|November|December|Q\d)[A-Z][\w.]+|country|nation|region|world|industry|state|county|hemisphere|sector|field|city|continent|mid-\w+)\b"
)
_FIRST_TO = re.compile(r"first(?: (?!to\b)[\w'-]+){0,4} to (?!date\b|the\b|be (?:held|paid|issued)\b)[a-z]+")
_HELD = re.compile(
    r" of (?:[\w-]+ ){0,3}(?:claims|land|acreage|acres|licen[cs]es|permits|rights|patents|concessions|tenements|spectrum|leases|properties|royalties)\b"
)
# “The new HX pump is the first to run dry”: what the issuer makes, and no person.
_PRODUCT_IS = re.compile(
    rf"^[\W_]*(?:the|our|its|this|(?:the company|[\w.-]+)'s) (?:(?!who\b|that\b|of\b)[\w/-]+ ){{0,4}}?(?:{_KINDS.pattern[4:-2]}|series|line|range|tablet|[a-z]+-\d+\w*)s?"
    r" (?:is|are|was|were|became|becomes|remains?) (?:also |now |still )?$"
)
_HANGS = re.compile(r"(?:\b(?:with|to|by|from|for|of|and|including),?|,) $")
_NAMED = re.compile(r"(?: [a-z][\w'-]+){1,4}, (?P<name>[A-Z][\w&-]+)(?=[ ,.])")
_BEHIND = 60  # characters behind such a claim where its measure may stand
_SEVERAL = re.compile(r"\b(?:one|some|many|several|few|two|three|four|five|ten|most|\d+) of (?:the |[\w.' -]{2,30} and )?$")
_MANY = re.compile(
    r"(?: [\w'-]+){0,2}? (?:organizations|companies|brands|banks|hospitals|institutions|manufacturers|providers|producers|universities|airlines|retailers"
    r"|insurers|enterprises|firms|investors|businesses|experts|scientists|researchers|operators|names|publishers|carriers|artists|managers|customers)\b"
)
# What others are: fairs, markets, hospitals and the raters of the world, which no issuer claims to be.
_OTHERS = re.compile(
    r"(?: (?!(?:in|on|of|for|to|that|which|at|by|with|as)\b)[\w'&-]+){0,4}? (?:conference|convention|expo|exhibition|fair|trade show|event|summit|gathering|congress|symposium|forum|stock exchange|index"
    r"|hospital|university|center|centre|econom(?:y|ies)|cit(?:y|ies)|state|province|market|country|consumer|importer|airport|disclosure system"
    r"|assessment(?: tool)?|rating|award|competition|race|festival|lake|river|disclosure|health problem|cause|destinations?|element)\b"
    r"(?! (?!(?:in|on|of|for|to|that|which|at|by|with|as|and|is|was|are|has|will|serving|called)\b)[a-z])"
)
_REGULATOR = re.compile(r"\b(?:fda|ema|mhra|health canada)\b|\bapproved\b|\bclear(?:ed|ance)\b|\bmarketing authori[sz]ation\b")


class SuperlativeSupported(Check, frozen=True, kw_only=True):
    """A claim to be the first, the only or the largest without a source or “believes”; or two different claims to be the first."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        claims = [c for zone in zones.spans(release, ("copy",)) for c in (*self._claims(release, zone), *self._peerless(release, zone))]
        bare = [c for c in sorted(claims) if not self._is_sourced(release, c)]
        firsts = [c for c in bare if re.search(r"\bfirst\b", release.folded[c.start : c.end])]
        matches = [] if len({_key(release, c) for c in firsts}) < 2 else [self._two(release, firsts)]
        covered = {m.span for m in matches}
        told = {_words(release, span) for m in matches for span in (m.span, *(note.span for note in m.notes))}
        for claim in bare:
            if claim in covered or _words(release, claim) in told:
                continue
            told.add(_words(release, claim))
            values = {"problem": "no source is given and nobody is said to believe it"}
            matches.append(Match(claim, values, severity=self._weight(release, claim)))
        return Examination(tuple(matches), evidence=tuple(c for c in claims if c not in bare))

    def _weight(self, release: Release, claim: Span) -> Severity | None:
        """What a regulator's list shows, and puffery that names no field, are worth a remark only."""
        words, near = release.folded[claim.start : claim.end], release.folded[claim.start : claim.end + 60].split("\n")[0]
        listed = re.search(r"\b(?:first|only)\b", words) and _REGULATOR.search(near)
        puffed = _PUFF.match(words) and not _SCOPE.search(near)
        return Severity.INFO if listed or puffed else None

    def _peerless(self, release: Release, zone: Span) -> list[Span]:
        found = [
            Span(m.start() + len(m.group()) - len(m.group().lstrip(", ")), m.end()) for m in _PEERLESS.finditer(release.folded, zone.start, zone.end)
        ]
        return [span for span in found if not _SEVERAL.search(release.folded, max(zone.start, span.start - 44), span.start)]

    def _claims(self, release: Release, zone: Span) -> list[Span]:
        claims = []
        for found in _CLAIM.finditer(release.folded, zone.start, zone.end):
            plain = found.group("plain")
            headed = release.part_at(found.start()) in ("headline", "subheadline")  # where verbs have capitals as well
            if _SEVERAL.search(release.folded, max(zone.start, found.start() - 44), found.start()) or (
                not headed and _is_name(release, found.start())
            ):
                continue  # “one of Canada's largest”
            if not found.group().endswith(("first", "only")) and (
                (_PLURAL.search(_head_noun(release, found.end())) and not _is_of_issuer(release, found.start()))
                or _MANY.match(release.folded, found.end())
            ):
                continue  # “the world's leading brands”: of many
            if _OTHERS.match(release.folded, found.end(), found.end() + 60) or _is_apposition(release, found):
                continue
            if plain and not self._is_boast(release, found):
                continue
            claims.append(_with_object(release, Span(*found.span())))
        return claims

    def _is_boast(self, release: Release, found: re.Match[str]) -> bool:
        """Whether a plain “the first …” boasts: it says of what, or it is said of the issuer and not of its own past."""
        at, end = found.start("plain"), found.end()
        first = _FIRST_TO.match(release.folded, at, at + 90)
        if _ORDINAL.match(release.folded, at):
            own = first and first.group().startswith("first to ")
            lead = release.folded[sentence_at(release, Span(at, end)).start : found.start()]
            return bool(own and (_is_of_issuer(release, found.start()) or _PRODUCT_IS.match(lead)))
        if found.group("and") is None and _is_own_past(release, end):
            return False
        if self._is_scoped(release, found):
            return True
        noun = _head_noun(release, end)
        told = (noun == "holder" and _HELD.search(release.folded, end, end + 60)) or (
            noun == "project" and _IN_PLACE.match(release.text, end, end + 90)
        )
        if not noun or (_NO_BOAST.match(noun) and not told):
            return False
        boasts = _BOASTS.search(release.folded, max(sentence_at(release, Span(at, end)).start, found.start() - 40), found.start())
        if _is_of_issuer(release, found.start()):
            return True
        alone = release.text[found.start() - 1 : found.start()] == "\n"  # an entry of a list: “The largest works in Ohio”
        return bool(
            (boasts or alone) and found.group("plain") != "first" and not _PLURAL.search(noun) and _IN_PLACE.match(release.text, end, end + 90)
        )

    def _is_scoped(self, release: Release, found: re.Match[str]) -> bool:
        """A plain “the first …” boasts only where it says of what: of its kind, commercially available, in the world."""
        sentence = sentence_at(release, Span(*found.span()))
        object_ = _SAID_TO_BE.match(release.folded, found.end(), found.end() + 90)
        if object_ and _IS.fullmatch(release.text, sentence.start, found.start()) and _KIND_OF.search(object_.group()):
            return True
        if _KINDS.search(_head_noun(release, found.end())) and _BOASTS.search(release.folded, max(sentence.start, found.start() - 40), found.start()):
            return True
        return bool(
            (found.group("and") or "").startswith((" and only", " of ", "-of-"))
            or _SCOPE.search(release.folded, found.start(), min(sentence.end, found.end() + 90))
        )

    def _is_sourced(self, release: Release, claim: Span) -> bool:
        sentence = sentence_at(release, claim)
        own = self._is_copula(release, claim)
        wished = _WISHED.search(release.folded, sentence.start, claim.start if own else sentence.end)
        return wished is not None or bool(
            _SOURCED.search(release.folded, sentence.start, min(sentence.end, claim.end + _BEHIND) if own else sentence.end)
        )

    def _is_copula(self, release: Release, claim: Span) -> bool:
        """“Halden Pumps, Inc. (NYSE: HP) is the only”: what opens the sentence is said to be it."""
        sentence = sentence_at(release, claim)
        return bool(_IS.fullmatch(release.text, sentence.start, claim.start))

    def _two(self, release: Release, firsts: list[Span]) -> Match:
        other = next(c for c in firsts if _key(release, c) != _key(release, firsts[0]))
        note = Note("Another claim to be the first stands here.", other)
        return Match(firsts[0], {"problem": "there are two different claims to be the first, and no source for either"}, (note,))


def _is_of_issuer(release: Release, at: int) -> bool:
    """Whether the sentence up to there is only the issuer, or “we”, and a verb: “Halden Pumps, Inc. (NYSE: HPI) operates”."""
    names = {name.lower() for issuer in release.issuers for name in (issuer.name, *issuer.short_names)} | {"the company", "we"}
    words = "|".join(re.escape(name) for name in sorted({*names, *(name.split()[0].rstrip(",") for name in names)}, key=len, reverse=True))
    lead = release.folded[sentence_at(release, Span(at, at + 1)).start : at]
    return bool(re.search(rf"(?:^|- |\")(?:{words})(?:,? (?:inc|corp|ltd|llc|plc|co)\b\.?)?(?: \([^()\n]{{2,80}}\))*(?:,? {_OWNS} |, )$", lead))


def _is_apposition(release: Release, found: re.Match[str]) -> bool:
    """“sold to Varda and to the world's largest retailer, Corwen”: the claim is made of another, who is named."""
    if not _HANGS.search(release.folded, max(0, found.start() - 24), found.start()):
        return False
    named = _NAMED.match(release.text, found.end(), found.end() + 80)
    own = {name.split()[0].rstrip(",") for issuer in release.issuers for name in (issuer.name, *issuer.short_names)}
    return named is not None and named.group("name") not in own


def _is_own_past(release: Release, end: int) -> bool:
    """Whether it is the first, only or largest of the issuer's own: “the only plant that Halden leases”."""
    names = {name.split()[0].rstrip(",") for issuer in release.issuers for name in (issuer.name, *issuer.short_names)} - {"The"}
    stop = end + len(release.folded[end : end + 90].partition("\n")[0])
    return bool(_OWN_PAST.match(release.folded, end, stop)) or any(
        re.compile(rf"(?: [\w'’-]+){{1,6}}? (?:that |which |of |in |for )?{re.escape(name)}\b").match(release.text, end, stop) for name in names
    )


def _is_name(release: Release, at: int) -> bool:
    """“Formation Nation's best”: the possessive ends a name."""
    return bool(re.search(r"(?:^|\s)(?!The |Our |This |Its |As |In )[A-Z]\w+ $", release.text[max(0, at - 24) : at])) and release.text[at] in "NIMCRW"


def _head_noun(release: Release, at: int) -> str:
    """The word that the superlative is about: the last before a preposition, a mark or a verb."""
    object_ = _OBJECT.match(release.folded, at, at + 90)
    return object_.group().split()[-1] if object_ and object_.group().split() else ""


def _with_object(release: Release, span: Span) -> Span:
    """The claim with the words that say of what, up to the next mark; at most six words."""
    tail = re.match(r"(?: [\w'-]+){1,6}", release.folded[span.end : span.end + 80])
    return Span(span.start, span.end + (tail.end() if tail else 0))


def _words(release: Release, claim: Span) -> str:
    """The claim in its own words, by which it is known when it stands again."""
    return " ".join(
        w for w in re.findall(r"[a-z-]+", release.folded[claim.start : claim.end])[:7] if w not in ("the", "its", "our", "a", "an", "s", "is", "as")
    )


def _key(release: Release, claim: Span) -> str:
    """What is claimed, told by the words of the claim and the few that follow it, marks aside."""
    sentence = sentence_at(release, claim)
    words = re.findall(r"[a-z-]+", release.folded[claim.start : max(claim.end, min(sentence.end, claim.end + 50))])
    return " ".join(w for w in words if w not in ("the", "industry", "world", "its", "our", "a", "s"))[:50]
