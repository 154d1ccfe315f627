"""A person is registered, amended, transferred; how to call him is recorded."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.organizations.models import Organization

from ..contacts import seal
from ..models import Contact, Person
from ..particulars import NAMES, Particulars
from ..queries import contact_of
from ..refusals import ALREADY_HOME
from .soundness import refuse_home, refuse_taken, refuse_unsound


@transaction.atomic
def register(particulars: Particulars, *, by: int | None, at: datetime) -> Person:
    """Register a person and return him. Raises ``Refusal`` for an account that is taken and unsound particulars."""
    refuse_unsound(particulars, at)
    refuse_taken(particulars.account)
    person = Person.objects.create(**particulars.fields())
    append(person.chain, "person.registered", by=by, at=at, facts=particulars.facts())
    return person


@transaction.atomic
def amend(person: Person, particulars: Particulars, *, by: int | None, at: datetime) -> Person:
    """Give the person these particulars and return him; the same ones change nothing and say nothing.

    Raises ``Refusal`` as ``register`` does.
    """
    current = fresh(person)
    was = Particulars.of(current)
    refuse_unsound(particulars, at)
    changed = [name for name in NAMES if getattr(was, name) != getattr(particulars, name)]
    if "account" in changed:
        refuse_taken(particulars.account, current)
    if changed:
        for name in changed:
            setattr(current, name, getattr(particulars, name))
        current.save(update_fields=changed)
        append(current.chain, "person.amended", by=by, at=at, facts=_pairs(was, particulars, changed))
    return current


@transaction.atomic
def transfer(person: Person, *, home: Organization, by: int | None, at: datetime) -> Person:
    """Move the person's membership to another branch and return him.

    Raises ``Refusal`` when it is there already, and for what is no active branch.
    """
    current = fresh(person)
    refuse_home(current.name, home)
    was = current.home
    if was == home:
        raise Refusal(ALREADY_HOME, name=current.name, home=home.name)
    current.home = home
    current.save(update_fields=["home"])
    facts = {"from": was.code if was else None, "to": home.code}
    append(current.chain, "person.transferred", by=by, at=at, facts=facts)
    return current


@transaction.atomic
def record_contact(person: Person, details: str, *, by: int | None, at: datetime) -> None:
    """Seal how to call the person; empty details forget it. The ledger says that, never what.

    Raises ``Refusal`` when the installation has no key to seal with.
    """
    current = fresh(person)
    kept = details.strip()
    if kept:
        sealed = seal(current, kept)
        Contact.objects.update_or_create(person=current, defaults={"sealed": sealed})
    else:
        Contact.objects.filter(person=current).delete()
    append(current.chain, "person.contact_recorded", by=by, at=at, facts={"kept": bool(kept)})


@transaction.atomic
def look_up_contact(person: Person, *, by: Person, at: datetime) -> str:
    """Return how to call the person, and keep in the ledger who looked; what one looks up of oneself is not kept.

    Raises ``Refusal`` as ``contact_of`` does.
    """
    details = contact_of(person, asked_by=by, on=localdate(at))
    if by != person:
        append(person.contact_chain, "person.contact_seen", by=by.pk, at=at, facts={})
    return details


def fresh(person: Person) -> Person:
    """Return the person as he stands now, locked until the transaction ends."""
    return Person.objects.select_for_update().get(pk=person.pk)


def _pairs(was: Particulars, now: Particulars, changed: list[str]) -> dict[str, Any]:
    before, after = was.facts(), now.facts()
    return {name: [before[name], after[name]] for name in changed}
