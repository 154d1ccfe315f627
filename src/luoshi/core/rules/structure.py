"""What an organization has, held against what is laid down: facts about it, for whoever helps it, never misses."""

from dataclasses import dataclass
from datetime import date

from luoshi.core.rules.binding import binding
from luoshi.core.rules.record import Subject
from luoshi.core.rules.rule import Pack, Rule, Structure


@dataclass(frozen=True, slots=True)
class Feature:
    """One provision on what an organization has 设置情况.

    ``as_laid_down`` is None where a fact is not known; ``asks`` are those facts.
    """

    rule: Rule
    as_laid_down: bool | None
    asks: tuple[str, ...] = ()


def structure(pack: Pack, subject: Subject, today: date) -> list[Feature]:
    """Return how the organization is set up, for each provision in force that binds it, in the pack's order.

    Whoever is exempt or dissolved has none.
    """
    found: list[Feature] = []
    if subject.dissolved_on is not None and subject.dissolved_on < today:
        return found
    for rule in pack.rules:
        if (
            not isinstance(rule.measure, Structure)
            or subject.kind not in rule.kinds
            or not rule.in_force(today)
        ):
            continue
        bound = binding(rule, subject.facts)
        if bound is None or bound.exempt or rule.modality == "may":
            continue
        has = None if bound.unclear else rule.measure.has.holds(subject.facts)
        asks = () if has is not None else bound.asks or rule.measure.has.unknown(subject.facts)
        found.append(Feature(rule, has, asks))
    return found
