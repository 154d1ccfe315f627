"""Every number format writes its own example, and the corners where Chinese counting turns."""

import pytest

from luoshi.core.formats.number_formats import FORMATS, write


@pytest.mark.parametrize("name", FORMATS)
def test_a_format_writes_its_example(name: str) -> None:
    count, text = FORMATS[name].example
    assert write(count, name) == text


@pytest.mark.parametrize(
    ("count", "name", "text"),
    [
        (1, "chineseCountingThousand", "一"),
        (10, "chineseCountingThousand", "十"),
        (19, "chineseCountingThousand", "十九"),
        (20, "chineseCountingThousand", "二十"),
        (101, "chineseCountingThousand", "一百零一"),
        (1010, "chineseCountingThousand", "一千零一十"),
        (10_000, "chineseCountingThousand", "10000"),
        (99, "chineseCounting", "九十九"),
        (100, "chineseCounting", "一○○"),
        (10, "ideographTraditional", "癸"),
        (11, "ideographTraditional", "11"),
        (20, "decimalEnclosedCircle", "⑳"),
        (50, "decimalEnclosedCircle", "㊿"),
        (51, "decimalEnclosedCircle", "51"),
        (26, "lowerLetter", "z"),
        (28, "lowerLetter", "bb"),
        (781, "lowerLetter", "a"),
        (1999, "upperRoman", "MCMXCIX"),
        (32_768, "upperRoman", "32768"),
        (0, "chineseCounting", "零"),
        (7, "neverHeardOf", "7"),
    ],
)
def test_where_counting_turns(count: int, name: str, text: str) -> None:
    assert write(count, name) == text


def test_a_custom_format_pads_as_its_sample_does() -> None:
    assert write(7, "custom", "001, 002, 003, ...") == "007"
