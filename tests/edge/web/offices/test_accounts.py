"""The system administrator finds people, opens and closes accounts, and hands out passwords once."""

import re

import pytest
from django.core.cache import cache
from django.test import Client

from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import Person
from world.ground import somebody
from world.signing import client_of, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper() -> Person:
    """Give whoever keeps the accounts."""
    cache.clear()
    return somebody("高管理")


def _client(keeper: Person) -> Client:
    return client_of(keeper, Office.SYSTEM)


def test_people_are_found_by_name_or_account_a_page_at_a_time(keeper: Person) -> None:
    people = [somebody(f"林{number}") for number in range(55)]
    client = _client(keeper)
    assert "林7" in client.get("/system/accounts/?q=林7").text
    assert "未开通" in client.get(f"/system/accounts/?q={people[3].account}").text
    first = client.get("/system/accounts/?q=林").text
    [onward] = re.findall(r'href="(/system/accounts/\?q=[^"]+)"', first)
    second = client.get(onward.replace("&amp;", "&")).text
    rows = [re.findall(r'/system/accounts/(\d+)/"', text) for text in (first, second)]
    assert [len(row) for row in rows] == [50, 5]
    assert not set(rows[0]) & set(rows[1])
    assert "没有找到“无此人”" in client.get("/system/accounts/?q=无此人").text


def test_an_account_is_opened_with_a_password_shown_once(keeper: Person) -> None:
    person, client = somebody("林一"), _client(keeper)
    address = f"/system/accounts/{person.pk}/"
    answer = client.post(f"{address}opening")
    [password] = re.findall(r'class="secret">([^<]+)<', answer.text)
    account = by_username(person.account)
    assert account is not None
    assert account.check_password(password)
    assert answer.headers["Cache-Control"] == "no-store"
    assert password not in client.get(address).text
    again = client.post(f"{address}opening")
    assert (again.status_code, "已有账号" in again.text) == (422, True)


def test_every_act_is_in_the_ledger_under_whoever_did_it(keeper: Person) -> None:
    person, client = somebody("林一"), _client(keeper)
    address = f"/system/accounts/{person.pk}/"
    client_of(person)
    for act, said in (
        ("unprotection", "第二重验证已清除"),
        ("closure", "账号已停用"),
        ("reopening", "账号已重新启用"),
        ("password", "只显示这一次"),
    ):
        assert said in client.post(f"{address}{act}", follow=True).text
    entries = story(person.chain)[-4:]
    assert [entry.verb for entry in entries] == [
        "account.second_factor_removed",
        "account.closed",
        "account.reopened",
        "account.password_replaced",
    ]
    assert {entry.by for entry in entries} == {keeper.pk}


def test_nobody_closes_their_own_account(keeper: Person) -> None:
    client = _client(keeper)
    answer = client.post(f"/system/accounts/{keeper.pk}/closure")
    assert (answer.status_code, "不能停用自己的账号" in answer.text) == (422, True)


def test_a_closed_account_is_out_everywhere_and_stays_out_when_opened_again(keeper: Person) -> None:
    person = somebody("林一")
    let_in(person)
    inside = client_of(person)
    inside.get("/account/")
    client = _client(keeper)
    client.post(f"/system/accounts/{person.pk}/closure")
    assert inside.get("/").status_code == 302
