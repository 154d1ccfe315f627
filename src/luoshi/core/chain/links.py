"""The hash chain: each entry holds the digest of the one before it, so that none can be changed alone.

An entry's digest is taken over one canonical list, UTF-8: its version, the previous digest, then
algorithm, chain, sequence, verb, moment, by, for whom, facts. ``facts`` come last because they are
already text when they arrive; they are spliced in as they were written.
"""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby
from json import JSONEncoder
from operator import attrgetter
from typing import NamedTuple

from luoshi.core.chain import faults
from luoshi.core.chain.digests import GENESIS, UnknownAlgorithm, digest
from luoshi.core.chain.encoding import moment
from luoshi.core.chain.faults import Fault

VERSION = "luoshi-entry-1"

_encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Link(NamedTuple):
    """One entry of a chain as it is hashed.

    ``sequence`` counts from 1 within ``chain``; ``by`` and ``for_whom`` are ids of persons, where
    there are any; ``facts`` is canonical text; ``previous`` and ``digest`` are 64 hexadecimal digits.
    """

    chain: str
    sequence: int
    verb: str
    at: datetime
    by: int | None
    for_whom: int | None
    facts: str
    previous: str
    digest: str
    algorithm: str


def link_digest(link: Link) -> str:
    """Return the digest that the entry must have, 64 hexadecimal digits; what it says of itself is not read.

    Raises ``UnknownAlgorithm``.
    """
    head = _encode(
        [
            VERSION,
            link.previous,
            link.algorithm,
            link.chain,
            link.sequence,
            link.verb,
            moment(link.at),
            link.by,
            link.for_whom,
        ]
    )
    return digest(link.algorithm)(f"{head[:-1]},{link.facts}]".encode()).hex()


def signed(link: Link) -> Link:
    """Return the entry with the digest that belongs to it. Raises ``UnknownAlgorithm``."""
    return link._replace(digest=link_digest(link))


def first_fault(links: Iterable[Link], start: Link | None = None) -> Fault | None:
    """Return the first thing in one chain that does not fit, or nothing.

    ``links`` come in the order of their sequence; ``start`` is the entry before them, taken as
    good; without it they must begin with the first.
    """
    sequence, previous = (start.sequence, start.digest) if start else (0, GENESIS)
    for link in links:
        sentence = _fault(link, sequence + 1, previous)
        if sentence:
            return Fault.of_entry(sentence, link.chain, link.sequence, sequence + 1, link.algorithm)
        sequence, previous = link.sequence, link.digest
    return None


def chains(links: Iterable[Link]) -> Iterable[tuple[str, Iterable[Link]]]:
    """Return each chain's name with its links, for links that come chain by chain."""
    return groupby(links, key=attrgetter("chain"))


def _fault(link: Link, expected: int, previous: str) -> str | None:
    if link.sequence != expected:
        return faults.MISSING if link.sequence > expected else faults.REPEATED
    if link.previous != previous:
        return faults.UNLINKED
    try:
        return None if link_digest(link) == link.digest else faults.ALTERED
    except UnknownAlgorithm:
        return faults.ALGORITHM
    except (TypeError, ValueError):
        # A value that no entry can be written with, such as half a surrogate pair.
        return faults.ALTERED
