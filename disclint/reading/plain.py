"""Plain text, wrapped or not, with the pages, headers and tables of the SGML era."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from disclint.model import Document, Span
from disclint.reading.builder import Builder, LineSource
from disclint.reading.columns import as_columns, as_table, is_table_head, numeric_rows, rows_of_figures
from disclint.reading.decoding import decode, digest
from disclint.reading.draft import Draft, Stretch
from disclint.reading.lines import Line, set_lines
from disclint.reading.paragraphs import Measure, bullet, could_head, glued, is_prose, is_terminal, is_title, measure, split

_FOOT = re.compile(
    r"(?![-\u2013\u2014 ]+30[-\u2013\u2014 ]+$)"  # which ends a release in Canada
    r"[-(\u2013\u2014 ]*(?:(?:page )?[1-9]\d{0,2}(?: of \d+)?|more|continued|exhibit \d+(?:\.\d+)?-\d+|[FA]-\d+)[-)\u2013\u2014. ]*$",
    re.I,
)
_MORE = re.compile(r"[-(\u2013\u2014\u2022* ]+more[-)\u2013\u2014\u2022* ]+$", re.I)


def read(data: bytes, path: str) -> Iterable[Document]:
    """One document from plain text."""
    source = decode(data, path)
    builder = Builder()
    artefacts = write(builder, source, 0, len(source))
    return [builder.document(path, "text", digest(data), LineSource(source), end=len(source), artefacts=artefacts)]


def write(builder: Builder, source: str, start: int, end: int) -> tuple[tuple[str, Span], ...]:
    """Writes the blocks of source[start:end]; returns the marks that are not read, by name."""
    artefacts: list[tuple[str, Span]] = []
    for draft in drafts(source, start, end):
        at = builder.length
        draft.write(builder, source)
        if draft.kind == "page-break" and builder.length > at + 1:
            artefacts.append(("page-break", Span(at, builder.length - 1)))
    return tuple(artefacts)


def drafts(source: str, start: int, end: int) -> list[Draft]:
    """The blocks of source[start:end] in order."""
    return arranged(set_lines(source, start, end))


def arranged(set_out: Sequence[Line]) -> list[Draft]:
    """The blocks that lines make, from whatever source they come."""
    lines = _single_spaced(_without_page_furniture(set_out))
    whole = measure(lines)
    found: list[Draft] = []
    for chunk in _chunks(lines):
        found += _tables_and_text(chunk, whole)
    return _with_headings(_joined(_tables_joined(found)))


# --------------------------------------------------------------------------- pages


def _without_page_furniture(lines: Sequence[Line]) -> list[Line]:
    """Marks as page breaks what stands at the head and foot of pages without belonging to the text."""
    told = [n for n, line in enumerate(lines) if line.kind != "blank"]
    place = {n: at for at, n in enumerate(told)}
    breaks = [place[n] for n in told if lines[n].kind == "page"]
    pages = [(at, end) for at, end in pairwise([-1, *breaks, len(told)]) if breaks]
    heads = [n for at, end in pages if at > 0 for n in told[at + 1 : min(at + 4, end)]]
    feet = [n for at, end in pages for n in told[max(at + 4, end - 2) : end]]
    furniture = _repeated(lines, heads, len(breaks)) | _repeated(lines, feet, len(breaks))
    for at in breaks:
        for n in told[max(0, at - 2) : at]:
            if _FOOT.match(lines[n].text):
                furniture.add(n)
        after = told[at + 1] if at + 1 < len(told) else None
        if after is not None and at and _FOOT.match(lines[after].text):
            furniture.add(after)
    if told and _FOOT.match(lines[told[-1]].text) and breaks:
        furniture.add(told[-1])
    return [replace(line, kind="page") if n in furniture or _MORE.match(line.text) else line for n, line in enumerate(lines)]


def _repeated(lines: Sequence[Line], places: Sequence[int], pages: int) -> set[int]:
    """Of these places, those whose words stand on most pages, numbers aside; a paragraph that is repeated stays text."""
    told = [n for n in places if lines[n].kind == "text" and not lines[n].tabular and not is_prose(lines[n].text)]
    words = {n: _numberless(lines[n].text) for n in told if re.search(r"[^\W\d]{3}", lines[n].text)}
    often = {text for text, count in Counter(words.values()).items() if count > 1 and 2 * count >= pages}
    return {n for n, text in words.items() if text in often}


def _numberless(text: str) -> str:
    return re.sub(r"\d+", "0", " ".join(text.split()))


def _single_spaced(lines: Sequence[Line]) -> list[Line]:
    """Takes the blank line after every line out of text that is set double-spaced."""
    long = [n for n, line in enumerate(lines) if line.kind == "text" and len(line.text) >= 45 and n + 2 < len(lines)]
    close = sum(lines[n + 1].kind == "text" for n in long)
    running = sum(lines[n + 1].kind == "blank" and lines[n + 2].kind == "text" and lines[n + 2].text[0].islower() for n in long)
    if len(long) < 4 or 5 * close > len(long) or 4 * running < len(long):
        return list(lines)
    edge = max(lines[n].right for n in long)
    kept: list[Line] = []
    for n, line in enumerate(lines):
        lone = line.kind == "blank" and 0 < n < len(lines) - 1 and lines[n - 1].kind == "text" == lines[n + 1].kind
        if not (lone and 10 * lines[n - 1].right >= 6 * edge):
            kept.append(line)
    return kept


# --------------------------------------------------------------------------- chunks


@dataclass(frozen=True, slots=True)
class _Chunk:
    """Lines without a blank line between them, or all of an SGML table."""

    lines: tuple[Line, ...]
    tabular: bool = False


def _chunks(lines: Sequence[Line]) -> list[_Chunk]:
    chunks: list[_Chunk] = []
    at = 0
    while at < len(lines):
        first = at
        if lines[at].tabular:
            while at < len(lines) and lines[at].tabular:
                at += 1
            chunks += _table_chunks(lines[first:at])
            continue
        if lines[at].kind == "text":
            while at < len(lines) and lines[at].kind == "text" and not lines[at].tabular:
                at += 1
            chunks.append(_Chunk(tuple(lines[first:at])))
            continue
        if lines[at].kind != "blank":
            chunks.append(_Chunk((lines[at],)))
        at += 1
    return chunks


def _table_chunks(lines: Sequence[Line]) -> list[_Chunk]:
    """A marked table with figures is one chunk; one that only sets text side by side is read as if it were not marked."""
    told = sum(line.kind == "text" for line in lines)
    prose = sum(is_prose(line.text) and len(line.text) >= 60 and len(line.cells) == 1 for line in lines)
    if numeric_rows(lines) >= max(2, told // 5) and prose < 3:
        return [_Chunk(tuple(lines), True)]
    return _chunks([replace(line, tabular=False) for line in lines])


def _tables_and_text(chunk: _Chunk, whole: Measure) -> list[Draft]:
    first = chunk.lines[0]
    if chunk.tabular:
        pages = [_mark(line) for line in chunk.lines if line.kind == "page"]
        return [as_table(chunk.lines), *pages]
    if first.kind != "text":
        return [_mark(first)]
    told: list[Draft] = []
    for tabular, lines in _segments(chunk.lines, whole):
        told += [as_table(lines)] if tabular else as_columns(lines) or split(lines, whole)
    return told


def _segments(lines: Sequence[Line], whole: Measure) -> list[tuple[bool, list[Line]]]:
    """Cuts rows of figures, with the heads and labels among them, from prose that stands directly above or below."""
    rows = rows_of_figures(lines)
    if not any(rows):
        side_by_side = any(len(line.cells) > 1 for line in lines)  # single cells in a column may as well be lines of prose
        return [(side_by_side and is_table_head([cell for line in lines for cell in line.cells]), list(lines))]
    stretches: list[tuple[bool, list[Line]]] = []
    for number, (line, row) in enumerate(zip(lines, rows, strict=True)):
        between = (number == 0 or rows[number - 1]) and number + 1 < len(rows) and rows[number + 1]  # a label that is set in two lines
        prose = not row and not between and _runs_on(line, whole)
        if not row and stretches and stretches[-1][0] and len(line.cells) == 1:
            prose = prose or whole.full(lines[number - 1], line)
        if stretches and stretches[-1][0] == prose:
            stretches[-1][1].append(line)
        else:
            stretches.append((prose, [line]))
    segments: list[tuple[bool, list[Line]]] = []
    for _, stretch in stretches:
        figures = sum(rows_of_figures(stretch))
        widest = max((len(line.cells) for line in stretch), default=0)
        tabular = figures > 1 or (figures == 1 and (widest > 3 or (len(stretches) == 1 and len(stretch) < 4)))
        if segments and not tabular and not segments[-1][0]:
            segments[-1][1].extend(stretch)
        else:
            segments.append((tabular, stretch))
    return segments


def _runs_on(line: Line, whole: Measure) -> bool:
    """Whether the line is one of a paragraph's, not of a table's head or a label."""
    return is_prose(line.text) and 10 * line.right >= 7 * min(whole.edge, 100)


def _mark(line: Line) -> Draft:
    return Draft("rule" if line.kind == "rule" else "page-break", (Stretch(line.start, line.end),), text=line.text)


# --------------------------------------------------------------------------- what neighbours tell


def _tables_joined(found: Sequence[Draft]) -> list[Draft]:
    """Tables that only blank lines, rules or short heads part are one."""
    joined: list[Draft] = []
    for draft in found:
        back = len(joined)
        while draft.kind == "table" and back and len(joined) - back < 4 and _is_between_tables(joined[back - 1]):
            back -= 1
        if draft.kind == "table" and back and joined[back - 1].kind == "table":
            heads = [(line,) for part in joined[back:] if part.kind != "rule" for line in part.lines]
            joined[back - 1 :] = [replace(joined[back - 1], rows=(*joined[back - 1].rows, *heads, *draft.rows))]
        else:
            joined.append(draft)
    return joined


def _is_between_tables(draft: Draft) -> bool:
    short = len(draft.lines) <= 2 and len(draft.text) <= 120 and not is_terminal(draft.text.rstrip(":"))
    return draft.kind == "rule" or (draft.kind in ("paragraph", "heading") and short and not draft.column)


def _joined(found: Sequence[Draft]) -> list[Draft]:
    """Joins what a page break parts in mid-sentence, and a bullet with the text set under it; the break then stands after."""
    joined: list[Draft] = []
    back = -1  # the last that is no mark
    for draft in found:
        before = joined[back] if back >= 0 else None
        if before and _is_lone_bullet(before) and draft.kind in ("paragraph", "item"):
            joined[back] = replace(draft, kind="item")
        elif before and back < len(joined) - 1 and _goes_on(before, draft):
            first = replace(draft.lines[0], glued=glued(before.text, draft.text))
            lines = (*before.lines, first, *draft.lines[1:])
            joined[back] = replace(before, lines=lines, text=f"{before.text} {draft.text}", open=draft.open)
        else:
            if draft.kind not in ("page-break", "rule"):
                back = len(joined)
            joined.append(draft)
    return [draft for draft in joined if not _is_lone_bullet(draft)]


def _is_lone_bullet(draft: Draft) -> bool:
    return draft.kind == "item" and bullet(draft.text) == draft.text


def _goes_on(before: Draft, draft: Draft) -> bool:
    if before.kind not in ("paragraph", "item") or draft.kind != "paragraph" or not before.open or before.column or draft.column:
        return False
    return draft.text[0].islower() or (is_prose(draft.text) and not before.text.endswith(("-", "--")) and len(before.text) > 60)


def _with_headings(found: Sequence[Draft]) -> list[Draft]:
    """A title that stands alone above prose, in capitals or centred, is a heading."""
    marked: list[Draft] = []
    for number, draft in enumerate(found):
        if draft.kind == "paragraph" and not draft.column and len(draft.lines) <= 4 and _is_heading(draft, found[number + 1 : number + 4]):
            draft = replace(draft, kind="heading")
        marked.append(draft)
    return marked


def _is_heading(draft: Draft, after: Sequence[Draft]) -> bool:
    text = draft.text
    if not could_head(text) or not (draft.alone or (draft.centered and is_title(text))):
        return False
    if draft.centered and len(text) <= 300:
        return True
    if text.isupper() and len(text) <= 300:
        return True
    follows = next((other for other in after if other.kind not in ("rule", "page-break")), None)
    return is_title(text) and follows is not None and follows.kind in ("paragraph", "item") and is_prose(follows.text)
