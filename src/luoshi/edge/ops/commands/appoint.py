"""``luoshi appoint``: create a post in an organization and let somebody assume it."""

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.acting import now, organization_of, person_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NO_KIND = N_("没有“{kind}”这种岗位：请从{kinds}中选一种。")


@click.command(help=_("在一个组织设岗，并由一个人到任。"))
@click.argument("account", metavar=_("账号"))
@click.argument("code", metavar=_("代码"))
@click.argument("kind", metavar=_("岗位"))
def command(account: str, code: str, kind: str) -> None:
    """Create a post of a kind as people call it and fill it from today; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.db import transaction  # noqa: PLC0415  # Django loads only here
    from django.utils.timezone import localdate  # noqa: PLC0415  # as above

    from luoshi.ground.people.actions import assume, create_post  # noqa: PLC0415  # as above
    from luoshi.ground.people.models import PostKind  # noqa: PLC0415  # as above

    at = now()
    with refusing():
        kinds = {str(each.label): each for each in PostKind}
        if kind not in kinds:
            raise Refusal(NO_KIND, kind=kind, kinds="、".join(kinds))
        person, place = person_of(account), organization_of(code)
        with transaction.atomic():
            post = create_post(place, title=kind, kind=kinds[kind], by=None, at=at)
            assume(post, person=person, from_on=localdate(at), by=None, at=at)
        click.echo(_("%(name)s 到任：%(place)s %(title)s") % {"name": person, "place": place, "title": kind})
