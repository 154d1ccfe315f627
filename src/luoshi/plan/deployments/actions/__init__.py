"""Everything that can be done with a deployment: deployed, reviewed draft by draft, dispatched in one act.

Each verb is one transaction with one ledger entry; what a review changes is kept as before and after,
so that ``undo`` can restore it by a new entry.
"""

from .aliases import record_alias
from .deciding import confirm, confirm_all, dismiss, drop, drop_all
from .deploying import deploy
from .dispatching import dispatch_confirmed
from .editing import adopt_standards, amend, merge, split
from .undoing import undo

__all__ = [
    "adopt_standards",
    "amend",
    "confirm",
    "confirm_all",
    "deploy",
    "dismiss",
    "dispatch_confirmed",
    "drop",
    "drop_all",
    "merge",
    "record_alias",
    "split",
    "undo",
]
