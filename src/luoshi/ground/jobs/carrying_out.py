"""Carries out one job, and says how it ended whatever happens."""

import logging

from django.utils import timezone

from luoshi.core.refusals import Refusal

from . import refusals
from .actions import end
from .models import Job, JobStage
from .work import Cancelled, JobResult, Running, kind_of

log = logging.getLogger(__name__)


def carry_out(job: Job) -> Job:
    """Do the work of a job that was taken, and return the job as it ended."""
    running = Running(job)
    try:
        result, stage = kind_of(job.kind).work(running), JobStage.DONE
    except Cancelled as stopped:
        result, stage = stopped.result, JobStage.CANCELLED
    except Refusal as refusal:
        result, stage = JobResult(refusal.sentence, refusal.facts), JobStage.REFUSED
    except Exception:
        # Whatever went wrong in one job must not keep the others waiting.
        log.exception("job %d (%s) failed", job.pk, job.kind)
        result, stage = JobResult(refusals.FAILED), JobStage.FAILED
    end(job, stage, result, at=timezone.now())
    return job
