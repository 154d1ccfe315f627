"""Any move, by anybody, with more or less of what it needs: for tests that leave the way to chance."""

from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from luoshi.act.tasks import actions
from luoshi.act.tasks.models import Task
from luoshi.core.lifecycle import Move, Role, State, open_moves
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .loop import PROOF

# Chance alone would seldom reach an end, so these are tried more often than the side moves.
ONWARD = (Move.DISPATCH, Move.ACCEPT, Move.REPORT, Move.CLOSE, Move.LOOK_BACK)
ENDS = (Move.CANCEL, Move.SETTLE)


def chosen(state: State, chance: Random) -> Move:
    """Return a move that the table leaves open in that state, or now and then any."""
    open_here = [move for move in open_moves(state, frozenset(Role)) if move not in ENDS]
    if not open_here or chance.random() < 0.1:
        return chance.choice(list(Move))
    return chance.choice([*open_here, *[move for move in open_here if move in ONWARD] * 4])


def attempt(task: Task, people: list[Person], chance: Random, at: datetime) -> Task:
    """Make one move; return the task as it then is. Raises the loop's ``Refusal``."""
    move = chosen(State(task.state), chance)
    verb = "return_" if move is Move.RETURN else move.value
    made = getattr(actions, verb)(task, by=chance.choice(people), at=at, **_brought(move, chance, at.date()))
    return Task.objects.get(pk=task.pk) if isinstance(made, list) else made


def _brought(move: Move, chance: Random, today: date) -> dict[str, Any]:
    words = chance.choice(["照章办理", "照章办理", "照章办理", ""])
    later = today + timedelta(days=chance.choice([-3, 28, 56]))
    given: dict[Move, dict[str, Any]] = {
        Move.DECOMPOSE: {"titles": chance.choice([["起草"], []])},
        Move.ADVANCE: {"note": words, "progress": chance.randint(-5, 105)},
        Move.COORDINATE: {"note": words},
        Move.ASK_EXTENSION: {"deadline_on": later, "reason": words},
        Move.ESCALATE: {"rung": chance.choice(["leader", "notice"])},
        Move.REPORT: {"note": words, "proofs": chance.choice([[PROOF], [PROOF], []])},
        Move.CLOSE: {"note": words},
        Move.LOOK_BACK: {"note": words},
    }
    reasoned = (
        *(Move.DECLINE, Move.BLOCK, Move.REFUSE_EXTENSION, Move.SUSPEND),
        *(Move.CANCEL, Move.RETURN, Move.RELAPSE),
    )
    if move in reasoned:
        return {"reason": words}
    if move is Move.TRANSFER:
        place = chance.choice(list(Organization.objects.order_by("pk")))
        return {"owner": place, "reason": words}
    return given.get(move, {})
