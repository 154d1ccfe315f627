"""The three offices that keep the system are given and taken."""

from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import append
from luoshi.ground.people.queries import posts_of

from ..models import Account, Office
from ..refusals import HOLDS_POST, OWN_OFFICE, SAME_OFFICE
from .opening import fresh


@transaction.atomic
def give_office(account: Account, *, office: Office | None, by: int | None, at: datetime) -> Account:
    """Give the account that office instead of any other, or with nothing take it; return the account.

    Raises ``Refusal`` for an office it has already, for a person who holds a post, because offices exclude
    business, and for one's own account. One account has one office, so they exclude each other.
    """
    current = fresh(account)
    if current.person_id == by:
        raise Refusal(OWN_OFFICE)
    wanted = office or ""
    if current.office == wanted:
        label = str(Office(wanted).label) if wanted else "—"
        raise Refusal(SAME_OFFICE, name=current.person.name, office=label)
    posts = posts_of(current.person, localdate(at))
    if office and posts:
        raise Refusal(HOLDS_POST, name=current.person.name, title=posts[0].title)
    before, current.office = current.office, wanted
    current.save(update_fields=["office"])
    facts = {"account": current.username, "before": before, "office": wanted}
    append(current.chain, "account.office_given", by=by, at=at, facts=facts)
    return current
