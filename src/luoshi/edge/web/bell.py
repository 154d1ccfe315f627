"""How many digests somebody has not read, for the top of every page."""

from luoshi.edge.notices.queries import unread
from luoshi.edge.web.access import Viewer


def unread_notices(viewer: Viewer) -> int | None:
    """Return how many; nothing for a system office, which gets none."""
    return None if viewer.office else unread(viewer.person)
