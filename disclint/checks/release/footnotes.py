"""Footnotes: marks and notes that belong together."""

from __future__ import annotations

import itertools
import re
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span

_NO_NOTE, _NO_MARK = "marks a note that does not stand in the release", "is a note whose mark stands nowhere"
_STARS = re.compile(r"(?<=[a-z0-9%)\].,;\"'])(?P<mark>\*{1,3}|†|‡)(?=[\s.,;:)]|$)(?! (?:hotel|resort|luxury|rating|property|properties)s?\b)")
_STAR_NOTE = re.compile(r"(?P<mark>\*{1,3}|†|‡) ?(?=[a-z0-9\"'(])")
_RAISED = re.compile(r"(?:(?<=[a-z%)\]\"'™®℠])|(?<=[a-z)%\"'][.,;:!?])|(?<=[¹²³⁴⁵⁶⁷⁸⁹][, ]))(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹])(?![\w¹²³])")
# Notes that run on in one line: “*Not audited. **Not meaningful.”
_MARKED_NEXT = re.compile(r"(?<=[a-z0-9%)\].;,\"'] )(?P<mark>\*{1,3}|[†‡¹²³⁴⁵⁶⁷⁸⁹]) ?(?=[a-z0-9\"'(])")
_RAISED_NOTE = re.compile(r"(?P<mark>[¹²³⁴⁵⁶⁷⁸⁹]) ?(?=[a-z\"'])")
# A figure in brackets marks a note where it closes its phrase; in an enumeration it stands before what it counts.
_FIGURE = r"(?:\([1-9]\)|\[[1-9]\])"
_BRACKETED = re.compile(
    rf"(?<=[a-z%\"'.)] )(?P<mark>{_FIGURE})(?=[,.;:]?(?: ?$|[\n\t])|[,.;:] | (?:was|were|rose|fell|increased|decreased|improved|declined)\b)"
    rf"|(?<=[a-z%\"'.,])(?P<tight>{_FIGURE})(?=[\s.,;:]|$)|(?<=[%\d] )(?P<amid>{_FIGURE})(?= (?:over|from|in|compared|for|during|versus|vs|as|per)\b)(?![^.]*(?: and| or|[,;]) \([1-9]\) [a-z])"
)
_BRACKETED_NOTE = re.compile(rf"(?P<mark>{_FIGURE}) ?(?=[a-z\"'$])")
_NEXT_NOTE = re.compile(rf"(?<=[.;)\"'] )(?P<mark>{_FIGURE}) (?=[a-z])")  # “(1) See below. (2) Includes”
_CITED = re.compile(
    r"\b(?:items?|sections?|rules?|clauses?|paragraphs?|notes?|footnotes?|proposals?|steps?|phases?|and|or|to|through|of|minus|least|than|page|under"
    r"|exhibits?(?: [a-z])?|one|two|three|four|five|six|seven|eight|nine|parts?|articles?|the|either|both|by|in|\d+[a-z]?) ?$"
)
_TAG = re.compile(r"<[^<>]+>")
_ON_FIGURE = re.compile(r"(?:\d|%|[a-z]{3})\*(?=[\s.,;])")
_NOTES_BELOW = 12  # blocks below a table that may hold its notes
_MANY = 3  # notes without a mark
_NOT_A_NOTE = re.compile(r"(?<![a-z])(?:km|m|cm|mm|ft|sq|r|x|n|in|mi|yd|co|h|chi|k?p|s)$")
_LABEL = re.compile(r"(?<=[a-z)%\"'])[ ]?(?P<mark>\([1-9]\))(?=(?:\([1-9]\))*$)")
_ENDS_LABEL = re.compile(r"[a-z][^\n]*(?P<mark>\([1-9]\))$")
_LETTERED = re.compile(r"(?<=[a-z0-9)%\"']) ?(?P<mark>\([a-h]\))$")
_LETTERED_NOTE = re.compile(r"(?P<mark>\([a-h]\)) ?(?=[a-z\"'$])")
# “see footnote 2”, “Note 3 below”: a note of this release, and none of the financial statements.
_REFERRED = re.compile(
    r"\b(?:(?:see|refer to|in|under|and) footnote (?P<foot>\d)(?! (?:to|of|in)\b)|note (?P<note>\d) (?:below|to (?:the|this) tables?\b))"
)
_COUNTED = re.compile(r"(?<=[a-z.] )\((?P<figure>\d{1,3})\)(?=[,.;]|$| and | or )")


class FootnotesMatched(Check, frozen=True, kw_only=True):
    """A footnote mark in the prose without its note, or a note without its mark."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        marks = self._marks(release)
        notes = self._notes(release, marks)
        lone = (*self._bracketed(release), *_lettered(release), *_referred(release))
        if not marks and not notes and not lone:
            return Examination(moot="there are no footnote marks")
        matches = [Match(span, {"problem": _NO_NOTE}) for mark, span in marks.items() if mark not in notes and not self._is_plain(release, mark)]
        matches += [Match(span, {"problem": _NO_MARK}) for mark, span in notes.items() if mark not in marks and not self._stands_again(release, mark)]
        return Examination((*matches, *lone), evidence=tuple(span for mark, span in marks.items() if mark in notes))

    def _bracketed(self, release: Release) -> tuple[Match, ...]:
        """Figures in brackets: a mark in a sentence without a line that opens with it, or such a line whose figure stands nowhere else."""
        folded, marks, noted, run_on = release.folded, dict[str, Span](), dict[str, Span](), set[str]()
        for block in release.document.blocks:
            start, end = block.span.start, block.span.end
            for line in sorted({start, *(row[0].start for row in block.rows if row), *(line.start for line in block.lines)}):
                if note := _BRACKETED_NOTE.match(folded, line):
                    noted.setdefault(note.group("mark"), Span(line, _some_words(release, note.end(), end)))
                    run_on |= {m.group("mark") for m in _NEXT_NOTE.finditer(folded, note.end(), end)}
            for match in _BRACKETED.finditer(folded, start, end):
                at = match.start()
                if at > start and not _CITED.search(folded, max(start, at - 14), at) and not _counts(release, Span(*match.span())):
                    marks.setdefault(match.group().strip(), _with_word(release, match, start) if match.group("tight") else Span(at, match.end()))
        prose = {b.span for b in release.document.blocks if b.kind in ("paragraph", "item") and len(b.span) > 80}
        known = bool(marks.keys() & noted.keys())
        labels = {
            m.group("mark") for b in release.document.blocks for row in b.rows if row and (m := _ENDS_LABEL.search(folded, row[0].start, row[0].end))
        }
        told = [
            span
            for mark, span in marks.items()
            if mark not in noted.keys() | run_on
            and ((folded.count(mark) == 1 and any(b.covers(span) for b in prose)) or (known and self._is_label(release, span)))
        ]
        lone = [
            span
            for mark, span in noted.items()
            if folded.count(mark) == 1
            and (mark != "(1)" or "(2)" not in noted)
            and (self._is_noted(mark, noted, marks) or labels & noted.keys() or _is_single(release, span))
        ]
        lone = lone if len(lone) < _MANY else []  # their marks were raised figures, and got lost
        told += [span for span in _skipped(release) if not any(span.touches(other) for other in told)]
        return (*(Match(span, {"problem": _NO_NOTE}) for span in told), *(Match(span, {"problem": _NO_MARK}) for span in lone))

    def _is_label(self, release: Release, span: Span) -> bool:
        """Whether the mark stands at the label that opens a row of a table."""
        firsts = (row[0] for block in release.document.blocks for row in block.rows if row)
        return any(cell.covers(span) and cell.end == span.end for cell in firsts)

    def _is_noted(self, mark: str, noted: dict[str, Span], marks: dict[str, Span]) -> bool:
        """Whether such lines are notes, and not a list: the others have their marks, or this one opens no list."""
        return bool(marks.keys() & noted.keys()) or (mark != "(1)" and "(1)" not in noted)

    def _stands_again(self, release: Release, mark: str) -> bool:
        """A mark that stands in a cell by itself, or with a space before it."""
        return len(re.findall(rf"(?<!{re.escape(mark[0])}){re.escape(mark)}(?!{re.escape(mark[0])})", release.text)) > 1

    def _is_plain(self, release: Release, mark: str) -> bool:
        """“¹” whose note begins with a plain 1, or with the figure in marks."""
        figure = str("¹²³⁴⁵⁶⁷⁸⁹".find(mark) + 1)
        return figure != "0" and bool(re.search(rf"(?:^|\n|[.;] )[(\[]?{figure}[)\].]? ?[A-Z]", release.text))

    def _has_stars(self, release: Release) -> bool:
        """In markdown stars are emphasis, and what is left of them damage, but for a single one that stands on a figure."""
        return release.document.format != "markdown" or (release.text.count("*") == 1 and bool(_ON_FIGURE.search(release.folded)))

    def _marks(self, release: Release) -> dict[str, Span]:
        found: dict[str, Span] = {}
        for block in release.document.blocks:
            for pattern in (_STARS, _RAISED) if self._has_stars(release) else (_RAISED,):
                for match in pattern.finditer(release.folded, block.span.start, block.span.end):
                    unit = _NOT_A_NOTE.search(release.folded, max(0, match.start() - 4), match.start())
                    if not (unit and pattern is _RAISED):
                        found.setdefault(match.group("mark"), _with_word(release, match, block.span.start))
        return found

    def _notes(self, release: Release, marks: dict[str, Span]) -> dict[str, Span]:
        found: dict[str, Span] = {}
        stars = self._has_stars(release)
        for block in release.document.blocks:
            if stars and block.kind == "item" and (mark := self._bullet(release, block.span)):
                found.setdefault(mark, block.span)
            for start in {block.span.start, *(row[0].start for row in block.rows if row), *(line.start for line in block.lines)}:
                match = (stars and _STAR_NOTE.match(release.folded, start)) or _RAISED_NOTE.match(release.folded, start)
                if match:
                    found.setdefault(match.group("mark"), Span(match.start(), _some_words(release, match.end(), block.span.end)))
                    for further in _MARKED_NEXT.finditer(release.folded, match.end(), block.span.end):
                        if further.group("mark") in marks:
                            found.setdefault(further.group("mark"), Span(*further.span()))
        return {mark: span for mark, span in found.items() if mark != "*" or "*" in marks or self._is_lone_star(release, span)}

    def _is_lone_star(self, release: Release, note: Span) -> bool:
        """The only star of the release, below a table or at the end: no list has a single entry."""
        blocks = release.document.blocks
        entries = [b for b in blocks if b.kind == "item" and self._bullet(release, b.span) == "*"]
        at = next((i for i, b in enumerate(blocks) if b.span.covers(note)), 0)
        stars = release.text.count("*") + len([b for b in entries if "*" not in release.text[b.span.start : b.span.end]])
        return stars == 1 and at > 0 and blocks[at - 1].kind == "table"

    def _bullet(self, release: Release, span: Span) -> str | None:
        """A note that the reader took for an item of a list: its mark stands in the source before it."""
        lines = release.document.excerpt(span)
        mark = _STAR_NOTE.match(_TAG.sub("", lines[0][1]).strip().lower()) if lines else None
        return mark.group("mark") if mark else None


def _skipped(release: Release) -> list[Span]:
    """Marks at the labels of a table that the notes right below it leave out: (2), where (1) and (3) stand there."""
    folded, marks, notes, found = release.folded, dict[str, Span](), set[str](), list[Span]()
    for block in release.document.blocks:
        lines = sorted({block.span.start, *(row[0].start for row in block.rows if row), *(line.start for line in block.lines)})
        opening = {note.group("mark") for line in lines if (note := _BRACKETED_NOTE.match(folded, line))}
        labels = [m for row in block.rows if row for m in _LABEL.finditer(folded, row[0].start, row[0].end)]
        if notes and (labels or not opening):
            found += _left_out(marks, notes)
            marks, notes = {}, set()
        for label in labels:
            marks.setdefault(label.group("mark"), Span(*label.span("mark")))
        notes |= opening | ({m.group("mark") for m in _NEXT_NOTE.finditer(folded, block.span.start, block.span.end)} if opening else set())
    return found + _left_out(marks, notes)


def _left_out(marks: dict[str, Span], notes: set[str]) -> list[Span]:
    if not notes & marks.keys() or "(1)" not in notes | marks.keys():
        return []
    return [span for mark, span in marks.items() if mark not in notes and mark < max(notes)]


def _lettered(release: Release) -> list[Match]:
    """Letters at the labels of tables, and notes that open with one: what has no fellow, where others have."""
    folded, marks, notes = release.folded, dict[str, Span](), dict[str, Span]()
    tables = {i for i, b in enumerate(release.document.blocks) if b.kind == "table"}
    for number, block in enumerate(release.document.blocks):
        for row in block.rows:
            if row and (label := _LETTERED.search(folded, row[0].start, row[0].end)) and label.start() > row[0].start:
                marks.setdefault(label.group("mark"), Span(*label.span("mark")))
        if any(number - back in tables for back in range(_NOTES_BELOW)):
            for line in sorted({block.span.start, *(row[0].start for row in block.rows if row), *(line.start for line in block.lines)}):
                if note := _LETTERED_NOTE.match(folded, line):
                    notes.setdefault(note.group("mark"), Span(line, _some_words(release, note.end(), block.span.end)))
    single = bool(notes) and not marks and "(b)" not in folded and folded.count("(a)") == 1
    if not marks.keys() & notes.keys() and not single:
        return []
    told = [Match(span, {"problem": _NO_NOTE}) for mark, span in marks.items() if mark not in notes]
    return told + [Match(span, {"problem": _NO_MARK}) for mark, span in notes.items() if mark not in marks and folded.count(mark) == 1]


def _referred(release: Release) -> list[Match]:
    """A footnote that the text names by its number and that does not stand there, though others do or no note has a number."""
    found = []
    for said in _REFERRED.finditer(release.folded):
        figure = said.group("foot") or said.group("note")
        raised = "¹²³⁴⁵⁶⁷⁸⁹"[int(figure) - 1] if figure != "0" else figure
        if not re.search(
            rf"(?:^|[\n\t]|[.;)] )(?:\({figure}\)|\[{figure}\]|{raised}|{figure}[.):]?|(?:foot)?note {figure}\b) ?(?=[:.-]? ?[a-z\"'$])",
            release.folded,
        ):
            found.append(Match(Span(*said.span()), {"problem": _NO_NOTE}))
    return found


def _is_single(release: Release, note: Span) -> bool:
    """A note that is the only one, where no list could open with it: no second stands anywhere."""
    before = release.text[: note.start].rstrip()
    return (
        "(2)" not in release.folded and "[2]" not in release.folded and not before.endswith(":") and release.part_at(note.start) in ("body", "table")
    )


def _counts(release: Release, span: Span) -> bool:
    """Whether the figure counts what stands before it: “Utah (4), Nevada (3)”; marks of notes rise by one."""
    sentence = sentence_at(release, span)
    figures = [int(m.group("figure")) for m in _COUNTED.finditer(release.folded, sentence.start, sentence.end)]
    return len(figures) > 1 and any(after != before + 1 for before, after in itertools.pairwise(figures))


def _some_words(release: Release, start: int, end: int) -> int:
    """Where the first words of a note end."""
    stop = release.text.find(" ", min(end, start + 40), end)
    return end if stop < 0 else stop


def _with_word(release: Release, match: re.Match[str], floor: int) -> Span:
    """The mark with the word it is set on."""
    start = match.start()
    while start > floor and not release.text[start - 1].isspace():
        start -= 1
    return Span(start, match.end())
