"""A task by hand: opened and dispatched at once, once; what is refused keeps what was typed."""

import pytest

from luoshi.act.tasks.queries import everything
from luoshi.edge.web.choosing import label
from world.loop import cast
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
