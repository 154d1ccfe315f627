"""A page answers HTMX with the block it asked for, and everybody else with the whole."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from jinja2.exceptions import UndefinedError

from luoshi.edge.web.errors import NOT_FOUND
from luoshi.edge.web.pages import page


def _answer(context: dict[str, object], **headers: str) -> HttpResponse:
    request = RequestFactory().get("/", headers=headers)
    return page(request, "error.html", context, fragment="content")


def test_gives_the_whole_page() -> None:
    assert "<!doctype html>" in _answer({"words": NOT_FOUND}).text


def test_gives_htmx_its_fragment() -> None:
    answer = _answer({"words": NOT_FOUND}, hx_request="true")
    assert answer.text.lstrip().startswith("<h1>")
    assert "<!doctype" not in answer.text


def test_gives_the_whole_page_when_history_is_restored() -> None:
    answer = _answer({"words": NOT_FOUND}, hx_request="true", hx_history_restore_request="true")
    assert "<!doctype html>" in answer.text


def test_tells_caches_that_the_two_differ() -> None:
    assert "HX-Request" in _answer({"words": NOT_FOUND})["Vary"]


def test_refuses_a_name_that_was_not_given() -> None:
    with pytest.raises(UndefinedError, match="words"):
        _answer({})
