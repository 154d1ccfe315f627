"""What is said of a task when it is opened."""

from dataclasses import dataclass, field

from luoshi.core.lifecycle import Situation
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Post

from .models import Task
from .origins import Origin


@dataclass(frozen=True, slots=True)
class Proposal:
    """A task before it is opened 立项: what, from where, and as much of who, how well and by when as is known.

    ``text`` holds the exact words of the origin. ``terms`` gives standard, deadline, recurrence and the
    evidence named; its owner is not asked, because ``owner`` and ``owner_post`` say it.
    """

    title: str
    text: str
    origin: Origin
    issuer: Organization
    origin_reference: str = ""
    owner: Organization | None = None
    owner_post: Post | None = None
    verifier: Post | None = None
    co_units: tuple[Organization, ...] = ()
    parent: Task | None = None
    terms: Situation = field(default_factory=Situation)
