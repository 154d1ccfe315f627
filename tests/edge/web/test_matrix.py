"""Everybody opens what the table of ``world.matrix`` lets them open, and nothing else. A new address without a row fails."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core.cache import cache
from django.db import transaction
from django.http import HttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from pytest_django.plugin import DjangoDbBlocker

from luoshi.act.tasks.queries import proofs
from luoshi.edge.web.access import Viewer
from luoshi.ground.accounts.models import Account
from luoshi.ground.accounts.queries import everybody
from luoshi.ground.people.queries import posts_of
from luoshi.plan.deployments.actions import deploy
from world.duty_things import duty_things
from world.ground import AT, TODAY
from world.life_rows import activities_of
from world.matrix import INSIDE, OUTSIDE, ROLES, TABLE
from world.member_rows import member_things
from world.owed_things import owed_things
from world.roles import World, populate
from world.sheets import Form, posted_forms

pytestmark = pytest.mark.django_db

Things = dict[str, dict[str, object]]
# What opens a form on its page; forms that hold passwords and codes, which are never kept, or ask for no session.
OPENED = {
    "deployment": "?draft=1",
    **dict.fromkeys(
        ("tasks_urging", "tasks_transfer", "tasks_extension_request", "tasks_extension"), "?task={task}"
    ),
}
UNKEPT = ("/account/", "/language/", "/read/")

TEXT = "一、印发办法。（市数据局牵头）"


def _things(world: World) -> Things:
    """Return the parts of an address for each thing that the table names."""
    return {
        "": {},
        "list": {"part": "todo"},
        "round": {"which": "sweep"},
        "no_round": {"which": "nothing"},
        "no_list": {"part": "nothing"},
        "missing": {"number": 999_999},
        "missing_key": {"pk": 999_999},
        "provider": {"provider_id": "sso"},
        "person": {"number": world.person.pk},
        "office_holder": {"number": world.keeper.pk},
        "officeless": {"number": world.account.pk},
        "grant": {"number": world.grant.pk},
        "task": {"number": world.task.pk},
        "delivery": {"number": world.delivery},
        "committee": {"number": world.cast.committee.pk},
        "office": {"number": world.cast.office.pk},
        "elsewhere": {"number": world.elsewhere.pk},
        "owner": {"number": world.cast.owner.pk},
        "stranger": {"number": world.cast.stranger.pk},
        "post": {"number": posts_of(world.cast.owner, TODAY)[0].pk},
        "post_elsewhere": {"number": posts_of(world.cast.stranger, TODAY)[0].pk},
        "workbook": {"which": "people"},
        "no_workbook": {"which": "passwords"},
        "task_elsewhere": {"number": world.task_elsewhere.pk},
        "evidence": {"number": world.task.pk, "evidence": proofs(world.task)[0].pk},
        "evidence_missing": {"number": world.task.pk, "evidence": 999_999},
        "move": {"number": world.task.pk, "noun": "reminder"},
        "move_elsewhere": {"number": world.task_elsewhere.pk, "noun": "dispatch"},
        "move_unknown": {"number": world.task.pk, "noun": "nothing"},
        **_deployments(world),
        **activities_of(world),
        **owed_things(world),
        **duty_things(world),
        **member_things(world),
    }


def _deployments(world: World) -> Things:
    """Return a deployment and its first draft, of the office, of a unit elsewhere, and none at all."""
    inside = deploy(TEXT, "a", organization=world.cast.office, by=world.cast.owner, at=AT).pk
    outside = deploy(TEXT, "a", organization=world.elsewhere, by=world.people["stranger"], at=AT).pk
    numbers = (("", inside), ("other_", outside), ("no_", 999_999))
    return {
        **{f"{prefix}deployment": {"number": number} for prefix, number in numbers},
        **{f"{prefix}draft": {"number": number, "place": 1} for prefix, number in numbers},
    }


def _names(resolver: URLResolver) -> Iterator[str]:
    for each in resolver.url_patterns:
        if isinstance(each, URLResolver):
            yield from _names(each)
        else:
            assert isinstance(each, URLPattern)
            yield str(each.name)


def _sign(answer: HttpResponse) -> str:
    # A file that is handed out is open until then.
    answer.close()
    if answer.status_code == 404:
        return "-"
    return ">" if answer.headers.get("Location", "").startswith("/account/login/?") else "+"


@pytest.fixture(scope="module")
def _filled(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[tuple[World, Things]]:
    """Fill the database once for all rows; what a test does to it is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        cache.clear()
        world = populate()
        yield world, _things(world)
        transaction.set_rollback(True)


@pytest.fixture
def filled(_filled: tuple[World, Things]) -> tuple[World, Things]:
    """Give who and what there is, each client with cookies of its own."""
    world, things = _filled
    return replace(world, clients={role: _same(client) for role, client in world.clients.items()}), things


def _same(client: Client) -> Client:
    another = Client()
    another.cookies = deepcopy(client.cookies)
    return another


def test_every_address_has_a_row() -> None:
    assert set(_names(get_resolver())) == {name for name, *_rest in TABLE}


@pytest.mark.parametrize(("name", "method", "thing", "expected"), TABLE)
def test_each_role_is_let_in_asked_to_sign_in_or_told_of_nothing(
    name: str, method: str, thing: str, expected: str, filled: tuple[World, Things]
) -> None:
    world, things = filled
    address = reverse(name, kwargs=things[thing] or None)
    found = {role: _sign(getattr(world.clients[role], method)(address, {"act": "confirm"})) for role in ROLES}
    assert found == dict(zip(ROLES, expected.replace(" ", ""), strict=True))


def test_the_reach_of_each_role_is_its_subtree(filled: tuple[World, Things]) -> None:
    world, _things = filled
    by_person = {account.person_id: Viewer(account) for account in everybody()}
    viewers = {role: by_person[person.pk] for role, person in world.people.items()}
    for place, expected in ((world.cast.office, INSIDE), (world.elsewhere, OUTSIDE)):
        signs = dict(zip(ROLES, expected.replace(" ", ""), strict=True))
        assert {role: viewer.sees(place.path) for role, viewer in viewers.items()} == {
            role: signs[role] == "+" for role in viewers
        }


def _without_tokens(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_what_must_not_be_seen_looks_like_what_does_not_exist(filled: tuple[World, Things]) -> None:
    world, _things = filled
    hidden = f"/system/accounts/{world.person.pk}/"
    for role in ("secretary", "stranger", "no_post", "security", "audit"):
        client = world.clients[role]
        answers = [client.get(address) for address in (hidden, "/system/accounts/999999/", "/nowhere/")]
        assert [answer.status_code for answer in answers] == [404] * 3
        assert len({_without_tokens(answer.content) for answer in answers}) == 1, role


def _forms(world: World, things: Things, role: str) -> Iterator[tuple[str, Form]]:
    """Give every form that is posted from any page that is open to the role, with the page's address, each once."""
    seen = set()
    for name, method, thing, expected in TABLE:
        if method != "get" or dict(zip(ROLES, expected.replace(" ", ""), strict=True))[role] != "+":
            continue
        address = reverse(name, kwargs=things[thing] or None) + OPENED.get(name, "").format(
            task=world.task.pk
        )
        answer = world.clients[role].get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            for form in posted_forms(answer, address):
                if form.action not in seen and not form.action.startswith(UNKEPT):
                    seen.add(form.action)
                    yield address, form
        answer.close()


def _following(address: str) -> str:
    """Return where signing in at that address leads."""
    return parse_qs(urlsplit(address).query)["next"][0]


@pytest.mark.parametrize("role", ["secretary", "officer", "system", "security", "audit"])
def test_what_is_typed_into_any_form_while_the_session_ends_comes_back(
    role: str, filled: tuple[World, Things]
) -> None:
    world, things = filled
    client = world.clients[role]
    account = Account.objects.get(person=world.people[role])
    stranger = Account.objects.get(person=world.people["stranger"])
    tried = []
    for address, form in list(_forms(world, things, role)):
        said = form.typed_in()
        for reader in (stranger, account):
            client.session.flush()
            asked = client.post(form.action, said, headers={"Referer": f"http://testserver{address}"})
            assert asked.headers["Location"].startswith("/account/login/?next="), form.action
            client.force_login(reader)
            shown = client.get(_following(asked.headers["Location"]), follow=True)
            found = [
                each for each in posted_forms(shown, shown.request["PATH_INFO"]) if each.action == form.action
            ]
            if reader == account:
                assert shown.status_code == 200, form.action
                assert form.own in [each.values for each in found], form.action
                tried.append(form.action)
            else:
                assert not any(form.own and form.own == each.values for each in found), form.action
    assert tried
