"""The burden is counted from the ledger: whatever a form led to stands there, with who did it and when."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.db import connection, transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.queries import by_ids
from luoshi.core.burden import Form
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import since
from luoshi.ground.people.staff import belonging

from .models import Bookmark
from .site import registry

BATCH = 5000

_ADD = """
INSERT INTO burden_formtally (month, organization_id, asker, form, times) VALUES (%s, %s, %s, %s, %s)
ON CONFLICT (month, organization_id, asker, form) DO UPDATE SET times = burden_formtally.times + excluded.times
"""


class _Place(NamedTuple):
    month: date
    organization: int
    asker: str
    form: str


def count(*, batch: int = BATCH) -> int:
    """Count every act since the last one counted, and return how many; may be stopped and begun again.

    Several may count at once: the bookmark is locked, so that no act is counted twice. Raises ``Refusal``
    for a file of forms that cannot be understood.
    """
    forms = registry().by_verb()
    counted = 0
    while True:
        read = _counted(forms, batch)
        counted += read
        if read < batch:
            return counted


@transaction.atomic
def _counted(forms: Mapping[str, Form], batch: int) -> int:
    Bookmark.objects.get_or_create(pk=1)
    bookmark = Bookmark.objects.select_for_update().get(pk=1)
    entries = since(bookmark.entry, limit=batch, verbs=list(forms))
    if not entries:
        return 0
    rows = sorted(Counter(_places(entries, forms)).items())
    with connection.cursor() as cursor:
        day = connection.ops.adapt_datefield_value
        cursor.executemany(_ADD, [(day(place.month), *place[1:], times) for place, times in rows])
    bookmark.entry = entries[-1].id
    bookmark.save()
    return len(entries)


def _places(entries: Sequence[Entry], forms: Mapping[str, Form]) -> Iterator[_Place]:
    """Yield for each entry where it counts; what nobody of an organization did, counts nowhere."""
    tasks = by_ids({_number(each) for each in entries if each.chain.startswith("task:")})
    days: dict[date, list[Entry]] = defaultdict(list)
    for entry in entries:
        days[localdate(entry.at)].append(entry)
    for day, done in days.items():
        homes = belonging({each.by for each in done if each.by is not None}, day)
        for entry in done:
            form = forms[entry.verb]
            task = tasks.get(_number(entry)) if entry.chain.startswith("task:") else None
            asker, place = form.asker, homes.get(entry.by or 0)
            if asker == "issuer" and task is not None:
                asker, place = f"organization:{task.issuer_id}", task.owner_id or place
            if place is not None:
                yield _Place(day.replace(day=1), place, asker, form.name)


def _number(entry: Entry) -> int:
    return int(entry.chain.partition(":")[2])
