"""A talk stays between those who had it and the responsible superior, on every page that there is."""

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate

from luoshi.act.activities.queries import confided_to
from luoshi.ground.people.models import Person
from world.meetings import Branch, branch
from world.signing import client_of

pytestmark = pytest.mark.django_db
SAID = "家中老人住院，想调岗"


def _talked(who: Branch) -> tuple[Client, int]:
    client = client_of(who.secretary)
    address = f"/activities/in/{who.branch.pk}/talk/"
    assert "加密保存" in client.get(address).content.decode()
    said = {
        "kind": "talk",
        "held_on": str(localdate()),
        f"with-{who.others[0].pk}": "on",
        "topic": "岗位",
        "minutes": SAID,
        "once": "one",
    }
    answer = client.post(address, said)
    assert client.post(address, said).headers["Location"] == answer.headers["Location"]
    return client, int(answer.headers["Location"].split("/")[2])


def _reads(person: Person, number: int) -> bool:
    answer = client_of(person).get(f"/activities/{number}/")
    return answer.status_code == 200 and SAID in answer.content.decode()


def test_participants_and_the_superior_read_it_and_for_all_others_it_does_not_exist() -> None:
    who = branch()
    _client, number = _talked(who)
    readers = {person: _reads(person, number) for person in (*who.members, who.superior, who.stranger)}
    assert {person for person, reads in readers.items() if reads} == {
        who.secretary,
        who.others[0],
        who.superior,
    }
    missing = client_of(who.publicist).get("/activities/999999/")
    hidden = client_of(who.publicist).get(f"/activities/{number}/")
    assert (missing.status_code, hidden.status_code) == (404, 404)


def test_lists_of_others_do_not_name_it_and_figures_count_it() -> None:
    who = branch()
    client, number = _talked(who)
    address = f"/activities/{number}/"
    mine = client.get("/activities/talks/").content.decode()
    assert address in mine
    superior = client_of(who.superior).get(f"/activities/talks/?organization={who.branch.pk}")
    assert address in superior.content.decode()
    other = client_of(who.publicist)
    for page in ("/activities/talks/", f"/activities/talks/?organization={who.branch.pk}"):
        assert address not in other.get(page).content.decode()
    year = other.get(f"/activities/in/{who.branch.pk}/").content.decode()
    assert "<strong>1</strong> 谈心谈话" in year
    assert address not in year


def test_only_participants_withdraw_it() -> None:
    who = branch()
    client, number = _talked(who)
    withdrawal = f"/activities/{number}/withdrawal/"
    refused = client_of(who.superior).post(withdrawal, {"reason": "不该谈"})
    assert "没有参加，不能撤回" in refused.content.decode()
    assert client_of(who.publicist).get(withdrawal).status_code == 404
    assert client.post(withdrawal, {"reason": "记错了人"}).status_code == 302
    assert confided_to(who.secretary, localdate().year, localdate()) == []


def test_nobody_is_talked_with_alone_and_the_form_keeps_what_was_typed() -> None:
    who = branch()
    answer = client_of(who.secretary).post(
        f"/activities/in/{who.branch.pk}/talk/",
        {"kind": "talk", "held_on": str(localdate()), "minutes": SAID},
    )
    assert answer.status_code == 422
    page = answer.content.decode()
    assert "至少要有两个人" in page
    assert SAID in page


def test_no_correction_and_no_resolution_opens_it() -> None:
    who = branch()
    client, number = _talked(who)
    for name in ("activity_correction", "activity_resolution"):
        assert client.get(reverse(name, kwargs={"number": number})).status_code == 404
