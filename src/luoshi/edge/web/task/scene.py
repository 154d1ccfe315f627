"""Everything the page of a task shows, gathered in a number of queries that does not grow with the task."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from luoshi.act.activities.queries import resolved_at
from luoshi.act.tasks.details import Version, helpers, is_over, parts, versions
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.queries import story
from luoshi.act.tasks.reach import sees
from luoshi.act.tasks.site import light_policy, workdays
from luoshi.act.tasks.standing import hats, possible
from luoshi.core.lifecycle import IN_HAND, LIGHT_LABELS, STATE_LABELS, TABLE, Light, Move, State, light
from luoshi.edge.notices.queries import ISSUING
from luoshi.edge.web.reading.words import day
from luoshi.edge.web.words import SHAPES, due
from luoshi.ground.ledger.queries import length
from luoshi.plan.deployments.queries import source
from luoshi.plan.duties.queries.docket import taken_up

from .actors import actors
from .chain import Step, chain
from .likeness import Likeness, likenesses
from .moves import ROWS, arranged
from .story import Line, told
from .telling import next_step, owner_of

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from luoshi.act.tasks.models import Task
    from luoshi.edge.web.access import Viewer
    from luoshi.plan.duties.models import DocketEntry

# Until it is reported, a task's days are counted.
WAITING = (State.DRAFT, State.DISPATCHED, State.ACCEPTED)


@dataclass(frozen=True, slots=True)
class Way:
    """A move as a link: what it is called, the noun of its address, and whether a press is enough."""

    label: str
    noun: str
    at_once: bool


@dataclass(frozen=True, slots=True)
class Lamp:
    """A light as it is shown: its colour, shape and word."""

    colour: str
    shape: str
    word: str


@dataclass(frozen=True, slots=True)
class Part:
    """A sub-task as the page lists it."""

    task: Task
    state: str
    lamp: Lamp | None
    due: str


@dataclass(frozen=True, slots=True)
class Origination:
    """Where a task comes from: its kind, what it is called, and the address of the place where that can be seen."""

    kind: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The page of one task. ``seen`` is its last ledger entry, ``over`` how many sub-tasks are over."""

    task: Task
    owner: str
    helpers: str
    state: str
    lamp: Lamp | None
    due: str
    original: str
    asked: str
    next_step: str
    onward: Way | None
    further: list[Way]
    parts: list[Part]
    over: int
    evidence: list[Version]
    missing: list[str]
    story: list[Line]
    stuck: list[Line]
    seen: int
    origination: Origination
    parent: Task | None
    alike: Sequence[Likeness]
    may_notify: bool
    chain: list[Step]
    docket: Sequence[DocketEntry]
    may_take_up: bool


def scene(task: Task, viewer: Viewer, today: date) -> Scene:
    """Gather the page of the task for this viewer on that day."""
    below, entries = parts(task) if task.parts else [], story(task)
    over = sum(map(is_over, below))
    moves = possible(task, viewer.person, viewer.held, today, len(below) - over)
    chosen, others = arranged(moves)
    lines = told(entries, today, actors(entries, task, viewer))
    docket = taken_up(task.pk)
    return Scene(
        task=task,
        owner=owner_of(task),
        helpers="、".join(map(str, helpers(task))),
        state=_(STATE_LABELS[State(task.state)]),
        lamp=lamp(task, today),
        due=_term(task, today) or (task.recurrence or ""),
        original=_original(task, today),
        asked=day(task.asked_deadline_on, today) if task.asked_deadline_on else "",
        next_step=next_step(task, today),
        onward=_way(chosen) if chosen else None,
        further=[_way(move) for move in others],
        parts=[_part(each, today) for each in below],
        over=over,
        evidence=versions(task),
        missing=sorted(set(task.evidence_named) - set(task.evidence)),
        story=lines[::-1],
        stuck=_stuck(lines, task),
        seen=entries[-1].sequence if entries else 0,
        origination=_origination(task, viewer),
        parent=_parent(task, viewer),
        alike=likenesses(task) if Move.CLOSE in moves else (),
        chain=chain(entries),
        may_notify=task.state in IN_HAND
        and any(each.roles & ISSUING for each in hats(task, viewer.person, viewer.held)),
        docket=docket,
        may_take_up=viewer.leads and not is_over(task) and not _holds(viewer, docket),
    )


def _holds(viewer: Viewer, docket: Sequence[DocketEntry]) -> bool:
    own = {each.post for each in viewer.held if each.person == viewer.person.pk}
    return any(entry.post_id in own for entry in docket)


def last_entry(task: Task) -> int:
    """Return the sequence of the task's last ledger entry."""
    return length(task.chain)


def lamp(task: Task, today: date) -> Lamp | None:
    """Return the light as of that day, or nothing for what shows none."""
    shown = light(task.situation, today, light_policy(), workdays())
    return Lamp(shown.value, SHAPES[shown], _(LIGHT_LABELS[Light(shown)])) if shown else None


def _way(move: Move) -> Way:
    return Way(_(TABLE[move].label), ROWS[move].noun, at_once=not ROWS[move].brings)


def _original(task: Task, today: date) -> str:
    moved = task.original_deadline_on and task.original_deadline_on != task.deadline_on
    return day(task.original_deadline_on, today) if moved and task.original_deadline_on else ""


def _part(task: Task, today: date) -> Part:
    return Part(task, _(STATE_LABELS[State(task.state)]), lamp(task, today), _term(task, today))


def _term(task: Task, today: date) -> str:
    """Return the deadline, with the working days left while they still matter."""
    if task.deadline_on is None:
        return ""
    return due(task.deadline_on, today) if task.state in WAITING else day(task.deadline_on, today)


def _stuck(lines: list[Line], task: Task) -> list[Line]:
    """Return the blocker and the extension that wait for an answer, as they were asked."""
    waiting = {"task.blocked": task.blocked, "task.extension_asked": bool(task.asked_deadline_on)}
    return [
        next(line for line in reversed(lines) if line.entry.verb == verb)
        for verb, open_now in waiting.items()
        if open_now and any(line.entry.verb == verb for line in lines)
    ]


def _origination(task: Task, viewer: Viewer) -> Origination:
    kind = str(Origin(task.origin).label)
    meeting = resolved_at(task.origin_reference) if task.origin == Origin.RESOLUTION else None
    if meeting is not None:
        seen = viewer.sees(meeting.organization.path)
        address = reverse("activity", kwargs={"number": meeting.pk}) if seen else ""
        return Origination(kind, meeting.topic, address)
    found = source(task.origin_reference) if task.origin == Origin.CLAUSE else None
    if found is None:
        return Origination(kind, "", "")
    deployment, place = found
    title = f"《{deployment.title}》"
    if not viewer.sees(deployment.organization.path):
        return Origination(kind, title, "")
    try:
        address = reverse("deployment", kwargs={"number": deployment.pk})
    except NoReverseMatch:
        return Origination(kind, title, "")
    return Origination(kind, title, f"{address}#t{place}")


def _parent(task: Task, viewer: Viewer) -> Task | None:
    above = task.parent
    return above if above is not None and sees(above, viewer.paths, viewer.posts) else None
