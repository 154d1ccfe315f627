"""``luoshi verify-ledger``: check every entry and every seal, and name the first that does not fit."""

from datetime import datetime

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("核验账本：逐条核对摘要、衔接和日封；有一处不符就指出来，并以退出码 1 结束。"))
@click.option(
    "--from",
    "start",
    type=click.DateTime(["%Y-%m-%d"]),
    help=_("只核验这一天（年-月-日）的日封及以后的记录，之前的视为已核验"),
)
def command(start: datetime | None) -> None:
    """Verify with a progress bar, print one sentence; exit code 0, 1 for a fault, 2 when unprepared."""
    refuse_unprepared()
    from luoshi.edge.ops.ledger_check import concluded  # noqa: PLC0415  # Django loads only here
    from luoshi.ground.ledger.verification import extent, verify  # noqa: PLC0415  # as above

    day = start.date() if start else None
    console = Console(stderr=True)
    columns = (TextColumn(_("核验账本")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=extent(day))
        verdict = verify(start=day, advance=lambda steps: progress.advance(bar, steps))
    with refusing():
        result = concluded(verdict)
    click.echo(_(result.sentence).format_map(result.facts))
