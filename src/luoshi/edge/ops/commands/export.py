"""``luoshi export``: everything of a kind as a workbook; importing it again changes nothing."""

from pathlib import Path

import click

from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import file_to_write, refusing, which, write


@click.command(help=_("导出全部组织或人员；原样导回不会改变任何内容。联系方式不导出。"))
@which
@file_to_write
def command(which: str, file: Path) -> None:
    """Write the export of that kind."""
    refuse_unprepared()
    from luoshi.edge.exchange import workbooks  # noqa: PLC0415  # Django loads only here
    from luoshi.ground.organizations.queries import everything  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import everybody  # noqa: PLC0415  # as above

    with refusing():
        if which == "organizations":
            write(file, workbooks.organizations.export(everything()))
        else:
            write(file, workbooks.people.export(everybody()))
