"""Finds the people and posts that an address names, for who may see them and who may change them."""

from django.http import Http404
from django.utils.timezone import localdate

from luoshi.edge.web.access import Viewer
from luoshi.ground.people.models import Person, Post
from luoshi.ground.people.staff import find_person, find_post, places_of


def seen_person(viewer: Viewer, number: int) -> Person:
    """Return oneself, or a person at home or in post within reach. Raises ``Http404`` for anybody else."""
    found = find_person(number)
    if found is None or (found != viewer.person and not viewer.sees(*places_of(found, localdate()))):
        raise Http404
    return found


def keeps_person(viewer: Viewer, person: Person) -> bool:
    """Tell whether the viewer keeps the person's home; of somebody without one, a place where he is in post."""
    if person.home is not None:
        return viewer.keeps(person.home.path)
    return any(viewer.keeps(place) for place in places_of(person, localdate()))


def kept_person(viewer: Viewer, number: int) -> Person:
    """Return a person whom the viewer keeps. Raises ``Http404`` for anybody else."""
    found = seen_person(viewer, number)
    if not keeps_person(viewer, found):
        raise Http404
    return found


def seen_post(viewer: Viewer, number: int) -> Post:
    """Return a post of an organization within reach. Raises ``Http404`` for any other."""
    found = find_post(number)
    if found is None or not viewer.sees(found.organization.path):
        raise Http404
    return found


def kept_post(viewer: Viewer, number: int) -> Post:
    """Return a post of an organization that the viewer keeps. Raises ``Http404`` for any other."""
    found = seen_post(viewer, number)
    if not viewer.keeps(found.organization.path):
        raise Http404
    return found
