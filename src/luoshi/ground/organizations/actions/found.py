"""An organization is founded."""

from datetime import datetime

from django.db import transaction

from luoshi.core.refusals import Refusal, refuse_overlong
from luoshi.ground.ledger.actions import append

from ..charter import Charter
from ..models import CODE_LENGTH, NAME_LENGTH, SHORT_LENGTH, Organization, nodes
from ..refusals import BACKWARDS, ENDLESS_TERM, TAKEN, UNNAMED
from .shape import fresh, hold_shape, refuse_depth, refuse_dissolved

TERM_YEARS = range(1, 11)
LENGTHS = (CODE_LENGTH, NAME_LENGTH, SHORT_LENGTH)


def refuse_unsound(charter: Charter) -> None:
    """Raise ``Refusal`` when a charter contradicts itself or leaves out what it must say."""
    if not charter.code or not charter.name:
        raise Refusal(UNNAMED)
    for text, limit in zip((charter.code, charter.name, charter.short_name), LENGTHS, strict=True):
        refuse_overlong(text, limit)
    if charter.term_years is not None and charter.term_years not in TERM_YEARS:
        raise Refusal(ENDLESS_TERM, name=charter.name, years=str(charter.term_years))
    established, elected = charter.established_on, charter.last_elected_on
    if established and elected and elected < established:
        raise Refusal(BACKWARDS, name=charter.name, elected=str(elected), established=str(established))


def refuse_taken(charter: Charter, organization: Organization | None = None) -> None:
    """Raise ``Refusal`` when the code belongs to another organization."""
    holder = Organization.objects.filter(code=charter.code).first()
    if holder is not None and holder != organization:
        raise Refusal(TAKEN, code=charter.code, holder=holder.name)


@transaction.atomic
def found(charter: Charter, *, under: Organization | None, by: int | None, at: datetime) -> Organization:
    """Found an organization as the last child of ``under``, or as a root; return it.

    Raises ``Refusal`` for a code that is taken, an unsound charter, a dissolved parent and a tree too deep.
    """
    hold_shape()
    refuse_unsound(charter)
    refuse_taken(charter)
    founded = Organization(**charter.facts())
    if under is None:
        nodes.add_root(instance=founded)
    else:
        parent = fresh(under)
        refuse_dissolved(parent)
        refuse_depth(charter.name, parent, 1)
        nodes.add_child(parent, instance=founded)
    facts = {**charter.facts(), "under": under.code if under else None}
    append(founded.chain, "organization.founded", by=by, at=at, facts=facts)
    return founded
