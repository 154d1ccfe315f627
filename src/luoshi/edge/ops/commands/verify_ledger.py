"""``luoshi verify-ledger``: check every entry and every seal, and name the first that does not fit."""

from datetime import date

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared


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
    from luoshi.ground.ledger.verification import extent, verify  # noqa: PLC0415  # Django loads only here

    console = Console(stderr=True)
    columns = (TextColumn(_("核验账本")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("", total=extent(start))
        verdict = verify(start=start, advance=lambda steps: progress.advance(bar, steps))
    if verdict.fault:
        click.echo(_(verdict.fault.sentence).format_map(verdict.fault.facts), err=True)
        raise SystemExit(1)
    counted = {"entries": verdict.entries, "seals": verdict.seals, "digest": verdict.last_seal}
    if verdict.last_seal:
        click.echo(
            _(
                "账本完好：%(entries)d 条记录、%(seals)d 份日封全部相符；最近一份日封的摘要是 %(digest)s，请与存档核对。"
            )
            % counted
        )
    else:
        click.echo(
            _("账本完好：%(entries)d 条记录全部相符；还没有日封，请每天执行 luoshi seal-ledger。") % counted
        )
