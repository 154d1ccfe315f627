"""Signing in with a password: let in, kept out, locked out, and what everybody must do first."""

import pytest
from django.core.cache import cache
from django.test import Client

from luoshi.ground.accounts.actions import close_account, open_account, reset_password
from luoshi.ground.accounts.queries import by_username
from world.ground import AT, somebody
from world.signing import PASSWORD, client_of, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forget_failures() -> None:
    cache.clear()


def _sign_in(client: Client, account: str, password: str = PASSWORD) -> str:
    answer = client.post("/account/login/?next=/", {"login": account, "password": password, "next": "/"})
    return answer.headers.get("Location", answer.text)


def test_the_desk_asks_who_is_there(client: Client) -> None:
    assert client.get("/").headers["Location"] == "/account/login/?next=/"


def test_the_right_password_leads_where_one_wanted_to_go(client: Client) -> None:
    person = somebody("林一")
    let_in(person)
    assert _sign_in(client, person.account) == "/"
    assert client.get("/").status_code == 200


def test_a_wrong_password_an_unknown_name_and_a_closed_account_say_the_same(client: Client) -> None:
    person, gone = somebody("林一"), somebody("周二")
    let_in(person)
    let_in(gone)
    account = by_username(gone.account)
    assert account is not None
    close_account(account, by=None, at=AT)
    said = [
        _sign_in(client, person.account, "不对"),
        _sign_in(client, "nobody"),
        _sign_in(client, gone.account, "不对"),
    ]
    assert all("账号或密码不正确" in each for each in said)
    assert _sign_in(client, gone.account) == "/account/inactive/"


def test_after_five_failures_even_the_right_password_waits(client: Client) -> None:
    person = somebody("林一")
    let_in(person)
    for _attempt in range(5):
        _sign_in(client, person.account, "不对")
    assert "登录失败次数过多，请 5 分钟后再试" in _sign_in(client, person.account)


def test_a_temporary_password_is_changed_before_anything_else(client: Client) -> None:
    person = somebody("林一")
    account, password = open_account(person, by=None, at=AT)
    assert _sign_in(client, person.account, password) == "/"
    assert client.get("/").headers["Location"] == "/account/password/"
    assert "别人代设" in client.get("/account/password/").text
    fields = {"oldpassword": password, "password1": PASSWORD, "password2": PASSWORD}
    client.post("/account/password/", fields)
    assert client.get("/").status_code == 200
    account.refresh_from_db()
    assert account.check_password(PASSWORD)


def test_every_session_ends_when_the_password_is_reset() -> None:
    person = somebody("林一")
    inside = client_of(person)
    assert inside.get("/").status_code == 200
    account = by_username(person.account)
    assert account is not None
    reset_password(account, by=None, at=AT)
    assert inside.get("/").headers["Location"].startswith("/account/login/")


def test_nobody_registers_themselves(client: Client) -> None:
    assert client.get("/account/signup/").status_code == 404
