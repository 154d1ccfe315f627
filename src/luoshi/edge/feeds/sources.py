"""Where calendar entries come from; ``LUOSHI_DATED`` names each. A room that has something to add gets a function here."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.utils.timezone import localdate

from luoshi.act.tasks import agenda
from luoshi.ground.people.models import Person
from luoshi.ground.people.queries import Held
from luoshi.plan.duties.queries import due
from luoshi.plan.duties.queries.recorded import unanswered
from luoshi.plan.obligations.authority import answering
from luoshi.plan.obligations.queries import due_between

from .dated import Dated


def tasks(_person: Person, held: Sequence[Held], since: date, until: date) -> Iterator[Dated]:
    """Yield the tasks whose deadline falls on these days and that the person's posts must report."""
    for task in agenda.due_between(held, since, until):
        if task.deadline_on is not None and task.owner is not None:
            yield Dated(
                f"task-{task.pk}",
                task.deadline_on,
                task.title,
                task.owner.name,
                "task",
                task.pk,
                private=True,
            )


def obligations(_person: Person, held: Sequence[Held], since: date, until: date) -> Iterator[Dated]:
    """Yield what the organizations for which the person answers still owe; rules are no secret, so they are named."""
    for organization, each in due_between(answering(held), since, until, localdate()):
        key = f"owed-{organization.pk}-{each.rule.id}-{each.key}"
        route = "organization_obligations"
        yield Dated(key, each.due, each.rule.title, str(organization), route, organization.pk)


def duties(person: Person, held: Sequence[Held], since: date, until: date) -> Iterator[Dated]:
    """Yield the duties with a frequency of the person's own posts, those that are no task yet.

    What the record shows as done is left out, and what stands there as owed by the organization already.
    """
    today = localdate()
    waiting = [each for each in due.dated(person, since, until) if each.task is None]
    owed = {
        (place.pk, each.rule.id, each.key)
        for place, each in due_between(answering(held), since, until, today)
    }
    for each in unanswered(waiting, today):
        if not any((each.post.organization_id, rule, each.period) in owed for rule in each.answers):
            key = f"duty-{each.post.pk}-{each.key}-{each.period}"
            where = f"{each.post.organization}{each.post.title}"
            yield Dated(key, each.on, each.title, where, "duty_list", each.duty_list, private=True)
