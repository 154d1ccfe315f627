"""What can be done on the way into the Party, and at the end of a membership. Each is one transaction."""

from .applying import apply
from .ending import end_membership
from .taking import take_step
from .withdrawing import withdraw_step

__all__ = ["apply", "end_membership", "take_step", "withdraw_step"]
