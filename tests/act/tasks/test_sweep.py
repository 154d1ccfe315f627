"""A sweep brings every task under way up to its day: the light that holds, each notice once, told as it is stored."""

from datetime import date, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pytest_django.fixtures import Settings

from luoshi.act.tasks import actions
from luoshi.act.tasks.actions.sweep import Sweep
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.queries import as_told, by_light, of, story
from luoshi.core.lifecycle import Light, LightPolicy, Rung
from luoshi.core.lifecycle import light as shown
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import since
from luoshi.ground.ledger.verification import verify
from world.ground import AT
from world.loop import DUE, after_days, cast

pytestmark = pytest.mark.django_db
POLICY = "act.tasks.test_sweep.strict_lights"
LADDER = "act.tasks.test_sweep.short_ladder"


def strict_lights() -> LightPolicy:
    """Let every light turn yellow a hundred working days before."""
    return LightPolicy(soon=100)


def short_ladder() -> tuple[Rung, ...]:
    """Give one notice only, the day after."""
    return (Rung("hall", "提请大厅", "leader", 1),)


def _sweep_on(day: date) -> Sweep:
    return actions.sweep(by=None, at=AT + (day - AT.date()))


def _light(task: Task) -> str:
    return Task.objects.get(pk=task.pk).light


def test_every_move_leaves_the_light_of_its_day() -> None:
    who = cast()
    assert _light(who.drafted()) == ""
    assert [_light(each) for each in (who.dispatched(), who.accepted(), who.reported())] == ["green"] * 3
    assert _light(who.closed()) == "blue"
    task = who.accepted()
    assert _light(actions.suspend(task, by=who.issuer, at=AT, reason="等上位法")) == "grey"
    assert _light(actions.resume(task, by=who.issuer, at=after_days(40))) == "red"
    later = date(2026, 6, 10)
    actions.ask_extension(task, by=who.owner, at=after_days(40), deadline_on=later, reason="在会签")
    assert _light(actions.grant_extension(task, by=who.issuer, at=after_days(40))) == "green"
    assert _light(actions.cancel(task, by=who.issuer, at=after_days(41), reason="并入他事")) == ""


def test_day_by_day_the_ladder_is_climbed_and_told() -> None:
    task = cast().accepted()
    given: list[tuple[str, date]] = []
    for number in range(60):
        day = AT.date() + timedelta(days=number)
        _sweep_on(day)
        stored = Task.objects.get(pk=task.pk)
        assert stored.light == (shown(stored.situation, day, LightPolicy(), site_calendar()) or "")
        assert as_told(story(task)) == stored.situation
        given += [(entry.facts["rung"], day) for entry in story(task)[3 + len(given) :]]
    assert given == [
        ("reminder", date(2026, 3, 25)),
        ("leader", date(2026, 3, 31)),
        ("first_responsible", date(2026, 4, 2)),
        ("notice", date(2026, 4, 7)),
    ]
    assert verify().fault is None


def test_a_notice_says_rung_addressee_and_deadline_and_names_nobody() -> None:
    task = cast().accepted()
    assert _sweep_on(date(2026, 4, 2)) == Sweep(tasks=1, lights=1, notices=2)
    entries = [entry for entry in since(0) if entry.verb == "task.escalated"]
    assert [(entry.chain, entry.by, entry.at.date()) for entry in entries] == [
        (task.chain, None, date(2026, 4, 2))
    ] * 2
    assert [(each.facts["rung"], each.facts["to"], each.facts["deadline_on"]) for each in entries] == [
        ("leader", "leader", "2026-03-30"),
        ("first_responsible", "first_responsible", "2026-03-30"),
    ]


def test_a_second_sweep_of_the_day_writes_nothing() -> None:
    who = cast()
    for task in (who.dispatched(), who.accepted(), who.reported(), who.closed()):
        assert task.pk
    day = date(2026, 4, 8)
    assert _sweep_on(day) == Sweep(tasks=3, lights=2, notices=6)
    entries = Entry.objects.count()
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert _sweep_on(day) == Sweep(tasks=3, lights=0, notices=0)
    assert [each["sql"] for each in queries if not each["sql"].startswith("SELECT")] == []
    assert Entry.objects.count() == entries


def test_what_is_not_in_hand_is_neither_lit_anew_nor_chased() -> None:
    who = cast()
    draft, closed = who.drafted(), who.closed()
    rests = actions.suspend(who.accepted(), by=who.issuer, at=AT, reason="等上位法")
    over = actions.cancel(who.accepted(), by=who.issuer, at=AT, reason="并入他事")
    entries = Entry.objects.count()
    assert _sweep_on(DUE + timedelta(days=40)) == Sweep()
    assert [_light(each) for each in (draft, closed, rests, over)] == ["", "blue", "grey", ""]
    assert Entry.objects.count() == entries


def test_a_rung_that_a_supervisor_gave_is_not_given_again() -> None:
    who = cast()
    task = who.accepted()
    actions.escalate(task, by=who.supervisor, at=after_days(1), rung="leader")
    assert story(task)[-1].facts["rung"] == "leader"
    _sweep_on(date(2026, 4, 8))
    assert [entry.facts["rung"] for entry in story(task)[4:]] == ["first_responsible", "notice"]


def test_batches_reach_every_task_and_tell_how_far_they_are() -> None:
    who = cast()
    for _number in range(7):
        who.dispatched()
    told: list[int] = []
    at = datetime.combine(date(2026, 3, 31), AT.timetz())
    assert actions.sweep(by=None, at=at, advance=told.append, batch=3) == Sweep(7, 7, 7)
    assert told == [3, 3, 1]


def test_lists_are_counted_by_light() -> None:
    who = cast()
    who.closed()
    who.drafted()
    for _number in range(2):
        who.dispatched()
    assert by_light(of(who.committee)) == {Light.BLUE: 1, Light.GREEN: 2}
    assert by_light(of(who.stranger.holdings.get().post.organization)) == {}


def test_the_policies_of_the_site_decide(settings: Settings) -> None:
    settings.LUOSHI_LIGHTS, settings.LUOSHI_LADDER = POLICY, LADDER
    who = cast()
    task = who.dispatched()
    assert task.light == "yellow"
    _sweep_on(date(2026, 4, 8))
    assert [entry.facts["rung"] for entry in story(task)[2:]] == ["hall"]
