"""Sign-offs are gathered from the ledger, whichever way they came into it."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max

from luoshi.core.likeness import keys, packed, signature
from luoshi.ground.ledger.models import Entry
from luoshi.ground.ledger.queries import since

from .models import SignOff, SignOffKey

VERBS = ("task.reported", "task.closed")
BATCH = 1000


def gather() -> int:
    """Take in every sign-off since the last one gathered; return how many.

    What is there already is left alone, so several may gather at once, and one that is interrupted
    goes on where it stopped.
    """
    gathered = 0
    while True:
        newest = SignOff.objects.aggregate(newest=Max("entry"))["newest"] or 0
        entries = since(newest, limit=BATCH, verbs=VERBS)
        _keep(entries)
        gathered += len(entries)
        if len(entries) < BATCH:
            return gathered


@transaction.atomic
def _keep(entries: Sequence[Entry]) -> None:
    sign_offs, filed = [], []
    for entry in entries:
        # What the record says by itself is alike every month, and nobody copied it.
        said = signature(entry.facts.get("note", "") if entry.by is not None else "")
        task = int(entry.chain.partition(":")[2])
        sign_offs.append(SignOff(entry=entry.id, verb=entry.verb, task=task, signature=packed(said)))
        # In one order for all, lest two who gather wait for each other.
        filed += [SignOffKey(key=key, entry=entry.id) for key in sorted(keys(said))]
    SignOff.objects.bulk_create(sign_offs, ignore_conflicts=True)
    SignOffKey.objects.bulk_create(filed, ignore_conflicts=True)
