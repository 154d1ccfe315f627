"""People: as little as work needs, and how to call them only for whoever must."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from django.forms.models import model_to_dict
from pytest_django.fixtures import Settings

from luoshi.core.refusals import Refusal
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.actions import amend, assume, enter, record_contact, register, transfer
from luoshi.ground.people.models import Contact, Person, Standing
from luoshi.ground.people.particulars import Particulars
from luoshi.ground.people.queries import contact_of
from world.ground import AT, TODAY, plant, post, somebody

pytestmark = pytest.mark.django_db
NUMBER = "555 0101"


@pytest.fixture
def key(tmp_path: Path, settings: Settings) -> Path:
    settings.LUOSHI_HOME = tmp_path
    path = tmp_path / "keys" / "contacts.key"
    write_key(path)
    return path


def test_only_what_work_needs_is_kept() -> None:
    assert model_to_dict(somebody("林一")).keys() == {
        "id",
        "name",
        "account",
        "standing",
        "joined_on",
        "home",
    }


def test_unsound_particulars_are_refused() -> None:
    branch, unit = plant("甲支部"), plant("乙局", kind=OrganizationKind.UNIT)
    sound = Particulars("lin", "林一", Standing.FULL, date(2001, 7, 1), branch)
    for broken, sentence in (
        (replace(sound, account=""), "要有姓名和账号"),
        (replace(sound, standing=Standing.NONE), "不应有入党日期 2001-07-01"),
        (replace(sound, joined_on=date(2062, 1, 1)), "还没有到：请核对年份"),
        (replace(sound, home=None), "要有所在党支部"),
        (replace(sound, home=unit), "“乙局”是单位：组织关系只落在党支部"),
    ):
        with pytest.raises(Refusal, match=sentence):
            register(broken, by=None, at=AT)
    person = register(sound, by=None, at=AT)
    with pytest.raises(Refusal, match="账号“lin”已属于“林一”"):
        register(replace(sound, name="林二"), by=None, at=AT)
    with pytest.raises(Refusal, match="已经在“甲支部”"):
        transfer(person, home=branch, by=None, at=AT)


def test_an_amendment_says_what_changed_and_the_same_says_nothing() -> None:
    person = somebody("林一", plant("甲支部"))
    same = Particulars.of(person)
    amend(person, same, by=None, at=AT)
    amend(person, replace(same, name="林一一"), by=person.pk, at=AT)
    last = Entry.objects.filter(chain=person.chain).order_by("sequence").last()
    assert last is not None
    assert (last.sequence, last.verb, last.by, last.facts) == (
        2,
        "person.amended",
        person.pk,
        {"name": ["林一", "林一一"]},
    )


def test_many_are_entered_and_again_change_nothing() -> None:
    branch = plant("甲支部")
    wanted = [Particulars(f"p{n}", f"林{n}", Standing.FULL, None, branch) for n in range(20)]
    assert enter(wanted, by=None, at=AT).registered == 20
    wanted[3] = replace(wanted[3], standing=Standing.PROBATIONARY)
    again = enter(wanted, by=None, at=AT)
    assert (again.registered, again.changed, again.same) == (0, 1, 19)
    with pytest.raises(Refusal, match="账号“p3”列了两次"):
        enter([wanted[3], wanted[3]], by=None, at=AT)
    broken = replace(wanted[0], account="new", home=None)
    with pytest.raises(Refusal, match="要有所在党支部"):
        enter([replace(wanted[5], name="改名"), broken], by=None, at=AT)
    assert Person.objects.get(account="p5").name == "林5"


@pytest.mark.usefixtures("key")
def test_contact_details_are_sealed_and_open_for_whoever_must_call() -> None:
    unit = plant("甲局")
    branch = plant("甲支部", unit)
    member, stranger, secretary = somebody("林一", branch), somebody("林二"), somebody("林三")
    assume(post(unit), person=secretary, from_on=date(2026, 1, 1), by=None, at=AT)
    with pytest.raises(Refusal, match="没有登记联系方式"):
        contact_of(member, asked_by=secretary, on=TODAY)
    record_contact(member, NUMBER, by=member.pk, at=AT)
    assert NUMBER.encode() not in bytes(Contact.objects.get(person=member).sealed)
    assert NUMBER not in "".join(Entry.objects.values_list("facts_text", flat=True))
    assert contact_of(member, asked_by=secretary, on=TODAY) == NUMBER
    assert contact_of(member, asked_by=member, on=TODAY) == NUMBER
    with pytest.raises(Refusal, match="您的岗位和授权管不到“林一”"):
        contact_of(member, asked_by=stranger, on=TODAY)
    with pytest.raises(Refusal, match="管不到"):
        contact_of(member, asked_by=secretary, on=date(2025, 12, 31))
    record_contact(member, "", by=member.pk, at=AT)
    assert not Contact.objects.exists()


def test_a_seal_opens_for_its_own_person_and_key_only(key: Path) -> None:
    first, second = somebody("林一"), somebody("林二")
    record_contact(first, NUMBER, by=None, at=AT)
    Contact.objects.create(person=second, sealed=Contact.objects.get(person=first).sealed)
    with pytest.raises(Refusal, match="“林二”的联系方式解不开"):
        contact_of(second, asked_by=second, on=TODAY)
    key.write_text("another key", encoding="ascii")
    with pytest.raises(Refusal, match="“林一”的联系方式解不开"):
        contact_of(first, asked_by=first, on=TODAY)
    key.unlink()
    with pytest.raises(Refusal, match=r"没有联系方式密钥.*luoshi migrate"):
        contact_of(first, asked_by=first, on=TODAY)
