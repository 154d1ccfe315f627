"""Hearings: an organization hears how its work stands, and decides."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization

from ..lengths import PLACE_LENGTH


class Hearing(models.Model):
    """One hearing of an organization in a half-year, ``2026-H1``. ``figures`` are frozen when it has been held."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    period = models.CharField(max_length=8)
    planned_on = models.DateField()
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    agenda = models.JSONField(default=list)
    held_on = models.DateField(null=True)
    present = models.TextField(blank=True)
    minutes = models.TextField(blank=True)
    figures = models.JSONField(null=True)

    objects: ClassVar[models.Manager["Hearing"]] = models.Manager()

    class Meta:
        """One a half-year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organization", "period"], name="hearing_period")
        ]

    def __str__(self) -> str:
        return f"{self.organization} {self.period}"

    @property
    def chain(self) -> str:
        """The name of this hearing's chain in the ledger."""
        return f"hearing:{self.pk}"


class HearingDecision(models.Model):
    """One thing that was decided, which is a task from then on."""

    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="decisions")
    place = models.PositiveSmallIntegerField()
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["HearingDecision"]] = models.Manager()

    class Meta:
        """One decision a place."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["hearing", "place"], name="hearing_decision_place")
        ]

    def __str__(self) -> str:
        return f"{self.hearing} {self.place}"
