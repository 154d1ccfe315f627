"""``luoshi rules``: which regulations are in force here, whether a file of them is sound, what somebody owes by them."""

from collections.abc import Iterable
from pathlib import Path

import click

from luoshi.core.rules import Misread, Mistake
from luoshi.edge.ops.acting import organization_of
from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.preparation import refuse_unprepared
from luoshi.edge.ops.workbooks import REFUSED, refusing


@click.group(help=_("组织生活等规定：列出现行规定，检查规定文件，看一个组织落实得怎样。"))
def command() -> None:
    """Hold the subcommands; only what is owed needs a database."""


@command.command("list", help=_("列出现行规定、依据和核实情况。"))
def listed() -> None:
    """Print every rule in force, file by file; exit code 1 when a file is left out for what is wrong in it."""
    from luoshi.edge.exchange.regulations import in_force, shelf  # noqa: PLC0415  # as the tables, only when asked
    from luoshi.edge.ops.rules_table import print_packs  # noqa: PLC0415  # Rich loads only for people

    with refusing():
        print_packs(in_force(home()))
        left_out = shelf(home()).left_out
        if left_out:
            raise _said(left_out)


@command.command(help=_("检查规定文件：写法、相互矛盾、每条的例子。不写文件名就检查本站全部规定。"))
@click.argument("files", metavar=_("文件…"), nargs=-1, type=click.Path(path_type=Path))
def check(files: tuple[Path, ...]) -> None:
    """Print every mistake at its line and every case that fails; exit code 1 when there is any.

    A named file is held together with the rules in force here, except the one whose name it bears.
    """
    from luoshi.edge.exchange.calendars import work_calendar  # noqa: PLC0415  # only when asked
    from luoshi.edge.exchange.regulations import almanac, checked  # noqa: PLC0415  # as above

    with refusing():
        try:
            found, calendar = checked(home(), files), almanac(work_calendar(home()))
        except Misread as misread:
            raise _said(misread.mistakes) from None
        from luoshi.edge.ops.rules_table import print_outcomes  # noqa: PLC0415  # Rich loads only for people

        sound = [print_outcomes(pack, calendar) for pack in found]
    if not all(sound):
        raise SystemExit(REFUSED)


@command.command(help=_("看一个组织一年里应尽的事项：已落实、未落实、待落实，为什么。"))
@click.argument("organization", metavar=_("组织代码"))
@click.option("--year", type=click.IntRange(2000, 2100), help=_("哪一年，不写就是今年"))
def owed(organization: str, year: int | None) -> None:
    """Print what the organization of that code owes in the year; exit code 1 where there is none."""
    refuse_unprepared()
    from django.utils.timezone import localdate  # noqa: PLC0415  # Django loads only here

    from luoshi.edge.ops.owed_table import print_owed  # noqa: PLC0415  # Rich loads only for people
    from luoshi.plan.obligations.queries import year_of  # noqa: PLC0415  # as above

    with refusing():
        one, today = organization_of(organization), localdate()
        found = year_of(one, year or today.year, today)
        click.echo(_("%(name)s %(year)s 年应尽事项") % {"name": one.name, "year": year or today.year})
        print_owed(found)


def _said(mistakes: Iterable[Mistake]) -> SystemExit:
    """Print every mistake and return how the command ends."""
    for mistake in mistakes:
        click.echo(_(mistake.sentence).format_map(mistake.facts), err=True)
    return SystemExit(REFUSED)
