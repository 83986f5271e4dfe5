"""Naming: the issuer by its name, the same throughout."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Issuer, Note, Release, Severity, Span
from disclint.text import fold, letters_apart

_SUFFIX = (
    r"incorporated|inc\.?|corporation|corp\.?|company|co\.?|limited|ltd\.?|plc|llc|l\.l\.c\.|l\.p\.|lp|n\.v\.|s\.a\.|ag|se|asa|ab|oyj|a/s|gmbh|kgaa"
)
_ENDING = re.compile(rf"(?P<core>.+?)(?P<comma>,)? (?P<suffix>{_SUFFIX})(?P<more>,? (?:{_SUFFIX}))*$")
_LEGAL = frozenset("incorporated inc corporation corp limited ltd plc llc lp nv sa ag se asa ab oyj gmbh kgaa".split())
_SAME = {"incorporated": "inc", "corporation": "corp", "limited": "ltd"}
_ALONE = re.compile(  # `shares in SE & Co. KGaA`: the name before the legal form is lost
    r"\b(?:in|of|by|from|to|with|for|between) (?P<form>(?:SE|AG|GmbH) & Co\. (?:KGaA|KG)|GmbH|Oyj|ASA|N\.V\.|plc|Inc\.|Corp\.|Ltd\.)(?= [a-z]|[.,;]|$)(?! 5000)"
)
_TICKERED = re.compile(r" ?\((?:nasdaq|nyse|tsx|otc|lse|aim|asx|cse|hkex|six|xetra|[a-z .]{2,20}: ?[a-z0-9])")
_WITH_SUFFIX = re.compile(
    r"(?P<core>[A-Z][\w&'’-]+(?: (?:[A-Z][\w&'’-]*|of|and|&)){0,4}),? (?:Incorporated|Inc|INC|Corporation|Corp|CORP|Limited|Ltd|LTD|plc|PLC|LLC|L\.P|N\.V|AG|AB|ASA|Oyj|NL)\b\.?"
)
_STANDS_ALONE = "“{quote}” stands without the company’s name."
_TRANSLATED = frozenset("oyj ab asa ag se sa nv gmbh kgaa".split())  # abroad a company bears a second, English name
_GERMAN = frozenset("ag se gmbh kgaa".split())
_RELATED = re.compile(r"\b(?:subsidiar|affiliate|parent|broker-dealer|wholly|merge|acqui|predecessor|formerly|unit of|division|renamed|name change)")
_KIN_AFTER = re.compile(  # `Halden Pumps LLC, a wholly owned subsidiary of`; but not `Halden Pumps Corp. and its subsidiaries`
    r"(?: \([^()]{1,60}\))?(?:,| is| as| was| became| \()(?: ?(?!parent|holding|and\b)[\w'-]+(?= )){0,6}?"
    r" ?(?:subsidiar|affiliate|broker-dealer|wholly|predecessor|formerly|unit of|division|renamed|known as)"
    r"|(?: has| have| had)? (?:merged|changed its name|been acquired)| ?\(formerly"
)
_GLUED = re.compile(r"[a-z][A-Z]|[A-Z]{2}[a-z]")  # a lost space, or a name in one word
_BETWEEN = re.compile(r"[\W_]+")
_PARENT = re.compile(r"[^.]{0,40}\b(?:parent|holding company|holds|owns)\b")
_SYMBOL = re.compile(r" ?\((?:[\w .]{2,24}): ?(?P<symbol>[A-Z][A-Z.]{0,5})\b")
_FORM_OF_WORD = re.compile(
    r"|e|y|s|al|als|ic|ics|ical|icals|ing|ings|ed|er|ers|or|ors|es|ies|ion|ions|ation|ations|ment|ive|ant|ent|ance|ence|ty|ity|ogy|ogies"
)
_KINS_WORDS = frozenset(
    "finance financial insurance reinsurance bank banc capital energy energies holding".split()
)  # a subsidiary's name is its parent's with one of these
_OWN_PLACE = re.compile(r"(?:^|\n)(?:about|source:?|contact:?|(?:company )?contact details)\s?$")  # where nobody but the issuer is named
_HEADLINE_VERB = re.compile(r"\b(?:[A-Z][a-z]+ed|Grants|Names|Joins|Acquires|Appoints|Buys|From|To|With|By|In|For|At|Of|And) $")


class IssuerNamedAlike(Check, frozen=True, kw_only=True):
    """The issuer's legal name written in another way than at its fullest."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"name"})

    def examine(self, release: Release) -> Examination:
        matches: list[Match] = []
        evidence: list[Span] = []
        for issuer in release.issuers:
            ending = _ENDING.fullmatch(fold(issuer.name))
            if not ending or _bare(ending.group("suffix")) not in _LEGAL or len(ending.group("core")) < 4:
                continue
            evidence.append(issuer.span)
            matches += self._variants(release, issuer, ending)
            told = list(self._misspelt(release, issuer, ending.group("core"))) or list(self._reworded(release, issuer, ending))
            matches += told or list(_otherwise(release, issuer, _unmarked(ending.group("core")), [m.span for m in matches]))
        matches += [Match(Span(*m.span("form")), {"name": m.group("form")}, message=_STANDS_ALONE) for m in _ALONE.finditer(release.text)]
        if not evidence and not matches:
            return Examination(moot="no legal name with its suffix (Inc., Corp., Ltd., plc …) was found")
        return Examination(tuple(matches), evidence=tuple(evidence))

    def _variants(self, release: Release, issuer: Issuer, ending: re.Match[str]) -> list[Match]:
        """The first place of each form but the commonest and that beside the ticker; a name that others bear as well (a subsidiary's) is no form of it."""
        core, suffix = ending.group("core"), _bare(ending.group("suffix"))
        pattern = re.compile(rf"(?<![\w&])(?<!\w-)(?P<core>{_cores(core)})(?P<comma>,)? (?P<suffix>{_SUFFIX})(?![\w-])")
        forms: dict[tuple[str, bool, str], list[re.Match[str]]] = {}
        for match in pattern.finditer(release.folded):
            other = _bare(match.group("suffix"))
            if other not in _LEGAL and not self._is_heading(release, match):
                continue
            if (
                _longer_name(release, match)
                or ({other, suffix} & _TRANSLATED and not self._is_german_form(release, match, other, suffix))
                or release.folded.startswith(" logo", match.end())
            ):
                continue
            forms.setdefault((_unmarked(match.group("core")), bool(match.group("comma")), other), []).append(match)
        if len(forms) < 2:
            return []
        own = (_unmarked(core), bool(ending.group("comma")), suffix)
        weights = {form: len(places) + 2 * any(_TICKERED.match(release.folded, m.end()) for m in places) for form, places in forms.items()}
        usual = max(forms, key=lambda form: (weights[form], form == own))
        return [match for form, places in forms.items() if form != usual for match in self._variant(release, places, forms[usual][0], form, usual)]

    def _variant(
        self, release: Release, places: list[re.Match[str]], usual: re.Match[str], form: tuple[str, bool, str], other: tuple[str, bool, str]
    ) -> Iterator[Match]:
        name, note = release.quote(Span(*usual.span())), Note("Here it is written otherwise.", Span(*usual.span()))
        if _SAME.get(form[2], form[2]) != _SAME.get(other[2], other[2]):
            if any(_is_kin(release, m) for m in places) and not any(_is_own(release, m) for m in places):
                return
            if "subsidiary" in release.folded[max(0, usual.start() - 80) : usual.start()] or _KIN_AFTER.match(release.folded, usual.end()):
                return
        elif form[:2] == other[:2]:  # `Corp.` and `Corporation`
            told = [
                m
                for m in places
                if release.part_at(m.start()) in ("headline", "body", "boilerplate", "contacts") and not release.quote(Span(*m.span())).isupper()
            ]
            if told:
                yield Match(Span(*told[0].span()), {"name": name}, (note,), severity=Severity.INFO)
            return
        yield Match(Span(*places[0].span()), {"name": name}, (note,))

    def _reworded(self, release: Release, issuer: Issuer, ending: re.Match[str]) -> Iterator[Match]:
        """The name with one word of it in another form, or with another word where only the issuer is named: `Corvane Mining Ltd.`"""
        words, suffix = _unmarked(ending.group("core")).split(" "), _bare(ending.group("suffix"))
        others = {fold(other.name) for other in release.issuers}
        for found in _WITH_SUFFIX.finditer(release.text):
            name = fold(found.group())
            other = _ENDING.fullmatch(name)
            if not other or _bare(other.group("suffix")) != suffix or name in others:
                continue
            said = other.group("core").split(" ")[-len(words) :]
            off = [(a, b) for a, b in zip(words, said, strict=False) if a != b]
            if len(said) != len(words) or len(off) != 1 or len(words) < 2 or _is_kin(release, found):
                continue
            start = found.start() + len(other.group("core")) - len(" ".join(said))
            if _is_issuers_place(release, issuer, start, found.end()) or (_is_related(*off[0]) and not _KINS_WORDS & set(off[0])):
                yield Match(Span(start, found.end()), {"name": issuer.name}, (Note("Here it is written otherwise.", issuer.span),))
                return

    def _misspelt(self, release: Release, issuer: Issuer, core: str) -> Iterator[Match]:
        """The name with one word of it a letter off: `Corvanne Systems, Inc.`"""
        words = core.replace("®", "").replace("™", "").split(" ")
        for found in _WITH_SUFFIX.finditer(release.text):
            others = fold(found.group("core")).split(" ")[-len(words) :]
            off = [(a, b) for a, b in zip(words, others, strict=False) if a != b]
            if len(others) != len(words) or len(off) != 1 or min(len(off[0][0]), len(off[0][1])) < 6 or off[0][0][0] != off[0][1][0]:
                continue
            if _is_slip(*off[0]) and not _RELATED.search(release.folded, max(0, found.start() - 80), found.end() + 40):
                note = Note("Here it is written otherwise.", issuer.span)
                start = found.end("core") - len(" ".join(others))
                yield Match(Span(start, found.end()), {"name": issuer.name}, (note,))
                return

    def _is_german_form(self, release: Release, match: re.Match[str], other: str, suffix: str) -> bool:
        """Whether `AG` and `GmbH` are two forms of one company, and not parent and subsidiary: the paragraph under `About` opens with the name."""
        described = any(b.heading and b.span.start == match.start() for b in release.boilerplates)
        converted = release.folded.startswith(" &", match.end()) or "legal form" in release.folded
        return {other, suffix} <= _GERMAN and (other == suffix or described) and not converted

    def _is_heading(self, release: Release, match: re.Match[str]) -> bool:
        """“About Halden Company”, or what opens the paragraph below: elsewhere such a name may be a product's or a predecessor's."""
        if match.group("suffix") != "company":
            return False
        return release.folded[: match.start()].endswith("\nabout ") or any(b.span.start == match.start() for b in release.boilerplates)


def _otherwise(release: Release, issuer: Issuer, core: str, told: list[Span]) -> Iterator[Match]:
    """The name in other words or pieces: `Halden Holdings, Inc.` where `About Halden Pumps` opens, and `Halden-Pumps, Inc.` anywhere."""
    first, others = core.split(" ")[0], {fold(i.name) for i in release.issuers}
    headed = {b.span.start: release.folded[b.heading.start : b.heading.end] for b in release.boilerplates if b.heading}
    for found in _WITH_SUFFIX.finditer(release.text):
        name, said = fold(found.group()), _unmarked(fold(found.group("core"))).removeprefix("the ")
        if said == core or name in others or any(span.touches(Span(*found.span())) for span in told):
            continue
        in_pieces = (
            not _GLUED.search(issuer.name)
            and _BETWEEN.sub("", said) == _BETWEEN.sub("", core)
            and core not in release.folded[found.start() : found.end()]
        )
        renamed = (
            core in (heading := headed.get(found.start(), ""))
            and said not in heading
            and len(first) > 3
            and (said.split(" ")[0] == first or letters_apart(said, core) == 1)
        )
        if in_pieces or (
            renamed and release.folded.count(said) == 1 and not _is_kin(release, found) and not _PARENT.match(release.folded, found.end())
        ):
            yield Match(Span(*found.span()), {"name": issuer.name}, (Note("Here it is written otherwise.", issuer.span),))
            return


def _cores(core: str) -> str:
    """The name before its suffix as a pattern, with every word in the singular and the plural."""
    return " ".join(_numbers(word.rstrip("®™")) + "[®™]?" for word in core.split(" "))


def _unmarked(name: str) -> str:
    return name.replace("®", "").replace("™", "")


def _numbers(word: str) -> str:
    if len(word) < 4 or not word.isalpha():
        return re.escape(word)
    if word.endswith(("ies", "y")):
        return word.removesuffix("ies").removesuffix("y") + "(?:y|ies)"
    return word.removesuffix("s") + "s?"


def _is_slip(word: str, other: str) -> bool:
    """Whether one letter was added, left out, changed, or two were exchanged; another number of a noun is told elsewhere."""
    return word + "s" != other and other + "s" != word and letters_apart(word, other) == 1


def _bare(suffix: str) -> str:
    return suffix.replace(".", "").replace("/", "")


def _is_kin(release: Release, name: re.Match[str]) -> bool:
    """Whether the name is told to be a subsidiary's, a predecessor's or a new one."""
    return bool(_RELATED.search(release.folded, max(0, name.start() - 80), name.start()) or _KIN_AFTER.match(release.folded, name.end()))


def _is_own(release: Release, name: re.Match[str]) -> bool:
    """Whether the name stands where only the issuer's does: beside the ticker, in the heading of its description, as source or contact."""
    return bool(_TICKERED.match(release.folded, name.end()) or _OWN_PLACE.search(release.folded, max(0, name.start() - 24), name.start()))


def _is_related(word: str, other: str) -> bool:
    """Whether two words are forms of one: `biologics` and `biologicals`, `mines` and `mining`, but not the number of a noun."""
    short, long = sorted((word, other), key=len)
    if len(short) < 4 or long in (short + "s", short + "es"):
        return False
    if long.startswith(short) and len(short) > 4:
        return True
    stem = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    return stem >= max(3, len(short) - 2) and bool(_FORM_OF_WORD.fullmatch(short[stem:]) and _FORM_OF_WORD.fullmatch(long[stem:]))


def _is_issuers_place(release: Release, issuer: Issuer, start: int, end: int) -> bool:
    """Whether a name stands beside the issuer's symbol, or opens the paragraph headed with the issuer's name."""
    symbol = _SYMBOL.match(release.text, end)
    if symbol and any(t.symbol == symbol.group("symbol") for t in release.tickers):
        return fold(issuer.name) in release.folded[: release.text.find("\n", end)]
    headed = next((b for b in release.boilerplates if b.span.start == start and b.heading), None)
    return headed is not None and headed.heading is not None and fold(issuer.name) in release.folded[headed.heading.start : headed.heading.end + 2]


def _longer_name(release: Release, match: re.Match[str]) -> bool:
    """Whether the match is the end or the middle of another company's name, or stands in an address of the web."""
    if any(match.start() == line.start for block in release.document.blocks if block.span.touches(Span(*match.span())) for line in block.lines):
        return False
    before = release.text[max(0, match.start() - 24) : match.start()]
    after = release.text[match.end() : match.end() + 12]
    if re.search(r"(?:[A-Z][\w&'’.-]+ |[./@])$", before) and not re.search(
        r"(?:About|ABOUT|The|SOURCE|Source|Contact|for|at|of|and|by|[.!?:]) $", before
    ):
        if release.headline and release.headline.span.start < match.start() < release.headline.span.end and _HEADLINE_VERB.search(before):
            return False  # in a headline the words before the name have capitals too
        return not release.folded[: match.start()].endswith("\n") and sentence_at(release, Span(*match.span())).start != match.start()
    return bool(re.match(r" (?:of|\(?[A-Z][a-z]+\)? (?:Inc|Ltd|Limited|Corp|LLC))", after))
