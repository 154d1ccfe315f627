"""The morning opens the tasks of duties that fall due."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate

from luoshi.act.tasks.actions import fall_due
from luoshi.act.tasks.origins import Origin
from luoshi.act.tasks.proposal import Proposal
from luoshi.act.tasks.site import workdays
from luoshi.core.lifecycle import Situation
from luoshi.ground.organizations.models import Organization
from luoshi.ground.people.queries import holders_of

from ..agenda import period_words
from ..answering import AskedDuty, answered
from ..models import Acceptance, DutyList, DutyOpening
from ..overseeing import overseers
from ..queries.due import DutyOwed, owed

BATCH = 50

Advance = Callable[[int], None]


def open_due(*, by: None, at: datetime, advance: Advance = lambda _tasks: None, batch: int = BATCH) -> int:
    """Open a task for every duty that falls due and has none yet, and return how many it opened.

    It acts by policy, so ``by`` names nobody. What the record shows as done gets none; nor does a post without a
    holder: the morning after somebody assumed it, it does. It may be stopped at any moment, begun again, and run twice
    at once: the tasks of some lists are opened in one transaction under the locks of these lists, and what is open by
    then is not opened again.
    ``advance`` is told how many tasks a transaction opened.
    """
    on, opened = localdate(at), 0
    by_list: dict[int, list[DutyOwed]] = defaultdict(list)
    for each in owed(on, workdays()):
        by_list[each.item.duty_list_id].append(each)
    numbers = sorted(by_list)
    for start in range(0, len(numbers), batch):
        part = numbers[start : start + batch]
        wanting = _unanswered([each for number in part for each in by_list[number]], on)
        done = _opened(wanting, part, on, by, at)
        opened += done
        advance(done)
    return opened


def _unanswered(wanting: Sequence[DutyOwed], on: date) -> list[DutyOwed]:
    """Leave out what the record shows as done."""
    met = answered([_question(each) for each in wanting], on)
    return [each for each in wanting if _question(each) not in met]


def _question(owed: DutyOwed) -> AskedDuty:
    item = owed.item
    place = item.duty_list.post.organization
    return AskedDuty(place, tuple(item.answers), item.frequency, owed.term.period.key)


@transaction.atomic
def _opened(wanting: Iterable[DutyOwed], lists: list[int], on: date, by: None, at: datetime) -> int:
    """Open what these lists still want once they are locked; return how many tasks that is."""
    locked = DutyList.objects.select_for_update(of=("self",)).filter(pk__in=lists, in_force=True)
    standing = {each.pk: each for each in locked.select_related("post__organization").order_by("pk")}
    wanted = [each for each in wanting if each.item.duty_list_id in standing]
    done = _known(wanted)
    issuers = overseers(
        {(each.item.overseer, standing[each.item.duty_list_id].post.organization) for each in wanted}
    )
    accepted = _accepted(standing.values(), on)
    opened = 0
    for each in wanted:
        duty_list = standing[each.item.duty_list_id]
        post = duty_list.post
        if (post.pk, each.item.key, each.term.period.key) in done:
            continue
        issuer = issuers[each.item.overseer, post.organization.pk]
        task = fall_due(_proposal(each, duty_list, issuer), by=by, at=at, accepted=duty_list.pk in accepted)
        DutyOpening.objects.create(
            post=post, key=each.item.key, period=each.term.period.key, item=each.item, task=task
        )
        opened += 1
    return opened


def _proposal(owed: DutyOwed, duty_list: DutyList, issuer: Organization) -> Proposal:
    item, post = owed.item, duty_list.post
    return Proposal(
        f"{item.title}（{period_words(owed.term.period.key)}）",
        item.what,
        Origin.DUTY,
        issuer,
        origin_reference=f"duty_list:{duty_list.pk}/{item.key}",
        owner=post.organization,
        owner_post=post,
        terms=Situation(standard=item.how, deadline_on=owed.term.due_on),
    )


def _known(wanted: Iterable[DutyOwed]) -> set[tuple[int, str, str]]:
    posts = {each.item.duty_list.post_id for each in wanted}
    found = DutyOpening.objects.filter(post__in=posts, period__in={each.term.period.key for each in wanted})
    return set(found.values_list("post", "key", "period"))


def _accepted(lists: Iterable[DutyList], on: date) -> set[int]:
    """Return the lists that everybody who now holds their posts has accepted."""
    said = defaultdict(set)
    for number, person in Acceptance.objects.filter(duty_list__in=lists).values_list("duty_list", "person"):
        said[number].add(person)
    return {each.pk for each in lists if {person.pk for person in holders_of(each.post, on)} <= said[each.pk]}
