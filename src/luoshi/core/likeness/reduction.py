"""Reduces a sign-off to what it says: figures, named things, and the words left when wording is taken away."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from zlib import crc32

from luoshi.core.likeness.wording import FILLERS, NAMED, SYNONYMS, UNIT_ENDINGS

# Each group of synonyms becomes one character that no text contains.
FIRST_SYMBOL = 0xE000
SYMBOLS = {word: chr(FIRST_SYMBOL + number) for number, group in enumerate(SYNONYMS) for word in group}

CHINESE_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2, "〇": 0}
CHINESE_UNITS = {"十": 10, "百": 100, "千": 1000}
NUMERAL = "[零〇一二两三四五六七八九十百千]"
MEASURES = (
    "个项件条家处起次场期名人户栋座台辆份篇批轮张间套米吨只块面路盏道天月年周季种类组支所"
    "万亿元倍分成页幅公平小副杯瓶车棵桶片樘车台"
)

DATE = re.compile(
    rf"(?:\d{{4}}|{NUMERAL}{{4}})年(?:\d{{1,2}}月(?:\d{{1,2}}[日号])?)?(?:初|底|末)?"
    rf"|\d{{4}}-\d{{1,2}}-\d{{1,2}}|(?:\d{{1,2}}|{NUMERAL}{{1,3}})月(?:(?:\d{{1,2}}|{NUMERAL}{{1,3}})[日号]|份|初|底|末|上旬|中旬|下旬)"
    r"|\d{1,2}月(?!\d)"
)
FIGURE = re.compile(
    rf"百分之({NUMERAL}+)|([0-9]+(?:\.[0-9]+)?)([%万亿]?)|({NUMERAL}+)(?=[{MEASURES}])(?!年级)"
)
UNIT = re.compile(
    rf"^(?:(?:[市区县省州]|我|本)[一-鿿]{{0,6}}?(?:{'|'.join(UNIT_ENDINGS)})|[一-鿿]{{2,6}}?(?:{'|'.join(e for e in UNIT_ENDINGS if len(e) > 1)}))"
)
KINDS = {word: number for number, group in enumerate(NAMED) for word in group}
# Looked for at every character, because one name may run into the next.
THING = re.compile(rf"(?=([一-鿿]{{2}})({'|'.join(sorted(KINDS, key=len, reverse=True))}))")
BREAK = re.compile(r"[\s，。；、：,;:!?！？()（）“”\"'《》…—\-/·]+|\.(?!\d)")
WORD = re.compile("|".join(sorted({*SYMBOLS, *FILLERS}, key=len, reverse=True)))
LETTERS = re.compile(r"[a-z]+|[一-鿿\ue000-\uf8ff]")

LIGHT, PLAIN = 0.25, 1.0


@dataclass(frozen=True, slots=True)
class Signature:
    """What is kept of one sign-off 文本特征.

    ``pieces`` numbers, the same everywhere and below 2³², the pairs of neighbouring characters, single
    characters, and symbols for synonyms;
    ``figures`` counts the numbers it states, dates left out; ``things`` holds what it names, each with
    the number of its kind.
    """

    pieces: frozenset[int]
    figures: Counter[str]
    things: frozenset[tuple[int, str]]


def is_plain(piece: int) -> bool:
    """Tell whether the piece is a pair of characters; a single one or a symbol says little."""
    return bool(piece & 1)


def heft(pieces: frozenset[int]) -> float:
    """Return how much the pieces say in all."""
    plain = sum(map(is_plain, pieces))
    return PLAIN * plain + LIGHT * (len(pieces) - plain)


def signature(text: str) -> Signature:
    """Return the signature of a text of any length; an empty one for a text that says nothing."""
    plain = DATE.sub("，", unicodedata.normalize("NFKC", text).lower())
    # A bare 一, as in 一次 or 一遍, is a turn of phrase more often than a figure.
    figures = Counter(_value(found) for found in FIGURE.finditer(plain) if found[4] != "一")
    pieces: set[int] = set()
    things: set[tuple[int, str]] = set()
    for clause in BREAK.split(FIGURE.sub(" ", plain)):
        told = _reduced(UNIT.sub("", clause))
        things.update((KINDS[kind], name + kind) for name, kind in THING.findall(told))
        pieces.update(map(_numbered, _pieces(told)))
    return Signature(frozenset(pieces), figures, frozenset(things))


def _reduced(clause: str) -> str:
    return WORD.sub(lambda found: SYMBOLS.get(found[0], ""), clause)


def _pieces(clause: str) -> Iterator[str]:
    before = ""
    for piece in LETTERS.findall(clause):
        yield piece
        symbol = piece >= chr(FIRST_SYMBOL)
        if before and not symbol:
            yield before + piece
        before = "" if symbol else piece


def _numbered(piece: str) -> int:
    """Return the number of a piece, odd for a pair."""
    return crc32(piece.encode()) & ~1 | (len(piece) == 2)


def _value(found: re.Match[str]) -> str:
    share, digits, unit, chinese = found.groups()
    if digits:
        return f"{float(digits):g}{unit}"
    return f"{_number(share)}%" if share else str(_number(chinese))


def _number(numeral: str) -> int:
    """Read a Chinese numeral below ten thousand, or a row of digits."""
    if not any(unit in numeral for unit in CHINESE_UNITS):
        return int("".join(str(CHINESE_DIGITS[digit]) for digit in numeral))
    total, digit = 0, 0
    for character in numeral:
        if character in CHINESE_UNITS:
            total += (digit or 1) * CHINESE_UNITS[character]
            digit = 0
        else:
            digit = CHINESE_DIGITS[character]
    return total + digit
