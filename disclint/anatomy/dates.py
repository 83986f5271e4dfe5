"""Calendar dates and what they are the date of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

import re2

from disclint.model import Context, Dateline, DateMention, DateRole, Document, Part, Span

_MONTHS = {name: number for number, names in enumerate((
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
), start=1) for name in names.split()}  # fmt: skip
_MONTH = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:r(?:s)?)?|fri|sat(?:ur)?|sun)(?:day)?)"

# One alternation, so that a text is read once: month first, day first, ISO, and figures only.
DATE = re.compile(
    rf"(?:(?<![a-z])(?P<weekday>{_WEEKDAY})\b[.,]{{0,2}}\s*(?:the\s+)?\(?)?"
    r"(?:"
    rf"(?<![a-z])(?P<m1>{_MONTH})(?![a-z])\.?\s*(?P<d1>\d{{1,2}})(?!\d)(?:st|nd|rd|th)?(?:(?:\s*,\s*|\s+(?:of\s+)?|\s*\()(?P<y1>(?:19|20)\d\d)(?!\d))?"
    rf"|(?<![\d.,$])(?P<d2>\d{{1,2}})(?:st|nd|rd|th|\.)?(?:\s*|\s+of\s+|-)(?P<m2>{_MONTH})(?![a-z])\.?(?:-|\s*,?\s*)(?P<y2>(?:19|20)\d\d(?!\d)"
    rf"|(?<=-)\d\d(?!\d))?"
    r"|(?<![\d/.-])(?P<y3>(?:19|20)\d\d)-(?P<m3>\d\d)-(?P<d3>\d\d)(?![\d-])"
    r"|(?<![\d/.,$-])(?P<a4>\d{1,2})(?P<s4>[./])(?P<b4>\d{1,2})(?P=s4)(?P<y4>(?:19|20)\d\d|(?<=/)\d\d)(?![\d/]|[.,]\d)"
    r")"
)


@dataclass(frozen=True, slots=True)
class Found:
    """A date as written: `year` is None where none is given, `day` of the calendar None where no such day exists."""

    span: Span
    year: int | None
    month: int
    number: int
    weekday: Span | None

    def on(self, year: int) -> dt.date | None:
        try:
            return dt.date(year, self.month, self.number)
        except ValueError:
            return None

    @property
    def day(self) -> dt.date | None:
        return self.on(self.year) if self.year else None


def dates_in(document: Document, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """Every date as written, in order."""
    folded = document.folded
    for match in DATE.finditer(folded, start, len(folded) if end is None else end):
        found = _read(document, match)
        if found:
            yield found


def _read(document: Document, match: re.Match[str]) -> Found | None:
    name = match["m1"] or match["m2"]
    if name:
        group = "m1" if match["m1"] else "m2"
        if not document.text[match.start(group)].isupper():
            return None  # "may 10 of them", "march 5 miles"
        month, number = _MONTHS[name], int(match["d1"] or match["d2"])
        year = match["y1"] or match["y2"]
    elif match["y3"]:
        month, number, year = int(match["m3"]), int(match["d3"]), match["y3"]
    else:
        first, second, year = int(match["a4"]), int(match["b4"]), match["y4"]
        # With full stops the day comes first; with strokes the American order holds unless it cannot.
        day_first = match["s4"] == "." or first > 12
        number, month = (first, second) if day_first else (second, first)
    if not 1 <= month <= 12 or not 1 <= number <= 31:
        return None
    start, end = _start_of_day(match), match.end()
    while end > start and document.text[end - 1] in " ,-":
        end -= 1
    weekday = Span(*match.span("weekday")) if match["weekday"] else _weekday_after(document, end)
    return Found(Span(start, end), _year(year), month, number, weekday)


def _start_of_day(match: re.Match[str]) -> int:
    return next(match.start(group) for group in ("m1", "d2", "y3", "a4") if match[group])


_WEEKDAY_AFTER = re.compile(
    rf"\s*\((?P<bracketed>{_WEEKDAY})\)|,? \(?(?:(?:which )?(?:is|was|falls on) )?a (?P<told>(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b"
)


def _weekday_after(document: Document, end: int) -> Span | None:
    """The weekday behind a date: `(Thursday)`, `, a Thursday`."""
    after = _WEEKDAY_AFTER.match(document.folded, end, end + 34)
    return Span(*after.span("bracketed" if after["bracketed"] else "told")) if after else None


def _year(written: str | None) -> int | None:
    if not written:
        return None
    year = int(written)
    return year if year > 99 else year + (1900 if year >= 70 else 2000)


def year_from_elsewhere(document: Document, found: Found) -> int | None:
    """The year of a date written without one, where another date of the text or the file leaves no doubt."""
    others = [other for other in dates_in(document) if other.day]
    same = {other.year for other in others if (other.month, other.number) == (found.month, found.number)}
    if len(same) == 1:
        return next(iter(same))
    filed = filing_day(document)
    ends = [
        other.day
        for other in others
        if other.day and re.search(r"\bend(?:ed|ing)\s+$", document.folded[max(0, other.span.start - 9) : other.span.start])
    ]
    for anchor, before in ((filed, True), (max(ends, default=None), False)):
        if anchor is None:
            continue
        near = [year for year in range(anchor.year - 1, anchor.year + 2) if _follows(found.on(year), anchor, before=before)]
        if len(near) == 1:
            return near[0]
    return None


def _follows(day: dt.date | None, anchor: dt.date, *, before: bool) -> bool:
    """A release comes out days before its filing and within four months of the period it reports."""
    if day is None:
        return False
    gap = (anchor - day).days if before else (day - anchor).days
    return 0 <= gap <= (45 if before else 120)


def filing_day(document: Document) -> dt.date | None:
    """The day in the file's own metadata: an EDGAR header, front matter."""
    for key in ("date", "filed", "filing-date", "filed as of date", "published", "pubdate", "release-date"):
        written = document.metadata.get(key, "")
        match = re.match(r"(\d{4})-?(\d\d)-?(\d\d)", written)
        if match:
            try:
                return dt.date(int(match[1]), int(match[2]), int(match[3]))
            except ValueError:
                continue
    return None


# --------------------------------------------------------------------------- roles

# The nearest cue before a date within its sentence decides; a cue behind it only where none stands before.
_CUES: tuple[tuple[DateRole, str], ...] = (
    ("ex-dividend", r"ex-?\s?dividend|ex-?date"),
    ("record", r"(?:(?:of|on) record|record (?:date|holders?)|holders of record|record on|(?:on|registered in) (?:the|its|our) (?:\w+ ){0,2}(?:register|books))(?:[a-z ,]{0,40}\bas (?:of|at))?"
        r"|(?:holders|owners)\b[a-z ]{0,60}\b(?:at|as of|on) (?:the )?close of (?:business|trading)|names (?:\w+ )?(?:appear\w*|stand)[a-z ]{0,20} (?:register|books|records)"
        r"|holders who (?:own|hold)(?: \w+){0,3} (?:on|at|as of)"),
    ("payment", r"payable|payment date|(?:be|is|are|was|were) (?:paid|distributed)|distribution date|pay date|will pay\b|receives? (?:the|this|their|such) (?:dividend|distribution|payment)"
        r"|payment (?:is|being) (?:made|expected|due)|(?:with|expects?|receives?) payment (?:on|about|expected|due|scheduled)|paid (?:out )?on"
        r"|payment of (?:its|the|an?)(?: \w+){0,3} (?:dividend|distribution)"
        r"|(?:checks?|cheques?|dividends?|payments?)(?: \w+){0,6} (?:will|to) be (?:mailed|sent|made|credited|distributed)"),
    ("call", r"conference call|webcast|earnings call|live call|audio ?cast|investor call|teleconference|replay"),
    ("meeting", r"(?:annual|special|general|extraordinary|shareholders'|stockholders')(?: (?:and|general|special))* meeting|\bagm\b|\begm\b"),
    ("expiration", r"expir(?:es?|ed|ing|ation|y)|deadline|no later than|prior to the close"),
    ("letter", r"(?:letters?|notices?|notification)(?: \w+){0,6} (?:dated|on)|received (?:a |written )?(?:letter|notice)(?: \w+){0,6}"),
    ("filing", r"\bfiled\b|filing(?: date)?|form (?:10-?k|10-?q|8-?k|20-?f|40-?f|6-?k|s-\d|f-\d)(?:,? dated)?|prospectus (?:dated|filed)"
        r"|with the sec\b"),
    ("other", r"(?:press|news) releases?|announcements? (?:of|on|dated)|agreement,? dated|published|\bsince|\bborn|\bdated"),
    ("period-end", r"(?:period|quarter|months?|weeks?|year|half)(?:s)?[ ,]+(?:then )?end(?:ed|ing)|\bend(?:ed|ing)|\bas (?:of|at)|compared to"),
    ("closing", r"(?:to |will |expected to )close|closing(?: date)?|closed|completed|consummat\w+|completion"),
    ("effective", r"effective(?: as of| from| on)?|with effect (?:from|on)|take[s]? effect"),
)  # fmt: skip
_CUE = re2.compile("|".join(f"({pattern})" for _, pattern in _CUES))
_CUE_AFTER = re.compile(  # not one that has a date of its own behind it: "June 16 (record date: June 2)"
    r"(?: *\(?| (?:is|will be|being|as|(?:is|was|has been) (?:set|fixed|chosen) as) |, (?=the ))(?:the |a |our |its )?[\"']?"
    r"(?:(?P<record>record date)|(?P<payment>pay(?:ment|able|ing)? date)|(?P<ex>ex-?dividend date)"
    r"|(?P<closing>closing date)|(?P<expiration>expir\w+ (?:date|time))|(?P<effective>effective date))"
    rf"(?!\W{{1,3}}(?:(?:of|is|on|being|will be) )?(?:{_WEEKDAY},? )?(?:{_MONTH}\b|\d))"
)
_KINDS = r"(?P<record>record(?: date)?|date of record)|(?P<payment>pay(?:ment|able|ing)? date|distribution date|payable(?: on)?|date of payment|payment)|(?P<ex>ex-?(?:dividend)? ?date)"
_LABEL = re.compile(rf"\b(?:{_KINDS}) ?[:|-]\s*(?:(?:[a-z]+day|(?:the )?close of business(?: on)?|(?:on or )?about),? )*$")  # directly before a date
_BESIDE = re.compile(rf"(?:{_KINDS})\s+")  # all that stands before it: a cell of the left column
_COLUMN = re.compile(rf"[^\t\n]*(?:{_KINDS})")
_STOP = re.compile(r"(?<!\binc)(?<!\bcorp)(?<!\bco)(?<!\bltd)(?<!\.m)(?<!\bno)\. ")  # the end of a sentence, not of "Inc."
_REACH = 120
_LEAP_YEAR = 2000
_ROWS = 40  # of a table above a date in which its column may be headed


def find_dates(document: Document, parts: tuple[Part, ...], release: dt.date | None) -> tuple[DateMention, ...]:
    datelines = [part.span for part in parts if part.kind == "dateline"]
    body = min((part.span.start for part in parts if part.kind == "body"), default=0)
    mentions: list[DateMention] = []
    for found in dates_in(document):
        at_top = any(line.covers(found.span) for line in datelines) or (found.span.start < body and _alone(document, found))
        role: DateRole = "release" if at_top else _role(document, found, mentions)
        day = found.day
        if found.year is None:
            day = _nearest(found, release) if release else None
            if day is None and found.on(_LEAP_YEAR):
                continue  # no telling which year is meant
        mentions.append(DateMention(found.span, day, found.weekday, role, year_given=found.year is not None))
    return tuple(mentions)


def _alone(document: Document, found: Found) -> bool:
    line_start = document.text.rfind("\n", 0, found.span.start) + 1
    line_end = document.text.find("\n", found.span.end)
    rest = document.text[line_start : found.span.start] + document.text[found.span.end : line_end if line_end >= 0 else len(document.text)]
    return len(rest) <= 24


def _role(document: Document, found: Found, before: list[DateMention]) -> DateRole:
    folded = document.folded
    start = max(0, found.span.start - _REACH, folded.rfind("\n", 0, found.span.start) + 1)
    start = max((stop.end() for stop in _STOP.finditer(folded, start, found.span.start)), default=start)
    labelled = (
        _LABEL.search(folded, start, found.span.start)
        or _BESIDE.fullmatch(folded, start, found.span.start)
        or _heading_of_column(folded, found.span.start)
    )
    after = labelled or _CUE_AFTER.match(folded, found.span.end)
    if after:
        kind = after.lastgroup
        return "ex-dividend" if kind == "ex" else next(role for role, _ in _CUES if role == kind)
    cues = list(_CUE.finditer(folded[start : found.span.start]))
    if not cues:
        return "other"
    last = cues[-1]
    role = _CUES[last.lastindex - 1][0]
    # "payable on May 3 to holders of record on April 20": the cue belongs to the date nearest behind it.
    taken = any(mention.role == role for mention in takewhile(lambda mention: mention.span.start >= start + last.end(), reversed(before)))
    return "other" if taken and role not in ("period-end", "call", "filing") else role


def _heading_of_column(folded: str, at: int) -> re.Match[str] | None:
    """What the cell in its column says in a row above, where the date stands in a table."""
    start = folded.rfind("\n", 0, at) + 1
    column = folded.count("\t", start, at)
    if not column:
        return None
    for _ in range(_ROWS):
        end, start = start - 1, folded.rfind("\n", 0, max(0, start - 1)) + 1
        cells = folded[start : max(start, end)].split("\t")
        if len(cells) <= column:
            return None
        heading = _COLUMN.fullmatch(cells[column].strip())
        if heading:
            return heading
    return None


def _nearest(found: Found, release: dt.date) -> dt.date | None:
    days = [day for year in (release.year - 1, release.year, release.year + 1) if (day := found.on(year))]
    return min(days, key=lambda day: (abs((day - release).days), day), default=None)


def release_date(document: Document, dateline: Dateline | None, context: Context) -> dt.date | None:
    """The day whose law applies: the dateline's, else the one given by the user, else a date line's or the metadata's."""
    if dateline and dateline.date:
        return dateline.date
    return context.as_of or _date_line(document) or filing_day(document)


_ENDS = 12  # blocks


def _date_line(document: Document) -> dt.date | None:
    """The date that stands alone: above the headline in London, under the signature in Hong Kong."""
    for blocks in (document.blocks[:_ENDS], document.blocks[-_ENDS:]):
        for block in blocks:
            if len(block.span) > 400 or block.kind == "table":
                continue
            for line in block.lines or (block.span,):
                for found in dates_in(document, line.start, line.end):
                    if found.day and len(line) - len(found.span) <= 24:
                        return found.day
    return None
