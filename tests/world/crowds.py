"""A small installation filled by the program that fills the large ones."""

from collections.abc import Callable
from datetime import date

from luoshi.edge.demo.scale.filling import Extent, Filled, fill
from luoshi.edge.exchange.calendars import site_calendar

TODAY = date(2026, 3, 4)
SMALL = Extent(60, 500)


def crowd(extent: Extent, advance: Callable[[int], None] = lambda _tasks: None) -> Filled:
    """Fill the database as on ``TODAY``."""
    return fill(extent, calendar=site_calendar(), today=TODAY, advance=advance)
