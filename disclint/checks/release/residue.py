"""Residue: marks of the draft and of the filing that were left in."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Severity, Span

# A line that is nothing but such a mark; the same words inside a sentence are prose.
_WHOLE_LINE = re.compile(
    r"(?:\W*(?:(?:strictly |highly )?(?:private (?:and|&) )?confidential|(?:attorney[- ]client )?privileged(?: (?:and"
    r"|&) confidential)?|attorney[- ](?:client )?(?:work product|communication)s?"
    r"|(?:confidential |preliminary |working |final |revised |internal )?draft(?: (?:of|as of|dated|no\.?|version"
    r"|v\.?)?[ \d./:v-]*(?:[a-z]{3,9}\.? \d{1,2},? \d{4})?"
    r"[ \d:apm.]*)?|draft (?:press|news) release|for internal (?:use|review) only|not for (?:release|distribution) yet"
    r"|subject to (?:legal|counsel|board) (?:review|approval)"
    r"|not for (?:distribution|circulation)|internal use only|version \d+(?:\.\d+)?|redlined?(?: version)?|not yet (?:approved|final|cleared)(?: (?:for release|by \w+))?"
    r"|for (?:discussion|review|approval|comment)s?(?: purposes)? only|(?:prepared )?at the (?:request|direction) of (?:legal )?counsel"
    r"|draft (?:for|subject to|awaiting|pending) [\w /&-]{3,40}|[\w&.]+ (?:comments|draft|edits|markup)(?: of)? \d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?"
    r"|do not (?:distribute|publish|release)(?: yet)?|not for (?:release|publication|distribution|circulation) (?:until|before|pending|without|prior to)"
    r" (?:it is )?(?:approved|approval|cleared|clearance|review|sign-?off)[\w ,]{0,40})\W*)+"
    # DRAFT v4 - NOT APPROVED; DRAFT - 5/18 - comments of counsel
    r"|\W*(?:(?:embargoed|confidential|working|preliminary|internal|client|pr|final) )*draft(?: copy)?"
    r"(?: ?[-:;,/|(*]|(?= (?:v\.?\d|no\b|ver|not |do not|for |only|subject|confidential|\d)))[^.?!]{0,80}\W*"
)
_DRAFT = re.compile(r"\bdraft|privileged|internal (?:use|review)")
_EDGE = 5  # blocks at the top and at the end where a mark of the whole draft stands
_REMARK = re.compile(
    r"\[ ?(?:note to (?:draft|self|reviewers?|counsel|[a-z]+)|ntd|legal(?: team)? to|counsel to|ir to|finance to"
    r"|please (?:confirm|check|verify|review)|check (?:with|this)"
    r"|confirm (?:with|this)|comment(?: \[?[a-z]{1,3}\d+\]?)?:|reviewer|to discuss|drafting note|under review)[^\]\n]{0,200}\]"
    r"|\(\([^()\n]{0,160}\b(?:pls|please (?:check|confirm|verify)|check with|to confirm|ok to)\b[^()\n]{0,160}\)\)|[\[{<]+ ?(?:(?!note:)[a-z][a-z. &]{0,24}(?::| -+) ?)?(?:please (?:confirm|check|verify|review|advise|update|provide)|pls|check (?:with|this)|legal to|(?:do|should|can) we"
    r"|is this (?:right|correct|ok|final)|(?<=[:-] )(?:confirm|check|verify|update|to confirm|to check))\b[^\]}>\n]{0,200}[\]}>]+"
    r"|\bhttps?://\S+[?&](?:preview|draft)(?:_id|_nonce)?=[^\s.,;)]*"
    r"|\bnote to (?:draft|reviewers?):[^\n]{0,80}|\{\+\+|\+\+\}|\{--|--\}|<<<<<<<|>>>>>>>|\bcomment \[[a-z]{1,3}\d+\]:"
    r"|\b(?:deleted|formatted|inserted): [^\n]{0,30}\[[a-z]{1,3}\d+\]"
)


_UNFINISHED = (
    ("comment", "A comment is not resolved.", "{} comments are not resolved."),
    ("tracked-change", "A tracked change is neither accepted nor rejected.", "{} tracked changes are neither accepted nor rejected."),
)
_SHOWN = 20


def _left(release: Release, name: str, one: str, many: str) -> Match | None:
    """All marks of one kind in one finding: what is natural in a draft weighs little until somebody says that it is final."""
    spans = [span for mark, span in release.document.artefacts if mark == name]
    if not spans:
        return None
    told = one if len(spans) == 1 else many.format(len(spans))
    notes = tuple(Note(f"also here: {name.replace('-', ' ')}", span) for span in spans[1:_SHOWN])
    return Match(spans[0], notes=notes, severity=None if release.context.final else Severity.INFO, message=told)


class DraftMark(Check, frozen=True, kw_only=True):
    """A mark of the whole draft (DRAFT, PRIVILEGED), a reviewer's remark, or an unresolved change or comment of the file."""

    def examine(self, release: Release) -> Examination:
        blocks = [b.span for b in release.document.blocks if b.kind not in ("table", "page-break", "rule")]
        edges = {*blocks[:_EDGE], *blocks[_EDGE:][-_EDGE:]}  # further in, "Confidential" may head an attached letter
        found = [span for span in blocks if self._is_mark(release, span) and (span in edges or _DRAFT.search(release.folded, span.start, span.end))]
        found += [Span(*m.span()) for m in _REMARK.finditer(release.folded)]
        left = [_left(release, name, one, many) for name, one, many in _UNFINISHED]
        return Examination((*(Match(span) for span in sorted(set(found))), *(match for match in left if match)))

    def _is_mark(self, release: Release, span: Span) -> bool:
        return len(span) <= 110 and bool(_WHOLE_LINE.fullmatch(release.folded, span.start, span.end))


class ExhibitArtefact(Check, frozen=True, kw_only=True):
    """An exhibit label or a page mark, in a file that is no filing."""

    def examine(self, release: Release) -> Examination:
        if release.document.filed:
            return Examination(moot="the file shows that it is filed as an exhibit")
        labels = list(release.zone("exhibit-label"))
        pages = [b.span for b in release.document.blocks if b.kind == "page-break" and "<page>" in release.folded[b.span.start : b.span.end]]
        marks = [span for name, span in release.document.artefacts if name in ("page", "exhibit-label")]
        return Examination(tuple(Match(span) for span in sorted({*labels, *pages, *marks})))
