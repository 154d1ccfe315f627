"""The drafts of a reading as the page lists them: numbered, grouped by clause, in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from luoshi.core.reading import Clause, Reading, Task, to_do
from luoshi.edge.web.reading.words import day, remaining


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft task, counted from 1 in the list that is shown; ``due`` and ``left`` are its deadline in words."""

    number: int
    task: Task
    due: str
    left: str

    @property
    def mark(self) -> str:
        """How firm it is, or why it is no task: core, soft, past, quotation."""
        return self.task.stance if self.task.stance in ("past", "quotation") else self.task.strength

    @property
    def who(self) -> str:
        """Whom the line shows: who leads, else the units that share the work, else who is addressed."""
        task = self.task
        return "、".join(task.leads or task.units or task.responsible)

    @property
    def helpers(self) -> tuple[str, ...]:
        """The units that help those who lead; without a lead, the units share the work."""
        return tuple(unit for unit in self.task.units if unit not in self.task.leads)


@dataclass(frozen=True, slots=True)
class Group:
    """The drafts of one clause; ``fresh`` is the way to it from the top as far as the group before has not gone
    it already. Empty for words outside of every clause."""

    fresh: tuple[Clause, ...]
    drafts: tuple[Draft, ...]


def drafts(reading: Reading, *, everything: bool, today: date) -> tuple[Draft, ...]:
    """What is to be done, and with ``everything`` also what only looks like it, in the document's order."""
    tasks = reading.tasks if everything else to_do(reading)
    return tuple(_draft(number, task, today) for number, task in enumerate(tasks, 1))


def groups(reading: Reading, shown: Sequence[Draft]) -> tuple[Group, ...]:
    """The drafts under their clauses; a clause to which the text returns stands there twice."""
    paths = _paths(reading)
    made: list[Group] = []
    before: tuple[Clause, ...] = ()
    for clause, found in groupby(shown, key=lambda draft: draft.task.clause):
        path = paths.get(clause or "", ())
        made.append(Group(tuple(step for step in path[:-1] if step not in before) + path[-1:], tuple(found)))
        before = path
    return tuple(made)


def uncovered(reading: Reading) -> frozenset[str]:
    """The ids of the clauses without a task, neither in their own words nor in a clause below."""
    paths = _paths(reading)
    covered = {clause.id for task in to_do(reading) for clause in paths.get(task.clause or "", ())}
    return frozenset(paths) - covered


def _draft(number: int, task: Task, today: date) -> Draft:
    on = task.deadline_on
    due = day(on, today) if on else task.deadline or ""
    return Draft(number, task, due, remaining(on, today) if on else "")


def _paths(reading: Reading) -> dict[str, tuple[Clause, ...]]:
    paths: dict[str, tuple[Clause, ...]] = {}
    for clause in reading.outline:
        paths[clause.id] = (*paths.get(clause.parent or "", ()), clause)
    return paths
