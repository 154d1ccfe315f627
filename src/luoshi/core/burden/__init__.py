"""What filling in and holding meetings costs whom, and what may not be asked because it is known already."""

from luoshi.core.burden.costs import ActivityCost, Costs, Effort, effort
from luoshi.core.burden.forms import Form, Known, Question, Registry, asked_twice

__all__ = [
    "ActivityCost",
    "Costs",
    "Effort",
    "Form",
    "Known",
    "Question",
    "Registry",
    "asked_twice",
    "effort",
]
