"""Whatever somebody chooses in the form is a sound rule whose own examples hold, from both sides of its first day."""

from datetime import date
from typing import get_args

from hypothesis import example, given, settings
from hypothesis import strategies as st

from luoshi.core.rules import KIND_LABELS, Count, read, undemonstrated, work
from luoshi.plan.obligations.wording import Choice, Per, written
from world.rules import ALMANAC

choices = st.builds(
    Choice,
    what=st.sampled_from(list(KIND_LABELS)),
    per=st.sampled_from(get_args(Per)),
    at_least=st.integers(1, 28),
    binds=st.sampled_from([("branch",), ("party_group",), ("branch", "group")]),
    since=st.dates(date(2025, 1, 1), date(2027, 12, 31)),
    basis=st.text(min_size=1, max_size=40).filter(str.strip),
    full_members=st.integers(0, 1000),
)


@settings(max_examples=20, deadline=None)
@example(Choice("talk", "year", 1, ("branch",), date(2026, 12, 2), '\x7f\t"\\\r\n《要点》'))
@given(choices)
def test_whatever_is_chosen_is_sound_and_its_examples_hold(choice: Choice) -> None:
    pack = read(written(choice), "any")
    [rule] = pack.rules
    assert rule.measure == Count(choice.what, choice.per, choice.at_least)
    assert rule.citations[0].document == choice.basis
    assert [(each.case.name, each.differs) for each in work(pack, ALMANAC) if each.differs] == []
    assert list(undemonstrated(pack)) == []
