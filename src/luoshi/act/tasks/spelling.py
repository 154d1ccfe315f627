"""States spelled out in statements written by hand: a partial index is only used where its condition can be read off."""

from collections.abc import Iterable

from luoshi.core.lifecycle import State

from .models import AT_REST, UNDONE


def spelled(states: Iterable[State]) -> str:
    """Return the states as a statement lists them between parentheses."""
    return ", ".join(f"'{each.value}'" for each in states)


UNDONE_SPELLED, AT_REST_SPELLED = spelled(UNDONE), spelled(AT_REST)
