"""``luoshi rules``: which regulations are in force here, and whether a file of them is sound."""

from collections.abc import Iterable
from pathlib import Path

import click

from luoshi.core.rules import Misread, Mistake
from luoshi.edge.ops.home import home
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.workbooks import REFUSED, refusing


@click.group(help=_("组织生活等规定：列出现行规定，检查规定文件。"))
def command() -> None:
    """Hold the two subcommands; neither needs a database."""


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


def _said(mistakes: Iterable[Mistake]) -> SystemExit:
    """Print every mistake and return how the command ends."""
    for mistake in mistakes:
        click.echo(_(mistake.sentence).format_map(mistake.facts), err=True)
    return SystemExit(REFUSED)
