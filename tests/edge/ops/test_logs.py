"""A log line names the route, never the address."""

import logging
from io import StringIO

import pytest
from django.test import Client, RequestFactory

from luoshi.edge.ops.logs import RouteOnly


def _record(path: str) -> logging.LogRecord:
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, "%s: %s", ("Not Found", path), None)
    record.request = RequestFactory().get(path)
    return record


def test_hides_an_address_that_no_route_served() -> None:
    record = _record("/requests/secret-tracking-code")
    assert RouteOnly().filter(record)
    assert record.getMessage() == "Not Found: (no route)"


def test_names_the_route_that_served() -> None:
    record = _record("/people/7")
    record.request.resolver_match = type("Match", (), {"route": "people/<int:person>"})()  # type: ignore[attr-defined]  # set by logging's extra
    RouteOnly().filter(record)
    assert record.getMessage() == "Not Found: /people/<int:person>"


def test_leaves_other_lines_alone() -> None:
    record = logging.LogRecord("luoshi", logging.INFO, "", 0, "sealed %d entries", (3,), None)
    RouteOnly().filter(record)
    assert record.getMessage() == "sealed 3 entries"


@pytest.mark.django_db
def test_the_site_logs_that_way(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    logged = StringIO()
    console = next(
        handler
        for handler in logging.getLogger("django").handlers
        if any(isinstance(rule, RouteOnly) for rule in handler.filters)
    )
    monkeypatch.setattr(console, "stream", logged)
    client.get("/requests/secret-tracking-code")
    assert "Not Found: (no route)" in logged.getvalue()
    assert "secret" not in logged.getvalue()
