"""Who may open what: every address × every role, as one table. A new address without a row fails.

``+`` is let in, ``>`` is asked to sign in, ``-`` is told what an address that leads nowhere tells.
Whoever adds an address adds its rows: one for something inside the reach of the committee that
``world.roles`` fills (``INSIDE``), one for something of a unit elsewhere (``OUTSIDE``), one for nothing at all.
"""

import re
from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.http import HttpResponse
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from luoshi.edge.web.access import Viewer
from luoshi.ground.accounts.queries import everybody
from luoshi.plan.deployments.actions import deploy
from world.ground import AT
from world.roles import World, populate

pytestmark = pytest.mark.django_db

#            anonymous
#            | secretary, leader
#            | |   supervisor (of all)
#            | |   | officer, clerk (of the office), stand-in of the secretary
#            | |   | |     stranger, somebody without a post
#            | |   | |     |   system, security, audit
ROLES = [
    "anonymous",
    "secretary",
    "leader",
    "supervisor",
    "officer",
    "clerk",
    "stand_in",
    "stranger",
    "no_post",
    "system",
    "security",
    "audit",
]
EVERYONE = "+ ++ + +++ ++ +++"
SIGNED_IN = "> ++ + +++ ++ +++"
INSIDE = "> ++ + +++ -- ---"
OUTSIDE = "> -- + --- +- ---"
MEMBERS = "> ++ + +++ ++ ---"
SYSTEM = "> -- - --- -- +--"
SECURITY = "> -- - --- -- -+-"
MEMBERS = "> ++ + +++ ++ ---"
NOBODY = "> -- - --- -- ---"
NOWHERE = "- -- - --- -- ---"

TEXT = "一、印发办法。（市数据局牵头）"

# address, method, what it names, who is let in
TABLE = (
    ("home", "get", "", SIGNED_IN),
    ("desk_list", "get", "list", MEMBERS),
    ("desk_list", "get", "no_list", NOBODY),
    ("tasks", "get", "", MEMBERS),
    ("tasks_workbook", "get", "", MEMBERS),
    ("saved_views", "post", "", MEMBERS),
    ("saved_view_removal", "post", "missing", NOBODY),
    ("tasks_urging", "get", "", MEMBERS),
    ("tasks_transfer", "get", "", MEMBERS),
    ("tasks_extension_request", "get", "", MEMBERS),
    ("tasks_extension", "get", "", MEMBERS),
    ("tasks_outcome", "get", "", NOBODY),
    ("reading", "get", "", EVERYONE),
    ("health", "get", "", EVERYONE),
    ("set_language", "post", "", EVERYONE),
    ("text_size", "post", "", EVERYONE),
    ("account", "get", "", SIGNED_IN),
    ("other_sessions_closure", "post", "", SIGNED_IN),
    ("session_closure", "post", "missing", NOBODY),
    ("account_login", "get", "", EVERYONE),
    ("account_logout", "get", "", EVERYONE),
    ("account_inactive", "get", "", EVERYONE),
    ("account_change_password", "get", "", SIGNED_IN),
    ("account_reauthenticate", "get", "", SIGNED_IN),
    ("mfa_authenticate", "get", "", EVERYONE),
    ("mfa_login_webauthn", "get", "", EVERYONE),
    ("mfa_reauthenticate", "get", "", SIGNED_IN),
    ("mfa_reauthenticate_webauthn", "get", "", SIGNED_IN),
    ("mfa_index", "get", "", SIGNED_IN),
    ("mfa_activate_totp", "get", "", SIGNED_IN),
    ("mfa_deactivate_totp", "get", "", SIGNED_IN),
    ("mfa_view_recovery_codes", "get", "", NOBODY),
    ("mfa_generate_recovery_codes", "get", "", SIGNED_IN),
    ("mfa_download_recovery_codes", "get", "", NOBODY),
    ("mfa_list_webauthn", "get", "", SIGNED_IN),
    ("mfa_add_webauthn", "get", "", SIGNED_IN),
    ("mfa_remove_webauthn", "get", "missing_key", SIGNED_IN),
    ("openid_connect_login", "post", "provider", NOWHERE),
    ("openid_connect_callback", "get", "provider", NOWHERE),
    ("deployments", "get", "", MEMBERS),
    ("new_deployment", "get", "", MEMBERS),
    *(
        (name, method, f"{prefix}{thing}", expected)
        for name, method, thing in (
            ("deployment", "get", "deployment"),
            ("unit_suggestions", "get", "deployment"),
            ("draft", "post", "draft"),
            ("draft_confirmation", "post", "draft"),
            ("draft_rejection", "post", "draft"),
            ("draft_parts", "post", "draft"),
            ("draft_selection", "post", "deployment"),
            ("clause_exemption", "post", "draft"),
            ("organization_aliases", "post", "deployment"),
            ("review_restoration", "post", "deployment"),
            ("deployment_dispatch", "post", "deployment"),
        )
        for prefix, expected in (("", INSIDE), ("other_", OUTSIDE), ("no_", NOBODY))
    ),
    ("system_accounts", "get", "", SYSTEM),
    ("system_account", "get", "person", SYSTEM),
    ("system_account", "get", "missing", NOBODY),
    ("system_account_opening", "post", "person", SYSTEM),
    ("system_account_password", "post", "person", SYSTEM),
    ("system_account_closure", "post", "person", SYSTEM),
    ("system_account_reopening", "post", "person", SYSTEM),
    ("system_account_unprotection", "post", "person", SYSTEM),
    ("system_offices", "get", "", SECURITY),
    ("system_office_removal", "post", "office_holder", SECURITY),
    ("system_office_removal", "post", "officeless", NOBODY),
    ("system_grants", "get", "", SECURITY),
    ("system_grant_revocation", "post", "grant", SECURITY),
    ("system_grant_revocation", "post", "missing", NOBODY),
    ("system_policies", "get", "", SECURITY),
)


def _things(world: World) -> dict[str, dict[str, object]]:
    """Return the parts of an address for each thing that the table names."""
    return {
        "": {},
        "list": {"part": "todo"},
        "no_list": {"part": "nothing"},
        "missing": {"number": 999_999},
        "missing_key": {"pk": 999_999},
        "provider": {"provider_id": "sso"},
        "person": {"number": world.person.pk},
        "office_holder": {"number": world.keeper.pk},
        "officeless": {"number": world.account.pk},
        "grant": {"number": world.grant.pk},
        **_deployments(world),
    }


def _deployments(world: World) -> dict[str, dict[str, object]]:
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
    if answer.status_code == 404:
        return "-"
    return ">" if answer.headers.get("Location", "").startswith("/account/login/?") else "+"


def test_every_address_has_a_row() -> None:
    assert set(_names(get_resolver())) == {name for name, *_rest in TABLE}


@pytest.mark.parametrize(("name", "method", "thing", "expected"), TABLE)
def test_each_role_is_let_in_asked_to_sign_in_or_told_of_nothing(
    name: str, method: str, thing: str, expected: str
) -> None:
    cache.clear()
    world = populate()
    address = reverse(name, kwargs=_things(world)[thing] or None)
    found = {role: _sign(getattr(world.clients[role], method)(address, {"act": "confirm"})) for role in ROLES}
    assert found == dict(zip(ROLES, expected.replace(" ", ""), strict=True))


def test_the_reach_of_each_role_is_its_subtree() -> None:
    world = populate()
    by_person = {account.person_id: Viewer(account) for account in everybody()}
    viewers = {role: by_person[person.pk] for role, person in world.people.items()}
    for place, expected in ((world.cast.office, INSIDE), (world.elsewhere, OUTSIDE)):
        signs = dict(zip(ROLES, expected.replace(" ", ""), strict=True))
        assert {role: viewer.sees(place.path) for role, viewer in viewers.items()} == {
            role: signs[role] == "+" for role in viewers
        }


def _without_tokens(page: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="\w+"', b"", page)


def test_what_must_not_be_seen_looks_like_what_does_not_exist() -> None:
    world = populate()
    hidden = f"/system/accounts/{world.person.pk}/"
    for role in ("secretary", "stranger", "no_post", "security", "audit"):
        client = world.clients[role]
        answers = [client.get(address) for address in (hidden, "/system/accounts/999999/", "/nowhere/")]
        assert [answer.status_code for answer in answers] == [404] * 3
        assert len({_without_tokens(answer.content) for answer in answers}) == 1, role
