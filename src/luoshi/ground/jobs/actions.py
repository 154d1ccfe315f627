"""Jobs are asked for, cancelled, started again; the worker takes them and says how they ended.

Asking for a job is no act in the ledger: what the work does is recorded by its own actions.
"""

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.core.files.base import File
from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.people.models import Person

from . import folders
from .models import UNDER_WAY, Job, JobLine, JobStage
from .refusals import BROUGHT_IS_GONE, CANCELLED, DONE_ALREADY, INTERRUPTED, NOT_OVER, OVER_ALREADY
from .work import JobResult, kind_of

KEPT = timedelta(days=7)


@transaction.atomic
def start(
    kind: str,
    *,
    by: Person,
    at: datetime,
    given: Mapping[str, Any] | None = None,
    brought: "Mapping[str, File[bytes]] | None" = None,
) -> Job:
    """Ask for a job of that kind and return it; a worker begins it once this transaction is committed.

    ``given`` must be JSON. ``brought`` are files that the work reads; they are kept under their keys, which the
    caller chooses (never a name from outside). Raises ``LookupError`` for a kind that there is not.
    """
    kind_of(kind)
    folder = secrets.token_hex(16)
    job = Job.objects.create(kind=kind, by=by, given=dict(given or {}), folder=folder, asked_at=at)
    folders.make(folder, brought or {})
    transaction.on_commit(folders.call_worker)
    return job


def cancel(job: Job, *, by: Person, at: datetime) -> Job:  # noqa: ARG001  # who may is asked by the page
    """Stop a job: at once while it waits, at its next step while it runs. Raises ``Refusal`` when it is over."""
    current = Job.objects.get(pk=job.pk)
    if current.stage == JobStage.WAITING:
        current = _cancel_waiting(current, at)
    # The work may hold the write lock of the database, so that the wish has to go around it.
    if current.stage == JobStage.RUNNING:
        folders.wish_to_stop(current.folder)
    elif current.stage != JobStage.CANCELLED or not job.is_under_way:
        raise Refusal(OVER_ALREADY)
    return current


@transaction.atomic
def _cancel_waiting(job: Job, at: datetime) -> Job:
    current = _locked(job)
    if current.stage == JobStage.WAITING:
        end(current, JobStage.CANCELLED, JobResult(CANCELLED), at=at)
    return current


@transaction.atomic
def start_again(job: Job, *, by: Person, at: datetime) -> Job:  # noqa: ARG001  # who may is asked by the page
    """Let a job that ended without its result wait once more. Raises ``Refusal`` for any other."""
    current = _locked(job)
    if not current.may_start_again:
        raise Refusal(NOT_OVER if current.is_under_way else DONE_ALREADY)
    if not folders.folder_of(current.folder).is_dir():
        raise Refusal(BROUGHT_IS_GONE)
    folders.empty(current.folder)
    JobLine.objects.filter(job=current, refused=True).delete()
    current.stage, current.asked_at, current.begun_at, current.ended_at = JobStage.WAITING, at, None, None
    current.sentence, current.facts = "", {}
    current.save()
    transaction.on_commit(folders.call_worker)
    return current


def take(*, at: datetime) -> Job | None:
    """Give the oldest waiting job to the worker that asks, of which there is one; nothing where none waits."""
    for number in Job.objects.filter(stage=JobStage.WAITING).order_by("pk").values_list("pk", flat=True)[:10]:
        waiting = Job.objects.filter(pk=number, stage=JobStage.WAITING)
        if waiting.update(stage=JobStage.RUNNING, begun_at=at):
            return Job.objects.select_related("by").get(pk=number)
    return None


def end(job: Job, stage: JobStage, result: JobResult, *, at: datetime) -> None:
    """Keep how the job ended and what came of it."""
    job.stage, job.ended_at = stage, at
    job.sentence, job.facts, job.file, job.link = (
        result.sentence,
        dict(result.facts),
        result.file,
        result.link,
    )
    job.save()


def interrupt_all(*, at: datetime) -> int:
    """Say of every job that runs that it was interrupted, and return how many; only a worker that begins may."""
    running = Job.objects.filter(stage=JobStage.RUNNING)
    return running.update(stage=JobStage.INTERRUPTED, ended_at=at, sentence=INTERRUPTED)


def clear_away(*, at: datetime) -> int:
    """Remove files and lines of jobs that ended a week ago, and return of how many; that they were, stays."""
    over = Job.objects.exclude(stage__in=UNDER_WAY).filter(ended_at__lt=at - KEPT)
    JobLine.objects.filter(job__in=over).delete()
    kept = [name for name in over.values_list("folder", flat=True) if folders.folder_of(name).is_dir()]
    for name in kept:
        folders.remove(name)
    return len(kept)


def _locked(job: Job) -> Job:
    return Job.objects.select_for_update(of=("self",)).get(pk=job.pk)
