"""Files that people bring as evidence: told apart by their bytes, searched for viruses, kept under their digest.

Nothing here opens one, except that photographs are made smaller; whatever else a file hides stays hidden in it.
"""

from .clearing import clear_unused
from .keeping import kept, opened
from .receiving import received

__all__ = ["clear_unused", "kept", "opened", "received"]
