"""What ``luoshi demo --scale`` does: prepare, fill with a progress bar, say what is there now."""

import time

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import prepare
from luoshi.edge.ops.workbooks import refusing

NAMES = ("city", "province")


def fill_at_scale(name: str) -> None:
    """Fill the empty data directory with a ``city`` or ``province``; exit code 1 where it is not empty."""
    prepare()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.demo.scale.filling import EXTENTS, fill  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above

    extent = EXTENTS[name]
    console = Console(stderr=True)
    columns = (TextColumn(_("生成任务")), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    begun = time.perf_counter()
    with (
        refusing(),
        Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress,
    ):
        bar = progress.add_task("", total=extent.tasks)
        filled = fill(
            extent,
            calendar=site_calendar(),
            today=localdate(),
            advance=lambda tasks: progress.advance(bar, tasks),
        )
    seconds = time.perf_counter() - begun
    said = {
        "organizations": extent.organizations,
        "people": filled.people,
        "posts": filled.posts,
        "tasks": extent.tasks,
        "rows": filled.rows,
        "seconds": round(seconds),
        "rate": round(filled.rows / seconds),
    }
    click.echo(
        _(
            "已生成组织 %(organizations)d、人员 %(people)d、岗位 %(posts)d、任务 %(tasks)d 及其办理经过，"
            "共 %(rows)d 行：用时 %(seconds)d 秒，每秒 %(rate)d 行。"
        )
        % said
    )
    click.echo(_("核验账本：luoshi verify-ledger；启动网站：luoshi serve"))
