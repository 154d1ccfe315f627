"""Two conditions part the organizations, or there is one of which both hold."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.rules import parse
from luoshi.core.rules.overlap import together


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("full_members >= 7", "full_members<7", False),
        ("full_members >= 7", "full_members >= 8", True),
        ("full_members > 7", "full_members < 8", False),
        ("full_members > 6", "full_members < 8", True),
        ("committee", "not committee", False),
        ("committee", "not temporary", True),
        ("village or joint", "not village", True),
        ("committee and full_members == 3", "not committee or full_members != 3", False),
        ("last_elected_on < 2024-01-01", "last_elected_on >= 2024-01-01", False),
        ("last_elected_on <= 2024-01-01", "last_elected_on >= 2024-01-01", True),
        ("members > staff", "members < 5", True),
    ],
)
def test_conditions_meet_or_part(one: str, other: str, *, meet: bool) -> None:
    assert (together(parse(one), parse(other)) is not None) is meet
    assert (together(parse(other), parse(one)) is not None) is meet


def test_what_turns_at_too_many_places_is_left_alone() -> None:
    many = " or ".join(
        f"{name} > {number * 10}"
        for number, name in enumerate(("members", "full_members", "groups", "staff", "activists"))
    )
    assert together(parse(many), parse(many)) is None


comparisons = st.builds(
    "{} {} {}".format,
    st.sampled_from(["members", "staff"]),
    st.sampled_from(["<", "<=", "==", "!=", ">=", ">"]),
    st.integers(0, 6) | st.sampled_from(["groups"]),
)
conditions = st.recursive(
    comparisons | st.just("committee") | st.just("last_elected_on > 2024-02-28"),
    lambda parts: (
        st.builds("({} {} {})".format, parts, st.sampled_from(["and", "or"]), parts)
        | st.builds("not {}".format, parts)
    ),
    max_leaves=3,
)
facts = st.fixed_dictionaries({
    **dict.fromkeys(("members", "staff"), st.integers(0, 8)),
    "groups": st.integers(0, 6),
    "committee": st.booleans(),
    "last_elected_on": st.dates(date(2024, 2, 1), date(2024, 3, 31)),
})  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(conditions, conditions, facts)
def test_an_organization_of_which_both_hold_is_found_and_no_other(
    one: str, other: str, known: dict[str, int | bool | date]
) -> None:
    found = together(parse(one), parse(other))
    if found is not None:
        assert parse(one).holds(found)
        assert parse(other).holds(found)
    elif "groups" not in one + other:
        assert not (parse(one).holds(known) and parse(other).holds(known))
