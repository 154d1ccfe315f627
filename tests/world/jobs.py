"""Kinds of jobs that tests ask for, by the names in ``KINDS`` of ``world.job_settings``."""

import time
from datetime import UTC, datetime

from luoshi.core.refusals import Refusal
from luoshi.ground.jobs.work import JobKind, JobResult, Running
from luoshi.ground.ledger.actions import append

STEPS = 3


def _count(running: Running) -> JobResult:
    for step in range(STEPS):
        running.advance(step, STEPS, "正在数第 {step} 个", step=str(step))
    running.made("数.txt").write_bytes(running.brought("numbers").read_bytes())
    return JobResult("数到了 {count}", {"count": str(running.given["count"])}, file="数.txt", link="/jobs/")


def _refuse(_running: Running) -> JobResult:
    raise Refusal("“{name}”不能数：请换一个。", name="零")


def _break(_running: Running) -> JobResult:
    raise ValueError("甲书记 的秘密")


def _wait(running: Running) -> JobResult:
    """Write in a transaction of its own and go on until somebody cancels it."""
    from django.db import transaction  # noqa: PLC0415  # only here

    with transaction.atomic():
        append("person:1", "person.amended", by=None, at=datetime.now(UTC), facts={})
        for step in range(10_000):
            running.advance(step, 10_000, "还在等")
            time.sleep(0.02)
    return JobResult("等到头了")


COUNTING = JobKind("数数", _count)
REFUSING = JobKind("拒绝", _refuse)
BREAKING = JobKind("出错", _break)
WAITING = JobKind("等待", _wait)
