"""What obligations are computed from, as far as no other room has it: declared facts, fulfilments, rules of one's own."""

from typing import ClassVar

from django.db import models

from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person

from .lengths import FACT_LENGTH, KIND_LENGTH, NOTE_LENGTH, TITLE_LENGTH, WHY_LENGTH


class DeclaredFact(models.Model):
    """What an organization said about itself at one moment 申报事实; the last word counts, all stay.

    ``value`` is whatever JSON writes of a yes, a number or a day; nothing takes back what was said before.
    """

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    name = models.CharField(max_length=FACT_LENGTH)
    value = models.JSONField(null=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()

    objects: ClassVar[models.Manager["DeclaredFact"]] = models.Manager()

    class Meta:
        """Asked by organization, newest last."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organization", "name"], name="declared_fact")
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.name}"


class Fulfilment(models.Model):
    """A report or other single act that an organization owes and has done 报送: of which kind, and on which day."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=KIND_LENGTH)
    made_on = models.DateField()
    note = models.CharField(max_length=NOTE_LENGTH, blank=True)
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    recorded_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    objects: ClassVar[models.Manager["Fulfilment"]] = models.Manager()

    class Meta:
        """An organization's fulfilments are read by their days."""

        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["organization", "made_on"], name="fulfilment_day")
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.kind} {self.made_on}"

    @property
    def chain(self) -> str:
        """The name of this fulfilment's chain in the ledger."""
        return f"fulfilment:{self.pk}"


class YearCount(models.Model):
    """How often each kind happened in one organization in each month of a year 年度计数; it follows from other tables.

    ``kinds`` has the packed counter of ``core.rules`` for each kind; ``first_month``, counted since the year 0, is
    the first with anything.
    """

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    year = models.PositiveSmallIntegerField()
    kinds = models.JSONField()
    first_month = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["YearCount"]] = models.Manager()

    class Meta:
        """One a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["organization", "year"], name="year_count_once")
        ]

    def __str__(self) -> str:
        return f"{self.organization_id} {self.year}"


class YearStudy(models.Model):
    """How long one person studied in one year 年度学时; it follows from other tables.

    ``tenths`` of hours are known, and so many activities nobody timed; of whoever is excused nothing hard is asked.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="+", db_index=False)
    year = models.PositiveSmallIntegerField()
    tenths = models.PositiveIntegerField()
    untimed = models.PositiveSmallIntegerField()
    excused = models.BooleanField()

    objects: ClassVar[models.Manager["YearStudy"]] = models.Manager()

    class Meta:
        """One a year."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "year"], name="year_study_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.year}"


class Beginning(models.Model):
    """Since which month the life of an organization and of those directly below it is on record 记录起点.

    The month is counted since the year 0. Where the neighbours record and one does not, nothing happened there,
    so that an organization's own beginning is the earlier one of its own and its superior's.
    """

    organization = models.OneToOneField(Organization, models.CASCADE, primary_key=True, related_name="+")
    month = models.PositiveIntegerField()

    objects: ClassVar[models.Manager["Beginning"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.organization_id} {self.month}"


class Bookmark(models.Model):
    """Up to which entry of the ledger the counts are kept 计数进度; there is one."""

    entry = models.BigIntegerField(default=0)

    objects: ClassVar[models.Manager["Bookmark"]] = models.Manager()

    def __str__(self) -> str:
        return str(self.entry)


class LocalRule(models.Model):
    """A provision that an organization made for itself and all below 本级规定; what it says is in its versions."""

    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    objects: ClassVar[models.Manager["LocalRule"]] = models.Manager()

    def __str__(self) -> str:
        return self.chain

    @property
    def chain(self) -> str:
        """The name of this rule's chain in the ledger."""
        return f"rule:{self.pk}"


class RuleVersion(models.Model):
    """One wording of a local rule 规定版本, as a file of rules would hold it. Once published it does not change.

    ``digest`` is the SHA-256 of the text, so that a trial belongs to this text and no other. ``valid_from`` is
    the first day from which a published version counts; ``withdrawn_on`` the first day on which it no longer does.
    """

    rule = models.ForeignKey(LocalRule, models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=TITLE_LENGTH)
    text = models.TextField()
    digest = models.CharField(max_length=64)
    drafted_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    drafted_at = models.DateTimeField()
    approved_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    approved_why = models.CharField(max_length=WHY_LENGTH, blank=True)
    valid_from = models.DateField(null=True)
    published_by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    published_at = models.DateTimeField(null=True)
    withdrawn_on = models.DateField(null=True)

    objects: ClassVar[models.Manager["RuleVersion"]] = models.Manager()

    class Meta:
        """Versions count from 1."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["rule", "number"], name="rule_version")
        ]

    def __str__(self) -> str:
        return self.title


class Trial(models.Model):
    """A version held against the last twelve months 试算, by its text's digest: who would have missed it, at what cost.

    ``first_month`` and ``last_month`` are first days. ``result`` has a row for each organization that it would bind.
    """

    version = models.ForeignKey(RuleVersion, models.CASCADE, related_name="trials")
    digest = models.CharField(max_length=64)
    first_month = models.DateField()
    last_month = models.DateField()
    by = models.ForeignKey(Person, models.PROTECT, null=True, related_name="+")
    at = models.DateTimeField()
    result = models.JSONField()

    objects: ClassVar[models.Manager["Trial"]] = models.Manager()

    def __str__(self) -> str:
        return f"{self.version_id} {self.at:%Y-%m-%d}"
