"""What is recorded of a person, wherever it comes from: a form, a workbook, a program."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from luoshi.ground.organizations.models import Organization

from .models import Person, Standing


@dataclass(frozen=True, slots=True)
class Particulars:
    """Everything about a person but how to call him."""

    account: str
    name: str
    standing: Standing
    joined_on: date | None = None
    home: Organization | None = None

    @classmethod
    def of(cls, person: Person) -> "Particulars":
        """Return what is recorded of a person now."""
        standing = Standing(person.standing)
        return cls(person.account, person.name, standing, person.joined_on, person.home)

    def fields(self) -> dict[str, Any]:
        """Return the fields by their names, as the model takes them."""
        return {name: getattr(self, name) for name in NAMES}

    def facts(self) -> dict[str, Any]:
        """Return the fields by their names, as the ledger takes them: the home by its code."""
        return {**self.fields(), "home": self.home.code if self.home else None}


NAMES = tuple(field.name for field in fields(Particulars))
