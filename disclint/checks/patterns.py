"""Patterns of rule files: RE2 syntax (linear time, so that no rule file can hang a run) on folded text; and patterns that can wait."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache

import re2

from disclint.model import Span


class LazyPattern:
    """A pattern that few releases come to, compiled when first used: the long ones take as long to compile as a release to read."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def _ready(self) -> re.Pattern[str]:
        return re.compile(self._source)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._ready.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        return self._ready.match(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        return self._ready.finditer(text, start, end)


@lru_cache(maxsize=4096)
def compiled(pattern: str) -> re2._Regexp:
    """Raises ValueError where the pattern is not RE2 syntax."""
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.compile(pattern, options)
    except re2.error as error:
        why = error.args[0]
        raise ValueError(f"{pattern!r}: {why.decode() if isinstance(why, bytes) else why}") from None


def find(patterns: Iterable[str], folded: str, within: Iterable[Span]) -> Iterator[Span]:
    """Yields where the patterns match inside the spans; a group named `words` narrows the match."""
    searched = [(span.start, _plain(folded[span.start : span.end])) for span in within]
    for pattern in patterns:
        regex = compiled(pattern)
        words = regex.groupindex.get("words", 0)
        for start, text in searched:
            for match in regex.finditer(text):
                group = words if match.start(words) >= 0 else 0
                yield Span(start + match.start(group), start + match.end(group))


def _plain(text: str) -> str | bytes:
    # RE2 counts the offsets of a str again for every match, which takes longer than the match; in ASCII, bytes are characters.
    return text.encode() if text.isascii() else text


def found(patterns: Iterable[str], text: str) -> bool:
    return any(compiled(p).search(text) for p in patterns)
