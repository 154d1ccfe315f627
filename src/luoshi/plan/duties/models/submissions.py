"""Requests for instructions, and reports, from an organization to the one it answers to."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from ..lengths import SUBJECT_LENGTH
from ..vocabulary import Ruling, SubmissionKind


class Submission(models.Model):
    """One request or report 请示报告, numbered within its organization, year and kind. Only a request is due."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    to = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=SubmissionKind.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=SUBJECT_LENGTH)
    text = models.TextField()
    registered_by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    registered_at = models.DateTimeField()
    due_on = models.DateField(null=True)
    ruling = models.CharField(max_length=12, choices=Ruling.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_why = models.TextField(blank=True)

    objects: ClassVar[models.Manager["Submission"]] = models.Manager()

    class Meta:
        """Each number once; what is still owed is asked every day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["organization", "kind", "year", "number"], name="submission_number"
            )
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["to", "due_on"], name="submission_due")]

    def __str__(self) -> str:
        return self.title

    @property
    def chain(self) -> str:
        """The name of this submission's chain in the ledger."""
        return f"submission:{self.pk}"
