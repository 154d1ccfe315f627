"""``luoshi notify``: write the morning's digests and send what waits; a timer runs it every ten minutes."""

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

from luoshi.edge.ops.acting import now
from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(
    help=_("通知：每个工作日早上写晨报，把待发的发出去。每十分钟执行一次，可重复执行，不会重复发。")
)
def command() -> None:
    """Write and send with a progress bar, and print what was done; exit code 1 when refused."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.notice_policy import site_notices  # noqa: PLC0415  # as above
    from luoshi.edge.notices.actions import write_digests  # noqa: PLC0415  # as above
    from luoshi.edge.notices.queries import due, may_send, unsettled  # noqa: PLC0415  # as above
    from luoshi.edge.notices.sending import send  # noqa: PLC0415  # as above

    with refusing():
        policy, calendar = site_notices(), site_calendar()
        written = write_digests(at=now(), policy=policy, calendar=calendar)
        _say_written(written, policy.morning.strftime("%H:%M"))
        console, columns = Console(stderr=True), (TextColumn(_("发送")), BarColumn(), MofNCompleteColumn())
        with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
            bar = progress.add_task("", total=due(now(), localdate(now())).count())
            done = send(
                clock=now,
                policy=policy,
                calendar=calendar,
                advance=lambda count: progress.advance(bar, count),
            )
        said = _("发出 %(sent)d 条，没有发出 %(failed)d 条，可能已发 %(unclear)d 条。")
        click.echo(said % {name: done[name] for name in ("sent", "failed", "unclear")})
        if done["doubted"]:
            click.echo(_("有 %d 条正在发时程序中断，对方可能已经收到：不再自动重发。") % done["doubted"])
        waiting = due(now(), localdate(now())).count()
        if waiting and not may_send(now(), policy, calendar):
            click.echo(_("现在是休息时间，还有 %d 条等到工作时间再发。") % waiting)
        if unsettled(after=0, limit=1):
            click.echo(_("有没发出去的：请系统管理员登录后在“通知投递”页处理。"))
    line = f"*/10 * * * * LUOSHI_HOME={home()} luoshi notify"
    click.echo(_("请让系统每十分钟执行一次，例如在 crontab 里写：%s") % line)


def _say_written(written: int | None, morning: str) -> None:
    if written is None:
        click.echo(_("没有新写晨报：今天的已经写过，或今天休息，或还不到 %s。") % morning)
    elif written == 0:
        click.echo(_("今天没有要告诉谁的事，没有写晨报。"))
    else:
        click.echo(_("写了 %d 份晨报。") % written)
