"""Tasks picked out for whoever tells people of them."""

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import QuerySet

from luoshi.core.lifecycle import State

from .models import Task

BATCH = 500
IN_HAND = (State.DISPATCHED, State.ACCEPTED)


def numbered(numbers: Collection[int]) -> dict[int, Task]:
    """Return the tasks of these numbers by number, with owner and issuer."""
    wanted = sorted(set(numbers))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {task.pk: task for part in parts for task in _concerned().filter(pk__in=part)}


def in_hand_due(first: date, last: date) -> Iterator[Task]:
    """Yield the tasks that their owners have in hand and that are due on the days from first to last, both included."""
    found = _concerned().filter(state__in=IN_HAND, deadline_on__gte=first, deadline_on__lte=last)
    return found.order_by("deadline_on", "pk").iterator(chunk_size=BATCH)


def _concerned() -> QuerySet[Task]:
    return Task.objects.select_related("owner", "issuer")
