"""What is laid down about an organization, wherever it comes from: a form, a workbook, a program."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from .models import Organization, OrganizationKind


@dataclass(frozen=True, slots=True)
class Charter:
    """Everything about an organization but its place in the tree. ``term_years`` is in years."""

    code: str
    name: str
    kind: OrganizationKind
    short_name: str = ""
    established_on: date | None = None
    last_elected_on: date | None = None
    term_years: int | None = None

    @classmethod
    def of(cls, organization: Organization) -> "Charter":
        """Return what is laid down about an organization now."""
        facts = {name: getattr(organization, name) for name in NAMES}
        return cls(**{**facts, "kind": OrganizationKind(organization.kind)})

    def facts(self) -> dict[str, Any]:
        """Return the fields by their names."""
        return {name: getattr(self, name) for name in NAMES}

    def differences(self, other: "Charter") -> dict[str, tuple[Any, Any]]:
        """Return for each field that differs its value here and its value there."""
        mine, theirs = self.facts(), other.facts()
        return {name: (mine[name], theirs[name]) for name in NAMES if mine[name] != theirs[name]}


NAMES = tuple(field.name for field in fields(Charter))
