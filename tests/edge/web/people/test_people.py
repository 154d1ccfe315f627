"""People on their pages: posts now and before, contact for whoever must call, stand-ins by oneself, handover."""

from pathlib import Path

import pytest
from django.conf import LazySettings

from luoshi.core.formats import worksheet_of
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.actions import assume, record_contact, vacate
from luoshi.ground.people.models import Person, PostKind
from luoshi.ground.people.queries import grants_from, posts_of
from world.counting import queries_of
from world.ground import AT, TODAY, plant, post, somebody
from world.loop import cast
from world.signing import client_of

pytestmark = pytest.mark.django_db
PHONE = "0518-5551234"


@pytest.fixture(autouse=True)
def _key(tmp_path: Path, settings: LazySettings) -> None:
    """Let contact details have a key to be sealed with."""
    settings.LUOSHI_HOME = tmp_path
    write_key(tmp_path / "keys" / "contacts.key")


def test_posts_now_and_before_are_told_apart() -> None:
    who = cast()
    [seat] = posts_of(who.owner, TODAY)
    vacate(seat, person=who.owner, until_on=TODAY, by=None, at=AT)
    text = client_of(who.issuer).get(f"/people/{who.owner.pk}/").text
    assert "现在没有担任岗位" in text
    assert "2026年3月2日 至 2026年3月2日" in text


def test_suggests_people_in_reach_by_initials() -> None:
    who = cast()
    assert "丙处长" in client_of(who.issuer).get("/people/search", {"person": "bcz"}).text
    assert "丙处长" not in client_of(who.stranger).get("/people/search", {"person": "bcz"}).text


def test_amends_and_transfers_within_what_one_keeps() -> None:
    who = cast()
    first, second = plant("一支部", who.committee), plant("二支部", who.committee)
    member = somebody("张三", first)
    client = client_of(who.issuer)
    typed = {"name": "张三丰", "account": member.account, "standing": "none", "joined_on": "2020-07-01"}
    refused = client.post(f"/people/{member.pk}/particulars/", typed)
    assert refused.status_code == 422
    assert 'id="id_joined_on-refusal"' in refused.text
    assert "张三丰" in refused.text
    client.post(f"/people/{member.pk}/particulars/", {**typed, "standing": "full"})
    client.post(f"/people/{member.pk}/transfer/", {"home": second.name})
    again = client.post(f"/people/{member.pk}/transfer/", {"home": second.name})
    assert again.status_code == 422
    now = Person.objects.get(pk=member.pk)
    assert (now.name, now.home) == ("张三丰", second)
    assert [entry.by for entry in story(member.chain)][1:] == [who.issuer.pk] * 2


def test_contact_opens_for_whoever_must_call_and_is_never_cached() -> None:
    who = cast()
    client = client_of(who.owner)
    client.post(f"/people/{who.owner.pk}/contact/", {"details": PHONE})
    answer = client_of(who.issuer).get(f"/people/{who.owner.pk}/contact/")
    assert PHONE in answer.text
    assert answer.headers["Cache-Control"] == "no-store"
    assert PHONE not in client_of(who.issuer).get(f"/people/{who.owner.pk}/").text
    assert client_of(who.stranger).get(f"/people/{who.owner.pk}/contact/").status_code == 404


def test_who_looked_is_kept_in_the_ledger_and_told_to_the_person() -> None:
    who = cast()
    record_contact(who.owner, PHONE, by=None, at=AT)
    mine, address = client_of(who.owner), f"/people/{who.owner.pk}/contact/"
    mine.get(address)
    assert story(who.owner.contact_chain) == []
    for client in (client_of(who.issuer), client_of(who.supervisor)):
        assert PHONE in client.get(address).text
    client_of(who.stranger).get(address)
    looks = story(who.owner.contact_chain)
    assert [(look.verb, look.by, look.facts) for look in looks] == [
        ("person.contact_seen", person.pk, {}) for person in (who.issuer, who.supervisor)
    ]
    assert "最近查看过的人：丁专员（" in mine.get(address).text


def test_what_was_never_recorded_was_not_seen() -> None:
    who = cast()
    client_of(who.issuer).get(f"/people/{who.owner.pk}/contact/")
    assert story(who.owner.contact_chain) == []


def test_whoever_only_sees_does_not_record_a_contact() -> None:
    who = cast()
    record_contact(who.owner, PHONE, by=None, at=AT)
    watcher = client_of(who.supervisor)
    watcher.post(f"/people/{who.owner.pk}/contact/", {"details": "别的号码"})
    assert PHONE in watcher.get(f"/people/{who.owner.pk}/contact/").text


def test_a_grant_is_given_and_taken_back_by_the_grantor_alone() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = {"stand_in": who.owner.account, "from_on": "2026-03-02", "until_on": "2099-12-31"}
    said = client.post("/grants/", typed, follow=True)
    assert "已授权“丙处长”代办" in said.text
    assert client.post("/grants/", typed).status_code == 422
    [given] = grants_from(who.issuer, TODAY)
    assert client_of(who.owner).post(f"/grants/{given.pk}/revocation/").status_code == 404
    assert "立即生效" in client.post(f"/grants/{given.pk}/revocation/", follow=True).text


def test_a_stand_in_does_not_keep_the_organization() -> None:
    who = cast()
    typed = {"stand_in": who.owner.account, "from_on": "2026-03-02", "until_on": "2099-12-31"}
    client_of(who.issuer).post("/grants/", typed)
    client = client_of(who.owner)
    assert client.get(f"/organizations/{who.committee.pk}/").status_code == 200
    assert client.get(f"/organizations/{who.committee.pk}/charter/").status_code == 404


def test_the_handover_lists_what_passes_on_and_gives_it_as_a_workbook() -> None:
    who = cast()
    who.accepted()
    [seat] = posts_of(who.owner, TODAY)
    client = client_of(who.owner)
    assert "随岗位移交 1 项" in client.get(f"/posts/{seat.pk}/handover/").text
    rows = worksheet_of(client.get(f"/posts/{seat.pk}/handover.xlsx").content, "交接.xlsx", 10).rows
    assert len(rows) == 2


def test_a_person_costs_the_same_however_many_posts() -> None:
    who = cast()
    client = client_of(who.issuer)
    page = f"/people/{who.owner.pk}/"
    before = queries_of(client, page)
    for _number in range(5):
        assume(post(who.office, PostKind.DEPUTY), person=who.owner, from_on=TODAY, by=None, at=AT)
    assert queries_of(client, page) == before
