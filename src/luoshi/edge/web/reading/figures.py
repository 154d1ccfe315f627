"""The figures above the lists. Each is counted from the list that it speaks of."""

from dataclasses import dataclass

from luoshi.core.reading import Reading, to_do
from luoshi.edge.web.reading.drafts import uncovered


@dataclass(frozen=True, slots=True)
class Figures:
    """How much was found; all but ``clauses`` and the last two count within ``tasks``."""

    clauses: int
    uncovered: int
    tasks: int
    core: int
    soft: int
    owned: int
    dated: int
    regular: int
    past: int
    quotation: int


def figures(reading: Reading) -> Figures:
    """Count what the page lists."""
    tasks = to_do(reading)
    stances = [task.stance for task in reading.tasks]
    return Figures(
        clauses=len(reading.outline),
        uncovered=len(uncovered(reading)),
        tasks=len(tasks),
        core=sum(task.strength == "core" for task in tasks),
        soft=sum(task.strength == "soft" for task in tasks),
        owned=sum(bool(task.units or task.responsible) for task in tasks),
        dated=sum(task.deadline is not None for task in tasks),
        regular=sum(task.frequency is not None for task in tasks),
        past=stances.count("past"),
        quotation=stances.count("quotation"),
    )
