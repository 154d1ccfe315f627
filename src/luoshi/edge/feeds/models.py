"""What is kept of a calendar feed. Its address is a secret, so only the digest of that secret is."""

from typing import ClassVar

from django.db import models

from luoshi.ground.people.models import Person


class Feed(models.Model):
    """One address from which one person's calendar is read. ``digest`` is the SHA-256 of its secret, in hex.

    ``titles`` tells whether tasks are named there or only counted. ``read_on`` is the last day on which
    a program asked for it.
    """

    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    titles = models.BooleanField(default=False)
    opened_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)
    read_on = models.DateField(null=True)

    objects: ClassVar[models.Manager["Feed"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.person_id} #{self.pk}"

    @property
    def chain(self) -> str:
        """What happens to a feed is part of what happened to its person."""
        return self.person.chain
