"""How Word writes a number, one entry a format, each with an example that the tests check.

Names and rules: ECMA-376 Part 1, 17.18.59 ST_NumberFormat. A format that is not listed is written
in Arabic figures, as Word does for formats it does not know.
"""

from collections.abc import Callable
from dataclasses import dataclass

DIGITS = "〇一二三四五六七八九"
LEGAL = "零壹贰叁肆伍陆柒捌玖"
LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
STEMS = "甲乙丙丁戊己庚辛壬癸"
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"),
    (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """``write`` turns a count from 1 into its text; ``example`` is one count and its text."""

    write: Callable[[int], str]
    example: tuple[int, str]


def positional(digits: str) -> Callable[[int], str]:
    """Figure by figure: 105 is 一〇五."""
    return lambda count: "".join(digits[int(figure)] for figure in str(count))


def counting(digits: str, units: str) -> Callable[[int], str]:
    """With unit words: 105 is 一百零五; ``units`` are ten, hundred, thousand. From 10 000 on in figures."""

    def write(count: int) -> str:
        if count >= 10_000:
            return str(count)
        figures = str(count)
        text = ""
        for place, figure in zip(range(len(figures) - 1, -1, -1), figures, strict=True):
            if figure != "0":
                text += digits[int(figure)] + (units[place - 1] if place else "")
            elif not text.endswith("零"):
                text += "零"
        return text.rstrip("零") or "零"

    return write


def spoken(count: int) -> str:
    """As one counts aloud: 12 is 十二, 105 is 一百零五."""
    text = counting("零一二三四五六七八九", "十百千")(count)
    return text.removeprefix("一") if 10 <= count <= 19 else text


def spoken_below_hundred(count: int) -> str:
    """Aloud up to 99, figure by figure from 100 on: 105 is 一○五."""
    return spoken(count) if count < 100 else positional("○一二三四五六七八九")(count)


def listed(signs: str) -> Callable[[int], str]:
    """One sign a count from 1; in Arabic figures when the signs have run out."""
    return lambda count: signs[count - 1] if 1 <= count <= len(signs) else str(count)


def run(first: int, last: int) -> str:
    """Consecutive code points as signs."""
    return "".join(map(chr, range(first, last + 1)))


def letters(first: str) -> Callable[[int], str]:
    """a … z, aa, bb …; Word starts over after thirty of the same letter."""

    def write(count: int) -> str:
        times, place = divmod(count - 1, 26)
        return chr(ord(first) + place) * (times % 30 + 1) if count > 0 else str(count)

    return write


def roman(count: int) -> str:
    """Roman capitals up to 32 767, Word's own limit; Arabic figures beyond."""
    if not 0 < count <= 32_767:
        return str(count)
    text = ""
    for value, sign in ROMAN:
        times, count = divmod(count, value)
        text += sign * times
    return text


def full_width(count: int) -> str:
    """Figures as wide as a Chinese character."""
    return "".join(chr(ord(figure) - ord("0") + ord("０")) for figure in str(count))


def cycle(count: int) -> str:
    """Stem and branch of the sixty-year cycle."""
    return STEMS[(count - 1) % 10] + BRANCHES[(count - 1) % 12]


CIRCLED = run(0x2460, 0x2473) + run(0x3251, 0x325F) + run(0x32B1, 0x32BF)

FORMATS: dict[str, NumberFormat] = {
    "decimal": NumberFormat(str, (12, "12")),
    "decimalZero": NumberFormat(lambda count: f"{count:02}", (3, "03")),
    "decimalHalfWidth": NumberFormat(str, (7, "7")),
    "decimalFullWidth": NumberFormat(full_width, (12, "１２")),
    "decimalFullWidth2": NumberFormat(full_width, (3, "３")),
    "decimalEnclosedCircle": NumberFormat(listed(CIRCLED), (21, "㉑")),
    "decimalEnclosedCircleChinese": NumberFormat(listed(CIRCLED), (3, "③")),
    "decimalEnclosedFullstop": NumberFormat(listed(run(0x2488, 0x249B)), (2, "⒉")),
    "decimalEnclosedParen": NumberFormat(listed(run(0x2474, 0x2487)), (4, "⑷")),
    "numberInDash": NumberFormat(lambda count: f"- {count} -", (5, "- 5 -")),
    "ordinal": NumberFormat(lambda count: f"{count}.", (2, "2.")),
    "upperRoman": NumberFormat(roman, (14, "XIV")),
    "lowerRoman": NumberFormat(lambda count: roman(count).lower(), (9, "ix")),
    "upperLetter": NumberFormat(letters("A"), (27, "AA")),
    "lowerLetter": NumberFormat(letters("a"), (3, "c")),
    "chineseCounting": NumberFormat(spoken_below_hundred, (21, "二十一")),
    "chineseCountingThousand": NumberFormat(spoken, (110, "一百一十")),
    "chineseLegalSimplified": NumberFormat(counting(LEGAL, "拾佰仟"), (12, "壹拾贰")),
    "ideographDigital": NumberFormat(positional(DIGITS), (10, "一〇")),
    "ideographTraditional": NumberFormat(listed(STEMS), (2, "乙")),
    "ideographZodiac": NumberFormat(listed(BRANCHES), (3, "寅")),
    "ideographZodiacTraditional": NumberFormat(cycle, (61, "甲子")),
    "ideographEnclosedCircle": NumberFormat(listed(run(0x3280, 0x3289)), (1, "㊀")),
    "ideographLegalTraditional": NumberFormat(counting(LEGAL_TRADITIONAL, "拾佰仟"), (6, "陸")),
    "taiwaneseCounting": NumberFormat(spoken_below_hundred, (30, "三十")),
    "taiwaneseCountingThousand": NumberFormat(spoken, (1001, "一千零一")),
    "taiwaneseDigital": NumberFormat(positional("○一二三四五六七八九"), (20, "二○")),
    "japaneseCounting": NumberFormat(spoken, (15, "十五")),
    "japaneseDigitalTenThousand": NumberFormat(positional(DIGITS), (3, "三")),
    "none": NumberFormat(lambda _count: "", (4, "")),
}


def write(count: int, name: str, sample: str = "") -> str:
    """The text of ``count`` in Word's format ``name``; ``sample`` shows a custom one (``001, 002, …``)."""
    if name == "custom":
        return str(count).zfill(min(len(sample.partition(",")[0].strip()), 10))
    return FORMATS.get(name, FORMATS["decimal"]).write(count)
