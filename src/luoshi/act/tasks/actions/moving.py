"""How every move is made: load and lock, ask the loop, save, append."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.lifecycle import TABLE, Facts, Move, Outcome, after, decide, light
from luoshi.core.refusals import refuse_overlong
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..lengths import WORDS
from ..models import Task
from ..proof import Proof
from ..queries import open_children
from ..site import ladder, light_policy, workdays
from ..standing import Hat, hat
from .owners import set_owner
from .storing import keep_proofs, locked, store


@transaction.atomic
def moved(
    task: Task, move: Move, *, by: Person, at: datetime, proofs: Iterable[Proof] = (), **brought: Any
) -> Task:
    """Make the move with what was brought, named as in ``core.lifecycle.Facts``; return the task as it then is.

    Raises the loop's ``Refusal``. Whoever comes second to the same move waits for the lock of the row
    (on SQLite, of the database), and is refused by what then stands.
    """
    current = locked(task.pk)
    given = tuple(proofs)
    for proof in given:
        proof.refuse_unsound()
    for said in ("note", "reason", "standard"):
        refuse_overlong(brought.get(said) or "", WORDS)
    acting = hat(current, by, localdate(at), frozenset(TABLE[move].who))
    return carried_out(current, move, acting, by=by, at=at, given=given, **brought)


def carried_out(
    current: Task,
    move: Move,
    acting: Hat,
    *,
    by: Person | None,
    at: datetime,
    given: tuple[Proof, ...] = (),
    **brought: Any,
) -> Task:
    """Make the move of a task that is locked, as whoever acts or, where that is nobody, by policy. Raises as ``moved``."""
    on = localdate(at)
    facts = Facts(
        by="" if by is None else str(by.pk),
        on=on,
        roles=acting.roles,
        acting_for=None if acting.for_whom is None else str(acting.for_whom),
        evidence=frozenset(each.kind for each in given),
        # Counted under the lock, so that no part is opened in between.
        open_children=open_children(current) if move is Move.REPORT and current.parts else 0,
        calendar=workdays(),
        **brought,
    )
    outcome = decide(current.situation, move, facts)
    current.moved_at = at
    store(current, ["moved_at", *_changed(current, outcome, on)])
    if given and by is not None:
        keep_proofs(current, given, by=by, at=at)
    _record(current, outcome, acting, facts, given, by, at)
    return current


def _changed(task: Task, outcome: Outcome, on: date) -> list[str]:
    """Bring the outcome into the task, and return the fields that changed."""
    then = after(task.situation, outcome)
    task.state, task.light = then.state, light(then, on, light_policy(), workdays()) or ""
    changed = ["state", "light"]
    for name, value in outcome.changes:
        if name == "owner":
            changed += set_owner(task, None if value is None else str(value))
        else:
            setattr(task, name, sorted(value) if isinstance(value, frozenset) else value)
            changed.append(name)
    return changed


def _record(  # one entry says all of what happened
    task: Task,
    outcome: Outcome,
    acting: Hat,
    facts: Facts,
    proofs: tuple[Proof, ...],
    by: Person | None,
    at: datetime,
) -> None:
    said: dict[str, object] = {
        "outcome": outcome.record(),
        "roles": sorted(acting.roles),
        "note": facts.note,
        "reason": facts.reason,
        "rung": facts.rung,
        "evidence": [each.told() for each in proofs],
    }
    if outcome.move is Move.ESCALATE:
        # As the morning's sweep says it, so that whoever is told of the one is told of the other.
        rung = next((each for each in ladder() if each.name == facts.rung), None)
        said |= {"to": rung.to if rung else None, "deadline_on": task.deadline_on}
    kept = {name: value for name, value in said.items() if value}
    actor = None if by is None else by.pk
    append(task.chain, outcome.verb, by=actor, at=at, for_whom=acting.for_whom, facts=kept)
