"""Heading: the issuer named in the headline."""

from __future__ import annotations

import re

from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span
from disclint.text import fold

_CAPITALS = r"[A-Z][\w&'’-]*(?: (?:of |and |the )?[A-Z&][\w&'’-]*){0,4}"
_BUSINESS = re.compile(
    rf"(?P<named>{_CAPITALS})(?:,? (?:Inc|Corp|LLC|Ltd|L\.P|N\.A)\b\.?)?(?: \([^()]{{1,80}}\))?,? (?:is )?(?:an?|the) (?:[\w-]+ ){{0,4}}(?:subsidiary|unit|division|brand|affiliate|banner|operating company|business) of"
    rf"|\b(?:subsidiary|unit|division|brand|affiliate|banner)s?,? (?P<apart>{_CAPITALS})"
    rf"|\b(?:dba|d/b/a|doing business as|trading as) [\"“]?(?P<alias>{_CAPITALS})"
)
_COLLECTIVE = re.compile(r"^(?:the )?(?:company|corporation|partnership|trust|fund|group|bank|issuer|we|reit|registrant)$")
_STOP = frozenset("the and of inc corp ltd group holdings holding company limited plc corporation international global new first".split())

_COMMON = frozenset(
    """
    solar energy power gold silver copper lithium uranium minerals mining metals resources exploration oil gas petroleum water wind bank bancorp
    financial capital realty properties trust partners medical health healthcare pharma pharmaceuticals therapeutics biotech biosciences sciences
    technology technologies systems software solutions services industries foods brands stores retail logistics media entertainment games networks
    communications wireless semiconductor materials products pumps american national united general first american insurance hydrogen battery
    robotics automation aerospace aviation marine shipping genomics cannabis education security data cloud
    """.split()
)


class HeadlineNamesIssuer(Check, frozen=True, kw_only=True):
    """The issuer's name, a clear short form of it, or its ticker in the headline."""

    def examine(self, release: Release) -> Examination:
        if release.headline is None or not release.issuers:
            return Examination(moot="there is no headline, or the issuer's name was not found")
        headline = release.headline.span
        words = {w.rstrip("'.") for w in re.findall(r"[\w&'.]+", release.folded[headline.start : headline.end])}
        bare = re.sub(r"[^a-z0-9]", "", release.folded[headline.start : headline.end])
        for issuer in release.issuers:
            names = (issuer.name, *(n for n in issuer.short_names if not _COLLECTIVE.match(fold(n))))
            keys = {w.strip(".,'") for name in names for w in re.findall(r"[\w&'.]+", fold(name))} - _STOP
            generic, keys = keys & _COMMON, keys - _COMMON  # `Solar` alone names no Brightmoor Solar Corp.
            if len(generic & words) > (len(generic) > 1 or bool(keys)):
                return Examination((Match(headline),))
            initials = "".join(w[0] for w in re.findall(r"\w+", fold(issuer.name)))
            if any(k in words or f"{k}'s" in words or (len(k) > 4 and k in bare) for k in keys) or initials[:3] in words or initials in words:
                return Examination((Match(headline),))
        if any(t.symbol.lower() in words for t in release.tickers) or _names_business(release, headline):
            return Examination((Match(headline),))
        return Examination(place=headline, searched=f"{release.issuers[0].name}, a short form of it, or its ticker in the headline")


def _names_business(release: Release, headline: Span) -> bool:
    """Whether the headline opens with a business that the text says is the issuer's: `Linen Mill, a division of`, `d/b/a Regen`."""
    words = release.folded[headline.start : headline.end].lstrip(" *\"'#")
    for found in _BUSINESS.finditer(release.text, headline.end):
        name = fold(found.group("named") or found.group("apart") or found.group("alias"))
        if len(name) > 3 and re.match(rf"(?:the )?{re.escape(name)}\b", words):
            return True
    return False
