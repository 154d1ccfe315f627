"""However organizations move, they are one tree, and a subtree is what recursion finds."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.actions import dissolve, merge, move
from luoshi.ground.organizations.models import Organization, nodes
from luoshi.ground.organizations.queries import ancestors, children, parent_of, subtree
from world.ground import AT, plant

pytestmark = pytest.mark.django_db


def _recursive(parents: dict[str, str | None], code: str) -> set[str]:
    below = [child for child, parent in parents.items() if parent == code]
    return {code}.union(*(_recursive(parents, child) for child in below)) if below else {code}


def _codes(organizations: object) -> set[str]:
    return {each.code for each in organizations}  # type: ignore[attr-defined]  # any iterable of them


STEPS = st.lists(
    st.tuples(st.sampled_from(["found", "move", "root"]), st.integers(0, 30), st.integers(0, 30))
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS)
def test_random_moves_keep_it_a_tree(steps: list[tuple[str, int, int]]) -> None:
    nodes.all().delete()
    parents: dict[str, str | None] = {"o0": None}
    plant("o0")
    for kind, first, second in steps:
        _step(parents, kind, first, second)
    assert nodes.find_problems() == ([], [], [], [], [])
    for organization in Organization.objects.all():
        above = parent_of(organization)
        assert (above.code if above else None) == parents[organization.code]
        assert _codes(subtree(organization)) == _recursive(parents, organization.code)
        assert _codes(children(organization)) == {c for c, p in parents.items() if p == organization.code}


def _step(parents: dict[str, str | None], kind: str, first: int, second: int) -> None:
    """Do the same to the tree and to a plain record of parents; a cycle must be refused exactly where it is one."""
    codes = sorted(parents)
    subject, target = codes[first % len(codes)], codes[second % len(codes)]
    under = Organization.objects.get(code=target)
    if kind == "found":
        code = f"o{len(parents)}"
        plant(code, under)
        parents[code] = target
        return
    to = target if kind == "move" else None
    forbidden = parents[subject] == to or (to is not None and to in _recursive(parents, subject))
    organization = Organization.objects.get(code=subject)
    try:
        move(organization, under=under if to else None, by=None, at=AT)
    except Refusal:
        assert forbidden
    else:
        assert not forbidden
        parents[subject] = to


def test_a_subtree_is_not_its_neighbour() -> None:
    root = plant("root")
    siblings = [plant(f"s{number}", root) for number in range(40)]
    below = plant("below", siblings[34])
    assert _codes(subtree(siblings[34])) == {"s34", "below"}
    assert [each.code for each in ancestors(below)] == ["root", "s34"]


def test_a_move_below_itself_is_refused_with_the_way_out() -> None:
    root = plant("机关工委")
    unit = plant("甲局", root)
    office = plant("甲局一处", unit)
    with pytest.raises(Refusal, match=r"“甲局”不能移到“甲局一处”之下.*另选上级"):
        move(unit, under=office, by=None, at=AT)
    with pytest.raises(Refusal, match="就是它本身或它的下级"):
        move(unit, under=unit, by=None, at=AT)
    with pytest.raises(Refusal, match="上级已经是“甲局”"):
        move(office, under=unit, by=None, at=AT)


def test_dissolving_waits_for_those_below() -> None:
    unit = plant("乙局")
    office = plant("乙局一处", unit)
    with pytest.raises(Refusal, match="1 个下级组织（如“乙局一处”）：请先把下级组织移走或撤销"):
        dissolve(unit, by=None, at=AT)
    dissolve(office, by=None, at=AT)
    assert str(dissolve(unit, by=None, at=AT).dissolved_on) == "2026-03-02"
    with pytest.raises(Refusal, match="“乙局”已于 2026-03-02 撤销"):
        plant("乙局二处", unit)


def test_merging_hands_over_the_children() -> None:
    root = plant("root")
    ending, heir = plant("丙局", root), plant("丁局", root)
    plant("丙局一处", ending)
    with pytest.raises(Refusal, match="不能并入自己或自己的下级"):
        merge(root, into=heir, by=None, at=AT)
    merge(ending, into=heir, by=None, at=AT)
    assert _codes(subtree(heir)) == {"丁局", "丙局一处"}
    ending.refresh_from_db()
    assert (ending.dissolved_on is not None, ending.numchild) == (True, 0)
    assert nodes.find_problems() == ([], [], [], [], [])
