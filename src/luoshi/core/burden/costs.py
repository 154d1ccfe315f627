"""What an activity costs: somebody prepares and records it, everybody attends."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ActivityCost:
    """The cost of one activity or report of a kind 活动成本, in minutes; ``attend`` is for each who attends."""

    prepare: int
    record: int
    attend: int


@dataclass(frozen=True, slots=True)
class Costs:
    """What each kind costs 成本表, and how many hours a year the rules of one unit's own pack may ask of one branch."""

    kinds: Mapping[str, ActivityCost]
    otherwise: ActivityCost
    budget: int

    def of(self, kind: str) -> ActivityCost:
        """Return the cost of a kind, or of any other where none is declared for it."""
        return self.kinds.get(kind, self.otherwise)


@dataclass(frozen=True, slots=True)
class Effort:
    """Minutes that something asks of a unit 负担: of whoever prepares and records, and of all who attend."""

    organizing: int = 0
    attending: int = 0

    def __add__(self, other: "Effort") -> "Effort":
        return Effort(self.organizing + other.organizing, self.attending + other.attending)

    @property
    def minutes(self) -> int:
        """Both together."""
        return self.organizing + self.attending


def effort(cost: ActivityCost, times: int, attendants: int) -> Effort:
    """Return what that many activities cost a unit in which so many attend each of them."""
    return Effort((cost.prepare + cost.record) * times, cost.attend * times * attendants)
