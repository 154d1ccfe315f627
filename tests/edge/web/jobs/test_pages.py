"""The pages of jobs: whoever asked sees all, whoever keeps the system that it exists, others nothing."""

from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.utils import timezone

from luoshi.ground.accounts.models import Office
from luoshi.ground.jobs.actions import start, take
from luoshi.ground.jobs.carrying_out import carry_out
from luoshi.ground.jobs.models import Job, JobStage
from world.ground import somebody
from world.job_settings import KINDS
from world.signing import client_of

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(settings: Any) -> None:
    settings.LUOSHI_JOBS = KINDS


def _asked(kind: str = "counting") -> Job:
    brought = {"numbers": ContentFile(b"1 2 3")}
    return start(kind, by=somebody("甲"), at=timezone.now(), given={"count": 3}, brought=brought)


def _done(kind: str = "counting") -> Job:
    _asked(kind)
    taken = take(at=timezone.now())
    assert taken is not None
    return carry_out(taken)


def test_its_page_asks_again_until_it_is_over() -> None:
    job = _asked()
    client, address = client_of(job.by), f"/jobs/{job.pk}/"
    shown = client.get(address).content.decode()
    assert 'hx-trigger="every 1s"' in shown
    assert '<noscript><meta http-equiv="refresh"' in shown
    taken = take(at=timezone.now())
    assert taken is not None
    carry_out(taken)
    part = client.get(address, headers={"HX-Request": "true"}).content.decode()
    assert part.lstrip().startswith("<section")
    assert "数到了 3" in part
    assert "hx-trigger" not in part


def test_what_it_made_is_handed_to_whoever_asked() -> None:
    job = _done()
    answer = client_of(job.by).get(f"/jobs/{job.pk}/file/")
    assert b"".join(answer.streaming_content) == b"1 2 3"  # type: ignore[attr-defined]  # a stream
    assert "attachment" in answer["Content-Disposition"]
    empty = _done("refusing")
    assert client_of(empty.by).get(f"/jobs/{empty.pk}/file/").status_code == 404


@pytest.mark.parametrize("office", [None, *Office])
def test_for_others_it_does_not_exist(office: Office | None) -> None:
    job = _done()
    client = client_of(somebody("乙"), office)
    for address in ("", "file/"):
        assert client.get(f"/jobs/{job.pk}/{address}").status_code == 404
    for address in ("cancellation/", "renewal/"):
        assert client.post(f"/jobs/{job.pk}/{address}").status_code == 404
    listed = client.get("/jobs/").content.decode()
    assert ("数数" in listed) == (office == Office.SYSTEM)
    assert "数到了" not in listed


def test_cancelling_leads_back_to_its_page_and_twice_is_refused_there() -> None:
    job = _asked()
    client = client_of(job.by)
    assert client.post(f"/jobs/{job.pk}/cancellation/")["Location"] == f"/jobs/{job.pk}/"
    assert Job.objects.get(pk=job.pk).stage == JobStage.CANCELLED
    refused = client.post(f"/jobs/{job.pk}/cancellation/")
    assert refused.status_code == 422
    assert "这件事已经结束" in refused.content.decode()
    client.post(f"/jobs/{job.pk}/renewal/")
    assert Job.objects.get(pk=job.pk).stage == JobStage.WAITING


def test_the_list_says_what_there_is_and_what_there_is_not() -> None:
    job = _done()
    assert "数到了 3" in client_of(job.by).get("/jobs/").content.decode()
    assert "还没有" in client_of(somebody("乙")).get("/jobs/").content.decode()


def test_a_kind_that_is_gone_is_called_by_its_name(settings: Any) -> None:
    job = _done()
    settings.LUOSHI_JOBS = {}
    assert "counting" in client_of(job.by).get(f"/jobs/{job.pk}/").content.decode()
