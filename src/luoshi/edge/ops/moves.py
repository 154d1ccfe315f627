"""One row for each move that is made from the shell: what it says of itself and what it takes.

The command follows from the row and from the loop's table. Dispatching settles so much at once that it
has a module of its own in ``commands``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import click

from luoshi.core.lifecycle import Move
from luoshi.edge.ops.acting import acting_as, move, task_of, which_task
from luoshi.edge.ops.brought import (
    DEADLINE,
    NOTE,
    OWNER,
    PROGRESS,
    PROOFS,
    REASON,
    RUNG,
    TITLES,
    Brought,
)
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.order import MOVES
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.repeating import say_repetitions
from luoshi.edge.ops.workbooks import refusing

if TYPE_CHECKING:
    from collections.abc import Callable

    from luoshi.act.tasks.models import Task


@dataclass(frozen=True, slots=True)
class Row:
    """A move as a command: its help, what somebody brings besides the task and himself, what is said afterwards."""

    help: str
    brings: tuple[Brought, ...] = ()
    afterwards: Callable[[Task], None] | None = None


ROWS = {
    Move.ACCEPT: Row(_("签收交办的任务。")),
    Move.DECLINE: Row(_("退回：签收以前退给交办方，写明理由。"), (REASON,)),
    Move.DECOMPOSE: Row(_("分解：把任务分成几项子任务，子任务办结以前不能报结。"), (TITLES,)),
    Move.ADVANCE: Row(_("报送进展：写明办到哪一步，可写百分比。"), (NOTE, PROGRESS, PROOFS)),
    Move.BLOCK: Row(_("提请协调：写明是什么卡住了。"), (REASON,)),
    Move.COORDINATE: Row(_("答复协调：写明协调的结果。"), (NOTE,)),
    Move.ASK_EXTENSION: Row(_("申请延期：写明延到哪一天和理由；答复以前时限不变。"), (DEADLINE, REASON)),
    Move.GRANT_EXTENSION: Row(_("准予延期：延到申请的那天，或另定一天；原时限仍可查。"), (DEADLINE,)),
    Move.REFUSE_EXTENSION: Row(_("不准延期：写明理由，时限不变。"), (REASON,)),
    Move.TRANSFER: Row(_("转办：换一个承办单位，由它重新签收。"), (OWNER, REASON)),
    Move.URGE: Row(_("催办一件还没销号的任务。"), (NOTE,)),
    Move.ESCALATE: Row(_("提级督办：按督办阶梯提到一级，同一时限每级只发一次。"), (RUNG,)),
    Move.SUSPEND: Row(_("中止：写明理由，恢复以前不再办理。"), (REASON,)),
    Move.RESUME: Row(_("恢复一件中止的任务，从中止的地方接着办。")),
    Move.CANCEL: Row(_("撤销：不再办理，写明理由作为答复。"), (REASON,)),
    Move.REPORT: Row(_("报结：写明办了什么、结果如何，并附上完成标准要求的佐证。"), (NOTE, PROOFS)),
    Move.RETURN: Row(_("退办：报结不符合完成标准，写明理由退回承办方。"), (REASON,)),
    Move.CLOSE: Row(_("销号：核验属实，写明核验情况。报结的人不能销号。"), (NOTE, PROOFS), say_repetitions),
    Move.LOOK_BACK: Row(_("回头看：销号后再看是否巩固，写明情况；没有巩固的请用 relapse。"), (NOTE,)),
    Move.RELAPSE: Row(_("反弹重办：回头看发现反弹，写明情况，同一件任务重新办理。"), (REASON,)),
    Move.SETTLE: Row(_("回头看没有反弹，办结归档。")),
}


def command_of(name: str) -> click.Command | None:
    """Return the command of that name, or nothing where no row makes one."""
    step = MOVES.get(name)
    return None if step is None or step not in ROWS else _command(name, step, ROWS[step])


def _command(name: str, step: Move, row: Row) -> click.Command:
    # ``return`` is a word of Python, so its action ends in a line.
    action = "return_" if step is Move.RETURN else step.value

    def act(number: int, account: str, **typed: Any) -> None:
        refuse_unprepared()
        with refusing():
            brought = {str(each.typed.name): each.meaning(typed[str(each.typed.name)]) for each in row.brings}
        move(number, account, action, **brought)
        if row.afterwards:
            row.afterwards(task_of(number))

    made = click.command(name, help=row.help)(which_task(acting_as(act)))
    made.params += [each.typed for each in row.brings]
    return made
