"""One task of the city from its draft to where it stands, told move by move."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from luoshi.act.tasks import actions
from luoshi.act.tasks.proof import Proof
from luoshi.act.tasks.queries import find
from luoshi.core.lifecycle import Move, Situation
from luoshi.ground.organizations.models import Organization

from .content import Page
from .days import Days
from .diary import Deed, Thread
from .parts import Company

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

DEFAULT_STEPS = frozenset({"on", "move", "by"})


def place(code: str) -> Organization:
    """Return the organization of that code."""
    return Organization.objects.get(code=code)


class Tale:
    """Tells one task 故事; the moves know the task only once it has been drafted."""

    def __init__(self, page: Page, company: Company, days: Days) -> None:
        """Take what the story's file says, who plays, and how days count."""
        self.page = page
        self._company = company
        self._days = days
        self.task: Task | None = None
        self.parts = [Tale(part, company, days) for part in page.get("parts", ())]

    def write_into(self, thread: Thread) -> None:
        """Write down every move of the story, and those of its parts, each part as a thread of its own."""
        for step in self.page.get("moves", ()):
            thread.then(step["on"], self._deed(step))

    def _deed(self, step: Page) -> Deed:
        return lambda at: self._make(step, at)

    def _make(self, step: Page, at: datetime) -> None:
        task = None if self.task is None else find(self.task.pk)
        if task is None:
            raise LookupError(f"{step} comes before its task")
        move = Move(step["move"])
        by = self._company.holder(step["by"]) if "by" in step else self._company.mover(task, move)
        verb = "return_" if move is Move.RETURN else move.value
        made = getattr(actions, verb)(task, by=by, at=at, **self._brought(task, move, step))
        if move is Move.DECOMPOSE:
            for part, drafted in zip(self.parts, made, strict=True):
                part.task = drafted

    def _brought(self, task: Task, move: Move, step: Page) -> dict[str, Any]:
        """Return what the step brings, as the move's action takes it."""
        brought = {name: value for name, value in step.items() if name not in DEFAULT_STEPS}
        if "proofs" in brought:
            pairs = (each.partition("=") for each in brought["proofs"])
            brought["proofs"] = [Proof(kind, where) for kind, _sign, where in pairs]
        if "deadline" in brought:
            brought["deadline_on"] = self._days.day(brought.pop("deadline"))
        if "owner" in brought:
            brought["owner"] = place(brought["owner"])
        if move is Move.DECOMPOSE:
            brought["titles"] = [part.page["title"] for part in self.parts]
        if move is Move.DISPATCH and task.dispatched_on is None:
            brought["terms"] = self._terms()
            if "owner" in self.page:
                brought.setdefault("owner", place(self.page["owner"]))
        return brought

    def _terms(self) -> Situation:
        due = self.page.get("due")
        return Situation(
            standard=self.page["standard"],
            deadline_on=None if due is None else self._days.day(due),
            evidence_named=frozenset(self.page.get("evidence", ())),
        )
