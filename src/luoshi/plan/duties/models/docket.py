"""What leaders have taken up in person."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from luoshi.ground.people.models import Person, Post

from ..vocabulary import Concern


class DocketEntry(models.Model):
    """One task that the holder of a leading post took up in person 领导督办, until released."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, models.PROTECT, related_name="+")
    task = models.ForeignKey("tasks.Task", models.PROTECT, related_name="+")
    concern = models.CharField(max_length=12, choices=Concern.choices)
    note = models.TextField(blank=True)
    taken_at = models.DateTimeField()
    released_at = models.DateTimeField(null=True)
    released_why = models.TextField(blank=True)

    objects: ClassVar[models.Manager["DocketEntry"]] = models.Manager()

    class Meta:
        """A task stands once on the docket of a post."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["post", "task"], name="docket_task", condition=Q(released_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.task}"

    @property
    def chain(self) -> str:
        """The name of this entry's chain in the ledger."""
        return f"docket:{self.pk}"
