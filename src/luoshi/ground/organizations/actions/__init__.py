"""What can be done with organizations, one verb a file. ``by`` is a person's id, or nothing for the installation.

Each verb runs in one transaction and writes one ledger entry for each organization that it changes.
"""

from .amend import amend, rename
from .dissolve import dissolve
from .enter import ImportOutcome, enter
from .found import found, refuse_unsound
from .found_all import Placement
from .merge import merge
from .move import move

__all__ = [
    "ImportOutcome",
    "Placement",
    "amend",
    "dissolve",
    "enter",
    "found",
    "merge",
    "move",
    "refuse_unsound",
    "rename",
]
