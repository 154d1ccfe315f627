"""``luoshi work``: do the jobs that wait; ``luoshi serve`` calls it by itself."""

import click

from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.worker import work


@click.command(help=_("办完排队的后台事项（导入、导出、备份、核验）后结束；luoshi serve 会自动执行。"))
def command() -> None:
    """Work until nothing waits, and say how many jobs were done."""
    refuse_unprepared()
    click.echo(_("办了 %(count)d 件后台事项") % {"count": work(home() / "jobs")})
