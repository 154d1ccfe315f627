"""Tasks are shared out exactly, whatever their number."""

import pytest

from luoshi.edge.demo.scale.plots import beginnings, plots


@pytest.mark.parametrize("tasks", [200, 500, 99_999])
def test_no_task_too_many_and_none_too_few(tasks: int) -> None:
    begun = beginnings(plots(), tasks)
    assert sum(plot.size for each in begun.values() for plot in each) == tasks
    assert {plot.name for each in begun.values() for plot in each} == {plot.name for plot in plots()}


def test_nothing_begins_outside_its_age() -> None:
    for age, begun in beginnings(plots(), 5000).items():
        assert [plot.name for plot in begun if not plot.age[0] <= age <= plot.age[1]] == []


def test_every_story_has_time_to_happen() -> None:
    for plot in plots():
        assert sum(step.after for step in plot.steps) <= plot.age[0]
