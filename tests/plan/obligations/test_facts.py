"""What rules may ask: computed where registers tell it, declared where nothing else does."""

from datetime import UTC, date, datetime

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.queries import story
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.actions import register
from luoshi.ground.people.models import PostKind, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.plan.obligations import refusals
from luoshi.plan.obligations.actions import declare, fulfil
from luoshi.plan.obligations.subjects import subjects
from world.branches import committee
from world.ground import AT, TODAY, plant
from world.loop import holder

pytestmark = pytest.mark.django_db


def test_registers_tell_members_groups_and_posts() -> None:
    who = committee(members=3)
    branch = who.branches[0]
    register(Particulars("yb", "预备", Standing.PROBATIONARY, TODAY, branch), by=None, at=AT)
    register(Particulars("qz", "群众", Standing.NONE, None, branch), by=None, at=AT)
    plant("第一党小组", branch, OrganizationKind.GROUP)
    plant("机关纪委", who.committee, OrganizationKind.DISCIPLINE_COMMITTEE)
    holder("庚委员", branch, PostKind.PUBLICITY_MEMBER)
    of_branch, of_committee = (each.facts for each in subjects([branch, who.committee], TODAY))
    assert of_branch["members"] == 4
    assert of_branch["full_members"] == 3
    assert of_branch["groups"] == 1
    assert of_branch["committee"] is True
    assert of_branch["discipline_member"] is False
    assert of_branch["organ"] is True
    assert "staff" not in of_branch
    assert of_committee["members"] == 7
    assert of_committee["full_time_workers"] == 1
    assert of_committee["discipline_committee"] is True


def test_what_was_declared_last_counts_and_the_ledger_has_every_word() -> None:
    who = committee()
    for value in (80, 90, None, 85):
        declare(who.committee, "staff", value, by=who.officer.pk, at=AT)
    [subject] = subjects([who.committee], TODAY)
    assert subject.facts["staff"] == 85
    said = [entry.facts["value"] for entry in story(who.committee.chain) if "fact" in entry.facts]
    assert said == [80, 90, None, 85]


def test_a_day_is_declared_as_a_day() -> None:
    who = committee()
    declare(who.committee, "term_extended_until", date(2026, 12, 1), by=None, at=AT)
    [subject] = subjects([who.committee], TODAY)
    assert subject.facts["term_extended_until"] == date(2026, 12, 1)


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        ("moon", 1, refusals.UNKNOWN_FACT),
        ("full_members", 7, refusals.TOLD_ALREADY),
        ("organ", False, refusals.TOLD_ALREADY),
        ("staff", -1, refusals.WRONG_VALUE),
        ("staff", True, refusals.WRONG_VALUE),
        ("temporary", 1, refusals.WRONG_VALUE),
        ("staff", None, refusals.SAID_ALREADY),
    ],
)
def test_what_cannot_be_declared_is_refused_in_one_sentence(
    name: str, value: int | None, sentence: str
) -> None:
    who = committee()
    with pytest.raises(Refusal, check=lambda refusal: refusal.sentence == sentence):
        declare(who.committee, name, value, by=None, at=AT)


def test_nothing_is_fulfilled_twice_in_advance_or_of_no_kind() -> None:
    who = committee()
    at = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
    fulfil(who.committee, "education_report", made_on=date(2026, 3, 2), by=None, at=at)
    for kind, day, sentence in (
        ("education_report", date(2026, 3, 2), refusals.FULFILLED_ALREADY),
        ("education_report", date(2026, 3, 3), refusals.IN_FUTURE),
        ("theme_day", date(2026, 3, 1), refusals.NO_REPORT),
    ):
        with pytest.raises(Refusal) as refused:
            fulfil(who.committee, kind, made_on=day, by=None, at=at)
        assert refused.value.sentence == sentence
