"""What is stored of a deployment: its text, its clauses, and what its sentences ask for."""

from typing import ClassVar

from django.db import models

from luoshi.act.tasks.lengths import TITLE_LENGTH
from luoshi.ground.organizations.models import Organization, OrganizationKind


class Deployment(models.Model):
    """A document put into force by an organization. ``digest`` is the SHA-256 of its text, which each stores once.

    ``kind`` and ``issuer`` stand as the reader found them; ``organization`` is who answers for its
    being carried out here.
    """

    title = models.CharField(max_length=300)
    kind = models.CharField(max_length=12)
    issuer = models.CharField(max_length=200, blank=True)
    number = models.CharField(max_length=100, blank=True)
    issued_on = models.DateField(null=True)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()

    objects: ClassVar[models.Manager["Deployment"]] = models.Manager()

    class Meta:
        """One text once for each organization; several may deploy what their superior issued."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organization", "digest"], name="deployment_text")
        ]

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

    It ends as a task, dropped with a reason, or merged into another draft. ``units`` are names as written,
    ``leads`` first; ``owners`` and ``co_units`` the ids of the organizations they are. Each owner gets a
    task of its own: the first is ``task``, the others' ids are ``further``. Organizations and tasks are
    never deleted, so ids hold. ``version`` grows with each change, so that whoever read an older one is told.
    """

    deployment = models.ForeignKey(Deployment, models.PROTECT, related_name="drafts")
    place = models.PositiveIntegerField()
    clause = models.ForeignKey(Clause, models.PROTECT, null=True, related_name="drafts")
    text = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    lead = models.CharField(max_length=200, blank=True)
    leads = models.JSONField(default=list)
    units = models.JSONField(default=list)
    quantities = models.JSONField(default=list)
    title = models.CharField(max_length=TITLE_LENGTH, blank=True)
    owners = models.JSONField(default=list)
    co_units = models.JSONField(default=list)
    deadline = models.CharField(max_length=200, blank=True)
    deadline_on = models.DateField(null=True)
    frequency = models.CharField(max_length=200, blank=True)
    standard = models.TextField(blank=True)
    evidence_named = models.JSONField(default=list)
    task = models.OneToOneField("tasks.Task", models.PROTECT, null=True, related_name="+")
    further = models.JSONField(default=list)
    dropped_why = models.TextField(blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="+")
    version = models.PositiveIntegerField(default=0)

    objects: ClassVar[models.Manager["Draft"]] = models.Manager()

    class Meta:
        """One draft a place."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["deployment", "place"], name="draft_place")
        ]

    def __str__(self) -> str:
        return self.title or self.text

    @property
    def is_open(self) -> bool:
        """Whether nobody has decided about it yet."""
        return self.task_id is None and not self.dropped_why and self.merged_into_id is None

    @property
    def task_ids(self) -> list[int]:
        """The ids of every task that it became."""
        return [] if self.task_id is None else [self.task_id, *self.further]


class Alias(models.Model):
    """What documents call an organization, as somebody of ``deploying`` answered; used for each later document.

    With ``each_kind`` the name means every active organization of that kind at or below ``organization``.
    """

    deploying = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    each_kind = models.CharField(max_length=24, choices=OrganizationKind.choices, blank=True)

    objects: ClassVar[models.Manager["Alias"]] = models.Manager()

    class Meta:
        """One meaning a name."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["deploying", "name"], name="alias_name")
        ]

    def __str__(self) -> str:
        return self.name
