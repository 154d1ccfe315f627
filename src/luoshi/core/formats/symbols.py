"""What a symbol font shows at a private code point, for the signs that official documents use."""

# Fonts keep their signs at U+F000 plus the byte of the old 8-bit font.
PRIVATE = 0xF000
WINGDINGS = {
    0x6C: "●", 0x6D: "❍", 0x6E: "■", 0x6F: "□", 0x71: "❑", 0x72: "❒", 0x74: "⧫", 0x75: "◆", 0x76: "❖",
    0x77: "⬥", 0x9F: "•", 0xA1: "○", 0xA7: "▪", 0xA8: "□", 0xAB: "★", 0xD8: "➢", 0xE0: "→", 0xF0: "⇨",
    0xFC: "✓", 0xFB: "✗", 0xFD: "☒", 0xFE: "☑",
}  # fmt: skip
WINGDINGS_2 = {0x4F: "✗", 0x50: "✓", 0x51: "☒", 0x52: "☑", 0x30: "□", 0xA3: "□"}
SYMBOL = {0xB7: "•", 0xAE: "→", 0xA3: "≤", 0xB3: "≥", 0xB4: "×", 0xB1: "±", 0xB0: "°", 0xA8: "♦"}
FONTS = {"wingdings": WINGDINGS, "wingdings 2": WINGDINGS_2, "symbol": SYMBOL}
UNKNOWN = "▪"


def shown(code: int, font: str) -> str:
    """The character that ``font`` shows at ``code``; ▪ for a private sign that is not listed."""
    byte = code - PRIVATE if PRIVATE <= code <= PRIVATE + 0xFF else code
    if (signs := FONTS.get(font.lower())) is not None:
        return signs.get(byte, UNKNOWN)
    if code == byte and 0x20 <= code <= 0x10FFFF and not 0xD800 <= code <= 0xE0FF:
        return chr(code)
    return UNKNOWN


def plain(text: str, font: str = "") -> str:
    """``text`` with private symbols replaced by what the font shows."""
    if all(not PRIVATE <= ord(character) <= PRIVATE + 0xFF for character in text):
        return text
    font = font or "wingdings"
    return "".join(
        shown(ord(character), font) if PRIVATE <= ord(character) <= PRIVATE + 0xFF else character
        for character in text
    )
