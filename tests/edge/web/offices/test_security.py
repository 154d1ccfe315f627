"""The security administrator gives and takes offices, sees grants and ends them, and sees what is held to."""

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils.timezone import localdate

from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import grants_to
from world.ground import AT, TODAY, somebody
from world.loop import cast
from world.signing import client_of, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Person:
    """Give whoever keeps offices and grants."""
    cache.clear()
    return somebody("安管理")


@pytest.fixture
def client(keeper: Person) -> Client:
    """Give the browser of that person."""
    return client_of(keeper, Office.SECURITY)


def test_an_office_is_given_and_taken_in_the_keepers_name(client: Client, keeper: Person) -> None:
    auditor = somebody("审一")
    let_in(auditor)
    fields = {"account": auditor.account, "office": "audit"}
    assert "已设定“审一”为审计员" in client.post("/system/offices/", fields, follow=True).text
    account = by_username(auditor.account)
    assert account is not None
    assert account.office == Office.AUDIT
    client.post(f"/system/offices/{account.pk}/removal")
    account.refresh_from_db()
    assert account.office == ""
    assert [entry.by for entry in story(auditor.chain)[-2:]] == [keeper.pk] * 2


def test_whoever_holds_a_post_or_is_unknown_gets_none_and_what_was_typed_stays(client: Client) -> None:
    secretary = cast().issuer
    let_in(secretary)
    refused = client.post("/system/offices/", {"account": secretary.account, "office": "audit"})
    assert (refused.status_code, "不兼任业务岗位" in refused.text) == (422, True)
    assert f'value="{secretary.account}"' in refused.text
    assert "没有这个账号" in client.post("/system/offices/", {"account": "<b>", "office": "audit"}).text


def test_nobody_takes_their_own_office(client: Client, keeper: Person) -> None:
    own = by_username(keeper.account)
    assert own is not None
    refused = client.post(f"/system/offices/{own.pk}/removal")
    assert (refused.status_code, "不能改自己的系统岗位" in refused.text) == (422, True)


def test_a_grant_is_seen_and_revoked(client: Client, keeper: Person) -> None:
    who = cast()
    until = TODAY.replace(year=2099)
    grant = give_grant(who.issuer, stand_in=who.stranger, from_on=TODAY, until_on=until, by=None, at=AT)
    assert "戊书记 代 甲书记 办理" in client.get("/system/grants/").text
    assert "已收回" in client.post(f"/system/grants/{grant.pk}/revocation", follow=True).text
    assert not grants_to(who.stranger, localdate()).exists()
    assert story(who.issuer.chain)[-1].by == keeper.pk
    assert client.post(f"/system/grants/{grant.pk}/revocation").status_code == 404


def test_what_is_held_to_is_shown_with_its_place(client: Client) -> None:
    text = client.get("/system/policies/").text
    assert "督查专员、系统管理员、安全管理员、审计员" in text
    assert "30 分钟没有操作" in text
    assert "5 分钟内输错 5 次密码" in text
    assert "content/policies/second_factor.toml" in text
    assert "时限前 3 个工作日起亮黄灯" in text
    assert "逾期 5 个工作日：督办通知单，告诉承办单位" in text
    assert "08:00 以后写晨报" in text
    assert "没有，只在站内" in text
