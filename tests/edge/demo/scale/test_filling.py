"""A small world made by the same program as the large ones: everything in it could have happened."""

from collections.abc import Iterator

import pytest
from django.db import transaction
from django.db.models import Count
from django.utils.timezone import localdate
from pytest_django import DjangoDbBlocker

from luoshi.act.tasks.models import OVER, UNDONE, Task
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.queries import as_told, proofs, story
from luoshi.act.tasks.site import light_policy, workdays
from luoshi.act.tasks.standing import hat
from luoshi.core.lifecycle import TABLE, Light, Move, State, light
from luoshi.ground.ledger.verification import verify
from luoshi.ground.people.models import Person
from world.crowds import SMALL, TODAY, crowd
from world.loop import cast

pytestmark = [pytest.mark.usefixtures("_small"), pytest.mark.django_db]


@pytest.fixture(scope="module")
def _small(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Fill once for all tests of this file, and forget it after them."""
    with django_db_blocker.unblock(), transaction.atomic():
        crowd(SMALL)
        yield
        transaction.set_rollback(True)


def test_what_the_ledger_tells_is_stored_for_every_task() -> None:
    for task in Task.objects.all():
        told = story(task)
        assert as_told(told) == task.situation
        assert [entry.at for entry in told] == sorted(entry.at for entry in told)
        assert localdate(told[-1].at) < TODAY
    assert verify().fault is None


def test_every_act_was_done_by_somebody_who_might() -> None:
    whole = Task.objects.exclude(transfers__gt=0).order_by("pk")
    people = Person.objects.in_bulk()
    for task in whole[::5]:
        for entry in story(task)[1:]:
            move = Move(entry.facts["outcome"]["move"])
            wearing = hat(task, people[entry.by or 0], localdate(entry.at), frozenset(TABLE[move].who))
            assert sorted(wearing.roles) == entry.facts["roles"]


def test_every_state_and_origin_in_the_shares_of_a_working_year() -> None:
    states = dict(Task.objects.values_list("state").annotate(count=Count("pk")))
    assert set(states) == {state.value for state in State}
    assert set(Task.objects.values_list("origin", flat=True)) == set(Origin.values)
    assert (states["settled"] + states["closed"]) / SMALL.tasks == pytest.approx(0.6, abs=0.04)
    overdue = Task.objects.filter(state__in=UNDONE, deadline_on__lt=TODAY).count()
    assert overdue / SMALL.tasks == pytest.approx(0.08, abs=0.02)


def test_every_light_shines_as_the_sweep_would_have_it() -> None:
    for task in Task.objects.all():
        assert task.light == (light(task.situation, TODAY, light_policy(), workdays()) or "")
    assert set(Task.objects.values_list("light", flat=True)) == {"", *Light}


def test_a_few_have_much_to_do() -> None:
    counted = Task.objects.values_list("owner").exclude(owner=None).annotate(count=Count("pk"))
    counts = sorted((count for _owner, count in counted), reverse=True)
    assert counts[0] > 3 * counts[len(counts) // 2]


def test_wholes_are_done_after_their_parts_and_what_is_done_is_proven() -> None:
    for task in Task.objects.exclude(parts=0):
        assert task.children.count() == task.parts
        if task.state in OVER:
            assert not task.children.exclude(state__in=OVER).exists()
    for task in Task.objects.filter(state__in=[State.CLOSED, State.SETTLED]):
        assert set(task.evidence_named) <= {proof.kind for proof in proofs(task)}


def test_its_entries_say_what_those_of_the_actions_say() -> None:
    walked = story(cast().closed())
    invented = Task.objects.filter(state=State.CLOSED, returns=0, relapses=0)
    shapes = {entry.verb: set(entry.facts) for task in invented for entry in story(task)}
    assert {entry.verb: set(entry.facts) for entry in walked}.items() <= shapes.items()


def test_the_next_task_has_the_next_number() -> None:
    assert cast().drafted().pk == max(Task.objects.values_list("pk", flat=True))
