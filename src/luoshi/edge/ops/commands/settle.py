"""``luoshi settle``: file a task for good."""

import click

from luoshi.edge.ops.acting import acting_as, move, which_task
from luoshi.edge.ops.language import translate as _


@click.command(help=_("回头看没有反弹，办结归档。"))
@which_task
@acting_as
def command(number: int, account: str) -> None:
    """File a task for good, and say where it stands; exit code 1 for a refusal."""
    move(number, account, "settle")
