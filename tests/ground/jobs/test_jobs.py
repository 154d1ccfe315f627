"""A job is asked for, carried out, cancelled, started again, and says how it ended."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from luoshi.core.refusals import Refusal
from luoshi.ground.jobs import folders
from luoshi.ground.jobs.actions import cancel, clear_away, interrupt_all, start, start_again, take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.models import Job, JobStage
from luoshi.ground.jobs.queries import made_by, progress_of
from world.ground import somebody
from world.job_settings import KINDS

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(settings: Any) -> None:
    settings.LUOSHI_JOBS = KINDS


def _asked(kind: str = "counting") -> Job:
    given, brought = {"count": 3}, {"numbers": ContentFile(b"1 2 3")}
    return start(kind, by=somebody("甲"), at=timezone.now(), given=given, brought=brought)


def _done(kind: str) -> Job:
    _asked(kind)
    taken = take(at=timezone.now())
    assert taken is not None
    return carry_out(taken)


def test_it_ends_with_a_sentence_and_a_file() -> None:
    job = _done("counting")
    assert (job.stage, job.sentence.format_map(job.facts)) == (JobStage.DONE, "数到了 3")
    made = made_by(job)
    assert made is not None
    assert made.read_bytes() == b"1 2 3"
    assert take(at=timezone.now()) is None


def test_a_rule_that_forbids_is_its_sentence() -> None:
    job = _done("refusing")
    assert (job.stage, job.sentence.format_map(job.facts)) == (JobStage.REFUSED, "“零”不能数：请换一个。")


def test_a_mistake_fails_the_job_and_not_the_worker(caplog: pytest.LogCaptureFixture) -> None:
    assert _done("breaking").stage == JobStage.FAILED
    assert "failed" in caplog.text


def test_one_that_waits_is_cancelled_at_once() -> None:
    job = cancel(_asked(), by=somebody("乙"), at=timezone.now())
    assert job.stage == JobStage.CANCELLED
    assert take(at=timezone.now()) is None
    with pytest.raises(Refusal, match="已经结束"):
        cancel(job, by=job.by, at=timezone.now())


def test_one_that_runs_stops_at_its_next_step() -> None:
    _asked()
    job = take(at=timezone.now())
    assert job is not None
    assert cancel(job, by=job.by, at=timezone.now()).stage == JobStage.RUNNING
    assert carry_out(job).stage == JobStage.CANCELLED


def test_what_was_running_when_the_worker_died_can_start_again() -> None:
    _asked()
    job = take(at=timezone.now())
    assert job is not None
    assert interrupt_all(at=timezone.now()) == 1
    again = start_again(job, by=job.by, at=timezone.now())
    assert again.stage == JobStage.WAITING
    assert take(at=timezone.now()) == again
    assert carry_out(again).stage == JobStage.DONE
    with pytest.raises(Refusal, match="已经办成"):
        start_again(again, by=job.by, at=timezone.now())


def test_one_under_way_is_not_started_twice() -> None:
    with pytest.raises(Refusal, match="还没有结束"):
        start_again(_asked(), by=somebody("乙"), at=timezone.now())


def test_it_knows_how_many_are_ahead() -> None:
    _asked()
    assert progress_of(_asked()).ahead == 1


def test_files_go_after_a_week_and_the_record_stays() -> None:
    job = _done("counting")
    assert clear_away(at=timezone.now() + timedelta(days=6)) == 0
    assert clear_away(at=timezone.now() + timedelta(days=8)) == 1
    assert made_by(job) is None
    assert not folders.folder_of(job.folder).exists()
    refused = _done("refusing")
    clear_away(at=timezone.now() + timedelta(days=8))
    with pytest.raises(Refusal, match="清理"):
        start_again(refused, by=refused.by, at=timezone.now())


def test_there_is_no_other_kind() -> None:
    with pytest.raises(LookupError):
        _asked("dreaming")
