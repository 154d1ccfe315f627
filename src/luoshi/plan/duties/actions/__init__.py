"""Everything that can be done with duties: lists, the docket, hearings, requests and reports.

Each verb is one transaction with one ledger entry; tasks that come of it tell of themselves.
"""

from .docket import deploy_in_person, release, take_up
from .hearings import arrange, convene, decide, hold
from .items import add_item, amend_item, drop_item, restore_item
from .lists import accept, draft_list, publish
from .opening import open_due
from .reporting import report_recorded
from .submissions import answer, register, withdraw

__all__ = [
    "accept",
    "add_item",
    "amend_item",
    "answer",
    "arrange",
    "convene",
    "decide",
    "deploy_in_person",
    "draft_list",
    "drop_item",
    "hold",
    "open_due",
    "publish",
    "register",
    "release",
    "report_recorded",
    "restore_item",
    "take_up",
    "withdraw",
]
