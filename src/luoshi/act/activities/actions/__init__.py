"""Everything that can be done with activities: recorded, corrected, withdrawn, resolved at, entered many at once.

Each verb runs in one transaction and writes one ledger entry for each activity that it changes.
"""

from .correct import correct, withdraw
from .enter import EntryOutcome, enter
from .record import record, resolve

__all__ = ["EntryOutcome", "correct", "enter", "record", "resolve", "withdraw"]
