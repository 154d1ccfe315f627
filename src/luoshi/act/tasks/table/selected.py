"""The tasks that somebody ticked in the table, as far as they are theirs to see."""

from collections.abc import Collection, Sequence

from luoshi.ground.organizations.paths import within

from ..models import Task


def selected(ids: Collection[int], paths: Sequence[str]) -> list[Task]:
    """Return the tasks of these numbers whose owner, issuer or co-unit lies within the paths, by number."""
    seen = within(paths, "owner__path") | within(paths, "issuer__path") | within(paths, "co_units__path")
    found = Task.objects.filter(seen, pk__in=ids).select_related("owner", "issuer").distinct()
    return list(found.order_by("pk"))
