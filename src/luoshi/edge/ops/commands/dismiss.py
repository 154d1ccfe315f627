"""``luoshi dismiss``: say why a clause needs no task."""

import click

from luoshi.edge.ops.acting import acting_as, deployment_of, now, person_of, reasoning
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("注明一个条款无需分解，并写明理由；它的待确认草稿一并舍弃。"))
@click.argument("number", metavar=_("部署编号"), type=int)
@click.argument("place", metavar=_("条款"), type=int)
@reasoning
@acting_as
def command(number: int, place: int, reason: str, account: str) -> None:
    """Dismiss a clause; exit code 1 for a refusal."""
    refuse_unprepared()
    from luoshi.plan.deployments.actions import dismiss  # noqa: PLC0415  # Django loads only here
    from luoshi.plan.deployments.queries import clause_at  # noqa: PLC0415  # as above

    with refusing():
        clause = clause_at(deployment_of(number), place)
        dismiss(clause, why=reason, by=person_of(account), at=now())
        click.echo(_("条款 %(place)d %(clause)s：无需分解") % {"place": place, "clause": clause})
