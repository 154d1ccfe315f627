"""The second factor: who must set one up, one-time codes, recovery codes, and what clearing them does."""

import json
import re
import time
from base64 import b64encode
from pathlib import Path

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import DjangoCaptureOnCommitCallbacks, Settings

from luoshi.core.refusals import Refusal
from luoshi.edge.exchange.second_factor import second_factor
from luoshi.edge.web.accounts.factors import FactorAdapter
from luoshi.ground.accounts.actions import remove_second_factors
from luoshi.ground.accounts.models import Office
from luoshi.ground.accounts.queries import by_username, has_second_factor
from luoshi.ground.ledger.queries import story
from luoshi.ground.people.models import Person
from luoshi.ground.sealing import Unopenable
from world.ground import AT, somebody
from world.loop import cast
from world.signing import PASSWORD, client_of, let_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _forget_failures() -> None:
    cache.clear()


def _enter(person: Person, office: Office | None = None) -> Client:
    let_in(person, office)
    client = Client()
    client.post("/account/login/", {"login": person.account, "password": PASSWORD})
    return client


def _code(secret: str, steps: int = 0) -> str:
    return str(format_hotp_value(hotp_value(secret, int(time.time()) // 30 + steps)))


def _set_up(client: Client) -> str:
    """Set up one-time codes as a person does, and return the secret on the page."""
    client.get("/account/factors/code/")
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    asked = client.get("/account/factors/code/").text
    found = re.search(r'<p class="secret">(\w+)</p>', asked)
    assert found is not None
    assert "data:image/svg+xml;base64," in asked
    client.post("/account/factors/code/", {"code": _code(found[1])})
    return found[1]


def test_a_supervisor_and_the_system_offices_set_one_up_before_anything_else() -> None:
    who = cast()
    bound = [
        _enter(who.supervisor),
        *(_enter(somebody(f"管理员{office}"), office) for office in Office),
    ]
    assert [client.get("/account/").headers.get("Location") for client in bound] == ["/account/factors/"] * 4
    assert _enter(who.owner).get("/account/").status_code == 200


def test_once_it_is_set_up_everything_opens_and_the_next_sign_in_asks_for_it() -> None:
    person = cast().supervisor
    client = _enter(person)
    secret = _set_up(client)
    assert client.get("/").status_code == 200
    again = Client()
    step = again.post("/account/login/", {"login": person.account, "password": PASSWORD})
    assert step.headers["Location"] == "/account/login/code/"
    assert again.get("/").headers["Location"].startswith("/account/login/")
    refused = again.post("/account/login/code/", {"code": "000000"})
    assert "验证码不对或已过期" in refused.text
    again.post("/account/login/code/", {"code": _code(secret, 1)})
    assert again.get("/").status_code == 200


def test_a_recovery_code_stands_in_once() -> None:
    person = cast().supervisor
    client = _enter(person)
    _set_up(client)
    codes = client.get("/account/factors/recovery/file/").text.split()
    assert len(codes) == 10
    for answer in ("/", "/account/login/code/"):
        again = _enter(person)
        again.post("/account/login/code/", {"code": codes[0]})
        assert again.get("/").headers.get("Location", "/").startswith("/account/login") is (answer != "/")


def test_what_people_do_with_their_factors_is_in_the_ledger(
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:
    person = cast().supervisor
    client = _enter(person)
    with django_capture_on_commit_callbacks(execute=True):
        _set_up(client)
    with django_capture_on_commit_callbacks(execute=True):
        client.post("/account/factors/code/removal/")
    account = by_username(person.account)
    assert account is not None
    assert not has_second_factor(account)
    verbs = [entry.verb for entry in story(account.chain) if "factor" in entry.verb]
    assert verbs[-1] == "account.second_factor_removed"
    assert "account.second_factor_added" in verbs


def test_clearing_the_factors_ends_every_session() -> None:
    person = cast().supervisor
    client = _enter(person)
    _set_up(client)
    account = by_username(person.account)
    assert account is not None
    remove_second_factors(account, by=None, at=AT)
    assert client.get("/").headers["Location"].startswith("/account/login/")
    with pytest.raises(Refusal, match="没有启用第二重验证"):
        remove_second_factors(account, by=None, at=AT)


@pytest.mark.parametrize(
    ("policy", "status"),
    [
        ("everybody = true\nposts = []\noffices = []\n", 302),
        ("everybody = false\nposts = []\noffices = []\n", 200),
        ('everybody = false\nposts = ["office_head"]\noffices = []\n', 302),
    ],
)
def test_an_installation_widens_the_policy_or_switches_it_off(
    policy: str, status: int, settings: Settings, tmp_path: Path
) -> None:
    _write(tmp_path, policy)
    settings.LUOSHI_HOME = tmp_path
    assert _enter(cast().owner).get("/").status_code == status


@pytest.mark.parametrize(
    ("policy", "field"),
    [
        ("everybody =", "TOML"),
        ('everybody = "no"\nposts = []\noffices = []\n', "everybody"),
        ('everybody = true\nposts = ["king"]\noffices = []\n', "posts"),
        ("everybody = true\nposts = []\n", "offices"),
        ("everybody = true\nposts = []\noffices = []\nhours = 3\n", "hours"),
    ],
)
def test_a_policy_that_cannot_be_understood_lets_nobody_through(
    policy: str, field: str, tmp_path: Path
) -> None:
    _write(tmp_path, policy)
    with pytest.raises(Refusal, match=field):
        second_factor(tmp_path)


def _write(home: Path, policy: str) -> None:
    file = home / "content" / "policies" / "second_factor.toml"
    file.parent.mkdir(parents=True)
    file.write_text(policy, encoding="utf-8")


@pytest.mark.parametrize(("language", "foreign"), [("zh-hans", r"[A-Za-z]{3,}"), ("en", r"[\u4e00-\u9fff]+")])
def test_the_pages_speak_one_language(language: str, foreign: str) -> None:
    client = client_of(cast().supervisor)
    client.post("/language/setlang/", {"language": language})
    client.get("/account/factors/passkeys/new/")
    refused = client.post("/account/reauthenticate/", {"password": "x"})
    client.post("/account/reauthenticate/", {"password": PASSWORD})
    pages = ("", "code/removal/", "recovery/new/", "passkeys/new/", "passkeys/")
    answers = [refused, *(client.get(f"/account/factors/{each}") for each in pages)]
    names = "English|简体中文|丁专员|落实"
    for answer in answers:
        shown = re.sub(rf"<script.*?</script>|<[^>]+>|{names}", " ", answer.text, flags=re.DOTALL)
        assert re.findall(foreign, shown) == [], answer.request["PATH_INFO"]


def test_its_secret_is_stored_sealed_and_opens_only_with_our_key() -> None:
    client = _enter(cast().supervisor)
    secret = _set_up(client)
    stored = [json.dumps(each.data) for each in Authenticator.objects.all()]
    assert stored
    assert not any(secret in each for each in stored)
    totp = Authenticator.objects.get(type=Authenticator.Type.TOTP)
    assert FactorAdapter().decrypt(totp.data["secret"]) == secret
    with pytest.raises(Unopenable):
        FactorAdapter().decrypt(b64encode(b"\x01" + b"x" * 40).decode())
