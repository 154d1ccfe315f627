"""When a task is late: undone beyond its deadline. One that waits for its verifier is measured by the day it was reported."""

from datetime import date

from django.db.models import F, Q

from luoshi.core.lifecycle import State

from .models import UNDONE

_STATES = ", ".join(f"'{each.value}'" for each in UNDONE)
# For statements written by hand; its one place is the day. The states are spelled out, because a partial
# index is only used where its condition can be read off the statement.
LATE = (
    f"state IN ({_STATES}) AND deadline_on < %s"
    f" AND (state <> '{State.REPORTED.value}' OR reported_on > deadline_on)"
)


def late(on: date) -> Q:
    """Return the condition that a task is late on that day."""
    in_time = Q(state=State.REPORTED) & Q(reported_on__lte=F("deadline_on"))
    return Q(state__in=UNDONE, deadline_on__lt=on) & ~in_time
