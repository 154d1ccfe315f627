"""``luoshi task``: the story of one task, as the ledger tells it."""

import click

from luoshi.edge.ops.acting import say_standing, task_of, which_task
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing


@click.command(help=_("看一件任务：从哪里来、办到哪一步、每一步谁办的。"))
@which_task
def command(number: int) -> None:
    """Print the task and its story, one line an entry; exit code 1 where there is no such task."""
    refuse_unprepared()
    from django.utils.timezone import localtime  # noqa: PLC0415  # Django loads only here

    from luoshi.act.tasks.queries import story  # noqa: PLC0415  # as above
    from luoshi.ground.ledger.verbs import VERBS  # noqa: PLC0415  # as above
    from luoshi.ground.people.queries import names  # noqa: PLC0415  # as above

    with refusing():
        task = task_of(number)
        click.echo(task.title)
        say_standing(task)
        said = {"issuer": task.issuer, "owner": task.owner or "—", "origin": task.origin_reference or "—"}
        click.echo(_("交办 %(issuer)s · 承办 %(owner)s · 来源 %(origin)s") % said)
        entries = story(task)
        known = names({each for entry in entries for each in (entry.by, entry.for_whom) if each})
        for entry in entries:
            who = known.get(entry.by or 0, "—")
            if entry.for_whom:
                who = _("%(who)s 代 %(whom)s") % {"who": who, "whom": known.get(entry.for_whom, "—")}
            words = entry.facts.get("note") or entry.facts.get("reason") or ""
            when = localtime(entry.at).strftime("%Y-%m-%d %H:%M")
            click.echo(f"{when}  {_(VERBS[entry.verb])}  {who}  {words}".rstrip())
