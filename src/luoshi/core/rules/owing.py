"""What one organization owes in a year: every obligation with its status, what met it, and what is missing."""

from collections.abc import Iterator, Mapping
from datetime import date

from luoshi.core.rules.binding import SHORT_LIVED, Binding, binding, life, on_record
from luoshi.core.rules.docket import Docket, Line
from luoshi.core.rules.measures import dated
from luoshi.core.rules.obligation import Obligation, Status
from luoshi.core.rules.record import Occurrence, Record, Span, Subject
from luoshi.core.rules.rule import Count

Months = Mapping[str, list[list[Occurrence]]]


def owed(docket: Docket, subject: Subject, record: Record, today: date) -> list[Obligation]:
    """Return what the organization owes in the docket's year, rule by rule in the pack's order.

    A past period in which too little is found is missed only if the whole of it is on record; otherwise it is
    unknown. Occurrences of other years do not matter. Raises what the almanac raises.
    """
    months = _by_month(record, docket.year)
    found: list[Obligation] = []
    for line in docket.of_kind(subject.kind):
        bound = binding(line.rule, subject)
        if bound is None:
            continue
        if isinstance(line.rule.measure, Count):
            found += _counted(line, line.rule.measure, bound, subject, months, today)
        else:
            found += dated(docket, line.rule, bound, subject, record, today)
    return found


def beside_counts(docket: Docket, subject: Subject, record: Record, today: date) -> list[Obligation]:
    """Return what ``owed`` returns, without the rules that count."""
    found: list[Obligation] = []
    for line in docket.of_kind(subject.kind):
        if not isinstance(line.rule.measure, Count):
            bound = binding(line.rule, subject)
            if bound is not None:
                found += dated(docket, line.rule, bound, subject, record, today)
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
    line: Line, measure: Count, bound: Binding, subject: Subject, months: Months, today: date
) -> Iterator[Obligation]:
    held = months.get(measure.what)
    need = measure.at_least
    lived_through = subject.established_on is None and subject.dissolved_on is None
    for span in line.spans:
        lived = "whole" if lived_through else life(subject, span.first, span.last)
        if lived == "none":
            continue
        met_by = (
            tuple(each for month in held[span.first.month - 1 : span.last.month] for each in month)
            if held
            else ()
        )
        have = len(met_by)
        asks: tuple[str, ...] = ()
        reason = bound.exempt or (SHORT_LIVED if lived == "part" else "")
        if reason:
            status = Status.EXEMPT
        elif bound.unclear:
            status, asks = Status.UNKNOWN, bound.asks
        elif have >= need:
            status = Status.MET
        elif today <= span.last:
            status = Status.OWED
        else:
            status, asks = _past(span, subject, bound)
        yield Obligation(line.rule, span.key, span.first, span.last, status, have, need, met_by, asks, reason)


def _past(span: Span, subject: Subject, bound: Binding) -> tuple[Status, tuple[str, ...]]:
    if bound.asks or not on_record(subject, span.first):
        return Status.UNKNOWN, bound.asks
    return Status.MISSED, ()
