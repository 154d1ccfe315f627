"""The rounds by hand, as jobs, for whoever keeps the system: counts alone, nothing of what they are about."""

from pathlib import Path
from typing import Any

import pytest
from django.utils import timezone

from luoshi.act.tasks.models import Task
from luoshi.core.lifecycle import Light
from luoshi.edge.exchange.attachments import received
from luoshi.edge.ops.preparation import write_key
from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.folders import wish_to_stop
from luoshi.ground.jobs.models import JobStage
from world.ground import somebody
from world.loop import cast
from world.signing import client_of
from world.working import worked

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _home(settings: Any, tmp_path: Path) -> None:
    write_key(tmp_path / "keys" / "contacts.key")
    settings.LUOSHI_HOME, settings.MEDIA_ROOT = tmp_path, tmp_path / "files"


def test_a_sweep_by_hand_brings_lights_up_to_today_and_says_when() -> None:
    task = cast().accepted()
    client = client_of(somebody("管理员"), Office.SYSTEM)
    assert client.get("/system/rounds/").text.count("还没有执行过") == 3
    job = worked(client.post("/system/rounds/sweep/"))
    assert (job.stage, job.facts["tasks"]) == (JobStage.DONE, "1")
    assert Task.objects.get(pk=task.pk).light == Light.RED
    shown = client.get("/system/rounds/").text
    assert shown.count("还没有执行过") == 2
    assert task.title not in shown + client.get(f"/jobs/{job.pk}/").text


def test_a_sweep_that_is_stopped_says_how_far_it_came() -> None:
    cast().accepted()
    client = client_of(somebody("管理员"), Office.SYSTEM)
    client.post("/system/rounds/sweep/")
    job = take(at=timezone.now())
    assert job is not None
    wish_to_stop(job.folder)
    stopped = carry_out(job)
    assert (stopped.stage, "其余下次巡检再看" in stopped.sentence) == (JobStage.CANCELLED, True)


def test_digests_and_files_by_hand() -> None:
    client = client_of(somebody("管理员"), Office.SYSTEM)
    assert worked(client.post("/system/rounds/notices/")).stage == JobStage.DONE
    received([b"letter"], "信.txt", 6)
    job = worked(client.post("/system/rounds/files/"))
    assert "没有要清理的附件" in client.get(f"/jobs/{job.pk}/").text


def test_there_is_no_other_round() -> None:
    client = client_of(somebody("管理员"), Office.SYSTEM)
    assert client.post("/system/rounds/others/").status_code == 404
