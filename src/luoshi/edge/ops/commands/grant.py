"""``luoshi grant``: let one person stand in for another."""

from datetime import date

import click

from luoshi.edge.ops.acting import keeper, now, person_of, recorded_as
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("授权代办：在一段时间里由代办人办理授权人岗位上的事，已经在办的也在内。"))
@click.argument("grantor", metavar=_("授权人账号"))
@click.argument("stand_in", metavar=_("代办人账号"))
@click.option("--until", type=DAY, required=True, help=_("到哪一天（含当天）"))
@click.option("--from", "start", type=DAY, help=_("从哪一天起，不写就是今天"))
@recorded_as
def command(grantor: str, stand_in: str, until: date, start: date | None, account: str | None) -> None:
    """Give a grant from a first to a last day; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.ground.people.actions import give_grant  # noqa: PLC0415  # as above

    at = now()
    with refusing():
        given = give_grant(
            person_of(grantor),
            stand_in=person_of(stand_in),
            from_on=start or localdate(at),
            until_on=until,
            by=keeper(account),
            at=at,
        )
        said = {"grant": given, "from": given.from_on, "until": given.until_on}
        click.echo(_("已授权 %(grant)s：%(from)s 至 %(until)s") % said)
