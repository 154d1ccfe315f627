"""``luoshi rehome``: move somebody's membership to another branch."""

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, person_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("转接组织关系：把一名党员转到另一个党支部。"))
@click.argument("member", metavar=_("党员账号"))
@click.argument("code", metavar=_("代码"))
@recorded_as
def command(member: str, code: str, account: str | None) -> None:
    """Move a membership; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.people.actions import transfer  # noqa: PLC0415  # Django loads only here

    with refusing():
        home = organization_of(code)
        person = transfer(person_of(member), home=home, by=keeper(account), at=now())
        click.echo(_("%(name)s 的组织关系现在在 %(home)s") % {"name": person.name, "home": home.name})
