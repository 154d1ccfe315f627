"""What the left rail offers: in the order of the loop, and only what this viewer may use."""

from dataclasses import dataclass
from typing import Any

from luoshi.core.refusals import N_

from .access import Viewer


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the rail 导航: the route it leads to, what it is called, for whom, and its place on a phone.

    ``admits`` is ``members`` for business accounts, else the system offices with commas. ``tab`` marks what a
    phone shows at the bottom; everything else is one tap deeper. ``below`` stands under the rule.
    """

    route: str
    label: str
    admits: str = "members"
    tab: bool = False
    below: bool = False


RAIL = (
    Entry("home", N_("工作台"), tab=True),
    Entry("deployments", N_("部署")),
)


def rail(viewer: Viewer | None) -> dict[str, Any]:
    """Return the entries for this viewer, above and below the rule; none for somebody not signed in."""
    if viewer is None:
        return {"above": [], "below": []}
    mine = [entry for entry in RAIL if _admitted(entry, viewer)]
    return {
        "above": [entry for entry in mine if not entry.below],
        "below": [entry for entry in mine if entry.below],
    }


def _admitted(entry: Entry, viewer: Viewer) -> bool:
    if viewer.office is None:
        return entry.admits == "members"
    return viewer.office.value in entry.admits.split(",")
