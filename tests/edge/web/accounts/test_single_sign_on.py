"""Single sign-on against a real provider: in with an account of that name, never a new account."""

import http.client
import time
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.conf import settings as configured
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings

from luoshi.config.single_sign_on import origin, providers
from luoshi.edge.exchange.overlay import SHIPPED
from luoshi.edge.exchange.second_factor import FILE
from luoshi.ground.accounts.actions import close_account, open_account
from luoshi.ground.accounts.models import Account
from world.ground import AT, somebody
from world.identity import CLIENT, SECRET, IdentityProvider, vouching
from world.loop import cast
from world.signing import client_of

pytestmark = pytest.mark.django_db
LATER = 301


@pytest.fixture(autouse=True)
def _forget_failures() -> None:
    cache.clear()


def _trust(
    provider: IdentityProvider,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    home: Path,
    secret: str = SECRET,
) -> None:
    file = home / "secret"
    file.write_text(f"{secret}\n", encoding="utf-8")
    for name, value in (("URL", provider.address), ("CLIENT", CLIENT), ("SECRET_FILE", str(file))):
        monkeypatch.setenv(f"LUOSHI_OIDC_{name}", value)
    settings.SOCIALACCOUNT_PROVIDERS = providers()


def _come_back(client: Client, process: str = "login") -> str:
    """Walk to the provider and back as a browser does; return where one stands then, or what the page says."""
    leaving = client.post(f"/account/login/sso/?next=/account/&process={process}")
    there = urlsplit(leaving.headers["Location"])
    line = http.client.HTTPConnection(there.netloc)
    line.request("GET", f"{there.path}?{there.query}")
    back = line.getresponse().headers["Location"]
    line.close()
    answer = client.get(back)
    return answer.headers.get("Location", answer.text)


def test_the_provider_lets_in_who_has_an_account_of_that_name(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = cast().supervisor
    open_account(person, by=None, at=AT)
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert "用统一身份认证登录" in client.get("/account/login/").text
        assert _come_back(client) == "/account/"
        assert client.get("/account/").status_code == 200


@pytest.mark.parametrize(("demanded", "where"), [("true", "/account/factors/"), ("false", None)])
def test_the_policy_says_whether_the_provider_vouches_for_the_second_factor_too(
    demanded: str,
    where: str | None,
    client: Client,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    shipped = (SHIPPED / FILE).read_text(encoding="utf-8")
    own = tmp_path / "content" / FILE
    own.parent.mkdir(parents=True)
    changed = shipped.replace("single_sign_on = false", f"single_sign_on = {demanded}")
    own.write_text(changed, encoding="utf-8")
    settings.LUOSHI_HOME = tmp_path
    person = cast().supervisor
    open_account(person, by=None, at=AT)
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        _come_back(client)
        answer = client.get("/tasks/")
        assert answer.headers.get("Location") == where
        if where:
            # Whoever has just come from the provider needs no password to set it up, later comes anew.
            assert client.get(f"{where}code/").status_code == 200
            then = time.time() + LATER
            monkeypatch.setattr("time.time", lambda: then)
            asked = client.get(f"{where}code/", follow=True)
            assert "从统一身份认证登录" in asked.text


@pytest.mark.parametrize("claims", [{"preferred_username": "nobody"}, {}, {"preferred_username": ["a", "b"]}])
def test_nobody_else_gets_in_and_no_account_appears(
    claims: dict[str, object],
    client: Client,
    settings: Settings,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    open_account(somebody("林一"), by=None, at=AT)
    with vouching(sub="77", **claims) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert "没有同名的账号" in _come_back(client)
    assert client.get("/").status_code == 302
    assert Account.objects.count() == 1


def test_nobody_ties_the_provider_to_their_account_by_themselves(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = somebody("林一")
    signed_in = client_of(person)
    with vouching(sub="77", preferred_username="boss") as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert "没有同名的账号" in _come_back(signed_in, "connect")
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert "没有同名的账号" in _come_back(signed_in, "connect")
    assert not SocialAccount.objects.exists()


def test_a_closed_account_stays_outside(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = somebody("林一")
    account, _password = open_account(person, by=None, at=AT)
    close_account(account, by=None, at=AT)
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert _come_back(client) == "/account/inactive/"
    assert client.get("/").status_code == 302


def test_a_second_factor_that_was_set_up_is_asked_for_here_too(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = somebody("林一")
    client_of(person)
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        assert _come_back(client) == "/account/login/code/"


def test_a_site_that_does_not_know_the_secret_is_told_of_nobody(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    person = somebody("林一")
    open_account(person, by=None, at=AT)
    with vouching(sub="77", preferred_username=person.account) as provider:
        _trust(provider, settings, monkeypatch, tmp_path, secret="guessed")  # noqa: S106  # not one
        assert "没有确认您的身份" in _come_back(client)


def test_an_answer_that_nobody_asked_for_is_refused(
    client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    with vouching(sub="77") as provider:
        _trust(provider, settings, monkeypatch, tmp_path)
        answer = client.get("/account/login/sso/back/?code=1&state=2")
        assert (answer.status_code, "没有确认您的身份" in answer.text) == (401, True)


def test_without_a_setting_there_is_no_such_way(client: Client) -> None:
    assert configured.SOCIALACCOUNT_PROVIDERS == {}
    assert "统一身份认证" not in client.get("/account/login/").text


def test_half_a_setting_is_refused(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("LUOSHI_OIDC_URL", "https://id.example/realms/city")
    assert origin() == ["https://id.example"]
    with pytest.raises(ValueError, match="LUOSHI_OIDC_CLIENT"):
        providers()
    monkeypatch.setenv("LUOSHI_OIDC_CLIENT", "luoshi")
    monkeypatch.setenv("LUOSHI_OIDC_SECRET_FILE", str(tmp_path / "missing"))
    with pytest.raises(ValueError, match="cannot be read"):
        providers()
