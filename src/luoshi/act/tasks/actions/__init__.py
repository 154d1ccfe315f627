"""Everything that can be done with a task: it is drafted, and from there moved as the loop's table says.

Each verb runs in one transaction, lets ``core.lifecycle`` decide on what is stored at that moment, and
writes one ledger entry. Of two who move at once, the first wins and the second is refused by what then stands.
"""

from .checking import close, look_back, relapse, return_, settle
from .dispatching import accept, decline, dispatch, transfer
from .draft import draft
from .falling_due import fall_due, report_by_record
from .pacing import (
    ask_extension,
    cancel,
    escalate,
    grant_extension,
    refuse_extension,
    resume,
    suspend,
    urge,
)
from .sweep import sweep
from .working import advance, block, coordinate, decompose, report

__all__ = [
    "accept",
    "advance",
    "ask_extension",
    "block",
    "cancel",
    "close",
    "coordinate",
    "decline",
    "decompose",
    "dispatch",
    "draft",
    "escalate",
    "fall_due",
    "grant_extension",
    "look_back",
    "refuse_extension",
    "relapse",
    "report",
    "report_by_record",
    "resume",
    "return_",
    "settle",
    "suspend",
    "sweep",
    "transfer",
    "urge",
]
