"""Many tasks at once: each is moved by itself, what is refused is said beside it and stays ticked."""

import re
from urllib.parse import quote

import pytest
from django.test import Client

from luoshi.act.tasks.models import Task
from luoshi.core.formats import worksheet_of
from world.ground import plant
from world.loop import cast
from world.signing import client_of

pytestmark = pytest.mark.django_db


def _token(client: Client, address: str, tasks: list[Task]) -> str:
    text = client.get(f"{address}?{'&'.join(f'task={task.pk}' for task in tasks)}").text
    return str(re.findall(r'name="token" value="([^"]+)"', text)[0])


def test_all_that_is_ticked_is_urged_and_told_once() -> None:
    who = cast()
    tasks = [who.accepted(), who.accepted()]
    client = client_of(who.issuer)
    token = _token(client, "/tasks/urging", tasks)
    sent = {"task": [task.pk for task in tasks], "token": token, "note": "请抓紧"}
    for _time in range(2):
        answer = client.post("/tasks/urging", sent, follow=True)
        assert "办了 2 件" in answer.text
    assert {task.urges for task in Task.objects.all()} == {1}


def test_what_is_refused_stays_with_everything_typed() -> None:
    who = cast()
    open_, over = who.accepted(), who.closed()
    client = client_of(who.issuer)
    token = _token(client, "/tasks/transfer", [open_, over])
    other = plant("市司法局")
    sent = {"task": [open_.pk, over.pk], "token": token, "owner": other.name, "reason": "职责调整"}
    answer = client.post("/tasks/transfer", sent)
    assert answer.status_code == 422
    assert "1 件已办，1 件没有办成" in answer.text
    assert "只有已交办、还没报结的任务才能转办" in answer.text
    assert "职责调整" in answer.text
    assert other.name in answer.text
    assert re.findall(r'name="task" value="(\d+)" checked', answer.text) == [str(over.pk)]
    open_.refresh_from_db()
    assert open_.owner == other


def test_a_deadline_is_asked_for_and_granted() -> None:
    who = cast()
    task = who.accepted()
    owner = client_of(who.owner)
    token = _token(owner, "/tasks/extension-request", [task])
    sent = {"task": task.pk, "token": token, "deadline_on": "2099-03-31", "reason": "等上级文件"}
    assert owner.post("/tasks/extension-request", sent).status_code == 302
    issuer = client_of(who.issuer)
    token = _token(issuer, "/tasks/extension", [task])
    assert issuer.post("/tasks/extension", {"task": task.pk, "token": token}).status_code == 302
    task.refresh_from_db()
    assert str(task.deadline_on) == "2099-03-31"


def test_a_missing_field_is_said_beside_it() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.issuer)
    token = _token(client, "/tasks/transfer", [task])
    answer = client.post(
        "/tasks/transfer", {"task": task.pk, "token": token, "owner": "无此单位", "reason": ""}
    )
    assert answer.status_code == 422
    assert "没有叫“无此单位”的组织" in answer.text


def test_a_task_out_of_sight_cannot_be_ticked() -> None:
    who = cast()
    task = who.accepted()
    client = client_of(who.stranger)
    text = client.get(f"/tasks/urging?task={task.pk}").text
    assert "还没有选中任务" in text
    assert task.title not in text
    answer = client.post("/tasks/urging", {"task": task.pk, "token": "x"})
    assert answer.status_code == 422
    task.refresh_from_db()
    assert task.urges == 0


def test_the_workbook_holds_what_is_shown_and_no_formula() -> None:
    who = cast()
    shown, other = who.accepted(), who.accepted()
    Task.objects.filter(pk=shown.pk).update(title='=HYPERLINK("http://x")')
    answer = client_of(who.owner).get(f"/tasks/workbook?q={quote('=HYPER')}")
    assert "attachment" in answer.headers["Content-Disposition"]
    sheet = worksheet_of(answer.content, "督办台.xlsx", 100)
    assert [row[:2] for row in sheet.rows.values()] == [
        ["编号", "任务"],
        [str(shown.pk), '=HYPERLINK("http://x")'],
    ]
    assert sheet.formulas == frozenset()
    assert str(other.pk) not in {row[0] for row in sheet.rows.values()}


def test_a_view_is_kept_by_name_for_its_person_alone() -> None:
    who = cast()
    mine, other = client_of(who.issuer), client_of(who.owner)
    kept = {"name": "逾期的", "query": "side=owner&late=1&next=//elsewhere"}
    answer = mine.post("/tasks/views", kept)
    assert answer.headers["Location"] == "/tasks/?side=owner&late=1"
    assert (
        'href="?side=owner&amp;late=1" aria-current="true">逾期的'
        in mine.get("/tasks/?side=owner&late=1").text
    )
    assert "逾期的" not in other.get("/tasks/").text
    number = re.findall(r"/tasks/views/(\d+)/removal", mine.get("/tasks/").text)[0]
    assert other.post(f"/tasks/views/{number}/removal").status_code == 404
    assert mine.post(f"/tasks/views/{number}/removal").status_code == 302
    assert "逾期的" not in mine.get("/tasks/").text
