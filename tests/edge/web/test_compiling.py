"""What stands in a page is escaped, and said in the page's language, however templates are compiled."""

from html import unescape

import pytest
from django.template import engines
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as some
from jinja2 import UndefinedError
from markupsafe import Markup, escape

from luoshi.edge.web.compiling import written


@given(some.text())
def test_text_is_escaped_and_reads_as_it_was(text: str) -> None:
    shown = written(text)
    assert not set("<>\"'") & set(shown)
    assert unescape(shown) == unescape(str(escape(text)))


class Safe:
    """Something that knows how it stands in a page."""

    def __html__(self) -> str:
        return "<b>报结</b>"


@pytest.mark.parametrize(
    ("value", "shown"),
    [(Markup("<i>"), "<i>"), (Safe(), "<b>报结</b>"), (12, "12"), (None, "None"), ("<i>", "&lt;i&gt;")],
)
def test_what_is_ours_stands_as_it_is(value: object, shown: str) -> None:
    assert written(value) == shown


def _rendered(source: str, **values: object) -> str:
    return str(engines["jinja2"].from_string(source).render(values))


def test_a_cell_an_attribute_and_a_macro_are_escaped() -> None:
    source = (
        '{% macro of(it) %}<i title="{{ it }}">{{ it }}</i>{% endmacro %}{{ of(it) }}{{ it }}{{ it|upper }}'
    )
    hostile = '"><script>'
    assert "<script>" not in _rendered(source, it=hostile).lower()


def test_a_name_that_was_not_given_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        _rendered("{{ nobody_gave_this }}")


@pytest.mark.django_db
def test_each_language_has_its_own_compilation(client: Client) -> None:
    address = reverse("account_login")
    shown = [
        client.get(address, headers={"accept-language": language}).content.decode()
        for language in ("zh-hans", "en", "zh-hans")
    ]
    assert ["跳到正文" in each for each in shown] == [True, False, True]
    assert ["Skip to the content" in each for each in shown] == [False, True, False]
