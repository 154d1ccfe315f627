"""Who sits where on a day: to whom news of a task goes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from luoshi.ground.accounts.queries import in_office
from luoshi.ground.organizations.paths import STEP, above
from luoshi.ground.people.models import PostKind
from luoshi.ground.people.queries import ANSWERING, Held, held_on, stand_ins_on

if TYPE_CHECKING:
    from luoshi.act.tasks.models import Task

LEADERS = (PostKind.DUAL_DUTY_DEPUTY, PostKind.DEPUTY)
# Whoever answers for what lies below, and whoever supervises it, hears of delays there.
OVERSEEING = (*ANSWERING, *LEADERS)
People = frozenset[int]


class Seats:
    """Everybody in a post on one day 在任名册. People are ids; a stand-in hears what his grantor hears."""

    def __init__(self, on: date) -> None:
        self._at: dict[str, list[Held]] = defaultdict(list)
        self._of_post: dict[int, set[int]] = defaultdict(set)
        self._stand_ins: dict[int, set[int]] = defaultdict(set)
        for held in held_on(on):
            self._at[held.path].append(held)
            self._of_post[held.post].add(held.person)
        for grantor, stand_in in stand_ins_on(on):
            self._stand_ins[grantor].add(stand_in)
        # The three offices of the system see no business, whatever posts they hold.
        self._kept_out = frozenset(in_office().values_list("person", flat=True))

    def handlers(self, task: Task) -> People:
        """Return who has the task in hand: the holders of its post, else who answers for its organization."""
        if task.owner_post_id and self._of_post[task.owner_post_id]:
            return self._with_stand_ins(self._of_post[task.owner_post_id])
        return self.answering(task.owner.path) if task.owner else frozenset()

    def issuers(self, task: Task) -> People:
        """Return who answers for whoever gave the task."""
        return self.answering(task.issuer.path)

    def verifiers(self, task: Task) -> People:
        """Return who verifies the task: the holders of that post, else who answers for its issuer."""
        named = self._of_post[task.verifier_id] if task.verifier_id else set()
        return self._with_stand_ins(named) if named else self.issuers(task)

    def answering(self, path: str) -> People:
        """Return who answers for the organization there and its officers for Party affairs; all there, where nobody is."""
        here = self._at.get(path, [])
        first = next((kind for kind in ANSWERING if any(each.kind == kind for each in here)), None)
        chosen = [each for each in here if each.kind in (first, PostKind.AFFAIRS_OFFICER)]
        return self._with_stand_ins(each.person for each in chosen or here)

    def addressed(self, to: str, task: Task) -> People:
        """Return whom a rung of the ladder names: handler, leader, first_responsible or unit."""
        if to == "handler" or task.owner is None:
            return self.handlers(task)
        if to == "unit":
            return self.answering(task.owner.path) | self.nearest(
                task.owner.path, (PostKind.FIRST_RESPONSIBLE,)
            )
        return self.nearest(task.owner.path, LEADERS if to == "leader" else (PostKind.FIRST_RESPONSIBLE,))

    def nearest(self, path: str, kinds: Iterable[PostKind]) -> People:
        """Return the holders of the first of these kinds at the organization, else at the nearest one above.

        Where none stands up to the root, whoever answers for the organization above, so that nobody is missed.
        """
        places = [path, *reversed(above(path))]
        for place in places:
            for kind in kinds:
                found = [each.person for each in self._at.get(place, ()) if each.kind == kind]
                if found:
                    return self._with_stand_ins(found)
        return self.answering(path[:-STEP] or path)

    def overseers(self, task: Task) -> People:
        """Return who oversees the task's owner: answering and leading posts above it, supervisors there and above."""
        if task.owner is None:
            return frozenset()
        over = [each for place in above(task.owner.path) for each in self._at.get(place, ())]
        found = {each.person for each in over if each.kind in OVERSEEING}
        return self._with_stand_ins(found) | self.supervisors(task)

    def supervisors(self, task: Task) -> People:
        """Return the supervisors whose reach holds the task's owner."""
        path = task.owner.path if task.owner else task.issuer.path
        places = [path, *above(path)]
        seated = [each for place in places for each in self._at.get(place, ())]
        return self._with_stand_ins(each.person for each in seated if each.kind == PostKind.SUPERVISOR)

    def _with_stand_ins(self, people: Iterable[int]) -> People:
        own = set(people)
        lent = {stand_in for person in own for stand_in in self._stand_ins.get(person, ())}
        return frozenset((own | lent) - self._kept_out)
