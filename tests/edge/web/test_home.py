"""The first page, in both languages."""

import pytest
from django.test import Client

pytestmark = pytest.mark.django_db


def test_speaks_chinese_unless_asked_otherwise(client: Client) -> None:
    answer = client.get("/read/")
    assert answer.status_code == 200
    assert "把部署变成可核验的任务" in answer.text
    assert '<html lang="zh-hans">' in answer.text


def test_speaks_english_to_an_english_browser(client: Client) -> None:
    answer = client.get("/read/", headers={"accept-language": "en-GB,en;q=0.9"})
    assert "What was deployed becomes tasks that can be verified" in answer.text
    assert "部署" not in answer.text


def test_remembers_the_chosen_language(client: Client) -> None:
    answer = client.post("/language/setlang/", {"language": "en", "next": "/read/"}, follow=True)
    assert '<html lang="en">' in answer.text


def test_tells_the_browser_what_to_refuse(client: Client) -> None:
    headers = client.get("/read/").headers
    policy = headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


def test_keeps_scripts_away_from_the_form_token(client: Client) -> None:
    cookie = client.get("/read/").cookies["luoshi-csrf"]
    assert cookie["httponly"]
    assert cookie["samesite"] == "Lax"
