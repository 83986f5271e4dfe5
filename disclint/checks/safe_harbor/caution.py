"""Caution: whether forward-looking statements are met by a cautionary passage that does its work."""

from __future__ import annotations

import re
from typing import ClassVar, Literal

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.checks.safe_harbor.own_statements import own_statements
from disclint.checks.wording import sentence_at
from disclint.model import Cautionary, Note, Release, Severity, Span

_WORDS = 14  # of a statement shown in a message
_SHOWN = 3  # of the forward-looking statements, the strongest
_AMERICAN = re.compile(r"\bsec\b|securities and exchange commission|securities litigation|\bpslra\b|\b27a\b|\b21e\b|\bform (?:10|20|40|8|6)-?[kqf]\b")
_WHERE_FILED = re.compile(
    r"\bsec\b|securities and exchange|commission|\bsedar|\bedgar|\bform\b|\b(?:10|20|40|8|6)-?[kqf]\b|\b(?:annual|quarterly|periodic|interim|half-year)"
    r"|prospectus|registration statement|information form|md&a|management.s discussion|offering (?:circular|memorandum)|regulator|authorit|stock exchange"
    r"|exchange act|companies house|www\.|https?:|website|otc ?markets|circular"
)
_FILED_ELSEWHERE = re.compile(  # in another part of the release
    r"\b(?:risks?|factors)\b[^.\n]{0,160}\b(?:sec filings|filings with the sec|forms? 10-?k|annual report on form)\b|\binitial public offering\b(?=[\s\S]*?\bprospectus\b)"
    r"|\b(?:information|reports|filings)\b[^.\n]{0,60}\b(?:about|regarding|on|concerning|of) (?:the company|us|[a-z]+)\b[^.\n]{0,60}(?:sec\.gov|sec.s (?:\w+ )?(?:web ?)?site)"
)
_LOOKING = re.compile(r"forward\W{0,3}looking")
_DECLARED = re.compile(
    r"\bforward\W{0,3}looking (?:statements?|information)\b[^.;]{0,90}?\b(?:relat(?:e|es|ing) to|regarding|concerning|pertain\w*(?: to)?|(?:with )?respect(?:ing)?(?: to)?|about|as to)\b"
    r"[,:]? (?!(?:the |our |its )?(?:future|forward|forward-looking|risks?|factors|assumptions|such|these)\b)"
)
_HEADING = re.compile(r"safe harbou?r|forward[- ]looking|cautionary")
_EXCLUDING = re.compile(
    r"(?:does|do|will) not apply|(?:is|are) not (?:available|applicable)|not (?:eligible|entitled)|inapplicable|unavailable"
    r"|except (?:that|to the extent)"
)
_PRIVATE_PARTNERSHIP = re.compile(r",? (?:l\.?p\.?|limited partnership|l\.?l\.?c\.?)$")
_FUND = re.compile(
    r"(?:\b(?:is|as|are) |, )an? (?:[\w-]+,? ){0,6}(?:closed-end|open-end|exchange-traded|interval) (?:[\w-]+ ){0,4}(?:fund|investment company)\b"
    r"|\b(?:is|as) an? investment company (?:registered )?under the investment company act"
)
_UNITS = re.compile(r"\b(?:common|limited partner\w*|membership) units?\b|\bunitholders?\b|\bthe partnership\b")
_PARTED = re.compile(
    r"\b(?:spin|split|carv\w+|hiv\w+)[- ]?(?:off|out)\b|\bspins? off\b|\bcarve[- ]outs?\b|\bseparat(?:e|es|ed|ing|ion) (?:of |its |the )"
)
_TIME = re.compile(r"\b(?:(?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (?:\d{1,2},? )?)?(?P<year>20\d\d)\b(?![\d%-])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LOGISTICS = re.compile(  # when results come out, and how to hear the call
    r"\b(?:conference call|earnings call|the call|live call|investor call|analyst call|webcast|teleconference|replay|dial(?:ing)?|passcode|pin number)\b"
    r"|\b(?:releas|report|announc|issu|publish)\w*\b[^.;\n]{0,80}\b(?:results|earnings)\b[^.;\n]{0,80}\b(?:on|before|after|prior|at)\b"
)
_DEAL = re.compile(r"\b(?:merger|proposes? to|acquisition|transaction)\b")  # for whose sake there is no call
_SET_DAY = re.compile(_LOGISTICS.pattern + r"|\bpayable\b|\bof record\b|\brecord date\b|\bdue (?:[a-z]+ )?(?:\d{1,2}, )?20\d\d\b")
_SPACS_SINCE = "2024-07-01"  # Release 33-11265, 89 FR 14158: 125 days after publication


class ForwardLooking(Check, frozen=True, kw_only=True):
    """Forward-looking statements outside the cautionary passage, at least so many and so strong; one of the strength `alone` suffices."""

    least: int = 1
    strength: float = 0.0
    alone: float = 1.1
    own: bool = False  # not what others expect: data center owners, states, analysts
    declared: bool = False  # or the cautionary passage itself says what its statements are about

    def examine(self, release: Release) -> Examination:
        found = [s for s in (own_statements(release) if self.own else release.forward_looking()) if s.strength >= self.strength]
        enough = len(found) >= self.least or any(s.strength >= self.alone for s in found)
        matches = tuple(Match(s.span) for s in found) if enough else ()
        if not matches and self.declared and release.cautionary:
            told = (_DECLARED.search(release.folded, s.start, s.end) for s in release.cautionary.spans)
            matches = tuple(Match(Span(*words.span())) for words in told if words)
        return Examination(matches, searched="forward-looking statements")


class UnderAmericanLaw(Check, frozen=True, kw_only=True):
    """A cautionary passage written for American investors, or for those of the markets `also`, wherever the issuer comes from."""

    also: tuple[str, ...] = ()

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None:
            return Examination(searched="a cautionary passage")
        if release.market in ("us", *self.also):
            return Examination((Match(passage.span),))
        found = (_AMERICAN.search(release.folded, s.start, s.end) for s in passage.spans)
        return Examination(tuple(Match(Span(*match.span())) for match in found if match), searched="a passage written for American investors")


class CautionPresent(Check, frozen=True, kw_only=True):
    """A cautionary passage; where it is missing the strongest forward-looking statements are shown."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"strongest"})

    def examine(self, release: Release) -> Examination:
        if release.cautionary:
            return Examination((Match(release.cautionary.span),))
        strongest = (own_statements(release) or release.forward_looking())[:_SHOWN]
        notes = [Note("Forward-looking", s.span) for s in strongest]
        heading = next(
            (b.span for b in release.document.blocks if b.kind == "heading" and _HEADING.search(release.folded, b.span.start, b.span.end)), None
        )
        if heading:
            notes.append(Note("A heading announces the caution, but nothing under it calls the statements forward-looking.", heading))
        return Examination(
            place=end_of(release, "body", "boilerplate"),
            searched="a passage that calls statements forward-looking or warns that results may differ",
            nearest=tuple(notes),
            severity=Severity.INFO
            if any(event.name == "ipo" for event in release.events)
            else None,  # 78u-5(b)(2)(D): no safe harbor, though a caution helps
            values={"strongest": " · ".join(f"“{_first_words(release.quote(s.span))}”" for s in strongest)},
        )


class CautionSays(Check, frozen=True, kw_only=True):
    """One part of the cautionary passage."""

    element: Literal["identifies", "differ_materially", "filing_pointer", "no_update", "statute"]

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None:
            return Examination(moot="the release has no cautionary passage")
        words: Span | None = getattr(passage, self.element)
        end = Span(passage.span.end, passage.span.end)
        if words is None and self.element == "no_update" and passage.dated:
            return Examination(place=end, nearest=(Note("This only dates the statements.", passage.dated),))
        if words and self.element == "identifies" and release.market == "us" and not _called_forward_looking(release, passage):
            return Examination(place=end, nearest=(Note("This speaks of the future, and calls no statement forward-looking.", words),))
        return Examination((Match(words),) if words else (), place=end)


class CautionPointsToFilings(Check, frozen=True, kw_only=True):
    """A pointer to filings that tells where they are: "our public filings" does not, a prospectus or a disclosure site does."""

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None:
            return Examination(moot="the release has no cautionary passage")
        told = " ".join(release.folded[s.start : s.end] for s in passage.spans)
        vague = passage.filing_pointer is not None and not _WHERE_FILED.search(told)
        if passage.filing_pointer and not vague:
            return Examination((Match(passage.filing_pointer),))
        if "otc markets" in told or "otcmarkets" in told:  # where an issuer that does not file with the SEC discloses
            return Examination((Match(passage.span),))
        if elsewhere := _FILED_ELSEWHERE.search(release.folded):
            return Examination((Match(Span(*elsewhere.span())),))
        nearest = (Note("This names neither the filings nor where they are.", passage.filing_pointer),) if passage.filing_pointer else ()
        return Examination(place=Span(passage.span.end, passage.span.end), nearest=nearest)


class CautionNamesFactors(Check, frozen=True, kw_only=True):
    """A passage that names no factor specific to this company, product or deal."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None:
            return Examination(moot="the release has no cautionary passage")
        if passage.factors == "specific":
            return Examination(evidence=passage.named_factors[:3])
        problem = "names no factor that could make results differ"
        if passage.own_factors:
            problem = "names only one factor of this company, product or deal"
        elif passage.factors == "generic":
            problem = "names only factors that could stand in any company’s release"
        strongest = tuple(Note("What the caution should answer", s.span) for s in release.forward_looking()[:1])
        severity = Severity.INFO if passage.own_factors else None
        return Examination((Match(passage.spans[0], {"problem": problem}, strongest, severity=severity),))


class CautionNeeded(Check, frozen=True, kw_only=True):
    """A cautionary passage on a release without any forward-looking statement."""

    def examine(self, release: Release) -> Examination:
        if release.cautionary is None:
            return Examination(moot="the release has no cautionary passage")
        looking = [s for s in release.statements if s.kind in ("forward-looking", "administrative", "mechanics")]
        statements = [s for s in looking if s.kind == "forward-looking" or not _only_logistics(release.folded[s.span.start : s.span.end])]
        if statements:
            return Examination(evidence=(statements[0].span,))
        if told := _day_to_come(release):
            return Examination(evidence=(told,))
        return Examination((Match(release.cautionary.heading or release.cautionary.spans[0]),))


class SafeHarborAvailable(Check, frozen=True, kw_only=True):
    """The statutory safe harbor claimed where the statute excludes it: error where the user says so, else a warning."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"exclusion"})

    def examine(self, release: Release) -> Examination:
        passage = release.cautionary
        if passage is None or passage.statute is None:
            return Examination(moot="no statutory safe harbor is claimed")
        if any(
            _EXCLUDING.search(release.folded, s.start, s.end) and "safe harbor" in release.folded[s.start : s.end] for s in self._sentences(release)
        ):
            return Examination(moot="the passage itself says where the safe harbor does not apply")
        exclusion, certain, shown = self._exclusion(release)
        if not exclusion:
            return Examination(evidence=(passage.statute,))
        notes = (Note("This shows it.", shown),) if shown else ()
        severity = Severity.ERROR if certain else Severity.WARNING
        return Examination((Match(self._claim(release), {"exclusion": exclusion}, notes, severity=severity),))

    def _claim(self, release: Release) -> Span:
        """The statute as cited in the passage."""
        assert release.cautionary is not None
        assert release.cautionary.statute is not None
        cited = (c.span for c in release.citations if c.kind in ("act", "section") and any(s.covers(c.span) for s in release.cautionary.spans))
        return next(cited, release.cautionary.statute)

    def _sentences(self, release: Release) -> list[Span]:
        spans = release.cautionary.spans if release.cautionary else ()
        return [s for s in release.sentences if any(p.covers(s) for p in spans)]

    def _exclusion(self, release: Release) -> tuple[str, bool, Span | None]:
        """The exclusion, whether the user said so, and the words that show it."""
        entities = {
            "lp": "statements relating to the operations of a partnership",
            "llc": "statements relating to the operations of a limited liability company",
            "fund": "statements of an investment company",
            "spac": "statements of a blank check company",
            "pre-ipo": "an issuer that does not report under the Exchange Act",
        }
        if release.context.entity in entities:
            return entities[release.context.entity], True, None
        events = {
            "ipo": "statements made in connection with an initial public offering",
            "tender_offer": "statements made in connection with a tender offer",
        }
        for event in release.events:
            if event.name == "ipo" and not release.events_given and release.tickers and _PARTED.search(release.folded):
                continue  # a listed company parts with a business, and speaks of its own plans
            if event.name in events:
                return events[event.name], release.events_given, event.span
        for issuer in release.issuers[:1]:
            held = release.tickers or _UNITS.search(release.folded)  # or it is only a party to the deal
            if held and len(release.issuers) == 1 and _PRIVATE_PARTNERSHIP.search(issuer.name.lower()):
                return "statements relating to the operations of a partnership or limited liability company", False, issuer.span
        return self._by_text(release)

    def _by_text(self, release: Release) -> tuple[str, bool, Span | None]:
        private = re.search(
            r"\b(?:(?:going|go|take)[- ]private (?:transaction|merger|proposal|deal|offer)|schedule 13e-3|rule 13e-3)\b", release.folded
        )
        if private:
            return "statements made in connection with a going private transaction", False, Span(*private.span())
        shells = "|".join(re.escape(i.name.lower().rstrip(".")) for i in release.issuers if "acquisition" in i.name.lower())
        named = rf"(?:{shells})\b[^\n]{{0,60}}?, an? (?:[\w-]+,? ){{0,4}}?" if shells else "$^"  # "Orrery Acquisition Corp. (NYSE: ORRY), a …"
        blank = re.search(rf"(?:\b(?:is|as) a |{named})(?:blank check company|special purpose acquisition c\w+)", release.folded)
        if blank and release.date and release.date.isoformat() >= _SPACS_SINCE:
            return "statements in connection with an offering by a blank check company", False, Span(*blank.span())
        penny = re.search(
            r"\b(?:our|its|the company's) (?:common (?:stock|shares) (?:is|are)|status as) (?:considered |deemed )?an? \"?penny stock", release.folded
        )
        if penny:
            return "statements of an issuer of penny stock", False, Span(*penny.span())
        fund = _FUND.search(release.folded)
        if fund:
            return "statements of an investment company", False, Span(*fund.span())
        return "", False, None


def _only_logistics(statement: str) -> bool:
    return _LOGISTICS.search(statement) is not None and _DEAL.search(statement) is None


def _day_to_come(release: Release) -> Span | None:
    """A month or year after the release's own: "doors opening in May 2025" looks ahead without a word that says so."""
    if release.date is None:
        return None
    for zone in release.zone("body"):
        for told in _TIME.finditer(release.folded, zone.start, zone.end):
            sentence = sentence_at(release, Span(*told.span()))
            if _SET_DAY.search(release.folded, sentence.start, sentence.end):
                continue
            month = _MONTHS.index(told["month"]) + 1 if told["month"] else 0
            if (int(told["year"]), month) > (release.date.year, release.date.month):
                return Span(*told.span())
    return None


def _called_forward_looking(release: Release, passage: Cautionary) -> bool:
    """The American statute's own word, which “statements about the future” is not."""
    spans = (*passage.spans, passage.heading) if passage.heading else passage.spans
    return any(_LOOKING.search(release.folded, span.start, span.end) for span in spans)


def _first_words(text: str) -> str:
    words = text.split(" ")
    return text if len(words) <= _WORDS else " ".join(words[:_WORDS]) + " …"
