"""The command ``luoshi``."""

import pkgutil
from importlib import import_module
from typing import Any

import click

from luoshi import __version__
from luoshi.edge.ops import commands
from luoshi.edge.ops.language import speak
from luoshi.edge.ops.language import translate as _
from luoshi.edge.ops.order import MOVES, in_sections


class Rooms(click.Group):
    """Finds a subcommand among the moves of the loop, or by module name, imported only when it is asked for."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Choose the language, then do as a group does."""
        speak()
        return super().main(*arguments, **options)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all subcommands in the order of the help; ``verify_ledger`` is ``verify-ledger``."""
        names = _modules().keys() | MOVES.keys()
        return [name for _heading, group in in_sections(names) for name in group]

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name, or nothing when there is none."""
        module = _modules().get(cmd_name)
        if module is None:
            return _move(cmd_name) if cmd_name in MOVES else None
        found = import_module(f"{commands.__name__}.{module}").command
        return found if isinstance(found, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the subcommands under their headings, in the order in which they are used."""
        names = self.list_commands(ctx)
        room = formatter.width - 6 - max(map(len, names))
        for heading, group in in_sections(names):
            found = ((name, self.get_command(ctx, name)) for name in group)
            with formatter.section(heading):
                formatter.write_dl([(name, each.get_short_help_str(room)) for name, each in found if each])


def _move(name: str) -> click.Command | None:
    """Return the command of a move; what it needs is imported only now."""
    from luoshi.edge.ops.moves import command_of  # noqa: PLC0415  # most commands need none of it

    return command_of(name)


def _modules() -> dict[str, str]:
    """Return each command's module; ``import_`` ends in a line because ``import`` is a word of Python."""
    names = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return {name.rstrip("_").replace("_", "-"): name for name in names}


@click.group(cls=Rooms, help=_("落实：把部署变成可核验的任务。"))
@click.version_option(__version__, prog_name="luoshi")
def main() -> None:
    """Start here; each subcommand is a module of ``luoshi.edge.ops.commands``."""
