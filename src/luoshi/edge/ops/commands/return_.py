"""``luoshi return``: send a report back."""

import click

from luoshi.edge.ops.acting import acting_as, move, reasoning, which_task
from luoshi.edge.ops.language import translate as _


@click.command(help=_("退办：报结不符合完成标准，写明理由退回承办方。"))
@which_task
@acting_as
@reasoning
def command(number: int, account: str, reason: str) -> None:
    """Return a report, and say where the task stands; exit code 1 for a refusal."""
    move(number, account, "return_", reason=reason)
