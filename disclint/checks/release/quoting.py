"""Quoting: who says it, and where the quotation ends."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Block, Quotation, Release, Severity, Span

_MARK = re.compile(r"[\"“”„]")
_SAID = r"(?:said|says|stated|states|added|adds|commented|comments|noted|notes|explained|remarked|continued|concluded|observed|wrote)"
# Those who speak without a name: “the company”, “a senior executive”, “our plant manager”, “management”.
_OFFICIAL = (
    r"(?:spokes(?:man|woman|person|people)|officials?|executives?|representatives?|insiders?|managers?|sources?|management|board|teams?|company|partnership|trust|bank|firm|group|fund"
    r"|issuer|partners|directors?|officers?|chief executive|president|chair(?:man|woman|person)?|ceo|cfo|coo|head|engineers?|scientists?|customers?|clients?|employees?|person|people"
    r"|founders?|owners?|sponsor|analysts?|investors?|attorneys?|lawyers?|researchers?|organi[sz]ation|agency|association|committee|department"
    r"|users?|adjusters?|operators?|suppliers?|buyers?|dealers?|doctors?|physicians?|farmers?|tenants?|residents?|observers?)"
)
_NOBODY = rf"(?:(?:an?|the|one|our|its|his|her|their|some|several|one of the) (?:(?!who\b|that\b)[\w&.'-]+ ){{0,4}}?{_OFFICIAL}|(?:company |senior )?(?:management|officials|executives|sources))\b"
# Behind the words, to the end of the sentence or to more of what is said; or before them.
_TO_END = r"(?P<rest>[^\".\n]{0,80}?)(?:[.](?=\s|$)|$|, ?(?=\"))"
_SAID_BY = re.compile(
    rf"[,.!?]\" (?:(?:{_SAID}|according to) (?:{_NOBODY})|(?:{_NOBODY})(?: (?:for|of|at|with|from|close to) [\w&.' -]{{2,40}}?)? {_SAID}){_TO_END}"
)
_SAYS = re.compile(
    rf"(?:^|\n|(?<=[.!?] ))(?:in a statement, )?(?:{_NOBODY} {_SAID}|according to {_NOBODY}|{_NOBODY} (?:commentary|comments?)|{_SAID} {_NOBODY})(?: (?:in|on|at|of|to) [\w' ]{{2,40}})?[,:] ?(?=\")"
)
_FIRM_SAID = re.compile(rf"[,.!?]\" (?:{_SAID} (?P<behind>[a-z][\w&.' -]{{2,40}}?)|(?P<before>[a-z][\w&.' -]{{2,40}}?) {_SAID}){_TO_END}")
_FIRM_SAYS = re.compile(rf"(?:^|\n|(?<=[.!?] ))(?P<before>[a-z][\w&.' -]{{2,40}}?) {_SAID}[,:] ?(?=\")")
_PRONOUN_SAID = re.compile(rf"[,.!?]\" (?:(?:he|she|they) {_SAID}|{_SAID} (?:he|she|they))\b(?P<rest>)")
_TOLD_OF = re.compile(rf"\b(?:{_SAID} that|chief|president|chair(?:man|woman)|director|mr\.|ms\.|mrs\.|dr\.)(?!\w)")  # whom “he” may mean
# Somebody's own words, a whole sentence of them, amid a paragraph that says of nobody that they are hers.
_OWN_WORDS = re.compile(r"(?<=[.!?] )\"(?P<words>[^\"\n]{50,600}[.!?])\"(?= |$)")
_FIRST_PERSON = re.compile(r"\b(?:we|our|us|i|my|i'm|we're|we've)\b")
_TELLS = re.compile(
    r"\b(?:according to|sa(?:id|ys|ying)|stat(?:ed|ing)|add(?:ed|s|ing)|comment(?:ed|ing)|not(?:ed|ing)|remarked|explain(?:ed|s|ing)|continued|concluded|observed|wrote|writes|told"
    r"|quot(?:ed|es|ing)|read|reads|asked|replied|as follows|provides|titled|entitled|words|phrase|song|poem|slogan|motto|letter|report|statement|testimonial|email)\b|:$"
)
_PROPER = re.compile(r",? [A-Z][a-z]+ [A-Z]|, [A-Z][a-z]+")
_OPENS = re.compile(r"(?:^|[\n.!?:][\"”)]?\s+|\s[-–—]+\s+)$")
# A surname alone behind the words: `," said Roe.`
_BARE = re.compile(
    rf"\" (?:{_SAID} (?:(?:mr|ms|mrs|dr)\.? )?(?P<name>(?!mr\b|ms\b|mrs\b|dr\b|prof\b|sir\b|he\b|she\b)[a-z][\w'-]+)|(?:(?:mr|ms|mrs|dr)\.? )?(?P<before>[a-z][\w'-]+) {_SAID})(?=[.,])"
)
# Words of the speaker's clause that stand inside marks which were never closed.
_ATTRIBUTED = re.compile(
    r",? (?:said|says|stated|commented|added|noted|explained|remarked|concluded) (?:(?:mr|ms|mrs|dr)\.? )?[a-z][\w.'-]+ [a-z]"
    r"|, (?:mr|ms|mrs|dr)\.? [a-z][\w'-]+ (?:said|stated|commented|added|noted|explained)\b"
)
_OFFICE = (
    r"(?:chief|officer|president|chair\w*|director|head|founder|partner|manager|ceo|cfo|coo|cto|professor|prof\.|minister|investigator|secretary"
    r"|advis[eo]r|analyst|entrepreneur|owner|engineer|scientist|researcher|geologist|physician|surgeon|driver|artist|author|counsel|captain|pilot"
    r"|coach|chef|designer|resident|student|patient|farmer|teacher|lead\b|trustee|lecturer|fellow|representative|commissioner|superintendent|principal"
    r"|mayor|governor|senator|sheriff|judge|councill?or|alderman|supervisor|specialist|nurse|pharmacist|curator|historian|operator|foreman|buyer|dealer|customer"
    r"|investor|economist|architect|consultant|producer|editor|rancher|mother|father|daughter|son)"
)
_STATE = r"(?:senator|sen\.|mayor|governor|gov\.|congress(?:man|woman)|rep\.|representative|minister|secretary|judge|sheriff|general|admiral|colonel|commissioner|ambassador|premier|chancellor|prof\.|professor|president|king|queen|prince|princess|sir|lord|lady|chief)"
# An occupation in small letters, beside the name: “Jane Roe, dispatcher, Pueblo”, “adds acoustician Jane Roe”.
_TRADE = (
    r"(?!(?:how|when|what|who|which|wher|more|mor|howso)ever\b|(?:after|together|however|further|earlier|later|rather|other|another|either|neither|whether|over|under"
    r"|never|ever|for|or|her|their|remember|consider|offer|order|quarter|november|december|october|september|per|nor|prior|before|inter|power)\b)"
    r"(?:[a-z]{3,}(?:er|or|ist|ian|eer|ant|master|keeper|smith|wright)|midwife|clerk|pastor|priest|imam|rabbi|chemist|cook|baker)"
)
_TRADE_BEHIND = re.compile(rf"[*_]*, (?:an? |the |our )?(?:[a-z-]+ ){{0,3}}?{_TRADE}(?=[,.;:]| (?:at|of|in|from|for|with|who|and)\b)")
_TRADE_BEFORE = re.compile(rf"\b{_TRADE},? [*_]*\Z")
_DEGREES = r",(?: (?:m\.?d|ph\.?\s?d|d\.?o|m\.?sc|mph|facs|facc|d\.?v\.?m)\.?,?)+ "
_FARTHEST = 8  # blocks over which a quotation may run before its end
_SINGLE = re.compile(r"(?<![^\s(])‘(?!Twas|Til)(?=[A-Z][a-z]+ )(?![^\n]*['’](?!\w))")  # a term or a prize, where no single mark closes any more
_TURNED = re.compile(r"(?<!\S)“[^“”\n]{3,}?[\w.,!?]“(?=[\s.,;)]|$)")  # closed with a second opening mark
_UNOPENED = re.compile(r"[\"“][^\"“”]{3,}[,.!?][\"”] [^\"“”]{5,}[.!?] (?P<last>[A-Z][^\"“”.!?]{3,}[.!?][\"”])")
_TURNED_ROUND = "The quotation that begins {quote} is closed with an opening mark."
_NEVER_OPENED = "A quotation is closed at the end of this sentence and opened nowhere."
_INCHES = re.compile(r"\d\"")


class QuotationAttributed(Check, frozen=True, kw_only=True):
    """A quotation with no named speaker, or a speaker without a title at the first mention."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"lacking"})

    def examine(self, release: Release) -> Examination:
        nameless = self._nameless(release)
        if not release.quotations and not nameless and not self._bare(release):
            return Examination(moot="nobody is quoted")
        matches: list[Match] = []
        titled = {_surname(release, q) for q in release.quotations if q.speaker and q.title}
        for quotation in release.quotations:
            if quotation.speaker is None and _holds_attribution(release, quotation.spans[0]):
                continue  # its marks were never closed: the balance of marks is what is wrong
            if quotation.speaker is None and self._is_continued(release, quotation):
                continue
            if quotation.speaker is None:
                matches.append(Match(quotation.spans[0], {"lacking": "no speaker is named"}))
            elif quotation.title is None and _surname(release, quotation) not in titled and not _introduced(release, quotation):
                titled.add(_surname(release, quotation))
                matches.append(Match(quotation.speaker, {"lacking": "the speaker has no title"}))
        matches += [m for m in self._bare(release) if not any(m.span.touches(other.span) for other in matches)]
        matches += [m for m in nameless if not any(m.span.touches(other.span) for other in matches)]
        return Examination(tuple(matches), evidence=tuple(q.speaker for q in release.quotations if q.speaker))

    def _nameless(self, release: Release) -> list[Match]:
        """Words that only “the company” or “a spokesman” is said to have said."""
        named = [span for q in release.quotations if q.speaker for span in q.spans]
        behind = [m for m in _FIRM_SAID.finditer(release.folded) if _is_issuer(release, m.group("behind") or m.group("before"))]
        before = [m for m in _FIRM_SAYS.finditer(release.folded) if _is_issuer(release, m.group("before"))]
        told = [
            *_SAID_BY.finditer(release.folded),
            *behind,
            *(m for m in _PRONOUN_SAID.finditer(release.folded) if not named and not _TOLD_OF.search(release.folded, 0, m.start())),
        ]
        found: list[tuple[Span, str]] = []
        for said in told:
            line = release.text.rfind("\n", 0, said.start()) + 1
            opening = max(release.text.rfind(mark, line, said.start()) for mark in ("“", '"'))
            if opening >= line and _OPENS.search(release.text, max(0, opening - 6), opening) and release.text[opening + 1 : opening + 2].isupper():
                found.append((Span(opening, said.start() + 2), release.text[said.start("rest") : said.end("rest")]))
        for says in (*_SAYS.finditer(release.folded), *before):
            closing = min((at for mark in ("”", '"') if (at := release.text.find(mark, says.end() + 1)) > 0), default=-1)
            if closing > 0 and "\n" not in release.text[says.end() : closing] and release.text[says.end() + 1 : says.end() + 2].isupper():
                found.append((Span(says.end(), closing + 1), ""))
        found += [(span, "") for span in _unspoken(release)]
        return [
            Match(span, {"lacking": "no speaker is named"})
            for span, rest in found
            if release.part_at(span.start) in ("body", "dateline") and not _PROPER.search(rest) and not any(s.touches(span) for s in named)
        ]

    def _bare(self, release: Release) -> list[Match]:
        """Speakers given by a surname that stands nowhere else."""
        found = []
        spoken = {surname for q in release.quotations if (surname := _surname(release, q))}
        for said in _BARE.finditer(release.folded):
            name = said.group("name") or said.group("before")
            at = said.start("name") if said.group("name") else said.start("before")
            if release.part_at(said.start()) != "body" or name in spoken or not release.text[at].isupper():
                continue
            if len(re.findall(rf"\b{re.escape(name)}\b", release.folded)) == 1:
                found.append(Match(Span(at, at + len(name)), {"lacking": "the speaker is given by surname only, and has no title"}))
        return found

    def _is_continued(self, release: Release, quotation: Quotation) -> bool:
        """Whether the paragraph before quotes somebody already, or ends by announcing the quotation."""
        line = release.text.rfind("\n", 0, quotation.spans[0].start)
        before = release.text[release.text.rfind("\n", 0, max(0, line)) + 1 : max(0, line)].rstrip()
        return before.endswith(":") or bool(_MARK.search(before))


class QuotationMarksBalanced(Check, frozen=True, kw_only=True):
    """An opening quotation mark that is never closed in its paragraph; a quotation may go on in the next one."""

    def examine(self, release: Release) -> Examination:
        blocks = [b for b in release.document.blocks if b.kind != "table" and re.search(r"[\"“”‘]", release.text[b.span.start : b.span.end])]
        if not blocks:
            return Examination(moot="there are no quotation marks")
        everything = list(release.document.blocks)
        open_marks = [(b, _unclosed(release, b)) for b in blocks]
        matches = [
            Match(mark, message=_TURNED_ROUND, severity=Severity.INFO) if _is_turned(release, mark) else Match(mark)
            for block, mark in open_marks
            if mark and (not _may_go_on(release, block, mark) or not _closes_later(release, everything[everything.index(block) + 1 :]))
        ]
        whole = [b for b, mark in open_marks if mark is None]
        matches += [Match(span, message=_NEVER_OPENED) for block in whole if (span := _unopened(release, block))]
        return Examination(tuple(matches), evidence=tuple(b.span for b in whole))


def _unclosed(release: Release, block: Block) -> Span | None:
    """The first words of the first quotation that the block opens and does not close; a mark opens or closes by what stands around it."""
    text = release.text[block.span.start : block.span.end].replace("''", '" ')
    opened: int | None = None
    for mark in _MARK.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        opens = (not before or before in " \t([-–—/") and bool(after.strip()) and after not in ",.;:)!?"
        if opens and opened is not None:
            break
        opened = mark.start() if opens else None
    if single := _SINGLE.search(text):
        opened = single.start()
    elif opened is None and (turned := _TURNED.search(text)) and "„" not in text and text.count("“") > text.count("”"):
        opened = turned.start()
    elif opened is None or _INCHES.search(text) or _balanced(text):
        return None
    stop = text.find(" ", min(len(text), opened + 50))
    bracket = text.find(")", opened, opened + 60)
    if bracket > 0 and re.search(r"\((?:the |together,? |collectively,? |hereinafter,? ){0,2}$", text[:opened]):
        stop = bracket  # a term in brackets
    return Span(block.span.start + opened, block.span.start + (len(text) if stop < 0 else stop))


def _is_turned(release: Release, mark: Span) -> bool:
    """Whether the quotation has its end, though with the wrong mark."""
    line = release.text[mark.start :].split("\n", 1)[0]
    return bool(_TURNED.match(line))


def _unopened(release: Release, block: Block) -> Span | None:
    """The last sentence where it closes a quotation that nothing opened behind the one before: `," said Roe. We expect growth."`"""
    text = release.text[block.span.start : block.span.end]
    closing = _UNOPENED.fullmatch(text)
    if closing is None or _INCHES.search(text) or "''" in text or block.kind == "table":
        return None
    return Span(*(block.span.start + at for at in closing.span("last")))


def _may_go_on(release: Release, block: Block, mark: Span) -> bool:
    """Whether what was opened can be speech that the next paragraph continues: no term in a sentence, and no speaker named behind it."""
    before = release.folded[block.span.start : mark.start].rstrip(" *_")
    speech = (
        not before or before[-1] in ",:.!?)-" or before.split()[-1] in ("said", "says", "stated", "commented", "added", "noted", "that", "continued")
    )
    said = _ATTRIBUTED.search(release.folded, mark.start, block.span.end)
    closed = _MARK.search(release.text, mark.start + 1, block.span.end) is not None
    return speech and not closed and not (said and release.text[said.end() - 1].isupper())


def _balanced(text: str) -> bool:
    """Whether as many marks open as close: terms in marks inside a quotation are then all right."""
    marks = list(_MARK.finditer(text))
    opening = sum(text[m.start() - 1 : m.start()] in ("", " ", "(", "[", "-", "–", "—", "/") for m in marks)
    return 2 * opening == len(marks)


def _closes_later(release: Release, following: Sequence[Block]) -> bool:
    """Whether the quotation goes on: the next paragraph opens anew, or a later one closes what it did not open."""
    if following and release.text[following[0].span.start : following[0].span.start + 1] in ('"', "“"):
        return True
    for block in following[:_FARTHEST]:
        for mark in _MARK.finditer(release.text, block.span.start, block.span.end):
            before = release.text[mark.start() - 1]
            return bool(before.strip()) and before not in "([-–—/"
    return False


def _unspoken(release: Release) -> list[Span]:
    """Whole sentences in the first person amid a paragraph that names nobody who says them."""
    found, before = [], ""
    people = {_surname(release, q) for q in release.quotations if q.speaker} | set("he she his her they their who".split())
    for block in release.document.blocks:
        paragraph = release.folded[block.span.start : block.span.end]
        own = [m for m in _OWN_WORDS.finditer(paragraph) if block.kind == "paragraph" and _FIRST_PERSON.search(m.group("words"))]
        outside = paragraph
        for words in own:
            outside = outside.replace(words.group(), " ")
        goes_on = before.endswith(":") or ('"' in before and paragraph.startswith('"'))
        if own and not goes_on and '"' not in outside and not _TELLS.search(outside) and people.isdisjoint(re.findall(r"[\w'-]+", outside)):
            found += [Span(block.span.start + m.start(), block.span.start + m.end()) for m in own]
        before = paragraph
    return found


def _is_issuer(release: Release, words: str) -> bool:
    """Whether the words are a name of the issuer, and nobody's surname."""
    names = {name.lower() for issuer in release.issuers for name in (issuer.name, *issuer.short_names)}
    alike = words in names or any(name.startswith((f"{words} ", f"{words},")) for name in names)
    return alike and words not in {_surname(release, q) for q in release.quotations}


def _surname(release: Release, quotation: Quotation) -> str:
    return release.quote(quotation.speaker).split()[-1].lower() if quotation.speaker else ""


def _holds_attribution(release: Release, span: Span) -> bool:
    """Whether the words in the marks run on into “, said Jane Roe”, so that a closing mark was forgotten."""
    line = release.folded[span.start : span.end]
    return any(line[m.end() - 1 :].count('"') == 0 and release.text[span.start + m.end() - 1].isupper() for m in _ATTRIBUTED.finditer(line))


def _introduced(release: Release, quotation: Quotation) -> bool:
    """Whether the person is named with an office anywhere in the copy: “Jane Roe, our new chief executive”, “Senator Roe”."""
    if quotation.speaker is None:
        return False
    if re.fullmatch(r"[A-Z]\. [A-Z]\w+", release.quote(quotation.speaker)):
        return True  # a firm, as H. Roe
    if _TRADE_BEHIND.match(release.text, quotation.speaker.end) or _TRADE_BEFORE.search(
        release.text[max(0, quotation.speaker.start - 40) : quotation.speaker.start]
    ):
        return True
    name = re.escape(_surname(release, quotation))
    told = re.compile(
        rf"\b{name}\b[^\n]{{0,120}}\b{_OFFICE}|\b{_OFFICE}[^\n]{{0,120}}\b{name}\b|\b{_STATE} (?:[\w.'-]+ ){{0,3}}{name}\b|\b{name}{_DEGREES}(?:of|at|with|from)\b|\b(?:led|headed|chaired) by (?:[\w.'-]+ ){{0,3}}{name}\b"
    )
    beside = release.folded[max(0, quotation.speaker.start - 16) : quotation.speaker.end]
    unspoken = release.folded
    for spoken in (span for q in release.quotations for span in q.spans):  # “our lead times”, said by somebody
        unspoken = unspoken[: spoken.start] + " " * len(spoken) + unspoken[spoken.end :]
    copy = (p.span for p in release.parts if p.kind not in ("contacts", "letterhead"))
    return bool(re.match(rf"{_STATE} ", beside.split("\n")[-1])) or any(told.search(unspoken, span.start, span.end) for span in copy)
