"""What is owed in a part of a year, in figures for whoever reports on it: the same sums as those of the map."""

from datetime import date

from luoshi.core.periods import Period
from luoshi.core.rules import Status
from luoshi.ground.organizations.models import Organization

from .queries import tallies

COUNTED = (Status.MET, Status.MISSED, Status.OWED, Status.UNKNOWN)


def owed_within(organization: Organization, period: Period, on: date) -> dict[str, int]:
    """Return how many obligations due in the period, at and below the organization, stand how on that day.

    The period lies within one calendar year; what is exempt is not owed.
    """
    months = slice(period.first.month - 1, period.last.month)
    judged = tallies([organization.path], period.first.year, on)
    return {each.value: sum(sum(tally.months(each)[months]) for _place, tally in judged) for each in COUNTED}
