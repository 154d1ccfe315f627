"""What is kept of sign-offs. All of it follows from the ledger and can be gathered again at any time."""

from typing import ClassVar

from django.db import models

from luoshi.ground.ledger.models import VERB_LENGTH


class SignOff(models.Model):
    """What one ledger entry said of a task's end: the entry's id, its verb, the task's number, the packed signature."""

    entry = models.BigIntegerField(primary_key=True)
    verb = models.CharField(max_length=VERB_LENGTH)
    task = models.BigIntegerField(db_index=True)
    signature = models.BinaryField()

    objects: ClassVar[models.Manager["SignOff"]] = models.Manager()

    def __str__(self) -> str:
        return f"task:{self.task} {self.verb}"


class SignOffKey(models.Model):
    """One key under which a sign-off is filed; nearly the same texts share one."""

    pk = models.CompositePrimaryKey("key", "entry")
    key = models.BigIntegerField()
    entry = models.BigIntegerField()

    objects: ClassVar[models.Manager["SignOffKey"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.key} {self.entry}"
