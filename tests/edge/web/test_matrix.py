"""Who may open what: every address × every role, as one table. A new address without a row fails.

``+`` is let in, ``>`` is asked to sign in, ``-`` is told what an address that leads nowhere tells.
Whoever adds an address adds its rows: one for something inside the reach of the committee that
``world.roles`` fills (``INSIDE``), one for something of a unit elsewhere (``OUTSIDE``), one for nothing at all.
"""

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
from world.duty_things import DUTY_ROWS, duty_things
from world.ground import AT, TODAY
from world.life_rows import activities_of, organizational_life
from world.member_rows import MEMBER_ROWS, member_things
from world.owed_things import OWED_ROWS, owed_things
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
IN_POST = "> ++ + +++ +- ---"
SYSTEM = "> -- - --- -- +--"
SECURITY = "> -- - --- -- -+-"
AUDIT = "> -- - --- -- --+"
KEEPERS = "> ++ - ++- +- ---"
# By posts of their own as secretary, first responsible person or Party-affairs officer, there or above.
KEPT = "> ++ - +-- -- ---"
KEPT_BELOW = "> ++ - ++- -- ---"
KEPT_ELSEWHERE = "> -- - --- +- ---"
COMMITTEE = "> ++ + +-+ -- ---"
ON_PLACE = ("foundation", "charter", "registration", "posts")
ON_SHAPE = ("move", "merger", "dissolution")
ON_POST = ("holding", "departure", "abolition")
NOBODY = "> -- - --- -- ---"
ISSUING = "> ++ + +-+ -- ---"
NOWHERE = "- -- - --- -- ---"

TEXT = "一、印发办法。（市数据局牵头）"

# address, method, what it names, who is let in
TABLE = (
    ("home", "get", "", SIGNED_IN),
    ("desk_list", "get", "list", MEMBERS),
    ("desk_list", "get", "no_list", NOBODY),
    ("tasks", "get", "", MEMBERS),
    *(("tasks_workbook", method, "", MEMBERS) for method in ("get", "post")),
    ("saved_views", "post", "", MEMBERS),
    ("saved_view_removal", "post", "missing", NOBODY),
    ("tasks_urging", "get", "", MEMBERS),
    ("tasks_transfer", "get", "", MEMBERS),
    ("tasks_extension_request", "get", "", MEMBERS),
    ("tasks_extension", "get", "", MEMBERS),
    ("tasks_outcome", "get", "", NOBODY),
    ("jobs", "get", "", SIGNED_IN),
    *((name, "get", "missing", NOBODY) for name in ("job", "job_file")),
    *((name, "post", "missing", NOBODY) for name in ("job_cancellation", "job_renewal")),
    ("metrics", "get", "", NOWHERE),
    ("system_backups", "get", "", SYSTEM),
    ("system_backup", "get", "missing", NOBODY),
    # Whoever asks for a backup signs in once more before anything is looked up.
    ("system_backup_handover", "post", "missing", SYSTEM),
    ("system_rounds", "get", "", SYSTEM),
    ("system_round", "post", "round", SYSTEM),
    ("system_round", "post", "no_round", NOBODY),
    ("system_ledger", "get", "", AUDIT),
    ("system_ledger_verification", "post", "", AUDIT),
    ("system_ledger_export", "post", "", AUDIT),
    ("system_ledger_proof", "get", "", AUDIT),
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
    ("new_task", "get", "", IN_POST),
    ("task", "get", "task", INSIDE),
    ("task", "get", "task_elsewhere", OUTSIDE),
    ("task", "get", "missing", NOBODY),
    ("task_evidence", "get", "evidence", INSIDE),
    ("task_evidence", "get", "evidence_missing", NOBODY),
    ("task_move", "get", "move", INSIDE),
    ("task_move", "post", "move", INSIDE),
    ("task_move", "post", "move_elsewhere", OUTSIDE),
    ("task_move", "get", "move_unknown", NOBODY),
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
    *DUTY_ROWS,
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
    ("notices", "get", "", MEMBERS),
    ("notices_reading", "post", "", MEMBERS),
    ("system_deliveries", "get", "", SYSTEM),
    ("system_delivery_attempt", "post", "delivery", SYSTEM),
    ("system_delivery_attempt", "post", "missing", NOBODY),
    ("supervision_notice", "get", "task", ISSUING),
    ("supervision_notice", "post", "task", ISSUING),
    ("supervision_notice", "get", "missing", NOBODY),
    ("supervision_notice_file", "get", "task", ISSUING),
    ("supervision_notice_file", "get", "missing", NOBODY),
    ("organizations", "get", "", MEMBERS),
    ("organization_search", "get", "", MEMBERS),
    ("organization", "get", "committee", COMMITTEE),
    ("organization", "get", "office", INSIDE),
    ("organization", "get", "elsewhere", OUTSIDE),
    ("organization", "get", "missing", NOBODY),
    ("organization_node", "get", "office", INSIDE),
    ("organization_node", "get", "elsewhere", OUTSIDE),
    ("organization_tasks", "get", "office", INSIDE),
    ("organization_tasks", "get", "elsewhere", OUTSIDE),
    *((f"organization_{act}", "get", "office", KEPT_BELOW) for act in ON_PLACE),
    *((f"organization_{act}", "get", "committee", KEPT) for act in ON_PLACE),
    *((f"organization_{act}", "get", "elsewhere", KEPT_ELSEWHERE) for act in ON_PLACE),
    *((f"organization_{act}", "get", "office", KEPT) for act in ON_SHAPE),
    *((f"organization_{act}", "get", "committee", NOBODY) for act in ON_SHAPE),
    *((f"organization_{act}", "get", "elsewhere", NOBODY) for act in ON_SHAPE),
    *organizational_life(MEMBERS, INSIDE, OUTSIDE, NOBODY),
    *OWED_ROWS,
    *MEMBER_ROWS,
    ("workbooks", "get", "", MEMBERS),
    ("workbooks", "post", "", KEEPERS),
    ("workbook_import", "post", "", KEEPERS),
    ("workbook_template", "get", "workbook", MEMBERS),
    ("workbook_template", "get", "no_workbook", NOBODY),
    ("workbook_export", "get", "workbook", MEMBERS),
    ("person_search", "get", "", MEMBERS),
    ("person", "get", "owner", INSIDE),
    ("person", "get", "stranger", OUTSIDE),
    ("person", "get", "missing", NOBODY),
    ("person_contact", "get", "owner", INSIDE),
    ("person_contact", "get", "stranger", OUTSIDE),
    ("person_particulars", "get", "owner", KEPT_BELOW),
    ("person_particulars", "get", "stranger", KEPT_ELSEWHERE),
    ("person_transfer", "get", "owner", KEPT_BELOW),
    ("person_transfer", "get", "stranger", KEPT_ELSEWHERE),
    *((f"post_{act}", "get", "post", KEPT_BELOW) for act in ON_POST),
    *((f"post_{act}", "get", "post_elsewhere", KEPT_ELSEWHERE) for act in ON_POST),
    ("post_handover", "get", "post", INSIDE),
    ("post_handover", "get", "post_elsewhere", OUTSIDE),
    ("post_handover_file", "get", "post", INSIDE),
    ("post_handover_file", "get", "post_elsewhere", OUTSIDE),
    ("grants", "get", "", MEMBERS),
    ("grant_revocation", "post", "grant", "> +- - --- -- ---"),
    ("grant_revocation", "post", "missing", NOBODY),
)


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
