"""The morning opens the tasks of what falls due: once, for whoever holds the post, by the end of the period."""

from datetime import UTC, date, datetime

import pytest

from luoshi.act.tasks.actions import close, report
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.queries import as_told, handover, story
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.actions import assume, vacate
from luoshi.plan.duties.actions import accept, drop_item, open_due, publish
from luoshi.plan.duties.models import DutyOpening
from luoshi.plan.duties.queries.due import dated
from luoshi.plan.duties.queries.lists import responsibilities
from world.duty_lists import Branch, branch
from world.ground import AT, TODAY, somebody

pytestmark = pytest.mark.django_db


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 1, 0, tzinfo=UTC)


def _opened(who: Branch) -> dict[str, Task]:
    return {each.key: each.task for each in DutyOpening.objects.filter(post=who.seat).select_related("task")}


def test_what_falls_due_becomes_a_task_of_the_post_by_the_last_working_day() -> None:
    who = branch()
    who.accepted()
    assert open_due(by=None, at=AT) == 3
    task = _opened(who)["committee_meeting"]
    assert (task.title, task.origin, task.state) == ("召开支委会（2026年3月）", "duty", "accepted")
    assert (task.owner, task.owner_post, task.issuer) == (who.branch, who.seat, who.committee)
    assert task.deadline_on == date(2026, 3, 31)
    # The general meeting is owed once a quarter, and its task is open from the month before its end.
    assert set(_opened(who)) == {"committee_meeting", "party_day", "general_meeting"}


def test_it_is_done_by_policy_and_nobody_is_said_to_have_done_it() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    for task in _opened(who).values():
        told = story(task)
        assert [each.verb for each in told] == ["task.drafted", "task.dispatched", "task.accepted"]
        assert {each.by for each in told} == {None}
        assert as_told(told) == Task.objects.get(pk=task.pk).situation
    assert verify().fault is None


def test_a_list_that_nobody_accepted_gives_tasks_that_wait_to_be_accepted() -> None:
    who = branch()
    who.published()
    open_due(by=None, at=AT)
    assert {task.state for task in _opened(who).values()} == {"dispatched"}


def test_a_second_morning_and_a_new_version_open_nothing_twice() -> None:
    who = branch()
    first = who.accepted()
    open_due(by=None, at=AT)
    entries = Entry.objects.count()
    assert open_due(by=None, at=_at(3, 3)) == 0
    assert Entry.objects.count() == entries
    second = who.drafted(at=_at(3, 4))
    drop_item(second.items.get(key="talks"), by=who.above, at=_at(3, 4), why="另行安排")
    publish(second, by=who.above, at=_at(3, 4), why="更正")
    accept(second, by=who.secretary, at=_at(3, 4))
    assert open_due(by=None, at=_at(3, 5)) == 0
    done = {each.item.key: each.performed for each in responsibilities(second)}
    assert done["party_day"][0].task == _opened(who)["party_day"]
    assert first.items.count() == second.items.count()


def test_the_next_month_opens_the_next_tasks() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    assert open_due(by=None, at=_at(4, 1)) == 2
    # From May on the half-year's duty is due, from November on the year's.
    assert open_due(by=None, at=_at(5, 6)) == 4
    assert DutyOpening.objects.filter(key="activists").get().period == "2026-H1"
    assert open_due(by=None, at=_at(11, 2)) == 8


def test_nothing_is_opened_late_or_for_another_year() -> None:
    who = branch()
    who.accepted()
    assert open_due(by=None, at=_at(3, 31)) == 3
    assert open_due(by=None, at=datetime(2027, 3, 2, 1, 0, tzinfo=UTC)) == 0


def test_a_vacant_post_gets_its_task_the_morning_after_somebody_assumed_it() -> None:
    who = branch()
    published = who.published()
    vacate(who.seat, person=who.secretary, until_on=TODAY, by=None, at=AT)
    assert open_due(by=None, at=_at(3, 3)) == 0
    heir = somebody("己书记")
    assume(who.seat, person=heir, from_on=date(2026, 3, 10), by=None, at=_at(3, 9))
    accept(published, by=heir, at=_at(3, 10))
    assert open_due(by=None, at=_at(3, 11)) == 3
    [first, *_rest] = handover(who.seat).to_do
    assert first in _opened(who).values()


def test_it_may_be_stopped_anywhere_and_begun_again() -> None:
    who = branch()
    who.published()
    who.published(who.member_seat)

    def stop(_tasks: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        open_due(by=None, at=AT, advance=stop, batch=1)
    begun = DutyOpening.objects.count()
    assert begun > 0
    rest = open_due(by=None, at=AT)
    assert rest > 0
    assert DutyOpening.objects.count() == begun + rest == Task.objects.filter(origin="duty").count()


def test_from_assigning_to_overseeing_everything_is_in_its_task() -> None:
    who = branch()
    duty_list = who.accepted()
    open_due(by=None, at=AT)
    task = report(_opened(who)["party_day"], by=who.secretary, at=_at(3, 20), note="开展了一次，12人参加。")
    close(task, by=who.above, at=_at(3, 23), note="看了记录，属实。")
    done = {each.item.key: each for each in responsibilities(duty_list)}["party_day"]
    assert [(each.period, each.task.state) for each in done.performed] == [("2026-03", "closed")]
    assert done.overseer == task.issuer


def test_the_calendar_lists_every_term_between_two_days_with_its_task() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    listed = dated(who.secretary, date(2026, 3, 1), date(2026, 6, 30))
    meetings = [each for each in listed if each.key == "party_day"]
    assert [each.on for each in meetings] == [
        date(2026, 3, 31),
        date(2026, 4, 30),
        date(2026, 5, 29),
        date(2026, 6, 30),
    ]
    assert meetings[0].task == _opened(who)["party_day"].pk
    assert [each.task for each in meetings[1:]] == [None] * 3
    assert [each.on for each in listed] == sorted(each.on for each in listed)
    assert {each.period for each in listed if each.key == "general_meeting"} == {"2026-Q1", "2026-Q2"}
    assert dated(somebody("某"), date(2026, 1, 1), date(2026, 12, 31)) == []
