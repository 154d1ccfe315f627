"""A draft is adapted: an item is changed, added, dropped with a reason, taken in again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from luoshi.core.refusals import Refusal
from luoshi.edge.web.access import Viewer, members
from luoshi.edge.web.acting import ActForm, Sheet, answered, either, typed_in
from luoshi.edge.web.refusing import sentence
from luoshi.plan.duties import refusals
from luoshi.plan.duties.actions import add_item, amend_item, drop_item, restore_item
from luoshi.plan.duties.actions.items import Wording
from luoshi.plan.duties.lengths import TITLE_LENGTH, WORDS
from luoshi.plan.duties.queries.lists import find_item
from luoshi.plan.duties.standing import may_keep
from luoshi.plan.duties.vocabulary import Area, Frequency, Overseer

from .finding import acting
from .forms import WhyForm
from .lists import seen_list

if TYPE_CHECKING:
    from luoshi.plan.duties.models import DutyItem, DutyList


MONTHS = [("0", gettext_lazy("不定月份")), *((str(each), str(each)) for each in range(1, 13))]
ABOUT = {
    refusals.LISTED: "title",
    refusals.MONTH_ONLY_YEARLY: "month",
    refusals.NO_SUCH_MONTH: "month",
}


class ItemForm(ActForm):
    """What is written of a duty."""

    title = forms.CharField(
        label=gettext_lazy("名称"), max_length=TITLE_LENGTH, help_text=gettext_lazy("几个字说清是什么。")
    )
    what = forms.CharField(
        label=gettext_lazy("做什么"), max_length=WORDS, widget=forms.Textarea(attrs={"rows": 2})
    )
    how = forms.CharField(
        label=gettext_lazy("怎么落实"),
        max_length=WORDS,
        help_text=gettext_lazy("到期立项时，这就是完成标准。"),
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    area = forms.ChoiceField(label=gettext_lazy("哪方面"), choices=Area.choices)
    frequency = forms.ChoiceField(label=gettext_lazy("多久一次"), choices=Frequency.choices)
    month = forms.ChoiceField(
        label=gettext_lazy("哪个月底前"),
        choices=MONTHS,
        required=False,
        help_text=gettext_lazy("每年一次的才选。"),
    )
    overseer = forms.ChoiceField(
        label=gettext_lazy("谁来监督"),
        choices=Overseer.choices,
        help_text=gettext_lazy("由其岗位核验，本人不能核验自己。"),
    )
    why = forms.CharField(label=gettext_lazy("说明"), max_length=WORDS, required=False)

    def wording(self) -> Wording:
        """Return what was typed."""
        said = dict(self.cleaned_data)
        return Wording(**{**said, "month": int(said["month"] or 0)})


def _draft(viewer: Viewer, number: int) -> DutyList:
    """Return a draft that the viewer keeps. Raises ``Http404`` for anything else."""
    one = seen_list(viewer, number)
    if one.published_at is not None or not may_keep(viewer.person, one.post.organization, localdate()):
        raise Http404
    return one


def _item(viewer: Viewer, number: int, key: str) -> DutyItem:
    found = find_item(_draft(viewer, number).pk, key)
    if found is None:
        raise Http404
    return found


def _back(number: int) -> str:
    return reverse("duty_list", kwargs={"number": number})


@either
@members
def new_item(request: HttpRequest, viewer: Viewer, number: int) -> HttpResponse:
    """Add a duty of the unit's own to a draft."""
    one = _draft(viewer, number)
    sheet = Sheet(_("加一条职责"), _("加上"), _back(number), about=ABOUT)
    form = ItemForm(typed_in(request))

    def act(_typed: dict[str, Any]) -> tuple[str, str]:
        made = add_item(one, form.wording(), **acting(viewer))
        return _("已加上“%(title)s”。") % {"title": made.title}, f"{_back(number)}#{made.key}"

    return answered(request, form, sheet, act)


@either
@members
def item(request: HttpRequest, viewer: Viewer, number: int, key: str) -> HttpResponse:
    """Reword a duty of a draft."""
    one = _item(viewer, number, key)
    names = ("title", "what", "how", "area", "frequency", "overseer", "why")
    before = {name: getattr(one, name) for name in names} | {"month": str(one.month)}
    sheet = Sheet(_("调整“%(title)s”") % {"title": one.title}, _("保存"), _back(number), about=ABOUT)
    form = ItemForm(typed_in(request), initial=before)

    def act(_typed: dict[str, Any]) -> tuple[str, str]:
        made = amend_item(one, form.wording(), **acting(viewer))
        return _("已调整“%(title)s”。") % {"title": made.title}, f"{_back(number)}#{made.key}"

    return answered(request, form, sheet, act)


@either
@members
def removal(request: HttpRequest, viewer: Viewer, number: int, key: str) -> HttpResponse:
    """Drop a duty from a draft, for a reason."""
    one = _item(viewer, number, key)
    title = _("去掉“%(title)s”") % {"title": one.title}
    lead = _("去掉的职责连同理由留在清单末尾，随时可以恢复。")
    sheet = Sheet(title, _("去掉"), _back(number), lead=lead, about={refusals.DROP_WHYLESS: "why"})

    def act(typed: dict[str, Any]) -> tuple[str, str]:
        drop_item(one, why=typed["why"], **acting(viewer))
        return _("已去掉“%(title)s”。") % {"title": one.title}, _back(number)

    return answered(request, WhyForm(typed_in(request), label=_("为什么去掉")), sheet, act)


@require_POST
@members
def restoration(request: HttpRequest, viewer: Viewer, number: int, key: str) -> HttpResponse:
    """Take a dropped duty in again."""
    one = _item(viewer, number, key)
    try:
        restore_item(one, **acting(viewer))
    except Refusal as refusal:
        messages.error(request, sentence(refusal))
    else:
        messages.success(request, _("已恢复“%(title)s”。") % {"title": one.title})
    return redirect("duty_list", number=number)
