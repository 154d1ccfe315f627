"""Who makes a move when a story does not say: whom the loop allows, in the seat whose work it usually is."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from luoshi.core.lifecycle import TABLE, Move, Role
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.models import OrganizationKind as Kind
from luoshi.ground.people.models import Person, Post, PostKind
from luoshi.ground.people.queries import holders_of

from .content import city

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

# Everywhere else the secretary handles things, and the deputy or the second member checks.
HANDLER = {
    Kind.WORK_COMMITTEE: PostKind.OFFICE_HEAD,
    Kind.UNIT: PostKind.AFFAIRS_OFFICER,
    Kind.PARTY_GROUP: PostKind.AFFAIRS_OFFICER,
    Kind.OFFICE: PostKind.OFFICE_HEAD,
}
CHECKER = {Kind.WORK_COMMITTEE: PostKind.SUPERVISOR, Kind.UNIT: PostKind.DUAL_DUTY_DEPUTY}


class Company:
    """Finds people by the seats they hold 班底, each looked for once."""

    def __init__(self, on: date) -> None:
        """Take who holds what on that day."""
        self._on = on
        self._found: dict[str, Person] = {}

    def holder(self, seat: str) -> Person:
        """Return the first holder of a seat like ``hz-sj affairs_officer``. Raises ``LookupError`` when nobody sits there."""
        if seat not in self._found:
            code, kind = seat.split()
            for post in Post.objects.filter(organization__code=code, kind=kind).order_by("pk"):
                for person in holders_of(post, self._on):
                    return self._found.setdefault(seat, person)
            raise LookupError(seat)
        return self._found[seat]

    def post(self, seat: str) -> Post:
        """Return the post of a seat. Raises ``LookupError`` where there is none."""
        code, kind = seat.split()
        found = Post.objects.filter(organization__code=code, kind=kind).order_by("pk").first()
        if found is None:
            raise LookupError(seat)
        return found

    def handler(self, place: Organization) -> Person:
        """Return who handles what an organization gives or takes over."""
        return self.holder(f"{place.code} {HANDLER.get(Kind(place.kind), PostKind.SECRETARY)}")

    def mover(self, task: Task, move: Move) -> Person:
        """Return who usually makes this move of the task."""
        role = TABLE[move].who[0]
        if role is Role.SUPERVISOR:
            return self.holder(f"{city()['committee']['code']} {PostKind.SUPERVISOR}")
        if role is Role.VERIFIER:
            kind = CHECKER.get(Kind(task.issuer.kind), PostKind.DEPUTY)
            return self.holder(f"{task.issuer.code} {kind}")
        place = task.owner if role is Role.OWNER else task.issuer
        if place is None:
            raise LookupError(f"nobody owns {task}")
        return self.handler(place)
