"""Reaching: e-mail addresses and telephone numbers that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks import zones
from disclint.checks.base import Check, Examination, Match
from disclint.model import Release, Span

_AT = re.compile(r"[^\s<>()\[\]|;]*@[^\s<>()\[\]|;]*(?: ?, ?(?:com|net|org|co)\b)?")
_ADDRESS = re.compile(
    r"(?:mailto:)?[a-z0-9.!#$%&'*+/=?^_{}~-]*[a-z0-9!#$%&'*+/=?^_{}~-]@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}", re.IGNORECASE
)
_FICTION = re.compile(r"(?:(?<![\d(])\(?[2-9]\d\d\)?[-. /]{1,2}555[-. ]|(?<![\d(.-])(?<!\) )(?<!\d )555-)01\d\d(?!\d)")
_SHORT = re.compile(r"(?:\([2-9]\d\d\) ?|(?<![\d.-])(?:1[-. ])?[2-9]\d\d[-.])(?:\d{3}[-.]\d{2,3}|\d{2}[-.]\d{4}|\d{3}[-.]\d{5,6})(?![\d-]|\.\d)")
_BAD_AREA = re.compile(r"(?<![\d+(-])(?:\+?1[-. ])?\((?:[01]\d\d)\) ?\d{3}[-. ]\d{4}(?!\d)")
_LETTERED = re.compile(r"(?:\([2-9]\d\d\) ?|\b[2-9]\d\d[-.])\d{3}[-.](?=\d*[OoIl])(?:[\dOoIl]{4})\b")
_DUMMY = re.compile(
    r"\b(?:123-456-7890|(?:000|111|555|999)[-. ](?:000|111|555|999)[-. ]\d{4})\b|\((?:000|111|555|999)\) ?(?:000|111|555|999)-\d{4}\b"
)

_BAD_EXCHANGE = re.compile(r"(?<![\d+(.-])(?:\+?1[-. ])?(?:\([2-9]\d\d\) ?|[2-9]\d\d[-.])[01]\d\d[-.]\d{4}(?![\d-])")
_SHORT_AREA = re.compile(r"(?<![\d+-])(?<!\d )\(\d{2}\) ?\d{3}-\d{4}(?!\d)")
_ABROAD = re.compile(
    r"(?<![\w+])(?:\+|\((?=85[23]\)|886\)))(?P<country>1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?P<rest>[ .()\d/-]*\d)"
)
_DIGITS = {  # how many digits may follow the code of the country
    "1": (10, 10), "31": (9, 9), "32": (8, 9), "33": (9, 9), "34": (9, 9), "41": (9, 9), "44": (9, 10), "45": (8, 8), "46": (7, 9), "47": (8, 8),
    "48": (9, 9), "61": (9, 9), "64": (8, 10), "65": (8, 8), "81": (9, 10), "86": (10, 11), "91": (10, 10), "27": (9, 9), "852": (8, 8), "853": (8, 8), "886": (8, 9), "972": (8, 9),
    "353": (7, 9), "351": (9, 9), "7": (10, 10), "55": (10, 11), "82": (8, 10), "52": (10, 11),
}  # fmt: skip
# National numbers of which the code of the town or network says how many digits they have, the 0 before it included.
_AT_HOME = {
    "uk": (re.compile(r"(?<![\w+(.-])(?!\d\d-\d\d-\d{4})\(?0(?:2[03489]|7[1-9]\d{2})\)?(?:[ -]?\d{2,8}){1,3}(?![\w-])"), 11),
    "au": (re.compile(r"(?<![\w+(.-])(?!\d\d-\d\d-\d{4})\(?0[23478]\)?(?:[ -]?\d{2,8}){1,3}(?![\w-])"), 10),
}
_IDENTIFIER = re.compile(r"\b(?:abn|acn|arbn|afsl|no|number|code|isin|lei)\W*$")
_NO_AT = re.compile(
    r"\be-?mail(?: address)?: ?(?P<address>(?!www\.|http)[\w-]+(?:\.[\w-]+)*\.(?:com|net|org|co\.uk|com\.au|de|ca))(?![\w@.-]*@|[\w/(\[])"
)
_HOST = r"[\w-]+\.{1,2}(?:[\w-]+\.)?(?:com|net|org|co|ca|de|se)(?![\w-])"
_ANNOUNCED = re.compile(
    r"(?:\b(?:tele)?phone|\btel|\bcall(?:ing)?|\btoll[- ]free|\bfax|\bmobile|\bcell)\b(?: (?:number|no))?[.:]*(?: (?:at|us|on))?[ :(]*$"
)
_MISSPELT_END = re.compile(r"@[\w.-]+\.(?:con|cmo|ocm|comm|coom|vom|xom|nte|ent|ogr|cim)$", re.IGNORECASE)
_SPACED = re.compile(rf"\b[\w.-]+ @ ?{_HOST}|\b[\w.-]+@ {_HOST}")
_DANGLING = re.compile(
    r"(?<=\d) (?:or|and|ext\.?|extension)(?: ?[|•;]| ?, ?(?=e-?mail\b))|\b(?:tel|telephone|phone|mobile)\.?: ?(?:[|,;] ?)?(?=e-?mail: ?[\w.-]+@)",
    re.IGNORECASE,
)


class ReachMalformed(Check, frozen=True, kw_only=True):
    """An e-mail address or a telephone number that cannot be right."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"problem"})

    def examine(self, release: Release) -> Examination:
        where = zones.spans(release, ("contacts", "body", "dateline", "boilerplate", "letterhead", "wire-tail", "legend", "other"))
        matches = [match for zone in where for match in (*self._mails(release, zone), *self._phones(release, zone))]
        reached = tuple(s for c in release.contacts for s in (*c.phones, *c.emails))
        if not matches and not reached:
            return Examination(moot="the release gives no telephone number or e-mail address")
        return Examination(tuple(matches), evidence=reached)

    def _mails(self, release: Release, zone: Span) -> list[Match]:
        matches = []
        for found in _AT.finditer(release.text, zone.start, zone.end):
            words = found.group().strip(".,;:'\"“”‘’")
            start = found.start() + found.group().find(words)
            if words.startswith("@") or not words or words.endswith("@"):
                continue
            if _MISSPELT_END.search(words):
                matches.append(Match(Span(start, start + len(words)), {"problem": "ends in a domain that does not exist"}))
                continue
            if _ADDRESS.fullmatch(words.split("/")[0]):
                continue
            if (
                re.search(r"[\[/]", words)
                or len(words) > 60
                or (words.count("@") > 1 and "@@" not in words)
                or (words.count("@") == 1 and not re.search(r"@[\w-]+\W*(?:,|$)|\.\.|[^\x00-\x7f]|@[.-]|\.@|_{3}|\.[a-z]$", words))
            ):
                continue
            matches.append(Match(Span(start, start + len(words)), {"problem": "is not a possible e-mail address"}))
        lost = _NO_AT.finditer(release.folded, zone.start, zone.end)
        matches += [Match(Span(*m.span("address")), {"problem": "has no @, and is announced as an e-mail address"}) for m in lost]
        spaced = _SPACED.finditer(release.text, zone.start, zone.end) if release.part_at(zone.start) == "contacts" else ()
        return matches + [Match(Span(*m.span()), {"problem": "has a space in the e-mail address"}) for m in spaced]

    def _abroad(self, release: Release, zone: Span) -> Iterator[Match]:
        """Numbers with a country's code that have not as many digits as numbers have there."""
        for number in _ABROAD.finditer(release.text, zone.start, zone.end):
            country = number.group("country")
            least, most = _DIGITS.get(country, (0, 99))
            digits = re.sub(r"\D", "", re.sub(r"^[ .(/-]*0\)?(?=[ .)])|\(0\)", "", number.group("rest"), count=1))
            before = release.folded[max(0, number.start() - 12) : number.start()]
            if digits.startswith("0") and country not in ("1", "39"):
                digits = digits[1:]
            if country == "44" and digits.startswith(("2", "3", "7")):
                least = 10
            if (
                not least <= len(digits) <= most
                and 5 < len(digits) < 14
                and not release.folded.startswith((" ext", " x"), number.end())
                and "fax" not in before
            ):
                yield Match(Span(*number.span()), {"problem": f"has {len(digits)} digits behind the country’s code, which no number there has"})

    def _at_home(self, release: Release, zone: Span) -> Iterator[Match]:
        """Numbers of the issuer's own country, without its code, that are too long or too short."""
        pattern, length = _AT_HOME.get(release.market, (None, 0))
        for number in pattern.finditer(release.text, zone.start, zone.end) if pattern else ():
            digits = sum(c.isdigit() for c in number.group())
            before = release.folded[max(0, number.start() - 12) : number.start()]
            if digits != length and 7 < digits < 14 and not _IDENTIFIER.search(before):
                yield Match(Span(*number.span()), {"problem": f"has {digits} digits, and numbers with this code have {length}"})

    def _dangling(self, release: Release, found: re.Match[str]) -> Match:
        """`212-… or | E-mail:`: a number or a word is lost behind the conjunction."""
        start = found.start() + (found.group()[0] == " ")
        return Match(
            Span(start, found.end() if not found.group().endswith(" ") else found.end() - 1),
            {"problem": "leads to nothing: a number or a word is lost here"},
        )

    def _is_announced(self, release: Release, number: re.Match[str]) -> bool:
        """Whether words before the number call it one, a contact has just ended, or it stands alone beside an address."""
        ended = any(c.span.end <= number.start() <= c.span.end + 40 for c in release.contacts)
        alone = release.text[number.start() - 1 : number.start()] == "\n" == release.text[number.end() : number.end() + 1]
        around = release.folded[max(0, number.start() - 100) : number.end() + 60]
        return (
            ended
            or (alone and ("@" in around or "contact" in around))
            or bool(_ANNOUNCED.search(release.folded, max(0, number.start() - 40), number.start()))
        )

    def _phones(self, release: Release, zone: Span) -> list[Match]:
        problems = (
            (_FICTION, "is a number of the block 555-01xx, which is kept for fiction and placeholders"),
            (_DUMMY, "is a number that stands for one to be filled in"),
            (_LETTERED, "has a letter among its figures"),
            (_BAD_AREA, "has an area code that begins with 0 or 1, and none does"),
        )
        text, (start, end) = release.text, (zone.start, zone.end)
        matches = [Match(Span(*m.span()), {"problem": problem}) for pattern, problem in problems for m in pattern.finditer(text, start, end)]
        contacts = release.part_at(zone.start) == "contacts"
        wrong = "has not the ten digits of a North American number"
        short = (m for p in (_SHORT, _SHORT_AREA) for m in p.finditer(text, start, end))
        matches += [Match(Span(*m.span()), {"problem": wrong}) for m in short if contacts or self._is_announced(release, m)]
        if contacts:
            if release.market in ("us", "ca"):
                wrong = "is not a possible number: its middle part begins with 0 or 1"
                matches += [Match(Span(*m.span()), {"problem": wrong}) for m in _BAD_EXCHANGE.finditer(text, start, end)]
            matches += [*self._abroad(release, zone), *self._at_home(release, zone)]
            matches += [self._dangling(release, m) for m in _DANGLING.finditer(text, start, end)]
        return [match for match in matches if not any(o.span != match.span and o.span.covers(match.span) for o in matches)]
