"""Every form declares what it costs, and none asks for what the system holds. A new form without its cost fails."""

from collections.abc import Iterator
from dataclasses import replace

from django import forms
from django.urls import get_resolver

from luoshi.core.burden import Form, asked_twice
from luoshi.core.lifecycle import TABLE
from luoshi.edge.exchange.burden import site_registry
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.task.fields import FIELDS
from luoshi.edge.web.task.forms import MoveForm
from luoshi.edge.web.task.moves import ROWS

PACKAGE = "luoshi.edge.web."


def _subclasses(cls: type[forms.Form]) -> Iterator[type[forms.Form]]:
    for each in cls.__subclasses__():
        yield each
        yield from _subclasses(each)


def _asked() -> dict[str, dict[str, str]]:
    """Return for every form of the pages, by name, its visible fields with what people read beside them."""
    _patterns = get_resolver().url_patterns
    found: dict[str, dict[str, str]] = {}
    for each in set(_subclasses(forms.Form)) - {ActForm, MoveForm}:
        if each.__module__.startswith(PACKAGE):
            name = f"{each.__module__.removeprefix(PACKAGE)}.{each.__name__}"
            shown = {key: field for key, field in each.base_fields.items() if not field.widget.is_hidden}
            found[name] = {key: str(field.label or "") for key, field in shown.items()}
    for row in ROWS.values():
        if row.brings:
            labels = {name: str(FIELDS[name]().label or "") if name in FIELDS else "" for name in row.brings}
            found[f"move.{row.noun}"] = labels
    return found


def _labelled() -> Iterator[Form]:
    asked = _asked()
    for form in site_registry().forms:
        labels = asked[form.name]
        yield replace(form, questions=tuple(replace(q, label=labels[q.name]) for q in form.questions))


def test_every_field_of_every_form_declares_its_cost_in_content_burden_forms() -> None:
    declared = {form.name: {each.name for each in form.questions} for form in site_registry().forms}
    assert declared == {name: set(labels) for name, labels in _asked().items()}


def test_no_form_asks_for_what_the_system_holds() -> None:
    assert [str(each) for each in asked_twice(_labelled(), site_registry().known)] == []


def test_every_source_of_a_known_answer_is_a_form() -> None:
    names = {form.name for form in site_registry().forms}
    assert {source for each in site_registry().known for source in each.sources} <= names


def test_every_move_of_a_task_that_asks_something_is_counted() -> None:
    counted = site_registry().by_verb()
    moves = {TABLE[move].verb for move, row in ROWS.items() if row.brings}
    # Escalations are given by policy every morning, not filled in.
    assert moves - counted.keys() == {"task.escalated"}
