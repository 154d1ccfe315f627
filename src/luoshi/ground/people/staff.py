"""Who is where: the posts of an organization with their holders, the people at home in it, people within reach."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from luoshi.ground.organizations.initials import sounds_like
from luoshi.ground.organizations.models import Organization
from luoshi.ground.organizations.paths import within
from luoshi.ground.statements import for_each_driver, run
from luoshi.ground.tables import StoredTable, apart

from .models import Holding, Person, Post, PostKind, Standing
from .queries import during

_HOLDINGS, _POSTS, _PLACES = StoredTable(Holding), StoredTable(Post), StoredTable(Organization)
# Written by hand because every page of a task asks it of all who had a hand in it.
_CAREERS = """
SELECT {columns} FROM people_holding holding JOIN people_post post ON post.id = holding.post_id
JOIN organizations_organization place ON place.id = post.organization_id
WHERE holding.person_id IN ({people}) ORDER BY holding.from_on DESC, holding.id DESC
"""
_ORDER = {kind.value: place for place, kind in enumerate(PostKind)}


def seats(organization: Organization, on: date) -> list[tuple[Post, list[Holding]]]:
    """Return the standing posts of the organization, the leading ones first, each with who holds it on that day."""
    posts = Post.objects.filter(organization=organization, abolished_on=None)
    held = Holding.objects.filter(during(on, on), post__organization=organization).select_related("person")
    holders: dict[int, list[Holding]] = defaultdict(list)
    for holding in held.order_by("from_on", "pk"):
        holders[holding.post_id].append(holding)
    return [(post, holders[post.pk]) for post in sorted(posts, key=lambda each: (_ORDER[each.kind], each.pk))]


def chains_of_posts(organization: Organization) -> list[str]:
    """Return the ledger's chains of all posts that stand or stood in the organization."""
    return [post.chain for post in Post.objects.filter(organization=organization).only("pk")]


def titles_of(posts: Collection[int]) -> dict[int, str]:
    """Return what the posts of these ids are called, by id."""
    return dict(Post.objects.filter(pk__in=posts).values_list("pk", "title"))


def vacant(organization: Organization, on: date) -> list[Post]:
    """Return the standing posts that somebody could assume on that day: held by nobody, or shared."""
    return [post for post, holders in seats(organization, on) if not holders or PostKind(post.kind).is_shared]


def find_post(post_id: int) -> Post | None:
    """Return the post of that id with its organization, or nothing."""
    return Post.objects.select_related("organization").filter(pk=post_id).first()


def find_person(person_id: int) -> Person | None:
    """Return the person of that id with the home, or nothing."""
    return Person.objects.select_related("home").filter(pk=person_id).first()


def at_home(organization: Organization) -> QuerySet[Person]:
    """Return the people whose membership is in the branch, by name."""
    return Person.objects.filter(home=organization).order_by("name", "pk")


def at_home_within(paths: Iterable[str]) -> QuerySet[Person]:
    """Return the people at home at or below the paths, by account."""
    return Person.objects.filter(within(paths, "home__path")).order_by("account")


def members_within(paths: Iterable[str]) -> QuerySet[Person]:
    """Return the Party members at home at or below the paths with their homes, branch by branch, by name."""
    near = Person.objects.filter(within(paths, "home__path")).exclude(standing=Standing.NONE)
    return near.select_related("home").order_by("home__path", "name", "pk")


def career(person: Person) -> list[Holding]:
    """Return every post that the person holds or held, the latest first."""
    held = Holding.objects.filter(person=person).select_related("post__organization")
    return list(held.order_by("-from_on", "-pk"))


def careers(people: Collection[int]) -> dict[int, list[Holding]]:
    """Return every post that the people of these ids hold or held, by id, the latest first, in one query."""
    held: dict[int, list[Holding]] = defaultdict(list)
    if not people:
        return held
    statement = _CAREERS.format(
        columns=", ".join((_HOLDINGS.columns("holding"), _POSTS.columns("post"), _PLACES.columns("place"))),
        people=", ".join(["%s"] * len(people)),
    )
    for row in run(for_each_driver(statement), [*people]).fetchall():
        holding, holding.post, holding.post.organization = apart(row, _HOLDINGS, _POSTS, _PLACES)
        held[holding.person_id].append(holding)
    return held


def places_of(person: Person, on: date) -> list[str]:
    """Return the paths where the person belongs: home and posts of that day, else the post held last."""
    held = career(person)
    current = [each for each in held if each.from_on <= on and (each.until_on is None or each.until_on >= on)]
    places = [each.post.organization.path for each in current or held[:1]]
    if person.home is None:
        return places
    return [person.home.path, *(each.post.organization.path for each in current)]


def search_people(text: str, paths: Iterable[str], on: date, limit: int = 20) -> list[Person]:
    """Return people at home or in post within reach whose account begins with the text, or whose name holds it.

    Latin letters are also held against the first letters of how the names sound.
    """
    words = text.strip()
    if not words:
        return []
    reached = tuple(paths)
    held = Holding.objects.filter(during(on, on), within(reached, "post__organization__path"))
    near = Person.objects.filter(Q(pk__in=held.values("person")) | within(reached, "home__path"))
    match = Q(account__startswith=words) | Q(name__contains=words)
    found = list(near.filter(match).select_related("home").order_by("name", "pk")[:limit])
    if len(found) < limit and words.isascii() and words.isalpha():
        others = near.exclude(pk__in=[each.pk for each in found])
        heard = [pk for pk, name in others.values_list("pk", "name") if sounds_like(name, words)]
        found += others.filter(pk__in=heard[: limit - len(found)]).select_related("home").order_by("name")
    return found


def belonging(people: Collection[int], on: date) -> dict[int, int]:
    """Return the organization to which each of these people belongs on that day: of the first post held, else home."""
    homes = Person.objects.filter(pk__in=people).exclude(home=None).values_list("pk", "home")
    held = Holding.objects.filter(during(on, on), person__in=people).order_by("-pk")
    return {**dict(homes), **dict(held.values_list("person", "post__organization"))}


def named_within(names: Collection[str], paths: Iterable[str]) -> dict[str, list[Person]]:
    """Return the people of exactly these names who are at home or hold or held a post at or below the paths, by name."""
    reached = tuple(paths)
    near = within(reached, "home__path") | Q(
        pk__in=Holding.objects.filter(within(reached, "post__organization__path")).values("person")
    )
    found: dict[str, list[Person]] = defaultdict(list)
    for person in Person.objects.filter(near, name__in=names).order_by("pk"):
        found[person.name].append(person)
    return found
