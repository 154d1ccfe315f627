"""A unit adapts its draft: an item is changed, added, dropped for a reason, taken in again."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.timezone import localdate

from luoshi.core.refusals import N_, Refusal, refuse_overlong
from luoshi.core.rules import Modality
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.models import Person

from ..lengths import TITLE_LENGTH, WORDS
from ..models import DutyItem, DutyList
from ..refusals import DROP_WHYLESS, LISTED, MONTH_ONLY_YEARLY, NO_ITEM, NO_SUCH_MONTH, PUBLISHED, UNTITLED
from ..standing import refuse_not_keeping
from ..vocabulary import Adaptation, Area, Frequency, Overseer
from .lists import locked

MONTHS = 12
TITLE, WHAT, HOW = N_("名称"), N_("内容"), N_("落实方式")


@dataclass(frozen=True, slots=True)
class Wording:
    """What a unit writes of a duty 条目内容. A yearly one may name the ``month`` by whose end it is due; otherwise 0."""

    title: str
    what: str
    how: str
    area: Area
    frequency: Frequency
    overseer: Overseer
    month: int = 0
    why: str = ""

    def checked(self) -> dict[str, Any]:
        """Return the fields as they are stored. Raises ``Refusal`` for what is missing, too long or does not fit."""
        for name, text, limit in (
            (TITLE, self.title, TITLE_LENGTH),
            (WHAT, self.what, WORDS),
            (HOW, self.how, WORDS),
        ):
            if not text.strip():
                raise Refusal(UNTITLED, field=name)
            refuse_overlong(text.strip(), limit)
        refuse_overlong(self.why, WORDS)
        if not 0 <= self.month <= MONTHS:
            raise Refusal(NO_SUCH_MONTH, month=str(self.month))
        if self.month and self.frequency != Frequency.YEAR:
            raise Refusal(MONTH_ONLY_YEARLY)
        said = {name: getattr(self, name) for name in ("area", "frequency", "overseer", "month")}
        texts = {name: getattr(self, name).strip() for name in ("title", "what", "how", "why")}
        return {**said, **texts}


@transaction.atomic
def amend_item(item: DutyItem, wording: Wording, *, by: Person, at: datetime) -> DutyItem:
    """Reword an item of a draft, and return it. Raises ``Refusal`` for a published list and for words that do not do."""
    duty_list = _open(item.duty_list, by, at)
    current = _found(duty_list, item)
    said = wording.checked()
    before = {name: getattr(current, name) for name in said}
    changed = [name for name in said if said[name] != before[name]]
    if not changed:
        return current
    for name in changed:
        setattr(current, name, said[name])
    if current.adaptation == Adaptation.KEPT:
        current.adaptation = Adaptation.CHANGED
    if {"frequency", "what"} & set(changed) and current.adaptation != Adaptation.ADDED:
        # Whatever the document asks, this much of it is now the unit's own arrangement.
        current.modality = Modality.PRACTICE
    if "what" in changed:
        # What is asked now is no longer what the rule asks, so that its judgement says nothing about it.
        current.answers = []
    current.save()
    facts = {"item": current.key, "changes": {name: [before[name], said[name]] for name in changed}}
    append(duty_list.chain, "duty_list.amended", by=by.pk, at=at, facts=facts)
    return current


@transaction.atomic
def add_item(duty_list: DutyList, wording: Wording, *, by: Person, at: datetime) -> DutyItem:
    """Add a duty of the unit's own to a draft, and return it. Raises as ``amend_item``."""
    current = _open(duty_list, by, at)
    said = wording.checked()
    if current.items.filter(title=said["title"]).exists():
        raise Refusal(LISTED, title=said["title"])
    place = (current.items.aggregate(last=Max("place"))["last"] or 0) + 1
    made = DutyItem.objects.create(
        duty_list=current,
        place=place,
        # Counted by version, because a number that a later version gave anew would be another duty's.
        key=f"own-{current.version}-{place}",
        modality=Modality.PRACTICE,
        adaptation=Adaptation.ADDED,
        **said,
    )
    append(current.chain, "duty_list.amended", by=by.pk, at=at, facts={"item": made.key, "added": said})
    return made


@transaction.atomic
def drop_item(item: DutyItem, *, by: Person, at: datetime, why: str) -> DutyItem:
    """Take an item out of force in a draft; it stays to be seen with the reason. Raises as ``amend_item``."""
    duty_list = _open(item.duty_list, by, at)
    current = _found(duty_list, item)
    why = why.strip()
    if not why:
        raise Refusal(DROP_WHYLESS, title=current.title)
    refuse_overlong(why, WORDS)
    current.dropped, current.why = True, why
    current.save(update_fields=["dropped", "why"])
    facts = {"item": current.key, "dropped": why}
    append(duty_list.chain, "duty_list.amended", by=by.pk, at=at, facts=facts)
    return current


@transaction.atomic
def restore_item(item: DutyItem, *, by: Person, at: datetime) -> DutyItem:
    """Take a dropped item in again. Raises as ``amend_item``."""
    duty_list = _open(item.duty_list, by, at)
    current = _found(duty_list, item)
    if current.dropped:
        current.dropped, current.why = False, ""
        current.save(update_fields=["dropped", "why"])
        append(
            duty_list.chain,
            "duty_list.amended",
            by=by.pk,
            at=at,
            facts={"item": current.key, "restored": True},
        )
    return current


def _open(duty_list: DutyList, by: Person, at: datetime) -> DutyList:
    current = locked(duty_list)
    refuse_not_keeping(by, current.post.organization, localdate(at))
    if current.published_at is not None:
        raise Refusal(PUBLISHED)
    return current


def _found(duty_list: DutyList, item: DutyItem) -> DutyItem:
    found = duty_list.items.filter(pk=item.pk).first()
    if found is None:
        raise Refusal(NO_ITEM)
    return found
