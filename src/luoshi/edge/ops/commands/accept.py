"""``luoshi accept``: take a task over."""

import click

from luoshi.edge.ops.acting import acting_as, move, which_task
from luoshi.edge.ops.language import translate as _


@click.command(help=_("签收交办的任务。"))
@which_task
@acting_as
def command(number: int, account: str) -> None:
    """Take a task over, and say where it stands; exit code 1 for a refusal."""
    move(number, account, "accept")
