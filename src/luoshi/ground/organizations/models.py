"""What is stored of an organization."""

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _
from treebeard.mp_tree import MP_Node, MP_NodeManager

from luoshi.core.periods import term_of

from .paths import LENGTH, STEP, PathField

CODE_LENGTH, NAME_LENGTH, SHORT_LENGTH = 40, 100, 40


class OrganizationKind(models.TextChoices):
    """What an organization is; the stored value is English, the label is what people read."""

    WORK_COMMITTEE = "work_committee", _("机关工委")
    PARTY_GROUP = "party_group", _("党组")
    ORGAN_COMMITTEE = "organ_committee", _("机关党委")
    GENERAL_BRANCH = "general_branch", _("党总支")
    BRANCH = "branch", _("党支部")
    GROUP = "group", _("党小组")
    DISCIPLINE_COMMITTEE = "discipline_committee", _("机关纪委")
    UNIT = "unit", _("单位")
    OFFICE = "office", _("处室")


class Organization(MP_Node, models.Model):  # type: ignore[misc]  # treebeard publishes no types
    """One node of the tree. Only ``actions`` write it; a dissolved one stays, because its history does."""

    steplen = STEP

    # Unique by the constraint below: ``unique=True`` would make PostgreSQL keep a second index for LIKE.
    path = PathField(max_length=LENGTH)
    depth = models.PositiveSmallIntegerField()
    numchild = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=CODE_LENGTH, unique=True)
    name = models.CharField(max_length=NAME_LENGTH)
    short_name = models.CharField(max_length=SHORT_LENGTH, blank=True)
    kind = models.CharField(max_length=24, choices=OrganizationKind.choices)
    established_on = models.DateField(null=True, blank=True)
    last_elected_on = models.DateField(null=True, blank=True)
    term_years = models.PositiveSmallIntegerField(null=True, blank=True)
    dissolved_on = models.DateField(null=True, blank=True)

    objects: ClassVar[models.Manager["Organization"]] = MP_NodeManager()

    class Meta:
        """One organization a place."""

        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["path"], name="organization_path"),
        ]

    def __str__(self) -> str:
        return self.short_name or self.name

    @property
    def chain(self) -> str:
        """The name of this organization's chain in the ledger."""
        return f"organization:{self.pk}"

    @property
    def parent_path(self) -> str:
        """The path of the organization above, empty for a root."""
        parent: str = self.path[:-STEP]
        return parent

    @property
    def term_ends_on(self) -> date | None:
        """The last day of the term of those last elected, as obligations count it; nothing where it is not laid down."""
        if self.last_elected_on is None or self.term_years is None:
            return None
        return term_of(self.last_elected_on, self.term_years, self.last_elected_on).last

    @classmethod
    def path_below(cls, parent: str, place: int) -> str:
        """Return the path of the child of that place (from 1) below a path, or below nothing."""
        path: str = cls._get_path(parent, len(parent) // STEP + 1, place)
        return path

    @classmethod
    def place_of(cls, path: str) -> int:
        """Return the place among its siblings that a path ends in, from 1."""
        place: int = cls._str2int(path[-STEP:])
        return place


# The same manager by its own name: what only a tree's manager can do has no types.
nodes: Any = Organization.objects
