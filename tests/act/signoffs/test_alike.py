"""What was said before is seen by whoever verifies, in whatever order and words it comes again."""

import pytest

from core.likeness.invented import pairs
from luoshi.act.signoffs.actions import gather
from luoshi.act.signoffs.models import SignOff, SignOffKey
from luoshi.act.signoffs.queries import COMPARED, NEWEST, SHOWN, alike
from luoshi.act.tasks.actions import close, report, return_
from luoshi.act.tasks.models import Task
from luoshi.ground.ledger.actions import append
from world.ground import AT
from world.loop import PROOF, Cast, cast

pytestmark = pytest.mark.django_db
SAID = "完成屋面维修14栋，更换雨落管320米，居民签字确认96户。"
REWORDED = "更换雨落管320米；96户居民已签字确认，屋面维修14栋也已完成。"
OTHER = "完成屋面维修9栋，更换雨落管75米，居民签字确认41户。"


def _reported(who: Cast, note: str) -> Task:
    return report(who.accepted(), by=who.owner, at=AT, note=note, proofs=[PROOF])


def test_a_reworded_report_names_the_earlier_task_and_an_honest_one_nothing() -> None:
    who = cast()
    first, other, copied = (_reported(who, note) for note in (SAID, OTHER, REWORDED))
    assert gather() == 3
    [found] = alike(copied)
    assert (found.task, found.verb, found.earlier_verb) == (first.pk, "task.reported", "task.reported")
    assert 0.6 < found.likeness <= 1
    assert alike(first) == alike(other) == []


def test_the_last_report_counts_and_a_task_never_repeats_itself() -> None:
    who = cast()
    first = _reported(who, SAID)
    task = return_(_reported(who, SAID), by=who.verifier, at=AT, reason="请补充面积")
    task = report(task, by=who.owner, at=AT, note=OTHER)
    gather()
    assert alike(task) == []
    task = return_(task, by=who.verifier, at=AT, reason="与台账不符")
    task = report(task, by=who.owner, at=AT, note=REWORDED)
    gather()
    assert [each.task for each in alike(task)] == [first.pk]


def test_a_closing_note_is_compared_too_and_blocks_nothing() -> None:
    who = cast()
    note = "实地看了14栋屋面，抽测雨落管30米，走访居民12户，与报告一致。"
    first = close(_reported(who, SAID), by=who.verifier, at=AT, note=note)
    second = close(_reported(who, OTHER), by=who.verifier, at=AT, note=note)
    gather()
    assert [(each.task, each.verb) for each in alike(second)] == [(first.pk, "task.closed")]
    assert second.state == "closed"


def test_gathering_again_takes_in_only_what_is_new() -> None:
    who = cast()
    _reported(who, SAID)
    assert (gather(), gather()) == (1, 0)
    kept = (SignOff.objects.count(), SignOffKey.objects.count())
    _reported(who, OTHER)
    assert gather() == 1
    SignOffKey.objects.all().delete()
    SignOff.objects.all().delete()
    assert gather() == 2
    assert kept < (SignOff.objects.count(), SignOffKey.objects.count())


def test_what_a_thousand_have_said_still_costs_one_look_at_a_few() -> None:
    for number in range(1, NEWEST + COMPARED):
        append(f"task:{number}", "task.reported", by=1, at=AT, facts={"note": "已按要求办理完毕。"})
    for number, pair in enumerate(pairs(200, seed=3), 1000):
        append(f"task:{number}", "task.reported", by=1, at=AT, facts={"note": pair.one})
    gather()
    last = Task(pk=NEWEST + COMPARED - 1)
    found = alike(last)
    assert len(found) == SHOWN
    assert all(each.likeness == 1 and each.task < last.pk for each in found)


def test_a_report_without_words_to_compare_is_like_none() -> None:
    append("task:1", "task.reported", by=1, at=AT, facts={"note": "……"})
    append("task:2", "task.reported", by=1, at=AT, facts={"note": "……"})
    gather()
    assert alike(Task(pk=2)) == []
