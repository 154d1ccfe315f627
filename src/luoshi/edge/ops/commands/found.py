"""``luoshi found``: found one organization; many at once come by ``luoshi import``."""

import click

from luoshi.core.refusals import N_
from luoshi.edge.ops.acting import now, one_of, organization_of, recorded, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NO_KIND = N_("没有“{said}”这种组织：请从{choices}中选一种。")


@click.command(help=_("设立一个组织；成批设立请用 luoshi import。"))
@click.argument("code", metavar=_("代码"))
@click.argument("name", metavar=_("名称"))
@click.argument("kind", metavar=_("类型"))
@click.option("--under", metavar=_("代码"), help=_("上级组织的代码"))
@recorded_as
def command(code: str, name: str, kind: str, under: str | None, account: str | None) -> None:
    """Found an organization of a kind as people call it; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.organizations.actions import found  # noqa: PLC0415  # Django loads only here
    from luoshi.ground.organizations.charter import Charter  # noqa: PLC0415  # as above
    from luoshi.ground.organizations.models import OrganizationKind  # noqa: PLC0415  # as above

    with refusing():
        chosen = one_of(kind, {str(each.label): each for each in OrganizationKind}, NO_KIND)
        above = organization_of(under) if under else None
        made = found(Charter(code, name, chosen), under=above, by=recorded(account), at=now())
        click.echo(_("已设立 %(code)s %(name)s") % {"code": made.code, "name": made.name})
