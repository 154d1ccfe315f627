"""``luoshi dissolve``: end an organization that nothing stands on any more."""

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("撤销组织：没有下级、岗位和人员的才能撤销；它的来历仍可查。"))
@click.argument("code", metavar=_("代码"))
@recorded_as
def command(code: str, account: str | None) -> None:
    """Dissolve an organization; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.organizations.actions import dissolve  # noqa: PLC0415  # Django loads only here

    with refusing():
        ended = dissolve(organization_of(code), by=keeper(account), at=now())
        click.echo(_("已撤销 %(code)s %(name)s") % {"code": ended.code, "name": ended.name})
