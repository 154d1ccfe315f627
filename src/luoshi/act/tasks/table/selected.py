"""The tasks that somebody ticked in the table, as far as they are theirs to see."""

from collections.abc import Collection, Sequence

from ..models import Task
from ..reach import concerned


def selected(ids: Collection[int], paths: Sequence[str]) -> list[Task]:
    """Return the tasks of these numbers whose owner, issuer or co-unit lies within the paths, by number."""
    found = Task.objects.filter(concerned(paths), pk__in=ids).select_related("owner", "issuer")
    return list(found.order_by("pk"))
