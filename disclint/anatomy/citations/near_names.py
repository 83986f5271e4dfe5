"""Slips in a name of the law: close enough to one name to be meant for it, and yet not that name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from disclint.model import Span
from disclint.text import letters_apart

_JOINING = frozenset(("and", "of", "for", "in", "on", "to", "the"))
_ENDINGS = re.compile(r"(?:ions?|ional|ies|y|ing|es|s|or[sy]?|ory|e)$")
_LONG = 5  # words from which on a name is known again though one of its words is lost or another


def words_of(name: str) -> tuple[str, ...]:
    """The words of a folded name, “&” as “and”, without commas."""
    return tuple(name.replace("&", "and").replace(",", "").split())


def occurrences(text: str, wanted: str) -> Iterator[Span]:
    """Whole words only; for folded text the name is to be folded too."""
    at = text.find(wanted)
    while at >= 0:
        end = at + len(wanted)
        if not (text[at - 1 : at].isalnum() and at) and not text[end : end + 1].isalnum():
            yield Span(at, end)
        at = text.find(wanted, end)


def is_near(words: tuple[str, ...], right: tuple[str, ...], *, loosely: bool = True) -> bool:
    """Whether a slip makes `right` into `words`: a word misspelt or bent (in four words two), two changed about, in a long name one lost or exchanged."""
    if words == right or len(right) < 3:
        return False
    long = loosely and len(right) >= _LONG
    if len(words) == len(right):
        wrong = [n for n, (a, b) in enumerate(zip(words, right, strict=True)) if a != b]
        if len(wrong) == 2 and wrong[1] == wrong[0] + 1 and (words[wrong[0]], words[wrong[1]]) == (right[wrong[1]], right[wrong[0]]):
            return len(right) > 3 and not {words[n] for n in wrong} & _JOINING
        kin = sum(is_kin(words[n], right[n]) for n in wrong)
        return (len(wrong) == 1 and (long or kin == 1)) or (len(wrong) == 2 and len(right) > 3 and kin >= 2 - long)
    if abs(len(words) - len(right)) == 1:
        shorter, longer = sorted((words, right), key=len)
        lost = next((n for n, word in enumerate(shorter) if word != longer[n]), len(shorter))
        if shorter[lost:] != longer[lost + 1 :] or (lost == 0 and longer is words):
            return False  # a word before the name is no part of it: the Federal …
        return long or (longer[lost] in _JOINING and len(right) > 3)
    return False


def is_kin(word: str, right: str) -> bool:
    """Another ending of the word, or one or two letters wrong in it."""
    if word in _JOINING or right in _JOINING or min(len(word), len(right)) < 4 or word[0] != right[0]:
        return False
    return _ENDINGS.sub("", word) == _ENDINGS.sub("", right) or letters_apart(word, right) <= (1 if len(right) < 7 else 2)
