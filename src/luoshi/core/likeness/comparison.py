"""Weighs two sign-offs against each other."""

from collections import Counter

from luoshi.core.likeness.reduction import Signature, heft, signature

# Figures that agree are evidence of their own: the more of them, the less the wording has to say.
NEEDED = (0.62, 0.58, 0.50, 0.46, 0.42)
FIGURES_NEEDED = 0.6
# Another name in front of as many equal figures is a copy with the name exchanged.
EXCHANGED = 3


def likeness(one: str, other: str) -> float:
    """Return how alike two texts are, from 0 to 1; 0 where they state different facts.

    Anything above 0 is nearly the same text: wording, order of clauses, dates and the unit that
    reports are looked through, but figures, named things and content must agree.
    """
    return judged(signature(one), signature(other))


def judged(one: Signature, other: Signature) -> float:
    """Return the likeness of two signatures, as ``likeness`` does."""
    total = (heft(one.pieces) * heft(other.pieces)) ** 0.5
    wording = heft(one.pieces & other.pieces) / total if total else 0.0
    agreeing = _size(one.figures & other.figures)
    if wording < NEEDED[min(agreeing, len(NEEDED) - 1)]:
        return 0.0
    if agreeing < FIGURES_NEEDED * _size(one.figures | other.figures):
        return 0.0
    if agreeing < EXCHANGED and _conflict(one, other):
        return 0.0
    return min(wording, 1.0)


def _conflict(one: Signature, other: Signature) -> bool:
    """Tell whether both name things of one kind, and none of them the same."""
    if not one.things or not other.things or one.things == other.things:
        return False
    shared = {kind for kind, _ in one.things & other.things}
    return bool({kind for kind, _ in one.things} & {kind for kind, _ in other.things} - shared)


def _size(figures: Counter[str]) -> int:
    return sum(figures.values())
