"""The daily seal: one Merkle root over all entries of a day, itself chained to the seal before it.

A seal's digest, kept elsewhere (printed, sent to the superior body), proves every entry up to that
day: nobody can change, remove or add one without changing it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date

from luoshi.core.chain import faults
from luoshi.core.chain.digests import GENESIS, UnknownAlgorithm, digest
from luoshi.core.chain.encoding import canonical
from luoshi.core.chain.faults import Fault
from luoshi.core.chain.merkle import Tree

VERSION = "luoshi-seal-1"


@dataclass(frozen=True)
class SealLink:
    """One seal as it is hashed: the ``count`` entries whose ids lie in ``first`` … ``last``, both included.

    A day without entries has ``count`` 0 and ``last == first - 1``. ``root``, ``previous`` and
    ``digest`` are 64 hexadecimal digits.
    """

    day: date
    first: int
    last: int
    count: int
    root: str
    previous: str
    digest: str
    algorithm: str


def seal_digest(seal: SealLink) -> str:
    """Return the digest that the seal must have, 64 hexadecimal digits; what it says of itself is not read.

    Raises ``UnknownAlgorithm``.
    """
    content = [
        VERSION,
        seal.previous,
        seal.algorithm,
        seal.day,
        seal.first,
        seal.last,
        seal.count,
        seal.root,
    ]
    return digest(seal.algorithm)(canonical(content).encode()).hex()


def signed_seal(seal: SealLink) -> SealLink:
    """Return the seal with the digest that belongs to it. Raises ``UnknownAlgorithm``."""
    return replace(seal, digest=seal_digest(seal))


def first_seal_fault(
    seals: Iterable[SealLink],
    digests_between: Callable[[int, int], Iterable[str]],
    start: SealLink | None = None,
) -> Fault | None:
    """Return the first thing among the seals that does not fit, or nothing.

    ``seals`` come in order of their day; ``digests_between(first, last)`` gives the digests of the
    entries with those ids in order; ``start`` is the seal before them, taken as good.
    """
    for seal in seals:
        try:
            fault = _fault(seal, start, digests_between)
        except UnknownAlgorithm:
            return _about(faults.SEAL_ALGORITHM, seal)
        except ValueError:
            # An entry's digest is no hexadecimal number, so it is not the one that was sealed.
            return _about(faults.SEAL_ROOT, seal)
        if fault:
            return fault
        start = seal
    return None


def _fault(
    seal: SealLink, before: SealLink | None, digests_between: Callable[[int, int], Iterable[str]]
) -> Fault | None:
    previous, first = (before.digest, before.last + 1) if before else (GENESIS, 1)
    if (seal.previous, seal.first) != (previous, first) or (before and seal.day <= before.day):
        return _about(faults.SEAL_UNLINKED, seal)
    if seal_digest(seal) != seal.digest:
        return _about(faults.SEAL_ALTERED, seal)
    tree = Tree(seal.algorithm)
    for each in digests_between(seal.first, seal.last):
        tree.add(bytes.fromhex(each))
    if tree.size != seal.count:
        return _about(faults.SEAL_COUNT, seal, found=tree.size)
    return None if tree.root().hex() == seal.root else _about(faults.SEAL_ROOT, seal)


def _about(sentence: str, seal: SealLink, found: int = 0) -> Fault:
    return Fault(
        sentence, {"day": seal.day, "count": seal.count, "found": found, "algorithm": seal.algorithm}
    )
