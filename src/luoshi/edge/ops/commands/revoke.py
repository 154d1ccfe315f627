"""``luoshi revoke``: take a grant back."""

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.acting import keeper, now, person_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NO_GRANT = N_("“{grantor}”没有授权“{stand_in}”代办，无从收回：请核对授权人和代办人的账号。")


@click.command(help=_("收回授权：即日起代办人不再代办。"))
@click.argument("grantor", metavar=_("授权人账号"))
@click.argument("stand_in", metavar=_("代办人账号"))
@recorded_as
def command(grantor: str, stand_in: str, account: str | None) -> None:
    """Revoke the grant that holds today or will; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.ground.people.actions import revoke_grant  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import grant_between  # noqa: PLC0415  # as above

    at = now()
    with refusing():
        giver, receiver = person_of(grantor), person_of(stand_in)
        given = grant_between(giver, receiver, localdate(at))
        if given is None:
            raise Refusal(NO_GRANT, grantor=giver.name, stand_in=receiver.name)
        click.echo(_("已收回授权 %s") % revoke_grant(given, by=keeper(account), at=at))
