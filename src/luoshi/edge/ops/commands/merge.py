"""``luoshi merge``: let one organization become part of another."""

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("合并组织：前一个并入后一个，下级、岗位、人员一并过去，前一个随之撤销。"))
@click.argument("code", metavar=_("代码"))
@click.argument("into", metavar=_("并入代码"))
@recorded_as
def command(code: str, into: str, account: str | None) -> None:
    """Merge an organization into another; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.organizations.actions import merge  # noqa: PLC0415  # Django loads only here

    with refusing():
        ending = organization_of(code)
        heir = merge(ending, into=organization_of(into), by=keeper(account), at=now())
        click.echo(_("%(name)s 已并入 %(heir)s") % {"name": ending.name, "heir": heir.name})
