"""What is stored of duties."""

from .docket import DocketEntry
from .hearings import Hearing, HearingDecision
from .lists import Acceptance, DutyItem, DutyList, DutyOpening
from .submissions import Submission

__all__ = [
    "Acceptance",
    "DocketEntry",
    "DutyItem",
    "DutyList",
    "DutyOpening",
    "Hearing",
    "HearingDecision",
    "Submission",
]
