"""Reads of jobs."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.db.models import QuerySet

from luoshi.ground.people.models import Person

from . import folders
from .models import UNDER_WAY, Job, JobLine, JobStage

SHOWN = 50


@dataclass(frozen=True)
class Progress:
    """How far a job is 进度: ``done`` steps of ``total`` (nothing where unknown), a sentence, jobs ahead of it."""

    done: int = 0
    total: int | None = None
    sentence: str = ""
    facts: dict[str, Any] | None = None
    ahead: int = 0


def find(number: int) -> Job | None:
    """Return the job of that number, or nothing."""
    return Job.objects.select_related("by").filter(pk=number).first()


def of_person(person: Person) -> QuerySet[Job]:
    """Return the newest jobs that the person asked for."""
    return Job.objects.filter(by=person).order_by("-pk")[:SHOWN]


def everybodys() -> QuerySet[Job]:
    """Return the newest jobs of all, for whoever keeps the system: that they exist, not what is in them."""
    return Job.objects.order_by("-pk")[:SHOWN]


def newest(kind: str, *, ended: bool = False) -> Job | None:
    """Return the newest job of a kind, or the newest one that has ended."""
    found = Job.objects.filter(kind=kind).order_by("-pk")
    return (found.exclude(stage__in=UNDER_WAY) if ended else found).first()


def last_given(kind: str, person: Person) -> dict[str, Any]:
    """Return what the person gave to the newest job of a kind; nothing where there was none."""
    job = Job.objects.filter(kind=kind, by=person).order_by("-pk").first()
    return dict(job.given) if job else {}


def progress_of(job: Job) -> Progress:
    """Return how far the job is."""
    if job.stage == JobStage.WAITING:
        return Progress(ahead=Job.objects.filter(stage__in=UNDER_WAY, pk__lt=job.pk).count())
    return Progress(**folders.read_progress(job.folder))


def made_by(job: Job) -> Path | None:
    """Return the file that the job made, or nothing where it made none or it was cleared away."""
    path = folders.folder_of(job.folder) / folders.MADE / job.file
    return path if job.file and path.is_file() else None


def lines_of(job: Job) -> QuerySet[JobLine]:
    """Return what came of each thing so far, in the order in which they were done."""
    return JobLine.objects.filter(job=job).order_by("pk")


def counted_lines(job: Job) -> tuple[int, int]:
    """Return how many things were done so far, and how many were refused."""
    lines = JobLine.objects.filter(job=job)
    return lines.filter(refused=False).count(), lines.filter(refused=True).count()


def refused_lines(job: Job) -> list[JobLine]:
    """Return why nothing came of the first of the things that were refused."""
    return list(lines_of(job).filter(refused=True)[:SHOWN])
