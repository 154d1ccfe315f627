"""Who acts at the rule desk, and the day that a new rule is offered for."""

from datetime import UTC, date, datetime
from typing import Any

from luoshi.edge.web.access import Viewer


def acting(viewer: Viewer) -> dict[str, Any]:
    """Return who acts and when, as the actions of rules take it."""
    return {"by": viewer.person, "at": datetime.now(UTC)}


def next_month(today: date) -> date:
    """Return the first day of the month after that day's."""
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)
