"""A hearing begins with what the records say, and what it decides is a task."""

from collections import Counter
from datetime import date

import pytest

from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.core.lifecycle import Situation
from luoshi.core.refusals import Refusal
from luoshi.core.rules import Status
from luoshi.plan.duties.actions import arrange, convene, decide, hold
from luoshi.plan.duties.actions.hearings import Arrangement
from luoshi.plan.duties.queries.hearings import decisions, figures, half_year, hearings_within, told
from luoshi.plan.obligations.actions import draft_rule
from luoshi.plan.obligations.queries import year_of
from world.branches import committee, in_force, monthly, reported
from world.ground import AT, TODAY
from world.loop import DUE, after_days, cast

pytestmark = pytest.mark.django_db


def test_the_agenda_says_what_the_records_say() -> None:
    who = cast()
    who.accepted()
    hearing = convene(who.committee, date(2026, 6, 10), by=who.issuer, at=after_days(60))
    assert hearing.period == "2026-H1"
    assert hearing.agenda == [
        "听取2026年上半年党建责任落实情况汇报",
        "责任缺位：3个岗位没有清单，0个岗位空缺",
        "逾期任务1件：原因、措施和办结时间",
        "议定下一步工作",
    ]
    assert list(hearings_within([who.committee.path])) == [hearing]
    with pytest.raises(Refusal, match=r"2026年上半年已经安排过听取汇报（2026-06-10）"):
        convene(who.committee, date(2026, 5, 11), by=who.issuer, at=AT)


def test_the_figures_are_those_of_the_records_and_freeze_when_it_is_held() -> None:
    who = cast()
    hearing = convene(who.committee, TODAY, by=who.issuer, at=AT)
    task = who.closed()
    who.accepted()
    live = figures(who.committee, half_year("2026-H1"), TODAY)
    assert live["tasks"] == {"under_way": 1, "late": 0, "closed": 1, "in_time": 1, "relapsed": 0}
    held = hold(hearing, held_on=TODAY, present="全体", minutes="听取了汇报。", by=who.issuer, at=AT)
    assert held.figures == live
    late = figures(who.committee, half_year("2026-H1"), date(2026, 4, 30))
    assert [each["owner"] for each in late["late"]] == ["市数据局政务处"]
    assert late["tasks"]["late"] == len(late["late"]) == 1
    assert task.state == "closed"
    assert [each.verb for each in told(held)] == ["hearing.convened", "hearing.held"]


def test_it_is_arranged_until_it_was_held() -> None:
    who = cast()
    hearing = convene(who.committee, date(2026, 3, 5), by=who.issuer, at=AT)
    plan = Arrangement(date(2026, 3, 6), "三楼会议室", ["听汇报", " ", "议事"])
    arrange(hearing, plan, by=who.issuer, at=AT)
    hearing.refresh_from_db()
    assert (hearing.place, hearing.agenda) == ("三楼会议室", ["听汇报", "议事"])
    with pytest.raises(Refusal, match="议程一项也没有"):
        arrange(hearing, Arrangement(date(2026, 3, 6), "", [""]), by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="会期 2026-07-01 不在2026年上半年"):
        arrange(hearing, Arrangement(date(2026, 7, 1), "", ["听"]), by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="还没有到"):
        hold(hearing, held_on=date(2026, 3, 6), present="", minutes="听了。", by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="会议情况还没有写"):
        hold(hearing, held_on=TODAY, present="", minutes=" ", by=who.issuer, at=AT)
    hold(hearing, held_on=TODAY, present="", minutes="听了。", by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="已于 2026-03-02 开过"):
        arrange(hearing, plan, by=who.issuer, at=AT)


def test_what_is_decided_is_a_task_with_owner_and_deadline() -> None:
    who = cast()
    hearing = convene(who.committee, TODAY, by=who.issuer, at=AT)
    terms = Situation(standard="补齐三份清单", deadline_on=DUE)
    said = Proposal("补齐责任清单", "补齐责任清单", Origin.TASK, who.office, owner=who.office, terms=terms)
    task = decide(hearing, said, by=who.issuer, at=AT)
    assert (task.origin, task.issuer, task.state) == ("resolution", who.committee, "dispatched")
    assert task.origin_reference == f"hearing:{hearing.pk}/1"
    assert decisions(hearing) == [task]
    with pytest.raises(Refusal, match="没有完成标准"):
        decide(hearing, Proposal("空", "空", Origin.TASK, who.office, owner=who.office), by=who.issuer, at=AT)
    assert decisions(hearing) == [task]


def test_a_stranger_has_no_word_in_it() -> None:
    who = cast()
    with pytest.raises(Refusal, match="不能办理它的汇报会"):
        convene(who.committee, TODAY, by=who.stranger, at=AT)
    hearing = convene(who.committee, TODAY, by=who.issuer, at=AT)
    with pytest.raises(Refusal, match="不能办理它的汇报会"):
        hold(hearing, held_on=TODAY, present="", minutes="听了。", by=who.stranger, at=AT)


def test_what_is_owed_stands_beside_the_tasks_and_is_frozen_with_them() -> None:
    who = committee()
    january = date(2026, 1, 1)
    in_force(draft_rule(who.committee, monthly(january), by=who.officer, at=AT), january)
    first, second = who.branches
    reported(first, date(2026, 1, 9), date(2026, 2, 9))
    reported(second, date(2026, 1, 20))
    half, on = half_year("2026-H1"), date(2026, 3, 3)
    owed = figures(who.committee, half, on)["owed"]
    listed = Counter(
        each.status.value
        for place in (who.committee, *who.branches)
        for each in year_of(place, 2026, on)
        if each.due <= half.last and each.status is not Status.EXEMPT
    )
    assert owed == {each: listed[each] for each in ("met", "missed", "owed", "unknown")}
    assert owed["met"] == 3
    missed = owed["missed"]
    hearing = convene(who.committee, date(2026, 3, 5), by=who.officer, at=AT)
    assert f"应尽事项{missed}项没有落实：哪些组织、什么原因、何时补上" in hearing.agenda
    held = hold(hearing, held_on=TODAY, present="", minutes="听了。", by=who.officer, at=AT)
    frozen = dict(held.figures["owed"])  # type: ignore[index]  # a hearing that was held has figures
    reported(second, date(2026, 2, 27))
    held.refresh_from_db()
    assert held.figures is not None
    assert held.figures["owed"] == frozen
    assert figures(who.committee, half, TODAY)["owed"]["missed"] == missed - 1
