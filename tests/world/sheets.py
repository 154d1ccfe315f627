"""Forms as a browser would send them."""

from typing import Any

from django.http.response import HttpResponseBase
from lxml import html


def page_of(answer: HttpResponseBase) -> html.HtmlElement:
    """Return the answer's page, parsed."""
    content: bytes = getattr(answer, "content", b"")
    return html.fromstring(content.decode())


def filled_in(answer: HttpResponseBase, selector: str) -> dict[str, str]:
    """Return what the one form that the selector finds on the page would send."""
    form: Any
    [form] = page_of(answer).cssselect(selector)
    # A browser drops the first line break of a text area.
    return {name: (value or "").removeprefix("\n") for name, value in form.form_values()}
