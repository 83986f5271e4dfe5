"""Text as patterns see it: folded, cut into sentences, and words compared by their letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

# A month by its full name, as folded text has it.
MONTH = r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
_QUOTES = {**dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u00b4\u0060", "'"), **dict.fromkeys("\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb", '"')}
_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_SPACES = dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " ")
_FOLD = str.maketrans({**_QUOTES, **_DASHES, **_SPACES})


def fold(text: str) -> str:
    """Lower case, one kind of quotation mark and dash, plain spaces; every character keeps its place."""
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(c.lower() if len(c.lower()) == 1 else c for c in folded)


# What stands before a full stop that ends no sentence. Sources: the labelled practice of press releases, not a language model.
_ABBREVIATIONS = frozenset(
    """
    inc corp co ltd llc plc l.p lp no nos dr mr mrs ms prof st sr jr vs v e.g i.e al approx est fig ca cf dept gen gov hon rev sec
    sen rep jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun u.s u.k u.n d.c n.a s.a
    n.v b.v s.p.a a.g p.m a.m ph.d m.d b.sc m.sc p.eng p.geo p.geol esq art arts para nr tel fax ext bros mt ft mfg intl natl assn
    ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev n.h n.j n.m n.y
    n.c n.d okla ore pa r.i s.c s.d tenn tex va vt wash w.va wis wyo ont que alta b.c man sask
    """.split()
)
# Of these a sentence may well end: they break where the next word is one that opens sentences.
_MAY_END = frozenset(
    """
    inc corp co ltd llc plc l.p lp u.s u.k n.a s.a n.v a.g p.m a.m ph.d m.d jr sr d.c al
    """.split()
)
_OPENERS = frozenset(
    """
    the a an in on at for from with as by to this these that those it its he she they we our you i if when while since after
    before during there all any no such both each some many most other under upon although though however further additionally
    moreover mr ms mrs dr forward-looking actual important please investors readers shareholders stockholders statements words
    factors risks except certain company
    """.split()
)
_END = re.compile(r"""[.!?]+(?:["'\u201d\u2019)\]]+|\*\*|__)*(?=[ \n]+\S)|\n""")
_LAST_WORD = re.compile(r"(?<![A-Za-z0-9])(?<!\d-)([A-Za-z][A-Za-z.]*)$")  # the K of "Form 10-K." is no initial
_NEXT_WORD = re.compile(r"""\s+[("'\u201c\u2018\[*_\u2022\u00b7-]*([\w$\u20ac\u00a3'-]+)""")


def sentences(text: str, start: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
    """Yields half-open ranges of the sentences of text[start:end], trimmed of white space; a line end always ends one."""
    stop = len(text) if end is None else end
    begin = start
    for mark in _END.finditer(text, start, stop):
        if not _ends_sentence(text, begin, mark, stop):
            continue
        trimmed = _trim(text, begin, mark.end())
        if trimmed[0] < trimmed[1]:
            yield trimmed
        begin = mark.end()
    trimmed = _trim(text, begin, stop)
    if trimmed[0] < trimmed[1]:
        yield trimmed


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _ends_sentence(text: str, begin: int, mark: re.Match[str], stop: int) -> bool:
    if mark.group() == "\n":
        return True
    following = _NEXT_WORD.match(text, mark.end(), stop)
    if not following:
        return False
    after = following.group(1)
    opens = after[0].isupper() or after[0].isdigit() or after[0] in "$\u20ac\u00a3" or text[following.start(1) - 1] in "\"'\u201c\u2018"
    if mark.group()[0] != ".":
        return opens
    word = _LAST_WORD.search(text, begin, mark.start())
    if word:
        bare = word.group(1).lower().rstrip(".")
        if len(bare) == 1 and bare != "i":
            return False  # an initial
        if bare in _ABBREVIATIONS or re.fullmatch(r"(?:[a-z]\.)+[a-z]", bare):
            return bare in _MAY_END and after[0].isupper() and after.lower() in _OPENERS
    return opens


def letters_apart(one: str, other: str) -> int:
    """The letters to change, drop, add or turn about between two words (Damerau-Levenshtein); 3 where they are more."""
    if abs(len(one) - len(other)) > 2:
        return 3
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        earlier, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            best = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                best = min(best, earlier[j - 2] + 1)
            row.append(best)
    return min(row[-1], 3)
