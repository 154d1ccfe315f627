"""A plot is told once for each day it begins on, and the loop decides every step of it.

Tasks of one plot and one day differ in names and words alone. These stand in the decided story as
``%(owner)s`` and the like, and are filled in for each task.
"""

from datetime import date
from typing import Any, NamedTuple

from luoshi.core.chain import Canonical, canonical
from luoshi.core.lifecycle import TABLE, Facts, Move, Outcome, Role, Situation, after, decide

from .days import Days
from .plots import Plot, Step

OWNER, NEXT_OWNER, STANDARD, KIND = "%(owner)s", "%(next_owner)s", "%(standard)s", "%(kind)s"
PLACE, RECURRENCE = "%(place)s", "%(recurrence)s"

# Who does it, by the name of the part they play.
HEAD, HANDLER, NEXT_HANDLER, SUPERVISOR = "head", "handler", "next_handler", "supervisor"
WITH_REASON = frozenset(
    {
        Move.ASK_EXTENSION,
        Move.REFUSE_EXTENSION,
        Move.BLOCK,
        Move.CANCEL,
        Move.DECLINE,
        Move.RELAPSE,
        Move.RETURN,
        Move.SUSPEND,
        Move.TRANSFER,
    }
)
WITH_NOTE = frozenset({Move.ADVANCE, Move.CLOSE, Move.COORDINATE, Move.LOOK_BACK, Move.REPORT, Move.URGE})
SUPERVISED = frozenset({Move.URGE, Move.ESCALATE})


class Passage(NamedTuple):
    """One entry of a story: the verb, who plays it, on which day, and the facts with their gaps."""

    verb: str
    actor: str
    day: int
    facts: Canonical


class Story(NamedTuple):
    """Where a task stands at first and in the end, and what happens in between; ``parts_on`` is when it is decomposed."""

    draft: Situation
    passages: tuple[Passage, ...]
    final: Situation
    parts_on: int | None


def tell(plot: Plot, days: Days, begun: int, due: int | None, *, supervisor_issues: bool) -> Story:
    """Return the story of a plot that begins on a day, with a deadline on another, both by their numbers.

    Where the supervisor's own organization is the issuer, the supervisor acts for it too. Raises the
    loop's ``Refusal`` for a plot that breaks a rule.
    """
    draft = _draft(plot, None if due is None else days.on(due))
    day, task, owned_by, parts_on = begun, draft, HANDLER, None
    passages = []
    for step in plot.steps:
        day += step.after
        actor = owned_by if Role.OWNER in TABLE[step.move].who else HEAD
        if step.move in SUPERVISED:
            actor = SUPERVISOR
        facts = Facts(
            by=f"%({actor})s",
            on=days.on(day),
            roles=_roles(actor, supervisor_issues=supervisor_issues),
            calendar=days.calendar,
            **_brought(step, task, None if due is None else days.on(due + _extra(step))),
        )
        outcome = decide(task, step.move, facts)
        passages.append(Passage(outcome.verb, actor, day, _told(outcome, facts)))
        task = after(task, outcome)
        owned_by = NEXT_HANDLER if step.move is Move.TRANSFER else owned_by
        parts_on = day if step.move is Move.DECOMPOSE else parts_on
    return Story(draft, tuple(passages), task, parts_on)


def _draft(plot: Plot, deadline_on: date | None) -> Situation:
    if plot.bare:
        return Situation(deadline_on=deadline_on)
    return Situation(
        owner=OWNER,
        standard=STANDARD,
        recurrence=None if deadline_on else RECURRENCE,
        deadline_on=deadline_on,
        evidence_named=frozenset({KIND}),
    )


def _roles(actor: str, *, supervisor_issues: bool) -> frozenset[Role]:
    """Return what ``act.tasks.standing`` would find for them."""
    if actor == SUPERVISOR:
        own = frozenset({Role.SUPERVISOR})
        return own | {Role.ISSUER, Role.VERIFIER} if supervisor_issues else own
    return frozenset({Role.ISSUER, Role.VERIFIER}) if actor == HEAD else frozenset({Role.OWNER})


def _extra(step: Step) -> int:
    return int(step.brings) if step.move is Move.ASK_EXTENSION else 0


def _brought(step: Step, task: Situation, asked_on: date | None) -> dict[str, Any]:
    """Return what the step brings beside who does it and when, named as in ``Facts``."""
    said = f"%({step.move.value})s"
    brought: dict[str, Any] = {}
    if step.move in WITH_REASON:
        brought["reason"] = said
    if step.move in WITH_NOTE:
        brought["note"] = said
    match step.move:
        case Move.DISPATCH if task.owner is None:
            brought |= {"owner": OWNER, "standard": STANDARD, "evidence_named": frozenset({KIND})}
        case Move.ADVANCE:
            brought["progress"] = step.brings
        case Move.ASK_EXTENSION:
            brought["deadline_on"] = asked_on
        case Move.ESCALATE:
            brought["rung"] = step.brings
        case Move.TRANSFER:
            brought["owner"] = NEXT_OWNER
        case Move.DECOMPOSE:
            brought["parts"] = len(step.brings)
        case Move.REPORT:
            brought["evidence"] = frozenset({KIND})
    return brought


def _told(outcome: Outcome, facts: Facts) -> Canonical:
    """Return the facts of the ledger entry, as ``act.tasks.actions`` writes them."""
    said: dict[str, object] = {
        "outcome": outcome.record(),
        "roles": sorted(facts.roles),
        "note": facts.note,
        "reason": facts.reason,
        "evidence": [{"kind": kind, "place": PLACE} for kind in sorted(facts.evidence)],
    }
    return canonical({name: value for name, value in said.items() if value})
