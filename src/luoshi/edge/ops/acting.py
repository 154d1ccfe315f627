"""What the commands that act share: who acts, on what, and how it is said.

The clock is read here and nowhere further in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

if TYPE_CHECKING:
    from datetime import datetime

    from luoshi.act.tasks.models import Task
    from luoshi.ground.organizations.models import Organization
    from luoshi.ground.people.models import Person
    from luoshi.plan.deployments.models import Deployment

NO_ACCOUNT = N_("没有账号“{account}”：请核对账号，或先用 luoshi register 登记。")
NO_ORGANIZATION = N_("没有代码为“{code}”的组织：请核对代码，或先用 luoshi found 设立。")
NO_TASK = N_("没有任务 {number}：请核对任务编号。")
NO_DEPLOYMENT = N_("没有部署 {number}：请核对部署编号。")

acting_as = click.option(
    "--as", "account", metavar=_("账号"), required=True, help=_("谁来办理，权限随其岗位和授权")
)
which_task = click.argument("number", metavar=_("任务"), type=int)
noting = click.option("--note", default="", help=_("情况：办了什么、结果如何"))
reasoning = click.option("--reason", default="", help=_("理由，会记入账本"))


def now() -> datetime:
    """Return this moment."""
    from django.utils import timezone  # noqa: PLC0415  # Django loads only where a command needs it

    return timezone.now()


def person_of(account: str) -> Person:
    """Return whoever has that account. Raises ``Refusal`` when nobody has."""
    from luoshi.ground.people.queries import by_account  # noqa: PLC0415  # as above

    found = by_account([account]).get(account)
    if found is None:
        raise Refusal(NO_ACCOUNT, account=account)
    return found


def organization_of(code: str) -> Organization:
    """Return the organization of that code. Raises ``Refusal`` when there is none."""
    from luoshi.ground.organizations.queries import by_code  # noqa: PLC0415  # as above

    found = by_code([code]).get(code)
    if found is None:
        raise Refusal(NO_ORGANIZATION, code=code)
    return found


def task_of(number: int) -> Task:
    """Return the task of that number. Raises ``Refusal`` when there is none."""
    from luoshi.act.tasks.queries import find  # noqa: PLC0415  # as above

    found = find(number)
    if found is None:
        raise Refusal(NO_TASK, number=str(number))
    return found


def deployment_of(number: int) -> Deployment:
    """Return the deployment of that number. Raises ``Refusal`` when there is none."""
    from luoshi.plan.deployments.queries import find  # noqa: PLC0415  # as above

    found = find(number)
    if found is None:
        raise Refusal(NO_DEPLOYMENT, number=str(number))
    return found


def move(number: int, account: str, verb: str, **brought: Any) -> None:
    """Make a move by the name of its action, and say where the task then stands; a refusal ends the command."""
    refuse_unprepared()
    from luoshi.act.tasks import actions  # noqa: PLC0415  # as above

    with refusing():
        task = getattr(actions, verb)(task_of(number), by=person_of(account), at=now(), **brought)
        say_standing(task)


def say_standing(task: Task) -> None:
    """Print one line: the task's number, where it stands, by when it is due."""
    from luoshi.core.lifecycle import STATE_LABELS, State  # noqa: PLC0415  # as above

    said = {"number": task.pk, "state": _(STATE_LABELS[State(task.state)]), "due": task.deadline_on or "—"}
    click.echo(_("任务 %(number)d：%(state)s，时限 %(due)s") % said)
