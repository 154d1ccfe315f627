"""``luoshi dispatch``: give a draft to whoever shall do it."""

from datetime import date

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.acting import acting_as, move, now, organization_of, which_task
from luoshi.edge.ops.days import DAY
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

TWO_DEADLINES = N_("时限写了两样，不知以哪个为准：--deadline 和 --within 请只写一样。")


@click.command(help=_("交办：定下承办单位、完成标准和时限。缺一样不能交办。"))
@which_task
@acting_as
@click.option("--owner", metavar=_("代码"), help=_("承办单位的代码"))
@click.option("--standard", help=_("完成标准：做到什么程度算完成"))
@click.option("--deadline", type=DAY, help=_("时限，须是工作日"))
@click.option("--within", type=click.IntRange(1, 1000), help=_("时限：从今天起多少个工作日"))
@click.option("--evidence", multiple=True, metavar=_("类别"), help=_("销号须有的佐证，可多次"))
def command(  # one option each for what a dispatch may settle
    number: int,
    account: str,
    owner: str | None,
    standard: str | None,
    deadline: date | None,
    within: int | None,
    evidence: tuple[str, ...],
) -> None:
    """Dispatch a task, and say where it stands; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.core.lifecycle import Situation  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above

    with refusing():
        if deadline and within:
            raise Refusal(TWO_DEADLINES)
        due = deadline
        if within:
            due = site_calendar().add_workdays(localdate(now()), within)
        terms = Situation(standard=standard, deadline_on=due, evidence_named=frozenset(evidence))
        to = organization_of(owner) if owner else None
        move(number, account, "dispatch", owner=to, terms=terms)
