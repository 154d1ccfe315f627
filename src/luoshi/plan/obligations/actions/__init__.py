"""What can be done about what is owed; each verb runs in one transaction and writes one ledger entry."""

from .approving import approve
from .declaring import declare
from .drafting import draft_rule, redraft, revise
from .fulfilling import fulfil, withdraw
from .publishing import publish, repeal
from .trying import try_out

__all__ = [
    "approve",
    "declare",
    "draft_rule",
    "fulfil",
    "publish",
    "redraft",
    "repeal",
    "revise",
    "try_out",
    "withdraw",
]
