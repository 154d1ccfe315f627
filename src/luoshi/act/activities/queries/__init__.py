"""Reads of organizational life: one activity, a year of an organization, figures, and what somebody may know."""

from .confided import confided_in, confided_to, opened_for, superiors, took_part
from .figures import Met, MonthCount, counts, held, held_by, organizations_of, presence_counts
from .finding import (
    attendance_of,
    enclosed_digests,
    enclosures_of,
    find,
    formers,
    items_of,
    kinds_of,
    life,
    resolutions_of,
    resolved_at,
    telling_of,
    years,
)
from .hours import TEAM, Floor, Studied, study_hours
from .studying import Learning, learning, people_of

__all__ = [
    "TEAM",
    "Floor",
    "Learning",
    "Met",
    "MonthCount",
    "Studied",
    "attendance_of",
    "confided_in",
    "confided_to",
    "counts",
    "enclosed_digests",
    "enclosures_of",
    "find",
    "formers",
    "held",
    "held_by",
    "items_of",
    "kinds_of",
    "learning",
    "life",
    "opened_for",
    "organizations_of",
    "people_of",
    "presence_counts",
    "resolutions_of",
    "resolved_at",
    "study_hours",
    "superiors",
    "telling_of",
    "took_part",
    "years",
]
