"""The health page tells the truth about the database."""

import pytest
from django.db import OperationalError, connection
from django.test import Client


@pytest.mark.django_db
def test_says_which_database_answers(client: Client) -> None:
    answer = client.get("/healthz")
    assert answer.json() == {"status": "ok", "database": connection.vendor}
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.django_db
def test_answers_503_when_the_database_does_not(client: Client) -> None:
    def refuse(*_arguments: object) -> None:
        raise OperationalError

    with connection.execute_wrapper(refuse):
        answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.json() == {"status": "unavailable", "cause": "database"}
