"""What is known of a task, and what somebody brings to a move."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from luoshi.core.lifecycle.states import Role, State

NONE: frozenset[str] = frozenset()


class Workdays(Protocol):
    """What this engine asks of a calendar 工作日; ``luoshi.core.periods.WorkCalendar`` answers it."""

    def is_workday(self, day: date, /) -> bool:
        """Tell whether that day is worked."""

    def next_workday(self, day: date, /) -> date:
        """Return that day, or the first working day after it."""

    def workdays_between(self, start: date, end: date, /) -> int:
        """Return the working days after ``start`` up to and with ``end``; negative the other way round."""


@dataclass(frozen=True, slots=True)
class Situation:
    """Where one task stands 办理情况: everything a move may depend on, nothing else.

    ``owner`` is any stable name of the owning post or unit, ``evidence_named`` the kinds of proof that
    the standard asks for, ``evidence`` the kinds given since the task was last opened, ``reporters``
    everybody who ever reported it, ``rungs`` the escalations given, each as ``rung@deadline``.
    ``progress`` is in percent, None while nobody has said. Counts only grow.
    """

    state: State = State.DRAFT
    owner: str | None = None
    standard: str | None = None
    recurrence: str | None = None
    deadline_on: date | None = None
    original_deadline_on: date | None = None
    asked_deadline_on: date | None = None
    dispatched_on: date | None = None
    reported_on: date | None = None
    evidence_named: frozenset[str] = NONE
    evidence: frozenset[str] = NONE
    reporters: frozenset[str] = NONE
    rungs: frozenset[str] = NONE
    progress: int | None = None
    blocked: bool = False
    suspended_in: State | None = None
    looked_back: bool = False
    answered: bool = False
    parts: int = 0
    urges: int = 0
    returns: int = 0
    extensions: int = 0
    transfers: int = 0
    relapses: int = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """What somebody brings to a move 办理依据.

    ``by`` is the person who acts, ``acting_for`` the holder for whom they stand in, ``roles`` what they
    are to this task, ``on`` the day it happens. ``note`` says what was done or found, ``reason`` why;
    ``parts`` counts the sub-tasks a decomposition lists, ``open_children`` those that are still open.
    With a ``calendar``, a deadline must be a working day. The fields from ``owner`` to
    ``evidence_named`` amend a draft as it is dispatched.
    """

    by: str
    on: date
    roles: frozenset[Role]
    acting_for: str | None = None
    owner: str | None = None
    standard: str | None = None
    recurrence: str | None = None
    deadline_on: date | None = None
    evidence_named: frozenset[str] = NONE
    evidence: frozenset[str] = NONE
    reason: str = ""
    note: str = ""
    progress: int | None = None
    parts: int = 0
    open_children: int = 0
    rung: str = ""
    calendar: Workdays | None = None

    @property
    def hands(self) -> frozenset[str]:
        """Everybody in whose name this is done: who acts, and for whom."""
        return frozenset(name for name in (self.by, self.acting_for) if name)
