"""One value has one text, and what has none is refused."""

import json
from datetime import UTC, date, datetime, timedelta, timezone
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.chain import canonical

TEXTS = st.text(st.characters(exclude_characters="\0", codec="utf-8"))
PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers() | TEXTS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(TEXTS, inner, max_size=4),
    max_leaves=12,
)


class Light(StrEnum):
    RED = "red"


@given(PLAIN)
def test_reading_it_back_gives_the_value_and_the_same_text(value: object) -> None:
    text = canonical(value)
    assert json.loads(text) == value
    assert canonical(json.loads(text)) == text


@given(st.dictionaries(TEXTS, st.integers(), min_size=2))
def test_the_order_of_keys_does_not_show(facts: dict[str, int]) -> None:
    assert canonical(dict(reversed(facts.items()))) == canonical(facts)


@given(PLAIN, PLAIN)
def test_different_values_have_different_texts(one: object, other: object) -> None:
    assert (canonical(one) == canonical(other)) == (
        json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)
    )


def test_is_written_without_blanks_and_escapes() -> None:
    assert canonical({"办": ["是", 1, None, True], "a": {}}) == '{"a":{},"办":["是",1,null,true]}'


def test_a_moment_is_written_in_utc() -> None:
    morning = datetime(2026, 3, 1, 8, 30, tzinfo=timezone(timedelta(hours=8)))
    assert canonical(morning) == '"2026-03-01T00:30:00.000000+00:00"' == canonical(morning.astimezone(UTC))


def test_days_tuples_and_enumerations_are_written_as_what_they_hold() -> None:
    assert (
        canonical({"on": date(2026, 3, 1), "lights": (Light.RED,)}) == '{"lights":["red"],"on":"2026-03-01"}'
    )


@pytest.mark.parametrize("value", [0.5, {1: "a"}, b"bytes", {"set"}, object(), [float("nan")]])
def test_what_has_no_single_spelling_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        canonical(value)


@pytest.mark.parametrize("value", ["a\0b", {"\0": 1}, "\ud800", datetime(2026, 3, 1)])  # noqa: DTZ001  # refused for it
def test_what_no_database_keeps_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match=r"zero character|surrogates|time zone"):
        canonical(value)


def test_endless_nesting_is_refused() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(ValueError, match="deep"):
        canonical(value)
