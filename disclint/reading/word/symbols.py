"""Characters of the fonts whose letters are pictures."""

from __future__ import annotations

_PRIVATE = range(0xF000, 0xF100)  # where Word puts the letters of such fonts
_SYMBOL = {
    0xA0: "€", 0xA3: "≤", 0xB0: "°", 0xB1: "±", 0xB2: "″", 0xB3: "≥", 0xB4: "×", 0xB7: "•", 0xB9: "≠", 0xBB: "≈", 0xBC: "…",
    0xBE: "–", 0xD2: "®", 0xD3: "©", 0xD4: "™", 0xE2: "®", 0xE3: "©", 0xE4: "™", 0x2D: "−", 0x6D: "µ", 0x61: "α", 0x62: "β", 0x67: "γ", 0x64: "δ",
}  # fmt: skip
_PICTURE = "▪"  # an ornament: a bullet, a box, a tick


def symbol(code: str, font: str) -> str:
    """The character of a w:sym; its code is hexadecimal."""
    try:
        number = int(code[:6], 16)
    except ValueError:
        return ""
    if number in _PRIVATE or font in ("Symbol", "Wingdings", "Wingdings 2", "Wingdings 3", "Webdings"):
        low = number & 0xFF
        if font == "Symbol":
            return _SYMBOL.get(low, chr(low) if 0x20 <= low < 0x7F else _PICTURE)
        return _PICTURE
    return chr(number) if 0x20 <= number < 0x110000 and not 0xD800 <= number < 0xE000 else ""
