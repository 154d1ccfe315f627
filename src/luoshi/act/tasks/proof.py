"""What somebody brings to prove that something is done."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence as it is brought 佐证: its kind, as the standard names it, and where it can be seen."""

    kind: str
    place: str = ""
