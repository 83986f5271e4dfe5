"""Residue: marks of the draft and of the filing that were left in."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match
from disclint.model import Note, Release, Severity, Span

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:\d{{1,2}}[/.-]\d{{1,2}}(?:[/.-]\d{{2,4}})?|{_MONTH} \d{{1,2}}(?:,? \d{{4}})?|\d{{1,2}} {_MONTH}(?:,? \d{{4}})?)"
_VERSION = r"(?:v|ver\.?|version)\.? ?\d+(?:\.\d+)?"
# A line that is nothing but such a mark; the same words inside a sentence are prose.
_WHOLE_LINE = re.compile(
    r"(?:\W*(?:(?:(?:strictly |highly |company |commercially )?(?:private (?:and|&) )?confidential|(?:attorney[- ]client )?privileged(?: (?:and"
    r"|&) confidential)?|attorney[- ](?:client )?(?:work product|(?:privileged )?communication)s?"
    r"|(?:confidential |preliminary |working |final |revised |internal )?draft(?: (?:of|as of|dated|no\.?|version"
    r"|v\.?)?[ \d./:v-]*(?:(?:of |dated |as of )?[a-z]{3,9}\.? \d{1,2},? \d{4})?"
    r"[ \d:apm.]*)?|draft (?:press|news) release(?: (?:for|to)\b[^.?!]{0,50})?|(?:proposed|form of|suggested) (?:press|news) release|for internal (?:use|review) only|(?:board |for your )?eyes only"
    r"|not for (?:release|distribution) yet|subject to (?:legal|counsel|board) (?:review|approval)"
    r"|not for (?:distribution|circulation)|internal use only|version \d+(?:\.\d+)?|redlined?(?: version)?|(?:redline|blackline|marked|compared?) (?:against|to show|copy)[^.?!]{0,50}"
    r"|track(?:ed)? changes(?: [a-z]+)?|(?:not (?:yet )?|un)(?:approved|final|cleared)(?: (?:for release|by \w+))?|(?:awaiting|pending) (?:[\w-]+ ){1,5}(?:approval|sign-?off|clearance|review|comments)"
    r"|awaiting (?:approval|sign-?off|clearance|review|comments)(?: (?:of|by|from) [\w ]{2,40})?|awaiting (?:the )?(?:audit|disclosure) committee"
    r"|for (?:discussion|review|approval|comment)s?(?: purposes)? only|for (?:review|approval|comment|sign-?off) by [\w &'-]{2,50}|(?:prepared )?at the (?:request|direction) of (?:legal )?counsel"
    rf"|draft (?:for|subject to|awaiting|pending) [\w /&-]{{3,40}}|(?:{_VERSION}\W+)?(?:[\w&.,']+ ){{1,5}}?(?:comments|draft|edits|mark-?up|revisions)(?: (?:of|dated|from|as of))? {_DATE}"
    rf"|(?:(?:first|second|third|fourth|fifth|\d+(?:st|nd|rd|th)|clean|revised|updated|latest|near-final|{_DATE}) )+draft(?: (?:of )?{_DATE})?"
    rf"|{_VERSION}(?:,? \W?(?:clean|final|draft|redline|marked|{_DATE}|[\w.]{{2,5}}/[\w.]{{2,5}})\W?)+|(?:clean|final|new|next) (?:version|copy|draft) to (?:follow|come)"
    r"|(?:please )?do not (?:distribute|publish|release|forward|copy|circulate|share)(?: yet)?|not for (?:release|publication|distribution|circulation) (?:until|before|pending|without|prior to)"
    r" (?:it is )?(?:approved|approval|cleared|clearance|review|sign-?off)[\w ,]{0,40})(?!\w)\W*)+)"
    # DRAFT v4 - NOT APPROVED; DRAFT - 5/18 - comments of counsel
    r"|\W*(?:(?:embargoed|confidential|working|preliminary|internal|client|pr|final) )*draft(?: copy)?"
    r"(?: ?[-:;,/|(*#]|(?= (?:v\.?\d|no\b|ver|not |do not|for |only|subject|confidential|\d)))[^.?!]{0,80}\W*"
    # the foot of the page: Halden results release - Draft (4) - 10 May 2026; Halden_Q1_release_v7_clean.docx
    rf"|[^.?!:\n]{{3,70}} [-|/(] ?(?:\w+ )?draft\b[ (#.-]*(?:(?:no\.? ?)?\d{{1,2}}|{_VERSION})?[ )|,-]*(?:{_DATE})?\W*|[\w &()-]{{3,70}}\.docx?"
)
_DRAFT = re.compile(r"\bdraft|privileged|internal (?:use|review)")
_EDGE = 5  # blocks at the top and at the end where a mark of the whole draft stands
_WHO = (
    r"(?:legal|(?:outside |in-house |general |local )?counsel|accounting|finance|ir|pr|auditors?|audit|tax|treasury|company|management|client|regulatory|clinical|marketing|hr"
    r"|ceo|cfo|coo|gc|kpmg|pwc|ey|deloitte|banks?|bankers|underwriters?|agency|geology|engineering|operations)(?: (?:team|dept\.?|department|group))?"
)
_DO = r"(?:confirm|check|verify|review|tie[ -]out|update|provide|supply|advise|approve|sign[ -]off|weigh in|fill in|comment|insert)"
_REMARK = re.compile(
    r"\[ ?(?:note to (?:draft|self|reviewers?|counsel|[a-z]+)|ntd|please (?:confirm|check|verify|review)|check (?:with|this)"
    r"|confirm (?:with|this)|comment(?: \[?[a-z]{1,3}\d+\]?)?:|reviewer|(?:to )?discuss\b|drafting note|under (?:\w+ )?review|per [a-z]{2,3}[:,;]"
    rf"|(?:{_WHO}|[a-z]{{2,12}}):? (?:to|will|should|must) {_DO}\b|(?:subject to|pending) (?:[\w']+ ){{1,3}}(?:review|comments?|sign-?off|confirmation|tie-?out)"
    r"|(?:source|cite|citation|ref|reference|correct|right|ok|still true|still right|check|confirm|verify) ?\?)[^\]\n]{0,200}\]"
    r"|\(\([^()\n]{0,160}\b(?:pls|please (?:check|confirm|verify)|check with|to confirm|ok to)\b[^()\n]{0,160}\)\)"
    r"|[\[{<]+ ?(?:(?!note:)[a-z][a-z. &]{0,24}(?::| -+) ?)?(?:please (?:confirm|check|verify|review|advise|update|provide)|pls|check (?:with|this)|legal to|(?:do|should|can) we"
    r"|is this (?:right|correct|ok|final)|(?<=[:-] )(?:confirm|check|verify|update|to confirm|to check))\b[^\]}>\n]{0,200}[\]}>]+"
    # the same in round brackets, where much else may stand
    rf"|\((?:{_WHO}:? (?:to|please|pls|must|should) {_DO}|(?:to be|must be) (?:confirmed|checked|verified|tied out|updated|supplied|reviewed|signed off) (?:by|with) (?:the )?{_WHO}"
    rf"|(?:subject to|pending) {_WHO} (?:sign-?off|comments?|tie-?out|check)|(?:drafting )?note to (?:draft|self|reviewers?|[a-z]+):|drafting note\b"
    r"|(?:[a-z][a-z.]{1,14} ?[-:,] ?)?(?:is this|are we|can we|do we|should we|did we|pls)\b(?=[^()\n]{0,120}\?\))|(?:[a-z][a-z.]{1,14} ?[-:,] ?)pls\b"
    r"|per [a-z]{2,3}[,:;] (?=[^()\n]{0,60}\b(?:not final|check|confirm|updat|to come)))[^()\n]{0,120}\)"
    r"|\bhttps?://\S+[?&](?:preview|draft)(?:_id|_nonce)?=[^\s.,;)]*"
    r"|\bnote to (?:draft|reviewers?):[^\n]{0,80}|\bdrafting note:[^\n]{0,80}|(?:^|(?<=[\n.\])] )|(?<=\n))ntd(?::| -)[^\n]{0,80}|\{\+\+|\+\+\}|\{--|--\}|<<<<<<<|>>>>>>>|>>> ?[^<>\n]{3,160}<<<"
    r"|\bcomment(?:ed)? \[[a-z]{1,3}\d+(?:r\d+)?\]:|\b(?:deleted|formatted|inserted): [^\n]{0,30}\[[a-z]{1,3}\d+\]"
    r"|(?:(?<=[.!?] )|(?<=\n))(?:deleted|formatted|inserted): [^\n]{1,40}"
    rf"|[\[{{<]+ ?{_WHO} ?[:-]+ [^\]}}>\n]{{3,160}}\?[\]}}>]+"
)
# “(Elaine to check this figure)”, “Ingrid: is this number final?”
_ASKED = re.compile(
    r"\([A-Z][a-z]{1,12} to (?:check|confirm|verify|supply|sign off)\b[^()\n]{0,100}\)"
    r"|(?:^|(?<=[\n*.?!\[] )|(?<=[\n*\[]))(?!Question|Answer|Operator|Analyst|Moderator)[A-Z][a-z]{1,12}: (?:is this|is that|are these|are we|can we|should we|do we|could you|please)\b[^?.\n]{3,100}\?"
)
_SHOUTED = re.compile(
    r"(?<=[a-z.,;:)]) \W{0,3}(?P<words>(?:CHECK|CONFIRM|VERIFY) (?:THIS|THESE|WITH [A-Z]{2,}|NUMBERS?|FIGURES?|DATES?|SPELLING|TITLES?)\b)"
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
        found += [Span(*m.span()) for m in _ASKED.finditer(release.text)]
        found += [Span(*m.span("words")) for m in _SHOUTED.finditer(release.text)]
        left = [_left(release, name, one, many) for name, one, many in _UNFINISHED]
        return Examination((*(Match(span) for span in sorted(set(found))), *(match for match in left if match)))

    def _is_mark(self, release: Release, span: Span) -> bool:
        return len(span) <= 110 and bool(_WHOLE_LINE.fullmatch(release.folded, span.start, span.end))


_FILING_TAG = re.compile(r"<(?:table|caption|page|document|sequence|filename)>")  # marks of EDGAR that were copied along
_TENDER_LABEL = re.compile(r"\W*(?:exhibit|ex)[ .-]*\([a-z]\)\(\d{1,2}\)(?:\([a-z0-9]{1,3}\))*\W*")


class ExhibitArtefact(Check, frozen=True, kw_only=True):
    """An exhibit label or a page mark, in a file that is no filing."""

    def examine(self, release: Release) -> Examination:
        if release.document.filed:
            return Examination(moot="the file shows that it is filed as an exhibit")
        labels = list(release.zone("exhibit-label"))
        pages = [b.span for b in release.document.blocks if b.kind == "page-break" and "<page>" in release.folded[b.span.start : b.span.end]]
        tags = [Span(*m.span()) for m in _FILING_TAG.finditer(release.folded)]
        pages += [tag for tag in tags if not any(page.touches(tag) for page in pages)]
        labels += [b.span for b in release.document.blocks[:_EDGE] if _TENDER_LABEL.fullmatch(release.folded, b.span.start, b.span.end)]
        marks = [span for name, span in release.document.artefacts if name in ("page", "exhibit-label")]
        return Examination(tuple(Match(span) for span in sorted({*labels, *pages, *marks})))
