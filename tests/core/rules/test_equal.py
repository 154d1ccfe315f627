"""The two ways of judging are one: what a tally counts is what the list holds, whatever the rules and facts."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.rules import (
    Count,
    Counters,
    Deadline,
    Docket,
    Exemption,
    Hours,
    Matter,
    Modality,
    Occurrence,
    Pack,
    Record,
    Rule,
    Status,
    Study,
    Subject,
    Tally,
    Term,
    counted,
    docket_of,
    judge,
    judged,
    owed,
    parse,
)
from luoshi.core.rules.rule import Measure
from world.rules import ALMANAC, count, pack, rule

YEAR = 2026
KINDS = ("theme_day", "general_meeting", "talk")
CONDITIONS = ("", "committee", "full_members >= 7 and not temporary", "joint or members < 5")
days = st.dates(date(YEAR - 1, 1, 1), date(YEAR + 1, 12, 31))
in_year = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))


near = st.dates(date(YEAR - 1, 6, 1), date(YEAR + 1, 6, 30))
counts = st.builds(
    count,
    st.sampled_from(KINDS),
    st.sampled_from(("month", "quarter", "half_year", "year")),
    st.integers(1, 3),
)
measures = st.one_of(
    counts,
    counts,
    counts,
    st.builds(Hours, st.integers(1, 60), st.just("members")),
    st.builds(Term, st.integers(1, 5)),
    st.builds(
        Deadline,
        st.just("application"),
        st.integers(1, 60),
        st.sampled_from(("day", "workday", "month")),
        st.booleans(),
    ),
)


@st.composite
def provisions(draw: st.DrawFn, id_: str) -> list[Rule]:
    """One provision: what it asks, of whom, and up to three versions that follow each other, perhaps with gaps."""
    first = rule(
        draw(measures),
        id_=id_,
        when=draw(st.just("") | st.sampled_from(CONDITIONS)),
        modality=draw(st.just(Modality.MUST) | st.sampled_from(Modality)),
    )
    if draw(st.integers(0, 3)) == 0:
        first = replace(first, exemptions=(Exemption(parse(draw(st.sampled_from(CONDITIONS[1:]))), "why"),))
    since, changes = date(2000, 1, 1), draw(st.lists(near, max_size=2, unique=True).map(sorted))
    versions = []
    for change in changes:
        versions.append(replace(first, valid_from=since, valid_until=change))
        since = change + timedelta(days=draw(st.sampled_from((1, 1, 2))))
        first = replace(first, measure=draw(measures))
    ends = draw(st.none() | st.dates(since, date(YEAR + 2, 12, 31)))
    return [*versions, replace(first, valid_from=since, valid_until=ends)]


packs = st.tuples(*(provisions(f"R{place}") for place in range(3))).map(
    lambda rules: pack(*(version for versions in rules for version in versions))
)
facts = st.fixed_dictionaries(
    {},
    optional={
        "committee": st.booleans(),
        "temporary": st.booleans(),
        "joint": st.booleans(),
        "full_members": st.integers(0, 12),
        "members": st.integers(0, 12),
        "last_elected_on": st.dates(date(YEAR - 8, 1, 1), date(YEAR, 6, 30)),
        "term_years": st.integers(1, 5),
        "term_extended_until": days,
    },
)
subjects = st.builds(
    Subject,
    key=st.just("branch"),
    kind=st.just("branch"),
    established_on=st.one_of(st.none(), st.none(), days),
    dissolved_on=st.one_of(st.none(), st.none(), days),
    recorded_from=st.one_of(st.just(date(YEAR - 1, 1, 1)), st.none(), days),
    facts=facts,
    former=st.one_of(
        st.just([]),
        st.lists(st.tuples(days, facts), max_size=3, unique_by=lambda each: each[0]).map(
            lambda former: sorted(former, key=lambda each: each[0])
        ),
    ),
)
records = st.builds(
    Record,
    occurrences=st.lists(
        st.builds(Occurrence, st.sampled_from(KINDS), st.one_of(in_year, in_year, in_year, days)), max_size=30
    ),
    matters=st.lists(st.builds(Matter, st.just("application"), days, st.none() | days), max_size=4),
    hours=st.fixed_dictionaries(
        {},
        optional={
            "members": st.dictionaries(
                st.builds(Study, st.floats(0, 80), st.booleans()), st.integers(1, 3), max_size=4
            )
        },
    ),
)


def _listed(docket: Docket, subject: Subject, record: Record, today: date) -> Counter[tuple[Status, int]]:
    found = owed(docket, subject, record, today)
    return Counter((each.status, each.due.month if each.due.year == YEAR else 1) for each in found)


def _tallied(tally: Tally) -> Counter[tuple[Status, int]]:
    return Counter({
        (status, month): number
        for status in Status
        for month, number in enumerate(tally.months(status), 1)
        if number
    })  # fmt: skip


def _counters(record: Record) -> Counters:
    return counted(YEAR, (("branch", each.kind, each.on) for each in record.occurrences))


@settings(max_examples=200, deadline=None)
@given(
    st.lists(counts, min_size=1, max_size=4),
    st.lists(st.builds(Occurrence, st.sampled_from(KINDS[:2]), in_year), max_size=20),
    in_year,
)
def test_a_tally_of_plain_counts_is_that_of_the_list(
    asked: list[Count], held: list[Occurrence], today: date
) -> None:
    """Nothing here depends on facts or dates of the organization, so every example counts."""
    rules = pack(*(rule(each, id_=str(place)) for place, each in enumerate(asked)))
    subject, record = Subject("branch", "branch", recorded_from=date(YEAR, 1, 1)), Record(held)
    docket = docket_of(rules, YEAR, ALMANAC)
    [tally] = judge(docket, [subject], _counters(record), today)
    assert _tallied(tally) == _listed(docket, subject, record, today)


@settings(max_examples=200, deadline=None)
@given(packs, subjects, records, days)
def test_a_tally_counts_what_the_list_holds(
    rules: Pack, subject: Subject, record: Record, today: date
) -> None:
    docket = docket_of(rules, YEAR, ALMANAC)
    [tally] = judge(docket, [subject], _counters(record), today, {"branch": record})
    assert _tallied(tally) == _listed(docket, subject, record, today)


@settings(max_examples=100, deadline=None)
@given(packs, subjects, records, days)
def test_the_lines_behind_a_tally_add_up_to_it(
    rules: Pack, subject: Subject, record: Record, today: date
) -> None:
    docket, counters = docket_of(rules, YEAR, ALMANAC), _counters(record)
    [tally] = judge(docket, [subject], counters, today, {"branch": record})
    total = Tally("branch")
    for line in judged(docket, subject, counters, today, record):
        total = total.plus(line)
    assert total == tally


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(KINDS), in_year), max_size=40))
def test_facts_that_come_and_go_leave_the_counters_of_those_that_stay(
    told: list[tuple[int, str, date]],
) -> None:
    stay, gone = told[: len(told) // 2], told[len(told) // 2 :]
    kept = counted(YEAR, told)
    for key, kind, on in reversed(gone):
        kept.add(key, kind, on, -1)
    assert kept == counted(YEAR, stay)


@settings(max_examples=200, deadline=None)
@given(measures, subjects, records, days, days, days)
def test_moving_a_rules_date_changes_only_what_begins_between_the_two(
    measure: Measure, subject: Subject, record: Record, today: date, one: date, other: date
) -> None:
    """Whatever it asks: a period or matter by its first day, a term by its last, because it governs who stands then."""
    earlier, later = sorted((one, other))
    before, after = (
        Counter(
            (each.due if isinstance(measure, Term) else each.first, each.key, each.status, each.have)
            for each in owed(
                docket_of(pack(rule(measure, since=since)), YEAR, ALMANAC), subject, record, today
            )
        )
        for since in (earlier, later)
    )
    assert not after - before
    untold = isinstance(measure, Term) and "last_elected_on" not in subject.facts
    begins = (date(YEAR, 1, 1) if untold else each[0] for each in before - after)
    assert all(earlier <= day < later for day in begins)
