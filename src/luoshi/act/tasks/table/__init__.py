"""The table of tasks 督办台: what is asked for, found by one of two ways, read as plain rows, counted up to a bound."""

from .counting import counted
from .finding import TaskSheet, sheet, throughout
from .matching import COUNTED
from .rows import TaskRow
from .selected import selected
from .walks import Place
from .wanted import Order, Side, Wanted

__all__ = [
    "COUNTED",
    "Order",
    "Place",
    "Side",
    "TaskRow",
    "TaskSheet",
    "Wanted",
    "counted",
    "selected",
    "sheet",
    "throughout",
]
