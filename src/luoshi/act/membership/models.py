"""What is stored of the way into the Party: a step and its day. No papers, no opinions, no reasons."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .steps import StepKind


class Step(models.Model):
    """One step that somebody took, in which branch, on which day. Only ``actions`` write it."""

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    branch = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=StepKind.choices)
    on = models.DateField()

    objects: ClassVar[models.Manager["Step"]] = models.Manager()

    class Meta:
        """Nothing happens twice on one day."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "kind", "on"], name="step_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.kind}"
