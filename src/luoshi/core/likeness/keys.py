"""Names under which a text is filed, so that nearly the same text is found without comparing with all."""

from hashlib import blake2b
from itertools import combinations

from luoshi.core.likeness.reduction import Signature, is_plain

# Both texts keep the pieces with the smallest numbers, so of what they share each keeps about as much.
KEPT = 12
FIGURES = 6


def keys(one: Signature) -> frozenset[int]:
    """Return the keys of a text, each of 64 bits and signed; none for a text that says nothing.

    Texts that ``likeness`` calls alike state the same figures or at least two of them. So a text is filed
    under every pair of its figures, and under all of them together with each of a dozen pieces.
    """
    if not one.pieces:
        return frozenset()
    figures = sorted(one.figures.elements())
    together = " ".join(figures)
    pieces = sorted(filter(is_plain, one.pieces)) or sorted(one.pieces)
    names = [f"{together}#{piece}" for piece in pieces[:KEPT]]
    few = sorted(figures, key=_number)[:FIGURES]
    names += [f"{first} {second}" for first, second in combinations(sorted(few), 2)]
    return frozenset(map(_number, names))


def _number(name: str) -> int:
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)
