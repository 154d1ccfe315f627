"""``luoshi register``: register one person; many at once come by ``luoshi import``."""

import click

from luoshi.edge.ops.acting import now, recorded
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("登记一个人；成批登记和党员登记请用 luoshi import。"))
@click.argument("account", metavar=_("账号"))
@click.argument("name", metavar=_("姓名"))
@click.option("--as", "by", metavar=_("账号"), help=_("谁来办理，会记入账本"))
def command(account: str, name: str, by: str | None) -> None:
    """Register a person who belongs to no branch; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.people.actions import register  # noqa: PLC0415  # Django loads only here
    from luoshi.ground.people.models import Standing  # noqa: PLC0415  # as above
    from luoshi.ground.people.particulars import Particulars  # noqa: PLC0415  # as above

    with refusing():
        particulars = Particulars(account, name, Standing.NONE, None, None)
        made = register(particulars, by=recorded(by), at=now())
        click.echo(_("已登记 %(account)s %(name)s") % {"account": made.account, "name": made.name})
