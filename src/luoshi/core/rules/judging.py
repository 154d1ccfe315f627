"""JUDGE: kept counters × rules → how many organizations stand, month by month; a changed rule counts nothing anew.

All periods of a rule are judged at once: the twelve lanes of a counter are summed over the months of a period,
compared in one addition, and read off as one bit a lane. A period stands in the lane of its last month.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from luoshi.core.rules.binding import Binding, binding, life, on_record
from luoshi.core.rules.counting import LANE, MONTH_MASK, CounterSource
from luoshi.core.rules.docket import Docket, Line
from luoshi.core.rules.facts import Value
from luoshi.core.rules.obligation import Obligation, Status
from luoshi.core.rules.owing import beside_counts
from luoshi.core.rules.record import NOTHING, Period, Record, Subject
from luoshi.core.rules.rule import MONTHS, Count, Rule
from luoshi.core.rules.tally import Judged, Tally

TOP = LANE - 1
Lanes = tuple[int, int, int, int, int]
NO_LANES: Lanes = (0, 0, 0, 0, 0)
NO_RECORDS: Mapping[object, Record] = {}


def judge(
    docket: Docket,
    subjects: Iterable[Subject],
    counters: CounterSource,
    today: date,
    records: Mapping[object, Record] = NO_RECORDS,
) -> Iterator[Tally]:
    """Yield a tally for each organization, equal to counting what ``owed`` lists for it.

    ``records`` hold matters and hours of organizations by key, for the rules that do not count. An obligation
    overdue since an earlier year stands in January. Raises ``ValueError`` for counters of another year.
    """
    plans = _plans(docket, counters, today)
    for subject in subjects:
        met, missed, due, unknown, exempt = _beside(docket, subject, records, today)
        kinds = counters.of(subject.key)
        for plan in plans.get(subject.kind, ()):
            lanes = plan.judged(subject, kinds)
            if lanes is not None:
                met += lanes[0]
                missed += lanes[1]
                due += lanes[2]
                unknown += lanes[3]
                exempt += lanes[4]
        yield Tally(subject.key, met, missed, due, unknown, exempt)


def judged(
    docket: Docket,
    subject: Subject,
    counters: CounterSource,
    today: date,
    record: Record = NOTHING,
) -> Iterator[Judged]:
    """Yield how one organization stands to each version of a rule that binds it: what a tally is the sum of."""
    for plan in _plans(docket, counters, today).get(subject.kind, ()):
        lanes = plan.judged(subject, counters.of(subject.key))
        if lanes is not None:
            yield Judged(plan.rule, *lanes)
    for each in beside_counts(docket, subject, record, today):
        yield Judged(each.rule, **{each.status.value: _lane(each, docket.year)})


@dataclass(frozen=True, slots=True)
class _Plan:
    """One line of the docket as lanes: one bit for each governed period, in the lane of its last month."""

    rule: Rule
    periods: tuple[Period, ...]
    what: str
    months: int
    governed: int
    past: int
    short: int

    def judged(self, subject: Subject, kinds: Mapping[str, int]) -> Lanes | None:
        """Return the periods met, missed, owed, unknown and exempt, or None where the rule never binds."""
        if not subject.former:
            bound = binding(self.rule, subject.facts)
            return None if bound is None else self._judged(subject, bound, kinds)
        binds, sums = False, NO_LANES
        for facts, periods in self._eras(subject):
            bound = binding(self.rule, facts)
            if bound is not None:
                binds = True
                lanes = self._judged(subject, bound, kinds)
                met, missed, due, unknown, exempt = (each & periods for each in lanes)
                sums = (sums[0] | met, sums[1] | missed, sums[2] | due, sums[3] | unknown, sums[4] | exempt)
        return sums if binds else None

    def _eras(self, subject: Subject) -> list[tuple[Mapping[str, Value], int]]:
        """Return each set of facts with the periods that began while they held."""
        left, found = list(self.periods), []
        for until, facts in (*subject.former, (date.max, subject.facts)):
            began = [period for period in left if period.first <= until]
            left = [period for period in left if period.first > until]
            if began:
                found.append((facts, sum(_bit(period.last) for period in began)))
        return found

    def _judged(self, subject: Subject, bound: Binding, kinds: Mapping[str, int]) -> Lanes:
        whole, part = self.governed, 0
        if subject.established_on is not None or subject.dissolved_on is not None:
            whole, part = self._lived(subject)
        if bound.exempt:
            return 0, 0, 0, 0, whole | part
        if bound.unclear:
            return 0, 0, 0, whole, part
        packed = kinds.get(self.what)
        met = (self._summed(packed) + self.short >> TOP) & whole if packed else 0
        rest = whole & ~met
        late = rest & self.past
        sure = 0 if bound.asks or not late else late & self._recorded(subject)
        return met, sure, rest & ~self.past, late & ~sure, part

    def _summed(self, packed: int) -> int:
        """Return, in the lane of each governed period's last month, the sum of its months."""
        sums = packed
        if self.months >= 3:
            sums += (packed << LANE) + (packed << 2 * LANE)
        if self.months >= 6:
            sums += sums << 3 * LANE
        if self.months >= 12:
            sums += sums << 6 * LANE
        return sums & self.governed * MONTH_MASK

    def _lived(self, subject: Subject) -> tuple[int, int]:
        whole = part = 0
        for period in self.periods:
            lived = life(subject, period.first, period.last)
            if lived == "whole":
                whole |= _bit(period.last)
            elif lived == "part":
                part |= _bit(period.last)
        return whole, part

    def _recorded(self, subject: Subject) -> int:
        if subject.recorded_from is None:
            return 0
        if subject.recorded_from <= self.periods[0].first:
            return self.governed
        return sum(_bit(period.last) for period in self.periods if on_record(subject, period.first))


def _plans(docket: Docket, counters: CounterSource, today: date) -> dict[str, list[_Plan]]:
    if counters.year != docket.year:
        raise ValueError(counters.year)
    return {
        kind: [
            _plan(line, line.rule.measure, today) for line in lines if isinstance(line.rule.measure, Count)
        ]
        for kind, lines in docket.lines.items()
    }


def _plan(line: Line, measure: Count, today: date) -> _Plan:
    governed = sum(_bit(period.last) for period in line.periods)
    return _Plan(
        rule=line.rule,
        periods=line.periods,
        what=measure.what,
        months=MONTHS[measure.per],
        governed=governed,
        past=sum(_bit(period.last) for period in line.periods if period.last < today),
        # What a lane must still be given so that reaching the number sets its top bit.
        short=governed * ((1 << TOP) - measure.at_least),
    )


def _beside(
    docket: Docket, subject: Subject, records: Mapping[object, Record], today: date
) -> tuple[int, ...]:
    """Return what does not count, in the order of a tally."""
    sums = dict.fromkeys(Status, 0)
    for each in beside_counts(docket, subject, records.get(subject.key, NOTHING), today):
        sums[each.status] += _lane(each, docket.year)
    return tuple(sums.values())


def _lane(obligation: Obligation, year: int) -> int:
    return _bit(obligation.due) if obligation.due.year == year else 1


def _bit(last: date) -> int:
    return 1 << LANE * (last.month - 1)
