"""Proof that one entry was sealed on a day, checked with nothing but the proof itself.

Whoever holds the seal's digest from that day (printed, published) compares it with the proof's;
if they agree, the entry stood in the ledger exactly as the proof shows it.
"""

from dataclasses import dataclass

from luoshi.core.chain.digests import UnknownAlgorithm
from luoshi.core.chain.links import Link, link_digest
from luoshi.core.chain.merkle import leads_to
from luoshi.core.chain.seals import SealLink, seal_digest


@dataclass(frozen=True)
class InclusionProof:
    """One entry, its place among the entries of its seal (from 0), its audit path, and the seal.

    ``path`` holds digests of 64 hexadecimal digits, nearest to the entry first.
    """

    link: Link
    index: int
    path: tuple[str, ...]
    seal: SealLink


def proves(proof: InclusionProof) -> bool:
    """Tell whether the entry, its path and the seal fit together; never raises for a forged proof."""
    link, seal = proof.link, proof.seal
    try:
        if link_digest(link) != link.digest or seal_digest(seal) != seal.digest:
            return False
        siblings = [bytes.fromhex(each) for each in proof.path]
        reached = leads_to(bytes.fromhex(link.digest), proof.index, seal.count, siblings, seal.algorithm)
    except (UnknownAlgorithm, TypeError, ValueError):
        return False
    return reached is not None and reached.hex() == seal.root
