"""The way into the Party: steps in their order, time limits on both sides, standing that follows."""

from datetime import date, datetime, timedelta

import pytest
from django.utils.timezone import get_current_timezone

from luoshi.act.membership import refusals
from luoshi.act.membership.actions import take_step
from luoshi.act.membership.queries import StepDue, steps_due, steps_of
from luoshi.act.membership.steps import StepKind, months_after
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import Person, Standing
from world.ground import somebody
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db
NOW = datetime(2028, 6, 1, 10, tzinfo=get_current_timezone())
LATER = date(2099, 1, 1)


def _walk(who: Branch, person: Person, *steps: tuple[StepKind, date]) -> None:
    for kind, on in steps:
        take_step(person, kind=kind, on=on, branch=who.branch, by=who.secretary, at=NOW)


def _due(who: Branch, until: date = LATER) -> list[StepDue]:
    return steps_due([who.unit.path], until)


def _refused(who: Branch, person: Person, kind: StepKind, on: date) -> str:
    with pytest.raises(Refusal) as caught:
        _walk(who, person, (kind, on))
    return caught.value.sentence


def test_a_month_later_is_the_same_day_or_the_last() -> None:
    assert months_after(date(2027, 1, 31), 1) == date(2027, 2, 28)
    assert months_after(date(2027, 12, 15), 3) == date(2028, 3, 15)


@pytest.mark.parametrize(
    ("steps", "due", "due_on"),
    [
        ([(StepKind.APPLIED, date(2026, 6, 10))], StepKind.TALKED, date(2026, 7, 10)),
        ([(StepKind.ACTIVIST, date(2026, 6, 10))], StepKind.EXAMINED, date(2026, 12, 10)),
        ([(StepKind.REVIEWED, date(2026, 6, 10))], StepKind.VOTED, date(2026, 7, 10)),
    ],
)
def test_a_step_makes_the_next_one_due(
    steps: list[tuple[StepKind, date]], due: StepKind, due_on: date
) -> None:
    who = branch()
    _walk(who, somebody("戌"), *steps)
    [found] = _due(who)
    assert (found.kind, found.due_on, found.norm) == (due, due_on, False)
    assert _due(who, due_on - timedelta(days=1)) == []
    assert _due(who, due_on) == [found]


def test_the_vote_makes_three_things_due_and_a_member_on_probation() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.VOTED, date(2026, 9, 1)), (StepKind.APPROVED, date(2026, 10, 1)))
    person.refresh_from_db()
    assert (person.standing, person.home, person.joined_on) == (
        Standing.PROBATIONARY,
        who.branch,
        date(2026, 9, 1),
    )
    assert [(each.kind, each.due_on) for each in _due(who)] == [
        (StepKind.SWORN, date(2026, 11, 1)),
        (StepKind.FULL_VOTED, date(2027, 9, 1)),
    ]
    verbs = [entry.verb for entry in story(person.chain)]
    assert verbs == ["person.registered", "person.step_taken", "person.admitted", "person.step_taken"]


def test_probation_runs_a_year_and_ends_with_the_vote_on_full_membership() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.VOTED, date(2026, 9, 1)))
    assert _refused(who, person, StepKind.FULL_VOTED, date(2027, 8, 31)) == refusals.PROBATION_RUNS
    _walk(who, person, (StepKind.FULL_VOTED, date(2027, 9, 1)), (StepKind.FULL_APPROVED, date(2027, 10, 9)))
    person.refresh_from_db()
    assert person.standing == Standing.FULL
    assert story(person.chain)[-1].facts == {"on": "2027-09-01"}


def test_an_extension_moves_the_end_and_there_is_only_one() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.VOTED, date(2026, 9, 1)), (StepKind.EXTENDED, date(2027, 9, 1)))
    assert (StepKind.FULL_VOTED, date(2028, 9, 1)) in [(each.kind, each.due_on) for each in _due(who)]
    assert _refused(who, person, StepKind.EXTENDED, date(2028, 3, 1)) == refusals.ONCE_ONLY


def test_an_activist_is_examined_each_half_year_until_he_is_a_candidate() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.ACTIVIST, date(2026, 6, 10)), (StepKind.EXAMINED, date(2026, 12, 1)))
    assert [each.due_on for each in _due(who)] == [date(2027, 6, 1)]
    assert _refused(who, person, StepKind.CANDIDATE, date(2027, 6, 9)) == refusals.TOO_SOON
    _walk(who, person, (StepKind.CANDIDATE, date(2027, 6, 10)))
    assert _due(who) == []


@pytest.mark.parametrize(
    ("kind", "on", "expected"),
    [
        (StepKind.APPLIED, date(2028, 6, 2), refusals.FUTURE),
        (StepKind.TALKED, date(2026, 6, 9), refusals.BEFORE),
        (StepKind.APPLIED, date(2026, 7, 1), refusals.TAKEN),
        (StepKind.APPROVED, date(2026, 7, 1), refusals.MISSING),
    ],
)
def test_what_is_out_of_order_is_refused(kind: StepKind, on: date, expected: str) -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.APPLIED, date(2026, 6, 10)))
    assert _refused(who, person, kind, on) == expected
    assert len(steps_of(person)) == 1


def test_only_the_branch_and_those_above_it_record_steps() -> None:
    who, person = branch(), somebody("戌")
    with pytest.raises(Refusal) as caught:
        take_step(
            person,
            kind=StepKind.APPLIED,
            on=date(2026, 6, 10),
            branch=who.branch,
            by=who.stranger,
            at=NOW,
        )
    assert caught.value.sentence == refusals.NOT_KEEPER
