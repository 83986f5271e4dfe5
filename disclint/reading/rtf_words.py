"""What the control words of RTF make of its text: characters, and where paragraphs, cells, notes and margins end."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from dataclasses import dataclass, replace

from disclint.reading import Tracked
from disclint.reading.passages import Grid, Passage, Piece
from disclint.reading.rtf_story import Look, Story
from disclint.reading.tabs import TAB, set_by_tabs

_UNREAD = frozenset(
    """colortbl info pict objdata objclass listtable listoverridetable rsidtbl themedata datastore generator xmlnstbl fldinst nonshppict filetbl
    revtbl userprops pgdsctbl ftnsep ftnsepc aftnsep aftnsepc ftncn aftncn xe tc txe rxe pn pnseclvl nonesttables atnid atnauthor atndate atnref
    atnparent atrfstart atrfend bkmkstart bkmkend latentstyles mmathPr fldtype pnseclvl""".split()
)
_ENTERED = frozenset("shppict shpinst shptxt footnote fldrslt".split())  # of those destinations that a program may leave out
_CHARACTERS = {
    "tab": TAB, "emdash": "\u2014", "endash": "\u2013", "lquote": "\u2018", "rquote": "\u2019", "ldblquote": "\u201c", "rdblquote": "\u201d",
    "bullet": "\u2022", "emspace": " ", "enspace": " ", "qmspace": " ",
}  # fmt: skip
_SYMBOLS = {"~": "\u00a0", "_": "\u2011", "-": "\u00ad", "\\": "\\", "{": "{", "}": "}"}
_CODEPAGES = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255",
    178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_MARGINS = {"header": "header", "headerf": "header", "headerr": "header", "footer": "footer", "footerf": "footer", "footerr": "footer"}


@dataclass(slots=True)
class _State:
    """What a group inherits and gives back when it ends."""

    unread: bool = False
    starred: bool = False
    bold: bool = False
    hidden: bool = False
    raised: bool = False
    inserted: bool = False
    deleted: bool = False
    skip: int = 1  # characters that stand for a Unicode one in old programs
    font: int | None = None
    aside: bool = False  # the group is a story of its own
    table: str = ""  # fonttbl or stylesheet, whose entries are facts, no text


class Words:
    """Takes tokens and counts the characters that are read; `marks` are comments and tracked changes with their offsets."""

    def __init__(self, tracked: Tracked) -> None:
        self.length = 0
        self.starts: list[int] = []
        self.numbers: list[int] = []
        self.marks: list[tuple[str, int, int]] = []
        self._tracked = tracked
        self._states = [_State()]
        self._look = Look()
        self._open = [Story("body")]
        self._stories: list[Story] = []
        self._fonts: dict[int, str] = {}
        self._headings: set[int] = set()
        self._entry = 0
        self._codepage = "cp1252"
        self._bytes = bytearray()
        self._skipping = 0
        self._high = 0
        self._count = 0

    def stories(self) -> Iterator[list[Passage | Grid]]:
        """The header, the text, its notes and the footer."""
        self._flush()
        self._end_paragraph()
        self._open[0].end_table(self.length)
        told_stories = [self._open[0], *self._stories]
        for kind in ("header", "body", "note", "footer"):
            flows = [set_by_tabs(story.flow) for story in told_stories if story.kind == kind]
            yield from flows if kind in ("body", "note") else flows[:1]

    # ------------------------------------------------------------------ tokens

    def open_group(self) -> None:
        self._flush()
        self._skipping = 0
        self._states.append(replace(self._states[-1], starred=False, aside=False))

    def close_group(self) -> None:
        self._flush()
        self._skipping = 0
        if self._states[-1].aside:
            self._end_paragraph()
            self._open[-1].end_table(self.length)
            self._stories.append(self._open.pop())
            self._begin(self._open[-1].number)
        if len(self._states) > 1:
            self._states.pop()

    def control(self, word: str, number: int | None) -> None:
        if word != "u" and self._passed(1):
            return
        state = self._states[-1]
        on = number != 0
        if word in _UNREAD or (state.starred and word not in _ENTERED):
            self._flush()
            if word == "annotation" and not state.unread:
                self.marks.append(("comment", self.length, self.length + 1))
            state.unread, state.starred = True, False
        elif word == "u" and number is not None:
            self._unicode(number % 65536)
        elif word in _CHARACTERS:
            self._put(_CHARACTERS[word])
        elif word in ("fonttbl", "stylesheet"):
            state.table = word
        elif word in ("b", "v", "deleted", "revised"):
            self._flush()
            setattr(state, {"b": "bold", "v": "hidden", "revised": "inserted"}.get(word, word), on)
        elif word in ("super", "nosupersub", "up", "sub", "dn"):
            self._flush()
            state.raised = word in ("super", "up") and on
        elif word == "plain":
            self._flush()
            state.bold = state.hidden = state.raised = state.inserted = state.deleted = False
        elif word == "uc":
            state.skip = max(0, number or 0)
        elif word in ("f", "fcharset", "ansicpg", "mac", "s", "deff"):
            self._font(word, number or 0)
        else:
            self._block(word, number or 0)

    def byte(self, value: int) -> None:
        if not self._passed(1):
            self._bytes.append(value)

    def symbol(self, char: str) -> None:
        if self._passed(1):
            return
        if char == "*":
            self._states[-1].starred = True
        elif char in "\r\n":
            self._block("par", 0)
        elif char in _SYMBOLS:
            self._put(_SYMBOLS[char])

    def text(self, text: str) -> None:
        passed = min(self._skipping, len(text))
        self._skipping -= passed
        state = self._states[-1]
        if state.table == "stylesheet" and text.lower().lstrip().startswith(("heading", "title", "subtitle")):
            self._headings.add(self._entry)
        self._bytes += text[passed:].encode("latin-1")

    # ------------------------------------------------------------------ characters

    def _passed(self, count: int) -> bool:
        """Whether this only stands for the Unicode character before it."""
        if self._skipping:
            self._skipping -= count
            return True
        return False

    def _flush(self) -> None:
        if self._bytes:
            data, self._bytes = bytes(self._bytes), bytearray()
            font = self._states[-1].font
            self._put(data.decode(self._fonts.get(font, self._codepage) if font is not None else self._codepage, "replace"))

    def _unicode(self, code: int) -> None:
        self._flush()
        self._skipping = self._states[-1].skip
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00) if self._high else 0xFFFD
        self._high = 0
        self._put(chr(code))

    def _put(self, text: str) -> None:
        self._flush()
        state = self._states[-1]
        if state.unread or state.hidden or state.table or "\0" in text:
            return
        changed = state.inserted or state.deleted
        if (state.deleted and self._tracked == "accepted") or (state.inserted and self._tracked == "original"):
            self._mark(self.length, self.length)
            return
        story = self._open[-1]
        if not story.number:
            self._count += 1
            self._begin(self._count)
        story.lines[-1].append((Piece(text, self.length, bold=state.bold), state.raised))
        if changed:
            self._mark(self.length, self.length + len(text))
        self.length += len(text)

    def _mark(self, start: int, end: int) -> None:
        """Changes that touch are one."""
        if self.marks and self.marks[-1][0] == "tracked-change" and self.marks[-1][2] == start:
            start = self.marks.pop()[1]
        self.marks.append(("tracked-change", start, end))

    def _begin(self, number: int) -> None:
        """A paragraph begins here, or goes on after a note."""
        self._open[-1].number = number
        if number:
            self.starts.append(self.length)
            self.numbers.append(number)

    # ------------------------------------------------------------------ facts, paragraphs, tables

    def _font(self, word: str, number: int) -> None:
        self._flush()
        state = self._states[-1]
        if word == "s":
            self._entry = number
            if not state.table:
                self._look.heading = self._look.heading or number in self._headings
        elif word == "f":
            state.font = number
        elif word == "fcharset" and state.font is not None and number in _CODEPAGES:
            self._fonts[state.font] = _CODEPAGES[number]
        elif word == "mac" or (word == "ansicpg" and number):
            self._codepage = "mac_roman" if word == "mac" else _known(f"cp{number}")

    def _block(self, word: str, number: int) -> None:
        self._flush()
        state, look, story = self._states[-1], self._look, self._open[-1]
        if state.unread or state.table:
            return
        if word in ("par", "sect", "page", "nestcell"):
            self._end_paragraph()
        elif word == "line":
            self.length += 1
            story.lines.append([])
        elif word == "pard":
            self._look = Look()
        elif word == "cell":
            look.in_table = True
            self._end_paragraph()
            story.end_cell()
        elif word == "row":
            story.end_row()
        elif word in ("qc", "ql", "qr", "qj"):
            look.centered = word == "qc"
        elif word in ("sb", "sa"):
            setattr(look, "before" if word == "sb" else "after", number)
        elif word == "outlinelevel":
            look.heading = number < 9
        elif word == "intbl":
            look.in_table = True
        elif word in ("listtext", "pntext"):
            look.item, state.unread = True, True
        elif word in _MARGINS or word in ("footnote", "shptxt"):
            self._open.append(Story(_MARGINS.get(word, "note")))
            state.aside = True

    def _end_paragraph(self) -> None:
        self._open[-1].end_paragraph(self._look, self.length)
        self._look.item = False
        self.length += 1


def _known(codepage: str) -> str:
    try:
        codecs.lookup(codepage)
    except LookupError:
        return "cp1252"
    return codepage
