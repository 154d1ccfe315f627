"""What is stored of a deployment: its text, its clauses, and what its sentences ask for."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization


class Deployment(models.Model):
    """A document put into force by an organization. ``digest`` is the SHA-256 of its text, so it is stored once.

    ``kind`` and ``issuer`` stand as the reader found them; ``organization`` is who answers for its
    being carried out here.
    """

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)
    issuer = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=100, blank=True)
    issued_on = models.DateField(null=True)
    text = models.TextField()
    digest = models.CharField(max_length=64, unique=True)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    objects: ClassVar[models.Manager["Deployment"]] = models.Manager()

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> str:
        """The name of this deployment's chain in the ledger."""
        return f"deployment:{self.pk}"


class Clause(models.Model):
    """One node of the outline. ``text[start:end]`` of the deployment is the clause; ``place`` counts from 1."""

    deployment = models.ForeignKey(Deployment, models.PROTECT, related_name="clauses")
    place = models.PositiveIntegerField()
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    level = models.PositiveSmallIntegerField()
    number = models.CharField(max_length=60, blank=True)
    title = models.TextField(blank=True)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    exempt_why = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Clause"]] = models.Manager()

    class Meta:
        """One clause a place."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["deployment", "place"], name="clause_place")
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.title}".strip()


class Draft(models.Model):
    """One thing that the document asks for, as it words it; ``place`` counts from 1 within the deployment.

    It ends as a task, or dropped with a reason. ``units`` are names as written, leads first.
    """

    deployment = models.ForeignKey(Deployment, models.PROTECT, related_name="drafts")
    place = models.PositiveIntegerField()
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="drafts")
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    lead = models.CharField(max_length=200, blank=True)
    units = models.JSONField(default=list)
    deadline = models.CharField(max_length=200, blank=True)
    deadline_on = models.DateField(null=True)
    frequency = models.CharField(max_length=200, blank=True)
    standard = models.TextField(blank=True)
    task = models.OneToOneField("tasks.Task", models.PROTECT, null=True, related_name="+")
    dropped_why = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Draft"]] = models.Manager()

    class Meta:
        """One draft a place."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["deployment", "place"], name="draft_place")
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.task_id is None and not self.dropped_why
