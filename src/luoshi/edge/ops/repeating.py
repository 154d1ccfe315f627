"""How the command line says that a sign-off nearly repeats another. It never stands in the way."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from luoshi.edge.ops.language import translate as _

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task


def say_repetitions(task: Task) -> None:
    """Print a line for each earlier sign-off that the task's own nearly repeat."""
    from luoshi.act.signoffs.actions import gather  # noqa: PLC0415  # Django loads only where a command needs it
    from luoshi.act.signoffs.queries import alike  # noqa: PLC0415  # as above
    from luoshi.ground.ledger.verbs import VERBS  # noqa: PLC0415  # as above

    gather()
    for each in alike(task):
        said = {
            "verb": _(VERBS[each.verb]),
            "task": each.task,
            "earlier": _(VERBS[each.earlier_verb]),
            "percent": round(each.likeness * 100),
        }
        sentence = _(
            "雷同提示：%(verb)s说明与任务 %(task)d 的%(earlier)s说明相似 %(percent)d%%，请核对是否照抄。"
        )
        click.echo(sentence % said)
