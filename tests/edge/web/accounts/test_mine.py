"""The page 我的: posts and grants, sessions that one can end, large text; and sessions that end by themselves."""

import re
import time

import pytest
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from luoshi.edge.web.idleness import SEEN
from luoshi.ground.accounts.models import Office
from luoshi.ground.people.actions import give_grant
from luoshi.ground.people.models import Person
from world.ground import AT, TODAY, somebody
from world.loop import cast
from world.signing import PASSWORD, client_of, let_in

pytestmark = pytest.mark.django_db

PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Safari/604.1"
DESK = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/126.0 Safari/537.36 Edg/126.0"


@pytest.fixture(autouse=True)
def _forget_failures() -> None:
    cache.clear()


def _enter(person: Person, browser: str = DESK) -> Client:
    let_in(person)
    client = Client(headers={"user-agent": browser})
    client.post("/account/login/", {"login": person.account, "password": PASSWORD})
    return client


def test_the_page_tells_what_somebody_holds_and_who_stands_in() -> None:
    who = cast()
    until = TODAY.replace(year=2099)
    give_grant(who.issuer, stand_in=who.owner, from_on=TODAY, until_on=until, by=None, at=AT)
    assert "市数据局政务处 · 处室负责人" in client_of(who.owner).get("/account/").text
    assert "代办 甲书记 的事项" in client_of(who.owner).get("/account/").text
    assert "丙处长 代您办理" in client_of(who.issuer).get("/account/").text
    assert "现在没有担任岗位" in client_of(somebody("林一")).get("/account/").text


def test_one_session_is_ended_from_another_and_nobody_elses() -> None:
    person = somebody("林一")
    phone, desk, stranger = _enter(person, PHONE), _enter(person), _enter(somebody("周二"))
    text = desk.get("/account/").text
    assert "iPhone · Safari" in text
    assert "Windows · Edge" in text
    [other] = re.findall(r"/account/sessions/(\d+)/closure", text)
    assert stranger.post(f"/account/sessions/{other}/closure").status_code == 404
    assert phone.get("/").status_code == 200
    desk.post(f"/account/sessions/{other}/closure")
    assert phone.get("/").status_code == 302
    assert desk.get("/").status_code == 200


def test_all_other_sessions_end_at_once() -> None:
    person = somebody("林一")
    here, *others = (_enter(person) for _device in range(3))
    assert "其他设备都已退出登录" in here.post("/account/sessions/closure", follow=True).text
    assert [client.get("/").status_code for client in (here, *others)] == [200, 302, 302]


def test_a_new_password_ends_the_other_sessions_and_keeps_this_one() -> None:
    person = somebody("林一")
    here, there = _enter(person), _enter(person)
    new = "换了一个-只有自己知道-43"
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert "密码已更换" in here.post("/account/password/", fields, follow=True).text
    assert (here.get("/").status_code, there.get("/").status_code) == (200, 302)


def test_a_session_that_nobody_uses_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(somebody("林一"))
    client.get("/")
    begun = time.time()
    monkeypatch.setattr("luoshi.edge.web.idleness.time.time", lambda: begun + 29 * 60)
    assert client.get("/").status_code == 200
    monkeypatch.setattr("luoshi.edge.web.idleness.time.time", lambda: begun + 58 * 60)
    assert client.get("/").status_code == 200
    monkeypatch.setattr("luoshi.edge.web.idleness.time.time", lambda: begun + 88 * 60 + 1)
    assert client.get("/").headers["Location"] == "/account/login/?next=/"
    assert Session.objects.count() == 0


def test_using_a_session_writes_it_once_a_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    client = client_of(somebody("林一"))
    client.get("/")
    seen = client.session[SEEN]
    with CaptureQueriesContext(
        connection,
    ) as queries:
        for second in (1, 30, 59):
            monkeypatch.setattr("luoshi.edge.web.idleness.time.time", lambda second=second: seen + second)
            client.get("/")
    assert [query["sql"] for query in queries if query["sql"].startswith(("UPDATE", "INSERT"))] == []
    monkeypatch.setattr("luoshi.edge.web.idleness.time.time", lambda: seen + 60)
    client.get("/")
    assert client.session[SEEN] == seen + 60


def test_large_text_is_a_choice_of_the_browser_and_leads_back() -> None:
    client = client_of(somebody("林一"))
    answer = client.post("/account/text", {"size": "large", "next": "/account/"})
    assert answer.headers["Location"] == "/account/"
    assert 'data-text="large"' in client.get("/read/").text
    assert (
        client.post("/account/text", {"size": "large", "next": "//evil.example/"}).headers["Location"] == "/"
    )
    client.post("/account/text", {"size": "normal", "next": "/account/"})
    assert "data-text" not in client.get("/read/").text


def test_the_rail_offers_each_office_its_own_pages() -> None:
    offered = {
        office: re.findall(
            r'class="ways".*?</nav>',
            client_of(somebody(str(office)), office).get("/account/").text,
            re.DOTALL,
        )[0]
        for office in Office
    }
    assert ["/system/accounts/" in offered[office] for office in Office] == [True, False, False]
    assert ["/system/grants/" in offered[office] for office in Office] == [False, True, False]
