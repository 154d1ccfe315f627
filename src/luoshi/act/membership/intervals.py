"""The way into the Party as matters with time limits: which step began what, and on which day the next one answered it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from luoshi.core.rules import MatterKind
from luoshi.ground.organizations.paths import topmost
from luoshi.ground.organizations.ranges import bounds, over_places
from luoshi.ground.statements import run

from .steps import ORDER, StepKind

# Written by hand because every page of what is owed asks it. All steps of whoever took one of them there: what began in
# one branch may be answered in another.
_STEPS = """
SELECT step.person_id, step.branch_id, step.kind, step."on" FROM membership_step step WHERE step.person_id IN (
    SELECT begun.person_id FROM membership_step begun
    JOIN organizations_organization place ON place.id = begun.branch_id WHERE {places})
"""
# What each step begins, and which step answers it.
BEGINS: tuple[tuple[MatterKind, StepKind, StepKind], ...] = (
    (MatterKind.APPLICATION, StepKind.APPLIED, StepKind.TALKED),
    (MatterKind.ACTIVIST_CONFIRMED, StepKind.ACTIVIST, StepKind.CANDIDATE),
    (MatterKind.PRE_REVIEW, StepKind.REVIEWED, StepKind.VOTED),
    (MatterKind.ADMISSION_VOTE, StepKind.VOTED, StepKind.APPROVED),
    (MatterKind.PROBATION, StepKind.VOTED, StepKind.FULL_VOTED),
    (MatterKind.ADMISSION_APPROVAL, StepKind.APPROVED, StepKind.SWORN),
    (MatterKind.FULL_VOTE, StepKind.FULL_VOTED, StepKind.FULL_APPROVED),
)

CANDIDATE = ORDER.index(StepKind.CANDIDATE)


class Interval(NamedTuple):
    """What one step of a person began in a branch 办理区间: as what, since when, and when the next one answered it."""

    branch: int
    kind: MatterKind
    since: date
    done_on: date | None
    person: int


class _Row(NamedTuple):
    on: date
    kind: StepKind
    branch: int


@dataclass(frozen=True, slots=True)
class Admissions:
    """All steps of whoever took one at or below some places 发展经过; read once, asked thrice.

    ``walks`` are pairs of a person and the steps of one way, by day; who began anew has several.
    """

    walks: Sequence[tuple[int, Sequence[_Row]]]

    def intervals(self) -> list[Interval]:
        """Return what the steps began, there and, of the same people, elsewhere."""
        return [each for person, steps in self.walks for each in _of(person, steps)]

    def examined(self) -> set[tuple[int, date]]:
        """Return on which days which branches examined activists."""
        steps = (step for _person, steps in self.walks for step in steps)
        return {(step.branch, step.on) for step in steps if step.kind is StepKind.EXAMINED}

    def activists(self) -> dict[int, list[tuple[date, int]]]:
        """Return since which day each branch has how many activists, by day; those where none was recorded are left out."""
        changes: dict[int, dict[date, int]] = defaultdict(lambda: defaultdict(int))
        for _person, steps in self.walks:
            since = next((step for step in steps if step.kind is StepKind.ACTIVIST), None)
            if since is None:
                continue
            changes[since.branch][since.on] += 1
            until = next((step for step in steps if ORDER.index(step.kind) >= CANDIDATE), None)
            if until is not None:
                changes[since.branch][until.on] -= 1
        return {branch: list(_running(found)) for branch, found in changes.items()}


def admissions(paths: Iterable[str]) -> Admissions:
    """Return the steps of whoever took one at and below the paths, in one statement."""
    reached = topmost(paths)
    found: dict[int, list[_Row]] = defaultdict(list)
    for person, branch, kind, on in run(over_places(_STEPS, len(reached)), bounds(reached)).fetchall():
        found[person].append(_Row(_day(on), StepKind(kind), branch))
    return Admissions([(person, walk) for person, steps in found.items() for walk in _walks(steps)])


def _walks(steps: Sequence[_Row]) -> Iterator[list[_Row]]:
    """Yield each way: what comes after an end begins another."""
    walk: list[_Row] = []
    for step in sorted(steps, key=lambda step: (step.on, ORDER.index(step.kind))):
        walk.append(step)
        if step.kind is StepKind.ENDED:
            yield walk
            walk = []
    if walk:
        yield walk


def _running(changes: dict[date, int]) -> Iterator[tuple[date, int]]:
    count = 0
    for day in sorted(changes):
        count += changes[day]
        yield day, count


def _of(person: int, steps: Sequence[_Row]) -> Iterator[Interval]:
    """Yield what one way began; what its end leaves open is owed by nobody."""
    over = steps[-1].kind is StepKind.ENDED
    for kind, begins, answers in BEGINS:
        for start in steps:
            if start.kind is begins:
                done = next((each.on for each in steps if each.kind is answers and each.on >= start.on), None)
                if done is not None or not over:
                    yield Interval(start.branch, kind, start.on, done, person)


def _day(value: Any) -> date:
    """Return a day as the driver gives it: SQLite's is a text."""
    return date.fromisoformat(value) if isinstance(value, str) else value
