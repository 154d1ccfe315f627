"""``luoshi close``: close a task that was verified."""

import click

from luoshi.edge.ops.acting import acting_as, move, noting, task_of, which_task
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.repeating import say_repetitions


@click.command(help=_("销号：核验属实，写明核验情况。报结的人不能销号。"))
@which_task
@acting_as
@noting
def command(number: int, account: str, note: str) -> None:
    """Close a task, say where it stands and what its sign-offs repeat; exit code 1 for a refusal."""
    move(number, account, "close", note=note)
    say_repetitions(task_of(number))
