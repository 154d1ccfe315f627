"""What an organization owes: a rule, a period, how it stands, and why."""

from datetime import date
from enum import StrEnum
from typing import NamedTuple

from luoshi.core.refusals import N_
from luoshi.core.rules.record import Matter, Occurrence
from luoshi.core.rules.rule import Rule


class Status(StrEnum):
    """How an obligation stands 落实情况. What nobody recorded is unknown, not missed."""

    MET = "met"
    MISSED = "missed"
    OWED = "owed"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"


STATUS_LABELS = {
    Status.MET: N_("已落实"),
    Status.MISSED: N_("未落实"),
    Status.OWED: N_("待落实"),
    Status.UNKNOWN: N_("情况不明"),
    Status.EXEMPT: N_("免除"),
}


class Obligation(NamedTuple):
    """A rule × an organization × a period 应尽事项; computed, never stored. ``words.why`` tells why it stands so.

    ``key`` names the period (``2026-Q2``), or the day something is due where that is no period of the calendar;
    ``first`` is the day it is open from, ``due`` the last day for it. ``met_by`` is what counts towards it, ``have``
    how much of the ``need`` that makes. ``asks`` are the facts nobody has told and that would decide, ``reason``
    says why somebody is let off, and ``matter`` is what began and is to be answered, where it is about one.
    """

    rule: Rule
    key: str
    first: date
    due: date
    status: Status
    have: int = 0
    need: int = 1
    met_by: tuple[Occurrence | Matter, ...] = ()
    asks: tuple[str, ...] = ()
    reason: str = ""
    matter: Matter | None = None
