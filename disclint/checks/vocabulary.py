"""The checks that a rule file may name, each by its word."""

from __future__ import annotations

from disclint.checks.announces import Announces
from disclint.checks.another_company import CautionOfAnother
from disclint.checks.appointments import AppointmentTold
from disclint.checks.base import Check
from disclint.checks.calendar import EventPassed, ImpossibleDate, WeekdayDisagrees, ZoneOutOfSeason
from disclint.checks.calls import CallTold
from disclint.checks.caution import (
    CautionNamesFactors,
    CautionNeeded,
    CautionPointsToFilings,
    CautionPresent,
    CautionSays,
    ForwardLooking,
    SafeHarborAvailable,
    UnderAmericanLaw,
)
from disclint.checks.changes import PercentChange
from disclint.checks.citing import ActsDefinedTwice, CitationFault, Misnamed, ObsoleteName
from disclint.checks.claiming import SuperlativeSupported
from disclint.checks.contacting import ContactNamesPerson, ContactPresent, ContactReachable
from disclint.checks.contradicted import TablesContradict
from disclint.checks.describing import CompanyDescribed
from disclint.checks.devices import ClearanceNamed
from disclint.checks.dividends import DividendDatesOrdered, DividendTold
from disclint.checks.elements import Elements
from disclint.checks.filings import AnnualForm, CitedReport
from disclint.checks.footnotes import FootnotesMatched
from disclint.checks.investigational import ConclusionDrawn
from disclint.checks.legend import Legend, LegendMisworded
from disclint.checks.lei import Lei
from disclint.checks.linking import LinkTo
from disclint.checks.listed import ListedOn
from disclint.checks.listings import TickerPresent, TickerWellFormed
from disclint.checks.naming import HeadlineNamesIssuer, IssuerNamedAlike, TermUndefined
from disclint.checks.non_gaap import (
    ComparableShown,
    EbitdaAddsBack,
    GaapFirst,
    GaapRatioShown,
    GuidanceReconciled,
    MeasuresReconciled,
    MeasuresSaid,
)
from disclint.checks.offerings import LegalTerm, UnderwriterNamed
from disclint.checks.one_security import TickerConsistent
from disclint.checks.parts import PartPresent
from disclint.checks.periods import PeriodInconsistent
from disclint.checks.praising import PromotionalLanguage
from disclint.checks.quoting import QuotationAttributed, QuotationMarksBalanced
from disclint.checks.ranges import RangeInverted
from disclint.checks.reaching import ReachMalformed
from disclint.checks.reconciling import ReconciliationStart
from disclint.checks.referring import StatementOrReference
from disclint.checks.renamed import Renamed
from disclint.checks.repeating import PassageRepeated, WordRepeated
from disclint.checks.residue import DraftMark, ExhibitArtefact
from disclint.checks.reverse_split import ReverseSplitTold
from disclint.checks.solicitation import ParticipantsLocated
from disclint.checks.spelling import Misspelling
from disclint.checks.split_ratios import SplitAgrees
from disclint.checks.sums import TotalsFoot
from disclint.checks.wording import Wording
from disclint.checks.wordlist import IdentifyingWords

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
    "weekday-disagrees": WeekdayDisagrees,
    "word-repeated": WordRepeated,
    "wording": Wording,
    "zone-out-of-season": ZoneOutOfSeason,
}
