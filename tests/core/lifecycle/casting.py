"""A task that passes every guard, and everybody who may move it."""

from datetime import date, timedelta

from luoshi.core.lifecycle import TABLE, Facts, Move, Role, Situation, State, after, decide
from luoshi.core.periods import WorkCalendar

MONDAY = date(2026, 3, 2)
CALENDAR = WorkCalendar()
EVERYBODY = frozenset(Role)
DRAFT = Situation(
    owner="数据处",
    standard="办法印发并报备",
    deadline_on=MONDAY + timedelta(days=28),
    evidence_named=frozenset({"印发文件"}),
)


def facts(by: str = "甲", *, on: date = MONDAY, roles: frozenset[Role] = EVERYBODY, **given: object) -> Facts:
    """Facts that satisfy every demand, except where ``given`` says otherwise; without a new deadline."""
    full: dict[str, object] = {
        "reason": "承办力量不足",
        "note": "办法已印发，正在执行",
        "parts": 2,
        "progress": 40,
        "rung": "leader",
        "evidence": frozenset({"印发文件"}),
        "calendar": CALENDAR,
    }
    return Facts(by=by, on=on, roles=roles, **{**full, **given})  # type: ignore[arg-type]  # names are checked by the dataclass


def facts_for(move: Move, **given: object) -> Facts:
    """Facts with which the move is made when the task stands right."""
    own: dict[str, object] = {}
    if move is Move.ASK_EXTENSION:
        own["deadline_on"] = MONDAY + timedelta(days=35)
    if move is Move.TRANSFER:
        own["owner"] = "法规处"
    by = "乙" if move in (Move.RETURN, Move.CLOSE, Move.LOOK_BACK, Move.RELAPSE) else "甲"
    return facts(**{"by": by, **own, **given})  # type: ignore[arg-type]  # names are checked by the dataclass


PATHS: dict[State, tuple[Move, ...]] = {
    State.DRAFT: (),
    State.DISPATCHED: (Move.DISPATCH,),
    State.ACCEPTED: (Move.DISPATCH, Move.ACCEPT),
    State.REPORTED: (Move.DISPATCH, Move.ACCEPT, Move.REPORT),
    State.CLOSED: (Move.DISPATCH, Move.ACCEPT, Move.REPORT, Move.CLOSE),
    State.SETTLED: (Move.DISPATCH, Move.ACCEPT, Move.REPORT, Move.CLOSE, Move.LOOK_BACK, Move.SETTLE),
    State.SUSPENDED: (Move.DISPATCH, Move.ACCEPT, Move.SUSPEND),
    State.CANCELLED: (Move.DISPATCH, Move.CANCEL),
}
# What must have happened in the same state before a move makes sense.
BEFORE = {
    Move.GRANT_EXTENSION: Move.ASK_EXTENSION,
    Move.REFUSE_EXTENSION: Move.ASK_EXTENSION,
    Move.COORDINATE: Move.BLOCK,
    Move.SETTLE: Move.LOOK_BACK,
}


def task_in(state: State, ready_for: Move | None = None) -> Situation:
    """A task that was moved to that state, and is ready for the move where the state allows it."""
    task = DRAFT
    moves = [*PATHS[state]]
    if ready_for in BEFORE and state in TABLE[BEFORE[ready_for]].start:
        moves.append(BEFORE[ready_for])
    for move in moves:
        task = after(task, decide(task, move, facts_for(move)))
    return task
