"""The way into the Party: steps in their order, time limits on both sides, standing that follows."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.utils.timezone import get_current_timezone

from luoshi.act.membership import refusals
from luoshi.act.membership.actions import apply, end_membership, take_step, withdraw_step
from luoshi.act.membership.queries import StepDue, full_since, steps_due, steps_of, ways
from luoshi.act.membership.steps import Mistaken, Phase, StepKind
from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import Cause, Person, Standing
from luoshi.ground.people.refusals import NEVER_ON_PROBATION
from world.ground import somebody
from world.meetings import Branch, branch

pytestmark = pytest.mark.django_db
NOW = datetime(2028, 6, 1, 10, tzinfo=get_current_timezone())
LATER = date(2099, 1, 1)


def _walk(who: Branch, person: Person, *steps: tuple[StepKind, date]) -> None:
    for kind, on in steps:
        take_step(person, kind=kind, on=on, branch=who.branch, by=who.secretary, at=NOW)


def _due(who: Branch, until: date = LATER) -> list[StepDue]:
    found = steps_due([who.unit.path], until)
    return [each for each in found if each.person != who.probationer.pk]


def _refused(who: Branch, person: Person, kind: StepKind, on: date) -> str:
    with pytest.raises(Refusal) as caught:
        _walk(who, person, (kind, on))
    return caught.value.sentence


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


def test_whoever_was_on_probation_before_is_on_the_way_with_nothing_typed() -> None:
    who = branch()
    [way] = ways([who.unit.path])
    assert (way.person, way.branch, way.phase) == (who.probationer, who.branch.pk, Phase.PROBATIONARY)
    assert [(each.kind, each.due_on, each.binding) for each in way.due] == [
        (StepKind.FULL_VOTED, date(2026, 9, 1), False)
    ]
    assert way.following is StepKind.FULL_VOTED
    assert _refused(who, who.probationer, StepKind.VOTED, date(2026, 9, 1)) == refusals.TAKEN
    assert _refused(who, who.probationer, StepKind.FULL_VOTED, date(2026, 8, 31)) == refusals.PROBATION_RUNS
    done = (StepKind.FULL_VOTED, date(2026, 9, 3)), (StepKind.FULL_APPROVED, date(2026, 10, 9))
    _walk(who, who.probationer, *done)
    assert ways([who.unit.path]) == []
    assert full_since([who.probationer]) == {who.probationer.pk: date(2026, 9, 3)}
    assert _refused(who, who.probationer, StepKind.SWORN, date(2026, 12, 1)) == refusals.FULL_ALREADY


def test_a_way_ends_and_may_begin_anew() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.APPLIED, date(2026, 6, 10)), (StepKind.ENDED, date(2026, 9, 1)))
    assert _due(who) == []
    assert _refused(who, person, StepKind.APPLIED, date(2026, 9, 1)) == refusals.ENDED_SINCE
    _walk(who, person, (StepKind.APPLIED, date(2027, 3, 1)))
    [found] = _due(who)
    assert (found.kind, found.due_on) == (StepKind.TALKED, date(2027, 4, 1))


def test_a_step_recorded_by_mistake_is_withdrawn_the_latest_first() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.APPLIED, date(2026, 6, 10)), (StepKind.TALKED, date(2026, 6, 20)))
    first, second = steps_of(person)
    with pytest.raises(Refusal) as caught:
        withdraw_step(first, mistaken=Mistaken.DAY, by=who.secretary, at=NOW)
    assert caught.value.sentence == refusals.NOT_LATEST
    withdraw_step(second, mistaken=Mistaken.DAY, by=who.secretary, at=NOW)
    assert [each.due_on for each in _due(who)] == [date(2026, 7, 10)]
    facts = story(person.chain)[-1].facts
    assert facts == {"step": "talked", "on": "2026-06-20", "branch": who.branch.code, "mistaken": "day"}


def test_what_changed_somebodys_standing_is_not_withdrawn() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.VOTED, date(2026, 9, 1)))
    with pytest.raises(Refusal) as caught:
        withdraw_step(steps_of(person)[0], mistaken=Mistaken.PERSON, by=who.secretary, at=NOW)
    assert caught.value.sentence == refusals.CHANGED_STANDING


def test_a_probation_that_is_refused_ends_the_way_and_the_membership() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.VOTED, date(2026, 9, 1)))
    assert _refused(who, person, StepKind.ENDED, date(2027, 9, 1)) == refusals.ON_PROBATION
    end: dict[str, Any] = {"on": date(2027, 9, 1), "by": who.secretary, "at": NOW}
    with pytest.raises(Refusal) as caught:
        end_membership(who.publicist, cause=Cause.REFUSED, **end)
    assert caught.value.sentence == NEVER_ON_PROBATION
    end_membership(person, cause=Cause.REFUSED, **end)
    person.refresh_from_db()
    assert (person.standing, person.home) == (Standing.NONE, None)
    assert _due(who) == []
    with pytest.raises(Refusal) as caught:
        withdraw_step(steps_of(person)[-1], mistaken=Mistaken.PERSON, by=who.secretary, at=NOW)
    assert caught.value.sentence == refusals.CHANGED_STANDING


def test_an_applicant_is_registered_with_the_application_or_found_by_account_and_name() -> None:
    who = branch()
    told: dict[str, Any] = {"on": date(2026, 6, 10), "branch": who.branch, "by": who.secretary, "at": NOW}
    new = apply("酉同志", account="you", **told)
    assert (new.standing, new.home) == (Standing.NONE, None)
    assert [each.kind for each in _due(who)] == [StepKind.TALKED]
    known = somebody("戌")
    assert apply("戌", account=known.account, **told) == known
    other = branch("外")
    with pytest.raises(Refusal) as caught:
        apply("酉同志", account="you", on=date(2026, 7, 1), branch=other.branch, by=other.secretary, at=NOW)
    assert caught.value.sentence == refusals.BELONGS_ELSEWHERE
    for name, account in (("亥", known.account), (who.publicist.name, who.publicist.account)):
        with pytest.raises(Refusal) as caught:
            apply(name, account=account, **told)
        assert caught.value.sentence == refusals.BELONGS_ELSEWHERE


def test_what_a_later_phase_has_overtaken_is_asked_no_more() -> None:
    who, person = branch(), somebody("戌")
    _walk(who, person, (StepKind.APPLIED, date(2026, 6, 10)), (StepKind.ACTIVIST, date(2026, 9, 1)))
    assert [each.kind for each in _due(who)] == [StepKind.EXAMINED]
    _walk(who, person, (StepKind.TALKED, date(2026, 6, 20)))
    assert _refused(who, person, StepKind.TRAINED, date(2026, 8, 1)) == refusals.BEFORE
