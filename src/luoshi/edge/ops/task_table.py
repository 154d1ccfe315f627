"""Tasks printed for people: number, what, whose, where it stands, by when, and its light."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console
from rich.table import Table
from rich.text import Text

from luoshi.core.lifecycle import LIGHT_LABELS, STATE_LABELS, Light, LightPolicy, State, Workdays, light
from luoshi.edge.ops.language import translate as _

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

STYLES = {
    Light.BLUE: "blue",
    Light.GREEN: "green",
    Light.YELLOW: "yellow",
    Light.RED: "red",
    Light.GREY: "dim",
}


def print_tasks(tasks: Iterable[Task], today: date, calendar: Workdays, policy: LightPolicy) -> None:
    """Print one row a task, as wide as the terminal is."""
    table = Table(show_lines=False, pad_edge=False, box=None, header_style="bold", padding=(0, 1))
    table.add_column(_("编号"), justify="right", no_wrap=True)
    table.add_column(_("任务"), ratio=4, overflow="fold")
    table.add_column(_("承办"), ratio=2, overflow="fold")
    table.add_column(_("状态"), no_wrap=True)
    table.add_column(_("时限"), no_wrap=True)
    table.add_column(_("灯"), no_wrap=True)
    for task in tasks:
        shown = light(task.situation, today, policy, calendar)
        table.add_row(
            str(task.pk),
            Text(task.title),
            Text(str(task.owner or "—")),
            _(STATE_LABELS[State(task.state)]),
            str(task.deadline_on or task.recurrence or "—"),
            Text(_(LIGHT_LABELS[shown]), style=STYLES[shown]) if shown else "—",
        )
    Console(highlight=False).print(table)
