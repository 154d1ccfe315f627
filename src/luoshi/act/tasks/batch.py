"""Rows of tasks and their entries, gathered and then written in one transaction."""

from datetime import date, datetime

from django.db import connection, transaction

from luoshi.core.lifecycle import Situation, light
from luoshi.ground.ledger.actions import Act, append_all
from luoshi.ground.rows import insert_rows
from luoshi.ground.tables import StoredTable

from .models import PLAIN, Task
from .site import light_policy, workdays

Row = list[object]

_TASKS = StoredTable(Task)
_PLACES = {name: place for place, name in enumerate(_TASKS.attributes)}
_CO_UNIT_COLUMNS = ("task_id", "organization_id")
_PROOF_COLUMNS = ("task_id", "kind", "place", "by_id", "at")


def template(final: Situation, on: date) -> Row:
    """Return the row of a task that stands there on that day, as the driver takes it, with nothing of its own yet."""
    plain = {name: getattr(final, name) for name in PLAIN}
    if final.suspended_in is not None:
        plain["suspended_in"] = final.suspended_in.value
    shown = light(final, on, light_policy(), workdays()) or ""
    task = Task(state=final.state.value, light=shown, rungs=sorted(final.rungs), **plain)
    return _TASKS.values_of(task)


def moment(at: datetime) -> object:
    """Return a moment as the driver takes it."""
    return connection.ops.adapt_datetimefield_value(at)


class Batch:
    """Tasks with their stories that are to be written next 批量入库, told elsewhere; only for filling an installation."""

    def __init__(self) -> None:
        self.acts: list[Act] = []
        self._tasks: list[Row] = []
        self._co_units: list[tuple[int, int]] = []
        self._proofs: list[tuple[int, str, str, int, object]] = []

    def __len__(self) -> int:
        return len(self._tasks)

    @property
    def rows(self) -> int:
        """How many rows of all tables are waiting."""
        return len(self.acts) + len(self._tasks) + len(self._co_units) + len(self._proofs)

    def add(self, number: int, row: Row, own: dict[str, object], co_units: list[int]) -> None:
        """Add the task of that id: a template's row with its own values, by attribute."""
        filled = row.copy()
        filled[_PLACES["id"]] = number
        for name, value in own.items():
            filled[_PLACES[name]] = value
        self._tasks.append(filled)
        self._co_units += [(number, each) for each in co_units]

    def prove(self, task: int, kind: str, place: str, by: int, at: datetime) -> None:
        """Add the evidence that a report brought."""
        self._proofs.append((task, kind, place, by, moment(at)))

    def write(self) -> int:
        """Write everything in one transaction, and return how many rows it was."""
        rows = self.rows
        moved = {act.chain: act.at for act in self.acts if act.by is not None}
        for row in self._tasks:
            row[_PLACES["moved_at"]] = moment(moved[f"task:{row[_PLACES['id']]}"])
        with transaction.atomic():
            insert_rows(_TASKS.name, _TASKS.columns_of(), self._tasks)
            insert_rows("tasks_task_co_units", _CO_UNIT_COLUMNS, self._co_units)
            insert_rows("tasks_evidence", _PROOF_COLUMNS, self._proofs)
            append_all(self.acts)
        return rows
