"""``luoshi confirm``: make drafts of a deployment tasks."""

import click

from luoshi.edge.ops.acting import acting_as, deployment_of, now, organization_of, person_of, say_standing
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("确认：把部署里的草稿列为拟办任务，可一次确认多项，要么全部确认，要么一项不动。"))
@click.argument("number", metavar=_("部署编号"), type=int)
@click.argument("places", metavar=_("草稿…"), nargs=-1, required=True, type=int)
@click.option("--owner", metavar=_("代码"), help=_("承办单位的代码"))
@acting_as
def command(number: int, places: tuple[int, ...], owner: str | None, account: str) -> None:
    """Confirm drafts, all of them or none, and say what they became; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.db import transaction  # noqa: PLC0415  # Django loads only here

    from luoshi.plan.deployments.actions import confirm  # noqa: PLC0415  # as above
    from luoshi.plan.deployments.queries import draft_at  # noqa: PLC0415  # as above

    with refusing():
        deployment, person = deployment_of(number), person_of(account)
        to = organization_of(owner) if owner else None
        with transaction.atomic():
            drafts = [draft_at(deployment, place) for place in places]
            tasks = [confirm(draft, by=person, at=now(), owner=to) for draft in drafts]
        for task in tasks:
            say_standing(task)
