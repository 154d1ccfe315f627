"""How much is filled, and where nothing is."""

import pytest

from luoshi.act.tasks.models import Evidence, Task
from luoshi.core.refusals import Refusal
from luoshi.edge.demo.scale.filling import Extent
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization, nodes
from luoshi.ground.people.models import Holding, Person, Post
from world.crowds import SMALL, crowd
from world.ground import plant

PROVINCE = Extent(120, 300, cities=3)

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
