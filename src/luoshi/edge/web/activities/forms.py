"""An activity as it is typed: everybody is there unless somebody says so, and only what it was about must be written."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.translation import gettext_lazy as _

from luoshi.act.activities.attendance import Ballot
from luoshi.act.activities.lengths import (
    ITEM_LENGTH,
    MINUTES_LENGTH,
    PLACE_LENGTH,
    REASON_LENGTH,
    TOPIC_LENGTH,
)
from luoshi.act.activities.manners import CONFIDENTIAL, MANNERS, held_by, label_of
from luoshi.act.activities.telling import AgendaItem, Telling
from luoshi.core.rules.kinds import ActivityKind
from luoshi.edge.web.acting import ActForm
from luoshi.edge.web.choosing import OrganizationField
from luoshi.edge.web.days import DayField
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.organizations.paths import STEP

from .naming import PeopleField
from .roster import add_rows, attendees

if TYPE_CHECKING:
    from collections.abc import Sequence

    from luoshi.ground.organizations.models import Organization
    from luoshi.ground.people.models import Person

    from .offers import Offer

HOURS = ["0.5", "1.0", "1.5", "2.0", "2.5", "3.0", "4.0", "6.0", "8.0"]


def area(label: Any, most: int, rows: int, hint: Any = "") -> forms.CharField:
    """Return a field for some sentences, without the browser's own bound: it would cut off silently."""
    return forms.CharField(
        label=label,
        max_length=most,
        required=False,
        help_text=hint,
        widget=forms.Textarea(attrs={"rows": rows, "maxlength": False}),
    )


class RecordForm(ActForm):
    """One activity of one kind, which may count as others too."""

    held_on = DayField(label=_("日期"))
    topic = forms.CharField(label=_("主题"), max_length=TOPIC_LENGTH)
    hours = forms.ChoiceField(label=_("时长"), required=False)
    place = forms.CharField(label=_("地点"), max_length=PLACE_LENGTH, required=False)
    chair = forms.ChoiceField(label=_("主持人"), required=False)
    guests = PeopleField(label=_("列席人员"), help_text=_("写全名，用顿号分开"))
    contacts = PeopleField(label=_("来联系点的领导"), help_text=_("写全名，用顿号分开"))
    begins = forms.TimeField(
        label=_("开始时间"), required=False, widget=forms.TimeInput(format="%H:%M", attrs={"type": "time"})
    )
    partner = OrganizationField(label=_("和哪个组织一起"), required=False)
    ballot = forms.ChoiceField(label=_("表决什么"), choices=Ballot.choices, required=False)
    items = area(_("其他议题"), 20 * ITEM_LENGTH, 2, _("一行一个"))
    minutes = area(_("记录"), MINUTES_LENGTH, 6, _("议了什么、定了什么，几句话就行"))

    def __init__(
        self,
        *args: Any,
        organization: Organization,
        kind: ActivityKind,
        people: Sequence[Person],
        offers: Sequence[Offer],
        coming: Sequence[Person] = (),
        was: Telling | None = None,
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.organization, self.kind, self.people, self.offers = organization, kind, people, offers
        self.coming = coming
        known = [*HOURS, *({self.initial.get("hours") or HOURS[0]} - set(HOURS))]
        self._choose("hours", [("", _("没有记")), *((each, _hours_label(each)) for each in known)])
        self._choose("chair", [("", _("到会的第一位")), *((str(each.pk), each.name) for each in people)])
        above = (organization.path[:STEP],)
        for name in ("guests", "contacts", "partner"):
            self.fields[name].paths = above  # type: ignore[attr-defined]  # fields that name things have it
        if kind is not ActivityKind.GENERAL_MEETING:
            del self.fields["ballot"]
        self.others = [
            each
            for each in held_by(OrganizationKind(organization.kind))
            if each is not kind and each not in CONFIDENTIAL and not MANNERS[each].partner
        ]
        stated = was.stated if was else frozenset()
        for each in self.others:
            self._box(f"also-{each}", _(label_of(each)), each in stated)
        agenda = {item.task or item.text for item in was.agenda} if was else None
        for offer in offers:
            taken = offer.taken if agenda is None else (offer.task or offer.text) in agenda
            self._box(f"item-{offer.name}", offer.text, taken)
        for person in coming:
            self._box(f"came-{person.pk}", person.name, ticked=False)
        add_rows(self, people, was.attendees if was else ())

    def _choose(self, name: str, choices: list[tuple[str, Any]]) -> None:
        self.fields[name].choices = choices  # type: ignore[attr-defined]  # a choice field has them

    def _box(self, name: str, label: Any, ticked: bool) -> None:  # noqa: FBT001  # the state of a box is what it is
        self.fields[name] = forms.BooleanField(label=label, required=False, initial=ticked)

    def telling(self) -> Telling:
        """Return what was typed."""
        said = self.cleaned_data
        listed = {str(each.pk): each for each in self.people}
        there = (each for each in self.people if not said[f"away-{each.pk}"])
        came = [each for each in self.coming if said[f"came-{each.pk}"]]
        kinds = {self.kind, *(each for each in self.others if said[f"also-{each}"])}
        return Telling(
            organization=self.organization,
            kinds=frozenset(kinds),
            held_on=said["held_on"],
            topic=said["topic"].strip(),
            minutes=said["minutes"].strip(),
            attendees=attendees(said, self.people, said["guests"], dict.fromkeys([*came, *said["contacts"]])),
            begins=said["begins"],
            hours=Decimal(said["hours"]) if said["hours"] else None,
            place=said["place"].strip(),
            chair=listed.get(said["chair"]) or next(there, None),
            partner=said["partner"],
            ballot=Ballot(said.get("ballot") or ""),
            agenda=self._agenda(),
        )

    def _agenda(self) -> tuple[AgendaItem, ...]:
        said = self.cleaned_data
        taken = [AgendaItem(each.text, each.task) for each in self.offers if said[f"item-{each.name}"]]
        lines = (line.strip() for line in said["items"].splitlines())
        return (*taken, *(AgendaItem(line) for line in lines if line))


class CorrectionForm(RecordForm):
    """What an activity was, as it should have been told, and why it was not."""

    reason = area(_("为什么更正"), REASON_LENGTH, 2)


class ReasonForm(ActForm):
    """Why a record is withdrawn."""

    reason = area(_("为什么撤回"), REASON_LENGTH, 2)


def _hours_label(hours: str) -> Any:
    return _("%(hours)s 小时") % {"hours": hours.removesuffix(".0")}
