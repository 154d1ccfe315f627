"""``luoshi drafts``: what a deployment asks for, what became of it, and which clauses are still open."""

import click

from luoshi.edge.ops.acting import deployment_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("列出一份部署的各项任务草稿和条款覆盖情况。"))
@click.argument("number", metavar=_("部署编号"), type=int)
def command(number: int) -> None:
    """Print one line a draft, the coverage and the open clauses; exit code 1 where there is no such deployment."""
    refuse_unprepared()
    from luoshi.plan.deployments.queries import coverage, drafts  # noqa: PLC0415  # Django loads only here

    with refusing():
        deployment = deployment_of(number)
        click.echo(deployment.title)
        for draft in drafts(deployment):
            due = draft.deadline_on or draft.deadline or draft.frequency or "—"
            state = _("待确认")
            if draft.task_id:
                state = _("任务 %d") % draft.task_id
            elif draft.dropped_why:
                state = _("舍弃：%s") % draft.dropped_why
            click.echo(f"{draft.place:>3}  {draft.text}  {'、'.join(draft.units) or '—'}  {due}  [{state}]")
        found = coverage(deployment)
        answered = len(found.covered) + len(found.exempt)
        click.echo(_("条款覆盖 %(answered)d／%(all)d") % {"answered": answered, "all": found.counted})
        for clause in found.open:
            click.echo(_("未覆盖：条款 %(place)d %(clause)s") % {"place": clause.place, "clause": clause})
