"""Recall and precision with the counts they come from."""

from dataclasses import dataclass

from luoshi.core.reading import Span


@dataclass(slots=True)
class Figure:
    """``hit`` of ``base``; a percentage is never shown without its base."""

    hit: int = 0
    base: int = 0

    def add(self, *, hit: bool) -> None:
        """Count one more case."""
        self.base += 1
        self.hit += hit

    @property
    def share(self) -> float:
        """The share from 0 to 1; an empty base counts as nothing missed."""
        return self.hit / self.base if self.base else 1.0

    def __str__(self) -> str:
        return f"{self.share:.3f} ({self.hit}/{self.base})"


def overlaps(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the characters of the longer one."""
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared * 2 >= max(one[1] - one[0], other[1] - other[0])
