"""What is kept of telling people: which editions, which digests, which deliveries; and notices of supervision."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .stages import DEMAND_LENGTH, Stage

CHANNEL_LENGTH, REASON_LENGTH = 20, 20


class Edition(models.Model):
    """The digests of one morning 晨报轮次, from the ledger's entries after ``first`` up to and with ``last``."""

    day = models.DateField(primary_key=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["Edition"]] = models.Manager()

    def __str__(self) -> str:
        return self.day.isoformat()


class Digest(models.Model):
    """What one person is told on one morning 晨报.

    ``parts`` has for each kind of news how many tasks and the numbers of the first of them. Titles are not
    kept: they are looked up for whoever may still see them.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    day = models.DateField()
    parts = models.JSONField()
    read_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Digest"]] = models.Manager()

    class Meta:
        """One a person and morning; how many are unread is asked for every page."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "day"], name="digest_of_a_morning")
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["person"], name="digest_unread", condition=Q(read_at=None))
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"


class Delivery(models.Model):
    """One digest on its way out over one channel 投递. ``again_at`` is when a failed one is tried next, if ever."""

    digest = models.ForeignKey(Digest, models.CASCADE, related_name="deliveries")
    channel = models.CharField(max_length=CHANNEL_LENGTH)
    stage = models.CharField(max_length=8, choices=Stage.choices, default=Stage.WAITING)
    reason = models.CharField(max_length=REASON_LENGTH, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    again_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Delivery"]] = models.Manager()

    class Meta:
        """Once a channel; what has not gone out is asked for often."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["digest", "channel"], name="delivery_once")
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["stage"], name="delivery_stage")]

    def __str__(self) -> str:
        return f"{self.digest_id} {self.channel}"

    @property
    def chain(self) -> str:
        """The name of this delivery's chain in the ledger."""
        return f"delivery:{self.pk}"


class SupervisionNotice(models.Model):
    """A notice of supervision that was issued for a task 督办通知单, numbered for its issuer and year."""

    task = models.BigIntegerField(db_index=True)
    issuer = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    issued_on = models.DateField()
    reply_by_on = models.DateField()
    demand = models.CharField(max_length=DEMAND_LENGTH)
    by = models.ForeignKey(Person, models.PROTECT, related_name="+")

    objects: ClassVar[models.Manager["SupervisionNotice"]] = models.Manager()

    class Meta:
        """No number twice."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["issuer", "year", "number"], name="supervision_notice_number")
        ]

    def __str__(self) -> str:
        return f"{self.issuer_id} {self.year} {self.number}"
