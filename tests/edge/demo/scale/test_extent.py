"""How much is filled, and where nothing is."""

import pytest

from luoshi.act.tasks.models import Evidence, Task
from luoshi.act.tasks.queries import as_told, story
from luoshi.core.refusals import Refusal
from luoshi.edge.demo.scale.filling import Extent
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.verification import verify
from luoshi.ground.organizations.models import Organization, nodes
from luoshi.ground.people.models import Holding, Person, Post
from world.crowds import SMALL, crowd
from world.ground import plant

PROVINCE = Extent(120, 300, cities=3)
LARGER = Extent(60, 2500)

pytestmark = pytest.mark.django_db


def test_as_many_as_were_asked_for_and_every_row_counted() -> None:
    filled = crowd(PROVINCE)
    assert Organization.objects.count() == PROVINCE.organizations
    assert Task.objects.count() == PROVINCE.tasks
    assert (Person.objects.count(), Post.objects.count()) == (filled.people, filled.posts)
    tables = (Organization, Person, Post, Holding, Task, Task.co_units.through, Evidence, Entry)
    assert sum(table.objects.count() for table in tables) == filled.rows
    assert nodes.find_problems() == ([], [], [], [], [])
    assert Organization.objects.get(depth=1).name == "东澜省机关工委"


def test_where_somebody_is_already_nothing_is_filled() -> None:
    plant("海州市机关工委")
    with pytest.raises(Refusal, match="已有组织"):
        crowd(SMALL)
    assert (Organization.objects.count(), Person.objects.count(), Entry.objects.count()) == (1, 0, 1)


def test_what_was_interrupted_is_whole_as_far_as_it_went_and_not_mended() -> None:
    def interrupt(_tasks: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        crowd(LARGER, advance=interrupt)
    assert 0 < Task.objects.count() < LARGER.tasks
    assert verify().fault is None
    for task in Task.objects.filter(pk__lt=50):
        assert as_told(story(task)) == task.situation
    with pytest.raises(Refusal, match="已有组织"):
        crowd(LARGER)
