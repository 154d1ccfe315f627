"""Whose reach holds a task: its owner's, its issuer's, a co-unit's, and the post's that verifies it. Said only here."""

from collections.abc import Collection, Sequence

from django.db.models import Q

from luoshi.ground.organizations.paths import within

from .models import Task

# SQLite takes at least this many values in one statement.
BATCH = 500


def concerned(paths: Sequence[str]) -> Q:
    """Return the condition that owner, issuer or a co-unit of a task lies at or below one of the paths."""
    helped = Task.co_units.through.objects.filter(within(paths, "organization__path")).values("task")
    return within(paths, "owner__path") | within(paths, "issuer__path") | Q(pk__in=helped)


def sees(task: Task, paths: tuple[str, ...], posts: Collection[int]) -> bool:
    """Tell whether somebody with these subtrees and posts may see the task; its co-units are asked last."""
    places = [each.path for each in (task.owner, task.issuer) if each is not None]
    if any(place.startswith(paths) for place in places) or task.verifier_id in posts:
        return True
    return any(place.startswith(paths) for place in task.co_units.values_list("path", flat=True))


def seen(numbers: Collection[int], paths: Sequence[str], posts: Collection[int] = ()) -> set[int]:
    """Return which of the tasks of these numbers lie within reach."""
    wanted, reach = sorted(set(numbers)), concerned(paths) | Q(verifier__in=posts)
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {
        number
        for part in parts
        for number in Task.objects.filter(reach, pk__in=part).values_list("pk", flat=True)
    }


def helped(numbers: Collection[int], paths: Sequence[str]) -> set[int]:
    """Return to which of the tasks of these numbers a unit within reach is a co-unit 配合."""
    wanted, helps = (
        sorted(set(numbers)),
        Task.co_units.through.objects.filter(within(paths, "organization__path")),
    )
    parts = (wanted[start : start + BATCH] for start in range(0, len(wanted), BATCH))
    return {number for part in parts for number in helps.filter(task__in=part).values_list("task", flat=True)}
