"""What is not counted: study hours, the end of a term, answers in time."""

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta
from typing import cast

from luoshi.core.rules.binding import SHORT_LIVED, Binding, binding, life, on_record
from luoshi.core.rules.docket import Docket
from luoshi.core.rules.obligation import Obligation, Status
from luoshi.core.rules.record import Almanac, Matter, Record, Subject
from luoshi.core.rules.rule import Deadline, Hours, Rule, Term

LAST_ELECTED, EXTENDED, TERM = "last_elected_on", "term_extended_until", "term_years"


def dated(docket: Docket, rule: Rule, subject: Subject, record: Record, today: date) -> Iterator[Obligation]:
    """Yield what a rule that does not count asks of the organization in the docket's year.

    Whom it binds is decided by the facts of the day on which the year or the matter began; a term goes on, so that
    today's decide.
    """
    if subject.dissolved_on is not None and subject.dissolved_on.year < docket.year:
        return
    measure = rule.measure
    if isinstance(measure, Hours):
        bound = binding(rule, subject.facts_on(date(docket.year, 1, 1)))
        if bound is not None:
            yield from _hours(docket, rule, measure, bound, subject, record, today)
    elif isinstance(measure, Term):
        bound = binding(rule, subject.facts)
        if bound is not None:
            yield from _term(docket, rule, measure, bound, subject, today)
    elif isinstance(measure, Deadline):
        for matter in record.matters:
            bound = binding(rule, subject.facts_on(matter.since)) if matter.kind == measure.after else None
            if bound is not None:
                yield from _answer(docket, rule, measure, bound, matter, today)


def due_on(measure: Deadline, since: date, almanac: Almanac) -> date:
    """Return the last day for an answer to what began on ``since``; for an ``earliest`` one, the first day.

    A month later is the same day of the month, or its last; working days are the almanac's.
    """
    if measure.unit == "workday":
        return almanac.add_workdays(since, measure.within)
    if measure.unit == "day":
        return since + timedelta(days=measure.within)
    months = since.year * 12 + since.month - 1 + measure.within
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(since.day, monthrange(year, month)[1]))


def _hours(
    docket: Docket,
    rule: Rule,
    measure: Hours,
    bound: Binding,
    subject: Subject,
    record: Record,
    today: date,
) -> Iterator[Obligation]:
    first, last = date(docket.year, 1, 1), date(docket.year, 12, 31)
    lived = life(subject, first, last)
    if lived == "none":
        return
    known = record.hours.get(measure.of, {})
    need = sum(known.values())
    have = sum(people for study, people in known.items() if study.hours >= measure.floor)
    below = any(study.hours < measure.floor and not study.unsure for study in known)
    reason = bound.exempt or (SHORT_LIVED if lived == "part" else "")
    if reason:
        status = Status.EXEMPT
    elif bound.unclear:
        status = Status.UNKNOWN
    elif need and have == need:
        status = Status.MET
    elif today <= last:
        status = Status.OWED
    else:
        sure = below and on_record(subject, first) and not bound.asks
        status = Status.MISSED if sure else Status.UNKNOWN
    asks = bound.asks if status is Status.UNKNOWN else ()
    yield Obligation(rule, str(docket.year), first, last, status, have, need, asks=asks, reason=reason)


def _term(
    docket: Docket, rule: Rule, measure: Term, bound: Binding, subject: Subject, today: date
) -> Iterator[Obligation]:
    first, last = date(docket.year, 1, 1), date(docket.year, 12, 31)
    elected = cast(date | None, subject.facts.get(LAST_ELECTED))
    if elected is None:
        if rule.in_force(first) and life(subject, first, last) != "none":
            status = Status.EXEMPT if bound.exempt else Status.UNKNOWN
            asks = () if bound.exempt else (*bound.asks, LAST_ELECTED)
            yield Obligation(rule, str(docket.year), first, last, status, asks=asks, reason=bound.exempt)
        return
    due = _term_ends(measure, elected, subject, docket.almanac)
    ended = subject.dissolved_on is not None and subject.dissolved_on <= due
    # What was due in an earlier year and is still not done stays on this year's list.
    if ended or due > last or not rule.in_force(due) or (due < first and today < first):
        return
    if bound.exempt:
        status = Status.EXEMPT
    elif bound.asks:
        status = Status.UNKNOWN
    else:
        status = Status.OWED if today <= due else Status.MISSED
    yield Obligation(rule, due.isoformat(), elected, due, status, asks=bound.asks, reason=bound.exempt)


def _term_ends(measure: Term, elected: date, subject: Subject, almanac: Almanac) -> date:
    extended = cast(date | None, subject.facts.get(EXTENDED))
    years = cast(int | None, subject.facts.get(TERM)) or measure.years
    ends = almanac.term_of(elected, years, elected).last
    return extended if extended is not None and extended > ends else ends


def _answer(
    docket: Docket, rule: Rule, measure: Deadline, bound: Binding, matter: Matter, today: date
) -> Iterator[Obligation]:
    if not rule.in_force(matter.since):
        return
    due = due_on(measure, matter.since, docket.almanac)
    done, first = matter.done_on, date(docket.year, 1, 1)
    # What was due in an earlier year and is still not done stays on this year's list.
    if due.year > docket.year or (due < first and (done is not None or today < first)):
        return
    if bound.exempt:
        status = Status.EXEMPT
    elif bound.asks:
        status = Status.UNKNOWN
    elif done is not None:
        in_time = done >= due if measure.earliest else done <= due
        status = Status.MET if in_time else Status.MISSED
    else:
        status = Status.OWED if measure.earliest or today <= due else Status.MISSED
    met_by = (matter,) if status is Status.MET else ()
    yield Obligation(
        rule,
        due.isoformat(),
        matter.since,
        due,
        status,
        len(met_by),
        1,
        met_by,
        bound.asks,
        bound.exempt,
        matter,
    )
