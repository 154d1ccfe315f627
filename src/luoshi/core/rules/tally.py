"""How many obligations of an organization stand how, month by month, in numbers that add up to subtrees."""

from dataclasses import dataclass

from luoshi.core.rules.counting import LANE, MONTH_MASK
from luoshi.core.rules.obligation import Status
from luoshi.core.rules.rule import Rule


class _Monthly:
    """Has for each status a number with one lane a month, January lowest."""

    __slots__ = ()

    def months(self, status: Status) -> list[int]:
        """Return how many obligations with that status are due in each month, January first."""
        lanes: int = getattr(self, status.value)
        return [lanes >> LANE * month & MONTH_MASK for month in range(12)]


@dataclass(frozen=True, slots=True)
class Judged(_Monthly):
    """How one organization stands to one version of a rule 判定结果."""

    rule: Rule
    met: int = 0
    missed: int = 0
    owed: int = 0
    unknown: int = 0
    exempt: int = 0


@dataclass(frozen=True, slots=True)
class Tally(_Monthly):
    """How one organization stands to all rules of a year 落实汇总. Tallies add up to subtrees."""

    key: object
    met: int = 0
    missed: int = 0
    owed: int = 0
    unknown: int = 0
    exempt: int = 0

    def plus(self, other: "Tally | Judged") -> "Tally":
        """Return the sum, under this one's key."""
        return Tally(
            self.key,
            self.met + other.met,
            self.missed + other.missed,
            self.owed + other.owed,
            self.unknown + other.unknown,
            self.exempt + other.exempt,
        )
