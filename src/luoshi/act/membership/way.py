"""One person's way into the Party: where they stand, what is due, what comes next. Computed, never stored."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import NamedTuple

from luoshi.ground.people.models import Person, Standing

from .limits import Limit, Limits
from .steps import ALLOWED, ASIDE, NEEDS, ORDER, PHASE_BEGINS, Phase, StepKind


class StepDue(NamedTuple):
    """One step that is owed 到期步骤: whose, where, which, until when, and by which rule after which day.

    One that ``opens`` may be taken from that day on. Before the text was in force it is not ``binding``, only a guide.
    """

    person: int
    branch: int
    kind: StepKind
    due_on: date
    after_on: date
    article: str
    place: str
    norm: bool
    rule: str
    opens: bool
    binding: bool


class Taken(NamedTuple):
    """One step that somebody took 已办步骤. ``number`` names its record; none where the register alone tells it."""

    kind: StepKind
    on: date
    number: int | None = None


@dataclass(frozen=True, eq=False)
class Way:
    """The way of one person 发展过程: the steps since it began, by day, and the branch that has it in hand."""

    person: Person
    branch: int
    steps: Sequence[Taken]
    limits: Limits

    @cached_property
    def days(self) -> Mapping[StepKind, date]:
        """The latest day of each kind of step that was taken."""
        return {step.kind: step.on for step in self.steps}

    @cached_property
    def is_over(self) -> bool:
        """Whether nothing is left to do: ended, a full member, or no member any more."""
        if StepKind.ENDED in self.days or StepKind.FULL_APPROVED in self.days:
            return True
        voted = StepKind.VOTED in self.days
        return self.person.standing != (Standing.PROBATIONARY if voted else Standing.NONE)

    @cached_property
    def phase(self) -> Phase | None:
        """How far the person has come; nothing where the way is over."""
        if self.is_over:
            return None
        furthest = self._furthest
        return next(each for each in reversed(Phase) if ORDER.index(PHASE_BEGINS[each]) <= furthest)

    @property
    def latest(self) -> Taken:
        """The step taken last."""
        return self.steps[-1]

    @cached_property
    def due(self) -> list[StepDue]:
        """What is owed, by day."""
        return [] if self.is_over else sorted(self._due(), key=lambda due: (due.due_on, due.kind))

    @property
    def following(self) -> StepKind | None:
        """The step that comes after the furthest one taken; nothing at the end."""
        if self.is_over:
            return None
        later = ORDER[self._furthest + 1 :]
        return next((each for each in later if each not in ASIDE and each not in self.days), None)

    @property
    def open_steps(self) -> list[StepKind]:
        """The steps that may be recorded now, in their order; whether the day is right is decided when it is known."""
        if self.is_over:
            return []
        voted = StepKind.VOTED in self.days
        begins = ORDER.index(StepKind.VOTED) if voted else 0
        return [
            kind for kind in ORDER[begins:] if self._is_open(kind) and not (voted and kind is StepKind.ENDED)
        ]

    def _is_open(self, kind: StepKind) -> bool:
        needed = NEEDS.get(kind)
        return (kind not in self.days or kind is StepKind.EXAMINED) and (
            needed is None or needed in self.days
        )

    def opens(self, kind: StepKind) -> tuple[date, Limit] | None:
        """Return from which day the step may be taken and by which rule, nothing where no rule forbids it before.

        An extension is no bar: it may be as short as the branch decides.
        """
        for after, since in self.days.items():
            limit = self.limits.between(after, kind, since)
            if limit is not None and limit.opens:
                return limit.day(since), limit
        return None

    @cached_property
    def _furthest(self) -> int:
        furthest = max((ORDER.index(kind) for kind in self.days if kind not in ASIDE), default=0)
        return max(furthest, ORDER.index(StepKind.SWORN)) if self._is_registered else furthest

    @cached_property
    def _asked_from(self) -> int:
        """Return from which step on something can still be owed: what a later phase has overtaken is asked no more."""
        if self._is_registered:
            return self._furthest
        return max(each for each in map(ORDER.index, PHASE_BEGINS.values()) if each <= self._furthest)

    @cached_property
    def _is_registered(self) -> bool:
        """Whether the register alone tells of the vote; then what followed it was done before this installation was."""
        return any(step.number is None for step in self.steps)

    def _extended(self, kind: StepKind) -> bool:
        return kind is StepKind.FULL_VOTED and StepKind.EXTENDED in self.days

    def _due(self) -> Iterator[StepDue]:
        for kind, since in self.days.items():
            for due, limit in self.limits.after(kind, since):
                done = due in self.days and not limit.each
                if done or due in ALLOWED or ORDER.index(due) < self._asked_from:
                    continue
                begun = self.days.get(due, since) if limit.each else since
                yield self._one(due, begun, self.limits.between(kind, due, begun) or limit)

    def _one(self, due: StepKind, begun: date, limit: Limit) -> StepDue:
        day = limit.day(begun, extended=self._extended(due))
        said = limit.article, limit.place, limit.norm, limit.rule.id, limit.opens, limit.binding
        return StepDue(self.person.pk, self.branch, due, day, begun, *said)
