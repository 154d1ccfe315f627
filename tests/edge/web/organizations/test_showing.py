"""One branch on one page: the figures equal the lists behind them, and cost the same however much there is."""

import pytest
from lxml import html

from luoshi.act.tasks.queries import in_hand
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import PostKind
from luoshi.plan.deployments.actions import deploy
from world.counting import queries_of
from world.ground import AT, plant, post
from world.loop import Cast, cast, holder
from world.roles import populate
from world.signing import client_of

pytestmark = pytest.mark.django_db


def test_each_figure_is_the_length_of_the_list_it_leads_to() -> None:
    who = cast()
    for number in range(3):
        who.accepted() if number else who.dispatched()
    client = client_of(who.owner)
    page = html.fromstring(client.get(f"/organizations/{who.office.pk}/").content)
    links = page.xpath("//section[@aria-labelledby='work-title']//nav/a[contains(@href, 'light=')]")
    assert links
    for link in links:
        rows = html.fromstring(client.get(link.get("href")).content).xpath("//tbody/tr")
        assert int(link.text_content().split()[-1]) == len(rows)
    assert "在办任务 3 项" in page.text_content()
    assert in_hand(who.committee, all_below=True).count() == 3


def test_what_it_helps_with_stands_apart_and_the_table_is_one_press_away() -> None:
    who = cast()
    helped = who.accepted()
    helped.co_units.add(who.committee)
    deployment = deploy("一、印发办法。", "方案", organization=who.committee, by=who.issuer, at=AT)
    client = client_of(who.issuer)
    page = html.fromstring(client.get(f"/organizations/{who.committee.pk}/").content)
    work = page.xpath("//section[@aria-labelledby='work-title']")[0]
    assert "配合任务 1 项" in work.text_content()
    assert f"/tasks/{helped.pk}/" in work.xpath(".//tbody//a/@href")
    [way] = [each for each in work.xpath(".//a/@href") if each.startswith("/tasks/?side=owner")]
    assert f'name="task" value="{helped.pk}"' in client.get(way).text
    assert page.xpath(f"//a[@href='/deployments/{deployment.pk}/']")
    assert "配合任务" not in client.get(f"/organizations/{who.office.pk}/").text


def test_a_vacant_post_and_an_ended_term_are_marked() -> None:
    who = cast()
    post(who.committee)
    Organization.objects.filter(pk=who.committee.pk).update(last_elected_on="2020-02-29", term_years=3)
    text = client_of(who.issuer).get(f"/organizations/{who.committee.pk}/").text
    assert "空缺" in text
    assert "2023年2月28日" in text
    assert "已届满，应换届" in text


def test_the_story_says_who_and_what_in_names() -> None:
    who = cast()
    client = client_of(who.issuer)
    client.post(f"/organizations/{who.office.pk}/charter/", {"name": "政务处", "code": "c", "kind": "unit"})
    text = client.get(f"/organizations/{who.office.pk}/").text
    assert "名称由“市数据局政务处”改为“政务处”" in text
    assert "类型由“处室”改为“单位”" in text
    assert "丙处长自 2026年3月2日 起任“处室负责人”" in text


@pytest.mark.parametrize("page", ["/organizations/", "/organizations/{0}/", "/organizations/{0}/tasks/"])
def test_a_page_costs_the_same_however_much_there_is(page: str) -> None:
    who = cast()
    client, address = client_of(who.issuer), page.format(who.office.pk)
    _fill(who, 1)
    before = queries_of(client, address)
    _fill(who, 5)
    assert queries_of(client, address) == before


def _fill(who: Cast, times: int) -> None:
    """Give the office posts, holders, organizations below and tasks."""
    for number in range(times):
        holder(f"乙{number}", who.office, PostKind.DEPUTY, f"-{times}")
        plant(f"下级{times}-{number}", who.office)
        who.accepted()


def test_a_stranger_cannot_tell_what_exists_from_what_does_not() -> None:
    world = populate()
    for name in ("stranger", "no_post", "system"):
        client = world.clients[name]
        hidden = client.get(f"/organizations/{world.cast.office.pk}/")
        missing = client.get("/organizations/999999/")
        assert hidden.status_code == missing.status_code == 404


def test_the_tree_opens_one_branch_at_a_time_with_and_without_a_script() -> None:
    who = cast()
    deep = plant("深处", who.office)
    client = client_of(who.issuer)
    assert "深处" not in client.get("/organizations/").text
    assert "深处" in client.get(f"/organizations/?at={who.office.pk}").text
    part = client.get(f"/organizations/{who.office.pk}/node/", headers={"hx-request": "true"}).text
    assert f"/organizations/{deep.pk}/" in part
    assert "<html" not in part
