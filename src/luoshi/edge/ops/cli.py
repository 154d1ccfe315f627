"""The command ``luoshi``."""

import pkgutil
from importlib import import_module
from typing import Any

import click

from luoshi import __version__
from luoshi.edge.ops import commands
from luoshi.edge.ops.language import speak
from luoshi.edge.ops.language import translate as _


class Rooms(click.Group):
    """Finds subcommands by module name and imports one only when it is asked for."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Choose the language, then do as a group does."""
        speak()
        return super().main(*arguments, **options)

    def list_commands(self, _ctx: click.Context) -> list[str]:
        """Return the names of all subcommands, sorted; module ``verify_ledger`` is ``verify-ledger``."""
        return sorted(module.name.replace("_", "-") for module in pkgutil.iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name, or nothing when there is none."""
        if cmd_name not in self.list_commands(ctx):
            return None
        found = import_module(f"{commands.__name__}.{cmd_name.replace('-', '_')}").command
        return found if isinstance(found, click.Command) else None


@click.group(cls=Rooms, help=_("落实：把部署变成可核验的任务。"))
@click.version_option(__version__, prog_name="luoshi")
def main() -> None:
    """Start here; each subcommand is a module of ``luoshi.edge.ops.commands``."""
