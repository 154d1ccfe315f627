"""Every move of the loop can be made from the shell, and the ledger tells each by its verb."""

import re
from inspect import signature

import pytest

from luoshi.act.tasks import actions
from luoshi.act.tasks.models import Task
from luoshi.act.tasks.queries import story
from luoshi.core.lifecycle import TABLE, Move
from luoshi.edge.ops.cli import main
from luoshi.edge.ops.moves import ROWS
from luoshi.edge.ops.order import MOVES
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.actions import give_grant
from world.ground import AT, TODAY
from world.loop import PROOF, cast
from world.shell import typed, workday

pytestmark = pytest.mark.django_db


def _made(task: Task, command: str, by: str, *brought: str) -> str:
    done = typed(command, str(task.pk), "--as", by, *brought)
    assert done.exit_code == 0, (command, done.output)
    return done.output


def test_every_move_of_the_table_has_a_command() -> None:
    assert list(MOVES.values()) == list(TABLE)
    for name in MOVES:
        found = main.get_command(main.make_context("luoshi", [], resilient_parsing=True), name)
        assert found is not None
        assert found.help


@pytest.mark.parametrize("move", ROWS)
def test_a_row_brings_what_its_action_takes(move: Move) -> None:
    action = getattr(actions, "return_" if move is Move.RETURN else move.value)
    taken = signature(action).parameters.keys() - {"task", "by", "at"}
    # A holder's own post is chosen on a page; from the shell a task goes to an organization.
    assert {each.typed.name for each in ROWS[move].brings} == taken - {"owner_post"}


def test_side_moves_are_made_from_the_shell_and_the_ledger_tells_them() -> None:
    who = cast()
    task = who.accepted()
    owner, issuer, supervisor = who.owner.account, who.issuer.account, who.supervisor.account
    part = re.search(r"任务 (\d+)：拟办", _made(task, "decompose", owner, "起草"))
    assert part
    _made(Task.objects.get(pk=part[1]), "cancel", owner, "--reason", "并入上级任务")
    _made(task, "advance", owner, "--note", "已起草", "--progress", "40")
    _made(task, "block", owner, "--reason", "缺少数据")
    _made(task, "coordinate", issuer, "--note", "数据已调取")
    _made(task, "ask-extension", owner, "--deadline", workday(20), "--reason", "数据晚到")
    _made(task, "refuse-extension", issuer, "--reason", "时间够用")
    _made(task, "ask-extension", owner, "--deadline", workday(30), "--reason", "数据仍未到")
    assert workday(30) in _made(task, "grant-extension", issuer)
    _made(task, "urge", issuer)
    _made(task, "escalate", supervisor, "--rung", "督办通知单")
    assert "中止" in _made(task, "suspend", issuer, "--reason", "等待上级文件")
    assert "承办中" in _made(task, "resume", issuer)
    assert "待签收" in _made(task, "transfer", issuer, "--owner", who.committee.code, "--reason", "职能调整")
    assert "拟办" in _made(task, "decline", issuer, "--reason", "职能未划转")
    assert [entry.verb for entry in story(task)][3:] == [
        TABLE[move].verb
        for move in (
            *(Move.DECOMPOSE, Move.ADVANCE, Move.BLOCK, Move.COORDINATE, Move.ASK_EXTENSION),
            *(Move.REFUSE_EXTENSION, Move.ASK_EXTENSION, Move.GRANT_EXTENSION, Move.URGE, Move.ESCALATE),
            *(Move.SUSPEND, Move.RESUME, Move.TRANSFER, Move.DECLINE),
        )
    ]
    assert verify().fault is None


def test_what_is_reported_may_come_back_and_what_is_closed_may_relapse() -> None:
    who = cast()
    task = who.accepted()
    owner, verifier = who.owner.account, who.verifier.account
    proof = f"{PROOF.kind}={PROOF.place}"
    _made(task, "report", owner, "--note", "已印发", "--evidence", proof)
    _made(task, "return", verifier, "--reason", "没有公开")
    _made(task, "report", owner, "--note", "已公开", "--evidence", proof)
    _made(task, "close", verifier, "--note", "已核对")
    assert "承办中" in _made(task, "relapse", verifier, "--reason", "窗口没有执行")
    _made(task, "report", owner, "--note", "窗口已执行", "--evidence", proof)
    _made(task, "close", verifier, "--note", "已核对窗口")
    _made(task, "lookback", verifier, "--note", "仍在执行")
    assert "办结归档" in _made(task, "settle", who.issuer.account)
    assert typed("relapse", str(task.pk), "--as", verifier, "--reason", "又有了").exit_code == 1


def test_a_stand_in_moves_for_whoever_granted_it() -> None:
    who = cast()
    task = who.accepted()
    give_grant(
        who.owner, stand_in=who.stranger, from_on=TODAY, until_on=TODAY.replace(year=9999), by=None, at=AT
    )
    _made(task, "advance", who.stranger.account, "--note", "代为报送")
    assert "戊书记 代 丙处长  代为报送" in typed("task", str(task.pk)).output


def test_help_lists_the_loop_in_its_order() -> None:
    told = re.findall(r"^  ([a-z][a-z-]+) ", typed("--help").output, re.MULTILINE)
    assert [name for name in told if name in MOVES] == list(MOVES)
    assert told.index("read") < told.index("dispatch") < told.index("found") < told.index("verify-ledger")
    assert told == main.list_commands(main.make_context("luoshi", [], resilient_parsing=True))
    assert len(told) == len(set(told))
