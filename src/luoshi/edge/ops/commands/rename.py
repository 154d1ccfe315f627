"""``luoshi rename``: give an organization another name."""

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("更改组织的名称和简称；代码不变。"))
@click.argument("code", metavar=_("代码"))
@click.argument("name", metavar=_("名称"))
@click.option("--short-name", metavar=_("简称"), help=_("新的简称，不写就保留原来的"))
@recorded_as
def command(code: str, name: str, short_name: str | None, account: str | None) -> None:
    """Rename an organization; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.organizations.actions import rename  # noqa: PLC0415  # Django loads only here

    with refusing():
        place = organization_of(code)
        short = place.short_name if short_name is None else short_name
        renamed = rename(place, name=name, short_name=short, by=keeper(account), at=now())
        click.echo(_("%(was)s 已更名为 %(name)s") % {"was": place.name, "name": renamed.name})
