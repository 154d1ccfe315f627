"""Merkle trees as RFC 6962 §2.1 defines them: leaf = H(0x00 ‖ data), node = H(0x01 ‖ left ‖ right).

The two prefixes keep a node from being shown as a leaf. A tree of n leaves is split at the largest
power of two below n. Everything here reads its leaves once, in order, and holds O(log n) digests.
"""

from collections.abc import Iterable
from itertools import islice

from luoshi.core.chain.digests import digest


class Tree:
    """A Merkle tree that grows leaf by leaf and keeps only the roots of its complete subtrees."""

    def __init__(self, algorithm: str) -> None:
        self.size = 0
        self._hash = digest(algorithm)
        self._peaks: list[bytes] = []

    def add(self, data: bytes) -> None:
        """Append one leaf."""
        node = self._hash(b"\0" + data)
        size = self.size
        # Each trailing one bit of the size is a complete subtree as large as the one in hand.
        while size & 1:
            node = self._hash(b"\1" + self._peaks.pop() + node)
            size >>= 1
        self._peaks.append(node)
        self.size += 1

    def root(self) -> bytes:
        """Return the root of all leaves so far; of none, the digest of nothing."""
        if not self._peaks:
            return self._hash(b"")
        node = self._peaks[-1]
        for peak in reversed(self._peaks[:-1]):
            node = self._hash(b"\1" + peak + node)
        return node


def root(leaves: Iterable[bytes], algorithm: str) -> bytes:
    """Return the Merkle root of the leaves, 32 bytes."""
    tree = Tree(algorithm)
    for leaf in leaves:
        tree.add(leaf)
    return tree.root()


def audit_path(leaves: Iterable[bytes], size: int, index: int, algorithm: str) -> list[bytes]:
    """Return the digests that lead from leaf ``index`` (from 0) to the root, nearest first (RFC 6962 §2.1.1).

    Raises ``IndexError`` unless ``0 <= index < size``.
    """
    if not 0 <= index < size:
        raise IndexError("no such leaf")
    spans = _siblings(index, size)
    roots, at, remaining = {}, 0, iter(leaves)
    for begin, end in sorted(spans):
        roots[begin] = root(islice(remaining, begin - at, end - at), algorithm)
        at = end
    return [roots[begin] for begin, _end in spans]


def _siblings(index: int, size: int) -> list[tuple[int, int]]:
    """Return from where to where the leaves of each sibling on the way to the root stand, nearest first."""
    first, spans = 0, []
    while size > 1:
        split = 1 << ((size - 1).bit_length() - 1)
        if index < first + split:
            spans.append((first + split, first + size))
            size = split
        else:
            spans.append((first, first + split))
            first, size = first + split, size - split
    return spans[::-1]


def leads_to(data: bytes, index: int, size: int, path: Iterable[bytes], algorithm: str) -> bytes | None:
    """Return the root that a leaf and its audit path lead to, or nothing where the path has a wrong length.

    The steps are those of RFC 9162 §2.1.3.2.
    """
    if not 0 <= index < size:
        return None
    of = digest(algorithm)
    node, place, last = of(b"\0" + data), index, size - 1
    for sibling in path:
        if last == 0:
            return None
        if place & 1 or place == last:
            node = of(b"\1" + sibling + node)
            while not place & 1 and place:
                place, last = place >> 1, last >> 1
        else:
            node = of(b"\1" + node + sibling)
        place, last = place >> 1, last >> 1
    return node if last == 0 else None
