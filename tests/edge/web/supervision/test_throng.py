"""All that the table shows, by a job: each task once whatever happens, what is refused is kept, others see nothing."""

import re
import time

import pytest
from django.test import Client
from django.utils import timezone

from luoshi.act.tasks.models import Task
from luoshi.act.tasks.table import COUNTED
from luoshi.core.formats import worksheet_of
from luoshi.ground.jobs.actions import interrupt_all, start_again, take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.folders import wish_to_stop
from luoshi.ground.jobs.models import Job, JobStage
from luoshi.ground.jobs.work import TELL_SECONDS
from luoshi.ground.people.actions import vacate
from luoshi.ground.people.queries import posts_of
from world.ground import AT, TODAY
from world.loop import Cast, cast
from world.signing import client_of
from world.working import at_statement, worked

pytestmark = pytest.mark.django_db
LINES = 'INSERT INTO "jobs_jobline"'
ALL = "side=issuer"


def _many(count: int = 3) -> tuple[Cast, list[Task], Client]:
    who = cast()
    return who, [who.accepted() for _each in range(count)], client_of(who.issuer)


def _asked(client: Client, act: str = "urging", query: str = ALL, **typed: str) -> Job:
    shown = client.get(f"/tasks/{act}", {"all": "1", "back": query}).text
    token = re.findall(r'name="token" value="([^"]+)"', shown)[0]
    sent = {"all": "1", "back": query, "token": token, **typed}
    first, second = client.post(f"/tasks/{act}", sent), client.post(f"/tasks/{act}", sent)
    assert first.headers["Location"] == second.headers["Location"]
    return Job.objects.get()


def _taken() -> Job:
    job = take(at=timezone.now())
    assert job is not None
    return job


def _file(client: Client, job: Job) -> list[list[str]]:
    answer = client.get(f"/jobs/{job.pk}/file/")
    rows = worksheet_of(answer.getvalue(), "办理结果.xlsx", 2_000).rows
    return [rows[number] for number in sorted(rows)]


def test_all_that_is_shown_is_done_and_the_refused_are_told_to_the_asker_alone() -> None:
    who, tasks, client = _many()
    over = who.reported()
    job = _asked(client, "transfer", "side=issuer&state=all", owner="市民政局", reason="职责调整")
    done = carry_out(_taken())
    assert (done.stage, done.facts["done"], done.facts["refused"]) == (JobStage.DONE, "3", "1")
    rows = _file(client, done)
    told = {row[0]: row[2] for row in rows[1:]}
    assert told == {**{str(task.pk): "已办" for task in tasks}, str(over.pk): "没有办成"}
    assert "只有已交办、还没报结的任务才能转办" in client.get(f"/jobs/{job.pk}/").text
    other = client_of(who.stranger)
    assert [other.get(f"/jobs/{job.pk}/{part}").status_code for part in ("", "file/")] == [404, 404]


def test_cancelled_half_way_it_says_what_is_done_and_goes_on_with_the_rest_alone() -> None:
    _who, _tasks, client = _many()
    _asked(client, note="请抓紧")
    job = _taken()

    def stop() -> None:
        wish_to_stop(job.folder)
        time.sleep(TELL_SECONDS)

    with at_statement(LINES, 2, stop):
        stopped = carry_out(job)
    assert stopped.stage == JobStage.CANCELLED
    assert stopped.facts == {"done": "2", "refused": "0", "left": "1"}
    assert len(_file(client, stopped)) == 3
    start_again(stopped, by=stopped.by, at=timezone.now())
    assert carry_out(_taken()).facts["done"] == "3"
    assert list(Task.objects.values_list("urges", flat=True)) == [1, 1, 1]


def test_killed_half_way_no_task_is_done_twice_or_by_half() -> None:
    _who, _tasks, client = _many()
    _asked(client)

    def die() -> None:
        raise KeyboardInterrupt

    with at_statement(LINES, 2, die), pytest.raises(KeyboardInterrupt):
        carry_out(_taken())
    assert sum(Task.objects.values_list("urges", flat=True)) == 1
    interrupt_all(at=timezone.now())
    job = Job.objects.get()
    start_again(job, by=job.by, at=timezone.now())
    assert carry_out(_taken()).stage == JobStage.DONE
    assert list(Task.objects.values_list("urges", flat=True)) == [1, 1, 1]


def test_whoever_lost_the_post_meanwhile_moves_nothing() -> None:
    who, _tasks, client = _many()
    _asked(client)
    [post] = posts_of(who.issuer, TODAY)
    vacate(post, person=who.issuer, until_on=TODAY, by=None, at=AT)
    done = carry_out(_taken())
    assert (done.facts["done"], done.facts["refused"]) == ("0", "3")
    assert set(Task.objects.values_list("urges", flat=True)) == {0}


def test_what_is_out_of_sight_is_not_among_all() -> None:
    who, _tasks, _client = _many()
    stranger = client_of(who.stranger)
    for query in ("side=issuer&unit=市数据局", "side=owner", ALL):
        answer = stranger.post("/tasks/urging", {"all": "1", "back": query, "token": "x"})
        assert "还没有选中任务" in answer.text
    assert not Job.objects.exists()


def test_a_missing_field_is_said_and_nothing_begins() -> None:
    _who, _tasks, client = _many()
    sent = {"all": "1", "back": ALL, "token": "x", "owner": "无此单位", "reason": "职责调整"}
    answer = client.post("/tasks/transfer", sent)
    assert answer.status_code == 422
    assert "没有叫“无此单位”的组织" in answer.text
    assert "职责调整" in answer.text
    assert not Job.objects.exists()


def test_more_than_a_page_can_wait_for_is_exported_by_a_job() -> None:
    who, [first], client = _many(1)
    rest = [Task(**{**_values(first), "title": f"第{number}件"}) for number in range(COUNTED)]
    Task.objects.bulk_create(rest)
    asked = client.get("/tasks/workbook?side=issuer")
    assert "开始导出" in asked.text
    assert client.get("/tasks/workbook?side=issuer&q=第7件").headers["Content-Disposition"].startswith("att")
    job = worked(client.post("/tasks/workbook?side=issuer"))
    assert (job.stage, job.facts["count"]) == (JobStage.DONE, str(COUNTED + 1))
    assert len(_file(client, job)) == COUNTED + 2
    assert client_of(who.stranger).get(f"/jobs/{job.pk}/file/").status_code == 404


def _values(task: Task) -> dict[str, object]:
    names = [field.attname for field in Task._meta.concrete_fields if not field.primary_key]  # noqa: SLF001  # public by Django's documents
    return {name: getattr(task, name) for name in names}
