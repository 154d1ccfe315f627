"""What is kept of the burden: counts that follow from the ledger and can be counted again at any time."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization

NAME_LENGTH = 60


class FormTally(models.Model):
    """How many times people of one organization filled in one form in one month, for one asker 填报次数.

    ``month`` is its first day. ``asker`` is ``organization:12`` where that organization asked, else the
    form's own asker. Seconds are not kept: they are what the form is declared to cost when somebody looks.
    """

    month = models.DateField()
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    asker = models.CharField(max_length=NAME_LENGTH)
    form = models.CharField(max_length=NAME_LENGTH)
    times = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["FormTally"]] = models.Manager()

    class Meta:
        """One count a month, organization, asker and form."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["month", "organization", "asker", "form"], name="tally_once")
        ]

    def __str__(self) -> str:
        return f"{self.month} {self.organization_id} {self.form} {self.times}"


class Bookmark(models.Model):
    """Up to which entry of the ledger the tallies are counted 计数进度; there is one."""

    entry = models.BigIntegerField(default=0)

    objects: ClassVar[models.Manager["Bookmark"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.entry)
