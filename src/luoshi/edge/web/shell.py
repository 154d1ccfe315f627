"""What the left rail offers: in the order of the loop, and only what this viewer may use."""

from dataclasses import dataclass
from typing import Any

from luoshi.core.refusals import N_

from .access import Viewer


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the rail 导航: the route it leads to, what it is called, for whom, and its place on a phone.

    ``admits`` lists with commas who is offered it: ``members`` for business accounts, and system offices.
    ``tab`` marks what a phone shows at the bottom; everything else is one tap deeper. ``below`` stands under
    the rule. ``phone`` marks what only a phone needs, because a wide page has it in its corner.
    """

    route: str
    label: str
    admits: str = "members"
    tab: bool = False
    below: bool = False
    phone: bool = False


EVERYBODY = "members,system,security,audit"

RAIL = (
    Entry("home", N_("工作台"), tab=True),
    Entry("deployments", N_("部署")),
    Entry("tasks", N_("督办"), tab=True),
    Entry("duties", N_("责任")),
    Entry("activities", N_("组织生活"), tab=True),
    Entry("organizations", N_("组织"), below=True),
    Entry("rules", N_("制度"), below=True),
    Entry("system_accounts", N_("账号"), admits="system", tab=True),
    Entry("system_deliveries", N_("通知投递"), admits="system", tab=True),
    Entry("system_offices", N_("系统岗位"), admits="security", tab=True),
    Entry("system_grants", N_("授权"), admits="security", tab=True),
    Entry("system_policies", N_("策略"), admits="security", tab=True),
    Entry("system_rounds", N_("每日例行"), admits="system"),
    Entry("system_backups", N_("备份"), admits="system", tab=True),
    Entry("system_ledger", N_("账本核验"), admits="audit", tab=True),
    Entry("account", N_("我的"), admits=EVERYBODY, tab=True, phone=True),
)


def rail(viewer: Viewer | None) -> dict[str, Any]:
    """Return the entries for this viewer, above and below the rule; none for somebody not signed in."""
    if viewer is None:
        return {"above": [], "below": []}
    mine = _mine(viewer)
    return {
        "above": [entry for entry in mine if not entry.below],
        "below": [entry for entry in mine if entry.below],
    }


def deeper(viewer: Viewer) -> list[Entry]:
    """Return the entries that a phone does not show at the bottom, for the page that is one tap deeper."""
    return [entry for entry in _mine(viewer) if not entry.tab]


def _mine(viewer: Viewer) -> list[Entry]:
    role = viewer.office.value if viewer.office else "members"
    return [entry for entry in RAIL if role in entry.admits.split(",")]
