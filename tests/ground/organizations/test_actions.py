"""What is laid down about an organization, the sentence of each refusal, and its entry in the ledger."""

from dataclasses import replace
from datetime import date

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry as LedgerEntry
from luoshi.ground.organizations.actions import Placement, amend, dissolve, enter, move, rename
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.organizations.queries import search
from world.ground import AT, plant

pytestmark = pytest.mark.django_db
BRANCH = OrganizationKind.BRANCH


def _verbs(organization: Organization) -> list[str]:
    entries = LedgerEntry.objects.filter(chain=organization.chain).order_by("sequence")
    return [entry.verb for entry in entries]


def test_every_action_leaves_one_entry() -> None:
    root, unit = plant("root"), plant("unit")
    move(unit, under=root, by=None, at=AT)
    renamed = rename(unit, name="新名", short_name="新", by=None, at=AT)
    amend(unit, replace(Charter.of(renamed), term_years=3), by=None, at=AT)
    dissolve(unit, by=None, at=AT)
    told = ["founded", "moved", "renamed", "amended", "dissolved"]
    assert _verbs(unit) == [f"organization.{verb}" for verb in told]
    assert _verbs(root) == ["organization.founded"]


def test_the_same_charter_says_nothing() -> None:
    unit = plant("unit")
    amend(unit, Charter.of(unit), by=None, at=AT)
    assert _verbs(unit) == ["organization.founded"]
    with pytest.raises(Refusal, match="没有变化"):
        rename(unit, name="unit", short_name="", by=None, at=AT)


def test_a_code_belongs_to_one() -> None:
    plant("甲")
    with pytest.raises(Refusal, match="代码“甲”已属于“甲”"):
        plant("甲")


def test_an_unsound_charter_is_refused() -> None:
    unit = plant("unit")
    sound = Charter.of(unit)
    for broken, sentence in (
        (replace(sound, name=""), "要有代码和名称"),
        (replace(sound, term_years=0), "不在 1 至 10 年之间"),
        (replace(sound, established_on=date(2024, 1, 2), last_elected_on=date(2024, 1, 1)), "早于成立日期"),
    ):
        with pytest.raises(Refusal, match=sentence):
            amend(unit, broken, by=None, at=AT)


def test_many_are_entered_in_any_order_and_again_change_nothing() -> None:
    root = plant("root")
    entries = [
        Placement(Charter("c", "丙", BRANCH), "b"),
        Placement(Charter("b", "乙", BRANCH), "root"),
        Placement(Charter("x", "另", BRANCH), ""),
    ]
    first = enter(entries, by=None, at=AT)
    assert (first.founded, first.changed, first.same) == (3, 0, 0)
    again = enter(entries, by=None, at=AT)
    assert (again.founded, again.changed, again.same) == (0, 0, 3)
    root.refresh_from_db()
    assert root.numchild == 1
    assert [each.code for each in search("丙", [root.path])] == ["c"]


def test_two_that_change_places_are_no_cycle_and_a_cycle_is() -> None:
    root = plant("root")
    upper = plant("upper", root)
    lower = plant("lower", upper)
    upper_entry, lower_entry = Placement(Charter.of(upper), "lower"), Placement(Charter.of(lower), "root")
    assert enter([upper_entry, lower_entry], by=None, at=AT).changed == 2
    upper.refresh_from_db()
    lower.refresh_from_db()
    assert upper.parent_path == lower.path
    with pytest.raises(Refusal, match="本身或它的下级"):
        enter([replace(lower_entry, under="upper"), upper_entry], by=None, at=AT)
    with pytest.raises(Refusal, match="上级代码“nowhere”不存在"):
        enter([Placement(Charter("n", "新", BRANCH), "nowhere")], by=None, at=AT)
