"""``luoshi serve``: run the site."""

import click

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.server import is_free, serve

host_option = click.option("--host", default="127.0.0.1", show_default=True, help=_("监听地址"))
port_option = click.option(
    "--port",
    default=8000,
    show_default=True,
    envvar="LUOSHI_PORT",
    type=click.IntRange(1, 65535),
    help=_("端口"),
)


def refuse_taken(host: str, port: int) -> None:
    """End with exit code 2 and one sentence when the address is taken."""
    if is_free(host, port):
        return
    sentence = _(
        "%(host)s:%(port)d 已被占用：请关闭占用它的程序，或换一个端口，例如先设 LUOSHI_PORT=%(other)d。"
    )
    click.echo(sentence % {"host": host, "port": port, "other": port + 1}, err=True)
    raise SystemExit(2)


@click.command(help=_("启动网站；先执行过 luoshi migrate。"))
@host_option
@port_option
def command(host: str, port: int) -> None:
    """Serve until interrupted."""
    refuse_taken(host, port)
    serve(host, port)
