"""A journey through the site leaves no name, title or token in the log."""

import json
import logging
from io import StringIO
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from luoshi.config.urls import urlpatterns as everything
from luoshi.edge.ops.logs import JsonLine, Line, RouteOnly
from luoshi.ground.jobs.actions import start, take
from luoshi.ground.jobs.carrying_out import carry_out
from world.job_settings import KINDS
from world.loop import cast
from world.signing import PASSWORD, let_in

pytestmark = pytest.mark.django_db

TOKEN = "tracking-7f3a9"  # noqa: S105  # only in this test
TITLE = "办理群众来信"


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
    console = logging.StreamHandler(logged)
    console.setFormatter(formatter)
    console.addFilter(RouteOnly())
    for name in ("django", "luoshi"):
        logging.getLogger(name).addHandler(console)
    logging.getLogger("luoshi.requests").setLevel(logging.INFO)
    try:
        account = _journey()
    finally:
        for name in ("django", "luoshi"):
            logging.getLogger(name).removeHandler(console)
        logging.getLogger("luoshi.requests").setLevel(logging.WARNING)
    text = logged.getvalue()
    assert "builtins.ValueError" in text
    assert "/breaking/<str:token>/" in text
    assert "(breaking) failed" in text
    for word in (account, "甲书记", "的秘密", TITLE, TOKEN, PASSWORD, "127.0.0.1"):
        assert word not in text
    if isinstance(formatter, JsonLine):
        lines = [json.loads(line) for line in text.splitlines()]
        assert {"route", "status", "milliseconds"} <= {key for line in lines for key in line}


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
