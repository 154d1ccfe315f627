"""When a task is late: undone beyond its deadline. One that waits for its verifier is measured by the day it was reported."""

from datetime import date

from django.db.models import F, Q

from luoshi.core.lifecycle import State

from .models import UNDONE
from .spelling import UNDONE_SPELLED

# For statements written by hand; its one place is the day.
LATE = (
    f"state IN ({UNDONE_SPELLED}) AND deadline_on < %s"
    f" AND (state <> '{State.REPORTED.value}' OR reported_on > deadline_on)"
)


def late(on: date) -> Q:
    """Return the condition that a task is late on that day."""
    in_time = Q(state=State.REPORTED) & Q(reported_on__lte=F("deadline_on"))
    return Q(state__in=UNDONE, deadline_on__lt=on) & ~in_time
