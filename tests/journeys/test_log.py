"""A journey through the site leaves no name, title or token in the log."""

import json
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from luoshi.act.tasks.models import Task
from luoshi.config.urls import urlpatterns as everything
from luoshi.edge.ops.logs import JsonLine, Line, RouteOnly
from luoshi.ground.jobs.actions import start, take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.actions import record_contact
from luoshi.ground.people.models import Person
from world.ground import AT
from world.job_settings import KINDS
from world.loop import cast
from world.roles import populate
from world.sheets import posted_forms
from world.signing import PASSWORD, let_in
from world.spider import pages

pytestmark = pytest.mark.django_db

TOKEN = "tracking-7f3a9"  # noqa: S105  # only in this test
TITLE = "办理群众来信"
# At least so many forms each role finds and sends.
FORMS = {"secretary": 20, "clerk": 10, "system": 5, "security": 2, "audit": 2}


def _break(_request: HttpRequest, **_parts: str) -> HttpResponse:
    try:
        raise KeyError(TITLE)
    except KeyError as error:
        raise ValueError(f"甲书记 {TOKEN}") from error


urlpatterns = [*everything, path("breaking/<str:token>/", _break)]


@pytest.mark.parametrize("formatter", [JsonLine(), Line("{levelname} {name} {message}", style="{")])
def test_nothing_personal_is_logged(formatter: logging.Formatter, settings: Any) -> None:
    settings.ROOT_URLCONF = __name__
    settings.LUOSHI_JOBS = KINDS
    logged = StringIO()
    with _listening(logged, formatter):
        account = _journey()
    text = logged.getvalue()
    assert "builtins.ValueError" in text
    assert "/breaking/<str:token>/" in text
    assert "(breaking) failed" in text
    for word in (account, "甲书记", "的秘密", TITLE, TOKEN, PASSWORD, "127.0.0.1"):
        assert word not in text
    if isinstance(formatter, JsonLine):
        lines = [json.loads(line) for line in text.splitlines()]
        assert {"route", "status", "milliseconds"} <= {key for line in lines for key in line}


@pytest.mark.parametrize("role", ["secretary", "clerk", "system", "security", "audit"])
def test_a_walk_through_every_page_and_form_of_a_role_leaves_nothing_either(role: str) -> None:
    """Every form is sent with nonsense and, where that is refused, refused: what is said of it is logged by nobody."""
    world = populate()
    phone, client = "0518-5551234", world.clients[role]
    record_contact(world.cast.owner, phone, by=None, at=AT)
    logged = StringIO()
    with _listening(logged, JsonLine()):
        sent = set()
        for address, answer in pages(client):
            for form in posted_forms(answer, address):
                if form.action not in sent and not form.action.startswith(("/account/", "/language/")):
                    sent.add(form.action)
                    client.post(form.action, form.typed_in())
        while job := take(at=timezone.now()):
            carry_out(job)
    assert len(sent) >= FORMS[role]
    text = logged.getvalue()
    assert "/system/" in text or "/tasks/" in text or "/organizations/" in text
    people, tasks = (
        Person.objects.values_list("name", "account"),
        Task.objects.values_list("title", flat=True),
    )
    places = Organization.objects.values_list("name", flat=True)
    for word in (
        *(word for each in people for word in each),
        *tasks,
        *places,
        phone,
        "写了半天",
        "127.0.0.1",
    ):
        assert word not in text, word


@contextmanager
def _listening(logged: StringIO, formatter: logging.Formatter) -> Iterator[None]:
    """Let everything that the site says be written there too, as the site formats it."""
    console = logging.StreamHandler(logged)
    console.setFormatter(formatter)
    console.addFilter(RouteOnly())
    for name in ("django", "luoshi"):
        logging.getLogger(name).addHandler(console)
    logging.getLogger("luoshi.requests").setLevel(logging.INFO)
    try:
        yield
    finally:
        for name in ("django", "luoshi"):
            logging.getLogger(name).removeHandler(console)
        logging.getLogger("luoshi.requests").setLevel(logging.WARNING)


def _journey() -> str:
    """Sign in badly and well, look at pages, at what does not exist, at what breaks; return the account."""
    who = cast("-zhang.san")
    who.drafted(TITLE)
    let_in(who.issuer)
    client = Client(raise_request_exception=False)
    for word in ("wrong-" + PASSWORD, PASSWORD):
        client.post("/account/login/", {"login": who.issuer.account, "password": word})
    client.get("/")
    client.get(f"/tasks/{TOKEN}/?q={TITLE}")
    assert client.get(f"/breaking/{TOKEN}/").status_code == 500
    client.post("/read/", {"text": TITLE})
    start("breaking", by=who.issuer, at=timezone.now())
    job = take(at=timezone.now())
    assert job is not None
    carry_out(job)
    client.get(f"/jobs/{job.pk}/")
    return who.issuer.account
