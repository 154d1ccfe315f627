"""Decides a move: an outcome, or a refusal that names the rule and the way out."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import reduce
from typing import Any

from luoshi.core.lifecycle.situation import Facts, Situation
from luoshi.core.lifecycle.states import Move, Role, State
from luoshi.core.lifecycle.table import TABLE, Transition
from luoshi.core.refusals import N_, Refusal

# Where a task stands can outrank the rule of the move: here nothing else helps.
FINAL = {
    State.SETTLED: N_("任务已经办结归档，不再变动：如有新情况，请另立一件任务。"),
    State.CANCELLED: N_("任务已经撤销，不再变动：如还要办，请另立一件任务。"),
    State.SUSPENDED: N_("任务已中止，这期间不能办理：请先由交办方恢复，或由交办方撤销。"),
}
WRONG_HAND = {
    frozenset({Role.ISSUER}): N_("这一步只能由交办方办理：请联系交办方，或取得交办方的授权。"),
    frozenset({Role.OWNER}): N_("这一步只能由承办方办理：请联系承办方，或取得承办方的授权。"),
    frozenset({Role.VERIFIER}): N_("这一步只能由核验人办理：请联系核验人，或取得核验人的授权。"),
    frozenset({Role.SUPERVISOR}): N_("这一步只能由督查人员办理：请联系督查部门。"),
    frozenset({Role.ISSUER, Role.SUPERVISOR}): N_("这一步只能由交办方或督查人员办理：请联系其中一方。"),
    frozenset({Role.VERIFIER, Role.SUPERVISOR}): N_("这一步只能由核验人或督查人员办理：请联系其中一方。"),
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a move does 办理结果: the new state, the ledger's verb, and every field that changes with it."""

    move: Move
    verb: str
    state: State
    changes: tuple[tuple[str, object], ...]

    def record(self) -> dict[str, Any]:
        """Return the outcome in the plain values of JSON, for the ledger."""
        changes = {name: _plain(value) for name, value in self.changes}
        return {"move": self.move.value, "verb": self.verb, "state": self.state.value, "changes": changes}

    @classmethod
    def recall(cls, record: dict[str, Any]) -> "Outcome":
        """Return the outcome that was recorded. Raises ``KeyError`` or ``ValueError`` for anything else."""
        changes = tuple((name, _rich(name, value)) for name, value in record["changes"].items())
        return cls(Move(record["move"]), str(record["verb"]), State(record["state"]), changes)


def decide(task: Situation, move: Move, facts: Facts) -> Outcome:
    """Return what the move does to the task.

    The first rule that is broken refuses: where the task stands, then who acts, then each demand of the
    table in its order. Raises Refusal.
    """
    line = TABLE[move]
    if task.state not in line.start:
        raise Refusal(FINAL.get(task.state, line.elsewhere))
    if not facts.roles & set(line.who):
        raise Refusal(WRONG_HAND[frozenset(line.who)])
    for guard in line.needs:
        broken = guard.broken(task, facts)
        if broken is not None:
            raise Refusal(guard.sentence, **broken)
    # Only what really changes is an entry in the ledger.
    changes = {name: new for name, new in line.effect(task, facts).items() if getattr(task, name) != new}
    return Outcome(move, line.verb, _target(line, task), tuple(changes.items()))


def after(task: Situation, outcome: Outcome) -> Situation:
    """Return where the task stands once the outcome has happened."""
    changes: dict[str, Any] = dict(outcome.changes)
    return replace(task, state=outcome.state, **changes)


def replayed(task: Situation, outcomes: Iterable[Outcome]) -> Situation:
    """Return where the task stands after all of them, in their order."""
    return reduce(after, outcomes, task)


def open_moves(state: State, roles: frozenset[Role]) -> tuple[Move, ...]:
    """Return the moves that the table leaves to these roles in this state, in the table's order."""
    return tuple(move for move, line in TABLE.items() if state in line.start and roles & set(line.who))


def possible_moves(task: Situation, facts: Facts) -> tuple[Move, ...]:
    """Return the open moves that nothing stands against yet, whatever is brought, in the table's order.

    Of the facts only who acts and the open children are looked at.
    """
    return tuple(
        move
        for move in open_moves(task.state, facts.roles)
        if not any(each.standing and each.broken(task, facts) is not None for each in TABLE[move].needs)
    )


def _target(line: Transition, task: Situation) -> State:
    if line.to is None:
        return task.state
    return line.to if isinstance(line.to, State) else line.to(task)


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return sorted(value) if isinstance(value, frozenset) else value


def _rich(name: str, value: Any) -> object:
    if isinstance(value, list):
        return frozenset(value)
    if value is not None and name.endswith("_on"):
        return date.fromisoformat(value)
    return State(value) if value is not None and name == "suspended_in" else value
