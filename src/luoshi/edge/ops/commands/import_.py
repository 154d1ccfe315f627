"""``luoshi import``: say what a workbook would change; with ``--commit``, change it."""

from pathlib import Path

import click

from luoshi.edge.ops.acting import keeper, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import REFUSED, refusing, which

SHOWN = 20


@click.command(help=_("导入组织或人员：先逐格预览，不写入；加 --commit 才写入，要么全部写入，要么一行不写。"))
@which
@click.argument("file", metavar=_("文件名"), type=click.Path(path_type=Path))
@click.option("--commit", is_flag=True, help=_("预览没有问题就写入"))
@recorded_as
def command(which: str, file: Path, account: str | None, *, commit: bool) -> None:
    """Preview or import; exit code 1 when a cell stands in the way, 2 for a file that cannot be read."""
    refuse_unprepared()
    from django.utils import timezone  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.exchange.documents import content_of  # noqa: PLC0415  # only needed here
    from luoshi.edge.exchange.workbooks import importing  # noqa: PLC0415  # as above

    now = timezone.now()
    with refusing():
        # Known before the preview is read, so that nobody waits for it only to be refused.
        by = keeper(account) if commit else None
        data = content_of(file, file.name)
        foreseen = importing.preview(which, data, file.name, at=now)
        for each in foreseen.notable[:SHOWN]:
            click.echo(each.in_words(_))
        left = len(foreseen.notable) - SHOWN
        if left > 0:
            click.echo(_("……还有 %d 处。") % left)
        counts = dict(zip(("new", "changed", "same", "refused"), foreseen.counts, strict=True))
        click.echo(
            _("新增 %(new)d 行，修改 %(changed)d 行，不变 %(same)d 行，不能导入 %(refused)d 行。") % counts
        )
        if foreseen.refused:
            click.echo(_("一行也没有写入：请改正上面的单元格后重新导入。"), err=True)
            raise SystemExit(REFUSED)
        if commit:
            importing.commit(which, data, file.name, by=by, at=now)
            click.echo(_("已写入。"))
        else:
            click.echo(_("以上是预览，还没有写入：核对后加 --commit 再执行一次。"))
