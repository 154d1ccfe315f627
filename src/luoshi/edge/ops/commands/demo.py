"""``luoshi demo``: read an invented document, prepare the data directory, say where to look, and serve."""

import click

from luoshi.core.reading import read
from luoshi.edge.ops.commands.serve import host_option, port_option, refuse_taken
from luoshi.edge.ops.demo_at_scale import NAMES, fill_at_scale
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.reading_table import print_reading
from luoshi.edge.ops.server import serve
from luoshi.edge.web.reading.source import example


@click.command(help=_("一步到位：准备数据目录并启动网站。"))
@host_option
@port_option
@click.option(
    "--scale",
    type=click.Choice(NAMES),
    help=_("改为生成一个全市或全省规模的示例，用于测试和评估；完成后不启动网站"),
)
def command(host: str, port: int, scale: str | None) -> None:
    """Show what reading means, prepare, print the address, serve until interrupted."""
    if scale:
        fill_at_scale(scale)
        return
    from luoshi.edge.ops.preparation import prepare  # noqa: PLC0415  # Django loads only here

    refuse_taken(host, port)
    shown = example("plan")
    print_reading(shown.name, read(shown.text), everything=False)
    prepare()
    click.echo()
    click.echo(_("以上是一份示例文件的解读。把自己的文件交给网页，结果相同；这一版不用登录，也不保存文件。"))
    click.echo(_("请在浏览器打开 %s （按 Ctrl-C 停止）") % f"http://{host}:{port}/")
    serve(host, port)
