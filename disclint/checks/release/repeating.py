"""Repeating: a word or a passage that stands twice."""

from __future__ import annotations

import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Severity, Span

_TWICE = re.compile(r"(?<![\w'-])(?P<word>[a-z]{2,}|a)[ ](?P=word)(?![\w'-])")
# Several words set twice, side by side or with one small word between: `from Lorne Capital LLC at Lorne Capital LLC`.
_PHRASE = re.compile(r"(?<![\w'-])(?P<phrase>[a-z]\w*(?: [\w.&'-]+){2,6}?) (?:(?P<link>at|from|of|by|with) )?(?P=phrase)(?![\w'-])")
_SMALL_PHRASE = re.compile(
    r"(?<![\w'-])(?P<phrase>(?:of|to|in|for|by|with|from|at|on|as) (?:the|an?|our|its)|(?:and|that) the|(?:will|to) be|ha(?:s|ve) been|is an?|we expect|per share) (?P=phrase)(?![\w'-])"
)
_PAIR = re.compile(r"(?<!\S)(?P<word>\S+) (?P=word)(?!\S)")
# Words that rightly stand twice, and names that are made that way.
_PROPER = frozenset("had very so no ha bye win bora walla walla baden pago duran new long many more".split())
_SMALL = frozenset(
    "the of and to a an in for by with from at is are was were has have that this our its it we will as or january february march april june july august september october november december".split()
)  # no name is made of two
_VERB = re.compile(r"(?:is|was|are|were|do|does|did|has|have|\w+s|\w+ed)$")
_CLEFT = re.compile(
    r"\b(?:what|whatever|who|which|(?<!announced )(?<!today )(?<!said )(?<!says )(?<!believes )(?<!reported )(?<!stated )(?<!noted )that|all|one|thing|problem|question|point|reason)\b[^.,;\n]{0,30}$"
)
_CAPITALS = re.compile(r"(?<![\w'’.-])(?<!About )(?<!Contact )(?<!: )(?P<word>[A-Z][\w&]+) (?P=word)(?![\w-])")
_TRADE = frozenset(
    "company board directors shareholders stockholders officer president corporation agreement securities committee annual quarter report".split()
)
_FIGURE = re.compile(r"(?<=[a-z] )(?P<word>[$€£]\d[\d.,]*\d|\d[\d.,]*%) (?P=word)(?= (?!\d)[a-z]|[.,;])")
# “that that part” is right, “that that the” is not.
_SAYS_THAT = re.compile(r" (?!an?\b|the\b|we\b|our\b|its?\b|they\b|their\b|this\b|these\b|those\b|he\b|she\b|there\b|all\b|any\b|no\b|such\b)")
_ROUND = re.compile(r"\b(?:year|month|quarter|week|day|over|by|after|side|step|door|face|time|again|on|more|new york)\b")
_SET_APART = ("contacts", "letterhead", "headline", "subheadline", "table", "wire-tail")
_LOWER = re.compile(r"\b[a-z]{2,}\b")
_NEAR = 900  # characters within which sentences belong to one passage
_LONG = 400  # characters of several sentences that no summary repeats
_PARAGRAPH = 200  # characters of a paragraph among tables that is no note to them
_WORDS = 7  # in a whole sentence, names and figures aside
_FEW_WORDS = 4  # in a short one
_SHORT = 25  # characters of such a one
_SHORTEST = 45  # characters of a passage that nobody repeats by intention


class WordRepeated(Check, frozen=True, kw_only=True):
    """The same word twice in a row."""

    def examine(self, release: Release) -> Examination:
        cells = {row[0].start for b in release.document.blocks if b.kind == "table" for row in b.rows if row}
        matches = []
        for found in _TWICE.finditer(release.folded):
            first, second = release.text[found.start()], release.text[found.end("word") + 1]
            if found.group("word") == "that" and _SAYS_THAT.match(release.folded, found.end()):
                continue
            if found.group("word") in _PROPER or found.start() in cells or release.part_at(found.start()) in ("table", "contacts", "letterhead"):
                continue
            if _VERB.match(found.group("word")) and _CLEFT.search(release.folded, max(0, found.start() - 50), found.start()):
                continue  # “what it does does not matter”
            small = found.group("word") in _SMALL and not any(
                len(each) > 1 and each.isupper() for each in release.text[found.start() : found.end()].split()
            )
            if not small and (second.isupper() or (first.isupper() and release.text[found.start() + 1].isupper())):
                continue  # names (Walla Walla), a company's AS as joint lead, columns of units
            matches.append(Match(Span(*found.span()), replacement=release.text[found.start() : found.end("word")]))
        matches += self._phrases(release)
        matches += self._names(release)
        return Examination(tuple(m for m in sorted(matches, key=lambda m: m.span) if not self._in_head(release, m.span)))

    def _phrases(self, release: Release) -> list[Match]:
        """Three words and more set twice: side by side in plain prose, or with a small word between."""
        found = []
        for block in release.document.blocks:
            if block.kind == "table" or release.part_at(block.span.start) in ("table", "contacts", "letterhead", "headline"):
                continue
            for match in _PHRASE.finditer(release.folded, block.span.start, block.span.end):
                written = release.text[match.start("phrase") : match.end("phrase")]
                again = release.text[match.end() - len(written) : match.end()]
                if written != again or _ROUND.search(match.group("phrase")) or match.group("phrase").startswith(("and ", "or ")):
                    continue
                if match.group("link") or written.islower():
                    found.append(Match(Span(*match.span())))
            found += [Match(Span(*m.span())) for m in _SMALL_PHRASE.finditer(release.folded, block.span.start, block.span.end)]
        return found

    def _names(self, release: Release) -> list[Match]:
        """The issuer's name, a word of the trade with a capital, or a share or an amount set twice in a sentence."""
        own = {name.split()[0].strip(",.") for issuer in release.issuers for name in (issuer.name, *issuer.short_names)}
        own = {name for name in own if f"{name} {name}" not in " ".join(issuer.name for issuer in release.issuers)}
        found = [m for m in _CAPITALS.finditer(release.text) if m.group("word") in own or m.group("word").lower() in _TRADE]
        found += _FIGURE.finditer(release.text)
        prose = [b.span for b in release.document.blocks if b.kind in ("paragraph", "item", "heading")]
        return [
            Match(Span(*m.span())) for m in found if any(p.covers(Span(*m.span())) for p in prose) and release.part_at(m.start()) not in _SET_APART
        ]

    def _in_head(self, release: Release, span: Span) -> bool:
        """Where several words stand twice close together, a table lost the columns of its head."""
        return len(_PAIR.findall(release.folded, max(0, span.start - 100), span.end + 100)) > 1


class PassageRepeated(Check, frozen=True, kw_only=True):
    """A sentence that stands twice."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"words"})

    def examine(self, release: Release) -> Examination:
        first: dict[str, Span] = {}
        matches: list[Match] = []
        tables = next((b.span.start for b in release.document.blocks if b.kind == "table"), len(release.text))  # notes to tables repeat themselves
        items = {b.span: number for number, b in enumerate(release.document.blocks) if b.kind == "item"}
        for whole in release.sentences:
            sentence = _without_dateline(release, whole)
            words = " ".join(release.folded[sentence.start : sentence.end].split())
            if whole != sentence:  # a lead pasted again with its dateline
                first.setdefault(" ".join(release.folded[whole.start : whole.end].split()), whole)
            entry = sentence in items
            short = len(words) < _SHORTEST or not (entry or _told(release, sentence, _WORDS))
            if release.part_at(sentence.start) in _SET_APART or (short and not _says_something(release, sentence, entry=entry)):
                continue
            earlier = first.setdefault(words, sentence)
            if earlier is sentence or (short and (self._in_list(items, sentence, earlier) if entry else not _is_pasted(release, sentence, earlier))):
                continue
            weight = self._weight(release, sentence, earlier) if not entry else self._in_list(items, sentence, earlier)
            if sentence.start > tables and (weight is Severity.INFO or not all(_opens_paragraph(release, s) for s in (sentence, earlier))):
                continue
            if not (self._runs_on(matches, sentence, earlier) and weight in (matches[-1].severity, Severity.INFO)):
                note = Note("The same words stand here.", earlier)
                matches.append(Match(sentence, {"words": release.quote(sentence)[:60]}, (note,), severity=weight))
        return Examination((*matches, *self._quoted_twice(release, matches)))

    def _quoted_twice(self, release: Release, matches: list[Match]) -> list[Match]:
        """The same words in quotation marks twice, though the clause that names the speaker differs."""
        first: dict[str, Span] = {}
        found = []
        for span in sorted(span for q in release.quotations for span in q.spans if len(span) >= _SHORTEST):
            words = " ".join(re.findall(r"\w+", release.folded[span.start : span.end]))
            earlier = first.setdefault(words, span)
            told = any(m.span.touches(span) or span.covers(m.span) for m in matches) or len(_LOWER.findall(words)) < _WORDS
            if earlier is not span and not told:
                found.append(Match(span, {"words": release.quote(span)[:60]}, (Note("The same words stand here.", earlier),)))
        return found

    def _weight(self, release: Release, sentence: Span, earlier: Span) -> Severity | None:
        """A whole paragraph, or several sentences on end, are pasted twice; a summary may repeat a sentence or two on purpose."""
        folded, same = release.folded, len(sentence)
        while folded[sentence.start + same : sentence.start + same + 1] == folded[earlier.start + same : earlier.start + same + 1] not in ("", "\n"):
            same += 1
        begins = all(folded[s.start - 1 : s.start] in ("", "\n") for s in (sentence, earlier))
        ends = all(folded[s.start + same : s.start + same + 1] in ("", "\n") for s in (sentence, earlier))
        fixed = any(release.part_at(s.start) in ("boilerplate", "cautionary", "legend") for s in (sentence, earlier))
        runs = same > len(sentence) + 30
        beside = "\n" not in folded[earlier.start : sentence.start]  # in one paragraph nobody sums up
        return None if (begins and ends) or beside or (runs and (fixed or same > _LONG)) else Severity.INFO

    def _in_list(self, items: dict[Span, int], sentence: Span, earlier: Span) -> Severity | None:
        """An entry that stands twice in one list; another list may sum up the first."""
        between = range(items.get(earlier, -1), items[sentence])
        return None if earlier in items and all(number in items.values() for number in between) else Severity.INFO

    def _runs_on(self, matches: list[Match], sentence: Span, earlier: Span) -> bool:
        """A later sentence of a passage that is reported already: near it in both places."""
        return bool(matches) and all(0 <= s.start - at.end <= _NEAR for s, at in ((sentence, matches[-1].span), (earlier, matches[-1].notes[0].span)))


def _without_dateline(release: Release, sentence: Span) -> Span:
    """The lead's own words, behind the place and the date."""
    if release.dateline is None or not sentence.start <= release.dateline.span.end < sentence.end:
        return sentence
    rest = release.text[release.dateline.span.end : sentence.end]
    return Span(sentence.end - len(rest.lstrip(" -–—")), sentence.end)


def _opens_paragraph(release: Release, sentence: Span) -> bool:
    """Whether it opens a long paragraph of prose that does not explain the table above it."""
    blocks = release.document.blocks
    at = next((i for i, b in enumerate(blocks) if b.span.start == sentence.start), 0)
    return at > 0 and blocks[at].kind == "paragraph" and len(blocks[at].span) > _PARAGRAPH and blocks[at - 1].kind != "table"


def _says_something(release: Release, sentence: Span, *, entry: bool) -> bool:
    """Whether a short sentence, or a short entry of a list, has words enough to be one."""
    if entry:
        return len(sentence) >= _SHORT and len(_LOWER.findall(release.folded, sentence.start, sentence.end)) >= _FEW_WORDS - 1
    return len(sentence) >= _SHORT and _told(release, sentence, _FEW_WORDS)


def _is_pasted(release: Release, sentence: Span, earlier: Span) -> bool:
    """A short sentence that stands twice in one paragraph, or whose whole paragraph stands twice."""
    text = release.text
    blocks = [next((b for b in release.document.blocks if b.span.covers(span)), None) for span in (sentence, earlier)]
    if None in blocks or any(b.kind != "paragraph" for b in blocks if b):
        return False
    here, there = (b.span for b in blocks if b)
    return here == there or (
        len(here) >= 2 * _SHORTEST and text[here.start : here.end] == text[there.start : there.end] and here.start == sentence.start
    )


def _told(release: Release, sentence: Span, least: int) -> bool:
    """Whether it is a whole sentence of prose, and not a caption, a line of a list or the note to a table."""
    text = release.text[sentence.start : sentence.end].strip("\"“”'‘’")
    return text[-1:] in ".!?" and text[:1].isupper() and not text.startswith(("See ", "Note")) and len(_LOWER.findall(text)) >= least
