"""Whom a rule binds, and in which periods: what the two ways of judging share."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from luoshi.core.refusals import N_
from luoshi.core.rules.facts import Value
from luoshi.core.rules.record import Subject
from luoshi.core.rules.rule import Rule

SHORT_LIVED = N_("本组织在这一期存续不足一半时间，或者在期满前撤销。")
Life = Literal["none", "part", "whole"]


@dataclass(frozen=True, slots=True)
class Binding:
    """How a rule holds an organization 适用情况.

    ``exempt`` is the reason why it lets go; ``asks`` are facts that would tell: whether it binds at all when
    ``unclear``, otherwise whether it lets go.
    """

    asks: tuple[str, ...] = ()
    unclear: bool = False
    exempt: str = ""


BOUND = Binding()


def binding(rule: Rule, facts: Mapping[str, Value]) -> Binding | None:
    """Return how the rule holds an organization of which these are the facts, or None where it does not bind."""
    if rule.when is None and not rule.exemptions:
        return BOUND
    applies = True if rule.when is None else rule.when.holds(facts)
    if applies is False:
        return None
    asks: list[str] = []
    for exemption in rule.exemptions:
        lets_go = exemption.when.holds(facts)
        if lets_go:
            return Binding(exempt=exemption.reason)
        if lets_go is None:
            asks += exemption.when.unknown(facts)
    if applies is None and rule.when is not None:
        return Binding(asks=rule.when.unknown(facts), unclear=True)
    return Binding(asks=tuple(dict.fromkeys(asks))) if asks else BOUND


def life(subject: Subject, first: date, last: date) -> Life:
    """Tell how much of a period the organization lived through.

    Whole: at least half of its days, the last one among them. Such a period is owed like any other.
    """
    begins, ends = subject.established_on, subject.dissolved_on
    if (begins is not None and begins > last) or (ends is not None and ends < first):
        return "none"
    if ends is not None and ends < last:
        return "part"
    if begins is None or begins <= first:
        return "whole"
    days = (last - first).days + 1
    return "whole" if 2 * ((last - begins).days + 1) >= days else "part"


def on_record(subject: Subject, first: date) -> bool:
    """Tell whether what happened since that day would be on record."""
    return subject.recorded_from is not None and subject.recorded_from <= first
