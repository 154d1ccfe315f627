"""Who may make rules for an organization, and who may approve what they cost."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization, OrganizationKind
from luoshi.ground.people.models import Person, PostKind
from luoshi.ground.people.queries import Held, held_by

from .models import RuleVersion
from .refusals import NOT_APPROVER, NOT_ISSUER, SCOPE

ISSUING = frozenset(
    {
        *(PostKind.SECRETARY, PostKind.DEPUTY, PostKind.FIRST_RESPONSIBLE),
        *(PostKind.AFFAIRS_OFFICER, PostKind.OFFICE_HEAD),
    }
)
ANSWERING = frozenset({*ISSUING, PostKind.GROUP_LEADER})
APPROVING = frozenset({PostKind.SECRETARY, PostKind.FIRST_RESPONSIBLE})
# These have nothing below them for which a rule could be made.
BOUND = frozenset({OrganizationKind.BRANCH, OrganizationKind.GROUP, OrganizationKind.OFFICE})


def issuing(person: Person, on: date) -> list[int]:
    """Return the ids of the organizations for which the person may make rules on that day."""
    mine = {each.organization for each in held_by(person, on) if each.kind in ISSUING}
    places = Organization.objects.filter(pk__in=mine, dissolved_on=None).exclude(kind__in=BOUND)
    return list(places.order_by("path").values_list("pk", flat=True))


def refuse_unauthorized(organization: Organization, by: Person, at: datetime) -> int | None:
    """Return for whom a stand-in acts, or nothing. Raises ``Refusal`` for somebody who may not make rules there."""
    if organization.kind in BOUND:
        raise Refusal(SCOPE)
    here = [each for each in held_by(by, localdate(at)) if each.organization == organization.pk]
    return _as_whom(by, [each for each in here if each.kind in ISSUING], NOT_ISSUER, organization)


def refuse_no_approver(
    organization: Organization, drafter: int | None, by: Person, at: datetime
) -> int | None:
    """Return for whom a stand-in acts, or nothing. Raises ``Refusal`` for whoever drafted it, and who does not lead."""
    held = held_by(by, localdate(at))
    leading = [each for each in held if each.kind in APPROVING and organization.path.startswith(each.path)]
    return _as_whom(by, [] if drafter == by.pk else leading, NOT_APPROVER, organization)


def _as_whom(by: Person, posts: list[Held], refused: str, organization: Organization) -> int | None:
    if not posts:
        raise Refusal(refused, name=by.name, organization=organization.name)
    return None if any(each.person == by.pk for each in posts) else posts[0].person


def approves(person: Person, version: RuleVersion, on: date) -> bool:
    """Tell whether the person may approve what the version costs: leads there or above, and did not draft it."""
    place = version.rule.organization.path
    leading = (each for each in held_by(person, on) if each.kind in APPROVING)
    return version.drafted_by_id != person.pk and any(place.startswith(each.path) for each in leading)


def answering(held: Iterable[Held]) -> list[Organization]:
    """Return the active organizations for which these posts answer for what is owed, in the order of the tree."""
    places = {each.organization for each in held if each.kind in ANSWERING}
    return list(Organization.objects.filter(pk__in=places, dissolved_on=None).order_by("path"))
