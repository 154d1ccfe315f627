"""The burden is what the ledger says was filled in, times what the form is declared to cost."""

from datetime import date

import pytest

from luoshi.ground.ledger.models import Entry
from luoshi.plan.burden.actions import count
from luoshi.plan.burden.queries import by_asker, by_unit, filled
from luoshi.plan.burden.site import registry
from world.ground import plant
from world.loop import Cast, cast

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 1)


def _reported() -> Cast:
    who = cast()
    who.reported()
    return who


def _seconds(name: str) -> int:
    return next(form.seconds for form in registry().forms if form.name == name)


def test_a_report_burdens_the_owner_and_is_asked_by_the_issuer() -> None:
    who = _reported()
    count()
    asker = f"organization:{who.committee.pk}"
    assert by_asker([who.office.path], [MARCH])[asker] == {MARCH: _seconds("move.report")}


def test_what_is_filled_in_for_oneself_burdens_ones_own_organization() -> None:
    who = _reported()
    count()
    found = {each.form: each for each in filled([who.committee.path], MARCH, "self")}
    assert found["move.dispatch"].times == 1
    assert found["move.dispatch"].seconds == _seconds("move.dispatch")


def test_counting_again_counts_nothing_twice() -> None:
    who = _reported()
    assert count(batch=3) > 3
    before = filled([who.committee.path], MARCH)
    assert count() == 0
    assert filled([who.committee.path], MARCH) == before


def test_a_figure_is_the_sum_of_the_list_behind_it() -> None:
    who = _reported()
    count()
    paths = [who.committee.path]
    total = sum(months[MARCH] for months in by_asker(paths, [MARCH]).values())
    assert total == sum(each.seconds for each in filled(paths, MARCH))
    assert total == sum(each.seconds for each in by_unit(paths, MARCH, 50))


def test_nothing_of_elsewhere_is_counted() -> None:
    _reported()
    count()
    assert filled([plant("别处").path], MARCH) == []


def test_what_the_system_does_by_itself_burdens_nobody() -> None:
    plant("市直机关工委")
    assert Entry.objects.filter(by=None).exists()
    count()
    assert by_unit(["0"], MARCH, 50) == []
