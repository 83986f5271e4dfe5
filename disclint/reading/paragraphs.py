"""Lines that stand together, cut into headings, paragraphs and list items."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from disclint.model import BlockKind
from disclint.reading.draft import Draft, Stretch
from disclint.reading.lines import Line

_BULLET = re.compile(
    r"[\u2022\u25fb-\u25fe\u25b6\u2713\u2714\u27a4\u2794\u25aa\u25ab\u25cf\u2023\u25a0\u25e6\u25cb\u2043\u25ba\u25b8\u2756\u27a2\uf0b7\uf0a7](?=.|$)|(?:[o*\u00b7\u00a7\u25a1]|-{1,2}|\u2013|\u2014)(?=\s+\S|$)"
)
_NUMBERED = re.compile(r"(?:\d{1,2}[.)]|\((?:\d{1,2}|[a-zA-Z]|[ivx]{2,4})\)|(?:[a-z]|[ivx]{2,4})[.)])\s+\S")
_TERMINAL = re.compile(r"""[.!?:;]["'\u201d\u2019)\]]*$""")
_ABBREVIATED = re.compile(r"\b(?:(?i:inc|corp|co|ltd|cap|no|nos|mr|mrs|ms|dr|prof|messrs|l\.?p|s\.a|n\.v|jr|sr|ph\.d|m\.d)|[A-Z])\.$")
_WIRE = re.compile(r"-0-(?!\w)|/(?:contact|web site|photo|company news)\b|(?:source:?|contacts?:)\s", re.I)
_LOWER_WORD = re.compile(r"(?<![\w@.])[a-z]{2,}(?![\w@.]*[@])")
_BANNER = re.compile(
    r"(?:for immediate (?:release|publication)|(?:news|press) release|immediate release|exhibit \d+(?:\.\d+)?|[#* -]*# ?#)[:.]?$",
    re.I,
)
_KNOWN_HEADING = re.compile(
    r"about [A-Z].*|.*\b(?:safe harbou?r|forward[- ]looking (?:statements?|information)|cautionary (?:statements?|notes?|language)|conference call"
    r"|non-gaap (?:financial )?(?:measures?|information))\b.*",
    re.I,
)
_DATELINE = re.compile(r"\b(?:19|20)\d\d ?(?:--|[\u2013\u2014/(]|- )\s*\S")
_SENTENCE = re.compile(
    r"\b(?:are|is|contains?|includes?|constitutes?|involves?|made|may|will|should|could|within|under|such)\b"
)  # what no heading says
_FIRST_WORD = re.compile(r"(?:[^\s\w]*\w+[^\W\d]-(?=\w+[^\W\d]))|\S+")
_REACH = re.compile(r"@|www\.|https?:|\d{3}[-.)\s]+\d{3}")
_DANGLING = re.compile(r"\b(?:and|or|of|the|to|in|for|with|an?|by|its|our|on|as|at|that|from|under|is|are|was|were|will|be)$|,$")
_FRAMED = re.compile(r"[-*\u2013\u2014]+(?: .* |[^\s-].*[^\s-]|)[-*\u2013\u2014]+$")
_CODE = re.compile(r"[A-Z]{2,5}:\s")  # an identifier, or the subject codes under a wire story
_LONG = 100


@dataclass(frozen=True, slots=True)
class Measure:
    """The right edge to which a text was wrapped; `slack` is how many columns a line may fall short and still be full."""

    edge: int
    slack: int

    def full(self, above: Line, below: Line) -> bool:
        """Whether the first word of the line below would not have fitted on the line above."""
        word = _FIRST_WORD.match(below.text)
        return above.right + 1 + (len(word.group()) if word else 0) > self.edge - self.slack


def measure(lines: Sequence[Line]) -> Measure:
    """What the lines that plainly go on in the next one tell about the wrapping; with none, every line end is meant."""
    wraps = [
        (above, below)
        for above, below in itertools.pairwise(lines)
        if above.kind == below.kind == "text" and below.text[0].islower() and len(above.text) > 25
    ]
    if not wraps:
        return Measure(max((line.right for line in lines), default=0) + _LONG, 0)
    rights = sorted(above.right for above, _ in wraps)
    edge = rights[min(len(rights) - 1, len(rights) * 97 // 100)]
    strict = Measure(edge, 0)
    loose = sum(not strict.full(above, below) for above, below in wraps)
    return strict if 20 * loose <= len(wraps) else Measure(edge, edge * 15 // 100)


def bullet(text: str) -> str:
    """The mark of a list that the text begins with, or nothing; a remark between two dashes ("- more -") has none."""
    mark = _BULLET.match(text)
    return mark.group() if mark and not _is_framed(text) else ""


def is_terminal(text: str) -> bool:
    return bool(_TERMINAL.search(text)) and not _ABBREVIATED.search(text)


def is_prose(text: str) -> bool:
    """Whether words run on in lower case, as no name, address or title does."""
    return len(_LOWER_WORD.findall(text)) >= 3


def could_head(text: str) -> bool:
    """Whether nothing in the text itself speaks against its being a heading: an end of a sentence, an address, an identifier."""
    if text[0] == "(" or _CODE.match(text) or (text[-1] in "-\u2013\u2014" and not _FRAMED.match(text)):
        return False
    letters = sum(c.isalpha() for c in text)
    return (
        letters > 4 and letters > sum(c.isdigit() for c in text) and not is_terminal(text.rstrip(":")) and not text[0].islower() and "@" not in text
    )


def is_title(text: str) -> bool:
    """Short words in capitals or title case, with nothing of a sentence, an address or a telephone."""
    words = [word for word in re.findall(r"[^\W\d_][\w'\u2019.&-]*", text) if len(word) > 3]
    if len(text) > 90 or not re.search(r"[^\W\d_]{3}", text) or _REACH.search(text) or text[0].islower() or text[0] == "/":
        return False
    if (re.search(r"[,;.]$", text) and not _ABBREVIATED.search(text)) or _DATELINE.search(text):
        return False
    return (
        text.isupper()
        or all(word[0].isupper() for word in words)
        or bool(_KNOWN_HEADING.fullmatch(text) and len(text) < 70 and not _SENTENCE.search(text) and not _DANGLING.search(text))
    )


def split(lines: Sequence[Line], whole: Measure) -> list[Draft]:
    """The blocks of lines between which no blank line stands."""
    edges = _narrower(lines, whole)
    blocks: list[list[Line]] = [[lines[0]]]
    headed: set[int] = set()
    for at in range(1, len(lines)):
        below = lines[at + 1] if at + 1 < len(lines) else None
        if _heads(blocks[-1], lines[at], below, edges):
            headed.add(len(blocks) - 1)
            blocks.append([lines[at]])
        elif _parts(blocks[-1], lines[at], below, edges):
            blocks.append([lines[at]])
        else:
            blocks[-1].append(lines[at])
    drafts = [_draft(block, whole, number in headed) for number, block in enumerate(blocks)]
    return [replace(draft, alone=len(drafts) == 1) for draft in drafts]


def _narrower(lines: Sequence[Line], whole: Measure) -> Measure:
    """A passage set in on both sides has an edge of its own."""
    running = sum(line.text[0].islower() for line in lines[1:])
    edge = max(line.right for line in lines)
    return Measure(edge, whole.slack) if running >= 2 and edge < whole.edge else whole


def _heads(block: Sequence[Line], line: Line, below: Line | None, edges: Measure) -> bool:
    """Whether the block is a heading and the line opens the paragraph under it."""
    if len(block) > 2:
        return False
    text = " ".join(part.text for part in block)
    if not is_title(text) or _BULLET.match(line.text) or line.text.lstrip("(\"'\u201c")[:1].islower():
        return False
    if text.isupper() and line.text.isupper():
        return False
    if not is_prose(line.text + " " + (below.text if below else "")):
        return False
    return not edges.full(block[-1], line) or bool(_KNOWN_HEADING.fullmatch(text) and not _KNOWN_HEADING.fullmatch(line.text))


def _parts(block: Sequence[Line], line: Line, below: Line | None, edges: Measure) -> bool:
    """Whether a new block begins with this line."""
    above = block[-1]
    full = edges.full(above, line)
    if _BANNER.fullmatch(line.text) or (len(block) == 1 and _BANNER.fullmatch(above.text)):
        return True
    if not full and (_WIRE.match(line.text) or above.text.startswith("-0-")):
        return True
    if above.indent - line.indent >= 15 and not full and not (_is_centered(above, edges.edge) and _is_centered(line, edges.edge)):
        return True
    if _opens_item(block, line, full):
        return True
    ended = is_terminal(above.text)
    opens = not line.text[0].islower()
    deeper = line.indent - above.indent
    if ended and opens and 2 <= deeper <= 20 and not _BULLET.match(block[0].text) and (below is None or below.indent < line.indent or not full):
        return True
    if _is_item(block[0]) and (line.indent < block[0].indent or (ended and line.indent == block[0].indent)) and opens and not full:
        return True
    if full:
        return False
    if len(above.text) >= _LONG or len(line.text) >= _LONG:
        return ended or (opens and not is_prose(line.text) and not _DANGLING.search(above.text))
    return ended and opens and _is_told(block)


def _is_told(block: Sequence[Line]) -> bool:
    """Whether the block is prose so far, and not the lines of an address of which one ends in a full stop."""
    return len(_LOWER_WORD.findall(block[-1].text)) >= 5 or (len(block) > 1 and is_prose(" ".join(part.text for part in block[-3:])))


def _is_item(line: Line) -> bool:
    return bool(_BULLET.match(line.text) or _NUMBERED.match(line.text)) and not _is_framed(line.text)


def _is_framed(text: str) -> bool:
    """A line between two dashes is a remark ("- more -"), no item."""
    return bool(_FRAMED.match(text))


def _opens_item(block: Sequence[Line], line: Line, full: bool) -> bool:
    if not _is_item(line):
        return False
    above = block[-1]
    sure = line.text[0] not in "-\u2013\u2014" and not _NUMBERED.match(line.text)
    if sure and (line.text[0] != "o" or line.indent > 0 or not full):
        return True
    return not full or is_terminal(above.text) or (_is_item(block[0]) and abs(line.indent - block[0].indent) <= 1)


def _is_centered(line: Line, edge: int) -> bool:
    page = edge if 60 <= edge <= 100 else 80
    return line.indent >= 4 and abs((page - line.right) - line.indent) <= max(6, page // 10)


def _draft(lines: Sequence[Line], whole: Measure, headed: bool) -> Draft:
    text = " ".join(line.text for line in lines)
    bullet = _BULLET.match(lines[0].text) if _is_item(lines[0]) else None
    first = lines[0].start
    if bullet and bullet.end() < len(lines[0].text):
        first += bullet.end()
    stretches = [Stretch(first, lines[0].end)]
    stretches += [Stretch(line.start, line.end, glued(above.text, line.text)) for above, line in itertools.pairwise(lines)]
    item = _is_item(lines[0])
    centered = not item and all(_is_centered(line, whole.edge) for line in lines)
    kind: BlockKind = "heading" if headed else "item" if item else "paragraph"
    return Draft(kind, tuple(stretches), centered=centered, text=text, open=not is_terminal(text) and is_prose(text))


def glued(above: str, below: str) -> bool:
    """Whether a word goes on over the line end: wrapped after a hyphen or before a dash set without spaces."""
    if re.search(r"\w[-\u2010\u2011\u2014\u00ad]$|\w--$", above):
        return not re.match(r"(?:and|or|to|und)\b", below)
    if re.search(r"\d\(\w{1,3}\)$", above) and re.match(r"\(\w{1,3}\)", below):  # Rule 13.09(2)(a)
        return True
    return bool(re.match(r"(?:--|\u2014)\w", below) and above[-1].isalnum())
