"""``luoshi move``: put an organization, with all below it, under another one."""

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.acting import keeper, now, organization_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NOWHERE = N_("请写明移到哪里：--under 和上级组织的代码，或 --root 表示不再有上级，两样写一样。")


@click.command(help=_("调整隶属：把一个组织连同下级移到另一个上级之下。"))
@click.argument("code", metavar=_("代码"))
@click.option("--under", metavar=_("代码"), help=_("上级组织的代码"))
@click.option("--root", is_flag=True, help=_("不再有上级"))
@recorded_as
def command(code: str, under: str | None, account: str | None, *, root: bool) -> None:
    """Move an organization; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.organizations.actions import move  # noqa: PLC0415  # Django loads only here

    with refusing():
        if bool(under) == root:
            raise Refusal(NOWHERE)
        above = organization_of(under) if under else None
        moved = move(organization_of(code), under=above, by=keeper(account), at=now())
        click.echo(_("%(name)s 现在的上级：%(above)s") % {"name": moved.name, "above": above or "—"})
