"""``luoshi verify-ledger``: check every entry and every seal, and name the first that does not fit."""

from datetime import date

import click

from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.progress_bar import progress_bar
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("核验账本：逐条核对摘要、衔接和日封；有一处不符就指出来，并以退出码 1 结束。"))
@click.option(
    "--from",
    "start",
    type=DAY,
    help=_("只核验这一天的日封及以后的记录，之前的视为已核验"),
)
def command(start: date | None) -> None:
    """Verify with a progress bar, print one sentence; exit code 0, 1 for a fault, 2 when unprepared."""
    refuse_unprepared()
    from luoshi.edge.ops.ledger_check import verified  # noqa: PLC0415  # Django loads only here

    with refusing(), progress_bar() as advance:
        result = verified(advance, start=start)
    click.echo(_(result.sentence).format_map(result.facts))
