"""``luoshi demo``: prepare the data directory, say where to look, and serve."""

import click

from luoshi.edge.ops.commands.serve import host_option, port_option, refuse_taken
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.server import serve


@click.command(help=_("一步到位：准备数据目录并启动网站。"))
@host_option
@port_option
def command(host: str, port: int) -> None:
    """Prepare, print the address, serve until interrupted."""
    from luoshi.edge.ops.preparation import prepare  # noqa: PLC0415  # Django loads only here

    refuse_taken(host, port)
    prepare()
    click.echo(_("请在浏览器打开 %s （按 Ctrl-C 停止）") % f"http://{host}:{port}/")
    serve(host, port)
