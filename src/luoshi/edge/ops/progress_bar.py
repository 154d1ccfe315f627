"""A progress bar in the terminal, for work that tells how far it is."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from luoshi.edge.ops.language import translate as _


@contextmanager
def progress_bar() -> Iterator[Callable[[int, int, str], None]]:
    """Give a function that is told of steps done, of all, and what is being done (a msgid); on a terminal it shows."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task("")

        def advance(done: int, total: int, sentence: str) -> None:
            progress.update(bar, completed=done, total=total, description=_(sentence))

        yield advance
