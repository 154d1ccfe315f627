"""A page with one form that acts: what was typed becomes an act, or comes back with why not beside its field."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from luoshi.core.refusals import Refusal

from .access import Viewer
from .choosing import NamingField
from .pages import page
from .refusing import sentence

UNPROCESSABLE = 422

# An act is asked for and done at one address.
either = require_http_methods(["GET", "HEAD", "POST"])


def typed_in(request: HttpRequest) -> QueryDict | None:
    """Return what was typed, nothing while somebody only looks."""
    return request.POST if request.method == "POST" else None


def signed(viewer: Viewer) -> dict[str, Any]:
    """Return who acts and when, as every action takes it."""
    return {"by": viewer.person.pk, "at": datetime.now(UTC)}


@dataclass(frozen=True)
class Sheet:
    """What stands around the form, all of it finished words: ``act`` on the button, ``back`` an address.

    ``about`` says which field each refusal speaks of; what it does not name stands on top. ``lead`` says what
    the act means before somebody does it.
    """

    title: str
    act: str
    back: str
    lead: str = ""
    about: Mapping[str, str] = field(default_factory=dict)


class ActForm(forms.Form):
    """A form whose sentences say what to do. ``paths`` is the reach in which its fields name things."""

    def __init__(self, *args: Any, paths: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        for each in self.fields.values():
            each.error_messages["required"] = _("“%(label)s”没有填：请补上。") % {"label": each.label}
            if isinstance(each, NamingField):
                each.paths = paths
            if isinstance(each, forms.IntegerField) and each.min_value is not None and each.max_value:
                facts = {"label": each.label, "least": each.min_value, "most": each.max_value}
                said = _("“%(label)s”要填 %(least)d 到 %(most)d 的整数。") % facts
                each.error_messages.update(dict.fromkeys(("invalid", "min_value", "max_value"), said))
            if isinstance(each, forms.CharField) and each.max_length is not None:
                # The bound is checked by the field's own validator, which speaks of nobody's field.
                too_long = _("“%(label)s”有 %%(show_value)d 个字，超过 %%(limit_value)d 个字的上限：请缩短。")
                each.error_messages["max_length"] = too_long % {"label": each.label}


def answered(
    request: HttpRequest, form: forms.Form, sheet: Sheet, act: Callable[[dict[str, Any]], tuple[str, str]]
) -> HttpResponse:
    """Show the form, or do the act with what it holds; ``act`` returns what happened in words, and where to go on.

    What a rule refuses comes back with 422 and everything that was typed.
    """
    if request.method == "POST" and form.is_valid():
        try:
            said, onward = act(form.cleaned_data)
        except Refusal as refusal:
            name = sheet.about.get(refusal.sentence)
            form.add_error(name if name in form.fields else None, sentence(refusal))
        else:
            messages.success(request, said)
            return redirect(onward)
    status = UNPROCESSABLE if form.errors else 200
    return page(request, "parts/sheet.html", {"form": form, "sheet": sheet}, status=status)
