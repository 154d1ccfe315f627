"""``luoshi restore FILE``: an installation again as it was, after every part of the backup has been verified."""

import os
import tempfile
from pathlib import Path

import click

from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.progress_bar import progress_bar
from luoshi.edge.ops.workbooks import refusing


@click.command(
    help=_("恢复：先核对备份的每一部分、数清每张表、核验账本，全部相符才替换；中途停下，原来的数据不变。")
)
@click.argument("file", metavar=_("文件名"), type=click.Path(path_type=Path, dir_okay=False))
@click.option("--replace", is_flag=True, help=_("这里已有数据，也整个替换；替换下来的另存一旁"))
@click.option("--check", is_flag=True, help=_("只核对备份文件是否完好，不恢复"))
def command(file: Path, *, replace: bool, check: bool) -> None:
    """Restore with a progress bar, say what came of it; exit code 1 for a refusal, 2 for a file that is not there."""
    from luoshi.edge.ops.backups.places import places  # noqa: PLC0415  # loaded only here
    from luoshi.edge.ops.backups.restoring import restore, verify_file  # noqa: PLC0415  # as above

    secret = os.environ.get("LUOSHI_BACKUP_PASSPHRASE", "")
    with refusing(), progress_bar() as advance:
        if check:
            with tempfile.TemporaryDirectory() as scratch:
                manifest = verify_file(
                    file, passphrase=secret, scratch=Path(scratch) / "unsealed", advance=advance
                )
        else:
            done = restore(file, places(home()), replace=replace, passphrase=secret, advance=advance)
            manifest = done.manifest
    counted = {
        "made": f"{manifest.made_at.astimezone():%Y-%m-%d %H:%M}",
        "rows": sum(part.rows or 0 for part in manifest.parts),
        "files": sum(part.rows is None for part in manifest.parts),
    }
    if check:
        click.echo(
            _("备份文件完好：%(made)s 备份，%(rows)d 行数据、%(files)d 个文件，摘要全部相符。") % counted
        )
        return
    click.echo(_("已恢复到 %(made)s 的备份：%(rows)d 行数据、%(files)d 个文件，账本核验无误。") % counted)
    click.echo(
        _(
            "替换下来的另存在数据目录里（名字带 replaced），确认无误后可以删除。请执行 luoshi migrate，再启动网站。"
        )
    )
