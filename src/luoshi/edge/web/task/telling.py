"""Where a task stands and what comes next, in whole sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from luoshi.core.lifecycle import Move, State
from luoshi.core.refusals import N_
from luoshi.edge.web.words import due

from .moves import ROWS

if TYPE_CHECKING:
    from datetime import date

    from luoshi.act.tasks.models import Task

NEXT = {
    State.DRAFT: N_("下一步：{issuer}定下承办单位、完成标准和时限后交办。"),
    State.DISPATCHED: N_("下一步：{owner}签收，时限{due}。"),
    State.ACCEPTED: N_("下一步：{owner}办结并报结，时限{due}。"),
    State.REPORTED: N_("下一步：{verifier}核验，属实的销号，不符合完成标准的退办。"),
    State.CLOSED: N_("下一步：{verifier}回头看，确认没有反弹。"),
    State.SETTLED: N_("已经办结归档，不再变动。"),
    State.SUSPENDED: N_("任务已中止，{issuer}恢复以后接着办。"),
    State.CANCELLED: N_("任务已经撤销，不再变动。"),
}
ANSWER_BLOCKER = N_("下一步：{issuer}答复{owner}提请协调的事项，时限{due}。")
ANSWER_EXTENSION = N_("下一步：{issuer}答复{owner}的延期申请，现在的时限{due}。")
SETTLE = N_("下一步：{issuer}办结归档。")


def next_step(task: Task, today: date) -> str:
    """Return who does what by when."""
    said = NEXT[State(task.state)]
    if task.asked_deadline_on and task.state in (State.DISPATCHED, State.ACCEPTED):
        said = ANSWER_EXTENSION
    if task.blocked and task.state == State.ACCEPTED:
        said = ANSWER_BLOCKER
    if task.state == State.CLOSED and task.looked_back:
        said = SETTLE
    return _(said).format_map(named(task, today))


def done(move: Move, task: Task, today: date) -> str:
    """Return what a move did, and what comes next."""
    happened = _(ROWS[move].done).format_map(named(task, today))
    return _("{happened}{next}").format(happened=happened, next=next_step(task, today))


def named(task: Task, today: date) -> dict[str, str]:
    """Return what sentences about the task are filled with."""
    term = due(task.deadline_on, today) if task.deadline_on else (task.recurrence or _("未定"))
    verifier = str(task.verifier) if task.verifier else str(task.issuer)
    return {"issuer": str(task.issuer), "owner": owner_of(task), "verifier": verifier, "due": term}


def owner_of(task: Task) -> str:
    """Return who answers for the task: the unit, with the post where it is one post's."""
    if task.owner is None:
        return _("未定")
    return f"{task.owner} {task.owner_post}" if task.owner_post else str(task.owner)
