"""What an organization owes follows from rules, facts and what happened; a figure is its list counted."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from luoshi.core.rules import Status
from luoshi.plan.obligations.actions import draft_rule, withdraw
from luoshi.plan.obligations.models import Fulfilment, YearCount
from luoshi.plan.obligations.packs import LOCAL
from luoshi.plan.obligations.queries import Figure, behind, branchings, tallies, year_of
from world.branches import Committee, committee, in_force, monthly, reported
from world.ground import AT

pytestmark = pytest.mark.django_db
TODAY = date(2026, 5, 20)
SINCE = date(2026, 1, 1)


def _bound() -> Committee:
    who = committee()
    in_force(draft_rule(who.committee, monthly(SINCE), by=who.officer, at=AT), SINCE)
    return who


def _local(who: Committee, place: int, year: int = 2026) -> dict[str, Status]:
    found = year_of(who.branches[place], year, TODAY)
    return {each.key: each.status for each in found if each.rule.id.startswith(LOCAL)}


def test_each_month_is_met_missed_or_owed() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5), date(2026, 3, 31))
    found = _local(who, 0)
    assert found["2026-01"] is found["2026-03"] is Status.MET
    assert found["2026-02"] is found["2026-04"] is Status.MISSED
    assert found["2026-05"] is found["2026-12"] is Status.OWED


def test_what_met_it_leads_back_to_the_record() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5))
    [met] = [each for each in year_of(who.branches[0], 2026, TODAY) if each.status is Status.MET]
    assert [each.ref for each in met.met_by] == [("fulfilment", Fulfilment.objects.get().pk)]


def test_where_nobody_records_anything_it_is_unknown_and_not_missed() -> None:
    who = _bound()
    assert _local(who, 0)["2026-01"] is Status.UNKNOWN


def test_where_the_neighbours_record_nothing_found_is_missed() -> None:
    who = _bound()
    reported(who.branches[1], date(2026, 1, 5))
    tallies([who.committee.path], 2026, TODAY)
    assert _local(who, 0)["2026-01"] is Status.MISSED


def test_a_local_rule_binds_whoever_is_below_and_nobody_else() -> None:
    who = _bound()
    rules = {each.rule.id for each in year_of(who.elsewhere, 2026, TODAY)}
    assert rules
    assert not any(each.startswith(LOCAL) for each in rules)


def test_what_is_withdrawn_no_longer_counts() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5), date(2026, 2, 5))
    tallies([who.committee.path], 2026, TODAY)
    withdraw(Fulfilment.objects.get(made_on=date(2026, 2, 5)), by=None, at=AT)
    assert _local(who, 0)["2026-02"] is Status.MISSED
    [(_branch, tally)] = tallies([who.branches[0].path], 2026, TODAY)
    assert tally.months(Status.MET)[:2] == [1, 0]


def test_counts_are_kept_and_follow_the_ledger() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5))
    tallies([who.root.path], 2026, TODAY)
    assert YearCount.objects.count() == 1
    reported(who.branches[1], date(2025, 12, 5), date(2026, 2, 5))
    tallies([who.root.path], 2026, TODAY)
    assert YearCount.objects.count() == 3


def test_parts_of_a_subtree_add_up_to_it() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5))
    whole, parts = branchings(who.root, 2026, TODAY)
    for status in Status:
        added = [sum(numbers) for numbers in zip(*(each.tally.months(status) for each in parts), strict=True)]
        assert added == whole.months(status)
    assert {each.organization.pk for each in parts if each.whole} >= {who.committee.pk}


def test_a_list_goes_on_where_it_stopped() -> None:
    who = _bound()
    reported(who.branches[0], date(2026, 1, 5))
    paths, seen, after = [who.committee.path], set[int](), ""
    while True:
        page = behind(Figure(paths, 2026, 3, Status.MISSED), TODAY, after=after, limit=1)
        seen |= {each.organization.pk for each in page.found}
        after = page.following
        if not after:
            break
    assert seen == {each.pk for each in who.branches}


class Figures(TestCase):
    """Whatever happened, a figure is the length of the list behind it."""

    @settings(max_examples=20, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(0, 1), st.dates(date(2025, 11, 1), TODAY)), max_size=12, unique=True),
        st.dates(date(2025, 12, 1), date(2026, 8, 31)),
        st.integers(1, 3),
    )
    def test_list_count_equals_figure(self, days: list[tuple[int, date]], since: date, at_least: int) -> None:
        who = committee()
        in_force(draft_rule(who.committee, monthly(since, at_least), by=who.officer, at=AT), since)
        for place, day in days:
            reported(who.branches[place], day)
        whole, _parts = branchings(who.committee, 2026, TODAY)
        for status in Status:
            for month in range(1, 13):
                page = behind(Figure([who.committee.path], 2026, month, status), TODAY, after="", limit=1000)
                assert not page.following
                assert len(page.found) == page.counts[status] == whole.months(status)[month - 1]
