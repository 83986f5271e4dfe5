"""Dividends: amount, record date, payment date, and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.wording import sentence_at
from disclint.model import DateMention, Note, Release, Span

_DIVIDEND = re.compile(r"\b(?:dividends?|distributions?)\b")
_PAID_IN = re.compile(r"\b(?:dividends?|distributions?|(?:additional|new) shares?)\b")
_RAISED = re.compile(
    r"\b(?:raise[sd]?|increase[sd]?|boost(?:s|ed)?|lift(?:s|ed)?|hike[sd]?|double[sd]?|cut|cuts|reduce[sd]?|pays?|sets|maintain(?:s|ed)?)\b[^.\n]{0,60}\b(?:dividends?|distributions?)\b"
)  # says in a headline that one is declared
_DECLARED = re.compile(
    r"\b(?:declare[sd]|declaring|declaration of|authori[sz]ed|approved|announce[sd]?|announcing|voted|initiate[sd]?|reinstate[sd]?|resume[sd]?)\b[^.\n]{0,120}\b(?:dividends?|(?:cash|monthly|quarterly|special|regular) distributions?)\b|"
    r"\b(?:voted|agreed|elected) to (?:pay|raise|increase|declare|maintain)\b[^.\n]{0,80}\b(?:dividends?|distributions?)\b|"
    r"\bdividends?\b[^.\n]{0,60}\b(?:was|were|has been|have been) (?:declared|authori[sz]ed|approved)\b"
)
_AMOUNT = re.compile(
    r"(?:[$€£¥]|\b(?:usd|eur|nok|sek|dkk|cad|cdn|aud|gbp|hk|us|c)\$? ?)\d|\d(?:\.\d+)? ?(?:cents?|pence|¢|p\b)|\bper (?:share|unit)\b|\d ?(?:%|percent|per cent)(?! (?:\w+ )?(?:series|cumulative|preferred|preference|senior|fixed|class))|\b\w+ cents\b"
)
_RISE = re.compile(  # says by how much more, not how much
    r"\b(?:increas\w+|rais\w+|up|boost\w*|lift\w*|hik\w+|cuts?|reduc\w+|yield\w*|grow\w*)\b[^.$\n]{0,60}\b(?:by|of|to)? ?\d+(?:\.\d+)? ?(?:%|percent|per cent)|\d ?(?:%|percent|per cent) (?:increase|raise|rise|higher|yield)"
)
_RECORD = re.compile(
    r"\b(?:of|on) record\b|\brecord (?:date|holders?|on)\b|\bholders of record\b|\bex-?dividend\b|\bex-?date\b|\bon the register\b|\bregistered (?:share|stock)?holders\b"
)
_PAYMENT = re.compile(
    r"\bpayable\b|\bpayment date\b|\bpay(?:able)? date\b|\b(?:be|is|are) (?:paid|distributed|made)\b|(?<!was )(?<!were )(?<!been )\bpaid (?:on|to|in)\b|\bdistribution date\b|\bpayment (?:will|on|is|of)\b|\bto be paid\b|\bgo(?:es)? out (?:on|to)\b|\b(?:be|is|are) (?:mailed|sent|disbursed)\b|\bwill (?:pay|receive)\b|\bsplit\b.*\b(?:takes? effect|effective)\b"
)
_PAID = re.compile(r"\b(?:was|were|been) (?:paid|distributed)\b[^.\n]{0,30}$")
_POLICY = re.compile(
    r"\b(?:dividend policy|polic(?:y|ies) of|reinvestment plan|future dividends|no dividend|suspend\w*|omit\w*|annual general meeting|propos\w+|recommend\w*|(?:not|never) (?:yet )?(?:declared?|paid|pay|approved?)|expects? to declare|intends? to declare|quarterly dividends? paid|paid dividends|dividends paid)\b"
)
_HEADED = re.compile(r"\b(?:record|pay(?:ment|able)?|distribution) dates?\b|\bex-?dividend\b|\bex-?date\b")  # of a column
_UNTOLD = ("other", "effective", "closing", "expiration")  # roles of dates that may be those of a dividend

_FAR, _BEFORE = 60, 300  # characters between the sentences of one dividend; before a date in which the dividend is named
_HEADS = 160  # characters above a table in which its heads stand


class DividendTold(Check, frozen=True, kw_only=True):
    """What a declared dividend does not tell: its amount, its record date, its payment date."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"missing"})

    def examine(self, release: Release) -> Examination:
        declared = next(_declarations(release), None)
        among_results = _among_results(release)
        if among_results:
            declared = next((words for words in _declarations(release) if _still_to_come(release, words)), None)
        if declared is None:
            return Examination(moot="the release declares no dividend")
        about = list(_about(release))
        said = "\n".join(release.folded[span.start : span.end] for span in about)
        roles = {mention.role for mention in release.dates if not among_results or any(span.covers(mention.span) for span in about)}
        there = {
            "the amount per share": bool(_AMOUNT.search(_RISE.sub("", said))),
            "the record date": bool(roles & {"record", "ex-dividend"}) or _dated(release, about, _RECORD),
            "the payment date": "payment" in roles or _dated(release, about, _PAYMENT),
        }
        missing = [name for name, given in there.items() if not given]
        if not missing:
            return Examination(evidence=(declared,))
        return Examination(matches=(Match(declared, {"missing": " and ".join(missing)}, absent=True),))


class DividendDatesOrdered(Check, frozen=True, kw_only=True):
    """Record, ex-dividend and payment dates of one dividend that stand in the wrong order."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"earlier", "later"})

    def examine(self, release: Release) -> Examination:
        groups = [group for group in _dividends(release) if len(group) > 1]
        if not groups:
            return Examination(moot="the release gives no two dates of one dividend")
        alone = [mention for group in _dividends(release) if len(group) == 1 for mention in group.values()]
        matches = [match for group in groups for match in _inversions(release, group, alone)]
        return Examination(matches=tuple(matches), evidence=tuple(mention.span for group in groups for mention in group.values()))


def _among_results(release: Release) -> bool:
    """Results recall the quarter's dividends; only one in the headline is declared there."""
    heads = zones.spans(release, ("headline", "subheadline"))
    return any(event.name == "earnings" for event in release.events) and not any(_DIVIDEND.search(release.folded, h.start, h.end) for h in heads)


def _still_to_come(release: Release, declared: Span) -> bool:
    """A dividend that is yet to be paid, or whose holders are yet to be determined, is more than a figure of the quarter."""
    sentence = sentence_at(release, declared)
    told = Span(sentence.start, next((s.end for s in release.sentences if s.start >= sentence.end), sentence.end))  # with the one that follows
    days = [m.date for m in release.dates if m.role in ("record", "payment") and m.date and told.covers(m.span)]
    return release.date is not None and bool(days) and max(days) > release.date


def _declarations(release: Release) -> Iterator[Span]:
    for zone in zones.spans(release, ("headline", "subheadline", "dateline", "body", "heading")):
        for match in _DECLARED.finditer(release.folded, zone.start, zone.end):
            words = Span(*match.span())
            sentence = sentence_at(release, words)
            if not _POLICY.search(release.folded, sentence.start, sentence.end):
                yield words
    for head in zones.spans(release, ("headline",)):
        raised = _RAISED.search(release.folded, head.start, head.end)
        if raised and not _POLICY.search(release.folded, head.start, head.end):
            yield Span(*raised.span())


def _dated(release: Release, about: list[Span], cue: re.Pattern[str]) -> bool:
    """A day stands beside the cue whose role the text before it does not tell."""
    days = [mention.span for mention in release.dates if mention.role in _UNTOLD]
    return any(cue.search(release.folded, span.start, span.end) and any(span.covers(day) for day in days) for span in about)


def _about(release: Release) -> Iterator[Span]:
    """Headline, tables of dividends, and the sentences of the body about dividends, each with the one that follows."""
    yield from zones.spans(release, ("headline", "subheadline"))
    for table in zones.spans(release, ("table",)):
        # The heads of the columns may stand above the rule under which the table begins.
        headed = _HEADED.search(release.folded, max(0, table.start - _HEADS), table.end)
        if headed:
            yield Span(min(headed.start(), table.start), table.end)
    following = False
    for sentence in release.sentences:
        about = bool(_PAID_IN.search(release.folded, sentence.start, sentence.end))
        if about or following:
            yield sentence
        following = about


def _dividends(release: Release) -> Iterator[dict[str, DateMention]]:
    """The dates of each dividend by their role: those of one sentence, or of sentences and lines that follow one another."""
    group: dict[str, DateMention] = {}
    last = Span(0, 0)
    chained = False  # to a date of a dividend, as the next row of a table
    for mention in release.dates:
        if mention.role not in ("record", "payment", "ex-dividend") or mention.date is None:
            continue
        sentence = sentence_at(release, mention.span)
        if mention.role == "payment" and _PAID.search(release.folded, sentence.start, mention.span.start):
            continue  # an earlier dividend
        apart = sentence != last and sentence.start - last.end > _FAR
        if group and (mention.role in group or apart):
            yield group
            group = {}
        chained = bool(group) or (chained and not apart) or bool(_DIVIDEND.search(release.folded, max(0, sentence.start - _BEFORE), sentence.end))
        if chained:
            group[mention.role] = mention
        last = sentence
    yield group


def _inversions(release: Release, group: dict[str, DateMention], alone: list[DateMention]) -> Iterator[Match]:
    record, payment, ex = group.get("record"), group.get("payment"), group.get("ex-dividend")
    if record and payment and _before(payment, record) and not (_of_another(payment, record, alone) or _earlier(release, payment, record)):
        yield _inverted(release, "payment date", payment, "record date", record)
    # A large special dividend goes ex only after it is paid: then the order is another.
    due_bills = bool(ex and payment and _before(payment, ex))
    if record and ex and _before(record, ex) and not due_bills and not _of_another(record, ex, alone):
        yield _inverted(release, "record date", record, "ex-dividend date", ex)


def _before(first: DateMention, second: DateMention) -> bool:
    return bool(first.date and second.date and first.date < second.date)


def _of_another(earlier: DateMention, later: DateMention, alone: list[DateMention]) -> bool:
    """Told of two dividends or of a meeting beside: a date that stands alone goes in the right order with one of the two."""
    return any(
        (mention.role == earlier.role and not _before(mention, later)) or (mention.role == later.role and not _before(earlier, mention))
        for mention in alone
    )


def _earlier(release: Release, payment: DateMention, record: DateMention) -> bool:
    """Paid before this release, as another sentence tells: the dividend before this one."""
    past = release.date and payment.date and payment.date < release.date
    return bool(past) and not sentence_at(release, record.span).covers(payment.span)


def _inverted(release: Release, early: str, earlier: DateMention, late: str, later: DateMention) -> Match:
    return Match(
        earlier.span,
        {"earlier": f"the {early} “{release.quote(earlier.span)}”", "later": f"the {late} “{release.quote(later.span)}”"},
        notes=(Note(f"This is the {late}.", later.span),),
    )
