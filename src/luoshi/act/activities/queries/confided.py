"""Who may know of a talk or a visit: whoever took part, and the responsible superior. Nobody stands in for them here."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q

from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import above
from luoshi.ground.people.models import Holding, Person, PostKind
from luoshi.ground.people.queries import during
from luoshi.ground.people.staff import places_of

from ..confidences import Confided, unseal
from ..models import Activity, Confidence

ANSWERING = (PostKind.FIRST_RESPONSIBLE, PostKind.SECRETARY)


def superiors(organization: Organization, on: date) -> set[int]:
    """Return the ids of whoever answers on that day for the nearest organization above that somebody answers for."""
    held = Holding.objects.filter(
        during(on, on), post__organization__path__in=above(organization.path), post__kind__in=ANSWERING
    )
    rows = list(held.values_list("post__organization__path", "person"))
    nearest = max((path for path, _person in rows), key=len, default="")
    return {person for path, person in rows if path == nearest}


def opened_for(activity: Activity, reader: Person, on: date) -> Confided | None:
    """Return what was confided, opened for whoever took part and the responsible superior; nothing for others.

    Raises ``Refusal`` where the seal does not open.
    """
    confidence = Confidence.objects.filter(activity=activity).first()
    if confidence is None:
        return None
    confided = unseal(activity.chain, bytes(confidence.sealed))
    if reader.pk in confided.people or reader.pk in superiors(activity.organization, on):
        return confided
    return None


def took_part(activity: Activity, person: Person) -> bool:
    """Tell whether the person was one of those who took part in what is confidential."""
    confidence = Confidence.objects.filter(activity=activity).first()
    return confidence is not None and person.pk in unseal(activity.chain, bytes(confidence.sealed)).people


def confided_to(reader: Person, year: int, on: date) -> list[tuple[Activity, Confided]]:
    """Return the talks and visits of the year in which the reader took part, the latest first.

    Looked at are those of organizations where the reader belongs and of those above them.
    """
    upwards = {path for place in places_of(reader, on) for path in (*above(place), place)}
    known = _opened(Q(activity__organization__path__in=sorted(upwards)), year)
    return [(activity, confided) for activity, confided in known if reader.pk in confided.people]


def confided_in(
    organization: Organization, reader: Person, year: int, on: date
) -> list[tuple[Activity, Confided]]:
    """Return the organization's talks and visits of the year that the reader may know of, the latest first."""
    answers = reader.pk in superiors(organization, on)
    known = _opened(Q(activity__organization=organization), year)
    return [each for each in known if answers or reader.pk in each[1].people]


def confidential_chains() -> frozenset[str]:
    """Return the chains in the ledger of all talks and visits, also of withdrawn ones, for whoever leaves them out."""
    return frozenset(each.chain for each in Activity.objects.filter(confidential=True).only("pk").iterator())


def _opened(where: Q, year: int) -> Iterator[tuple[Activity, Confided]]:
    days = (date(year, 1, 1), date(year, 12, 31))
    found = Confidence.objects.filter(
        where, activity__withdrawn_on=None, activity__held_on__range=days
    ).select_related("activity__organization")
    for each in found.order_by("-activity__held_on", "-activity_id").iterator():
        yield each.activity, unseal(each.activity.chain, bytes(each.sealed))
