"""Contacting: whom to turn to, and whether they can be reached."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import ClassVar

from disclint.checks.base import Check, Examination, Match, end_of
from disclint.model import Contact, Release, Severity, Span

_LONGEST = 160  # characters of a contact that a message can quote
_SECTION = 600  # characters before a contact in which the person who signed the release stands
_DESK = re.compile(
    r"\b(?:press office|newsroom|(?:media|press|news|equities|service|help)[ -](?:desk|line|service)|public inquiries|hotline"
    r"|switchboard)\b"
)
# Others than the company's own contacts: advisers, agents, and whom a reader turns to for something else than the news.
_OTHERS = re.compile(
    r"certified advis|nominated advis|\bnomad\b|\bbrokers?\b|corporate broking|transfer agent|registrar\b|underwrit|book-?runn|dealer manager"
    r"|information agent|depositary|proxy|pictures? |images?\b|photograph|advance vot|to vote|voting|subscri|portal\b|adverse|side effect|warrant"
    r"|sponsor\b|ombudsman|shareholder questions"
)
_SIGNED = re.compile(r"on behalf of (?:the )?(?:ceo|board|[\w ,.&'-]{3,60}(?:inc|corp|ltd|limited|plc)\b)|by order of the board|\(signed\)|\bsigned:")
_NAME = r"[A-Z][\w.'’-]+ (?:[A-Z]\.? ?|[\"“(][A-Z]\w+[\"”)] ?|[A-Z][\w'’-]+ )?"
_TITLE = r"(?:Interim|Executive|Founder|Co-Founder|Group|President|Chief|CEO|CFO|COO|Chair|Director|Managing|Secretary|Senior Vice|Vice)"
_SIGNER = re.compile(
    rf"\n[\s\"“_/|]*(?:(?:Per|By|/s/|Mr|Ms|Dr)[.:]? ?[\"“]?)?{_NAME}[A-Z][\w'’-]+[\s\"”,.|_(–-]*{_TITLE}\b(?![^\n]{{0,120}}\b(?:said|says|stated|comment(?:ed|ing|s)|add(?:ed|s))\b)"
)
_GLUED_OFFICER = re.compile(r"\b[A-Z][\w.'’-]+ (?:[A-Z]\. ?)?[A-Z][a-zà-ÿ'’-]+?(?:Chief|President|CEO|Chair|Director|Managing)")
_POST = re.compile(
    r"(?:Chief [A-Z]\w+ (?:[A-Z]\w+ )?Officer|CEO|CFO|(?:^|[:,–-] |\n)(?:(?:Group|Senior|Executive|Managing|Corporate|Co-)[ -]?)*(?:Vice President|VP|President|Director|Manager"
    r"|Head of|Founder|Secretary|Treasurer))\b"
)
_BELOW = re.compile(rf"[\s\"“]*{_NAME}[A-Z][\w'’-]*?[\s\"”,.|_(–-]*{_TITLE}")
_FULL_NAME = re.compile(rf"\b{_NAME}([A-Z][\w'’-]{{3,}})|\b[A-Z][\w'’-]+ ([A-Z][\w'’-]{{3,}})")
_CONTACT_HEAD = re.compile(
    r"\n\W*(?:(?:media|investors?|press|company|corporate|ir)(?: relations)? )?(?:contacts?|[ie]nquiries)\W*?(?::|(?=\n))"
    r"|\b(?:for|further) [^.\n]{0,60}information,? (?:please )?contact\W*(?::|(?=\n))"
)
_OFFICER = re.compile(rf"{_NAME}[A-Z][\w'’-]+,? *(?:[–-] *|\n)?(?:{_TITLE}|Treasurer|Head of|VP|Manager)\b|\b(?:CEO|CFO) {_NAME}[A-Z][\w'’-]+")
_SENT_TO = re.compile(
    rf"\b(?:(?:[Cc]ontact|[Cc]all|(?:addressed|directed|referred|put) to|[Tt]urn to|in touch with),? )(?P<person>(?:(?:Mr|Ms|Mrs|Dr)\. )?(?:{_OFFICER.pattern}))"
)
_FORM = re.compile(r"contact person:")  # the form of a regulatory news service names the person among its particulars
_PHONE = r"(?:\+\d[\d ()-]{7,}|\(?\d{3}\)?[-. ]{1,2}\d{3}[-. ]\d{4})"
_TURN_TO = re.compile(
    rf"(?:\bcontacts?(?: person| us)?|further information)\b[^\n]{{0,200}}?(?:\S@[\w-]+\.|{_PHONE})|@[\w-]+\.[\w.]+[^\n]{{0,12}}{_PHONE}"
    rf"|{_PHONE}[^\n@]{{0,40}}@[\w-]+\.|\btel: ?\+\d"
)
# `Questions: Lars Holm, Treasurer, 585-…` at the end of a paragraph, `Halden: Ann Lee, 214-…` on a line: a person with a number.
_WITH_NUMBER = re.compile(
    rf"(?:[:.] |\n)(?:{_NAME}[A-Z][\w'’-]+)(?:, (?:[A-Z][\w&.'’-]*|of|and|the)(?: (?:[A-Z][\w&.'’-]*|of|and|the))*){{0,3}},? {_PHONE}(?=[^\w]|$)"
)
_OTHER_PURPOSE = re.compile(r"prospectus|placement|offering|copies|dial|conference call|webcast|replay|passcode|pressetext\.com")
_STATUTORY = re.compile(r"2016/1052|article 40,? (?:section|para(?:graph)?\.?|sec\.) 1 (?:of the )?wphg|notification of major holdings")
_PERSONAL = re.compile(r"([a-z]{3,})[._]([a-z]{3,})@")
_GENERIC = frozenset(
    "investor investors media press public corporate relations info contact contacts office communications news group company inquiries enquiries department desk".split()
)


class ContactNamesPerson(Check, frozen=True, kw_only=True):
    """A contact that names no person; information where a person of the company is named elsewhere among the contacts or as signatory."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"role"})

    def examine(self, release: Release) -> Examination:
        if not release.contacts:
            return Examination(moot="the release has no contact")
        if _STATUTORY.search(release.folded):
            return Examination(moot="a statutory notice of dealings or holdings gives the issuer's desk")
        matches = []
        for contact in release.contacts:
            weight = None if contact.name or _names_in_words(release, contact) or _is_anothers(release, contact) else _weight(release, contact)
            if weight is not None:
                role = f"{contact.role} " if contact.role in ("investor", "media") else ""
                matches.append(Match(_whole(release, contact), {"role": role}, severity=weight))
        return Examination(tuple(matches), evidence=tuple(c.name for c in release.contacts if c.name))


def _weight(release: Release, contact: Contact) -> Severity | None:
    """How much it weighs that a contact names nobody, among the persons whom the release names beside it."""
    own = [c for c in release.contacts if c.name and _is_companys(release, c)]
    special = contact.role in ("investor", "media")
    desk = _DESK.search(release.folded, contact.span.start, contact.span.end)
    if desk and any(c.name for c in release.contacts):
        return None
    if _holds_one_post(release, contact):
        return Severity.WARNING  # the post is there, and its holder's name is lost
    if _signed(release, contact):
        return Severity.INFO if special else None
    if not own:
        return Severity.WARNING
    if not special or any(c.role == contact.role for c in own):
        return None
    return Severity.INFO if any(c.role not in ("investor", "media") for c in own) else Severity.WARNING


def _holds_one_post(release: Release, contact: Contact) -> bool:
    """Whether the contact gives a post that one person holds."""
    words = release.quote(contact.span)
    return len(words) <= _LONGEST and bool(_POST.search(words)) and not any(c.name and contact.span.covers(c.name) for c in release.contacts)


def _is_companys(release: Release, contact: Contact) -> bool:
    """Whether a named contact belongs to an issuer, not to an agency."""
    names = [_squeezed(name) for i in release.issuers for name in (i.name, *i.short_names) if _squeezed(name)]
    firm = _squeezed(release.quote(contact.organization)) if contact.organization else ""
    domains = [release.folded[e.start : e.end].partition("@")[2] for e in contact.emails]
    given = [words for words in (firm, *domains) if words]
    return not given or not names or any(name[:5] in words for name in names for words in given)


def _squeezed(name: str) -> str:
    """The first word of a name, as it stands in addresses."""
    words = [w for w in re.findall(r"[a-z0-9]+", name.lower()) if w not in ("the", "company", "group", "corporation")]
    return "".join(words)


def _names_in_words(release: Release, contact: Contact) -> bool:
    """Whether a person's name stands in the contact's own words, or in its address and before it."""
    start = max(0, contact.span.start - 80)
    issuers = " ".join(i.name.lower() for i in release.issuers)
    for email in contact.emails:
        local = release.folded[email.start : email.end].partition("@")[0]
        parts = _PERSONAL.fullmatch(local + "@")
        if parts and not _GENERIC & set(parts.groups()) and not any(part in issuers for part in parts.groups()):
            return True
        families = {(m.group(1) or m.group(2)).lower() for m in _FULL_NAME.finditer(release.text, start, email.start)} - _GENERIC
        if any(family in local and family not in issuers for family in families):
            return True
    return bool(_FORM.search(release.folded, max(0, start - 160), contact.span.end))


def _is_anothers(release: Release, contact: Contact) -> bool:
    """An adviser, a line for another purpose, or the office of an agency whose people are named beside it."""
    if _OTHERS.search(_label_and_words(release, contact)):
        return True
    if _holds_one_post(release, contact):
        return False
    reach = {release.folded[s.start : s.end] for s in (*contact.phones, *contact.emails)}
    domains = {address.partition("@")[2] for address in reach if "@" in address}
    for other in (c for c in release.contacts if c.name):
        theirs = {release.folded[s.start : s.end] for s in (*other.phones, *other.emails)}
        firm = bool(other.organization and contact.organization and release.quote(other.organization) == release.quote(contact.organization))
        agency = not _is_companys(release, other) and (firm or bool(domains & {address.partition("@")[2] for address in theirs if "@" in address}))
        if reach & theirs or agency or (firm and contact.role not in ("investor", "media")):
            return True
    return False


def _label_and_words(release: Release, contact: Contact) -> str:
    """The contact with the label above it, without the end of a sentence before."""
    before = release.folded[max(0, contact.span.start - 60) : contact.span.start]
    return before[before.rfind(".\n") + 1 :] + release.folded[contact.span.start : contact.span.end]


def _signed(release: Release, contact: Contact) -> bool:
    """Whether the officer who signs for the board stands just above the contact, or an officer below it."""
    start = max(0, contact.span.start - _SECTION)
    signed = _SIGNED.search(release.folded, start, contact.span.start) or _GLUED_OFFICER.search(release.text, start, contact.span.start)
    below = _BELOW.match(release.text, contact.span.end, contact.span.end + 100)
    return bool(signed or below or _SIGNER.search(release.text, start, contact.span.start))


class ContactReachable(Check, frozen=True, kw_only=True):
    """A contact with neither telephone nor e-mail; with only one of them it is information."""

    placeholders: ClassVar[frozenset[str]] = frozenset({"lacking"})

    def examine(self, release: Release) -> Examination:
        if not release.contacts:
            unreached = _unreached(release)
            nothing = {"lacking": "neither a telephone number nor an e-mail address"}
            return Examination((Match(unreached, nothing),)) if unreached else Examination(moot="the release has no contact")
        phone, mail = any(c.phones for c in release.contacts), any(c.emails for c in release.contacts)
        matches = []
        for contact in release.contacts:
            if not contact.phones and not contact.emails and not (phone or mail):
                matches.append(Match(contact.span, {"lacking": "neither a telephone number nor an e-mail address"}))
            elif not contact.phones and not contact.emails:
                matches.append(Match(contact.span, {"lacking": "no telephone number or e-mail address of its own"}, severity=Severity.INFO))
            elif (not contact.phones or not contact.emails) and not self._is_supplied(release, contact):
                lacking = "no e-mail address" if contact.phones else "no telephone number"
                matches.append(Match(contact.span, {"lacking": lacking}, severity=Severity.INFO))
        reached = tuple(s for c in release.contacts for s in (*c.phones, *c.emails))
        return Examination(tuple(matches), evidence=reached)

    def _is_supplied(self, release: Release, contact: Contact) -> bool:
        """Whether advisers, of whom lists give the telephone alone, or others of the same firm or number give what lacks."""
        if _OTHERS.search(release.folded, max(0, contact.span.start - 60), contact.span.end):
            return True
        firm = release.quote(contact.organization) if contact.organization else None
        numbers = {release.folded[s.start : s.end] for s in contact.phones}
        beside = [c for c in release.contacts if c is not contact]
        same = [c for c in beside if firm and c.organization and release.quote(c.organization) == firm]
        same += [c for c in beside if numbers & {release.folded[s.start : s.end] for s in c.phones}]
        return any(c.emails if contact.phones else c.phones for c in same)


class ContactPresent(Check, frozen=True, kw_only=True):
    """A contact anywhere: a block, or a line that says whom to turn to."""

    def examine(self, release: Release) -> Examination:
        if not release.contacts and _STATUTORY.search(release.folded):
            return Examination(moot="a statutory notice of dealings or holdings is a form without a contact")
        unreached = _unreached(release)  # reported as unreachable
        spans = [c.span for c in release.contacts] or list(self._in_words(release)) or ([unreached] if unreached else [])
        return Examination(
            tuple(Match(s) for s in spans),
            place=end_of(release),
            searched="a contact block, or a line with a name, a telephone number or an e-mail address",
        )

    def _in_words(self, release: Release) -> Iterator[Span]:
        """Contacts run into other text, where no line of their own is left."""
        for found in (*_TURN_TO.finditer(release.folded), *_WITH_NUMBER.finditer(release.text)):
            before = release.folded[max(0, found.start() - 120) : found.end()]
            if not _OTHERS.search(before) and not _OTHER_PURPOSE.search(before):
                yield Span(*found.span())


def _unreached(release: Release) -> Span | None:
    """The officer below the label of a contact, or to whom a sentence sends the reader, where nothing tells how to reach anybody."""
    for label in _CONTACT_HEAD.finditer(release.folded):
        person = _OFFICER.search(release.text, label.end(), label.end() + 200)
        if person and release.folded[label.end() : person.start()].count("\n") < 4:
            return Span(*person.span())
    sent = _SENT_TO.search(release.text)
    told = sent and re.search(rf"@|{_PHONE}", release.text[sent.end() : sent.end() + _LONGEST])
    return Span(*sent.span("person")) if sent and not told else None


def _whole(release: Release, contact: Contact) -> Span:
    """The contact as it stands, unless it is long or others stand beside it in columns."""
    others = [span for c in release.contacts if c is not contact for span in (c.name, *c.phones, *c.emails) if span]
    beside = any(contact.span.covers(span) for span in others) or any(b.column and b.span.touches(contact.span) for b in release.document.blocks)
    return _anchor(contact) if beside or len(release.quote(contact.span)) > _LONGEST else contact.span


def _anchor(contact: Contact) -> Span:
    """The words that show the contact: its address, number, office or whole line."""
    for spans in (contact.emails, contact.phones):
        if spans and contact.name is None:
            return spans[0]
    return contact.name or contact.organization or contact.span
