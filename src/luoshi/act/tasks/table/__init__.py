"""The table of tasks 督办台: what is asked for, found by one of two ways, read as plain rows, counted up to a bound."""

from .counting import COUNTED, counted
from .finding import Place, Sheet, sheet, throughout
from .rows import Row
from .selected import selected
from .wanted import Order, Side, Wanted

__all__ = [
    "COUNTED",
    "Order",
    "Place",
    "Row",
    "Sheet",
    "Side",
    "Wanted",
    "counted",
    "selected",
    "sheet",
    "throughout",
]
