"""``luoshi migrate``: make the data directory ready, or bring it up to date."""

import click

from luoshi.edge.ops.language import translate as _


@click.command(help=_("准备数据目录：密钥、数据库、页面文件。可重复执行。"))
def command() -> None:
    """Prepare ``LUOSHI_HOME`` and say where it is."""
    from luoshi.edge.ops.preparation import prepare  # noqa: PLC0415  # Django loads only here

    click.echo(_("数据目录已就绪：%s") % prepare())
