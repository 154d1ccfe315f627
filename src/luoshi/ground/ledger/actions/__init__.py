"""The writes of the ledger: one entry, many at once, and the seal of a day."""

from .appending import append
from .appending_all import Act, append_all
from .sealing import seal_day

__all__ = ["Act", "append", "append_all", "seal_day"]
