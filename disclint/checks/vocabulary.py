"""The checks that a rule file may name, each by its word."""

from __future__ import annotations

from disclint.checks.base import Check
from disclint.checks.citations.citing import ActsDefinedTwice, CitationFault, Misnamed, ObsoleteName
from disclint.checks.citations.referring import StatementOrReference
from disclint.checks.citations.renamed import Renamed
from disclint.checks.deals.devices import ClearanceNamed
from disclint.checks.deals.investigational import ConclusionDrawn
from disclint.checks.deals.offerings import LegalTerm, UnderwriterNamed
from disclint.checks.deals.solicitation import ParticipantsLocated
from disclint.checks.deals.votes import VoteToCome
from disclint.checks.elements import Elements
from disclint.checks.events.announces import Announces
from disclint.checks.events.appointments import AppointmentTold
from disclint.checks.events.calls import CallTold
from disclint.checks.events.dividends import DividendDatesOrdered, DividendTold
from disclint.checks.events.reverse_split import ReverseSplitTold
from disclint.checks.events.split_ratios import SplitAgrees
from disclint.checks.legend import Legend, LegendMisworded
from disclint.checks.listing.lei import Lei
from disclint.checks.listing.listed import ListedOn
from disclint.checks.listing.listings import TickerPresent, TickerWellFormed
from disclint.checks.listing.one_security import TickerConsistent
from disclint.checks.non_gaap.adding_back import EbitdaAddsBack
from disclint.checks.non_gaap.non_gaap import (
    ComparableShown,
    GaapFirst,
    GuidanceReconciled,
    MeasuresReconciled,
    MeasuresSaid,
)
from disclint.checks.non_gaap.ratios import GaapRatioShown
from disclint.checks.non_gaap.reconciling import ReconciliationStart
from disclint.checks.numbers.changes import PercentChange
from disclint.checks.numbers.contradicted import TablesContradict
from disclint.checks.numbers.periods import PeriodInconsistent
from disclint.checks.numbers.ranges import RangeInverted
from disclint.checks.numbers.sums import TotalsFoot
from disclint.checks.parts import PartPresent
from disclint.checks.release.calendar import ImpossibleDate, WeekdayDisagrees, ZoneOutOfSeason
from disclint.checks.release.claiming import SuperlativeSupported
from disclint.checks.release.contacting import ContactNamesPerson, ContactPresent, ContactReachable
from disclint.checks.release.describing import CompanyDescribed
from disclint.checks.release.footnotes import FootnotesMatched
from disclint.checks.release.heading import HeadlineNamesIssuer
from disclint.checks.release.linking import LinkTo
from disclint.checks.release.naming import IssuerNamedAlike
from disclint.checks.release.passing import EventPassed
from disclint.checks.release.praising import PromotionalLanguage
from disclint.checks.release.quoting import QuotationAttributed, QuotationMarksBalanced
from disclint.checks.release.reaching import ReachMalformed
from disclint.checks.release.repeating import PassageRepeated, WordRepeated
from disclint.checks.release.residue import DraftMark, ExhibitArtefact
from disclint.checks.release.spelling import Misspelling
from disclint.checks.release.terms import TermUndefined
from disclint.checks.safe_harbor.another_company import CautionOfAnother
from disclint.checks.safe_harbor.caution import (
    CautionNamesFactors,
    CautionNeeded,
    CautionPointsToFilings,
    CautionPresent,
    CautionSays,
    ForwardLooking,
    SafeHarborAvailable,
    UnderAmericanLaw,
)
from disclint.checks.safe_harbor.filings import AnnualForm, CitedReport
from disclint.checks.safe_harbor.wordlist import IdentifyingWords
from disclint.checks.wording import Wording

BUILT_IN: dict[str, type[Check]] = {
    "acts-defined-twice": ActsDefinedTwice,
    "announces": Announces,
    "annual-form": AnnualForm,
    "appointment-told": AppointmentTold,
    "call-told": CallTold,
    "caution": CautionPresent,
    "caution-factors": CautionNamesFactors,
    "caution-of-another": CautionOfAnother,
    "caution-points-to-filings": CautionPointsToFilings,
    "caution-says": CautionSays,
    "caution-under-american-law": UnderAmericanLaw,
    "caution-without-cause": CautionNeeded,
    "citation-fault": CitationFault,
    "cited-report": CitedReport,
    "clearance-named": ClearanceNamed,
    "company-described": CompanyDescribed,
    "comparable-shown": ComparableShown,
    "conclusion-drawn": ConclusionDrawn,
    "contact": ContactPresent,
    "contact-names-person": ContactNamesPerson,
    "contact-reachable": ContactReachable,
    "dividend-dates-ordered": DividendDatesOrdered,
    "dividend-told": DividendTold,
    "draft-mark": DraftMark,
    "ebitda-adds-back": EbitdaAddsBack,
    "elements": Elements,
    "event-passed": EventPassed,
    "exhibit-artefact": ExhibitArtefact,
    "footnotes-matched": FootnotesMatched,
    "forward-looking": ForwardLooking,
    "gaap-first": GaapFirst,
    "gaap-ratio-shown": GaapRatioShown,
    "guidance-reconciled": GuidanceReconciled,
    "headline-names-issuer": HeadlineNamesIssuer,
    "identifying-words": IdentifyingWords,
    "impossible-date": ImpossibleDate,
    "issuer-named-alike": IssuerNamedAlike,
    "legal-term": LegalTerm,
    "legend": Legend,
    "legend-misworded": LegendMisworded,
    "lei": Lei,
    "link-to": LinkTo,
    "listed-on": ListedOn,
    "measures-reconciled": MeasuresReconciled,
    "measures-said": MeasuresSaid,
    "misnamed": Misnamed,
    "misspelling": Misspelling,
    "obsolete-name": ObsoleteName,
    "part": PartPresent,
    "participants-located": ParticipantsLocated,
    "passage-repeated": PassageRepeated,
    "percent-change": PercentChange,
    "period-inconsistent": PeriodInconsistent,
    "promotional": PromotionalLanguage,
    "quotation-attributed": QuotationAttributed,
    "quotation-marks-balanced": QuotationMarksBalanced,
    "range-inverted": RangeInverted,
    "reach-malformed": ReachMalformed,
    "reconciliation-start": ReconciliationStart,
    "renamed": Renamed,
    "reverse-split-told": ReverseSplitTold,
    "safe-harbor-excluded": SafeHarborAvailable,
    "split-agrees": SplitAgrees,
    "statement-or-reference": StatementOrReference,
    "superlative": SuperlativeSupported,
    "tables-contradict": TablesContradict,
    "term-undefined": TermUndefined,
    "ticker-inconsistent": TickerConsistent,
    "ticker-malformed": TickerWellFormed,
    "ticker-present": TickerPresent,
    "totals-foot": TotalsFoot,
    "underwriter-named": UnderwriterNamed,
    "vote-to-come": VoteToCome,
    "weekday-disagrees": WeekdayDisagrees,
    "word-repeated": WordRepeated,
    "wording": Wording,
    "zone-out-of-season": ZoneOutOfSeason,
}
