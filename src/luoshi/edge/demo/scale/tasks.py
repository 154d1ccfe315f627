"""Tasks by chance: who is concerned, what is said, and which story is theirs."""

import json
from collections.abc import Iterator
from datetime import timedelta
from random import Random
from typing import NamedTuple

from luoshi.act.tasks.batch import Batch, Row, moment, template
from luoshi.act.tasks.origins import Origin
from luoshi.core.chain import Canonical
from luoshi.core.lifecycle import Move, Situation
from luoshi.ground.ledger.actions import Act

from .days import Days
from .plots import Plot, beginnings, plots
from .seats import Seat, Workload
from .telling import HANDLER, HEAD, NEXT_HANDLER, NEXT_OWNER, SUPERVISOR, Story, tell
from .words import Subject, Words

BATCH = 2000
BETWEEN = timedelta(minutes=7)
SPREAD, LATER = 240, 80
ORIGINS = {
    Origin.CLAUSE: 52,
    Origin.DUTY: 9,
    Origin.RESOLUTION: 11,
    Origin.FINDING: 9,
    Origin.REQUEST: 9,
    Origin.DOCKET: 5,
    Origin.SUGGESTION: 5,
}
# How often, of one.
TO_A_POST, BY_ONE_VERIFIER, WITH_HELP, FROM_ABOVE, FROM_THE_TOP = 0.15, 0.2, 0.25, 0.4, 0.08


class Whole(NamedTuple):
    """The task that a part belongs to, who divided it, and at which minute it began."""

    number: int
    owner: Seat
    minute: int


class Concerned(NamedTuple):
    """Who gives a task, who does it at first and who after a transfer, who helps; the owner as the loop calls him."""

    issuer: Seat
    owner: Seat
    next_owner: Seat
    co_units: list[Seat]
    owner_post: int | None
    verifier: int | None

    def named(self) -> dict[str, str]:
        """Return the names that fill a story's gaps."""
        post = self.owner_post
        return {
            "owner": self.owner.organization.chain if post is None else f"post:{post}",
            "next_owner": self.next_owner.organization.chain,
            HANDLER: str(self.owner.handler),
            NEXT_HANDLER: str(self.next_owner.handler),
        }


class Tasks:
    """Draws tasks, the oldest first, and hands them out in batches."""

    def __init__(self, seats: list[Seat], days: Days, chance: Random) -> None:
        self._days, self._chance = days, chance
        self._top = seats[0]
        self._workload = Workload(seats, chance)
        self._words = Words(chance)
        self._told: dict[tuple[object, ...], tuple[Story, Row]] = {}
        self._batch = Batch()

    def batches(self, ids: range) -> Iterator[Batch]:
        """Give tasks with exactly these ids."""
        numbers = iter(ids)
        for age, begun in sorted(beginnings(plots(), len(ids)).items(), reverse=True):
            # Whatever begins on one day is told once; on the next day all dates are others.
            self._told.clear()
            self._chance.shuffle(begun)
            for plot in begun:
                due = None if plot.due is None else plot.due - age
                self._open(plot, -age, due, None, numbers)
                if len(self._batch) >= BATCH:
                    yield self._batch
                    self._batch = Batch()
        if len(self._batch):
            yield self._batch

    def _open(
        self, plot: Plot, begun: int, due: int | None, whole: Whole | None, numbers: Iterator[int]
    ) -> None:
        """Add the task and its parts to the batch."""
        number, who, subject = next(numbers), self._concerned(plot, whole), self._words.subject()
        story, row = self._story(plot, begun, due, supervisor_issues=who.issuer is who.owner.committee)
        minute = self._chance.randrange(SPREAD) if whole is None else whole.minute + LATER
        gaps = who.named() | {
            "standard": subject.standard,
            "kind": subject.kind,
            "place": self._words.place(self._days.on(begun).year),
            "recurrence": self._words.recurrence(),
            **self._words.said(plot.moves, subject.field),
        }
        own = self._own(story, who, subject, whole, gaps)
        opened_at = self._days.opening(begun) + timedelta(minutes=minute)
        own["opened_at"] = moment(opened_at)
        self._batch.add(number, row, own, [each.organization.pk for each in who.co_units])
        drafter = who.issuer.head if whole is None else who.issuer.handler
        facts = _draft_facts(own, who, story.draft, gaps)
        self._batch.acts.append(Act(f"task:{number}", "task.drafted", drafter, opened_at, facts))
        self._tell(number, story, who, gaps, minute)
        for part in plot.parts:
            self._open(part, story.parts_on or begun, due, Whole(number, who.owner, minute), numbers)

    def _concerned(self, plot: Plot, whole: Whole | None) -> Concerned:
        chance, workload = self._chance, self._workload
        if whole is not None:
            owner = chance.choice(whole.owner.below)
            return Concerned(whole.owner, owner, owner, [], None, None)
        owner = workload.dividing_owner() if plot.parts else workload.owner()
        issuer = self._issuer(owner)
        transferred = Move.TRANSFER in plot.moves
        to_a_post = not transferred and not plot.bare and chance.random() < TO_A_POST
        by_one = issuer is not owner.committee and chance.random() < BY_ONE_VERIFIER
        return Concerned(
            issuer,
            owner,
            workload.another(owner, issuer) if transferred else owner,
            [workload.another(owner)] if chance.random() < WITH_HELP else [],
            owner.handler_post if to_a_post else None,
            issuer.head_post if by_one else None,
        )

    def _issuer(self, owner: Seat) -> Seat:
        drawn = self._chance.random()
        if drawn < FROM_THE_TOP or owner.parent is None:
            return self._top
        return owner.committee if drawn < FROM_ABOVE else owner.parent

    def _story(
        self, plot: Plot, begun: int, due: int | None, *, supervisor_issues: bool
    ) -> tuple[Story, Row]:
        key = plot.name, begun, due, supervisor_issues
        if key not in self._told:
            story = tell(plot, self._days, begun, due, supervisor_issues=supervisor_issues)
            self._told[key] = story, template(story.final, self._days.today)
        return self._told[key]

    def _own(
        self, story: Story, who: Concerned, subject: Subject, whole: Whole | None, gaps: dict[str, str]
    ) -> dict[str, object]:
        """Return what this task has beside what its story gives, by attribute."""
        final = story.final
        owner = who.next_owner if final.owner == NEXT_OWNER else who.owner
        origin = Origin.TASK if whole else self._chance.choices(list(ORIGINS), list(ORIGINS.values()))[0]
        own: dict[str, object] = {
            "title": subject.title,
            "text": f"{subject.title}，做到{subject.standard}。",
            "origin": origin.value,
            "origin_reference": f"task:{whole.number}" if whole else "",
            "issuer_id": who.issuer.organization.pk,
            "owner_id": owner.organization.pk if final.owner else None,
            "owner_post_id": who.owner_post if final.owner else None,
            "verifier_id": who.verifier,
            "parent_id": whole.number if whole else None,
        }
        for name in ("standard", "recurrence"):
            own[name] = _filled(getattr(final, name), gaps)
        for name in ("evidence_named", "evidence", "reporters"):
            if getattr(final, name):
                own[name] = json.dumps(sorted(each % gaps for each in getattr(final, name)))
        return own

    def _tell(self, number: int, story: Story, who: Concerned, gaps: dict[str, str], minute: int) -> None:
        """Add what happened after the draft, and the evidence that was given."""
        actors = {
            HEAD: who.issuer.head,
            HANDLER: who.owner.handler,
            NEXT_HANDLER: who.next_owner.handler,
            SUPERVISOR: who.owner.committee.supervisor,
        }
        after = timedelta(minutes=minute)
        for verb, actor, day, facts in story.passages:
            after += BETWEEN
            at, by = self._days.opening(day) + after, actors[actor]
            self._batch.acts.append(Act(f"task:{number}", verb, by, at, Canonical(facts % gaps)))
            if verb == "task.reported":
                self._batch.prove(number, gaps["kind"], gaps["place"], by, at)


def _draft_facts(
    own: dict[str, object], who: Concerned, draft: Situation, gaps: dict[str, str]
) -> dict[str, object]:
    """Return the facts of a draft, as ``act.tasks.actions`` writes them."""
    return {
        "title": own["title"],
        "origin": own["origin"],
        "origin_reference": own["origin_reference"],
        "issuer": who.issuer.organization.code,
        "owner": _filled(draft.owner, gaps),
        "verifier": who.verifier,
        "co_units": [each.organization.code for each in who.co_units],
        "parent": own["parent_id"],
        "standard": _filled(draft.standard, gaps),
        "recurrence": _filled(draft.recurrence, gaps),
        "deadline_on": draft.deadline_on,
        "evidence_named": sorted(each % gaps for each in draft.evidence_named),
    }


def _filled(text: str | None, gaps: dict[str, str]) -> str | None:
    return None if text is None else text % gaps
