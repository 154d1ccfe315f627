"""What is stored of a job: what was asked, by whom, how it stands, what came of it."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from luoshi.ground.people.models import Person


class JobStage(models.TextChoices):
    """How a job stands."""

    WAITING = "waiting", _("排队中")
    RUNNING = "running", _("进行中")
    DONE = "done", _("已完成")
    REFUSED = "refused", _("没有办成")
    FAILED = "failed", _("出错停下")
    CANCELLED = "cancelled", _("已取消")
    INTERRUPTED = "interrupted", _("中断")


UNDER_WAY = (JobStage.WAITING, JobStage.RUNNING)
AGAIN = (JobStage.REFUSED, JobStage.FAILED, JobStage.CANCELLED, JobStage.INTERRUPTED)


class Job(models.Model):
    """One long piece of work 后台事项 that a person asked for.

    ``kind`` names the work in ``LUOSHI_JOBS``; ``given`` is what it needs, as JSON. ``folder`` is its own
    folder under ``$LUOSHI_HOME/jobs``: what was brought, how far it is, what it made. ``sentence`` is a Chinese
    msgid that says what came of it, filled by ``facts``; ``file`` is the name of what it made, ``link`` an
    address within the site where the result is seen.
    """

    kind = models.CharField(max_length=40)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    given = models.JSONField(default=dict)
    folder = models.CharField(max_length=32, unique=True)
    stage = models.CharField(max_length=12, choices=JobStage.choices, default=JobStage.WAITING)
    asked_at = models.DateTimeField()
    begun_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    sentence = models.TextField(blank=True)
    facts = models.JSONField(default=dict)
    file = models.CharField(max_length=120, blank=True)
    link = models.CharField(max_length=200, blank=True)

    objects: ClassVar[models.Manager["Job"]] = models.Manager()

    class Meta:
        """The worker looks for the oldest that waits, a person for the newest of their own."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["stage", "id"], name="job_stage"),
            models.Index(fields=["by", "id"], name="job_by"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.pk}"

    @property
    def is_under_way(self) -> bool:
        """Whether it waits or runs."""
        return self.stage in UNDER_WAY

    @property
    def may_start_again(self) -> bool:
        """Whether it ended without its result."""
        return self.stage in AGAIN


class JobLine(models.Model):
    """What came of one of the things that a job does one by one 逐件结果, kept together with the act itself.

    ``thing`` is a task's number or a cell, ``name`` what people call it; ``sentence`` is a Chinese msgid, filled
    by ``facts``. A job that begins again leaves alone what has a line that is not ``refused``.
    """

    job = models.ForeignKey(Job, models.CASCADE, related_name="+")
    thing = models.CharField(max_length=40)
    name = models.CharField(max_length=200, blank=True)
    refused = models.BooleanField(default=False)
    sentence = models.TextField()
    facts = models.JSONField(default=dict)

    objects: ClassVar[models.Manager["JobLine"]] = models.Manager()

    class Meta:
        """Of one thing only one can come."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["job", "thing"], name="job_line_of_thing")
        ]

    def __str__(self) -> str:
        return f"{self.job_id} {self.thing}"
