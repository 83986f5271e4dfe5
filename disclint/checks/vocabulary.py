"""The checks that a rule file may name, each by its word."""

from __future__ import annotations

from disclint.checks.announces import Announces
from disclint.checks.base import Check
from disclint.checks.calendar import EventPassed, ImpossibleDate, WeekdayDisagrees, ZoneOutOfSeason
from disclint.checks.changes import PercentChange
from disclint.checks.citing import ActsDefinedTwice, CitationFault, Misnamed, ObsoleteName
from disclint.checks.claiming import SuperlativeSupported
from disclint.checks.contacting import ContactNamesPerson, ContactPresent, ContactReachable, ReachMalformed
from disclint.checks.elements import Elements
from disclint.checks.legend import Legend, LegendMisworded
from disclint.checks.lei import Lei
from disclint.checks.listed import ListedOn
from disclint.checks.listings import TickerConsistent, TickerPresent, TickerWellFormed
from disclint.checks.naming import HeadlineNamesIssuer, IssuerNamedAlike, TermUndefined
from disclint.checks.offerings import LegalTerm, UnderwriterNamed
from disclint.checks.parts import PartPresent
from disclint.checks.quoting import QuotationAttributed, QuotationMarksBalanced
from disclint.checks.renamed import Renamed
from disclint.checks.repeating import PassageRepeated, WordRepeated
from disclint.checks.residue import DraftMark, ExhibitArtefact
from disclint.checks.spelling import Misspelling
from disclint.checks.wording import Wording

BUILT_IN: dict[str, type[Check]] = {
    "acts-defined-twice": ActsDefinedTwice,
    "announces": Announces,
    "citation-fault": CitationFault,
    "contact": ContactPresent,
    "contact-names-person": ContactNamesPerson,
    "contact-reachable": ContactReachable,
    "draft-mark": DraftMark,
    "elements": Elements,
    "event-passed": EventPassed,
    "exhibit-artefact": ExhibitArtefact,
    "headline-names-issuer": HeadlineNamesIssuer,
    "impossible-date": ImpossibleDate,
    "issuer-named-alike": IssuerNamedAlike,
    "legal-term": LegalTerm,
    "legend": Legend,
    "legend-misworded": LegendMisworded,
    "lei": Lei,
    "listed-on": ListedOn,
    "misnamed": Misnamed,
    "misspelling": Misspelling,
    "obsolete-name": ObsoleteName,
    "part": PartPresent,
    "passage-repeated": PassageRepeated,
    "percent-change": PercentChange,
    "quotation-attributed": QuotationAttributed,
    "quotation-marks-balanced": QuotationMarksBalanced,
    "reach-malformed": ReachMalformed,
    "renamed": Renamed,
    "superlative": SuperlativeSupported,
    "term-undefined": TermUndefined,
    "ticker-inconsistent": TickerConsistent,
    "ticker-malformed": TickerWellFormed,
    "ticker-present": TickerPresent,
    "underwriter-named": UnderwriterNamed,
    "weekday-disagrees": WeekdayDisagrees,
    "word-repeated": WordRepeated,
    "wording": Wording,
    "zone-out-of-season": ZoneOutOfSeason,
}
