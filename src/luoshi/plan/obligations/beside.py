"""What is judged beside counts: the study hours of an organization's people, and what began there and has a time limit."""

from collections.abc import Collection, Sequence
from datetime import date

from luoshi.core.rules import Docket, Record
from luoshi.ground.organizations.models import Organization

from .studies import floors, studied


def beside(
    organizations: Sequence[Organization], paths: Sequence[str], dockets: Collection[Docket], today: date
) -> dict[object, Record]:
    """Return the record of each of these organizations without what is counted, by id.

    ``paths`` are subtrees that hold them all, ``dockets`` what is asked of them, all of one year. A constant number of
    statements.
    """
    [year] = {each.year for each in dockets} or {today.year}
    asked = floors(dockets, {each.kind for each in organizations})
    hours = studied(paths, year, today, asked)
    return {each.pk: Record(hours=hours.get(each.path, {})) for each in organizations}
