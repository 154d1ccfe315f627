"""``luoshi vacate``: let somebody leave a post."""

from datetime import date

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, person_of, post_of, recorded_as
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("离任：由一个人离开岗位，岗位仍在。"))
@click.argument("holder", metavar=_("账号"))
@click.argument("code", metavar=_("代码"))
@click.argument("title", metavar=_("岗位"))
@click.option("--until", type=DAY, help=_("任到哪一天（含当天），不写就是今天"))
@recorded_as
def command(holder: str, code: str, title: str, until: date | None, account: str | None) -> None:
    """Let a holder leave a post after a last day; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.ground.people.actions import vacate  # noqa: PLC0415  # as above

    at = now()
    with refusing():
        person, post = person_of(holder), post_of(organization_of(code), title)
        left = vacate(post, person=person, until_on=until or localdate(at), by=keeper(account), at=at)
        said = {"name": person.name, "title": post.title, "until": left.until_on}
        click.echo(_("%(name)s 担任 %(title)s 到 %(until)s") % said)
