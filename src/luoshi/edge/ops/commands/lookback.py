"""``luoshi lookback``: see later whether it held."""

import click

from luoshi.edge.ops.acting import acting_as, move, noting, which_task
from luoshi.edge.ops.language import translate as _


@click.command(help=_("回头看：销号后再看是否巩固；加 --relapse 写明情况，按反弹重新办理。"))
@which_task
@acting_as
@noting
@click.option("--relapse", is_flag=True, help=_("发现反弹，重新办理"))
def command(number: int, account: str, note: str, *, relapse: bool) -> None:
    """Note that it held, or open the task again; exit code 1 for a refusal."""
    if relapse:
        move(number, account, "relapse", reason=note)
    else:
        move(number, account, "look_back", note=note)
