"""``luoshi demo``: prepare the data directory, seed an invented city, say what is in it and where to look, and serve."""

import click

from luoshi.core.refusals import Refusal
from luoshi.edge.ops.commands.serve import host_option, port_option, refuse_taken
from luoshi.edge.ops.demo_at_scale import NAMES, fill_at_scale
from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.server import serve
from luoshi.edge.ops.workbooks import REFUSED


@click.command(help=_("一步到位：准备数据目录，建一座虚构的城市，并启动网站。"))
@host_option
@port_option
@click.option("--no-serve", is_flag=True, help=_("只建示范城市，不启动网站"))
@click.option(
    "--scale",
    type=click.Choice(NAMES),
    help=_("改为生成一个全市或全省规模的示例，用于测试和评估；完成后不启动网站"),
)
def command(host: str, port: int, scale: str | None, *, no_serve: bool) -> None:
    """Prepare, seed, print what there is, serve until interrupted; exit code 1 when only seeding is refused."""
    if scale:
        fill_at_scale(scale)
        return
    from luoshi.edge.ops.preparation import prepare  # noqa: PLC0415  # Django loads only here

    if not no_serve:
        refuse_taken(host, port)
    prepare()
    seeded = _seed()
    if no_serve:
        raise SystemExit(0 if seeded else REFUSED)
    click.echo(_("请在浏览器打开 %s （按 Ctrl-C 停止）") % f"http://{host}:{port}/")
    serve(host, port)


def _seed() -> bool:
    """Seed the city where there is none and print what it holds; say in one sentence why not, and return False."""
    from django.db import connections  # noqa: PLC0415  # Django loads only here
    from django.utils import timezone  # noqa: PLC0415  # as above

    from luoshi.edge.demo.entrance import relax  # noqa: PLC0415  # as above
    from luoshi.edge.demo.seeding import seed  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above
    from luoshi.edge.ops.city_words import print_city  # noqa: PLC0415  # as above

    now = timezone.now()
    click.echo(_("正在准备示范城市……"))
    try:
        if seed(at=now, calendar=site_calendar()):
            relax(home())
        print_city(timezone.localdate(now))
    except Refusal as refusal:
        click.echo(_(refusal.sentence).format_map(refusal.facts), err=True)
        return False
    finally:
        # Whoever serves next does so in processes of its own.
        connections.close_all()
    return True
