"""Small PDFs, written word for word where a test wants them."""

from __future__ import annotations

import re
import zlib
from collections.abc import Sequence

PAGE = (612, 792)
Words = tuple[float, float, str]  # from the left and lower edge of the page, in points


def pdf(pages: Sequence[Sequence[Words]], size: float = 11, *, picture: bool = False) -> bytes:
    """A file with these words in Helvetica; words that begin with an asterisk are bold. `picture`: an image covers every page."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    objects += [f"<< /Type /Font /Subtype /Type1 /BaseFont /{font} /Encoding /WinAnsiEncoding >>" for font in ("Helvetica", "Helvetica-Bold")]
    dots = "/Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /ASCIIHexDecode"
    objects.append(f"<< /Type /XObject {dots} /Length 3 >>\nstream\nff>\nendstream")
    kids = []
    for page in pages:
        drawn = "".join(
            f"BT /F{2 if text[:1] == '*' else 1} {size} Tf {x} {y} Td ({_escaped(text.removeprefix('*'))}) Tj ET\n" for x, y, text in page
        )
        if picture:
            drawn += f"q {PAGE[0]} 0 0 {PAGE[1]} 0 0 cm /I1 Do Q\n"
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}endstream")
        fonts = "/Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >>"
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PAGE[0]} {PAGE[1]}] /Resources << {fonts} >> /Contents {len(objects)} 0 R >>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    text = "%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(len(text))
        text += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    tail = (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(text)}\n%%EOF\n"
    )
    return (text + tail).encode("latin-1")


def set_lines(lines: Sequence[str], left: float = 72, top: float = 700, pitch: float = 13) -> list[Words]:
    """Lines one under the other; an empty one leaves space."""
    return [(left, top - n * pitch, line) for n, line in enumerate(lines) if line]


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def packed(drawn: bytes) -> bytes:
    """A file of one page whose drawing is packed."""
    data = zlib.compress(drawn, 9)
    plain = pdf([[(72, 700, "x")]])
    start = plain.index(b"BT /F1")
    head = re.sub(rb"<< /Length \d+ >>\nstream\n$", b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(data), plain[:start])
    return head + data + b"\n" + plain[plain.index(b"endstream", start) :]
