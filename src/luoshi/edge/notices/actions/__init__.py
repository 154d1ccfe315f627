"""What changes about notices: digests are written and read, deliveries sent and retried, notices issued."""

from .delivering import claim, doubt, retry, settle
from .issuing import issue
from .writing import mark_read, write_digests

__all__ = ["claim", "doubt", "issue", "mark_read", "retry", "settle", "write_digests"]
