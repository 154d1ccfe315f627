"""What one organization owes: which periods a rule governs, what is unknown, who is let off, and why."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.rules import (
    Almanac,
    Count,
    Counters,
    Deadline,
    Exemption,
    Hours,
    Matter,
    Modality,
    Obligation,
    Occurrence,
    Record,
    Rule,
    Status,
    Structure,
    Study,
    Subject,
    Term,
    Value,
    docket_of,
    due_on,
    judge,
    owed,
    parse,
    structure,
    why,
)
from luoshi.core.rules.record import Per
from world.rules import ALMANAC, count, pack, rule

BRANCH = Subject("b", "branch", recorded_from=date(2020, 1, 1))
NOBODY = Record()
LATER = date(2030, 1, 1)


def _owed(
    *rules: Rule,
    subject: Subject = BRANCH,
    record: Record = NOBODY,
    today: date = LATER,
    year: int = 2026,
    almanac: Almanac = ALMANAC,
) -> list[Obligation]:
    return owed(docket_of(pack(*rules), year, almanac), subject, record, today)


def _statuses(found: list[Obligation]) -> dict[str, str]:
    return {each.key: each.status.value for each in found}


def test_the_version_of_the_first_day_governs_the_whole_period() -> None:
    quarter = rule(count("general_meeting", "quarter"))
    first = replace(quarter, valid_until=date(2026, 5, 14))
    second = replace(quarter, valid_from=date(2026, 5, 15), measure=count("general_meeting", "quarter", 2))
    assert [(each.key, each.need) for each in _owed(first, second)] == [
        ("2026-Q1", 1),
        ("2026-Q2", 1),
        ("2026-Q3", 2),
        ("2026-Q4", 2),
    ]


def test_a_repealed_rule_asks_for_no_period_that_outlives_it() -> None:
    repealed = rule(count("general_meeting", "quarter"), until=date(2026, 6, 29))
    assert [each.key for each in _owed(repealed)] == ["2026-Q1"]
    ended = rule(count("general_meeting", "quarter"), until=date(2026, 6, 30))
    assert [each.key for each in _owed(ended)] == ["2026-Q1", "2026-Q2"]


@given(st.dates(date(2026, 1, 1), date(2026, 12, 31)), st.dates(date(2026, 1, 1), date(2026, 12, 31)))
def test_moving_a_date_changes_only_periods_that_begin_between_the_two(one: date, other: date) -> None:
    earlier, later = sorted((one, other))
    held = Record([Occurrence("theme_day", date(2026, 7, 1))])
    before, after = (
        {each.key: each for each in _owed(rule(count(), since=since), record=held)}
        for since in (earlier, later)
    )
    changed = {key for key in before.keys() | after.keys() if key not in before or key not in after}
    assert all(earlier <= before[key].first < later for key in changed)
    assert [before[key].status for key in after] == [each.status for each in after.values()]


def test_what_is_only_allowed_is_never_owed() -> None:
    assert _owed(rule(count(), modality=Modality.MAY)) == []


def test_other_kinds_of_organizations_owe_nothing() -> None:
    assert _owed(rule(count()), subject=replace(BRANCH, kind="unit")) == []


def test_it_names_what_met_it_and_what_is_missing() -> None:
    held = [Occurrence("theme_day", date(2026, 2, day), ref=day) for day in (3, 20)]
    found = _owed(rule(count(at_least=3)), record=Record(held), today=date(2026, 2, 25))
    february = found[1]
    assert (february.status, february.have, february.need) == (Status.OWED, 2, 3)
    assert [each.ref for each in february.met_by if isinstance(each, Occurrence)] == [3, 20]
    assert str(why(february)) == "这一期要求 3 次，已有 2 次，2026-02-28 前还需 1 次。"
    assert str(why(found[0])) == "这一期要求 3 次，只有 0 次，缺 3 次。"


def test_the_last_day_of_a_period_is_still_in_time() -> None:
    month = rule(count())
    assert _owed(month, today=date(2026, 1, 31))[0].status is Status.OWED
    assert _owed(month, today=date(2026, 2, 1))[0].status is Status.MISSED


def test_what_was_not_on_record_is_unknown() -> None:
    found = _owed(
        rule(count()), subject=replace(BRANCH, recorded_from=date(2026, 2, 2)), today=date(2026, 4, 15)
    )
    assert [each.status.value for each in found][:4] == ["unknown", "unknown", "missed", "owed"]
    assert "不能断定" in str(why(found[0]))
    never = _owed(rule(count()), subject=replace(BRANCH, recorded_from=None), today=date(2026, 4, 15))
    assert [each.status.value for each in never][:4] == ["unknown", "unknown", "unknown", "owed"]


def test_what_is_found_is_met_even_before_records_began() -> None:
    held = Record([Occurrence("theme_day", date(2026, 1, 5))])
    assert (
        _owed(rule(count()), subject=replace(BRANCH, recorded_from=None), record=held)[0].status is Status.MET
    )


def test_an_untold_fact_leaves_it_unknown_and_is_named() -> None:
    [found] = _owed(rule(count(per="year"), when="committee"), today=date(2026, 2, 1))
    assert (found.status, found.asks) == (Status.UNKNOWN, ("committee",))
    assert "还没有申报" in str(why(found))
    assert (
        _owed(rule(count(per="year"), when="committee"), subject=replace(BRANCH, facts={"committee": False}))
        == []
    )


def test_an_exemption_lets_go_and_says_why() -> None:
    lenient = replace(rule(count(per="year")), exemptions=(Exemption(parse("committee"), "另有安排"),))
    [exempt] = _owed(lenient, subject=replace(BRANCH, facts={"committee": True}))
    assert (exempt.status, str(why(exempt))) == (Status.EXEMPT, "免除：另有安排")
    [unclear] = _owed(lenient)
    assert (unclear.status, unclear.asks) == (Status.UNKNOWN, ("committee",))
    assert "还没有申报" in str(why(unclear))
    held = Record([Occurrence("theme_day", date(2026, 1, 5))])
    assert _owed(lenient, record=held)[0].status is Status.MET


@pytest.mark.parametrize(
    ("begins", "ends", "statuses"),
    [
        (date(2026, 2, 14), None, {"2026-02": "missed"}),
        (date(2026, 2, 15), None, {"2026-02": "missed"}),
        (date(2026, 2, 16), None, {"2026-02": "exempt"}),
        (date(2026, 3, 1), None, {}),
        (None, date(2026, 2, 28), {"2026-02": "missed"}),
        (None, date(2026, 2, 27), {"2026-02": "exempt"}),
        (None, date(2026, 1, 31), {}),
    ],
)
def test_a_period_lived_by_half_and_to_its_end_is_owed(
    begins: date | None, ends: date | None, statuses: dict[str, str]
) -> None:
    subject = replace(BRANCH, established_on=begins, dissolved_on=ends)
    found = {
        key: status
        for key, status in _statuses(_owed(rule(count()), subject=subject)).items()
        if key == "2026-02"
    }
    assert found == statuses


@pytest.mark.parametrize(
    ("hours", "today", "status"),
    [
        ([32, 40.5], LATER, "met"),
        ([32, 31.9], LATER, "missed"),
        ([32, None], LATER, "unknown"),
        ([31, None], LATER, "missed"),
        ([], LATER, "unknown"),
        ([32, None], date(2026, 12, 31), "owed"),
        ([32, 32], date(2026, 3, 1), "met"),
    ],
)
def test_hours_are_a_floor_for_each(hours: list[float | None], today: date, status: str) -> None:
    studied = Counter(Study(0, unsure=True) if each is None else Study(each) for each in hours)
    [found] = _owed(rule(Hours(32, "members")), record=Record(hours={"members": studied}), today=today)
    assert (found.have, found.need) == (sum(1 for each in hours if each and each >= 32), len(hours))
    assert (found.status, found.key) == (status, "2026")
    assert str(why(found))


def test_a_term_runs_from_the_election_and_stays_listed_when_overdue() -> None:
    term = rule(Term(3))
    subject = replace(BRANCH, facts={"last_elected_on": date(2023, 3, 8)})
    [due] = _owed(term, subject=subject, today=date(2026, 3, 7))
    assert (due.key, due.status) == ("2026-03-07", Status.OWED)
    assert _owed(term, subject=subject, today=date(2026, 3, 7), year=2025) == []
    [overdue] = _owed(term, subject=subject, today=date(2027, 1, 1), year=2027)
    assert (overdue.key, overdue.status) == ("2026-03-07", Status.MISSED)
    assert str(why(overdue)) == "本届任期已于 2026-03-07 届满，还没有换届的记录。"
    [tally] = judge(docket_of(pack(term), 2027, ALMANAC), [subject], Counters(2027), date(2027, 1, 1))
    assert tally.months(Status.MISSED)[0] == 1


def test_what_is_overdue_ends_with_the_organization() -> None:
    gone = replace(BRANCH, dissolved_on=date(2026, 8, 1), facts={"last_elected_on": date(2023, 3, 8)})
    open_since = Record(matters=[Matter("application", date(2026, 4, 28))])
    rules = (rule(Term(3), id_="T"), rule(Deadline("application", 1, "month"), id_="D"))
    overdue = [(each.rule.id, each.status) for each in _owed(*rules, subject=gone, record=open_since)]
    assert overdue == [("T", Status.MISSED), ("D", Status.MISSED)]
    assert len(_owed(*rules, subject=replace(gone, dissolved_on=None), record=open_since, year=2027)) == 2
    assert _owed(*rules, subject=gone, record=open_since, year=2027) == []


def test_a_term_is_the_organizations_own_and_may_be_extended() -> None:
    facts: dict[str, Value] = {
        "last_elected_on": date(2021, 3, 8),
        "term_years": 5,
        "term_extended_until": date(2026, 9, 1),
    }
    [found] = _owed(rule(Term(3)), subject=replace(BRANCH, facts=facts), today=date(2026, 4, 1))
    assert (found.due, found.status) == (date(2026, 9, 1), Status.OWED)


def test_without_an_election_on_record_the_term_is_unknown() -> None:
    [found] = _owed(rule(Term(3)))
    assert (found.status, found.asks) == (Status.UNKNOWN, ("last_elected_on",))
    assert "没有登记最近一次换届的日期" in str(why(found))


def _answered(measure: Deadline, done_on: date | None, today: date = LATER) -> str:
    record = Record(matters=[Matter("application", date(2026, 4, 28), done_on)])
    [found] = _owed(rule(measure), record=record, today=today)
    assert str(why(found))
    return found.status.value


def test_an_answer_is_in_time_or_late() -> None:
    month = Deadline("application", 1, "month")
    assert _answered(month, date(2026, 5, 28)) == "met"
    assert _answered(month, date(2026, 5, 29)) == "missed"
    assert _answered(month, None, today=date(2026, 5, 28)) == "owed"
    assert _answered(month, None, today=date(2026, 5, 29)) == "missed"


def test_what_may_not_be_done_early_is_never_late() -> None:
    notice = Deadline("application", 1, "month", earliest=True)
    assert _answered(notice, date(2026, 5, 27)) == "missed"
    assert _answered(notice, date(2026, 5, 28)) == "met"
    assert _answered(notice, None) == "owed"


def test_working_days_are_those_of_the_calendar_given() -> None:
    five = Deadline("application", 5, "workday")
    assert due_on(five, date(2026, 4, 28), ALMANAC) == date(2026, 5, 5)
    holiday = replace(ALMANAC, add_workdays=lambda _day, number: date(2026, 5, 5 + number))
    [found] = _owed(
        rule(five), record=Record(matters=[Matter("application", date(2026, 4, 28))]), almanac=holiday
    )
    assert found.due == date(2026, 5, 10)


def test_a_month_after_the_last_of_january_is_the_last_of_february() -> None:
    assert due_on(Deadline("application", 1, "month"), date(2028, 1, 31), ALMANAC) == date(2028, 2, 29)


def test_structure_is_told_as_a_fact_and_never_owed() -> None:
    committee = rule(Structure(parse("committee")), when="full_members >= 7")
    facts = {"full_members": 7, "committee": False}
    assert _owed(committee, subject=replace(BRANCH, facts=facts)) == []

    def told(**facts: bool | int) -> list[tuple[bool | None, tuple[str, ...]]]:
        found = structure(pack(committee), replace(BRANCH, facts=facts), date(2026, 7, 1))
        return [(each.as_laid_down, each.asks) for each in found]

    assert told(full_members=7, committee=False) == [(False, ())]
    assert told(full_members=7, committee=True) == [(True, ())]
    assert told(full_members=6) == []
    assert told(full_members=7) == [(None, ("committee",))]
    assert told() == [(None, ("full_members",))]


def test_a_dissolved_organization_has_no_structure_to_tell() -> None:
    gone = replace(BRANCH, dissolved_on=date(2026, 6, 30), facts={"committee": False})
    assert structure(pack(rule(Structure(parse("committee")))), gone, date(2026, 7, 1)) == []
    assert len(structure(pack(rule(Structure(parse("committee")))), gone, date(2026, 6, 30))) == 1


def test_counters_refuse_what_would_spill_into_the_next_month() -> None:
    counters = Counters(2026)
    counters.add("b", "talk", date(2026, 5, 1), 32_767)
    with pytest.raises(OverflowError):
        counters.add("b", "talk", date(2026, 5, 2))
    with pytest.raises(OverflowError):
        counters.add("b", "talk", date(2026, 6, 1), -1)


def test_counters_of_another_year_are_refused() -> None:
    with pytest.raises(ValueError, match="2025"):
        list(judge(docket_of(pack(rule(count())), 2026, ALMANAC), [BRANCH], Counters(2025), LATER))


@pytest.mark.parametrize(("per", "months"), [("month", 1), ("quarter", 3), ("half_year", 6), ("year", 12)])
def test_a_period_reaches_its_number_exactly(per: Per, months: int) -> None:
    docket, branch = docket_of(pack(rule(count("talk", per, months))), 2026, ALMANAC), [BRANCH]
    counters = Counters(2026)
    for month in range(1, 13):
        counters.add_month("b", "talk", month, 1)
    [tally] = judge(docket, branch, counters, LATER)
    assert (sum(tally.months(Status.MET)), sum(tally.months(Status.MISSED))) == (12 // months, 0)
    counters.add("b", "talk", date(2026, 1, 1), -1)
    [tally] = judge(docket, branch, counters, LATER)
    assert (sum(tally.months(Status.MET)), sum(tally.months(Status.MISSED))) == (12 // months - 1, 1)
    [tally] = judge(docket, branch, counters, date(2026, 12, 31))
    assert tally.months(Status.OWED) == [0] * 11 + [int(months == 12)]


def test_a_full_lane_of_every_month_still_adds_up() -> None:
    counters = Counters(2026)
    for month in range(1, 13):
        counters.add_month("b", "talk", month, 32_767)
    [tally] = judge(
        docket_of(pack(rule(Count("talk", "year", 366))), 2026, ALMANAC), [BRANCH], counters, LATER
    )
    assert [tally.months(status)[11] for status in (Status.MET, Status.MISSED)] == [1, 0]
    assert sum(map(sum, (tally.months(status) for status in Status))) == 1
