"""What can become of a task, and on which day how many tasks begin to go which way."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, NamedTuple

from luoshi.core.lifecycle import Move

CONTENT = Path(__file__).resolve().parents[3] / "content" / "demo" / "scale"


def content(name: str) -> dict[str, Any]:
    """Return one file of the content, such as ``words``, as TOML gives it."""
    return tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8"))


class Step(NamedTuple):
    """A move, how many working days after the step before it, and what it brings."""

    move: Move
    after: int
    brings: Any


@dataclass(frozen=True)
class Plot:
    """One way that tasks go; ``plots.toml`` says what the fields mean."""

    name: str
    steps: tuple[Step, ...]
    parts: tuple["Plot", ...]
    bare: bool
    share: int
    due: int | None
    age: tuple[int, int]

    @cached_property
    def size(self) -> int:
        """How many tasks it makes: itself and its parts."""
        return 1 + sum(part.size for part in self.parts)

    @cached_property
    def moves(self) -> tuple[Move, ...]:
        """The moves that are made, each once, in an order that is the same in every process."""
        return tuple(dict.fromkeys(step.move for step in self.steps))


def plots() -> list[Plot]:
    """Return the plots of ``plots.toml``, without those that are only parts of others."""
    read = content("plots")
    parts = {each["name"]: _plot(each, {}) for each in read["parts"]}
    return [_plot(each, parts) for each in read["plots"]]


def _plot(read: dict[str, Any], parts: dict[str, Plot]) -> Plot:
    steps = [Step(Move(move), after, brings[0] if brings else None) for move, after, *brings in read["steps"]]
    first, last = read.get("age", (0, 0))
    return Plot(
        name=read["name"],
        steps=tuple(steps),
        parts=tuple(parts[name] for step in steps if step.move is Move.DECOMPOSE for name in step.brings),
        bare=read.get("bare", False),
        share=read.get("share", 0),
        due=read.get("due"),
        age=(first, last),
    )


def beginnings(chosen: Sequence[Plot], tasks: int) -> dict[int, list[Plot]]:
    """Spread exactly that many tasks over the plots by their shares, and evenly over the days of each one's age.

    Returns for each age in working days the plots that begin then, each as often as it begins; every
    plot begins at least once where there are several hundred tasks.
    """
    whole, begun = sum(plot.share for plot in chosen), dict[int, list[Plot]]()
    counts = {plot.name: max(round(tasks * plot.share / whole / plot.size), 1) for plot in chosen}
    # What rounding left over falls to the commonest way, which stands first and has no parts.
    counts[chosen[0].name] += tasks - sum(counts[plot.name] * plot.size for plot in chosen)
    for plot in chosen:
        first, last = plot.age
        days, count = last - first + 1, counts[plot.name]
        for number in range(count):
            begun.setdefault(first + number * days // count, []).append(plot)
    return begun
