"""What is stored of the table: how somebody likes to look at it. A preference changes no fact, so no ledger tells it."""

from typing import ClassVar

from django.db import models

from luoshi.ground.people.models import Person

NAME_LENGTH = 30
QUERY_LENGTH = 1_000


class SavedView(models.Model):
    """One way to look at the table that a person named 常用视图: what stands in the address after the question mark."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    name = models.CharField(max_length=NAME_LENGTH)
    query = models.CharField(max_length=QUERY_LENGTH, blank=True)

    objects: ClassVar[models.Manager["SavedView"]] = models.Manager()

    class Meta:
        """A name is used once by each person."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "name"], name="saved_view_name"),
        ]

    def __str__(self) -> str:
        return self.name
