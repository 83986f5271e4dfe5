"""Investigational products: conclusions that nobody may draw before the authority."""

from __future__ import annotations

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.checks.patterns import LazyPattern
from disclint.checks.wording import sentence_at
from disclint.model import Release, Span

_DEGREE = r"(?:both |very |highly |extremely |completely |clearly |remarkably |exceptionally |entirely |truly |fully |a |an |the )*"
_QUALITY = r"(?:safe|effective|efficacious)"
_QUALITIES = rf"{_QUALITY}(?:,? (?:and|as well as|yet) (?:\w+ly )?(?:safe|effective|efficacious|well[- ]tolerated))?"
_NOUNS = r"(?:safety and (?:efficacy|effectiveness)|(?:efficacy|effectiveness) and safety|safety|efficacy|effectiveness)"
_FOUND = r"(?:prove[sdn]?|shown|showed|shows|demonstrate[sd]?|found|establishe[sd]|confirm(?:s|ed)|known)"
_CLAIM = LazyPattern(
    rf"\b(?:is|are|was|were|(?:has |have |had )?been|remain(?:s|ed)) {_DEGREE}(?:{_FOUND} )?(?:to be |as )?{_DEGREE}{_QUALITIES}\b"
    rf"|\b{_FOUND} (?:that (?:[\w-]+ ){{1,5}}(?:is|are|was|were) )?(?:to be |as )?{_DEGREE}{_QUALITIES}\b"
    rf"|\b(?:proven|established|confirmed|undisputed|unquestioned) (?:clinical )?{_NOUNS}\b"
    rf"|\b(?:prove[sd]?|establishe[sd]|confirm(?:s|ed)) (?:the |its |their |[\w-]+'s )?{_NOUNS}\b"
    rf"|\bdemonstrate[sd]? (?:the |its |their |[\w-]+'s )?(?:safety and (?:efficacy|effectiveness)|(?:efficacy|effectiveness) and safety)\b"
    rf"|\b(?:an?|our|this|the|its|their) {_DEGREE}safe(?:,| and|,? yet|,? but)? (?:highly )?(?:effective|efficacious)(?=,? [a-z])"
    r"|\b(?:turned|turns) out (?:to be )?(?:[a-z]+ly )?(?:safe|effective|efficacious)\b|\b(?:its|our) proven (?:[\w-]+ ){0,2}(?:treatment|therapy|drug|medicine|cure|remedy|vaccine)\b"
    r"|\b(?:proves?|proved|shows?|showed|demonstrates?|confirms?) that [a-z]+-?\d\w* works\b|\b(?:works?|treats?|effective|therapy|treatment|drug|medicine)\b[^.;\n]{0,60}\b(?:with no|without(?: any)?|free of) side[- ]effects(?=[.,;\n]|$)"
    r"|\b[a-z]+-?\d\w*, (?:an?|the|our|its) (?:[\w-]+ ){0,2}(?:safe|effective|efficacious) (?:[\w-]+ ){0,3}(?:treatment|therapy|drug|medicine|remedy|cure)\b"
    r"|\bsafe and (?:highly )?effective [a-z]+-?\d\w*|\bis (?:the company's|our|its) (?:treatment|cure|therapy) (?:for|of)\b"
    rf"|\bprov(?:ing|es|ed) (?:[\w-]+ ){{1,3}}(?:to be )?{_QUALITIES}(?=[.,;:\n]|$| (?:in|for|against|at)\b)"
    r"|\b(?:safest,? and (?:the )?most effective|most effective,? and (?:the )?safest)\b|\bclinically[- ]proven (?:[\w-]+ ){0,2}(?:treatment|therapy|drug|medicine|cure|remedy|vaccine)\b"
    r"|\b(?:miracle|breakthrough) cure\b|\b(?:confirms?|confirmed|proves?|proved)\b[^.\n;]{0,110}\b(?:overall |clinical )?(?:safety|efficacy)\b"
    r"|\b(?:provides?|provided|offers?|gives?) (?:\w+ )?(?:evidence|proof) (?:for|of) (?:its |the |their )?(?:safety|efficacy|effectiveness)\b"
    r"|\b(?:evidenced|demonstrated|shown|showed|proven|proved) (?:the |an |its |their )?(?:ability|capability|capacity|power) to\b[^.;\n]{0,90}\b(?:side[- ]effects?|adverse (?:events?|reactions?|effects?)|toxicity|more effectively|more safely|symptoms)\b"
    r"|\b(?:(?:seeks?|aims?|wants?) to )?(?:fill|fills|filling|meets?|meeting|satisf(?:y|ies|ying)|answers?|answering) (?:an? |the |this )?(?:[\w-]+ ){0,3}need for an? safe\b(?:(?:,| and)(?: and)? (?:well[- ]tolerated|effective|efficacious))?"
)
# In a headline the verb is left out.
_HEADLINE = LazyPattern(r"\b(?:safe(?:,| and|,? yet| &) (?:highly )?(?:effective|efficacious)|(?:effective|efficacious)(?: and| &) safe)\b")
# Before the claim, in its sentence: what is asked, hoped or doubted is not asserted.
_HEDGE = LazyPattern(
    r"\b(?:evaluat\w+|assess\w*|determin\w+|whether|investigat(?:e|es|ed|ing|ion)|potential\w*|may(?= [a-z])|might|could|would|should|can|cannot|not|never|no(?! (?:doubt|question)\b)|nor|neither|"
    r"believes?|believed|aim\w*|goals?|hopes?|hoping|designed|intend\w*|until|unless|if|examin\w+|testing|explor\w+|suggest\w*|appear\w*|seem\w*|generally|"
    r"needs?|must|requires?|seek\w*|compar\w+|objectives?|endpoints?|mission|committed|dedicated|develop\w*|expect\w*|vision|strive|ensur\w+|want|(?<!no )(?<!beyond )(?<!without )question|"
    r"previously|approved|marketed|currently available|existing|other|competit\w+)\b[^;]{0,70}$|(?<!continues )(?<!continued )\bto (?:\w+ )?$"
)
_AFTER = LazyPattern(
    r"[ ,]*(?:immediately|as of|(?:on|at) (?:or about )?(?:\d|the (?:close|open|start|end|date|day|time|filing|first)|noon|midnight|\w+day|january|february|march|april|may|june|july|august|september|october|november|december)|upon|date|tax|control|internal|until|through|from|january|february|march|april|may|june|july|august|"
    r"september|october|november|december|harbou?r|enough|when used as directed|in (?:previous|animal|preclinical))\b|\?"
)
_OTHER_MATTER = LazyPattern(
    r"\b(?:registration statement|prospectus|agreement|resign\w*|appointment|amendment|split|internal controls?|disclosure controls|cost[- ]effective|"
    r"hedg\w+|disclosure|policy|policies|product safety|safety standards?|safety requirements?)\b"
)


class ConclusionDrawn(Check, frozen=True, kw_only=True):
    """Words that state as a fact that a product is safe or effective."""

    def examine(self, release: Release) -> Examination:
        matches: list[Match] = []
        heads = zones.spans(release, ("headline", "subheadline"))
        found = [_CLAIM.finditer(release.folded, z.start, z.end) for z in (*heads, *zones.spans(release, ("dateline", "body", "boilerplate")))]
        found += [_HEADLINE.finditer(release.folded, head.start, head.end) for head in heads]
        for claims in found:
            for match in claims:
                words = Span(*match.span())
                if any(words.touches(earlier.span) for earlier in matches):
                    continue
                sentence = sentence_at(release, words)
                before = release.folded[sentence.start : words.start]
                said = release.folded[sentence.start : sentence.end]
                if not (_HEDGE.search(before) or _AFTER.match(release.folded, words.end) or _OTHER_MATTER.search(said)):
                    matches.append(Match(words))
        return Examination(matches=tuple(matches))
