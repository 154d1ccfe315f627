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
        return sorted(_modules())

    def get_command(self, _ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Return the subcommand of that name, or nothing when there is none."""
        module = _modules().get(cmd_name)
        if module is None:
            return None
        found = import_module(f"{commands.__name__}.{module}").command
        return found if isinstance(found, click.Command) else None


def _modules() -> dict[str, str]:
    """Return each command's module; ``import_`` ends in a line because ``import`` is a word of Python."""
    names = (module.name for module in pkgutil.iter_modules(commands.__path__))
    return {name.rstrip("_").replace("_", "-"): name for name in names}


@click.group(cls=Rooms, help=_("落实：把部署变成可核验的任务。"))
@click.version_option(__version__, prog_name="luoshi")
def main() -> None:
    """Start here; each subcommand is a module of ``luoshi.edge.ops.commands``."""
