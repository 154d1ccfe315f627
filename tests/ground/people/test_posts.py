"""Posts: who holds them when, and what stands in the way of a second holder or an end."""

from datetime import date

import pytest

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.models import Entry
from luoshi.ground.organizations.actions import dissolve, merge
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.actions import abolish_post, assume, create_post, transfer, vacate
from luoshi.ground.people.models import PostKind
from luoshi.ground.people.queries import holders_of, posts_of
from world.ground import AT, TODAY, plant, post, somebody

pytestmark = pytest.mark.django_db
START, END = date(2026, 1, 1), date(2026, 6, 30)


def test_two_holders_at_once_are_refused() -> None:
    chair = post(plant("甲支部"))
    first, second = somebody("林一"), somebody("林二")
    assume(chair, person=first, from_on=START, until_on=END, by=None, at=AT)
    for from_on, until_on in ((END, None), (date(2025, 1, 1), START), (date(2025, 1, 1), None)):
        with pytest.raises(Refusal, match=r"“书记”在 2026-01-01 起由“林一”担任.*先办理“林一”离任"):
            assume(chair, person=second, from_on=from_on, until_on=until_on, by=None, at=AT)
    assume(chair, person=second, from_on=date(2026, 7, 1), by=None, at=AT)
    assert holders_of(chair, END) == [first]
    assert holders_of(chair, date(2026, 7, 1)) == [second]


def test_a_shared_kind_takes_several_holders_but_nobody_twice() -> None:
    desk = post(plant("甲支部"), PostKind.DEPUTY)
    first, second = somebody("林一"), somebody("林二")
    assume(desk, person=first, from_on=START, by=None, at=AT)
    assume(desk, person=second, from_on=START, by=None, at=AT)
    assert holders_of(desk, TODAY) == [first, second]
    with pytest.raises(Refusal, match="“林一”在这段时间已担任“副书记”"):
        assume(desk, person=first, from_on=END, by=None, at=AT)


def test_the_last_day_is_still_held() -> None:
    chair, holder = post(plant("甲支部")), somebody("林一")
    assume(chair, person=holder, from_on=START, by=None, at=AT)
    vacate(chair, person=holder, until_on=END, by=None, at=AT)
    assert posts_of(holder, END) == [chair]
    assert posts_of(holder, date(2026, 7, 1)) == []
    with pytest.raises(Refusal, match="“林一”在 2026-07-01 没有担任“书记”"):
        vacate(chair, person=holder, until_on=date(2026, 7, 1), by=None, at=AT)
    with pytest.raises(Refusal, match="早于开始日期"):
        assume(chair, person=holder, from_on=END, until_on=START, by=None, at=AT)
    told = Entry.objects.filter(chain=chair.chain).order_by("sequence").values_list("verb", flat=True)
    assert list(told) == ["post.created", "post.assumed", "post.vacated"]


def test_an_organization_ends_when_its_posts_and_people_are_settled() -> None:
    ending, other = plant("甲支部"), plant("乙支部")
    chair, holder = post(ending), somebody("林一", ending)
    assume(chair, person=holder, from_on=START, by=None, at=AT)
    with pytest.raises(Refusal, match="还设有 1 个岗位（如“书记”）：请先撤销这些岗位"):
        dissolve(ending, by=None, at=AT)
    with pytest.raises(Refusal, match="岗位“书记”现由“林一”担任：请先办理离任"):
        abolish_post(chair, by=None, at=AT)
    vacate(chair, person=holder, until_on=date(2026, 3, 1), by=None, at=AT)
    abolish_post(chair, by=None, at=AT)
    with pytest.raises(Refusal, match="岗位“书记”已于 2026-03-02 撤销"):
        assume(chair, person=holder, from_on=TODAY, by=None, at=AT)
    with pytest.raises(Refusal, match="还有 1 人的组织关系（如“林一”）"):
        dissolve(ending, by=None, at=AT)
    transfer(holder, home=other, by=None, at=AT)
    dissolve(ending, by=None, at=AT)
    with pytest.raises(Refusal, match="不能再设岗"):
        create_post(ending, title="书记", kind=PostKind.SECRETARY, by=None, at=AT)


def test_a_merger_takes_posts_and_people_along() -> None:
    ending, heir, unit = plant("甲支部"), plant("乙支部"), plant("丙局", kind=OrganizationKind.UNIT)
    chair, holder = post(ending), somebody("林一", ending)
    assume(chair, person=holder, from_on=START, by=None, at=AT)
    with pytest.raises(Refusal, match="“丙局”不是党支部"):
        merge(ending, into=unit, by=None, at=AT)
    merge(ending, into=heir, by=None, at=AT)
    [kept] = posts_of(holder, TODAY)
    holder.refresh_from_db()
    assert (kept.organization, holder.home) == (heir, heir)
    entry = Entry.objects.get(chain=ending.chain, verb="organization.merged")
    assert (entry.facts["posts"], entry.facts["people"], entry.facts["into"]) == (1, 1, "乙支部")
