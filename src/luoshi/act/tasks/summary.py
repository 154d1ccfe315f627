"""How the tasks of a subtree stood in a time, in figures."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db.models import Count, F, Q

from luoshi.core.lifecycle import State
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import below

from .late import late
from .models import UNDONE, Task


@dataclass(frozen=True, slots=True)
class Summary:
    """Figures of one time 任务概况: under way, late of these, reported and closed within it, in time of these, relapsed."""

    under_way: int
    late: int
    closed: int
    in_time: int
    relapsed: int

    def record(self) -> dict[str, int]:
        """Return the figures by name."""
        return asdict(self)


def summary(organization: Organization, since: date, until: date, on: date) -> Summary:
    """Count the tasks that the organization and all below it answer for, in one read; lateness is that of the day ``on``."""
    closed = Q(state__in=(State.CLOSED, State.SETTLED), reported_on__range=(since, until))
    in_time = closed & (Q(deadline_on=None) | Q(reported_on__lte=F("deadline_on")))
    mine = Task.objects.filter(below(organization.path, "owner__path"))
    found = mine.aggregate(
        under_way=Count("pk", filter=Q(state__in=UNDONE)),
        late=Count("pk", filter=late(on)),
        closed=Count("pk", filter=closed),
        in_time=Count("pk", filter=in_time),
        relapsed=Count("pk", filter=Q(state__in=UNDONE, relapses__gt=0)),
    )
    return Summary(**found)
