"""``luoshi report``: report a task done, with its evidence."""

import click

from luoshi.edge.ops.acting import acting_as, move, noting, which_task
from luoshi.edge.ops.language import translate as _


@click.command(help=_("报结：写明办了什么、结果如何，并附上完成标准要求的佐证。"))
@which_task
@acting_as
@noting
@click.option("--evidence", multiple=True, metavar=_("类别=所在"), help=_("佐证的类别和在哪里能看到，可多次"))
def command(number: int, account: str, note: str, evidence: tuple[str, ...]) -> None:
    """Report a task, and say where it stands; exit code 1 for a refusal."""
    from luoshi.act.tasks.proof import Proof  # noqa: PLC0415  # only needed here

    parts = (each.partition("=") for each in evidence)
    proofs = [Proof(kind.strip(), place.strip()) for kind, _sign, place in parts]
    move(number, account, "report", note=note, proofs=proofs)
