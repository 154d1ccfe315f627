"""Many activities are entered at once, such as the ledgers of last year; what is there already is left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import Act, append_all
from luoshi.ground.people.models import Person

from ..expecting import Leading, seated
from ..models import STANDING, Activity
from ..refusals import NO_TABLE_FOR_TALK
from ..telling import Telling
from .record import facts_of
from .soundness import refuse_unsound
from .storing import Prepared, store_all

# So many are stored between two words about how far it is.
PORTION = 500

Identity = tuple[int, date, str]


@dataclass(frozen=True, slots=True)
class EntryOutcome:
    """What entering many did 导入结果: how many are new, how many were there already."""

    new: int
    known: int


@transaction.atomic
def enter(
    tellings: Sequence[Telling], *, by: Person, at: datetime, tell: Callable[[int], None] | None = None
) -> EntryOutcome:
    """Enter the activities, all or nothing, one ledger entry each; return what was new.

    ``tell`` is told how many are done. Whoever calls has judged that ``by`` may. Raises ``Refusal`` for an
    telling that cannot be true or is confidential.
    """
    for telling in tellings:
        if telling.is_confidential:
            raise Refusal(NO_TABLE_FOR_TALK)
        refuse_unsound(telling, at)
    known = recorded_among(tellings)
    new = list({identity(each): each for each in tellings if identity(each) not in known}.values())
    leading = Leading([each.person.pk for telling in new for each in telling.attendees])
    for start in range(0, len(new), PORTION):
        part = new[start : start + PORTION]
        ids = store_all([_prepared(telling, leading) for telling in part], at=at)
        append_all(
            [
                Act(f"activity:{number}", "activity.recorded", by.pk, at, facts_of(telling))
                for number, telling in zip(ids, part, strict=True)
            ]
        )
        if tell is not None:
            tell(start + len(part))
    return EntryOutcome(len(new), len(tellings) - len(new))


def identity(telling: Telling) -> Identity:
    """Return what tells an activity from another: whose it was, when, what about."""
    return telling.organization.pk, telling.held_on, telling.topic.strip()


def recorded_among(tellings: Sequence[Telling]) -> set[Identity]:
    """Return which of them stand recorded already."""
    if not tellings:
        return set()
    days = [telling.held_on for telling in tellings]
    stored = Activity.objects.filter(STANDING, confidential=False, held_on__range=(min(days), max(days)))
    wanted = {telling.organization.pk for telling in tellings}
    rows = stored.values_list("organization", "held_on", "topic")
    return {row for row in rows.iterator() if row[0] in wanted}


def _prepared(telling: Telling, leading: Leading) -> Prepared:
    text = "|".join(map(str, identity(telling)))
    once = sha256(f"{telling.organization.pk}|{text}".encode()).hexdigest()
    return Prepared(telling, list(seated(telling, telling.attendees, leading)), once)
