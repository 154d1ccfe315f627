"""The life cycle of a task, from draft to settled: one table, and a decision on every move.

>>> from datetime import date
>>> from luoshi.core.lifecycle import Facts, Move, Role, Situation, decide
>>> draft = Situation(owner="市数据局", standard="办法印发", deadline_on=date(2026, 6, 30))
>>> decide(draft, Move.DISPATCH, Facts("issuer", date(2026, 3, 2), frozenset({Role.ISSUER}))).verb
'task.dispatched'
"""

from luoshi.core.lifecycle.decision import Outcome, after, decide, open_moves, possible_moves, replayed
from luoshi.core.lifecycle.escalation import LADDER, Rung, rungs_due
from luoshi.core.lifecycle.lights import LIGHT_LABELS, Light, LightPolicy, light
from luoshi.core.lifecycle.situation import Facts, Situation, Workdays
from luoshi.core.lifecycle.states import ROLE_LABELS, STATE_LABELS, Move, Role, State
from luoshi.core.lifecycle.succession import inherited
from luoshi.core.lifecycle.table import IN_HAND, TABLE, Transition

__all__ = [
    "IN_HAND",
    "LADDER",
    "LIGHT_LABELS",
    "ROLE_LABELS",
    "STATE_LABELS",
    "TABLE",
    "Facts",
    "Light",
    "LightPolicy",
    "Move",
    "Outcome",
    "Role",
    "Rung",
    "Situation",
    "State",
    "Transition",
    "Workdays",
    "after",
    "decide",
    "inherited",
    "light",
    "open_moves",
    "possible_moves",
    "replayed",
    "rungs_due",
]
