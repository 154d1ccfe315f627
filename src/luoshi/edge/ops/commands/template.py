"""``luoshi template``: an empty workbook to fill in."""

from pathlib import Path

import click

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import file_to_write, refusing, which, write


@click.command(help=_("写出空白模板，填好后用 luoshi import 导入。"))
@which
@file_to_write
def command(which: str, file: Path) -> None:
    """Write the template of that kind."""
    refuse_unprepared()
    from luoshi.edge.exchange import workbooks  # noqa: PLC0415  # Django loads only here

    made = {"organizations": workbooks.organizations.template, "people": workbooks.people.template}[which]()
    with refusing():
        write(file, made)
