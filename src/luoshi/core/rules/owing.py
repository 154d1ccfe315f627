"""What one organization owes in a year: every obligation with its status, what met it, and what is missing."""

from collections.abc import Iterator, Mapping
from datetime import date

from luoshi.core.rules.binding import SHORT_LIVED, Binding, binding, life, on_record
from luoshi.core.rules.docket import Docket, Line
from luoshi.core.rules.measures import dated
from luoshi.core.rules.obligation import Obligation, Status
from luoshi.core.rules.record import Occurrence, Period, Record, Subject
from luoshi.core.rules.rule import Count

# Looking a member of an enumeration up costs more than comparing two numbers, and this runs for every period.
MET, MISSED, OWED, UNKNOWN, EXEMPT = Status
NOBODY: tuple[str, ...] = ()
Months = Mapping[str, list[list[Occurrence]]]


def owed(docket: Docket, subject: Subject, record: Record, today: date) -> list[Obligation]:
    """Return what the organization owes in the docket's year, rule by rule in the pack's order.

    A past period in which too little is found is missed only if the whole of it is on record; otherwise it is
    unknown. Occurrences of other years do not matter. Raises what the almanac raises.
    """
    months = _by_month(record, docket.year)
    found: list[Obligation] = []
    for line in docket.of_kind(subject.kind):
        if isinstance(line.rule.measure, Count):
            found += _counted(line, line.rule.measure, subject, months, today)
        else:
            found += dated(docket, line.rule, subject, record, today)
    return found


def beside_counts(docket: Docket, subject: Subject, record: Record, today: date) -> list[Obligation]:
    """Return what ``owed`` returns, without the rules that count."""
    found: list[Obligation] = []
    for line in docket.uncounted(subject.kind, matters=bool(record.matters)):
        found += dated(docket, line.rule, subject, record, today)
    return found


def _by_month(record: Record, year: int) -> dict[str, list[list[Occurrence]]]:
    months: dict[str, list[list[Occurrence]]] = {}
    for each in record.occurrences:
        if each.on.year == year:
            if each.kind not in months:
                months[each.kind] = [[] for _month in range(12)]
            months[each.kind][each.on.month - 1].append(each)
    return months


def _counted(
    line: Line, measure: Count, subject: Subject, months: Months, today: date
) -> Iterator[Obligation]:
    rule, need, held = line.rule, measure.at_least, months.get(measure.what)
    always = subject.established_on is None and subject.dissolved_on is None
    for period, bound in _bound(line, subject):
        first, last = period.first, period.last
        lived = "whole" if always else life(subject, first, last)
        if lived == "none":
            continue
        met_by = _within(held, first.month - 1, last.month) if held else ()
        have, asks = len(met_by), NOBODY
        reason = bound.exempt or (SHORT_LIVED if lived == "part" else "")
        if reason:
            status = EXEMPT
        elif bound.unclear:
            status, asks = UNKNOWN, bound.asks
        elif have >= need:
            status = MET
        elif today <= last:
            status = OWED
        elif bound.asks or not on_record(subject, first):
            status, asks = UNKNOWN, bound.asks
        else:
            status = MISSED
        yield Obligation(rule, period.key, first, last, status, have, need, met_by, asks, reason)


def _bound(line: Line, subject: Subject) -> Iterator[tuple[Period, Binding]]:
    """Yield the periods in which the rule binds, each by the facts of its first day."""
    if not subject.former:
        bound = binding(line.rule, subject.facts)
        if bound is not None:
            for period in line.periods:
                yield period, bound
        return
    for period in line.periods:
        bound = binding(line.rule, subject.facts_on(period.first))
        if bound is not None:
            yield period, bound


def _within(held: list[list[Occurrence]], start: int, end: int) -> tuple[Occurrence, ...]:
    if end - start == 1:
        return tuple(held[start])
    return tuple(each for month in held[start:end] for each in month)
