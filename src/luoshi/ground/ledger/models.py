"""What the ledger stores. Both tables are append-only: triggers refuse every update and delete."""

import json
from typing import Any

from django.db import models

from luoshi.core.chain import Link, SealLink

DIGEST_LENGTH = 64
CHAIN_LENGTH = 100
VERB_LENGTH = 60

# The columns of an entry that are hashed, in the order in which they stand in a link.
LINK_COLUMNS = tuple("facts_text" if name == "facts" else name for name in Link._fields)


class Entry(models.Model):
    """One thing that happened, as entry ``sequence`` (from 1) of its ``chain``, such as ``task:12``.

    ``by`` is the id of the person who acted and ``for_whom`` of the grantor for whom a stand-in
    acted; they are plain numbers, so that the ledger outlives every other table. The facts are kept
    as the text that was hashed: a database that reads JSON would write it in its own way.
    """

    id = models.BigAutoField(primary_key=True)
    chain = models.CharField(max_length=CHAIN_LENGTH)
    sequence = models.PositiveIntegerField()
    verb = models.CharField(max_length=VERB_LENGTH)
    at = models.DateTimeField()
    by = models.BigIntegerField(null=True)
    for_whom = models.BigIntegerField(null=True)
    facts_text = models.TextField(db_column="facts")
    previous = models.CharField(max_length=DIGEST_LENGTH)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    algorithm = models.CharField(max_length=10)

    class Meta:
        constraints = (models.UniqueConstraint(fields=["chain", "sequence"], name="ledger_entry_place"),)

    def __str__(self) -> str:
        return f"{self.chain}#{self.sequence} {self.verb}"

    @property
    def facts(self) -> dict[str, Any]:
        """What the act was about, as it was given; days and moments are ISO 8601 texts."""
        facts: dict[str, Any] = json.loads(self.facts_text)
        return facts

    @property
    def link(self) -> Link:
        """The entry as it is hashed."""
        return Link(*(getattr(self, column) for column in LINK_COLUMNS))


class Seal(models.Model):
    """The seal of a day: the Merkle root over the digests of the entries with ids ``first`` … ``last``."""

    day = models.DateField(unique=True)
    first = models.BigIntegerField()
    last = models.BigIntegerField()
    count = models.PositiveIntegerField()
    root = models.CharField(max_length=DIGEST_LENGTH)
    previous = models.CharField(max_length=DIGEST_LENGTH, unique=True)
    digest = models.CharField(max_length=DIGEST_LENGTH)
    algorithm = models.CharField(max_length=10)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day} {self.digest}"

    @property
    def link(self) -> SealLink:
        """The seal as it is hashed."""
        return SealLink(
            day=self.day,
            first=self.first,
            last=self.last,
            count=self.count,
            root=self.root,
            previous=self.previous,
            digest=self.digest,
            algorithm=self.algorithm,
        )
