"""What is stored of organizational life. Of what is confidential only that it was, where and when; the rest is sealed."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .attendance import Ballot, Capacity, Presence
from .lengths import FILE_NAME_LENGTH, ITEM_LENGTH, PLACE_LENGTH, TOPIC_LENGTH

# What was withdrawn stands no more.
STANDING = Q(withdrawn_on=None)


class Activity(models.Model):
    """One thing that an organization did together. Only ``actions`` write it.

    ``hours`` is how long it took, nothing where nobody said. ``once`` names the form that recorded it, or
    what was recorded, so that the same comes in once. Where ``confidential``, all texts are empty.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    held_on = models.DateField()
    begins = models.TimeField(null=True)
    hours = models.DecimalField(max_digits=4, decimal_places=1, null=True)
    topic = models.CharField(max_length=TOPIC_LENGTH, blank=True)
    place = models.CharField(max_length=PLACE_LENGTH, blank=True)
    chair = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    partner = models.ForeignKey(Organization, models.PROTECT, null=True, related_name="+")
    ballot = models.CharField(max_length=10, choices=Ballot.choices, blank=True)
    minutes = models.TextField(blank=True)
    confidential = models.BooleanField(default=False)
    once = models.CharField(max_length=64, unique=True)
    recorded_at = models.DateTimeField()
    corrections = models.PositiveIntegerField(default=0)
    withdrawn_on = models.DateField(null=True)

    objects: ClassVar[models.Manager["Activity"]] = models.Manager()

    class Meta:
        """An organization's life is read by its days."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organization", "held_on"], name="activity_life")
        ]

    def __str__(self) -> str:
        return self.topic

    @property
    def chain(self) -> str:
        """The name of this activity's chain in the ledger."""
        return f"activity:{self.pk}"


class Occasion(models.Model):
    """One kind that a standing activity counts as, where, and in which month: the figures are counted from these.

    ``month`` counts months since the year 0, so that a span of them is one range.
    """

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="occasions")
    kind = models.CharField(max_length=32)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+", db_index=False)
    month = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["Occasion"]] = models.Manager()

    class Meta:
        """Everything a count needs stands in one index; an activity counts once as each kind."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["activity", "kind"], name="occasion_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organization", "month", "kind"], name="occasion_counted")
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.month}"


class Attendance(models.Model):
    """One person at one activity. Whether he could vote is kept as it was that day."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="attendances", db_index=False)
    person = models.ForeignKey(Person, models.PROTECT, related_name="+", db_index=False)
    presence = models.CharField(max_length=12, choices=Presence.choices)
    capacity = models.CharField(max_length=8, choices=Capacity.choices, default=Capacity.MEMBER)
    votes = models.BooleanField()

    objects: ClassVar[models.Manager["Attendance"]] = models.Manager()

    class Meta:
        """Once each; and what one person attended is asked as often as who attended."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["activity", "person"], name="attendance_once")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person", "activity"], name="attendance_of_person")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.presence}"


class Item(models.Model):
    """One thing on the agenda, and the task that it was about, where it was one."""

    activity = models.ForeignKey(Activity, models.CASCADE, related_name="items")
    text = models.CharField(max_length=ITEM_LENGTH)
    task = models.ForeignKey("tasks.Task", models.PROTECT, null=True, related_name="+")

    objects: ClassVar[models.Manager["Item"]] = models.Manager()

    def __str__(self) -> str:
        return self.text


class Resolution(models.Model):
    """What the meeting resolved, and the task that it became."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="resolutions")
    task = models.ForeignKey("tasks.Task", models.PROTECT, related_name="+")
    text = models.CharField(max_length=ITEM_LENGTH)

    objects: ClassVar[models.Manager["Resolution"]] = models.Manager()

    def __str__(self) -> str:
        return self.text


class Enclosure(models.Model):
    """A file that belongs to the activity. Its bytes are kept under their SHA-256."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="enclosures")
    name = models.CharField(max_length=FILE_NAME_LENGTH)
    digest = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media = models.CharField(max_length=100)

    objects: ClassVar[models.Manager["Enclosure"]] = models.Manager()

    def __str__(self) -> str:
        return self.name


class Former(models.Model):
    """What was recorded before a correction, as it stood: the ledger holds its digest, so that it stays what it was."""

    activity = models.ForeignKey(Activity, models.PROTECT, related_name="formers")
    telling = models.JSONField()
    reason = models.TextField()
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Former"]] = models.Manager()

    def __str__(self) -> str:
        return self.reason


class Confidence(models.Model):
    """What was said in a talk or on a visit and with whom, sealed; nothing but the key opens it."""

    activity = models.OneToOneField(Activity, models.CASCADE, primary_key=True, related_name="+")
    sealed = models.BinaryField()

    objects: ClassVar[models.Manager["Confidence"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.activity_id}"
