"""As whom somebody acts on a task: by posts of his own, or as the stand-in of somebody else."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from luoshi.core.lifecycle import TABLE, Facts, Move, Role, possible_moves
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
    own, *lent = hats(task, person, held_by(person, on))
    return next((each for each in (own, *lent) if each.roles & wanted), own)


def hats(task: Task, person: Person, held: Sequence[Held]) -> list[Hat]:
    """Return every way in which the person could act with what he holds: his own first, then for each grantor."""
    grantors = sorted({each.person for each in held} - {person.pk})
    own = Hat(None, _roles(task, [each for each in held if each.person == person.pk]))
    return [
        own,
        *(Hat(each, _roles(task, [one for one in held if one.person == each])) for each in grantors),
    ]


def possible(task: Task, person: Person, held: Sequence[Held], on: date, open_children: int) -> list[Move]:
    """Return the moves that nothing stands against yet for this person, in the order of the loop's table."""
    found: set[Move] = set()
    for each in hats(task, person, held):
        acting_for = None if each.for_whom is None else str(each.for_whom)
        facts = Facts(str(person.pk), on, each.roles, acting_for=acting_for, open_children=open_children)
        found.update(possible_moves(task.situation, facts))
    return [move for move in TABLE if move in found]


def _roles(task: Task, held: Sequence[Held]) -> frozenset[Role]:
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
    known = Task.issuer.is_cached(task) and (not task.owner_id or Task.owner.is_cached(task))
    if known:
        return str((task.owner or task.issuer).path)
    place = Organization.objects.only("path").get(pk=task.owner_id or task.issuer_id)
    return str(place.path)


def issuing_for(organization: Organization, person: Person, on: date) -> tuple[bool, int | None]:
    """Tell whether the person may open tasks in the organization's name, and as whose stand-in."""
    for each in sorted(held_by(person, on), key=lambda one: one.person != person.pk):
        if each.organization == organization.pk:
            return True, None if each.person == person.pk else each.person
    return False, None
