"""As whom somebody acts on a task: by posts of his own, or as the stand-in of somebody else."""

from dataclasses import dataclass
from datetime import date

from luoshi.core.lifecycle import Role
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.models import Person, PostKind
from luoshi.ground.people.queries import Held, held_by

from .models import Task


@dataclass(frozen=True, slots=True)
class Hat:
    """One way to act 办理资格: on one's own behalf or for a grantor, and the roles towards one task."""

    for_whom: int | None
    roles: frozenset[Role]


def hat(task: Task, person: Person, on: date, wanted: frozenset[Role]) -> Hat:
    """Return how the person acts in one of the wanted roles: by his own posts where they do, else as a stand-in.

    Where nothing gives him such a role, his own roles come back, for the loop to refuse.
    """
    held = held_by(person, on)
    own = Hat(None, _roles(task, [each for each in held if each.person == person.pk]))
    if own.roles & wanted:
        return own
    for grantor in sorted({each.person for each in held} - {person.pk}):
        lent = Hat(grantor, _roles(task, [each for each in held if each.person == grantor]))
        if lent.roles & wanted:
            return lent
    return own


def _roles(task: Task, held: list[Held]) -> frozenset[Role]:
    roles = set()
    posts, places = {each.post for each in held}, {each.organization for each in held}
    if task.issuer_id in places:
        roles.add(Role.ISSUER)
    if task.owner_post_id in posts if task.owner_post_id else task.owner_id in places:
        roles.add(Role.OWNER)
    if task.verifier_id in posts if task.verifier_id else task.issuer_id in places:
        roles.add(Role.VERIFIER)
    supervised = [each.path for each in held if each.kind == PostKind.SUPERVISOR]
    if supervised and _path(task).startswith(tuple(supervised)):
        roles.add(Role.SUPERVISOR)
    return frozenset(roles)


def _path(task: Task) -> str:
    """Return where the task is in the tree: with its owner, or while it has none with its issuer."""
    place = Organization.objects.only("path").get(pk=task.owner_id or task.issuer_id)
    return str(place.path)


def issuing_for(organization: Organization, person: Person, on: date) -> tuple[bool, int | None]:
    """Tell whether the person may open tasks in the organization's name, and as whose stand-in."""
    for each in sorted(held_by(person, on), key=lambda one: one.person != person.pk):
        if each.organization == organization.pk:
            return True, None if each.person == person.pk else each.person
    return False, None
