"""Links: where words lead that do not show their address."""

from __future__ import annotations

import bisect
import html
import re
from dataclasses import replace

from disclint.model import Document, Span

_ANCHOR = re.compile(r"<a\b[^>]{0,400}?\bhref\s*=\s*[\"']?(?P<target>[^\"'\s>]{4,2000})[^>]*>(?P<words>(?:(?!</?a\b).){1,400})", re.I | re.S)
_INLINE = re.compile(r"(?<!!)\[(?P<words>[^\[\]\n]{1,300})\]\(<?(?P<target>[^\s()<>]{4,2000})")


def with_links(document: Document, source: str) -> Document:
    """The document with the links of its source: of words that stand in the text as the source has them in a row."""
    pattern = _INLINE if document.format == "markdown" else _ANCHOR
    found = ((_span(document, *match.span("words")), html.unescape(match.group("target"))) for match in pattern.finditer(source))
    return replace(document, links=tuple((span, target) for span, target in found if span))


def _span(document: Document, start: int, end: int) -> Span | None:
    """Where the characters start … end of the source stand in the text; none where columns were put in another order."""
    first, last = bisect.bisect_left(document.origins, start), bisect.bisect_left(document.origins, end)
    words = document.text[first:last]
    if not words.strip() or "\n" in words.strip() or not all(start <= document.origins[at] < end for at in (first, last - 1)):
        return None
    return Span(first + len(words) - len(words.lstrip()), last - len(words) + len(words.rstrip()))
