"""PDF: the text that a page shows, put back into the order in which a person reads it."""

from __future__ import annotations

import ctypes
import math
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from disclint.errors import DocumentError
from disclint.model import Document
from disclint.reading import passages, plain, sheets
from disclint.reading.builder import Builder
from disclint.reading.decoding import digest
from disclint.reading.glyphs import LIKELY_SPACE, Glyph, rows
from disclint.reading.ligatures import UNKNOWN, mended
from disclint.reading.pdf_streams import must_be_small

if TYPE_CHECKING:
    import pypdfium2

_PAGES = 300  # a release with its tables has thirty at most
_CHARACTERS = 2_000_000
_ENCRYPTED = (4, 5)  # pdfium: a password is wanted; a way of locking that it does not know
_HEAVY = ("bold", "black", "heavy", "semibold", "demi")
_STROKED = 2  # filled and stroked: what programs do that have no bold font
_NAME_LENGTH = 120


def read(data: bytes, path: str) -> Iterable[Document]:
    """One document from a PDF that has text."""
    if not data.strip():
        raise DocumentError(f"{path}: the file is empty")
    pages = [rows(glyphs) for glyphs in mended(_pages(data, path))]
    if not any(pages):
        raise DocumentError(f"{path}: has no text: it is a picture; run OCR first")
    lines, source = sheets.typeset(pages)
    builder = Builder()
    passages.write(builder, sheets.flow(plain.arranged(lines), source))
    return [builder.document(path, "pdf", digest(data), source, end=len(source.text))]


def _pages(data: bytes, path: str) -> list[list[Glyph]]:
    try:
        import pypdfium2
    except ImportError:
        raise DocumentError(f'{path}: reading PDF needs one more package: pip install "disclint[pdf]"') from None
    must_be_small(data, path)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code in _ENCRYPTED:
            raise DocumentError(f"{path}: is encrypted; save it without a password") from None
        raise DocumentError(f"{path}: is damaged, cut short or no PDF") from None
    try:
        if len(document) > _PAGES:
            raise DocumentError(f"{path}: has {len(document)} pages; a release of more than {_PAGES} is not read")
        pages: list[list[Glyph]] = []
        left = _CHARACTERS
        for number, page in enumerate(document, start=1):
            pages.append(list(_glyphs(page, left, f"{path}: page {number}")))
            left -= len(pages[-1])
        return pages
    except pypdfium2.PdfiumError:
        raise DocumentError(f"{path}: is damaged or cut short") from None
    finally:
        document.close()


def _glyphs(page: pypdfium2.PdfPage, limit: int, name: str) -> Iterator[Glyph]:
    """The characters that stand upright on the page, or as most of them stand, in the order they were drawn."""
    text = page.get_textpage()
    count = text.count_chars()
    if count > limit:
        raise DocumentError(f"{name}: more text than a release can hold")
    found = list(_drawn(text, count))
    if not found and _is_picture(page):
        raise DocumentError(f"{name} has no text: it is a picture; run OCR first")
    turns = Counter(turn for turn, _ in found)
    usual = turns.most_common(1)[0][0] if turns else 0
    yield from (glyph for turn, glyph in found if turn == usual)


def _drawn(text: pypdfium2.PdfTextPage, count: int) -> Iterator[tuple[int, Glyph]]:
    """Each character with the direction it is written in, in degrees; turned so that the baseline is level."""
    import pypdfium2.raw as pdfium

    code_of, thing_of, box_of, page = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetTextObject, pdfium.FPDFText_GetLooseCharBox, text.raw
    address_of = ctypes.c_void_p.from_buffer
    x, y, box = ctypes.c_double(), ctypes.c_double(), pdfium.FS_RECTF()
    drawn: int | None = None
    size, bold, turn = 0.0, False, 0
    last: Glyph | None = None
    for n in range(count):
        code, thing = code_of(page, n), thing_of(page, n)
        address = address_of(thing).value
        if address is None:
            if code == 0x20 and last:  # what pdfium takes for a space between words
                yield turn, last._replace(char=LIKELY_SPACE, left=last.right)
            continue
        if address != drawn:
            drawn = address
            size, bold, turn = _style(pdfium, page, n, thing)
            pdfium.FPDFText_GetCharOrigin(page, n, x, y)  # all characters of a text object stand on one line
            base_x, base_y = x.value, y.value
        if code in (0x0A, 0x0D) or size <= 0:
            continue
        char = UNKNOWN if code == 0 or 0xD800 <= code < 0xE000 else chr(code)
        box_of(page, n, box)
        last = _turned(char, box, base_x, base_y, size, bold, turn)
        yield turn, last


def _style(pdfium: Any, text: Any, n: int, thing: Any) -> tuple[float, bool, int]:
    """Size in points, weight and direction; all characters of a text object have the same."""
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFText_GetMatrix(text, n, matrix)
    size = pdfium.FPDFText_GetFontSize(text, n) * math.hypot(matrix.c, matrix.d)
    name = ctypes.create_string_buffer(_NAME_LENGTH)
    pdfium.FPDFText_GetFontInfo(text, n, name, _NAME_LENGTH, ctypes.c_int())
    font = name.value.decode("utf-8", "replace").lower()
    bold = any(word in font for word in _HEAVY) or pdfium.FPDFTextObj_GetTextRenderMode(thing) == _STROKED
    return round(size, 1), bold, round(math.degrees(math.atan2(matrix.b, matrix.a))) % 360


def _turned(char: str, box: Any, x: float, y: float, size: float, bold: bool, turn: int) -> Glyph:
    if not turn:
        return Glyph(char, box.left, box.right, y, size, bold)
    if turn == 90:
        return Glyph(char, box.bottom, box.top, -x, size, bold)
    if turn == 180:
        return Glyph(char, -box.right, -box.left, -y, size, bold)
    if turn == 270:
        return Glyph(char, -box.top, -box.bottom, x, size, bold)
    return Glyph(char, box.left, box.right, y, size, bold)


def _is_picture(page: pypdfium2.PdfPage) -> bool:
    """Whether a picture covers most of a page, as a scanner leaves it."""
    import pypdfium2.raw as pdfium

    width, height = page.get_size()
    for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = thing.get_bounds()
        if 2 * (right - left) * (top - bottom) > width * height:
            return True
    return False
