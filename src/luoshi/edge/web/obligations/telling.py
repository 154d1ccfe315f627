"""Declaring what no register tells about an organization."""

from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy
from django.utils.translation import gettext as _

from luoshi.core.rules import FACTS, Fact, Value
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, signed, typed_in
from luoshi.edge.web.days import DayField
from luoshi.edge.web.organizations.finding import kept
from luoshi.plan.obligations.actions import declare
from luoshi.plan.obligations.subjects import declared

MOST = 10_000_000


class FactForm(ActForm):
    """What an organization declares of one fact; the field is of the fact's type, and empty takes back what was said."""

    value = forms.CharField(label=gettext_lazy("情况"), required=False)

    def __init__(self, *args: Any, fact: Fact, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["value"] = _field(fact)


@either
@members
def fact(request: HttpRequest, viewer: Viewer, number: int, fact: str) -> HttpResponse:
    """Declare one fact of an organization that the viewer keeps."""
    one = kept(viewer, number)
    known = FACTS.get(fact)
    if known is None:
        raise Http404
    was = declared([one.path]).get(one.pk, {}).get(fact)
    label = gettext(known.label)
    sheet = Sheet(
        title=_("“%(name)s”：%(fact)s") % {"name": one.name, "fact": label},
        act=_("申报"),
        back=reverse("organization_obligations", kwargs={"number": one.pk}),
        lead=_("规定是否适用要看这一项；申报的值、日期和申报人都记入账本。留空就是收回申报。"),
    )

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        declare(one, fact, _value(typed["value"]), **signed(viewer))
        return _("已记下“%(name)s”的%(fact)s。") % {"name": one.name, "fact": label}, sheet.back

    initial = {"value": {True: "yes", False: "no"}.get(was, was) if isinstance(was, bool) else was}
    return answered(request, FactForm(typed_in(request), fact=known, initial=initial), sheet, act)


def _field(fact: Fact) -> forms.Field:
    label = gettext(fact.label)
    if fact.type == "yes_or_no":
        choices = [("", _("不申报")), ("yes", _("是")), ("no", _("否"))]
        return forms.ChoiceField(label=label, required=False, choices=choices)
    if fact.type == "date":
        return DayField(label=label, required=False)
    invalid = {"invalid": _("“%(fact)s”要填整数。") % {"fact": label}}
    return forms.IntegerField(
        label=label, required=False, min_value=0, max_value=MOST, error_messages=invalid
    )


def _value(typed: Any) -> Value | None:
    if isinstance(typed, bool | int | date):
        return typed
    return {"yes": True, "no": False}.get(typed)
