"""A task goes through the loop: stored, told in the ledger, refused in the loop's own words."""

from datetime import date

import pytest

from luoshi.act.tasks import actions
from luoshi.act.tasks.models import Evidence, Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.queries import as_told, of, overdue, proofs, story
from luoshi.core.lifecycle import TABLE, State
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verbs import VERBS
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.actions import give_grant
from world.ground import AT, TODAY
from world.loop import DUE, PROOF, after_days, cast

pytestmark = pytest.mark.django_db


def test_a_task_goes_all_the_way_and_its_story_tells_it() -> None:
    who = cast()
    task = who.closed()
    actions.look_back(task, by=who.verifier, at=after_days(40), note="抽查三个窗口，均按办法办理")
    task = actions.settle(task, by=who.issuer, at=after_days(41))
    assert [entry.verb.removeprefix("task.") for entry in story(task)] == [
        "drafted",
        "dispatched",
        "accepted",
        "reported",
        "closed",
        "looked_back",
        "settled",
    ]
    stored = Task.objects.get(pk=task.pk)
    assert stored.situation == task.situation == as_told(story(task))
    assert stored.state == State.SETTLED
    assert stored.original_deadline_on == DUE
    assert [(each.kind, each.place, each.by) for each in proofs(task)] == [
        ("印发文件", "海政办发〔2026〕15号", who.owner)
    ]
    assert verify().fault is None


def test_every_move_has_its_action_and_its_verb() -> None:
    for move, line in TABLE.items():
        assert line.verb in VERBS
        assert callable(getattr(actions, f"{move}_" if move == "return" else move))
    assert set(actions.__all__) - {"return_", *TABLE} == {
        "draft",
        "fall_due",
        "report_by_record",
        "sweep",
    }


def test_a_stranger_is_refused_and_nothing_is_written() -> None:
    who = cast()
    task = who.dispatched()
    entries = Entry.objects.count()
    with pytest.raises(Refusal) as refused:
        actions.accept(task, by=who.stranger, at=AT)
    assert str(refused.value) == "这一步只能由承办方办理：请联系承办方，或取得承办方的授权。"
    assert Entry.objects.count() == entries
    assert Task.objects.get(pk=task.pk).situation == task.situation


def test_a_refused_report_leaves_no_evidence() -> None:
    who = cast()
    with pytest.raises(Refusal, match="还没签收的请先签收"):
        actions.report(who.dispatched(), by=who.owner, at=AT, note="办好了", proofs=[PROOF])
    assert not Evidence.objects.exists()


def test_the_first_of_two_wins_and_the_second_hears_why_not() -> None:
    who = cast()
    stale = who.dispatched()
    actions.accept(stale, by=who.owner, at=AT)
    with pytest.raises(Refusal, match="只有已交办、还没签收的任务才能签收"):
        actions.accept(stale, by=who.owner, at=AT)


def test_a_stand_in_acts_and_both_names_stand_in_the_ledger() -> None:
    who = cast()
    task = who.dispatched()
    give_grant(who.owner, stand_in=who.stranger, from_on=TODAY, until_on=DUE, by=None, at=AT)
    task = actions.accept(task, by=who.stranger, at=AT)
    assert (story(task)[-1].by, story(task)[-1].for_whom) == (who.stranger.pk, who.owner.pk)
    task = actions.report(task, by=who.stranger, at=AT, note="已经印发", proofs=[PROOF])
    assert task.situation.reporters == {str(who.stranger.pk), str(who.owner.pk)}


def test_whoever_reported_cannot_verify_even_with_the_post_for_it() -> None:
    who = cast()
    task = who.accepted()
    give_grant(who.owner, stand_in=who.verifier, from_on=TODAY, until_on=DUE, by=None, at=AT)
    task = actions.report(task, by=who.verifier, at=AT, note="已经印发", proofs=[PROOF])
    with pytest.raises(Refusal, match="报结的人不能核验同一件任务"):
        actions.close(task, by=who.verifier, at=AT, note="属实")
    assert actions.close(task, by=who.issuer, at=AT, note="属实").state == State.CLOSED


def test_parts_are_drafts_of_the_owner_and_hold_the_report_up() -> None:
    who = cast()
    task = who.accepted()
    parts = actions.decompose(task, by=who.owner, at=AT, titles=["起草", "征求意见"])
    assert [(part.parent_id, part.issuer, part.deadline_on) for part in parts] == [
        (task.pk, who.office, DUE),
        (task.pk, who.office, DUE),
    ]
    with pytest.raises(Refusal, match="还有 2 项子任务没有办结"):
        actions.report(task, by=who.owner, at=AT, note="已经印发", proofs=[PROOF])
    for part in parts:
        actions.cancel(part, by=who.owner, at=AT, reason="并入主任务")
    assert actions.report(task, by=who.owner, at=AT, note="已经印发", proofs=[PROOF]).state == State.REPORTED


def test_time_moves_only_by_a_granted_extension() -> None:
    who = cast()
    task = who.accepted()
    later = date(2026, 4, 10)
    with pytest.raises(Refusal, match="不是工作日：请改为 2026-04-13"):
        actions.ask_extension(task, by=who.owner, at=AT, deadline_on=date(2026, 4, 11), reason="在会签")
    actions.ask_extension(task, by=who.owner, at=AT, deadline_on=later, reason="在会签")
    task = actions.grant_extension(task, by=who.issuer, at=AT)
    assert (task.deadline_on, task.original_deadline_on, task.extensions) == (later, DUE, 1)
    actions.ask_extension(task, by=who.owner, at=AT, deadline_on=date(2026, 5, 8), reason="仍在会签")
    task = actions.refuse_extension(task, by=who.issuer, at=AT, reason="不能再拖")
    assert (task.deadline_on, task.asked_deadline_on) == (later, None)


def test_the_side_moves_are_told_as_they_are_stored() -> None:
    who = cast()
    task = actions.decline(who.dispatched(), by=who.owner, at=AT, reason="不属本处职责")
    task = actions.dispatch(task, by=who.issuer, at=AT)
    task = actions.transfer(task, by=who.supervisor, at=AT, owner=who.committee, reason="由局里统办")
    task = actions.accept(task, by=who.issuer, at=AT)
    actions.advance(task, by=who.issuer, at=AT, note="已成稿", progress=60)
    actions.block(task, by=who.issuer, at=AT, reason="两家口径不一")
    actions.coordinate(task, by=who.supervisor, at=AT, note="以本局口径为准")
    actions.urge(task, by=who.supervisor, at=AT)
    actions.escalate(task, by=who.supervisor, at=AT, rung="leader")
    told = story(task)[-1].facts
    assert (told["rung"], told["to"], told["deadline_on"]) == ("leader", "leader", DUE.isoformat())
    actions.suspend(task, by=who.issuer, at=AT, reason="等上位法")
    actions.resume(task, by=who.issuer, at=AT)
    task = actions.report(task, by=who.issuer, at=AT, note="已经印发", proofs=[PROOF])
    task = actions.return_(task, by=who.verifier, at=AT, reason="回执缺章")
    actions.report(task, by=who.issuer, at=AT, note="回执已补章")
    actions.close(task, by=who.verifier, at=AT, note="属实")
    task = actions.relapse(task, by=who.supervisor, at=AT, reason="两个窗口没有执行")
    assert (task.state, task.relapses, task.returns, task.transfers) == (State.ACCEPTED, 1, 1, 1)
    assert as_told(story(task)) == Task.objects.get(pk=task.pk).situation
    assert VERBS.keys() >= {entry.verb for entry in story(task)}


def test_what_is_overdue_is_seen_from_above_and_not_from_beside() -> None:
    who = cast()
    task, done = who.accepted(), who.closed()
    after = date(2026, 3, 31)
    assert list(overdue(who.committee, after)) == [task]
    assert list(overdue(who.committee, DUE)) == []
    assert list(of(who.committee)) == [done, task]
    home = who.stranger.holdings.get().post.organization
    assert list(of(home)) == list(overdue(home, after)) == []


def test_only_the_issuers_own_people_open_its_tasks() -> None:
    who = cast()
    with pytest.raises(Refusal, match="“戊书记”在“市数据局”没有岗位"):
        actions.draft(Proposal("印发办法", "印发办法", Origin.DOCKET, who.committee), by=who.stranger, at=AT)
    with pytest.raises(Refusal, match="任务要有名称"):
        actions.draft(Proposal(" ", "", Origin.DOCKET, who.committee), by=who.issuer, at=AT)
