"""Which months of a table a phone shows at once; the others are one tap away, and a wide screen shows all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from django.http import HttpRequest

# What fits beside the names and the sum of the year on a screen of 390 px.
NEAR = 3
Month = TypeVar("Month")


@dataclass(frozen=True, slots=True)
class MonthsShown(Generic[Month]):
    """The months that a phone leaves away, and the query of the same page with all of them."""

    away: frozenset[Month]
    query: str


def months_shown(request: HttpRequest, months: Sequence[Month], last: Month) -> MonthsShown[Month]:
    """Leave away all but the few months up to the last that matters, unless the address asks for ``months=all``."""
    query = request.GET.copy()
    if query.get("months") == "all":
        return MonthsShown(frozenset(), "")
    end = max(months.index(last) + 1, NEAR)
    query["months"] = "all"
    return MonthsShown(frozenset(months) - frozenset(months[end - NEAR : end]), query.urlencode())
