"""The invented city: seeded whole, once, and as true as if people had done it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.test import TestCase
from django.utils.timezone import localdate

from luoshi.act.tasks.models import Task
from luoshi.act.tasks.queries import as_told, story
from luoshi.core.lifecycle import Move, State
from luoshi.core.refusals import Refusal
from luoshi.edge.demo.content import cast, password
from luoshi.edge.demo.entrance import relax
from luoshi.edge.demo.inventory import inventory
from luoshi.edge.demo.population import population
from luoshi.edge.demo.seeding import seed
from luoshi.edge.exchange.calendars import site_calendar
from luoshi.edge.exchange.second_factor import second_factor
from luoshi.ground.accounts.queries import everybody as accounts_of_everybody
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import holdings_of
from luoshi.plan.deployments.models import Deployment
from luoshi.plan.deployments.queries import coverage
from world.ground import plant, somebody

NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)


class TestTheCity(TestCase):
    """Seeded once for all of these."""

    @classmethod
    def setUpTestData(cls) -> None:
        assert seed(at=NOW, calendar=site_calendar())

    def test_it_holds_a_work_committee_with_its_units_branches_and_people(self) -> None:
        kinds = list(Organization.objects.exclude(kind="office").values_list("kind", flat=True))
        assert {kind: kinds.count(kind) for kind in kinds} == {
            "work_committee": 1, "party_group": 8, "organ_committee": 8, "branch": 31,
            "group": 18, "discipline_committee": 8, "unit": 9,
        }  # fmt: skip
        found = inventory(localdate(NOW))
        assert 390 <= found.people <= 420
        assert found.deployments == 2

    def test_the_cast_sign_in_with_the_printed_password_and_the_auditor_has_his_office(self) -> None:
        accounts = {each.username: each for each in accounts_of_everybody()}
        assert set(accounts) == {each["account"] for each in cast()}
        assert all(each.check_password(password()) and not each.temporary for each in accounts.values())
        assert {name for name, each in accounts.items() if each.office} == {"qin", "yuan", "fang"}

    def test_tasks_stand_in_every_state_and_some_are_late(self) -> None:
        found = inventory(localdate(NOW))
        assert set(found.tasks) == set(State)
        assert min(found.tasks.values()) > 0
        assert found.overdue > 3

    def test_every_move_of_the_loop_has_been_made(self) -> None:
        entries = Entry.objects.filter(chain__startswith="task:").exclude(verb="task.drafted")
        assert {entry.facts["outcome"]["move"] for entry in entries} == set(Move)

    def test_the_ledger_verifies_and_tells_where_every_task_stands(self) -> None:
        verdict = verify()
        assert (verdict.fault, verdict.entries) == (None, Entry.objects.count())
        for task in Task.objects.all():
            assert as_told(story(task)) == task.situation, task

    def test_the_ledger_tells_everything_in_the_order_in_which_it_happened(self) -> None:
        moments = list(Entry.objects.order_by("id").values_list("at", flat=True))
        assert moments == sorted(moments)
        assert localdate(moments[-1]) < localdate(NOW)

    def test_one_document_is_answered_and_the_other_not_yet(self) -> None:
        plan, speech = (coverage(each) for each in Deployment.objects.order_by("pk"))
        assert not plan.open
        assert speech.open
        assert speech.covered
        assert speech.exempt

    def test_somebody_stood_in_for_somebody_else(self) -> None:
        assert Entry.objects.filter(chain__startswith="task:", for_whom__isnull=False).exists()

    def test_the_cast_sits_where_its_list_says(self) -> None:
        for known in cast():
            person = Person.objects.get(account=known["account"])
            assert person.name == known["name"]
            held = holdings_of(person, localdate(NOW))
            seats = [f"{each.post.organization.code} {each.post.kind}" for each in held]
            assert known["post"] in (seats or [""])

    def test_a_second_seeding_changes_nothing(self) -> None:
        before = inventory(localdate(NOW))
        assert not seed(at=NOW, calendar=site_calendar())
        assert inventory(localdate(NOW)) == before


def test_nobody_shares_a_name_or_an_account() -> None:
    people = population()
    assert len({each.name for each in people}) == len({each.account for each in people}) == len(people)


@pytest.mark.django_db
def test_it_is_never_mixed_with_somebody_elses_organizations() -> None:
    plant("临江市机关工委")
    with pytest.raises(Refusal) as refused:
        seed(at=NOW, calendar=site_calendar())
    assert refused.value.facts["name"] == "临江市机关工委"
    assert Organization.objects.count() == 1


@pytest.mark.django_db
def test_nor_with_somebody_elses_people() -> None:
    somebody("方以宁")
    with pytest.raises(Refusal):
        seed(at=NOW, calendar=site_calendar())
    assert Person.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("day", [(2024, 2, 29), (2026, 10, 1), (2031, 6, 15)])
def test_it_is_as_old_on_any_day(day: tuple[int, int, int]) -> None:
    """On a leap day, in a long holiday, in a year whose holidays nobody knows; here a little after midnight."""
    at = datetime(*day, 16, 30, tzinfo=UTC)
    assert seed(at=at, calendar=site_calendar())
    found = inventory(localdate(at))
    assert min(found.tasks.values()) > 0
    assert found.overdue > 3


def test_the_demo_asks_nobody_for_a_second_factor_unless_the_site_says_so(tmp_path: Path) -> None:
    relax(tmp_path)
    assert not second_factor(tmp_path).binds("audit", lambda: {"supervisor"})
    [file] = tmp_path.rglob("*.toml")
    file.write_text("everybody = true\nposts = []\noffices = []\n", encoding="utf-8")
    relax(tmp_path)
    assert "everybody = true" in file.read_text(encoding="utf-8")
