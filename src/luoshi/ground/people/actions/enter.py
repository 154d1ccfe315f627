"""Many people are entered at once, as a workbook lists them: registered, amended, or left alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal
from luoshi.ground.ledger.actions import Act, append_all

from ..models import Person
from ..particulars import Particulars
from ..queries import by_account
from ..refusals import ACCOUNT_TWICE
from .persons import amend
from .soundness import refuse_unsound

BATCH = 500


@dataclass(frozen=True, slots=True)
class ImportOutcome:
    """How many people were registered, changed and left as they were."""

    registered: int
    changed: int
    same: int


@transaction.atomic
def enter(
    wanted: Sequence[Particulars],
    *,
    by: int | None,
    at: datetime,
    advance: Callable[[int], None] = lambda _people: None,
) -> ImportOutcome:
    """Make the records say what the particulars say, by account; nobody else is touched.

    ``advance`` is told how many are looked at, and may raise to stop.
    All are entered or nobody is. Raises ``Refusal`` as ``register`` does, and for an account named twice.
    """
    known = by_account(_accounts(wanted))
    new = [particulars for particulars in wanted if particulars.account not in known]
    changed = 0
    for seen, particulars in enumerate(wanted):
        advance(seen)
        person = known.get(particulars.account)
        if person is not None and Particulars.of(person) != particulars:
            amend(person, particulars, by=by, at=at)
            changed += 1
    _register_all(new, by, at, advance)
    return ImportOutcome(len(new), changed, len(wanted) - len(new) - changed)


def _accounts(wanted: Sequence[Particulars]) -> set[str]:
    accounts: set[str] = set()
    for particulars in wanted:
        if particulars.account in accounts:
            raise Refusal(ACCOUNT_TWICE, account=particulars.account)
        accounts.add(particulars.account)
    return accounts


def _register_all(
    new: list[Particulars], by: int | None, at: datetime, advance: Callable[[int], None]
) -> None:
    for particulars in new:
        refuse_unsound(particulars, at)
    for start in range(0, len(new), BATCH):
        some = new[start : start + BATCH]
        people = Person.objects.bulk_create([Person(**each.fields()) for each in some])
        registered = zip(people, some, strict=True)
        append_all(
            [Act(person.chain, "person.registered", by, at, each.facts()) for person, each in registered]
        )
        advance(start + len(some))
