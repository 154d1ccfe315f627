"""What a merger of organizations does to a task: the owner's name changes, and nothing else."""

from luoshi.core.lifecycle.decision import Outcome
from luoshi.core.lifecycle.situation import Situation
from luoshi.core.lifecycle.states import Move


def inherited(task: Situation, owner: str) -> Outcome:
    """Return what happens to a task whose owner became part of another: it stays where it stands in the loop.

    Nobody gave it away, so it need not be accepted anew and no transfer is counted.
    """
    return Outcome(Move.TRANSFER, "task.inherited", task.state, (("owner", owner),))
