"""The deadlines of admissions are judged from the recorded steps, in the branch that took them and nowhere else."""

from datetime import date, datetime

import pytest
from django.utils.timezone import get_current_timezone

from luoshi.act.membership.actions import take_step, withdraw_step
from luoshi.act.membership.intervals import BEGINS, admissions
from luoshi.act.membership.models import Step
from luoshi.act.membership.steps import ASKED, Mistaken, StepKind
from luoshi.core.rules import Deadline, MatterKind, Obligation, Status
from luoshi.plan.obligations.queries import Figure, behind, tallies, year_of
from luoshi.plan.obligations.site import rules
from luoshi.plan.obligations.subjects import subjects
from world.ground import somebody
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db
NOW = datetime(2028, 6, 1, 10, tzinfo=get_current_timezone())
TODAY = date(2026, 8, 20)


def _walk(who: Branch, *steps: tuple[StepKind, date], name: str = "申请人") -> None:
    person = somebody(name)
    for kind, on in steps:
        take_step(person, kind=kind, on=on, branch=who.branch, by=who.secretary, at=NOW)


def _owed(who: Branch, rule: str, year: int = 2026, today: date = TODAY) -> list[Obligation]:
    return [each for each in year_of(who.branch, year, today) if each.rule.id == rule]


def test_a_talk_is_met_in_time_missed_late_and_owed_before() -> None:
    who = branch()
    _walk(who, (StepKind.APPLIED, date(2026, 6, 1)), (StepKind.TALKED, date(2026, 7, 1)))
    _walk(who, (StepKind.APPLIED, date(2026, 6, 2)), (StepKind.TALKED, date(2026, 7, 3)))
    _walk(who, (StepKind.APPLIED, date(2026, 8, 1)))
    _walk(who, (StepKind.APPLIED, date(2026, 7, 10)))
    found = {each.due: each.status for each in _owed(who, "FZ-02")}
    assert found == {
        date(2026, 7, 1): Status.MET,
        date(2026, 7, 2): Status.MISSED,
        date(2026, 9, 1): Status.OWED,
        date(2026, 8, 10): Status.MISSED,
    }


def test_what_began_before_the_revision_is_judged_by_none_of_it() -> None:
    who = branch()
    _walk(who, (StepKind.APPLIED, date(2026, 5, 10)))
    assert _owed(who, "FZ-02") == []


def test_one_vote_begins_the_approval_and_the_probation_each_with_its_own_answer() -> None:
    who = branch()
    _walk(
        who,
        (StepKind.ACTIVIST, date(2025, 3, 1)),
        (StepKind.VOTED, date(2026, 6, 1)),
        (StepKind.APPROVED, date(2026, 8, 1)),
        (StepKind.SWORN, date(2026, 8, 31)),
        (StepKind.FULL_VOTED, date(2027, 6, 1)),
    )
    [approval], [oath] = _owed(who, "FZ-11"), _owed(who, "FZ-13")
    assert (approval.due, approval.status) == (date(2026, 9, 1), Status.MET)
    assert (oath.due, oath.status) == (date(2026, 9, 1), Status.MET)
    [probation] = _owed(who, "FZ-14", 2027, date(2027, 7, 1))
    assert (probation.due, probation.status) == (date(2027, 6, 1), Status.MET)
    [full] = _owed(who, "FZ-15", 2027, date(2027, 9, 2))
    assert (full.due, full.status) == (date(2027, 9, 1), Status.MISSED)


def test_figures_count_it_once_in_the_branch_and_lists_lead_to_it() -> None:
    who = branch()
    _walk(who, (StepKind.APPLIED, date(2026, 6, 1)))
    counted = dict(tallies([who.unit.path], 2026, TODAY))
    listed = [each for each in year_of(who.branch, 2026, TODAY) if each.due.month == 7]
    assert counted[who.branch].months(Status.MISSED)[6] == sum(
        each.status is Status.MISSED for each in listed
    )
    page = behind(Figure([who.unit.path], 2026, 7, Status.MISSED), TODAY, after="", limit=100)
    about = [each.obligation.matter for each in page.found if each.obligation.rule.id == "FZ-02"]
    assert [each.kind for each in about if each] == [MatterKind.APPLICATION]
    assert len(page.found) == page.counts[Status.MISSED]


def test_examining_activists_meets_the_half_year_and_nobody_declares_how_many_there_are() -> None:
    who = branch()
    _walk(who, (StepKind.ACTIVIST, date(2026, 6, 1)))
    [before] = subjects([who.branch], TODAY)
    assert before.facts["activists"] == 1
    assert [each.status for each in _owed(who, "FZ-04")] == [Status.OWED]
    tallies([who.unit.path], 2026, TODAY)
    _walk(
        who,
        (StepKind.ACTIVIST, date(2026, 6, 2)),
        (StepKind.EXAMINED, date(2026, 11, 30)),
        (StepKind.CANDIDATE, date(2027, 6, 2)),
        name="另一人",
    )
    [met] = _owed(who, "FZ-04")
    assert (met.status, met.have, met.key) == (Status.MET, 1, "2026-H2")
    counted = dict(tallies([who.unit.path], 2026, TODAY))
    assert counted[who.branch].months(Status.MET)[11] >= 1
    assert admissions([who.unit.path]).activists() == {
        who.branch.pk: [(date(2026, 6, 1), 1), (date(2026, 6, 2), 2), (date(2027, 6, 2), 1)]
    }


def test_what_an_end_leaves_open_is_owed_by_nobody_and_who_begins_anew_is_judged_anew() -> None:
    who = branch()
    _walk(
        who,
        (StepKind.APPLIED, date(2026, 6, 1)),
        (StepKind.ENDED, date(2026, 7, 20)),
        (StepKind.APPLIED, date(2026, 8, 1)),
    )
    assert [(each.due, each.status) for each in _owed(who, "FZ-02")] == [(date(2026, 9, 1), Status.OWED)]


def test_a_withdrawn_examination_counts_no_more() -> None:
    who = branch()
    _walk(who, (StepKind.ACTIVIST, date(2026, 6, 1)), (StepKind.EXAMINED, date(2026, 7, 30)))
    counted = dict(tallies([who.unit.path], 2026, TODAY))
    assert counted[who.branch].months(Status.MET)[11] == 1
    examined = Step.objects.get(kind=StepKind.EXAMINED)
    withdraw_step(examined, mistaken=Mistaken.DAY, by=who.secretary, at=NOW)
    assert dict(tallies([who.unit.path], 2026, TODAY))[who.branch].months(Status.MET)[11] == 0
    assert [each.status for each in _owed(who, "FZ-04")] == [Status.OWED]


def test_what_a_step_begins_is_what_its_rule_asks_for() -> None:
    """Which rule asks for which step is said once, in ``ASKED``; the matters here must not say otherwise."""
    begins = {(kind, after, due) for kind, after, due in BEGINS}
    asked = {
        (rule.measure.after, *ASKED[rule.id])
        for rule in rules().rules
        if rule.id in ASKED and isinstance(rule.measure, Deadline)
    }
    assert begins == asked


def test_a_branch_without_steps_has_no_matters() -> None:
    who = branch()
    assert admissions([who.unit.path]).intervals() == []
    [subject] = subjects([who.branch], TODAY)
    assert "activists" not in subject.facts
