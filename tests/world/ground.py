"""A small invented tree and its people, for tests that need somebody to act on."""

from datetime import UTC, date, datetime
from itertools import count

from luoshi.ground.organizations.actions import found
from luoshi.ground.organizations.charter import Charter
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.actions import create_post, register
from luoshi.ground.people.models import Person, Post, PostKind, Standing
from luoshi.ground.people.particulars import Particulars

AT = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)
TODAY = date(2026, 3, 2)
_numbers = count(1)


def plant(
    name: str, under: Organization | None = None, kind: OrganizationKind = OrganizationKind.BRANCH
) -> Organization:
    """Found an organization whose code is its name."""
    return found(Charter(name, name, kind), under=under, by=None, at=AT)


def somebody(name: str, home: Organization | None = None, suffix: str = "") -> Person:
    """Register a person with an account of his own: a full member where a home is given."""
    standing = Standing.FULL if home else Standing.NONE
    return register(Particulars(f"a{next(_numbers)}{suffix}", name, standing, None, home), by=None, at=AT)


def post(organization: Organization, kind: PostKind = PostKind.SECRETARY) -> Post:
    """Create a post of that kind, titled as its kind is called."""
    return create_post(organization, title=str(kind.label), kind=kind, by=None, at=AT)
