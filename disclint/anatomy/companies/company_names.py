"""Names of companies: where one begins and where it ends."""

from __future__ import annotations

import re

from disclint.model import Document, Span

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
_LOWER = "a-z\u00df-\u00f6\u00f8-\u00ff\u0101-\u017f"
# A word of a name: a capital or figure at its head, or inside ("eBay", "iCoreConnect").
_WORD = (
    rf"(?:(?:[{_UPPER}]\.){{1,4}}|[{_UPPER}][a-z]{{1,2}}\.(?=\s)|[{_UPPER}0-9][\w'\u2019&+!/-]*(?:\.[\w'\u2019&+!/-]+)*"
    rf"|[a-z]{{1,2}}[{_UPPER}][\w'\u2019-]*(?:\.\w+)*)"
    r"[\u00ae\u2122\u2120]*"
)
_LINK = r"(?:of|and|&|for|the|de|del|du|des|la|von|und|e|y|et|di|do|da|in|on|to|at|plus|zu)"
_FORM = (
    r"(?:Inc|INC|Incorporated|INCORPORATED|Corp|CORP|Co|CO|Ltd|LTD|Limited|LIMITED|LLC|LLP|LP|PLC|Plc|plc|AG|SE|GmbH|KGaA|NV|BV|SA|SpA|ASA|AS|AB"
    r"|Oyj|Oy|Abp|Bhd|Berhad|N\.A"
    r"|L\.L\.C|L\.P|P\.L\.C|N\.V|B\.V|S\.A\.B\. de C\.V|S\.A\.P\.I\. de C\.V|S\.A\. de C\.V|S\.A\.C\.I\.F\. y A|S\.C\.A|S\.p\.A|S\.A|S\.E|A\.S"
    r"|A/S|K\.K|Pty)"
)
_FORM_WORD = r"(?:Corporation|CORPORATION|Company|COMPANY|Aktiebolag|Aktiengesellschaft|Bancorp|Bancshares|REIT|Trust|Fund|TRUST|BANCORP)"
LEGAL_FORM = re.compile(rf"(?:(?:,? *(?<![\w&]){_FORM}| +{_FORM_WORD})(?![\w/]|\.\w)\.?)+(?: *& *Co\.?(?: *KGaA| *KG)?)?(?: *\(publ\.?\))?")
_NAME = re.compile(rf"(?<!\w)(?:[Tt]he )?{_WORD}(?:(?: {_LINK}){{0,2}} {_WORD})*(?: ?[\u00ae\u2122])?")
# "IBU-tec advanced materials AG": one or two small words may stand before the legal form.
_SMALL_WORDS = re.compile(rf"(?: [{_LOWER}]{{4,}}){{1,2}} {_FORM}\b(?!\w)")
# "The Board of Directors of", "2006": what runs into a name in a title or sentence.
_BEFORE_NAME = re.compile(
    r"(?:the )?(?:(?:supervisory|executive|management|extraordinary|annual|special|independent|entire) )*(?:board(?: of (?:directors|trustees"
    r"|managers))?|(?:general )?meeting|shareholders|stockholders|management|directors)(?: of| in| at) |(?:19|20)\d\d (?=[A-Z][a-z])",
    re.I,
)
_GENERIC = re.compile(
    r"(?:the )?(?:group|company|corporation|board|fund|trust|bank|q\d[\w/ ]*|\d[\d/ .,]*|holdings?|page|inc"
    r"|(?:jan|febr?)uary.*|march.*|april.*|may|june.*|july.*|august.*|(?:septem|octo|novem|decem)ber.*)$",
    re.I,
)
# What a name ends at although capitalised: these begin the sentence's predicate in a headline, or a title.
PREDICATE = re.compile(
    r"\s+(?:today|announce[sd]?|report(?:s|ed|ing)?|is|has|have|will|to|and|declare[sd]?|complete[sd]?|appoint(?:s|ed)?|name[sd]?|enter(?:s|ed)"
    r"|receive[sd]?|provide[sd]?|close[sd]?|sign(?:s|ed)?"
    r"|launche[sd]|acquire[sd]?|agree[sd]?|elect(?:s|ed)|schedule[sd]?|set|sets|issue[sd]?|update[sd]?|expand(?:s|ed)|file[sd]?|price[sd]?"
    r"|present(?:s|ed)|publishe[sd]|secure[sd]?|successfully|commence[sd]?)\b",
)
_NOT_NAMES = frozenset(
    """
    the a an this these in on at for as with today under following pursuant reference no new all our its we he she it by from after
    not news press release shares q1 q2 q3 q4 first second third fourth full-year earlier yesterday regulatory
    monday tuesday wednesday thursday friday saturday sunday company quarter key highlights summary please important
    neither according among since while when
    """.split()
)
_LONGEST = 110


def name_at(document: Document, at: int) -> Span | None:
    """The name that begins at `at`: to its legal form where it has one, else as far as capitals run."""
    text = document.text
    before = _BEFORE_NAME.match(text, at)
    start = before.end() if before else at
    match = _NAME.match(text, start, start + _LONGEST + 50)
    if match is None:
        return None
    end = match.end()
    legal = _legal_form(text, start + 1, min(len(text), end + 30))
    if legal and legal.start() <= end:
        end = legal.end()
    elif small := _SMALL_WORDS.match(text, end):
        return Span(start, small.end())
    else:
        predicate = PREDICATE.search(document.folded, start, end)
        end = trimmed(text, start, predicate.start() if predicate else end)
    words = text[start:end]
    first = words.split()[0].lower().strip(".,'\u2019") if words.split() else ""
    if (
        not 2 <= len(words) <= _LONGEST
        or (first in _NOT_NAMES and first != "the" and not _is_said_again(text, start, end, legal))
        or _GENERIC.match(words)
        or LEGAL_FORM.fullmatch(" " + words)
    ):
        return None
    return Span(start, end)


_BEARABLE = re.compile(r"(?:First|Second|Third|Fourth|New|Key|On|Under|FIRST|SECOND|THIRD|FOURTH|NEW|KEY|UNDER) (?![Qq]uarter|QUARTER|[Hh]alf|HALF)")


def _is_said_again(text: str, start: int, end: int, legal: re.Match[str] | None) -> bool:
    """Whether a number or small word begins a name all the same: it has a legal form, and stands without it elsewhere."""
    if legal is None or legal.end() != end or not _BEARABLE.match(text, start):
        return False
    bare = text[start : legal.start()].rstrip(" ,")
    return " " in bare and len(re.findall(re.escape(bare), text, re.IGNORECASE)) > 1


_TAIL = re.compile(rf"(?: {_LINK}|-(?:Registered )?Trademark-?|[\s,:;\u2013\u2014'/-]|['\u2019]s|(?<=[a-z]{{3}})\.)$")


def trimmed(text: str, start: int, end: int) -> int:
    """Without links, stops and marks at the end of a run of capitals."""
    while tail := _TAIL.search(text[start:end]):
        end = start + tail.start()
    return end


def _legal_form(text: str, start: int, end: int) -> re.Match[str] | None:
    """The legal form that ends a name; in "Steel Corporation of Norway, Inc." it is not the first."""
    legal = LEGAL_FORM.search(text, start, end)
    while legal and re.compile(rf"\s+(?:of|for)\s+(?:the\s+)?[{_UPPER}]").match(text, legal.end()):
        later = LEGAL_FORM.search(text, legal.end(), min(len(text), legal.end() + 60))
        if later is None or re.search(r"[(.;:\n]", text[legal.end() : later.start()]):
            break
        legal = later
    return legal


def small_name_at(document: Document, at: int) -> Span | None:
    """ "atai Sciences N.V.": a name whose first word is written small."""
    word = re.compile(rf"([{_LOWER}]\w{{2,14}}) (?=[{_UPPER}])").match(document.text, at)
    if word is None or word[1] in _NOT_NAMES:
        return None
    name = name_at(document, word.end())
    # A name is said again; "which Acme Inc." is not.
    return Span(at, name.end) if name and document.text.count(document.text[at : name.end]) > 1 else None


def name_before(document: Document, at: int, floor: int) -> Span | None:
    """The name that ends at `at`, brackets and marks behind it aside."""
    text = document.text
    line = max(floor, text.rfind("\n", 0, at) + 1, at - 120)
    window = text[line:at]
    bracket = re.search(r"\s*\([^()]*\)\s*$", window)
    if bracket and "publ" not in bracket.group():
        at, window = line + bracket.start(), window[: bracket.start()]
    for run in _NAME.finditer(window):
        # A title may run into the name where the source sets no blank line between them.
        article = window.rfind(" The ", run.start(), run.end())
        name = name_at(document, line + max(run.start(), article + 1))
        if name and 0 <= at - name.end <= 6:
            return name
    return None
