"""``luoshi open-account``: let a registered person sign in."""

import click

from luoshi.edge.ops.acting import now, person_of
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import refusing

OFFICES = ("system", "security", "audit")


@click.command(help=_("开通账号：打印一次性的初始密码，本人首次登录后须更换。"))
@click.argument("account", metavar=_("账号"))
@click.option(
    "--office", type=click.Choice(OFFICES), help=_("系统岗位：系统管理员、安全管理员或审计员，不办业务")
)
def command(account: str, office: str | None) -> None:
    """Open an account and print its temporary password; exit code 1 for a refusal."""
    refuse_unprepared()
    from django.db import transaction  # noqa: PLC0415  # Django loads only here

    from luoshi.ground.accounts.actions import give_office, open_account  # noqa: PLC0415  # as above
    from luoshi.ground.accounts.models import Office  # noqa: PLC0415  # as above

    with refusing(), transaction.atomic():
        opened, password = open_account(person_of(account), by=None, at=now())
        if office:
            give_office(opened, office=Office(office), by=None, at=now())
    click.echo(
        _("账号 %(account)s 已开通，初始密码：%(password)s") % {"account": account, "password": password}
    )
