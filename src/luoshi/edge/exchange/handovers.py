"""The handover pack of a post: one line for everything that passes on, whichever room keeps it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from luoshi.act.tasks.queries import handover
from luoshi.core.lifecycle import STATE_LABELS, State
from luoshi.core.refusals import N_
from luoshi.ground.people.models import Post
from luoshi.ground.people.queries import answering_post, grants_with
from luoshi.plan.deployments.queries import awaiting
from luoshi.plan.duties.queries.docket import on_docket
from luoshi.plan.duties.queries.due import owed_by
from luoshi.plan.duties.queries.submissions import awaiting as awaiting_answer

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

TO_DO = N_("在办任务")
TO_DISPATCH = N_("待交办")
TO_VERIFY = N_("待核验")
TO_ANSWER = N_("待答复的延期和协调")
TO_LOOK_BACK = N_("待回头看")
TO_CONFIRM = N_("待确认的拟办")
GRANTS = N_("有效授权")
DUTIES = N_("责任清单")
DOCKET = N_("领导督办")
TO_RULE = N_("待答复的请示")


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that passes on: under which heading, its reference, what it is, where it stands, by when."""

    part: str
    reference: str
    what: str
    state: str
    due_on: date | None


def pack(post: Post, on: date) -> list[Item]:
    """Return everything that passes on with the post on that day; headings and states are Chinese messages."""
    mine = handover(post)
    parts = (
        (TO_DO, mine.to_do),
        (TO_DISPATCH, mine.to_dispatch),
        (TO_VERIFY, mine.to_verify),
        (TO_ANSWER, mine.to_answer),
        (TO_LOOK_BACK, mine.to_look_back),
    )
    items = [item for part, tasks in parts for item in _tasks(part, tasks)]
    return [*items, *_duties(post, on), *_docket(post), *_drafts(post), *_requests(post), *_grants(post, on)]


def _tasks(part: str, tasks: Sequence[Task]) -> Iterator[Item]:
    for task in tasks:
        yield Item(part, str(task.pk), task.title, STATE_LABELS[State(task.state)], task.deadline_on)


def _duties(post: Post, on: date) -> Iterator[Item]:
    """Give the duties of the post's list, each with the day it is due next; whoever comes next accepts the list."""
    for item, due_on in owed_by(post, on):
        reference = f"{item.duty_list_id}/{item.key}"
        yield Item(DUTIES, reference, item.title, str(item.get_frequency_display()), due_on)


def _docket(post: Post) -> Iterator[Item]:
    for entry in on_docket([post]):
        task = entry.task
        yield Item(DOCKET, str(task.pk), task.title, str(entry.get_concern_display()), task.deadline_on)


def _requests(post: Post) -> Iterator[Item]:
    """Give the requests that wait for an answer, to the post that answers for the organization."""
    if answering_post(post.organization) != post:
        return
    for each in awaiting_answer([post.organization_id]):
        yield Item(TO_RULE, str(each.pk), f"{each.organization}：{each.title}", "", each.due_on)


def _drafts(post: Post) -> Iterator[Item]:
    """Give what awaits confirming, to the post that answers for the organization."""
    if answering_post(post.organization) != post:
        return
    for draft in awaiting(post.organization):
        yield Item(TO_CONFIRM, f"{draft.deployment_id}/{draft.place}", draft.text, "", draft.deadline_on)


def _grants(post: Post, on: date) -> Iterator[Item]:
    for grant in grants_with(post, on):
        yield Item(GRANTS, str(grant.pk), str(grant), "", grant.until_on)
