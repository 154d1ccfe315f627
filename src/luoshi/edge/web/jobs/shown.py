"""A job as its page shows it, in the language of the reader."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from luoshi.ground.jobs.models import Job
from luoshi.ground.jobs.queries import made_by, progress_of
from luoshi.ground.jobs.work import kind_of


@dataclass(frozen=True)
class Shown:
    """What a page says of one job; ``step`` is how far it is, ``said`` what came of it."""

    job: Job
    label: str
    stage: str
    step: str = ""
    done: int = 0
    total: int | None = None
    said: str = ""
    has_file: bool = False


def outline(job: Job) -> Shown:
    """Return that the job exists and how it stands, and nothing of what is in it."""
    return Shown(job, label_of(job), str(job.get_stage_display()))


def whole(job: Job) -> Shown:
    """Return all that is known of the job, for whoever asked for it."""
    progress = progress_of(job)
    step = _(progress.sentence).format_map(progress.facts or {}) if progress.sentence else ""
    if progress.ahead:
        step = _("前面还有 %(ahead)d 件") % {"ahead": progress.ahead}
    return Shown(
        job,
        label_of(job),
        str(job.get_stage_display()),
        step,
        progress.done,
        progress.total,
        _(job.sentence).format_map(job.facts) if job.sentence else "",
        made_by(job) is not None,
    )


def label_of(job: Job) -> str:
    """Return what people call the kind of job; a kind that this version no longer has, by its name."""
    try:
        return _(kind_of(job.kind).label)
    except LookupError:
        return job.kind
