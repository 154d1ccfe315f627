"""The table in its two other forms: a board of states, and a line of time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import groupby
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from luoshi.act.tasks.table import COUNTED, Order, Side, TaskRow, counted, sheet
from luoshi.core.lifecycle import State
from luoshi.edge.web.reading.words import day

from .asked import Asked
from .lines import lines
from .words import state_words

COLUMNS = (State.DRAFT, State.DISPATCHED, State.ACCEPTED, State.REPORTED, State.CLOSED, State.SUSPENDED)
CARDS = 12
# How wide the line of time is drawn, in its own units, and how much of it lies before today at least.
WIDTH = 100.0
BEFORE, AFTER = 14, 14


def board(question: Asked, today: date) -> dict[str, Any]:
    """Return a column for each state: how many tasks, the first of them, and the way to all; always as many reads."""
    columns = []
    for state in COLUMNS:
        wanted = replace(question.wanted, states=(state,))
        if not wanted.under_way:
            wanted = replace(wanted, order=Order.NEWEST)
        found = sheet(wanted, CARDS)
        count = found.total
        if count is None:
            count = len(found.rows) if found.following is None else counted(wanted)
        columns.append(
            {
                "name": state_words()[state.value],
                "count": f"{COUNTED}+" if count > COUNTED else str(count),
                "cards": lines(found.rows, wanted.side, today, reverse("tasks")),
                "more": f"?{question.query(**{'as': '', 'state': state.value})}" if found.following else "",
            }
        )
    return {"columns": columns}


def timeline(rows: Sequence[TaskRow], side: Side, today: date) -> dict[str, Any]:
    """Return the rows by the week in which they are due, each with a bar from its dispatch to its deadline."""
    dated = [row for row in rows if row.deadline_on]
    first = min([*(row.dispatched_on or today for row in dated), today - timedelta(days=BEFORE)])
    last = max([*(row.deadline_on or today for row in dated), today + timedelta(days=AFTER)])
    scale = WIDTH / (last - first).days

    def drawn(row: TaskRow) -> dict[str, str]:
        begun = row.dispatched_on or today
        ends = max(row.deadline_on or begun, begun)
        start = (begun - first).days * scale
        return {"x": f"{start:.2f}", "width": f"{max((ends - begun).days * scale, 0.8):.2f}"}

    weeks = []
    for monday, due in groupby(rows, key=_monday):
        mine = list(due)
        said = zip(lines(mine, side, today, reverse("tasks")), map(drawn, mine), strict=True)
        name = _("%(day)s 起的一周") % {"day": day(monday, today)} if monday else _("没有时限")
        weeks.append(
            {"name": name, "lines": list(said), "past": monday is not None and monday + timedelta(6) < today}
        )
    return {"weeks": weeks, "today_at": f"{(today - first).days * scale:.2f}"}


def _monday(row: TaskRow) -> date | None:
    return row.deadline_on - timedelta(days=row.deadline_on.weekday()) if row.deadline_on else None
