"""Reads of accounts."""

from django.db.models import QuerySet

from .models import Account


def everybody() -> QuerySet[Account]:
    """Return all accounts by name, for whoever keeps the system."""
    return Account.objects.order_by("username")


def by_username(username: str) -> Account | None:
    """Return the account of that name, or nothing."""
    return Account.objects.filter(username=username).first()
