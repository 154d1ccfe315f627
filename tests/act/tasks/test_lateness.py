"""The longest overdue come first, whichever of the two ways finds them."""

from datetime import timedelta

import pytest

from luoshi.act.tasks.lateness import COUNTED, OLDEST, longest_overdue, overdue_count
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.queries import overdue
from luoshi.ground.organizations.models import Organization
from world.ground import AT, TODAY
from world.loop import Cast, cast

pytestmark = pytest.mark.django_db


def _late(owner: Organization, days: int, state: str = "accepted") -> Task:
    return Task(
        title="印发办法",
        text="印发办法",
        origin=Origin.DOCKET,
        issuer=owner,
        owner=owner,
        state=state,
        deadline_on=TODAY - timedelta(days=days),
        opened_at=AT,
        moved_at=AT,
    )


def _few(who: Cast) -> None:
    """Several owners with several tasks each, equal days among them, and what is not overdue."""
    rows = [_late(owner, days % 7) for owner in (who.office, who.committee) for days in range(20)]
    Task.objects.bulk_create([*rows, _late(who.office, 90, "closed"), _late(who.office, 90, "suspended")])


def _many_elsewhere(who: Cast) -> None:
    elsewhere = who.stranger.holdings.get().post.organization
    Task.objects.bulk_create([_late(elsewhere, 30) for _task in range(OLDEST + 100)])


@pytest.mark.parametrize("first", [1, 2, 5, 50])
@pytest.mark.parametrize("hidden", [False, True], ids=["among the oldest", "behind many others"])
def test_the_page_is_the_beginning_of_all_that_is_overdue(first: int, *, hidden: bool) -> None:
    who = cast()
    _few(who)
    if hidden:
        _many_elsewhere(who)
    for place in (who.committee, who.office):
        assert longest_overdue(place, TODAY, first) == list(overdue(place, TODAY)[:first])


def test_where_nothing_is_overdue_nothing_is_found() -> None:
    who = cast()
    _many_elsewhere(who)
    assert longest_overdue(who.committee, TODAY) == []
    assert overdue_count(who.committee, TODAY) == 0


def test_the_count_stops_at_a_thousand() -> None:
    who = cast()
    _few(who)
    _many_elsewhere(who)
    elsewhere = who.stranger.holdings.get().post.organization
    assert overdue_count(who.committee, TODAY) == overdue(who.committee, TODAY).count() == 34
    assert overdue_count(elsewhere, TODAY) == COUNTED


@pytest.mark.django_db
def test_what_was_reported_in_time_is_not_late_while_it_waits_for_its_verifier() -> None:
    who = cast()
    reported = who.reported()
    later = reported.deadline_on + timedelta(days=40) if reported.deadline_on else None
    assert later is not None
    assert longest_overdue(who.office, later) == []
    assert overdue_count(who.office, later) == 0
    assert list(overdue(who.office, later)) == []
    Task.objects.filter(pk=reported.pk).update(reported_on=later - timedelta(days=39))
    assert longest_overdue(who.office, later) == list(overdue(who.office, later)) == [reported]
