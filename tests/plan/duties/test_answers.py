"""A duty and a rule that ask for the same thing know of each other: what is on record is asked of nobody again."""

from datetime import UTC, date, datetime

import pytest
from django.utils.timezone import localdate, now

from luoshi.act.activities.actions import record, withdraw
from luoshi.act.activities.models import Activity
from luoshi.act.activities.telling import Attendee, Telling
from luoshi.act.signoffs.actions import gather
from luoshi.act.signoffs.queries import alike
from luoshi.act.tasks.actions import close, return_
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.queries import as_told, story
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.feeds.sources import duties
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.queries import held_by
from luoshi.plan.duties.actions import amend_item, open_due, publish, report_recorded
from luoshi.plan.duties.actions.items import Wording
from luoshi.plan.duties.models import DutyItem, DutyOpening
from luoshi.plan.duties.queries.lists import responsibilities
from luoshi.plan.duties.queries.recorded import asked_by_task, recorded
from luoshi.plan.duties.vocabulary import Area, Frequency, Overseer
from world.duty_lists import Branch, branch
from world.ground import AT, TODAY

pytestmark = pytest.mark.django_db


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 1, 0, tzinfo=UTC)


def _held(who: Branch, kind: ActivityKind, on: date, at: datetime | None = None) -> Activity:
    told = Telling(
        organization=who.branch,
        kinds=frozenset({kind}),
        held_on=on,
        topic=f"{kind}{on}",
        minutes="开了会。",
        attendees=(Attendee(who.secretary), Attendee(who.member)),
    )
    return record(told, by=who.secretary, at=at or datetime(on.year, on.month, on.day, 9, tzinfo=UTC))


def _task(key: str) -> Task:
    return DutyOpening.objects.select_related("task").get(key=key).task


def test_what_is_on_record_already_opens_no_task() -> None:
    who = branch()
    duty_list = who.accepted()
    _held(who, ActivityKind.THEME_DAY, TODAY, AT)
    assert open_due(by=None, at=_at(3, 3)) == 2
    assert not DutyOpening.objects.filter(key="party_day").exists()
    shown = recorded(responsibilities(duty_list), TODAY)
    [(period, [met])] = shown["party_day"]
    refs = [("activity", Activity.objects.get().pk)]
    assert (period, met.rule.id, [each.ref for each in met.met_by]) == ("2026-03", "ZB-23", refs)
    assert set(shown) == {"party_day"}
    # The next month is another one.
    assert open_due(by=None, at=_at(4, 1)) == 2


def test_an_open_task_is_reported_by_the_record_and_verified_by_whoever_oversees() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    assert report_recorded(by=None, at=_at(3, 10)) == 0
    _held(who, ActivityKind.THEME_DAY, date(2026, 3, 10))
    assert report_recorded(by=None, at=_at(3, 11)) == 1
    assert report_recorded(by=None, at=_at(3, 12)) == 0
    task = _task("party_day")
    told = story(task)
    assert (task.state, told[-1].verb, told[-1].by) == ("reported", "task.reported", None)
    assert told[-1].facts["note"] == "已由记录落实：主题党日（3月10日）。"
    assert as_told(told) == task.situation
    assert close(task, by=who.above, at=_at(3, 12), note="看了记录。").state == "closed"
    assert _task("committee_meeting").state == "accepted"
    assert verify().fault is None


def test_a_task_that_nobody_took_over_is_reported_too() -> None:
    who = branch()
    who.published()
    open_due(by=None, at=AT)
    _held(who, ActivityKind.THEME_DAY, date(2026, 3, 10))
    assert report_recorded(by=None, at=_at(3, 11)) == 1
    assert [each.verb for each in story(_task("party_day"))][-2:] == ["task.accepted", "task.reported"]


def test_what_was_held_late_but_in_the_month_counts_when_it_is_recorded() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    _held(who, ActivityKind.THEME_DAY, date(2026, 3, 30), _at(4, 8))
    assert report_recorded(by=None, at=_at(4, 9)) == 1
    _held(who, ActivityKind.GENERAL_MEETING, date(2026, 4, 8), _at(4, 8))
    assert report_recorded(by=None, at=_at(4, 10)) == 0


def test_what_a_verifier_returned_is_left_to_its_owner() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    _held(who, ActivityKind.THEME_DAY, date(2026, 3, 10))
    report_recorded(by=None, at=_at(3, 11))
    return_(_task("party_day"), by=who.above, at=_at(3, 12), reason="只开了半小时，不算。")
    assert report_recorded(by=None, at=_at(3, 13)) == 0
    assert _task("party_day").state == "accepted"


def test_what_is_withdrawn_is_asked_for_again() -> None:
    who = branch()
    who.accepted()
    held = _held(who, ActivityKind.THEME_DAY, TODAY, AT)
    open_due(by=None, at=_at(3, 3))
    withdraw(held, reason="没有开", by=who.secretary, at=_at(3, 4))
    assert open_due(by=None, at=_at(3, 5)) == 1
    assert _task("party_day").state == "accepted"


def test_reports_by_record_are_no_copies_of_each_other() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    for kind in (ActivityKind.THEME_DAY, ActivityKind.GENERAL_MEETING):
        _held(who, kind, date(2026, 3, 10))
    assert report_recorded(by=None, at=_at(3, 11)) == 2
    assert gather() == 2
    assert alike(_task("party_day")) == alike(_task("general_meeting")) == []


def test_a_duty_that_asks_for_something_else_now_is_answered_by_nothing() -> None:
    who = branch()
    draft = who.drafted()
    item = draft.items.get(key="party_day")
    assert item.answers == ["ZB-23"]
    wording = Wording(
        item.title,
        "每月两次。",
        item.how,
        Area(item.area),
        Frequency(item.frequency),
        Overseer(item.overseer),
    )
    assert amend_item(item, wording, by=who.above, at=AT).answers == []


def test_the_desk_is_told_what_tasks_ask_for_already() -> None:
    who = branch()
    who.accepted()
    open_due(by=None, at=AT)
    assert (who.branch.pk, "ZB-23", "2026-03") in asked_by_task([who.seat.pk])
    assert asked_by_task([who.member_seat.pk]) == set()


def test_a_calendar_says_once_what_rule_and_duty_ask_for() -> None:
    who, at = branch(), now()
    year = localdate(at).year + 1
    publish(who.drafted(year=year, at=at), by=who.above, at=at)
    held = held_by(who.secretary, localdate(at))
    found = list(duties(who.secretary, held, date(year, 1, 1), date(year, 12, 31)))
    titles = {each.what for each in found}
    # The branch owes its review by a rule, so that its calendar has it from there; talks are the duty's alone.
    assert "民主评议党员" not in titles
    assert "谈心谈话" in titles


def test_a_talk_reports_its_duty_without_saying_when_it_was() -> None:
    who = branch()
    who.accepted()
    DutyItem.objects.filter(key="party_day").update(frequency=Frequency.YEAR, answers=["ZB-28"])
    open_due(by=None, at=_at(12, 1))
    _held(who, ActivityKind.TALK, date(2026, 12, 2))
    assert report_recorded(by=None, at=_at(12, 3)) == 1
    noted = [each.facts.get("note", "") for each in story(_task("party_day"))]
    assert "已由记录落实：谈心谈话。" in noted
