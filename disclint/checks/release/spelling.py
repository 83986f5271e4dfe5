"""Spelling: words from a curated list of misspellings; names are never guessed at."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping
from typing import ClassVar

import msgspec

from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import compiled
from disclint.model import Release, Span

_TITLES = frozenset(
    """chief executive financial operating officer vice president chairman director directors board senior general counsel securities exchange commission annual
    quarterly current report reports form forward looking statement statements private litigation reform act investor investors relations media contact press
    release audit mineral nominating compensation governance immediate results quarter year fiscal announces first second third fourth food drug administration stock market safe harbor cautionary note
    information""".split()
)
_BEFORE = re.compile(r"\b([a-z]+)[ -](?:and |of |the |for )?$")
_FIRM = re.compile(r",? (?:[A-Z]\w+ )?(?:Inc|Corp|Ltd|Limited|LLC|plc|Group|Holdings|AG|GmbH)\b")
_AFTER = re.compile(r"[ -](?:and |of |the |for )?([a-z]+)")
_RUN_ON = re.compile(r"(?<![\w@./#-])(?P<first>any|all|the|of|and|to|for|with|our|its|this|that|from)(?P<rest>[a-z]{6,})(?![\w@/])")
_STRAY = re.compile(r"(?<![\w@./#-])(?:[a-z]{4,}[A-Z]|[A-Z]{2}[a-z]{4,})(?![\w@/])")
_LONG = re.compile(r"(?<![\w@./#-])[a-z]{8,}(?![\w@/])")
_SMALL = frozenset("the of and to for with our its this that from in on by at is are was were when any all as or be has have will not which".split())
_BEGINS_SMALL = re.compile(r"(?:and|the|of|to|for|with)(?=[a-z]{4})")
_ENGLISH = re.compile(r"(?<![^\s(\"'])(?:the|of|and|to|for|with|our|its|is|are|was|has|by|that|this|or|not|be|will|which|from)(?![^\s,.;:)])")
_ABROAD = re.compile(
    r"(?<![^\s(\"'])(?:le|la|les|des|du|et|une|un|dans|pour|par|sur|au|aux|est|que|qui|sont|der|die|das|und|den|dem|ein|eine|mit|f\u00fcr|von|zu|ist|auf|wird"
    r"|het|een|van|voor|zijn|el|los|las|del|y|para|una|il|gli|di|della|che|con|sono)(?![^\s,.;:)])"
)
_SURELY = 4  # small words of another tongue, more than a name has
_FEW = 2  # lost spaces
_VOWELS = "aeiou"
_LONG_WORD = 9  # letters of a word that hardly is a name at one letter's distance
# A word without the “'s” of its possessive.
_WORD = re.compile(r"[A-Za-z](?:[A-Za-z]|['’](?!s\b)){2,}")
_HONOURED = re.compile(r"\b(?:mr|mrs|ms|dr|prof|sir)\.? $")
_ADDRESS = re.compile(r"\S*(?:@|://|www\.|\w\.(?:com|org|net|co|ca|de|se|eu|io|ai|biz|info)\b)\S*")


class Misspelling(Check, frozen=True, kw_only=True):
    """A word of the list; one in capitals, or with a capital inside a sentence, may be a name and is left alone."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"right"})

    words: dict[str, str]  # wrong → right, in lower case
    common: str = ""  # the same the other way round: “right: wrong wrong; right: wrong”
    terms: str = ""  # words of the field; a dropped, doubled or swapped letter of theirs is a misspelling
    real: str = ""  # slips of the terms that are words themselves
    phrases: dict[str, str] = msgspec.field(default_factory=dict)  # several words, folded
    grammar: dict[str, str] = msgspec.field(default_factory=dict)  # RE2 on folded text → what to write, `\\1` for its group
    written: dict[str, str] = msgspec.field(default_factory=dict)  # the same on the text as written
    spaces: dict[str, str] = msgspec.field(default_factory=dict)  # the same for spaces; many of them are lost by a conversion

    def __post_init__(self) -> None:
        for pattern in (*self.grammar, *self.written, *self.spaces):
            compiled(pattern)

    def examine(self, release: Release) -> Examination:
        matches = []
        slips, common = _slips(self.terms, self.real), _common(self.common)
        known, real = frozenset(self.terms.split()), frozenset(self.real.split())
        foreign = _foreign(release)
        for found in _WORD.finditer(release.text):
            word = found.group()
            lowered = word.lower().replace("’", "'")
            right = self.words.get(lowered) or common.get(lowered) or slips.get(lowered) or _without_one(word, known, real)
            if right and lowered not in self.words and release.part_at(found.start()) == "table":
                continue  # a word that its cell has cut
            if right and any(block.covers(Span(*found.span())) for block in foreign):
                continue
            if right and (word[1:].islower() or word.isupper()) and not self._may_be_name(release, found, right):
                replacement = right.upper() if word.isupper() else right.capitalize() if word[0].isupper() else right
                matches.append(Match(Span(*found.span()), {"right": right}, replacement=replacement))
        for wrong, right in self.phrases.items():
            for found in re.finditer(rf"\b{re.escape(wrong)}\b", release.folded) if wrong in release.folded else ():
                matches.append(Match(Span(*found.span()), {"right": right}, replacement=right))
        matches += self._grammar(release)
        matches += self._spaces(release)
        matches += _stray_capitals(release, self.terms)
        return Examination(tuple(matches))

    def _grammar(self, release: Release) -> list[Match]:
        """Slips of agreement and the like; a group named `words` is what is told, where the pattern needs what stands around it."""
        found: dict[int, Match] = {}
        for text, table in ((release.folded, self.grammar), (release.text, self.written)):
            for span, right in _slipped(text, release.text, table):
                if release.part_at(span.start) not in ("table", "contacts"):
                    found.setdefault(span.start, Match(span, {"right": right}))
        return list(found.values())

    def _spaces(self, release: Release) -> list[Match]:
        """“anyapplicable”, “January 24,2026”: a lost space in the prose, unless the text lost many of them."""
        known, real = frozenset(self.terms.split()), frozenset(self.real.split())
        glued = [
            Match(Span(*m.span()), {"right": f"{m.group('first')} {m.group('rest')}"})
            for m in _RUN_ON.finditer(release.text)
            if m.group("rest") in known and m.group() not in known | real
        ]
        dates = [
            Match(span, {"right": right}) for span, right in _slipped(release.folded, release.text, self.spaces) if self._in_prose(release, span)
        ]
        if not glued and not dates:
            return []
        lost = len(glued) + len(dates) + sum(_is_run_together(m.group(), known, real) for m in _LONG.finditer(release.text))
        return [m for m in (*glued, *dates) if lost <= _FEW and release.part_at(m.span.start) not in ("table", "contacts")]

    def _in_prose(self, release: Release, span: Span) -> bool:
        return any(b.span.covers(span) and len(b.span) > 60 for b in release.document.blocks if b.kind != "table")

    def _may_be_name(self, release: Release, found: re.Match[str], right: str) -> bool:
        word, start, end = found.group(), found.start(), found.end()
        if _in_address(release, start) or (word[0].isupper() and _HONOURED.search(release.folded, max(0, start - 6), start)):
            return True
        if word[0].isupper() and (right[0].isupper() or _is_right_elsewhere(release, word, right)):
            return False  # a month or a day, or a slip in “Association of Securites Dealers”
        around = release.text[max(0, start - 1) : start] + release.text[end : end + 1]
        if any(c in around for c in "@./_-") and release.text[end : end + 2] not in (". ", ".\n", "."):
            return (release.text[max(0, start - 1) : start] in "@./_" and start > 0) or release.text[end : end + 1] in "@/_"
        if word[0].isupper() and _FIRM.match(release.text, end):
            return True
        if word[0].isupper() and (_beside_title(release, start, end) or _in_headline(release, found)):
            return False
        if word.isupper():
            return True
        opens = start == 0 or release.text[start - 1] == "\n" or bool(re.search(r"[.!?:\"“]\s$", release.text[max(0, start - 2) : start]))
        return word[0].isupper() and not opens and release.text[start - 1 : start] == " " and release.text[max(0, start - 2) : start - 1].islower()


def _foreign(release: Release) -> list[Span]:
    """The blocks that are French, German, Dutch, Spanish or Italian: their small words outnumber the English ones, as whole releases and legends have it."""
    ours, theirs = [], []
    for block in release.document.blocks:
        text = release.folded[block.span.start : block.span.end]
        home, abroad = len(_ENGLISH.findall(text)), len(_ABROAD.findall(text))
        if abroad > 2 * home and abroad >= _SURELY:
            theirs.append(block.span)
        elif home > abroad:
            ours.append(block.span)
    whole = len(theirs) > len(ours)  # then headline and headings, which have few small words, are in that language too
    return [b.span for b in release.document.blocks if b.span not in ours] if whole else theirs


def _in_address(release: Release, at: int) -> bool:
    """Whether the word belongs to an address of the web or of mail."""
    start = max(release.text.rfind(gap, 0, at) for gap in " \n\t") + 1
    return bool(_ADDRESS.match(release.text, start))


def _is_right_elsewhere(release: Release, word: str, right: str) -> bool:
    """Whether a long word stands but once so, and rightly spelt with its capital elsewhere."""
    return len(word) >= _LONG_WORD and release.text.count(word) == 1 and bool(re.search(rf"\b{right.capitalize()}\b", release.text))


def _beside_title(release: Release, start: int, end: int) -> bool:
    """“Cheif Financial Officer”, “Securites and Exchange Commission”: the words beside it are no part of a name."""
    before, after = _BEFORE.search(release.folded, max(0, start - 24), start), _AFTER.match(release.folded, end)
    return any(m and m.group(1) in _TITLES and release.text[m.start(1)].isupper() for m in (before, after))


def _in_headline(release: Release, found: re.Match[str]) -> bool:
    """A word of the headline, unless it stands with a capital again as a name would."""
    at = Span(*found.span())
    heads = (release.headline.span, *release.headline.subheads) if release.headline else ()
    return any(h.covers(at) for h in heads) and len(re.findall(rf"\b{found.group().capitalize()}\b", release.text)) < 1 + found.group()[1:].islower()


def _slipped(text: str, written: str, table: Mapping[str, str]) -> Iterator[tuple[Span, str]]:
    """Where the patterns match in `text`, and what to write, with the groups as they stand in `written`."""
    for pattern, right in table.items():
        regex = compiled(pattern)
        told = regex.groupindex.get("words", 0)
        for match in regex.finditer(text):
            put = right
            for number in range(2, regex.groups + 1):
                put = put.replace(f"\\{number}", written[slice(*match.span(number))])
            span = Span(*match.span(told))
            yield span, _as_written(put, written[span.start : span.end])


def _as_written(put: str, written: str) -> str:
    """The words that stay keep their capitals: “the Company believe” becomes “the Company believes”."""
    capitals = {word.lower(): word for word in re.findall(r"\w+", written)}
    return re.sub(r"\w+", lambda word: capitals.get(word.group(), word.group()), put)


def _is_run_together(word: str, known: frozenset[str], real: frozenset[str]) -> bool:
    """“specialmeeting”, “werereasonable”: two known words in one."""
    return word not in known | real and any(
        (word[:i] in known or word[:i] in _SMALL) and (word[i:] in known or word[i:] in _SMALL) for i in range(2, len(word) - 1)
    )


def _without_one(word: str, known: frozenset[str], real: frozenset[str]) -> str | None:
    """The field's word that a letter has slipped into: “servicdes”."""
    if len(word) < 8 or not word.islower() or word in known or word in real or _BEGINS_SMALL.match(word):
        return None
    return next((short for i in range(1, len(word) - 2) if (short := word[:i] + word[i + 1 :]) in known), None)


def _stray_capitals(release: Release, terms: str) -> list[Match]:
    """“mergeR”, “COmpany”: a capital in a word of the field that is written so only once."""
    known = frozenset(terms.split())
    found = []
    for match in _STRAY.finditer(release.text):
        once = match.group().lower() in known and len(re.findall(rf"\b{match.group()}\b", release.text)) == 1
        if once and release.part_at(match.start()) not in ("table", "contacts", "letterhead"):
            right = match.group().capitalize() if match.group()[0].isupper() else match.group().lower()
            found.append(Match(Span(*match.span()), {"right": right}))
    return found


@functools.cache
def _common(entries: str) -> Mapping[str, str]:
    pairs = (entry.split(":") for entry in entries.replace("\n", " ").split(";") if entry.strip())
    return {wrong: right.strip() for right, wrongs in pairs for wrong in wrongs.split()}


@functools.cache
def _slips(terms: str, real: str) -> Mapping[str, str]:
    """Every slip of a letter in the terms, with the term; the first and the last letter are hardly ever dropped."""
    known = {*terms.split(), *real.split()}
    found: dict[str, str] = {}
    for term in terms.split():
        for i in range(len(term)):
            for slip in (
                term[:i] + term[i + 1 :] if 0 < i < len(term) - 1 else term,
                term[:i] + term[i + 1 : i + 2] + term[i] + term[i + 2 :],
                term[:i] + term[i] + term[i:],
            ):
                if slip not in known and len(slip) > 4:
                    found.setdefault(slip, term)
            if len(term) >= _LONG_WORD and 0 < i < len(term) - 1 and term[i] in _VOWELS:  # “consistant”; the last letter tells Italian
                found |= {slip: term for v in _VOWELS if (slip := term[:i] + v + term[i + 1 :]) not in known and slip not in found}
    return found
