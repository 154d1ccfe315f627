"""A whole unit is kept from the shell: founded, filled, moved, merged, dissolved, each act in somebody's name."""

from pathlib import Path

import pytest

from luoshi.edge.exchange.workbooks import organizations
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Grant, Holding, Person
from world.ground import plant, somebody
from world.shell import book, typed, workday

pytestmark = pytest.mark.django_db
HEADER = [column.title for column in organizations.COLUMNS]


def _done(*arguments: str) -> str:
    done = typed(*arguments)
    assert done.exit_code == 0, (arguments, done.output)
    return done.output.strip()


def test_a_unit_is_kept_in_somebodys_name_from_its_founding_to_its_end() -> None:
    _done("found", "w", "工委", "机关工委")
    _done("register", "lin", "林一")
    before = Entry.objects.latest("pk").pk
    keeper = ("--as", "lin")
    _done("found", "a", "甲局", "单位", "--under", "w", *keeper)
    _done("found", "b", "乙局", "单位", "--under", "a", *keeper)
    _done("register", "wu", "吴二", *keeper)
    assert _done("rename", "b", "乙局（筹）", *keeper) == "乙局 已更名为 乙局（筹）"
    assert _done("move", "b", "--under", "w", *keeper) == "乙局（筹） 现在的上级：工委"
    assert _done("appoint", "wu", "b", "书记", *keeper) == "吴二 到任：乙局（筹） 书记"
    _done("vacate", "wu", "b", "书记", *keeper)
    assert Holding.objects.get().until_on is not None
    assert _done("merge", "b", "a", *keeper) == "乙局（筹） 已并入 甲局"
    _done("found", "c", "丙局", "单位", *keeper)
    assert _done("dissolve", "c", *keeper) == "已撤销 c 丙局"
    lin = Person.objects.get(account="lin").pk
    assert set(Entry.objects.filter(pk__gt=before).values_list("by", flat=True)) == {lin}


def test_a_successor_takes_the_same_post_and_an_empty_one_is_abolished() -> None:
    plant("a")
    old, new = somebody("旧书记"), somebody("新书记")
    _done("appoint", old.account, "a", "书记", "--from", "2026-01-01")
    _done("vacate", old.account, "a", "书记", "--until", "2026-03-31", "--as", new.account)
    _done("appoint", new.account, "a", "书记", "--from", "2026-04-01")
    assert Holding.objects.values_list("post", flat=True).distinct().count() == 1
    _done("vacate", new.account, "a", "书记", "--as", new.account, "--until", "2026-04-30")
    assert _done("abolish", "a", "书记", "--as", new.account) == "已撤销岗位：a 书记"


def test_a_stand_in_is_named_and_taken_back() -> None:
    plant("a")
    giver, receiver = somebody("林一"), somebody("吴二")
    _done("appoint", giver.account, "a", "书记")
    given = _done("grant", giver.account, receiver.account, "--until", workday(5), "--as", giver.account)
    assert given.startswith("已授权 林一 → 吴二：")
    _done("revoke", giver.account, receiver.account, "--as", giver.account)
    grant = Grant.objects.get()
    assert grant.until_on < grant.from_on


def test_a_member_moves_to_another_branch() -> None:
    member = somebody("林一", plant("一支部"))
    plant("二支部")
    said = _done("rehome", member.account, "二支部", "--as", member.account)
    assert said == "林一 的组织关系现在在 二支部"


def test_an_import_is_in_somebodys_name_once_anybody_is_registered(tmp_path: Path) -> None:
    first = book(tmp_path / "1.xlsx", HEADER, ["a", "", "甲局", "", "单位"])
    _done("import", "organizations", first, "--commit")
    assert [entry.by for entry in Entry.objects.all()] == [None]
    keeper = somebody("林一")
    second = book(tmp_path / "2.xlsx", HEADER, ["b", "a", "乙局", "", "单位"])
    refused = typed("import", "organizations", second, "--commit")
    assert (refused.exit_code, Organization.objects.count()) == (1, 1)
    assert refused.output.startswith("已经有人登记，改动组织、人员和岗位要写明由谁办理")
    _done("import", "organizations", second)
    _done("import", "organizations", second, "--commit", "--as", keeper.account)
    assert Entry.objects.get(chain=Organization.objects.get(code="b").chain).by == keeper.pk
