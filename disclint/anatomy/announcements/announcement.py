"""What an announcement is told by; the words themselves stand beside, by what is announced."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

import re2

Pattern: TypeAlias = re2._Regexp  # linear time, and quick to compile

_PHRASES = {
    "period": (
        r"(?:quarter(?:ly)?|q[1-4]|[1-4]q|full[- ]year|fiscal|annual|half[- ]year|first half|second half|h1|h2|nine[- ]months?|"
        r"six[- ]months?|interim|year[- ]end|fy ?\d\d|20\d\d|19\d\d|financial)"
    ),
    "officer": (
        r"(?:chief|c[efot]o|coo|president|(?:executive |principal \w+ |corporate )officer|treasurer|general counsel|managing director|"
        r"general manager|head of|controller|management team|leadership (?:team|changes?|transition)|executives?|vp|"
        r"corporate secretary|executive chair\w*|country manager)"
    ),
    "seat": r"(?:board|directors?|chair(?:man|woman|person)?|trustees?|supervisory)",
    "move": (
        r"(?:appoint(?:s|ed|ment|ments)?|names?|named|promot(?:es|ed|ion)|hires?|hired|joins?|joined|welcomes|succe(?:eds?|ssor|ssion)|"
        r"transition|resign(?:s|ed|ation)|retire(?:s|d|ment)?|steps? down|stepping down|depart(?:s|ure)|elects?|elected|selects|picks|picked|chooses|chosen|taps|tapped|"
        r"recruits|takes over|to lead|changes? (?:in|to|of)|new|addition of|adds|nominat\w+|strengthens|departs|expands|"
        r"announces changes|returns|will not return)"
    ),
    "name": r"[^\n,]{0,50}(?:, [^,\n]{1,60},)?[^\n,]{0,60}",  # Jane Doe, a former officer of Acme, as
    "completed": (  # an offering of the past, told in passing
        r"(?:(?:which|who|having|since (?:it|we|the company)|after (?:it|we|the company)) (?:has |have |had |recently |successfully )*|"
        r"that (?:recently |successfully )?)(?:completed|closed|priced|conducted|raised|launched|went public)"
    ),
    "debt": (
        r"(?:(?:senior|convertible|secured|unsecured|subordinated|promissory)[\w ,-]{0,40} (?:notes?|bonds?|debentures?)|"
        r"notes offering|bonds?|debentures?|notes due)"
    ),
}


@dataclass(frozen=True, slots=True)
class Announcement:
    """One event: words of a headline, of a lead that names it, and of a sentence anywhere in the body that announces it."""

    event: str
    headline: Pattern
    excuse: Pattern | None  # a headline that only sounds like it
    lead: Pattern | None
    body: Pattern | None
    past: Pattern | None  # a lead that only recalls one


def _words(text: str) -> Pattern | None:
    """Alternatives stand between " | "; a line end inside one is only where it was set; <name> stands for a phrase below."""
    alternatives = [_ended(re.sub(r"\n\s*", "", alternative.strip())) for alternative in re.split(r"\s\|\s", text) if alternative.strip()]
    if not alternatives:
        return None
    pattern = "|".join(alternatives)
    for name, phrase in _PHRASES.items():
        pattern = pattern.replace(f"<{name}>", phrase)
    compiled: Pattern = re2.compile(rf"\b(?:{pattern})")
    return compiled


def _ended(alternative: str) -> str:
    """A whole word at its end, where it ends in one."""
    return alternative if alternative.endswith(("\\)", "&", "\\S*", "\\n")) else alternative + r"\b"


def announcement(event: str, headline: str, *, excuse: str = "", lead: str = "", body: str = "", past: str = "") -> Announcement:
    words = _words(headline)
    assert words is not None
    return Announcement(event, words, _words(excuse), _words(lead), _words(body), _words(past))
