"""What is judged beside counts: the study hours of an organization's people, and what began there and has a time limit."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date

from luoshi.act.membership.intervals import Admissions
from luoshi.core.rules import Docket, Matter, Record
from luoshi.ground.organizations.models import Organization

from .studies import floors, studied


def beside(
    organizations: Sequence[Organization],
    paths: Sequence[str],
    dockets: Collection[Docket],
    steps: Admissions,
    today: date,
) -> dict[object, Record]:
    """Return the record of each of these organizations without what is counted, by id.

    ``paths`` are subtrees that hold them all, ``dockets`` what is asked of them, all of one year. A constant number of
    statements.
    """
    [year] = {each.year for each in dockets} or {today.year}
    asked = floors(dockets, {each.kind for each in organizations})
    hours = studied(paths, year, today, asked)
    begun: dict[int, list[Matter]] = defaultdict(list)
    for each in steps.intervals():
        begun[each.branch].append(Matter(each.kind, each.since, each.done_on, ("person", each.person)))
    return {
        each.pk: Record(matters=begun.get(each.pk, ()), hours=hours.get(each.path, {}))
        for each in organizations
    }
