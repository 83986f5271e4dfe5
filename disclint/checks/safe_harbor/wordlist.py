"""The list of identifying words: “words such as ‘may’, ‘will’, ‘expect’ …”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Severity, Span

_QUOTED = re.compile(r"[\"'](?P<word>[a-z][a-z -]{1,24}?)[,;.]?[\"'](?=[\s,;.)]|and\b|or\b|$)")
_INTRODUCED = re.compile(
    r"(?:words?|terms?|terminology|expressions?|verbs?|phrases?"
    r"|language)(?: and phrases)?(?: and (?:similar )?expressions)?,? ?(?:\(?such as|like|including|as|of)?:? "
    r"(?P<list>[a-z' -]{2,24}(?:, (?:or |and )?[a-z' -]{2,24})*, (?:or |and )?[a-z' -]{2,40})"
)
_PIECE = re.compile(
    r"[a-z][a-z'-]*(?: (?!(?:identify|identifies|mark|marks|signal|signals|indicate|denote|convey|help|are|is|in|to|that|which|as|when|used|often|generally)\b)[a-z'-]+)?"
)
_NAMES_THEM = re.compile(r"\b(?:words?|terms?|expressions?|verbs?|phrases?)\b[^.;\"']{0,30}[\"']?$")  # two words in quotation marks may be anything
_OPEN = re.compile(
    r"similar (?:\w+ )?(?:expressions?|words?|terms?|terminology|meaning|import|language|phrases)|the negatives?|variations?"
    r"|comparable|other (?:similar )?(?:words|terms|expressions)"
    r"|among others|and the like|or words|\bincluding (?:\w+ )?(?:those|statements|any)\b|without limitation|not limited to|\betc\b|and so forth|and others\b|whether or not|\boften\b|not always|sometimes|typically|usually|in some cases|generally"
)
# What legends use to identify forward-looking statements, each in its forms.
_CANON = frozenset(
    """may might will would could should can shall must expect expects expected expecting expectation expectations plan plans planned planning
    anticipate anticipates anticipated anticipating anticipation believe believes believed belief beliefs estimate estimates estimated estimating
    estimation intend intends intended intending intent intention intentions predict predicts predicted prediction predictions project projects
    projected projecting projection projections potential potentially continue continues continued continuing target targets targeted targeting
    goal goals seek seeks seeking forecast forecasts forecasted forecasting guidance outlook strategy strategies objective objectives likely
    unlikely aim aims aimed hope hopes foresee foresees opportunity opportunities propose proposes proposed pending scheduled schedule schedules
    future assume assumes assumption assumptions possible possibly probable pursue pursues strive strives designed endeavor endeavors endeavour
    look looking become remain remains result results view views think thinks feel feels budget budgeted contemplate contemplates positioned
    committed commit confident confidence trend trends milestone milestones prospect prospects vision upcoming near-term long-term ongoing
    begin next subject evaluate explore develop enable allow lead leads grow growth improve increase promise promising timeline when if
    appear appears suggest suggests consider considers considering wish wishes want desire ready envision envisions advance drive deliver
    maintain focus focused achieve accelerate transform build create expand generate model models optimistic ambition ambitions commitment
    preliminary indicate indicates offer offers sustain perceive perceived seem seems pro-forma illustrative would-be estimate(s) stands project(s)""".split()
)
_CONFUSED = {
    "except": "expect", "excepts": "expects", "accept": "expect", "accepts": "expects", "expert": "expect", "aspect": "expect",
    "protect": "project", "protects": "projects", "panned": "planned", "planed": "planned", "plants": "plans", "plant": "plan",
    "indented": "intended", "indents": "intends", "indent": "intend", "my": "may", "maybe": "may", "many": "may", "mat": "may",
    "wills": "will", "well": "will", "wall": "will", "wound": "would", "world": "would", "cold": "could", "count": "could",
    "sell": "seek", "seed": "seek", "goad": "goal", "anticipants": "anticipates", "believer": "believe", "relieve": "believe",
    "potent": "potential", "wold": "would", "wood": "would", "plains": "plans", "plain": "plan", "pan": "plan", "forsee": "foresee", "forsees": "foresees",
    "participate": "anticipate", "participates": "anticipates", "estate": "estimate", "estates": "estimates", "experts": "expects",
    "exports": "expects", "inspects": "expects", "respects": "expects", "expels": "expects", "protest": "project",
    "overlock": "outlook", "gaol": "goal", "gaols": "goals", "coals": "goals", "peruse": "pursue", "relieves": "believes",
    "hops": "hopes", "planes": "plans", "pans": "plans", "shoulder": "should", "indented to": "intended to",
    "predicates": "predicts", "predicate": "predict",
    "potentate": "potential", "bay": "may", "wilt": "will", "mite": "might", "mights": "might", "coud": "could", "woud": "would",
    "shoud": "should", "seeds": "seeks", "strides": "strives", "stride": "strive",
    "sould": "should", "shold": "should", "cloud": "could", "wil": "will", "credit": "predict", "forcast": "forecast",
}  # fmt: skip
# The noun in a list of verbs: "expects, anticipates, belief, plans".
_NOUN_FOR = {"intent": "intend", "belief": "believe", "beliefs": "believe", "expectation": "expect", "anticipation": "anticipate"}
_OTHER_NOUNS = frozenset(
    """goal goals outlook strategy strategies objective objectives opportunity opportunities guidance intention intentions expectations
    assumption assumptions vision future trend trends prediction predictions projection projections prospects view views hope""".split()
)
_VERBS = tuple(
    """expect expects expected expecting anticipate anticipates anticipated anticipating believe believes believed estimate estimates estimated
    intend intends intended project projects projected predict predicts predicted potential potentially continue continues should would could
    forecast forecasts target targets targeted possible likely objective outlook guidance seeks plans""".split()
)
_USED = ("expect", "anticipat", "believ", "plan", "intend", "estimat", "project", "forecast", "target", "will", "may", "could", "should", "would")


@dataclass(frozen=True, slots=True)
class WordList:
    """The list in the cautionary passage: its words, and whether it leaves room for others."""

    words: tuple[tuple[str, Span], ...]
    open_ended: bool
    sentence: Span


class IdentifyingWords(Check, frozen=True, kw_only=True):
    """A wrong word in the list of identifying words, a word that stands there twice, or a closed list that lacks the words used."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"right", "used"})

    defect: Literal["wrong", "twice", "lacking"]

    def examine(self, release: Release) -> Examination:
        lists = word_lists(release, least=2 if self.defect == "lacking" else 3)
        if not lists:
            return Examination(moot="the cautionary passage has no list of identifying words")
        find = {"wrong": self._wrong, "twice": self._twice, "lacking": self._lacking}[self.defect]
        matches = [match for words in lists for match in find(release, words)]
        return Examination(tuple(matches), evidence=tuple(span for words in lists for _, span in words.words[:1]))

    def _wrong(self, release: Release, found: WordList) -> list[Match]:
        matches = []
        for word, span in found.words:
            right = _CONFUSED.get(word) or (_misspelt(word) if word not in _CANON else None)
            if right and word not in _CANON:
                matches.append(Match(span, {"right": right}, replacement=right))
        return matches + self._nouns(found) + self._unclosed(release, found)

    def _nouns(self, found: WordList) -> list[Match]:
        """A noun where all the other words are verbs, and its own verb is not among them: some lists mean the noun."""
        words = [word for word, _ in found.words]
        nouns = [word for word in words if word in _NOUN_FOR]
        verbs = [word for word in words if word in _VERBS and word not in _NOUN_FOR]
        if len(nouns) != 1 or len(verbs) < 2 or _OTHER_NOUNS.intersection(words) or any(word.startswith(_NOUN_FOR[nouns[0]][:6]) for word in verbs):
            return []
        right = _NOUN_FOR[nouns[0]] + "s" * (2 * sum(verb.endswith("s") for verb in verbs) > len(verbs))
        return [Match(span, {"right": right}, replacement=right, severity=Severity.WARNING) for word, span in found.words if word in nouns]

    def _unclosed(self, release: Release, found: WordList) -> list[Match]:
        """A word of the list whose quotation mark is opened and not closed before the next one opens."""
        if "“" in release.text[found.sentence.start : found.sentence.end]:
            lost = re.finditer(r"“[a-z][a-z -]{1,20}, (?=“)", release.text[found.sentence.start : found.sentence.end])
        else:
            lost = re.finditer(r"(?<=[ (])\"[a-z][a-z -]{1,20}, (?=\"[a-z])", release.text[found.sentence.start : found.sentence.end])
        spans = [Span(found.sentence.start + m.start(), found.sentence.start + m.end() - 1) for m in lost]
        message = "“{quote}”: the quotation mark of this word in the list is never closed."
        return [Match(span, {"right": ""}, severity=Severity.WARNING, message=message) for span in spans]

    def _twice(self, release: Release, found: WordList) -> list[Match]:
        seen: dict[str, Span] = {}
        matches = []
        for word, span in found.words:
            first = seen.setdefault(word, span)
            if first != span:
                matches.append(Match(span, {}, (Note("It stands here already.", first),)))
        return matches

    def _lacking(self, release: Release, found: WordList) -> list[Match]:
        if found.open_ended:
            return []
        listed = " ".join(word for word, _ in found.words)
        cues = [release.folded[s.cue.start : s.cue.end] for s in release.forward_looking()]
        used = sorted({verb for verb in _USED for cue in cues if verb in cue and verb not in listed})
        return [Match(found.sentence, {"used": ", ".join(f"“{u}”" for u in used)})] if used else []


def word_lists(release: Release, least: int = 3) -> tuple[WordList, ...]:
    """The lists of identifying words in the cautionary passage, at least so many words of which two are usual."""
    if release.cautionary is None:
        return ()
    found = []
    for sentence in release.sentences:
        if not any(s.covers(sentence) for s in release.cautionary.spans):
            continue
        words = _quoted(release, sentence) or _introduced(release, sentence)
        if (
            len(words) >= least
            and (len(words) > 2 or _NAMES_THEM.search(release.folded[sentence.start : words[0][1].start]))
            and sum(word.split(" ")[-1] in _CANON for word, _ in words) >= 2
        ):
            found.append(WordList(tuple(words), bool(_OPEN.search(release.folded, sentence.start, sentence.end)), sentence))
    return tuple(found)


def _quoted(release: Release, sentence: Span) -> list[tuple[str, Span]]:
    found = _QUOTED.finditer(release.folded, sentence.start, sentence.end)
    return [(m.group("word").strip(), Span(m.start("word"), m.end("word"))) for m in found]


def _introduced(release: Release, sentence: Span) -> list[tuple[str, Span]]:
    listed = _INTRODUCED.search(release.folded, sentence.start, sentence.end)
    if not listed:
        return []
    told = re.sub(r",? (?:or|and) |, ", lambda m: "," + " " * (len(m.group()) - 1), listed.group("list"))
    start = listed.start("list")
    words = [(m.group(), Span(start + m.start(), start + m.end())) for m in _PIECE.finditer(told)]
    kept = [(w, s) for w, s in words if w not in ("or", "and")]
    usual = sum(word in _CANON for word, _ in kept)
    return kept if usual >= 3 or (len(kept) > 4 and 2 * usual >= len(kept)) else []  # a short one must leave no doubt


def _misspelt(word: str) -> str | None:
    """The usual verb at one letter's distance (a swap counts as one), where the last letter is not what differs: that would be another form."""
    if len(word) < 5 or not word.isalpha():
        return None
    near = (c for c in _VERBS if c[-1] == word[-1] and abs(len(c) - len(word)) <= 1 and _one_apart(word, c))
    return next(near, None) or next(
        (c for c in _VERBS if len(c) == len(word) + 2 > 9 and c[0] == word[0] and c[-1] == word[-1] and _lost_from(word, c)), None
    )


def _lost_from(word: str, verb: str) -> bool:
    """Whether only letters of the verb were lost: `antipate`."""
    letters = iter(verb)
    return all(letter in letters for letter in word)


def _one_apart(a: str, b: str) -> bool:
    if len(a) == len(b):
        differing = [i for i in range(len(a)) if a[i] != b[i]]
        swapped = (
            len(differing) == 2 and differing[1] == differing[0] + 1 and a[differing[0]] == b[differing[1]] and a[differing[1]] == b[differing[0]]
        )
        return len(differing) == 1 or swapped
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
