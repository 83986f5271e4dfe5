"""Filings: the periodic reports that a cautionary passage points to, and whether they can be the current ones."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import ClassVar, Literal

from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import Note, Release, Span

_MONTHS = {name.lower(): number for number, name in enumerate(calendar.month_name) if name}
_REPORT = re.compile(
    r"\b(?:(?:annual report on |quarterly report on |report on )?form (?P<form>10-?k|10-?q|20-?f|40-?f)(?:/a|-a|sb)?"
    r"|(?P<named>annual information form|annual report(?! (?:\(?on |to )?\(?form\b)))\b(?:(?!\bform )[^.;\n]){0,80}?"
    r"(?:year|quarter|period|months)[- ](?:end(?:ed|ing)) (?P<month>[a-z]+)\.? (?P<day>\d{1,2}),? (?P<year>(?:19|20)\d\d)"
)
_YEAR_ONLY = re.compile(
    r"\b(?:(?P<before>20\d\d|19\d\d) )?(?:annual report on )?form (?P<form>10-?k|20-?f"
    r"|40-?f)(?: for (?:the )?(?:fiscal )?(?:year )?(?P<after>20\d\d|19\d\d))?(?!\d)"
)
_EXCUSED = re.compile(
    r"\bmost recent(?:ly filed)?|\blatest\b|\bas (?:updated|amended|supplemented)\b|\bsubsequent|\bas may be updated"
    r"|\bother filings|\bfrom time to time"
)
# Of an issuer that is late with its report the last one filed is the current one.
_LATE = re.compile(
    r"\bform (?:12b-25|nt 10-?[kq])\b|\b(?:ha(?:s|ve|d) not|did not|could not|cannot|will not|unable to|fail(?:s|ed|ure)? to)(?: (?:yet|been|timely|be|able|to))* fil(?:e|ed)\b"
    r"[^.;\n]{0,60}\b(?:10-?[kq]|20-?f|40-?f|(?:annual|quarterly|periodic) reports?)\b"
)
_EXHIBIT = re.compile(r"\b(?:exhibits? (?:[\d.]+ )?to|attached to|annexed to)(?: \w+){0,3}$")  # where a document can be read, not the risks
_TO_BE_FILED = re.compile(
    r"\b(?:will (?:also )?(?:be )?(?:filed?|includ|contain|appear|updat|describ|discuss|set forth|disclos)|to be (?:filed|included|contained|updated|set forth|described)"
    r"|(?:when|once) (?:it is |they are )?filed|(?:expects?|plans?|intends?) to file|forthcoming|upcoming|(?:year|quarter) ending)"
)
_WAS_FILED = re.compile(
    r"[^.;\n]{0,40}?\b(?:which (?:was|were|has been) |as |was |(?:have|has) been |we )?filed (?:[^.;\n]{0,60}? )?on [a-z]+\.? \d{1,2}, (?:19|20)\d\d"
)
# What only a foreign private issuer files, and only a domestic one.
_FOREIGN = re.compile(
    r"\bform 6-k\b|(?:\b(?:is|(?<!status )as)|,|(?<=\.)|(?<=\n)) ?a foreign private issuer\b"
    r"|\b(?:its|our|the company's) (?:\w+ )?annual report [^.\n]{0,60}\bon form (?P<form>20-f|40-f)\b"
    r"|\b(?:filed|files|will file|furnished) (?:\w+ )?(?:its|an|the|our) (?:\w+ )?annual reports? on form (?P<filed>20-f|40-f)"
)
_DOMESTIC = re.compile(
    r"\b(?:quarterly|interim|current) reports? (?:\w+ ){0,2}on forms? (?:10-?q|8-?k)\b|\bforms? 10-?q\b"
    r"|\b(?:filed|files|will file) (?:\w+ )?(?:its|an|the|our) (?:\w+ )?annual reports? on (?P<form>form 10-?k)"
)
# An issuer that goes over from one form to the other rightly cites both.
_CHANGES = re.compile(
    r"\b(?:former(?:ly)?|previously|ceas\w+|no longer|los[et]\w*|until|before|through|end(?:ed|s)?|relinquish\w+|lapse\w*|became|become\w*|was)\b[^.\n]{0,50}\bforeign private issuer"
    r"|\bforeign private issuer status\b|\b(?:became|become\w*|now|considered|transition\w*|regarded as|status (?:of|as)|convert\w* to) (?:an? |to )?(?:u\.?s\.? )?domestic (?:filer|issuer|company|registrant)"
    r"|\b(?:reports?|files|filings?|filed|filing|rules)\b[^.\n]{0,40}\b(?:as|of|for) an? (?:u\.?s\.? )?domestic (?:filer|issuer|company|registrant)"
    r"|\b(?:last|final|prior|previous|earlier|first) annual report (?:was )?(?:filed )?on form (?:20-?f|40-?f|10-?k)\b"
    r"|\b(?:transition\w*|switch\w*|chang\w+|mov\w+|convert\w*|went|going)\b[^.\n]{0,60}\bform (?:20-?f|40-?f|10-?k)\b"
    r"|\b(?:begin|began|start)\w*\b[^.\n]{0,60}\bform 10-?[kq]\b|\b(?:from|since|as of|effective)\b[^.\n]{0,60}\b(?:files?|filing)\b[^.\n]{0,60}\bform 10-?[kq]\b"
)
_QUARTERLY_SLACK = dt.timedelta(days=60)  # 45 days to file, and fifteen for a late or extended one
_ANNUAL_SLACK = dt.timedelta(days=105)  # 90 days to file, and fifteen
_REPORT_SLACK = dt.timedelta(days=200)  # of a report on no form: some countries leave half a year


_FILED_ON = re.compile(r"[^.;\n]{0,40}?\bon [a-z]+\.? \d{1,2}, (?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Cited:
    """A periodic report pointed to, with the last day of its period."""

    form: str
    span: Span
    period_end: dt.date


class CitedReport(Check, frozen=True, kw_only=True):
    """A cited report that a newer one must have replaced, or one for a period that has not ended."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"form", "period", "released"})

    defect: Literal["stale", "future"]

    def examine(self, release: Release) -> Examination:
        reports = cited_reports(release, everywhere=self.defect == "future")
        if not reports or release.date is None:
            return Examination(moot="no report is cited with its period" if not reports else "the release bears no date")
        wrong = [r for r in reports if (self._stale(release, r, reports) if self.defect == "stale" else self._future(release, r))]
        values = {"released": release.date.isoformat()}
        matches = (Match(r.span, {**values, "form": r.form.upper(), "period": r.period_end.isoformat()}) for r in wrong)
        return Examination(tuple(matches), evidence=tuple(r.span for r in reports if r not in wrong))

    def _future(self, release: Release, report: Cited) -> bool:
        """For a period that is not over; a report that is yet to be filed may well be for one."""
        assert release.date is not None
        sentence, span = sentence_at(release, report.span), report.span
        around = max(sentence.start, span.start - 90), max(span.end, min(sentence.end, span.end + 90))
        filed = _WAS_FILED.match(release.folded, span.end) is not None or _too_far(release, report.period_end, release.folded[span.start : span.end])
        return report.period_end > release.date and (filed or not _TO_BE_FILED.search(release.folded, *around))

    def _stale(self, release: Release, report: Cited, reports: tuple[Cited, ...]) -> bool:
        """By the slowest filer's deadlines: 10-K 90 days, 10-Q 45 days after the period (Releases 33-8128 and 33-8644)."""
        assert release.date is not None
        if any(r.form == report.form and r.period_end > report.period_end for r in reports) or _LATE.search(release.folded):
            return False
        if report.form == "10-q":
            annual = next((r.period_end for r in reports if r.form != "10-q"), None)
            last_quarter = annual is None or _months_after(report.period_end, 3).month == annual.month
            due = _months_after(report.period_end, 6 if last_quarter else 3) + _QUARTERLY_SLACK
        else:
            due = _months_after(report.period_end, 12) + (_REPORT_SLACK if report.form == "annual report" else _ANNUAL_SLACK)
        around = release.folded[max(0, report.span.start - 60) : report.span.end + 160]
        excused = report.form == "10-q" and _EXCUSED.search(around)
        return release.date > due and not excused


class AnnualForm(Check, frozen=True, kw_only=True):
    """A 10-K cited by an issuer that files 20-F or 40-F, or the reverse, where profile or text shows which it files."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"files"})

    def examine(self, release: Release) -> Examination:
        if release.cautionary is None:
            return Examination(moot="the release has no cautionary passage")
        files, shown = self._files(release)
        if files is None:
            return Examination(moot="nothing shows which annual report the issuer files")
        wrong = r"\bform 10-?[kq]\b" if files != "10-K" else r"\bform (?:20|40)-?f\b"
        found = [Span(*m.span()) for s in release.cautionary.spans for m in re.finditer(wrong, release.folded[: s.end]) if m.start() >= s.start]
        right = re.compile(rf"\bform {files.lower().replace('-', '-?')}\b")
        cited = (m for s in release.cautionary.spans for m in right.finditer(release.folded, s.start, s.end))
        if any(not any(s.covers(Span(*m.span())) for s in shown) for m in cited):
            return Examination(evidence=shown)
        notes = tuple(Note(f"This shows that the issuer files Form {files}.", s) for s in shown)
        return Examination(tuple(Match(f, {"files": files}, notes) for f in found[:1]), evidence=shown)

    def _files(self, release: Release) -> tuple[str | None, tuple[Span, ...]]:
        if release.context.annual_form:
            return release.context.annual_form.upper(), ()
        if len(release.issuers) > 1:
            return None, ()
        passage = release.cautionary.spans if release.cautionary else ()
        outside: dict[str, re.Match[str]] = {}
        inside: dict[str, re.Match[str]] = {}
        if changed := _CHANGES.search(release.folded):
            return None, (Span(*changed.span()),)
        for form, pattern in (("20-F", _FOREIGN), ("10-K", _DOMESTIC)):
            for sign in pattern.finditer(release.folded):
                if not any(s.start <= sign.start() < s.end for s in passage):
                    outside.setdefault(form, sign)
                elif not self._annual(sign) or _FILED_ON.match(release.folded, sign.end()):  # an annual report pointed to is what is in question
                    inside.setdefault(form, sign)
        shown = outside or inside
        if len(shown) != 1:
            return None, ()  # nothing shows it, or one sign contradicts the other
        (form, sign), *_ = shown.items()
        return (self._annual(sign) or form).upper(), (Span(*sign.span()),)

    def _annual(self, match: re.Match[str]) -> str | None:
        """The annual report that the words themselves name."""
        return next((form.removeprefix("form ") for form in match.groupdict().values() if form), None)


def cited_reports(release: Release, everywhere: bool = False) -> tuple[Cited, ...]:
    """Reports cited with their period in the cautionary passage and the legends; elsewhere only with the day they were filed on."""
    found: list[Cited] = []
    zones = (*(release.cautionary.spans if release.cautionary else ()), *release.zone("legend"))
    for match in _REPORT.finditer(release.folded) if everywhere else ():
        within = any(zone.start <= match.start() < zone.end for zone in zones)
        end = _day(match.group("year"), match.group("month"), match.group("day"))
        if end and not within and (_WAS_FILED.match(release.folded, match.end()) or _too_far(release, end, match.group())):
            found.append(Cited(_form(match), Span(*match.span()), end))
    for zone in zones:
        for match in _REPORT.finditer(release.folded, zone.start, zone.end):
            if _EXHIBIT.search(release.folded[max(zone.start, match.start() - 60) : match.start()].rstrip()):
                continue
            end = _day(match.group("year"), match.group("month"), match.group("day"))
            if end:
                found.append(Cited(_form(match), Span(*match.span()), end))
        for match in _YEAR_ONLY.finditer(release.folded, zone.start, zone.end):
            year = match.group("after") or match.group("before")
            if year and not any(f.span.touches(Span(*match.span())) for f in found):
                found.append(Cited(_form(match), Span(*match.span()), dt.date(int(year), 12, 31)))
    return tuple(found)


def _too_far(release: Release, end: dt.date, cited: str) -> bool:
    """Whether the period "ended" more than a year after the release: such a report cannot be the one to come."""
    return release.date is not None and end > release.date + dt.timedelta(days=366) and "ended" in cited


def _form(match: re.Match[str]) -> str:
    if match.groupdict().get("named"):
        return match["named"]
    digits = match.group("form").replace("-", "")
    return f"{digits[:2]}-{digits[2:]}"


def _day(year: str, month: str, day: str) -> dt.date | None:
    number = next((n for name, n in _MONTHS.items() if len(month) >= 3 and name.startswith(month)), None)
    if number is None:
        return None
    last = calendar.monthrange(int(year), number)[1]
    return dt.date(int(year), number, min(int(day), last)) if 1 <= int(day) <= 31 else None  # February 29 of no leap year is told elsewhere


def _months_after(day: dt.date, months: int) -> dt.date:
    """The last day of the month so many months later: periods end with a month."""
    index = day.year * 12 + day.month - 1 + months
    return dt.date(index // 12, index % 12 + 1, calendar.monthrange(index // 12, index % 12 + 1)[1])
