"""Each guard of the loop refuses what it is there for, and says so."""

from dataclasses import replace
from datetime import timedelta

import pytest

from luoshi.core.lifecycle import Move, Situation, State, after, decide
from luoshi.core.refusals import Refusal

from .casting import DRAFT, MONDAY, facts, facts_for, task_in

FRIDAY_AFTER = MONDAY + timedelta(days=32)


def refused(task: Situation, move: Move, **given: object) -> str:
    """The sentence with which the move is refused."""
    with pytest.raises(Refusal) as refusal:
        decide(task, move, facts_for(move, **given))
    assert "{" not in str(refusal.value)
    return str(refusal.value)


def test_no_dispatch_without_owner_standard_and_term() -> None:
    assert "承办单位" in refused(replace(DRAFT, owner=None), Move.DISPATCH)
    assert "完成标准" in refused(replace(DRAFT, standard=""), Move.DISPATCH)
    assert "既没有时限也没有频次" in refused(replace(DRAFT, deadline_on=None), Move.DISPATCH)
    recurring = replace(DRAFT, deadline_on=None, recurrence="每季度")
    assert decide(recurring, Move.DISPATCH, facts()).state is State.DISPATCHED


def test_what_a_draft_lacks_may_come_with_the_dispatch() -> None:
    given = facts(owner="法规处", standard="印发", deadline_on=FRIDAY_AFTER)
    task = after(Situation(), decide(Situation(), Move.DISPATCH, given))
    assert (task.owner, task.standard, task.original_deadline_on) == ("法规处", "印发", FRIDAY_AFTER)


def test_a_deadline_is_neither_past_nor_on_a_day_of_rest() -> None:
    assert "2026-02-27 早于今天 2026-03-02" in refused(
        DRAFT, Move.DISPATCH, deadline_on=MONDAY - timedelta(days=3)
    )
    assert "请改为 2026-03-09" in refused(DRAFT, Move.DISPATCH, deadline_on=MONDAY + timedelta(days=5))
    saturday = decide(DRAFT, Move.DISPATCH, facts(deadline_on=MONDAY + timedelta(days=5), calendar=None))
    assert saturday.state is State.DISPATCHED


def test_a_declined_task_is_dispatched_again_with_the_deadline_it_had() -> None:
    declined = decide(task_in(State.DISPATCHED), Move.DECLINE, facts())
    task = after(task_in(State.DISPATCHED), declined)
    assert "定为 2026-03-30" in refused(task, Move.DISPATCH, deadline_on=FRIDAY_AFTER)
    late = decide(task, Move.DISPATCH, facts(owner="法规处", on=MONDAY + timedelta(days=60)))
    assert after(task, late).deadline_on == DRAFT.deadline_on


def test_the_original_deadline_survives_an_extension_and_a_second_dispatch() -> None:
    task = task_in(State.DISPATCHED, ready_for=Move.GRANT_EXTENSION)
    for move in (Move.GRANT_EXTENSION, Move.DECLINE, Move.DISPATCH):
        task = after(task, decide(task, move, facts()))
    assert task.deadline_on == MONDAY + timedelta(days=35)
    assert task.original_deadline_on == DRAFT.deadline_on


def test_whoever_reports_cannot_verify_even_through_a_stand_in() -> None:
    reported = task_in(State.REPORTED)
    for move in (Move.CLOSE, Move.RETURN):
        assert "别的核验人" in refused(reported, move, by="甲")
        assert "别的核验人" in refused(reported, move, by="丙", acting_for="甲")
    by_stand_in = decide(task_in(State.ACCEPTED), Move.REPORT, facts("丁", acting_for="甲"))
    task = after(task_in(State.ACCEPTED), by_stand_in)
    assert "别的核验人" in refused(task, Move.CLOSE, by="甲")
    assert "别的核验人" in refused(task, Move.CLOSE, by="丁")
    assert "别的核验人" in refused(task_in(State.CLOSED), Move.LOOK_BACK, by="甲")


def test_a_parent_waits_for_its_children() -> None:
    assert "还有 2 项子任务" in refused(task_in(State.ACCEPTED), Move.REPORT, open_children=2)


def test_closing_demands_the_evidence_that_the_standard_names() -> None:
    named = replace(DRAFT, evidence_named=frozenset({"印发文件", "验收单"}))
    task = named
    for move in (Move.DISPATCH, Move.ACCEPT, Move.REPORT):
        task = after(task, decide(task, move, facts_for(move)))
    assert "还缺验收单" in refused(task, Move.CLOSE)
    evidence = frozenset({"验收单"})
    assert decide(task, Move.CLOSE, facts_for(Move.CLOSE, evidence=evidence)).state is State.CLOSED


def test_a_reopened_task_must_be_proven_anew() -> None:
    task = task_in(State.CLOSED)
    for move in (Move.RELAPSE, Move.REPORT):
        task = after(task, decide(task, move, facts_for(move, evidence=frozenset())))
    assert task.relapses == 1
    assert "还缺印发文件" in refused(task, Move.CLOSE, evidence=frozenset())


def test_a_deadline_moves_only_by_a_granted_extension_and_the_original_stays() -> None:
    task = task_in(State.ACCEPTED)
    assert "延到哪一天" in refused(task, Move.ASK_EXTENSION, deadline_on=None)
    assert "早于今天" in refused(task, Move.ASK_EXTENSION, deadline_on=MONDAY - timedelta(days=1))
    assert "晚于现在的时限" in refused(task, Move.ASK_EXTENSION, deadline_on=DRAFT.deadline_on)
    assert "没有申请延期" in refused(task, Move.GRANT_EXTENSION)
    asked = task_in(State.ACCEPTED, ready_for=Move.GRANT_EXTENSION)
    assert asked.deadline_on == DRAFT.deadline_on
    assert "还没有答复" in refused(asked, Move.ASK_EXTENSION)
    assert "早于今天" in refused(asked, Move.GRANT_EXTENSION, on=MONDAY + timedelta(days=90))
    granted = after(asked, decide(asked, Move.GRANT_EXTENSION, facts()))
    assert granted.deadline_on == MONDAY + timedelta(days=35)
    assert (granted.original_deadline_on, granted.extensions) == (DRAFT.deadline_on, 1)
    shorter = after(asked, decide(asked, Move.GRANT_EXTENSION, facts(deadline_on=FRIDAY_AFTER)))
    assert shorter.deadline_on == FRIDAY_AFTER
    kept = after(asked, decide(asked, Move.REFUSE_EXTENSION, facts()))
    assert (kept.deadline_on, kept.asked_deadline_on) == (DRAFT.deadline_on, None)


def test_a_task_done_by_frequency_has_nothing_to_extend() -> None:
    task = replace(task_in(State.ACCEPTED), deadline_on=None, recurrence="每季度")
    assert "按频次" in refused(task, Move.ASK_EXTENSION)


@pytest.mark.parametrize(
    ("move", "state"),
    [
        (Move.DECLINE, State.DISPATCHED),
        (Move.RETURN, State.REPORTED),
        (Move.REFUSE_EXTENSION, State.ACCEPTED),
        (Move.CANCEL, State.ACCEPTED),
        (Move.SUSPEND, State.ACCEPTED),
        (Move.TRANSFER, State.ACCEPTED),
        (Move.RELAPSE, State.CLOSED),
        (Move.BLOCK, State.ACCEPTED),
    ],
)
def test_some_moves_carry_a_reason(move: Move, state: State) -> None:
    assert "写明理由" in refused(task_in(state, ready_for=move), move, reason=" \n")


@pytest.mark.parametrize(
    ("move", "state", "given", "word"),
    [
        (Move.REPORT, State.ACCEPTED, {"note": ""}, "写明情况"),
        (Move.ADVANCE, State.ACCEPTED, {"progress": 101}, "进度 101"),
        (Move.ADVANCE, State.ACCEPTED, {"progress": -1}, "进度 -1"),
        (Move.DECOMPOSE, State.ACCEPTED, {"parts": 0}, "至少一项"),
        (Move.TRANSFER, State.ACCEPTED, {"owner": "数据处"}, "换一个承办单位"),
        (Move.COORDINATE, State.ACCEPTED, {}, "没有提请协调"),
        (Move.SETTLE, State.CLOSED, {}, "还没有回头看"),
        (Move.ESCALATE, State.ACCEPTED, {"rung": ""}, "哪一级"),
    ],
)
def test_what_else_is_asked_for(move: Move, state: State, given: dict[str, object], word: str) -> None:
    task = task_in(State.ACCEPTED) if state is State.ACCEPTED else task_in(state)
    assert word in refused(task, move, **given)


def test_a_blocker_and_an_escalation_are_raised_once() -> None:
    blocked = task_in(State.ACCEPTED, ready_for=Move.COORDINATE)
    assert "还没有结果" in refused(blocked, Move.BLOCK)
    assert not after(blocked, decide(blocked, Move.COORDINATE, facts())).blocked
    task = task_in(State.ACCEPTED)
    task = after(task, decide(task, Move.ESCALATE, facts()))
    assert "发出过" in refused(task, Move.ESCALATE)
    assert decide(task, Move.ESCALATE, facts(rung="notice")).verb == "task.escalated"


def test_a_suspended_task_goes_on_where_it_stopped() -> None:
    for state in (State.DISPATCHED, State.ACCEPTED):
        held = after(task_in(state), decide(task_in(state), Move.SUSPEND, facts()))
        assert decide(held, Move.RESUME, facts()).state is state


def test_a_transferred_task_waits_for_its_new_owner() -> None:
    asked = task_in(State.ACCEPTED, ready_for=Move.GRANT_EXTENSION)
    task = after(asked, decide(asked, Move.TRANSFER, facts_for(Move.TRANSFER)))
    assert (task.state, task.owner, task.asked_deadline_on) == (State.DISPATCHED, "法规处", None)
