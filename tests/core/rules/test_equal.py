"""The two ways of judging are one: what a tally counts is what the list holds, whatever the rules and facts."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from luoshi.core.rules import (
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
from world.rules import ALMANAC, count, pack, rule

YEAR = 2026
KINDS = ("theme_day", "general_meeting", "talk")
CONDITIONS = ("", "committee", "full_members >= 7 and not temporary", "joint or members < 5")
days = st.dates(date(YEAR - 1, 1, 1), date(YEAR + 1, 12, 31))
in_year = st.dates(date(YEAR, 1, 1), date(YEAR, 12, 31))


@st.composite
def provisions(draw: st.DrawFn, id_: str) -> list[Rule]:
    """One provision: what it asks, of whom, and up to three versions that follow each other, perhaps with gaps."""
    measure = draw(
        st.one_of(
            st.builds(
                count,
                st.sampled_from(KINDS),
                st.sampled_from(("month", "quarter", "half_year", "year")),
                st.integers(1, 4),
            ),
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
    )
    first = rule(
        measure, id_=id_, when=draw(st.sampled_from(CONDITIONS)), modality=draw(st.sampled_from(Modality))
    )
    if draw(st.booleans()):
        first = replace(first, exemptions=(Exemption(parse(draw(st.sampled_from(CONDITIONS[1:]))), "why"),))
    versions, since = [], draw(st.one_of(st.just(date(2000, 1, 1)), days))
    for _version in range(draw(st.integers(1, 3))):
        until = since + timedelta(days=draw(st.integers(0, 500)))
        versions.append(replace(first, valid_from=since, valid_until=until))
        since = until + timedelta(days=draw(st.integers(1, 2)))
    if draw(st.booleans()):
        versions[-1] = replace(versions[-1], valid_until=None)
    return versions


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
    established_on=st.none() | days,
    dissolved_on=st.none() | days,
    recorded_from=st.none() | days,
    facts=facts,
)
records = st.builds(
    Record,
    occurrences=st.lists(st.builds(Occurrence, st.sampled_from(KINDS), days), max_size=30),
    matters=st.lists(st.builds(Matter, st.just("application"), days, st.none() | days), max_size=4),
    hours=st.fixed_dictionaries({}, optional={"members": st.lists(st.none() | st.floats(0, 80), max_size=4)}),
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
