"""Monitoring is answered with what it may know, and nobody else is answered at all."""

from typing import Any

import pytest
from django.test import Client
from prometheus_client.parser import text_string_to_metric_families

pytestmark = pytest.mark.django_db


def _values(text: str) -> dict[tuple[str, tuple[str, ...]], float]:
    """Return every sample by its name and the values of its labels."""
    families = text_string_to_metric_families(text)
    return {
        (sample.name, tuple(sample.labels.values())): sample.value
        for family in families
        for sample in family.samples
    }


@pytest.fixture
def monitoring(settings: Any) -> Client:
    """Give a client that has the token."""
    settings.LUOSHI_METRICS_TOKEN = "a-long-word"  # noqa: S105  # only in this test
    return Client(headers={"Authorization": "Bearer a-long-word"})


def test_nobody_is_answered_unless_the_installation_says_so(client: Client) -> None:
    assert client.get("/metrics").status_code == 404
    assert client.get("/metrics", headers={"Authorization": "Bearer "}).status_code == 404


def test_another_token_is_no_token(monitoring: Client) -> None:
    assert monitoring.get("/metrics").status_code == 200
    assert Client(headers={"Authorization": "Bearer 长词"}).get("/metrics").status_code == 404


def test_a_listed_address_is_answered_unless_it_speaks_for_others(client: Client, settings: Any) -> None:
    settings.LUOSHI_METRICS_FROM = ["10.1.0.0/16", "::1"]
    assert client.get("/metrics", REMOTE_ADDR="10.1.2.3").status_code == 200
    assert client.get("/metrics", REMOTE_ADDR="10.2.2.3").status_code == 404
    assert client.get("/metrics", REMOTE_ADDR="").status_code == 404
    forwarded = client.get("/metrics", REMOTE_ADDR="10.1.2.3", headers={"X-Forwarded-For": "1.2.3.4"})
    assert forwarded.status_code == 404


def test_requests_are_counted_by_route_and_status(monitoring: Client) -> None:
    before = _values(monitoring.get("/metrics").content.decode())
    monitoring.get("/healthz")
    monitoring.get("/people/secret-name")
    after = _values(monitoring.get("/metrics").content.decode())
    for key in (
        ("luoshi_requests_total", ("GET", "/healthz", "200")),
        ("luoshi_requests_total", ("GET", "(no route)", "404")),
        ("luoshi_request_seconds_count", ("/healthz",)),
    ):
        assert after[key] == before.get(key, 0) + 1
    assert not any("secret-name" in label for _name, labels in after for label in labels)


def test_sizes_and_moments_are_told(monitoring: Client) -> None:
    found = _values(monitoring.get("/metrics").content.decode())
    assert ("luoshi_table_rows_estimate", ("ledger_entry",)) in found
    assert found["luoshi_database_bytes", ()] >= 0
    assert found["luoshi_jobs", ("waiting",)] == 0
    # Nothing was ever backed up, so that there is no moment to tell.
    assert ("luoshi_last_backup_timestamp_seconds", ()) not in found
