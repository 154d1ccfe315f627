"""Who is told what on a working morning, and that nobody is told nothing."""

from datetime import UTC, date, datetime, timedelta

import pytest

from luoshi.act.tasks import actions
from luoshi.act.tasks.actions import sweep
from luoshi.edge.notices.models import Digest
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import PostKind
from world.ground import AT, TODAY, somebody
from world.loop import DUE, PROOF, cast, holder
from world.mornings import MAIL, TUESDAY, told, write
from world.signing import let_in

pytestmark = pytest.mark.django_db


def at(day: int, month: int = 4, hour: int = 1) -> datetime:
    """Return nine o'clock of that day in Shanghai."""
    return datetime(2026, month, day, hour, 0, tzinfo=UTC)


def test_whoever_gets_a_task_is_told_to_accept_it_and_nobody_else() -> None:
    who = cast()
    task = who.dispatched()
    assert write() == 1
    assert told(who.owner) == {"accept": [task.pk]}


def test_a_task_is_told_as_it_stands_in_the_morning() -> None:
    who = cast()
    reported, closed = who.reported(), who.closed()
    assert write() == 1
    assert told(who.issuer) == {"verify": [reported.pk]}
    assert closed.pk not in Digest.objects.get().parts[0]["tasks"]


def test_what_was_told_is_not_told_again() -> None:
    who = cast()
    who.dispatched()
    assert write() == 1
    assert write() is None
    assert write(TUESDAY + timedelta(days=1)) == 0
    later = who.dispatched()
    assert write(TUESDAY + timedelta(days=2)) == 1
    assert told(who.owner, TUESDAY + timedelta(days=2)) == {"accept": [later.pk]}


@pytest.mark.parametrize(
    "moment",
    [at(7, 3), at(8, 3), datetime(2026, 3, 2, 23, 30, tzinfo=UTC)],
    ids=["Saturday", "Sunday", "before eight"],
)
def test_nothing_is_written_on_rest_days_and_before_the_hour(moment: datetime) -> None:
    cast().dispatched()
    assert write(moment) is None
    assert not Digest.objects.exists()


def test_friday_and_the_weekend_are_told_on_monday() -> None:
    who = cast()
    assert write(at(6, 3)) == 0
    task = who.dispatched()
    assert write(at(9, 3)) == 1
    assert told(who.owner, at(9, 3)) == {"accept": [task.pk]}


def test_who_asked_and_who_was_answered_is_told() -> None:
    who = cast()
    asked, blocked, back = who.accepted(), who.accepted(), who.reported()
    actions.ask_extension(asked, by=who.owner, at=AT, deadline_on=date(2026, 4, 15), reason="等上级文件")
    actions.block(blocked, by=who.owner, at=AT, reason="接口不通")
    actions.return_(back, by=who.verifier, at=AT, reason="缺回执")
    write()
    assert told(who.issuer) == {"answer": [asked.pk, blocked.pk]}
    assert told(who.owner) == {"resume": [back.pk]}


def test_the_ladder_reaches_handler_leader_first_responsible_and_unit() -> None:
    who = cast()
    deputy = holder("庚副局长", who.committee, PostKind.DUAL_DUTY_DEPUTY)
    first = holder("辛局长", who.committee, PostKind.FIRST_RESPONSIBLE)
    task = who.accepted()
    write(at(24, 3))
    for day, month in ((25, 3), (31, 3), (2, 4), (7, 4)):
        sweep(by=None, at=at(day, month, 0))
        write(at(day, month))
    assert told(who.owner, at(25, 3))["report"] == [task.pk]
    assert told(deputy, at(31, 3)) == {"escalated": [task.pk]}
    assert told(first, at(2)) == {"escalated": [task.pk]}
    assert told(who.owner, at(7))["escalated"] == [task.pk]
    # The first responsible person answers for the issuer too, so a notice may be issued in its name.
    assert told(first, at(7)) == {"escalated": [task.pk], "issue": [task.pk]}
    assert told(who.supervisor, at(7)) == {"issue": [task.pk]}


def test_what_was_reported_in_time_is_not_escalated() -> None:
    who = cast()
    task = who.accepted()
    write(at(31, 3) - timedelta(days=1))
    sweep(by=None, at=at(31, 3, 0))
    actions.report(task, by=who.owner, at=at(31, 3, 0), note="已经印发", proofs=[PROOF])
    write(at(31, 3))
    assert "escalated" not in told(who.issuer, at(31, 3))


def test_delays_below_are_told_once_to_whoever_is_above() -> None:
    who = cast()
    task = who.accepted()
    assert task.deadline_on == DUE
    write(at(24, 3))
    write(at(25, 3))
    assert told(who.issuer, at(25, 3)) == {"soon_below": [task.pk]}
    assert told(who.supervisor, at(25, 3)) == {"soon_below": [task.pk]}
    assert told(who.stranger, at(25, 3)) == {}
    assert write(at(26, 3)) == 0
    write(at(30, 3))
    write(at(31, 3))
    assert told(who.issuer, at(31, 3)) == {"overdue_below": [task.pk]}
    assert told(who.owner, at(31, 3)) == {"overdue": [task.pk]}
    assert write(at(1)) == 0


def test_a_stand_in_is_told_too() -> None:
    who = cast()
    give_grant(who.owner, stand_in=who.stranger, from_on=TODAY, until_on=date(2099, 1, 1), by=None, at=AT)
    task = who.dispatched()
    assert write() == 2
    assert told(who.stranger) == told(who.owner) == {"accept": [task.pk]}


def test_a_system_office_is_told_nothing_even_where_it_stands_in() -> None:
    who, keeper = cast(), somebody("审计")
    give_grant(who.owner, stand_in=keeper, from_on=TODAY, until_on=date(2099, 1, 1), by=None, at=AT)
    let_in(keeper, Office.AUDIT)
    who.dispatched()
    write()
    assert told(keeper) == {}


def test_each_channel_gets_one_delivery_of_each_digest() -> None:
    cast().dispatched()
    write(TUESDAY, MAIL)
    assert [each.channel for each in Digest.objects.get().deliveries.all()] == ["mail"]
