"""Duty lists: what a post answers for in a year, item by item, by whom accepted, and what has come of it."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.core.rules import MODALITY_LABELS, Modality
from luoshi.ground.people.models import Person, Post

from ..lengths import KEY_LENGTH, TITLE_LENGTH
from ..vocabulary import Adaptation, Area, Frequency, Overseer


class DutyList(models.Model):
    """One version of what a post answers for in a year. Published, it is never changed: the next version replaces it.

    ``template`` names the template that it began with, nothing where there was none. ``why`` says what a later
    version corrects.
    """

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField()
    template = models.CharField(max_length=KEY_LENGTH, blank=True)
    drafted_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)
    in_force = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["DutyList"]] = models.Manager()

    class Meta:
        """Of one post and year there is each version once, one in force, and one that is not published."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["post", "year", "version"], name="duty_list_version"),
            models.UniqueConstraint(
                fields=["post", "year"], name="duty_list_in_force", condition=Q(in_force=True)
            ),
            models.UniqueConstraint(
                fields=["post", "year"], name="duty_list_draft", condition=Q(published_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.post} {self.year}"

    @property
    def chain(self) -> str:
        """The name of this version's chain in the ledger."""
        return f"duty_list:{self.pk}"


class DutyItem(models.Model):
    """One duty of a list. ``key`` stays the same from version to version, so that what was done goes on counting.

    ``basis`` lists where it is written, as ``templates.Basis`` records it; ``answers`` the ids of rules that ask for
    the same thing. One that was dropped stays with its reason.
    """

    duty_list = models.ForeignKey(DutyList, models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=KEY_LENGTH)
    title = models.CharField(max_length=TITLE_LENGTH)
    what = models.TextField()
    how = models.TextField()
    area = models.CharField(max_length=20, choices=Area.choices)
    frequency = models.CharField(max_length=10, choices=Frequency.choices)
    month = models.PositiveSmallIntegerField(default=0)
    modality = models.CharField(
        max_length=10, choices=[(each.value, MODALITY_LABELS[each]) for each in Modality]
    )
    overseer = models.CharField(max_length=10, choices=Overseer.choices)
    basis = models.JSONField(default=list)
    adaptation = models.CharField(max_length=10, choices=Adaptation.choices)
    answers = models.JSONField(default=list)
    why = models.TextField(blank=True)
    dropped = models.BooleanField(default=False)

    objects: ClassVar[models.Manager["DutyItem"]] = models.Manager()

    class Meta:
        """One item a key."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["duty_list", "key"], name="duty_item_key")
        ]

    def __str__(self) -> str:
        return self.title


class Acceptance(models.Model):
    """One holder of the post accepted one version."""

    duty_list = models.ForeignKey(DutyList, models.PROTECT, related_name="acceptances")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Acceptance"]] = models.Manager()

    class Meta:
        """Once each."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["duty_list", "person"], name="duty_list_acceptance")
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.duty_list}"


class DutyOpening(models.Model):
    """The task that a duty of a post became in one period, such as ``2026-Q2``; that it is here says that it is open."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    key = models.CharField(max_length=KEY_LENGTH)
    period = models.CharField(max_length=12)
    item = models.ForeignKey(DutyItem, models.PROTECT, related_name="openings")
    task = models.OneToOneField("tasks.Task", models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["DutyOpening"]] = models.Manager()

    class Meta:
        """One task a period, whichever version asks for it."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["post", "key", "period"], name="duty_opening_period")
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.period}"
