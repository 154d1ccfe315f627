"""``luoshi tasks``: which tasks there are, as a table."""

import click

from luoshi.core.lifecycle import STATE_LABELS
from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.acting import now, one_of, organization_of, person_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

NO_STATE = N_("没有“{said}”这种状态：请从{choices}中选一种。")
BEYOND = N_("“{name}”的岗位和授权管不到“{place}”：请改选其管得到的组织，或去掉 --as。")


@click.command(help=_("列出任务，新的在前；可按组织、状态、逾期和某人管得到的范围来看。"))
@click.option("--below", "code", metavar=_("代码"), help=_("只看这个组织及其下级承办的"))
@click.option("--overdue", is_flag=True, help=_("只看逾期的"))
@click.option("--state", "label", metavar=_("状态"), help=_("只看这种状态的，如“承办中”"))
@click.option("--as", "account", metavar=_("账号"), help=_("只看这个人的岗位和授权管得到的"))
@click.option("--limit", type=click.IntRange(1, 10_000), default=50, show_default=True, help=_("最多列几件"))
def command(code: str | None, label: str | None, account: str | None, *, overdue: bool, limit: int) -> None:
    """Print one row a task; exit code 1 for an unknown organization, account or state."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.act.tasks.queries import listed  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.calendars import site_calendar  # noqa: PLC0415  # as above
    from luoshi.edge.exchange.policies import site_lights  # noqa: PLC0415  # as above
    from luoshi.edge.ops.task_table import print_tasks  # noqa: PLC0415  # Rich loads only for people

    today = localdate(now())
    with refusing():
        states = {_(words): state for state, words in STATE_LABELS.items()}
        state = one_of(label, states, NO_STATE) if label else None
        paths = _paths(code, account)
        found = listed(paths=paths, state=state, late_on=today if overdue else None)
        print_tasks(found[:limit], today, site_calendar(), site_lights())
        left = found.count() - limit
        if left > 0:
            click.echo(_("……还有 %d 件：用 --limit 多列一些，或缩小范围。") % left)


def _paths(code: str | None, account: str | None) -> tuple[str, ...] | None:
    """Return the paths to look at and below, nothing for everywhere."""
    from django.utils.timezone import localdate  # noqa: PLC0415  # as above

    from luoshi.ground.people.queries import reach  # noqa: PLC0415  # as above

    place = organization_of(code) if code else None
    if account is None:
        return (place.path,) if place else None
    person = person_of(account)
    reached = reach(person, localdate(now()))
    if place is None:
        return reached
    if not place.path.startswith(reached):
        raise Refusal(BEYOND, name=person.name, place=place.name)
    return (place.path,)
