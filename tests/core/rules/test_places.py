"""Where keys stand in a file of TOML, whatever stands between them."""

import time
import tomllib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.rules import Misread, read
from luoshi.core.rules.places import places

TEXT = '''title = "x"
listed = [
 "b # [", # ]
 {c = 1}]
long = """
[[no]]
z = "1"
"""
[[rules]]  # the first
"a.b".c = "a"
per = 1
[[rules.cases]]
expect = {a = "x"}
[[rules.cases]]
n = \'\'\'one\'\'\'

[[rules]]
[[rules.cases]]
n = 1
[document.of]
y = "a\\"[" # ["
last = 1'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        (("title",), 1),
        (("listed",), 2),
        (("listed", 1, "c"), 2),
        (("long",), 5),
        (("rules", 0), 9),
        (("rules", 0, "a.b", "c"), 10),
        (("rules", 0, "missing"), 9),
        (("rules", 0, "cases", 0, "expect", "a"), 13),
        (("rules", 0, "cases", 1, "n"), 15),
        (("rules", 1, "cases", 0, "n"), 19),
        (("document", "of", "y"), 21),
        (("document", "of", "last"), 22),
        (("nowhere",), 1),
        ((), 1),
    ],
)
def test_a_key_stands_on_its_line(path: tuple[str | int, ...], line: int) -> None:
    assert tomllib.loads(TEXT)
    assert places(TEXT).line(path) == line


def test_no_key_is_found_inside_a_value() -> None:
    assert {path[0] for path in places(TEXT).lines} == {"title", "listed", "long", "rules", "document"}


def test_windows_line_ends_change_nothing() -> None:
    assert places(TEXT.replace("\n", "\r\n")) == places(TEXT)


@given(st.text(alphabet="ab=[]{}\"'\n\r#. 1,\\", max_size=80))
def test_any_text_has_places_and_is_read_or_refused(text: str) -> None:
    lines = places(text).lines
    assert all(1 <= line <= text.count("\n") + 1 for line in lines.values())
    with pytest.raises(Misread):
        read(text, "any.toml")


@given(st.text(alphabet="ab=[]{}\"'\n\r#. 1,\\", max_size=60))
def test_every_key_at_the_top_of_sound_toml_is_found(text: str) -> None:
    try:
        said: dict[str, Any] = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return
    found = {path[0] for path in places(text).lines}
    assert set(said) <= found


@pytest.mark.parametrize("text", ["a = " + "[" * 5000, "a = " + "[" * 5000 + "]" * 5000, "a = " + "9" * 5000])
def test_what_no_reader_bears_is_refused_at_a_line(text: str) -> None:
    with pytest.raises(Misread, match="第 1 行"):
        read(text, "hostile.toml")


def test_a_value_over_very_many_lines_is_passed_over_once() -> None:
    begun = time.process_time()
    assert places("a = [\n" + "1,\n" * 60_000 + "]\nb = 2").line(("b",)) == 60_003
    assert time.process_time() - begun < 2
