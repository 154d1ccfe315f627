"""Conditions: what they mean, what is unknown, what is refused."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.refusals import Refusal
from luoshi.core.rules import Value, parse

KNOWN: dict[str, Value] = {
    "full_members": 7,
    "members": 9,
    "committee": True,
    "organ": False,
    "last_elected_on": date(2024, 3, 8),
}


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("full_members >= 7", True),
        ("full_members>7", False),
        ("full_members != 7 or committee", True),
        ("not committee", False),
        ("not (committee and organ)", True),
        ("organ or committee and full_members < 7", False),
        ("(organ or committee) and full_members == 7", True),
        ("not not committee", True),
        ("full_members * 100 >= members * 70", True),
        ("last_elected_on < 2024-03-09", True),
        ("2024-03-08 == last_elected_on", True),
        ("3 < 4", True),
        # Nobody told these; what else is known may still decide.
        ("staff >= 100", None),
        ("staff * 2 >= members", None),
        ("not discipline_committee", None),
        ("staff >= 100 and organ", False),
        ("organ and staff >= 100", False),
        ("staff >= 100 and committee", None),
        ("staff >= 100 or committee", True),
        ("staff >= 100 or organ", None),
        # A special status is absent until somebody declares it.
        ("temporary", False),
        ("not joint and committee", True),
    ],
)
def test_a_condition_is_answered(text: str, answer: object) -> None:
    assert parse(text).holds(KNOWN) is answer


def test_a_count_of_none_is_a_count() -> None:
    assert parse("groups > 0").holds({"groups": 0}) is False
    assert parse("groups > 0").holds({}) is None


def test_it_tells_which_facts_are_missing() -> None:
    condition = parse("staff >= 100 and (committee or organ) and not temporary")
    assert condition.unknown({"organ": True}) == ("committee", "staff")


def test_conditions_written_alike_are_the_same() -> None:
    assert parse("committee") == parse("committee")
    assert parse("committee") != parse("not committee")


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "and", "committee and", "committee committee", "(committee", "committee)", "members >", "members > >",
        "not", "committee = 3", "members >= 7 members", "committee; organ", "members >= 2026-13-01", "members > 7.5",
        "__import__('os')", "committee.real", "members > -1", "7", "members", "members * 2", "committee > 3",
        "committee == organ", "members == 2026-01-01", "last_elected_on * 2 > 3", "budget > 3", "Committee",
        "not " * 2000 + "committee", "(" * 2000 + "committee" + ")" * 2000,
        "(" * 400 + "committee" + ")" * 400, "members > " + "9" * 5000,
    ],
)  # fmt: skip
def test_what_is_no_condition_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        parse(text)


@given(st.text(alphabet="()<>=!*andortmbes_ 0123456789-", max_size=40))
def test_any_text_is_a_condition_or_refused(text: str) -> None:
    try:
        answer = parse(text).holds(KNOWN)
    except Refusal:
        return
    assert answer in (True, False, None)


@given(
    st.dictionaries(st.sampled_from(["committee", "organ", "discipline_committee"]), st.booleans()),
    st.sampled_from(
        ["committee and organ", "committee or organ", "not committee", "not (organ or committee)"]
    ),
)
def test_what_is_known_already_is_never_taken_back(facts: dict[str, Value], text: str) -> None:
    """More facts may turn unknown into an answer, and never one answer into the other."""
    answer = parse(text).holds(facts)
    for more in (True, False):
        full = {"committee": more, "organ": more, **facts}
        assert answer is None or parse(text).holds(full) is answer
