"""``luoshi backup FILE``: everything that cannot be made again, in one file, while the site goes on."""

from pathlib import Path

import click

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.progress_bar import progress_bar
from luoshi.edge.ops.workbooks import file_to_write, refusing

CONTENTS = _(
    "里面有全部数据、账本、附件，也有密码的摘要和系统密钥：拿到它就等于拿到整个系统，请像密钥一样保管。"
)
OPEN = _("这份备份没有加密；设好 LUOSHI_BACKUP_PASSPHRASE（口令）再备份，就会加密。")


@click.command(
    help=_("备份：全部数据、账本、附件和密钥写进一个文件，网站不用停；设了 LUOSHI_BACKUP_PASSPHRASE 就加密。")
)
@file_to_write
def command(file: Path) -> None:
    """Write the backup with a progress bar, say what is in it; exit code 1 for a refusal, 2 when unprepared."""
    refuse_unprepared()
    from django.utils import timezone  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.ops.backups.shelf import back_up, passphrase  # noqa: PLC0415  # as above

    with refusing(), progress_bar() as advance:
        made = back_up(file, by=None, at=timezone.now(), advance=advance)
    counted = {
        "file": file,
        "rows": sum(part.rows or 0 for part in made.parts),
        "files": sum(part.rows is None for part in made.parts),
    }
    click.echo(_("已备份到 %(file)s：%(rows)d 行数据、%(files)d 个文件。") % counted)
    click.echo(CONTENTS)
    if not passphrase():
        click.echo(OPEN)
