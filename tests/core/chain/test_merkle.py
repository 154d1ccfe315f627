"""Trees are those of RFC 6962, and an audit path proves its own leaf only."""

import hashlib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.chain.merkle import Tree, audit_path, leads_to, root

LEAVES = st.lists(st.binary(max_size=8), min_size=1, max_size=70)


def _defined(leaves: list[bytes]) -> bytes:
    """Return the root word for word as RFC 6962 §2.1 defines it."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    if len(leaves) == 1:
        return hashlib.sha256(b"\x00" + leaves[0]).digest()
    split = max(1 << power for power in range(10) if 1 << power < len(leaves))
    return hashlib.sha256(b"\x01" + _defined(leaves[:split]) + _defined(leaves[split:])).digest()


def test_of_nothing_is_the_digest_of_nothing() -> None:
    assert root([], "sha256") == _defined([])


@pytest.mark.parametrize("size", range(1, 70))
def test_is_as_the_standard_defines_it(size: int) -> None:
    leaves = [bytes([number]) for number in range(size)]
    assert root(leaves, "sha256") == _defined(leaves)


def test_a_node_is_no_leaf() -> None:
    left, right = (hashlib.sha256(b"\x00" + each).digest() for each in (b"a", b"b"))
    assert root([left + right], "sha256") != root([b"a", b"b"], "sha256")


@given(LEAVES, st.sampled_from(["sha256", "sm3"]), st.data())
def test_a_path_leads_from_its_leaf_to_the_root(
    leaves: list[bytes], algorithm: str, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(leaves) - 1))
    path = audit_path(leaves, len(leaves), index, algorithm)
    assert leads_to(leaves[index], index, len(leaves), path, algorithm) == root(leaves, algorithm)


@given(LEAVES, st.data())
def test_a_wrong_leaf_place_or_path_leads_elsewhere(leaves: list[bytes], data: st.DataObject) -> None:
    size = len(leaves)
    index = data.draw(st.integers(0, size - 1))
    path, top = audit_path(leaves, size, index, "sha256"), root(leaves, "sha256")
    assert leads_to(leaves[index] + b"!", index, size, path, "sha256") != top
    assert leads_to(leaves[index], index, size, [*path, top], "sha256") != top
    assert leads_to(leaves[index], size, size, path, "sha256") is None
    if path:
        assert leads_to(leaves[index], index, size, path[:-1], "sha256") != top
        at = data.draw(st.integers(0, len(path) - 1))
        bent = [*path[:at], bytes(32), *path[at + 1 :]]
        assert leads_to(leaves[index], index, size, bent, "sha256") != top
    for other in set(range(size)) - {index}:
        if leaves[other] != leaves[index]:
            assert leads_to(leaves[index], other, size, path, "sha256") != top


@given(LEAVES, st.data())
def test_any_change_of_the_leaves_changes_the_root(leaves: list[bytes], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(leaves) - 1))
    changed = {
        "changed": [*leaves[:at], leaves[at] + b"!", *leaves[at + 1 :]],
        "removed": leaves[:at] + leaves[at + 1 :],
        "added": [*leaves[:at], b"new", *leaves[at:]],
        "swapped": leaves[::-1],
    }
    top = root(leaves, "sha256")
    assert [kind for kind, other in changed.items() if other != leaves and root(other, "sha256") == top] == []


def test_grows_leaf_by_leaf() -> None:
    tree, roots = Tree("sha256"), []
    for number in range(20):
        tree.add(bytes([number]))
        roots.append(tree.root())
        assert tree.root() == root([bytes([each]) for each in range(number + 1)], "sha256")
    assert all(one != other for one, other in pairwise(roots))


def test_a_leaf_outside_the_tree_has_no_path() -> None:
    with pytest.raises(IndexError):
        audit_path([b"a"], 1, 1, "sha256")
