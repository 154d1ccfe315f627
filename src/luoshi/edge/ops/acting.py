"""What the commands that act share: who acts, on what, and how it is said.

The clock is read here and nowhere further in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

import click

from luoshi.core.refusals import N_, Refusal
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from luoshi.act.tasks.models import Task
    from luoshi.ground.organizations.models import Organization
    from luoshi.ground.people.models import Person, Post
    from luoshi.plan.deployments.models import Deployment

Choice = TypeVar("Choice")

NO_ACCOUNT = N_("没有账号“{account}”：请核对账号，或先用 luoshi register 登记。")
NO_ORGANIZATION = N_("没有代码为“{code}”的组织：请核对代码，或先用 luoshi found 设立。")
NO_POST = N_("“{place}”没有设“{title}”这个岗位：请核对岗位名称，或先用 luoshi appoint 设岗。")
NO_TASK = N_("没有任务 {number}：请核对任务编号。")
NAMELESS = N_("已经有人登记，改动组织、人员和岗位要写明由谁办理：请加 --as 和办理人的账号。")
NO_DEPLOYMENT = N_("没有部署 {number}：请核对部署编号。")

acting_as = click.option(
    "--as", "account", metavar=_("账号"), required=True, help=_("谁来办理，权限随其岗位和授权")
)
recorded_as = click.option("--as", "account", metavar=_("账号"), help=_("谁来办理，会记入账本"))
which_task = click.argument("number", metavar=_("任务"), type=int)
reasoning = click.option("--reason", default="", help=_("理由，会记入账本"))


def now() -> datetime:
    """Return this moment."""
    from django.utils import timezone  # noqa: PLC0415  # Django loads only where a command needs it

    return timezone.now()


def one_of(said: str, choices: Mapping[str, Choice], sentence: str) -> Choice:
    """Return what was chosen by its label; else raise ``Refusal`` with ``{said}`` and ``{choices}`` filled in."""
    if said not in choices:
        raise Refusal(sentence, said=said, choices="、".join(choices))
    return choices[said]


def person_of(account: str) -> Person:
    """Return whoever has that account. Raises ``Refusal`` when nobody has."""
    from luoshi.ground.people.queries import by_account  # noqa: PLC0415  # as above

    found = by_account([account]).get(account)
    if found is None:
        raise Refusal(NO_ACCOUNT, account=account)
    return found


def recorded(account: str | None) -> int | None:
    """Return the id under which the ledger keeps whoever acts, nothing where nobody was named."""
    return person_of(account).pk if account else None


def keeper(account: str | None) -> int | None:
    """Return as ``recorded`` does; nobody may be nameless once anybody is registered. Raises ``Refusal``."""
    from luoshi.ground.people.queries import everybody  # noqa: PLC0415  # as above

    if not account and everybody().exists():
        raise Refusal(NAMELESS)
    return recorded(account)


def organization_of(code: str) -> Organization:
    """Return the organization of that code. Raises ``Refusal`` when there is none."""
    from luoshi.ground.organizations.queries import by_code  # noqa: PLC0415  # as above

    found = by_code([code]).get(code)
    if found is None:
        raise Refusal(NO_ORGANIZATION, code=code)
    return found


def posts_of(organization: Organization, title: str) -> list[Post]:
    """Return the posts of that title in the organization, the oldest first. Raises ``Refusal`` when there is none."""
    from luoshi.ground.people.queries import posts_titled  # noqa: PLC0415  # as above

    standing = posts_titled(title, organization)
    if not standing:
        raise Refusal(NO_POST, title=title, place=organization.name)
    return standing


def post_of(organization: Organization, title: str) -> Post:
    """Return the oldest post of that title in the organization. Raises ``Refusal`` when there is none."""
    return posts_of(organization, title)[0]


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
        made = getattr(actions, verb)(task_of(number), by=person_of(account), at=now(), **brought)
        # Decomposing answers with the new tasks, every other move with the one that moved.
        for task in made if isinstance(made, list) else [made]:
            say_standing(task)


def say_standing(task: Task) -> None:
    """Print one line: the task's number, where it stands, by when it is due."""
    from luoshi.core.lifecycle import STATE_LABELS, State  # noqa: PLC0415  # as above

    said = {"number": task.pk, "state": _(STATE_LABELS[State(task.state)]), "due": task.deadline_on or "—"}
    click.echo(_("任务 %(number)d：%(state)s，时限 %(due)s") % said)
