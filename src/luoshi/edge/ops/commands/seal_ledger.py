"""``luoshi seal-ledger``: seal yesterday's entries; a timer runs it once a day."""

from datetime import date, timedelta

import click

from luoshi.core.refusals import Refusal
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared


@click.command(help=_("封存账本：给昨天（或指定的一天）以前的记录加日封。每天执行一次，可重复执行。"))
@click.option("--day", type=DAY, help=_("封存到哪一天，不写就是昨天"))
def command(day: date | None) -> None:
    """Seal, print the seal's digest; exit code 1 when refused, 2 when unprepared."""
    refuse_unprepared()
    from django.utils import timezone  # noqa: PLC0415  # Django loads only here

    from luoshi.ground.ledger.actions import seal_day  # noqa: PLC0415  # Django loads only here

    now = timezone.now()
    chosen = day or timezone.localdate(now) - timedelta(days=1)
    try:
        seal = seal_day(chosen, at=now)
    except Refusal as refusal:
        click.echo(_(refusal.sentence).format_map(refusal.facts), err=True)
        raise SystemExit(1) from None
    sentence = _("%(day)s 已封存，共 %(count)d 条记录；日封摘要是 %(digest)s，请另行存档。")
    click.echo(sentence % {"day": seal.day.isoformat(), "count": seal.count, "digest": seal.digest})
