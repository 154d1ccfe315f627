"""Reads of organizational life: one activity, a year of an organization, figures, and what somebody may know."""

from .accompanying import Accompanying, Part, Together, accompanying, known_contacts, parts_of, together
from .confided import confided_in, confided_to, confidential_chains, opened_for, superiors, took_part
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
    "Accompanying",
    "Floor",
    "Learning",
    "Met",
    "MonthCount",
    "Part",
    "Studied",
    "Together",
    "accompanying",
    "attendance_of",
    "confided_in",
    "confided_to",
    "confidential_chains",
    "counts",
    "enclosed_digests",
    "enclosures_of",
    "find",
    "formers",
    "held",
    "held_by",
    "items_of",
    "kinds_of",
    "known_contacts",
    "learning",
    "life",
    "opened_for",
    "organizations_of",
    "parts_of",
    "people_of",
    "presence_counts",
    "resolutions_of",
    "resolved_at",
    "study_hours",
    "superiors",
    "telling_of",
    "together",
    "took_part",
    "years",
]
