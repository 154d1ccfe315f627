"""``luoshi abolish``: take a post away that nobody holds."""

import click

from luoshi.edge.ops.acting import keeper, now, organization_of, post_of, recorded_as
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("撤销岗位：没有人担任的才能撤销。"))
@click.argument("code", metavar=_("代码"))
@click.argument("title", metavar=_("岗位"))
@recorded_as
def command(code: str, title: str, account: str | None) -> None:
    """Abolish a post; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.ground.people.actions import abolish_post  # noqa: PLC0415  # Django loads only here

    with refusing():
        place = organization_of(code)
        post = abolish_post(post_of(place, title), by=keeper(account), at=now())
        click.echo(_("已撤销岗位：%(place)s %(title)s") % {"place": place.name, "title": post.title})
