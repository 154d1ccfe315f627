"""A seal holds everything before it in place, and a proof needs nothing but itself."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.chain import (
    GENESIS,
    InclusionProof,
    Link,
    SealLink,
    Tree,
    audit_path,
    first_seal_fault,
    proves,
    signed_seal,
)
from world.chains import build

DAY = date(2026, 3, 1)
# One way to change each part of a seal.
CHANGES: dict[str, Callable[[SealLink], SealLink]] = {
    "day": lambda seal: replace(seal, day=seal.day + timedelta(1)),
    "first": lambda seal: replace(seal, first=seal.first + 1),
    "last": lambda seal: replace(seal, last=seal.last + 1),
    "count": lambda seal: replace(seal, count=seal.count + 1),
    "root": lambda seal: replace(seal, root="3" * 64),
    "previous": lambda seal: replace(seal, previous="3" * 64),
    "digest": lambda seal: replace(seal, digest="3" * 64),
    "algorithm": lambda seal: replace(seal, algorithm="sm3"),
}
SIZES = st.lists(st.integers(0, 6), min_size=1, max_size=5)


def _sealed(sizes: list[int]) -> tuple[list[Link], list[SealLink]]:
    """Return as many entries as the sizes add up to, and a seal for each size."""
    links, seals = build(sum(sizes)), list[SealLink]()
    first = 1
    for number, size in enumerate(sizes):
        tree = Tree("sha256")
        for link in links[first - 1 : first - 1 + size]:
            tree.add(bytes.fromhex(link.digest))
        previous = seals[-1].digest if seals else GENESIS
        day = DAY + timedelta(days=number)
        seals.append(
            signed_seal(
                SealLink(day, first, first + size - 1, size, tree.root().hex(), previous, "", "sha256")
            )
        )
        first += size
    return links, seals


class _Stored:
    """Entries by id, from 1."""

    def __init__(self, links: list[Link]) -> None:
        self.digests = {number: link.digest for number, link in enumerate(links, 1)}

    def between(self, first: int, last: int) -> Iterator[str]:
        return (self.digests[each] for each in range(first, last + 1) if each in self.digests)


@given(SIZES)
def test_untouched_seals_are_sound(sizes: list[int]) -> None:
    links, seals = _sealed(sizes)
    assert first_seal_fault(seals, _Stored(links).between) is None


@given(SIZES.filter(any), st.sampled_from(["removed", "changed", "spoilt"]), st.data())
def test_a_sealed_entry_that_went_or_changed_is_found(
    sizes: list[int], how: str, data: st.DataObject
) -> None:
    links, seals = _sealed(sizes)
    stored = _Stored(links)
    at = data.draw(st.integers(1, len(links)))
    if how == "removed":
        del stored.digests[at]
    else:
        stored.digests[at] = "0" * 64 if how == "changed" else "none"
    fault = first_seal_fault(seals, stored.between)
    assert fault
    assert fault.facts["day"] == next(seal.day for seal in seals if seal.first <= at <= seal.last)


@given(SIZES, st.sampled_from(sorted(CHANGES)), st.data())
def test_any_change_of_a_seal_is_found(sizes: list[int], part: str, data: st.DataObject) -> None:
    links, seals = _sealed(sizes)
    at = data.draw(st.integers(0, len(seals) - 1))
    seals[at] = CHANGES[part](seals[at])
    assert first_seal_fault(seals, _Stored(links).between)


@given(st.lists(st.integers(0, 6), min_size=2, max_size=5), st.data())
def test_a_seal_that_is_missing_between_others_is_found(sizes: list[int], data: st.DataObject) -> None:
    links, seals = _sealed(sizes)
    del seals[data.draw(st.integers(0, len(seals) - 2))]
    assert "日封断链" in str(first_seal_fault(seals, _Stored(links).between))


def test_an_algorithm_that_is_not_known_here_is_said() -> None:
    links, [seal] = _sealed([2])
    assert "md5" in str(first_seal_fault([replace(seal, algorithm="md5")], _Stored(links).between))


@given(SIZES.filter(any), st.data())
def test_a_proof_holds_for_its_entry_and_no_other(sizes: list[int], data: st.DataObject) -> None:
    links, seals = _sealed(sizes)
    at = data.draw(st.integers(1, len(links)))
    seal = next(seal for seal in seals if seal.first <= at <= seal.last)
    leaves = [bytes.fromhex(link.digest) for link in links[seal.first - 1 : seal.last]]
    index = at - seal.first
    path = tuple(each.hex() for each in audit_path(leaves, seal.count, index, "sha256"))
    proof = InclusionProof(links[at - 1], index, path, seal)
    assert proves(proof)
    forged = [
        replace(proof, link=proof.link._replace(by=99)),
        replace(proof, index=index + 1),
        replace(proof, index=-1),
        replace(proof, path=(*path, "0" * 64)),
        replace(proof, path=("no number",)),
        replace(proof, seal=replace(seal, root="0" * 64)),
        replace(proof, seal=signed_seal(replace(seal, root="0" * 64))),
        replace(proof, seal=replace(seal, day=seal.day + timedelta(1))),
        replace(proof, seal=replace(seal, algorithm="md5")),
        *(replace(proof, link=link) for link in links if link != proof.link),
    ]
    assert [each for each in forged if proves(each)] == []
