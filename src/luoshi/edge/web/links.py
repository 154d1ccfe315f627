"""Addresses of pages that other rooms keep."""

from django.urls import NoReverseMatch, reverse


def address_of(route: str, **parts: object) -> str:
    """Return the address of a page of another room, or nothing where this installation has no such room."""
    try:
        return reverse(route, kwargs=parts)
    except NoReverseMatch:
        return ""
