"""``luoshi sweep``: bring lights and notices up to today; a timer runs it every morning."""

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from luoshi.edge.ops.acting import now
from luoshi.edge.ops.home import LAST_SWEEP, home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(
    help=_(
        "巡检：把到期的职责立为任务，按今天重新亮灯，发出到期的督办。每天清早执行一次，可重复执行，不会重复督办。"
    )
)
def command() -> None:
    """Open what falls due, sweep with a progress bar, print what changed and how many tasks show each light; exit code 1 when refused."""
    refuse_unprepared()
    from luoshi.act.tasks.actions import sweep  # noqa: PLC0415  # Django loads only here
    from luoshi.act.tasks.queries import by_light, everything, under_way  # noqa: PLC0415  # as above
    from luoshi.core.lifecycle import LIGHT_LABELS  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.attachments import clear_unused  # noqa: PLC0415  # as above
    from luoshi.plan.duties.actions import open_due, report_recorded  # noqa: PLC0415  # as above

    console = Console(stderr=True)
    columns = (TextColumn(_("巡检")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with (
        refusing(),
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        reported = report_recorded(by=None, at=now())
        opened = open_due(by=None, at=now())
        bar = progress.add_task("", total=under_way().count())
        done = sweep(by=None, at=now(), advance=lambda tasks: progress.advance(bar, tasks))
    (home() / LAST_SWEEP).touch()
    cleared = clear_unused(by=None, at=now())
    click.echo(_("责任清单到期立项 %d 件。") % opened)
    if reported:
        click.echo(_("活动记录已经落实的职责，代为报结 %d 件，等监督方核验。") % reported)
    said = _("看了 %(tasks)d 件在办任务：改灯 %(lights)d 件，发出督办 %(notices)d 条。")
    click.echo(said % done._asdict())
    if cleared.files:
        click.echo(_("清理了 %d 个无主附件。") % cleared.files)
    counts = by_light(everything())
    lights = (f"{_(label)} {counts.get(light, 0)}" for light, label in LIGHT_LABELS.items())
    click.echo(_("亮灯：%s") % " · ".join(lights))
    line = f"30 6 * * * LUOSHI_HOME={home()} luoshi sweep"
    click.echo(_("请让系统每天清早执行一次，例如在 crontab 里写：%s") % line)
