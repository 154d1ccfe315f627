"""What ``luoshi demo`` says of its city: how much there is, and whose accounts to try."""

from datetime import date

import click

from luoshi.core.lifecycle import STATE_LABELS
from luoshi.edge.demo.content import cast, password
from luoshi.edge.demo.inventory import inventory
from luoshi.edge.ops.language import translate as _


def print_city(on: date) -> None:
    """Print what the city holds on that day, and one line for each of its cast."""
    found = inventory(on)
    counted = {
        "organizations": found.organizations,
        "people": found.people,
        "posts": found.posts,
        "deployments": found.deployments,
        "entries": found.entries,
    }
    click.echo(
        _(
            "海州市（虚构）：%(organizations)d 个组织，%(people)d 人，%(posts)d 个岗位，"
            "%(deployments)d 份部署，账本 %(entries)d 条"
        )
        % counted
    )
    states = _("、").join(f"{_(STATE_LABELS[state])} {count}" for state, count in found.tasks.items())
    said = {"tasks": sum(found.tasks.values()), "states": states, "overdue": found.overdue}
    click.echo(_("任务 %(tasks)d 件：%(states)s；其中超期 %(overdue)d 件") % said)
    click.echo(_("记得住的人："))
    for person in cast():
        click.echo(f"  {person['account']:<7}{person['name']}  {person['does']}")
    click.echo(_("登录密码都是 %s；示范不要求第二重验证，请勿存放真实数据。") % password())
