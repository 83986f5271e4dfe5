"""Patterns of rule files: RE2 syntax (linear time, so that no rule file can hang a run) on folded text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

import re2

from disclint.model import Span


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
    spans = tuple(within)
    for pattern in patterns:
        regex = compiled(pattern)
        words = regex.groupindex.get("words", 0)
        for span in spans:
            for match in regex.finditer(folded[span.start : span.end]):
                group = words if match.start(words) >= 0 else 0
                yield Span(span.start + match.start(group), span.start + match.end(group))


def found(patterns: Iterable[str], text: str) -> bool:
    return any(compiled(p).search(text) for p in patterns)
