"""``luoshi handover``: what passes on when a post changes hands."""

from itertools import groupby
from operator import attrgetter
from pathlib import Path

import click

from luoshi.edge.ops.acting import now, organization_of, posts_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing, write


@click.command(help=_("交接清单：一个岗位换人时随岗位移交的任务、待核验、待确认和授权。"))
@click.argument("code", metavar=_("代码"))
@click.argument("title", metavar=_("岗位"))
@click.option("--xlsx", type=click.Path(path_type=Path, dir_okay=False), help=_("另存为 Excel 文件"))
def command(code: str, title: str, xlsx: Path | None) -> None:
    """Print the pack by heading, or write it as a workbook; exit code 1 where there is no such post."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.exchange import workbooks  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.handovers import pack  # noqa: PLC0415  # as above

    with refusing():
        place = organization_of(code)
        items = [item for post in posts_of(place, title) for item in pack(post, localdate(now()))]
        if xlsx:
            write(xlsx, workbooks.handover.export(items))
            return
        click.echo(
            _("%(place)s %(title)s：移交 %(count)d 项")
            % {"place": place, "title": title, "count": len(items)}
        )
        for part, group in groupby(items, attrgetter("part")):
            click.echo(_(part))
            for item in group:
                state = _(item.state) if item.state else ""
                click.echo(f"  {item.reference:>5}  {item.what}  {state}  {item.due_on or '—'}")
