"""Reads of people: who holds what, how far somebody's word reaches, how to call somebody."""

from collections.abc import Collection
from datetime import date
from typing import NamedTuple

from django.db import connection
from django.db.models import F, Q, QuerySet

from luoshi.core.refusals import Refusal
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import topmost
from luoshi.ground.statements import for_each_driver, run

from .contacts import unseal
from .models import Contact, Grant, Holding, Person, Post, PostKind
from .refusals import NO_CONTACT, NOT_YOURS

BATCH = 500
ANSWERING = (PostKind.FIRST_RESPONSIBLE, PostKind.SECRETARY, PostKind.OFFICE_HEAD, PostKind.GROUP_LEADER)

# Written by hand because every move of a task asks it, and putting it together cost more than the move.
_HELD = for_each_driver("""
SELECT holding.person_id, post.id, post.kind, place.id, place.path FROM people_holding holding
JOIN people_post post ON post.id = holding.post_id
JOIN organizations_organization place ON place.id = post.organization_id
WHERE holding.person_id IN (SELECT %s UNION ALL
    SELECT grantor_id FROM people_grant WHERE stand_in_id = %s AND from_on <= %s AND until_on >= %s)
AND holding.from_on <= %s AND (holding.until_on IS NULL OR holding.until_on >= %s)
ORDER BY holding.id
""")
# As above: every page of a task asks it for the people in its story.
_NAMES = "SELECT id, name FROM people_person WHERE id IN ({places})"


class Held(NamedTuple):
    """A post that somebody holds 在任岗位, with its organization and that one's path; people by their ids."""

    person: int
    post: int
    kind: str
    organization: int
    path: str


def during(first: date, last: date | None) -> Q:
    """Return the condition that a holding or grant covers a day of that span; without a last day, any from then on."""
    # A grant revoked before its first day ends before it begins, and covers none.
    lasts = Q(until_on__isnull=True) | Q(until_on__gte=first) & Q(until_on__gte=F("from_on"))
    return lasts if last is None else lasts & Q(from_on__lte=last)


def holdings_of(person: Person, on: date) -> QuerySet[Holding]:
    """Return what the person holds on that day, with posts and organizations."""
    held = Holding.objects.filter(during(on, on), person=person)
    return held.select_related("post__organization").order_by("post_id")


def posts_of(person: Person, on: date) -> list[Post]:
    """Return the posts that the person holds on that day, those of others that were granted not included."""
    return [holding.post for holding in holdings_of(person, on)]


def posts_titled(title: str, organization: Organization) -> list[Post]:
    """Return the posts of that title that stand in the organization, the oldest first."""
    return list(Post.objects.filter(organization=organization, title=title, abolished_on=None).order_by("pk"))


def holders_of(post: Post, on: date) -> list[Person]:
    """Return who holds the post on that day."""
    held = Holding.objects.filter(during(on, on), post=post).select_related("person").order_by("from_on")
    return [holding.person for holding in held]


def grant_between(grantor: Person, stand_in: Person, on: date) -> Grant | None:
    """Return the grant of the one to the other that holds on that day or will, the first of them, or nothing."""
    given = Grant.objects.filter(during(on, None), grantor=grantor, stand_in=stand_in)
    return given.select_related("grantor").order_by("from_on").first()


def answering_post(organization: Organization) -> Post | None:
    """Return the post that answers for what the organization as a whole has in hand, or nothing where none stands.

    That is its first responsible person, else its secretary, its office head, its group leader, else its oldest post.
    """
    standing = Post.objects.filter(organization=organization, abolished_on=None)
    return min(standing, key=lambda post: (_rank(post), post.pk), default=None)


def _rank(post: Post) -> int:
    return ANSWERING.index(post.kind) if post.kind in ANSWERING else len(ANSWERING)


def grants_with(post: Post, on: date) -> list[Grant]:
    """Return the grants, from that day on, that whoever holds the post then gave or was given."""
    holders = holders_of(post, on)
    mine = Q(grantor__in=holders) | Q(stand_in__in=holders)
    return list(
        Grant.objects.filter(during(on, None), mine).select_related("grantor", "stand_in").order_by("pk")
    )


def grants_to(person: Person, on: date) -> QuerySet[Grant]:
    """Return the grants by which the person stands in for others on that day."""
    return Grant.objects.filter(during(on, on), stand_in=person).select_related("grantor").order_by("pk")


def grants_from(person: Person, on: date) -> QuerySet[Grant]:
    """Return the grants by which others stand in for the person on that day or will."""
    return grants_since(on).filter(grantor=person)


def grants_since(on: date) -> QuerySet[Grant]:
    """Return the grants that hold on that day or will, by their beginning; for whoever keeps them."""
    return (
        Grant.objects.filter(during(on, None)).select_related("grantor", "stand_in").order_by("from_on", "pk")
    )


def reach(person: Person, on: date) -> tuple[str, ...]:
    """Return the paths of the subtrees that the person's posts and grants reach on that day, none within another.

    A grant passes on what the grantor's own posts reach, never what somebody else granted him.
    """
    grantors = grants_to(person, on).values("grantor")
    held = Holding.objects.filter(during(on, on), Q(person=person) | Q(person__in=grantors))
    return topmost(held.values_list("post__organization__path", flat=True))


def reaches(person: Person, path: str, on: date) -> bool:
    """Tell whether the person's posts and grants reach the organization at that path on that day."""
    return any(path.startswith(each) for each in reach(person, on))


def contact_of(person: Person, *, asked_by: Person, on: date) -> str:
    """Return how to call the person, opened for whoever must call: himself, or whose posts reach his home or post.

    Raises ``Refusal`` for anybody else, where nothing is recorded, and where the seal does not open.
    """
    if asked_by != person and not _must_call(asked_by, person, on):
        raise Refusal(NOT_YOURS, name=person.name)
    contact = Contact.objects.filter(person=person).first()
    if contact is None:
        raise Refusal(NO_CONTACT, name=person.name)
    return unseal(person, bytes(contact.sealed))


def _must_call(asker: Person, person: Person, on: date) -> bool:
    places = [post.organization.path for post in posts_of(person, on)]
    if person.home is not None:
        places.append(person.home.path)
    reached = reach(asker, on)
    return any(place.startswith(each) for place in places for each in reached)


def contact_for_sending(person: Person) -> str | None:
    """Return how to reach the person, opened for the sender of notices alone; nothing where none is recorded.

    Raises ``Refusal`` where the seal does not open.
    """
    contact = Contact.objects.filter(person=person).first()
    return None if contact is None else unseal(person, bytes(contact.sealed))


def held_on(on: date) -> list[Held]:
    """Return every post that somebody holds on that day; for whoever tells many at once."""
    held = Holding.objects.filter(during(on, on), post__abolished_on=None).order_by("pk")
    place = "post__organization"
    return [Held(*row) for row in held.values_list("person", "post", "post__kind", place, f"{place}__path")]


def stand_ins_on(on: date) -> list[tuple[int, int]]:
    """Return who stands in for whom on that day, as pairs of ids: the grantor, the stand-in."""
    return list(Grant.objects.filter(during(on, on)).values_list("grantor", "stand_in"))


def everybody() -> QuerySet[Person]:
    """Return all people by account; for whoever keeps the installation."""
    return Person.objects.order_by("account")


def by_account(accounts: Collection[str]) -> dict[str, Person]:
    """Return the people who have these accounts, by account, with their homes."""
    wanted = sorted(set(accounts))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    found = (Person.objects.filter(account__in=part).select_related("home") for part in parts)
    return {person.account: person for rows in found for person in rows}


def names(ids: Collection[int]) -> dict[int, str]:
    """Return what the people of these ids are called, by id."""
    if not ids:
        return {}
    return dict(run(for_each_driver(_NAMES, places=", ".join(["%s"] * len(ids))), list(ids)).fetchall())


def held_by(person: Person, on: date) -> list[Held]:
    """Return what the person, and everybody he stands in for, holds on that day."""
    day = connection.ops.adapt_datefield_value(on)
    return [Held(*row) for row in run(_HELD, [person.pk, person.pk, *[day] * 4]).fetchall()]


def by_ids(ids: Collection[int]) -> dict[int, Person]:
    """Return the people of these ids, by id."""
    wanted = sorted(set(ids))
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {person.pk: person for part in parts for person in Person.objects.filter(pk__in=part)}
