"""Forms as a browser would send them."""

from dataclasses import dataclass
from typing import Any

from django.http.response import HttpResponseBase
from lxml import html

WORDS = {"date": "2099-01-05", "number": "7"}
BOXES = frozenset({"checkbox", "radio"})
UNTYPED = frozenset({"hidden", "file", "submit", "button"})


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


@dataclass(frozen=True)
class Form:
    """A form that is posted: where to, what the page holds in it, and what is typed into the fields for words."""

    action: str
    values: dict[str, list[str]]
    hidden: dict[str, list[str]]
    own: dict[str, list[str]]

    def typed_in(self) -> dict[str, list[str]]:
        """Return what a browser sends once every field was typed into."""
        return {**self.hidden, **self.own}


def posted_forms(answer: HttpResponseBase, address: str) -> list[Form]:
    """Return the forms of the page at that address that are posted, each as it is and as somebody fills it in."""
    if not getattr(answer, "content", b"").strip():
        return []
    return [
        _form(form, form.get("action") or address.partition("?")[0])
        for form in page_of(answer).cssselect("form")
        if form.get("method", "").lower() == "post"
    ]


def _form(form: Any, action: str) -> Form:
    hidden = {name: [value] for name, value in _sent(form.cssselect("input[type=hidden]"))}
    before = _values(form)
    for field in form.cssselect("input, textarea, select"):
        _type_into(field)
    return Form(action, before, hidden, _values(form))


def _values(form: Any) -> dict[str, list[str]]:
    """Return what the fields that people see hold, by name."""
    found: dict[str, list[str]] = {}
    for field in form.cssselect("input, textarea, select"):
        kind = field.get("type", "text")
        if kind in UNTYPED or not field.get("name"):
            continue
        held = found.setdefault(field.get("name"), [])
        if kind not in BOXES:
            # A browser drops the first line break of a text area.
            held.append((field.value or "").removeprefix("\n"))
        elif field.checked:
            held.append(field.get("value", "on"))
    return found


def _sent(fields: Any) -> list[tuple[str, str]]:
    return [(field.get("name"), field.get("value", "")) for field in fields]


def _type_into(field: Any) -> None:
    kind = field.get("type", "text")
    if kind in UNTYPED:
        return
    if field.tag == "select":
        field.value = field.value_options[-1]
    elif kind == "checkbox":
        field.checked = not field.checked
    elif kind == "radio":
        field.checked = True
    elif field.tag == "textarea":
        field.text = "写了半天\n又写了半天"
    else:
        field.set("value", WORDS.get(kind, "写了半天"))
