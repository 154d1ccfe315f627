"""``luoshi appoint``: let somebody assume a post in an organization."""

from datetime import date

import click

from luoshi.core.refusals import N_
from luoshi.edge.ops.acting import now, one_of, organization_of, person_of, recorded
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NO_KIND = N_("没有“{said}”这种岗位：请从{choices}中选一种。")


@click.command(help=_("由一个人到任一个组织的岗位，没有设的先设上。书记这类岗位同一时间只有一人。"))
@click.argument("holder", metavar=_("账号"))
@click.argument("code", metavar=_("代码"))
@click.argument("kind", metavar=_("岗位"))
@click.option("--from", "start", type=DAY, help=_("从哪一天起，不写就是今天"))
@click.option("--as", "account", metavar=_("账号"), help=_("谁来办理，会记入账本"))
def command(holder: str, code: str, kind: str, start: date | None, account: str | None) -> None:
    """Fill a post of a kind as people call it, created where there is none; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.db import transaction  # noqa: PLC0415  # Django loads only here
    from django.utils.timezone import localdate  # noqa: PLC0415  # as above

    from luoshi.ground.people.actions import assume, create_post  # noqa: PLC0415  # as above
    from luoshi.ground.people.models import PostKind  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import posts_titled  # noqa: PLC0415  # as above

    at = now()
    with refusing():
        chosen = one_of(kind, {str(each.label): each for each in PostKind}, NO_KIND)
        person, place, by = person_of(holder), organization_of(code), recorded(account)
        with transaction.atomic():
            standing = posts_titled(kind, place)
            post = standing[0] if standing else create_post(place, title=kind, kind=chosen, by=by, at=at)
            assume(post, person=person, from_on=start or localdate(at), by=by, at=at)
        click.echo(_("%(name)s 到任：%(place)s %(title)s") % {"name": person, "place": place, "title": kind})
