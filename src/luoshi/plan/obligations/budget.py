"""How much all local rules of one organization ask of one branch in a year, against what they may."""

from dataclasses import dataclass

from luoshi.plan.burden.site import costs

from .models import RuleVersion
from .packs import binding, own_in_force, read_version
from .trial import raised_by, yearly

MINUTES = 60


@dataclass(frozen=True, slots=True)
class Budget:
    """What would be asked of one branch in a year, in minutes of whoever organizes it, and the bound 负担上限."""

    minutes: int
    bound: int

    @property
    def exceeded(self) -> bool:
        """Whether more would be asked than may be without an approval."""
        return self.minutes > self.bound

    @property
    def hours(self) -> str:
        """The minutes as hours."""
        return f"{self.minutes / MINUTES:.1f}"


def budgeted(version: RuleVersion) -> Budget:
    """Return what the organization's local rules would ask with this version in the place of the one before it."""
    table = costs()
    others = [each for each in own_in_force(version.rule.organization) if each.rule_id != version.rule_id]
    asked = [rule for each in (*others, version) for rule in read_version(each).rules]
    raised = raised_by(asked, binding(version.rule.organization))
    return Budget(yearly(asked, raised, table).minutes, table.budget * MINUTES)
