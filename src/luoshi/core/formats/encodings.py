"""Which encoding a Chinese text file has: strict decoding first, then how Chinese the result looks.

A guessing library weighs byte statistics of forty encodings and errs on short Chinese texts;
here only four are possible, and three of them cannot decode the others' text into common characters.
"""

import codecs
import re

from .lines import universal
from .refusals import BINARY, EMPTY, ENCODING, Unreadable

SAMPLE = 16_384
PLAUSIBLE = 0.6
# A stray control byte is left in the text; more than one in two hundred is no text.
CONTROLS_ALLOWED = 0.005
CONTROLS = bytes(code for code in range(32) if code not in (9, 10, 11, 12, 13, 26)) + b"\x7f"
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What pages call their encoding, and the superset that decodes it without loss.
DECLARED = {
    "utf-8": "utf-8",
    "utf8": "utf-8",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
}
# GB 2312 puts the 3755 commonest characters in rows 16 to 55 (lead bytes B0 to D7) and marks in rows 1 to 3.
_COMMON_LEADS = frozenset(range(0xB0, 0xD8)) | {0xA1, 0xA2, 0xA3}
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x19\x1b-\x1f\x7f\ufffe\uffff]")


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of ``data`` with ``\\n`` line ends, no character normalised, no byte-order mark.

    ``declared`` is the encoding that an HTML page names, in lower case; a byte-order mark
    outranks it. Raises Unreadable
    for empty, binary and undecodable data.
    """
    if not data.strip():
        raise Unreadable(EMPTY)
    for mark, encoding in MARKS:
        if data.startswith(mark) and (text := _whole(data[len(mark) :], encoding)) is not None:
            return text
    if declared in DECLARED and (text := _whole(data, DECLARED[declared])) is not None:
        return text
    for score, encoding in sorted(_candidates(data), key=lambda candidate: -candidate[0]):
        if score >= PLAUSIBLE and (text := _whole(data, encoding)) is not None:
            return text
    raise Unreadable(BINARY if b"\0" in data or _share_of_controls(data) > CONTROLS_ALLOWED else ENCODING)


def _whole(data: bytes, encoding: str) -> str | None:
    try:
        return universal(data.decode(encoding))
    except UnicodeDecodeError:
        return None


def _candidates(data: bytes) -> list[tuple[float, str]]:
    """Each possible encoding with how plausible its text is, 0 to 1; the first wins a tie."""
    found: list[tuple[float, str]] = []
    if b"\0" not in data and _share_of_controls(data) <= CONTROLS_ALLOWED:
        found += [(_score(data, "utf-8"), "utf-8"), (_score(data, "gb18030"), "gb18030")]
    if len(data) % 2 == 0:
        found += [(_score(data, each), each) for each in ("utf-16-le", "utf-16-be")]
    return found


def _share_of_controls(data: bytes) -> float:
    return 1 - len(data.translate(None, CONTROLS)) / len(data)


def _score(data: bytes, encoding: str) -> float:
    """How much of the first 16 KB looks like a Chinese document in this encoding, 0 to 1."""
    sample = data[:SAMPLE]
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(sample, final=len(data) <= SAMPLE)
    except UnicodeDecodeError:
        return 0.0
    if not text or (encoding.startswith("utf-16") and _CONTROL.search(text)):
        return 0.0
    good = sum(_is_expected(character) for character in text) / len(text)
    if encoding == "utf-8" and not _is_all_two_byte(text):
        # Valid UTF-8 of three-byte characters does not happen by chance, whatever the language.
        return max(good, 0.99)
    return good


def _is_expected(character: str) -> bool:
    if character < "\x80":
        return True
    try:
        lead = character.encode("gb2312")[0]
    except UnicodeEncodeError:
        return character in "\u3000—…·“”‘’〔〕"
    return lead in _COMMON_LEADS


def _is_all_two_byte(text: str) -> bool:
    wide = [character for character in text if character >= "\x80"]
    return bool(wide) and all(character < "\u0800" for character in wide)
