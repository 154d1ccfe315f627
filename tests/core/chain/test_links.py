"""Whatever is done to a chain is found, at the first entry that no longer fits."""

import hashlib
from collections.abc import Callable
from datetime import timedelta
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from luoshi.core.chain import GENESIS, Link, chains, first_fault, signed
from world.chains import build

# One way to change each part of an entry.
CHANGES: dict[str, Callable[[Link], Link]] = {
    "chain": lambda link: link._replace(chain=link.chain + "1"),
    "sequence": lambda link: link._replace(sequence=link.sequence + 1),
    "verb": lambda link: link._replace(verb="task.closed"),
    "at": lambda link: link._replace(at=link.at + timedelta(microseconds=1)),
    "by": lambda link: link._replace(by=6),
    "for_whom": lambda link: link._replace(for_whom=1),
    "facts": lambda link: link._replace(facts=link.facts.replace("{", '{"added":1,')),
    "previous": lambda link: link._replace(previous="1" * 64),
    "digest": lambda link: link._replace(digest="2" * 64),
    "algorithm": lambda link: link._replace(algorithm="sm3" if link.algorithm == "sha256" else "sha256"),
}


def found_at(links: list[Link]) -> int | None:
    """Return the sequence that the fault names, or nothing when there is no fault."""
    fault = first_fault(links)
    return None if fault is None else int(str(fault.facts["sequence"]))


CHAINS = st.builds(build, st.integers(1, 12), st.sampled_from(["sha256", "sm3"]))


@given(CHAINS)
def test_an_untouched_chain_is_sound(links: list[Link]) -> None:
    assert first_fault(links) is None


def test_an_empty_chain_is_sound() -> None:
    assert first_fault([]) is None


@given(CHAINS, st.sampled_from(sorted(CHANGES)), st.data())
def test_any_change_is_found_where_it_was_made(links: list[Link], part: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = CHANGES[part](links[at])
    fault = first_fault(links)
    assert fault
    assert fault.facts["expected"] == at + 1


@given(CHAINS, st.data())
def test_a_change_whose_digest_was_renewed_is_found_at_the_next(
    links: list[Link], data: st.DataObject
) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    links[at] = signed(links[at]._replace(verb="task.closed"))
    assert found_at(links) == (at + 2 if at + 1 < len(links) else None)


@given(CHAINS, st.data())
def test_a_missing_entry_is_found(links: list[Link], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    del links[at]
    assert found_at(links) == (at + 2 if at < len(links) else None)


@given(CHAINS, st.data())
def test_a_repeated_entry_is_found(links: list[Link], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    links.insert(at, links[at])
    assert found_at(links) == at + 1


@given(CHAINS, st.data())
def test_a_foreign_entry_put_in_between_is_found(links: list[Link], data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(links) - 1))
    before = links[at - 1].digest if at else GENESIS
    links.insert(at, signed(links[at]._replace(verb="task.urged", previous=before)))
    assert found_at(links) == at + 1


@given(st.integers(2, 12), st.randoms())
def test_another_order_is_found(count: int, random: Random) -> None:
    links = build(count)
    mixed = random.sample(links, count)
    assert (first_fault(mixed) is None) == (mixed == links)


@given(st.integers(2, 12), st.data())
def test_two_entries_that_changed_places_are_found(count: int, data: st.DataObject) -> None:
    links = build(count)
    one, other = data.draw(st.lists(st.integers(0, count - 1), min_size=2, max_size=2, unique=True))
    places = links[one].sequence, links[other].sequence
    links[one], links[other] = (
        links[other]._replace(sequence=places[0]),
        links[one]._replace(sequence=places[1]),
    )
    assert found_at(links) == min(places)


@given(st.integers(2, 12), st.data())
def test_verification_may_begin_after_a_good_entry(count: int, data: st.DataObject) -> None:
    links = build(count)
    at = data.draw(st.integers(1, count - 1))
    assert first_fault(links[at:], start=links[at - 1]) is None
    assert first_fault(links[at:], start=signed(links[at - 1]._replace(by=9)))


def test_a_fault_is_a_sentence_that_names_the_place() -> None:
    links = build(3)
    links[1] = links[1]._replace(by=6)
    assert str(first_fault(links)).startswith("账本被改：task:1 第 2 条记录")


def test_an_algorithm_that_is_not_known_here_is_no_change() -> None:
    links = build(1)
    assert "md5" in str(first_fault([links[0]._replace(algorithm="md5")]))


@pytest.mark.parametrize("broken", ["\ud800", 5])
def test_what_cannot_have_been_written_is_a_change(broken: object) -> None:
    [link] = build(1)
    assert str(first_fault([link._replace(facts=str(broken))])).startswith("账本被改")


def test_an_entry_is_hashed_as_this_text() -> None:
    # Whoever changes the spelling of entries breaks every ledger there is; this is where it shows.
    text = (
        f'["luoshi-entry-1","{GENESIS}","sha256","task:1",1,"task.advanced",'
        '"2026-03-01T08:30:00.000000+00:00",5,null,{"note":"已办","share":0}]'
    )
    assert build(1)[0].digest == hashlib.sha256(text.encode()).hexdigest()


def test_links_come_chain_by_chain() -> None:
    links = build(2)
    others = [link._replace(chain="task:2") for link in links]
    assert [(name, list(each)) for name, each in chains([*links, *others])] == [
        ("task:1", links),
        ("task:2", others),
    ]
