"""What a meeting costs a unit."""

from luoshi.core.burden import ActivityCost, Costs, Effort, effort

COSTS = Costs({"lecture": ActivityCost(90, 2, 60)}, ActivityCost(30, 2, 60), 12)


def test_one_prepares_and_everybody_attends() -> None:
    assert effort(COSTS.of("lecture"), times=4, attendants=10) == Effort(4 * 92, 4 * 600)


def test_a_kind_without_a_cost_of_its_own_costs_what_any_other_does() -> None:
    assert COSTS.of("new") == COSTS.otherwise


def test_efforts_add_up() -> None:
    assert Effort(1, 2) + Effort(3, 4) == Effort(4, 6)
    assert Effort(4, 6).minutes == 10
