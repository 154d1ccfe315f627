"""A task by hand: opened and dispatched at once, once; what is refused keeps what was typed."""

import re

import pytest

from luoshi.act.tasks.queries import everything, story
from luoshi.edge.web.choosing import label
from luoshi.ground.organizations.models import OrganizationKind
from luoshi.ground.people.models import PostKind
from world.ground import plant
from world.loop import cast, holder
from world.sheets import filled_in
from world.signing import client_of

pytestmark = pytest.mark.django_db


def test_a_task_is_opened_and_dispatched_once() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = filled_in(client.get("/tasks/new/"), "form[data-typed]") | {
        "title": "整治<i>窗口",
        "owner": label(who.office),
        "deadline_on": "2090-01-03",
        "standard": "群众满意",
        "evidence_named": "会议纪要、照片",
    }
    first = client.post("/tasks/new/", typed)
    assert first.status_code == 302
    [task] = everything()
    assert (task.state, task.origin, task.owner, task.evidence_named) == (
        "dispatched",
        "docket",
        who.office,
        ["会议纪要", "照片"],
    )
    page = client.get(first.headers["Location"]).content.decode()
    assert "已交办给市数据局政务处。" in page
    assert "整治&lt;i&gt;窗口" in page
    again = client.post("/tasks/new/", typed)
    assert again.headers["Location"] == first.headers["Location"]
    assert everything().count() == 1


def test_what_is_missing_is_said_and_nothing_is_opened_nor_lost() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = {"issuer": who.committee.pk, "origin": "docket", "title": "整治窗口", "once": "a"}
    answer = client.post("/tasks/new/", typed)
    assert answer.status_code == 422
    assert "任务没有承办单位" in answer.content.decode()
    assert "整治窗口" in answer.content.decode()
    assert not everything().exists()
    assert client.post("/tasks/new/", typed | {"as": "draft"}).status_code == 302
    assert everything().get().state == "draft"


def test_nobody_opens_in_the_name_of_others() -> None:
    who = cast()
    typed = {"issuer": who.committee.pk, "origin": "docket", "title": "整治窗口", "as": "draft"}
    assert client_of(who.stranger).post("/tasks/new/", typed).status_code == 422
    assert not everything().exists()


def test_co_units_are_named_with_the_task_and_see_it() -> None:
    who = cast()
    client = client_of(who.issuer)
    typed = {
        "issuer": who.committee.pk,
        "origin": "docket",
        "title": "整治窗口",
        "owner": label(who.office),
        "as": "draft",
    }
    asked = client.get("/organizations/search", {"several": "1", "co_units": "市民政局、政务"}).text
    assert label(who.office) in asked
    refused = client.post("/tasks/new/", typed | {"co_units": f"{label(who.office)}、"})
    assert refused.status_code == 422
    assert "不用再写进配合单位" in refused.text
    twice = client.post("/tasks/new/", typed | {"owner": "", "co_units": "政务处、市数据局政务处"})
    assert "写了两次" in twice.text
    helper = plant("市数据局资源处", who.committee, OrganizationKind.OFFICE)
    member = holder("辛处长", helper, PostKind.OFFICE_HEAD)
    assert client.post("/tasks/new/", typed | {"co_units": label(helper) + "、"}).status_code == 302
    task = everything().get()
    assert list(task.co_units.all()) == [helper]
    assert story(task)[0].facts["co_units"] == [helper.code]
    assert "整治窗口" in client_of(member).get(f"/tasks/{task.pk}/").text
    there = client_of(who.issuer).get(f"/organizations/{helper.pk}/").text
    assert "配合任务" not in there, "a draft asks for nothing yet"


def test_the_table_and_the_page_of_an_organization_lead_to_it() -> None:
    who = cast()
    client = client_of(who.issuer)
    assert 'href="/tasks/new/"' in client.get("/tasks/").text
    [address] = re.findall(r'href="(/tasks/new/[^"]+)"', client.get(f"/organizations/{who.office.pk}/").text)
    assert f'value="{label(who.office)}"' in client.get(address).text
