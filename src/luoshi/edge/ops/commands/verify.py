"""``luoshi verify``: lay the standard beside the proof before anybody closes a task."""

import click

from luoshi.edge.ops.acting import acting_as, now, person_of, task_of, which_task
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.repeating import say_repetitions
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("核验：把完成标准与佐证逐项对照，提示雷同的说明，并说明能否由您销号。只看，不改。"))
@which_task
@acting_as
def command(number: int, account: str) -> None:
    """Print standard, evidence and repetitions; exit code 1 where this person could not close the task now."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.act.tasks.queries import proofs, refuse_closing  # noqa: PLC0415  # as above

    with refusing():
        task = task_of(number)
        given = proofs(task)
        click.echo(_("完成标准：%s") % (task.standard or "—"))
        for kind in task.evidence_named:
            places = [proof.place or _("已附") for proof in given if proof.kind == kind]
            click.echo(
                _("佐证 %(kind)s：%(places)s") % {"kind": kind, "places": "；".join(places) or _("缺")}
            )
        say_repetitions(task)
        refuse_closing(task, person_of(account), localdate(now()))
        click.echo(_("核对属实后可以销号：luoshi close %d") % task.pk)
